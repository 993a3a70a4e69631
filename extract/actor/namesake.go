package actor

import (
	"slices"
	"strings"

	"dyad/extract/nlp"
)

// severalStates reports whether a name is one of organisations of different
// states: it then says nothing of whose article it is.
func (m *mention) severalStates() bool {
	return slices.ContainsFunc(m.readings, func(e *entry) bool { return e.kind == kindOrg && e.code != m.e.code })
}

// settle picks among organisations that share a name, now that the states of
// the article are known: "PDP" is a party of Nigeria in an article on Nigeria
// and one of Kashmir in an article on India. The first of the tables wins
// where nothing tells them apart.
func (rd *reading) settle(m *mention) {
	if m.e == nil || len(m.readings) < 2 {
		return
	}
	best, owner := -1, rd.owner(m)
	for _, e := range m.readings {
		if v := rd.fit(e, owner); e.kind == kindOrg && v > best {
			m.e, best = e, v
		}
	}
}

// owner returns the state that the words beside a name tie it to: "South
// Korea's National Intelligence Service", "the Labour Party of Malta".
func (rd *reading) owner(m *mention) string {
	s, t := rd.sents[m.sent], tie{}
	rd.modifiers(s, m.first, &t, m)
	if t.code == "" {
		rd.complement(s, m.last, len(s.Tokens), &t)
	}
	return t.code
}

// ofItsState reports whether "of" and the state of one of the organisations that share
// a name are all that tokens hold: "of Malta" behind "Labour Party".
func (rd *reading) ofItsState(s *sentence, first, last int, es []*entry) bool {
	if s.word(first) != "of" || first+1 >= last {
		return false
	}
	end, state := rd.r.names.longest(s.folded, first+1)
	return state != nil && end == last && state[0].kind == kindCountry &&
		slices.ContainsFunc(es, func(e *entry) bool { return e.kind == kindOrg && e.code == state[0].code })
}

// ofNamesake reports whether the name of a state at token first is all that an entity
// holds behind "of" and the name of organisations of several states.
func (rd *reading) ofNamesake(s *sentence, ent nlp.Entity, first int) bool {
	o := s.takenAt(first - 2)
	return o != nil && o.kind == mOrg && o.last == first-1 && o.first >= ent.First && rd.ofItsState(s, first-1, ent.Last, o.readings)
}

// fit says how well an organisation goes with its owner, the states and the
// date of the article.
func (rd *reading) fit(e *entry, owner string) int {
	v := 4
	switch {
	case e.code == owner:
		v += 4
	case e.code == rd.home:
		v += 3
	case rd.named[e.code]:
		v += 2
	case rd.r.tables.countries[e.code] == nil:
		v++ // at home in every article
	}
	if rd.notYet(e) || rd.noMore(e) {
		v -= 4
	}
	return v
}

// foreignNamesake reports whether a name that bodies of several states have
// probably means one that the tables lack: no reading is of the home state,
// nothing ties the name to another state, and either another could as well be
// meant or every state has parties and papers called so. A party is one of the only
// such state that the article names if it is named half as much as the home state.
func (rd *reading) foreignNamesake(m *mention, last string) bool {
	if rd.owner(m) == m.e.code {
		return false
	}
	named := 0
	for _, e := range m.readings {
		if rd.named[e.code] {
			named++
		}
	}
	if m.e.sector == "PTY" {
		return named != 1 || 2*rd.weight[m.e.code] < rd.weight[rd.home]
	}
	return named != 1 || m.e.sector == "JRN" || rd.r.classes[last+"/common"] != ""
}

// notYet reports whether an organisation was founded after the article.
func (rd *reading) notYet(e *entry) bool {
	return rd.date != "" && e.founded != "" && rd.date < e.founded
}

// noMore reports whether an organisation was dissolved before the article.
// The end may be a year or a month, which lasts until its last day.
func (rd *reading) noMore(e *entry) bool {
	return rd.date != "" && e.dissolved != "" && rd.date > e.dissolved && !strings.HasPrefix(rd.date, e.dissolved)
}

// isAcronym reports whether a name is one word of a few capitals.
func isAcronym(name string) bool { return len(name) <= 5 && strings.ToUpper(name) == name }

// settlePerson picks among people of the tables who share a name: the one
// whose office fits the title, who holds one on the date of the article, or is
// of the state that the text ties the name to or is about.
func (rd *reading) settlePerson(m *mention) {
	if m.e == nil || len(m.readings) < 2 {
		return
	}
	best := -1
	for _, e := range m.readings {
		if e.kind != kindPerson {
			continue
		}
		v := 0
		if rd.heldOffice(e, m.tie) {
			v += 4
		}
		if m.tie.code != "" && e.code == m.tie.code {
			v += 4
		}
		if len(rd.active(e.id)) > 0 {
			v += 2
		}
		switch {
		case e.code == rd.home && e.code != "":
			v += 2
		case rd.named[e.code]:
			v++
		}
		if v > best {
			m.e, best = e, v
		}
	}
}
