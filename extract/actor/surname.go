package actor

import "slices"

// knownSurname finds the person of the tables that a surname means: one who
// held an office that fits the title, else the only one in office on the date.
func (rd *reading) knownSurname(w string, m *mention) *entry {
	if len(rd.r.surnames[w]) == 0 {
		return rd.holderSpelled(w, m.tie)
	}
	var fit []*entry
	for _, e := range rd.r.surnames[w] {
		if m.tie.code != "" && e.code != m.tie.code {
			continue
		}
		fit = append(fit, e)
	}
	if m.tie.code == "" && m.tie.office != "" {
		fit = rd.preferHome(fit)
	}
	office := m.tie.office
	if noun := rd.r.tables.agents[key(office)]; noun != nil && noun.weak && noun.inherit && !noun.kin {
		office = "" // "his predecessor Trump"
	}
	if office != "" {
		fit = slices.DeleteFunc(fit, func(e *entry) bool { return !rd.heldOffice(e, m.tie) })
	}
	if len(fit) > 1 {
		now := slices.DeleteFunc(slices.Clone(fit), func(e *entry) bool { return len(rd.active(e.id)) == 0 })
		if len(now) > 0 {
			fit = now
		}
	}
	if rd.date == "" && len(fit) > 1 {
		if there := slices.DeleteFunc(slices.Clone(fit), func(e *entry) bool { return !rd.named[e.code] }); len(there) == 1 {
			fit = there
		}
	}
	owned := m.tie.code != "" && rd.sents[m.sent].word(m.nameFirst-1) == "'s" // "Egypt's Sisi"
	if len(fit) == 1 && (office != "" || owned || len(rd.active(fit[0].id)) > 0 || fit[0].code == rd.home || rd.famous(fit[0], w)) {
		return fit[0]
	}
	return nil
}

// famous reports whether a surname alone tells who of those with it is meant, in
// office or not: somebody known all over the world, who has an id in the table
// for it, if he is the only one there ("Merkel", "Trump"), or, where no date tells
// who governs, somebody who headed a state that the text names ("Maduro" beside
// "Venezuela").
func (rd *reading) famous(e *entry, surname string) bool {
	return e.external != "" && len(rd.r.surnames[surname]) == 1 || rd.date == "" && rd.named[e.code] && rd.heads(e)
}

// holderSpelled finds the holder of a title whose surname is spelled nearly so
// ("President Zelenski of Ukraine"); nil if there is none, or several.
func (rd *reading) holderSpelled(w string, t tie) *entry {
	if t.office == "" || t.code == "" || len(w) < 6 {
		return nil
	}
	var found *entry
	for _, e := range rd.r.tables.entries {
		if e.kind != kindPerson || e.code != t.code || e == found || rd.date != "" && len(rd.active(e.id)) == 0 || !rd.heldOffice(e, t) {
			continue
		}
		for _, a := range e.aliases {
			x := lastWord(fold(a))
			if len(x) < 6 || x[:3] != w[:3] || distance(x, w) > 2 {
				continue
			}
			if found != nil {
				return nil
			}
			found = e
			break
		}
	}
	return found
}

// preferHome leaves the people of the article's state, if there are any: an
// article about Cuba does not mean a vice president Castro of the Philippines.
func (rd *reading) preferHome(es []*entry) []*entry {
	if home := slices.DeleteFunc(slices.Clone(es), func(e *entry) bool { return e.code != rd.home }); len(home) > 0 && rd.home != "" {
		return home
	}
	return es
}

// codeOfNamesakes ties a titled name that means one of several people of one
// state to that state: "President Bush" without a date.
func (rd *reading) codeOfNamesakes(w string, m *mention) {
	code := ""
	for _, e := range rd.preferHome(rd.r.surnames[w]) {
		if !rd.heldOffice(e, m.tie) {
			continue
		}
		if code != "" && code != e.code {
			return
		}
		code = e.code
	}
	if m.tie.code == "" {
		m.tie.code = code
	}
}
