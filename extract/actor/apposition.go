package actor

import "cmp"

// findAppositions joins agent nouns to the people that the tree says they
// describe: appositions of any length ("the Minister of Labour and Mines, Ana
// Paz"), predicates ("Ana Paz is a senator") and offices after "as" ("Ana Paz
// took over as mayor"). It runs after the names and nouns of the sentence are
// known and before people are gathered, so that what is said once holds for
// the whole article.
func (rd *reading) findAppositions(si int) {
	s := rd.sents[si]
	for _, m := range s.mentions {
		if m.kind == mNominal && m.same == nil && m.noun != nil && m.noun.plural && !m.noun.group {
			rd.describeAll(s, m)
			continue
		}
		if m.kind != mNominal || m.same != nil || m.noun == nil || m.noun.plural || m.noun.group || m.noun.collective {
			continue
		}
		if s.word(m.first) == "this" {
			continue // "this columnist" is the author
		}
		if p := cmp.Or(s.apposed(m), s.apposedTogether(m)); p != nil {
			m.same, m.rule = p, "apposition"
			if s.Rel(m.head) != "conj" || !m.noun.stateless && !m.tie.former {
				rd.describe(p, m)
			}
		} else if p := rd.predicated(s, m); p != nil {
			rd.describe(p, m)
		}
	}
}

// describeAll gives each of the people of a list the walk of life of a noun in the
// plural that stands in apposition to the list or is said of it: "Ana Ruiz and Luis
// Paz, both senators, left", "Ana Ruiz and Luis Paz are the senators for Lima".
func (rd *reading) describeAll(s *sentence, m *mention) {
	p := s.apposed(m)
	if p == nil && s.Child(m.head, "cop") >= 0 {
		p = rd.predicated(s, m)
	}
	if p == nil || p.last > m.first || rd.r.classes[s.word(m.first)+"/further"] != "" {
		return
	}
	for _, o := range s.mentions {
		if o.kind == mPerson && !o.hidden && (o == p || o.last <= m.first && s.firstConjunct(o.head) == s.firstConjunct(p.head)) {
			rd.describe(o, m)
		}
	}
}

// describe gives a person the office, sector and state of a noun phrase.
func (rd *reading) describe(p, m *mention) {
	t := m.tie
	if m.noun.label && t.by != nil && t.by.first >= m.nameLast && t.by.kind != mOrg {
		t.code, t.country, t.by = "", "", nil // where a nurse works is not whose she is
	}
	t.take(m.noun, m.noun.noun)
	t.formerKin(m.noun)
	p.tie.merge(t)
}

// apposed returns the person whose name and the noun stand in apposition,
// whichever comes first; nil if none. A noun that is joined to the title of the next name is
// his: "Ana Ruiz, finance minister and party member Luis Paz".
func (s *sentence) apposed(m *mention) *mention {
	if s.Rel(m.head) == "appos" {
		if p := s.personAt(s.Tokens[m.head].Head); p != nil && !s.quoted(p.last, m.first) && !s.titles(m.last) {
			return p
		}
	}
	for i := m.last; i < len(s.Tokens); i++ {
		if s.Rel(i) == "appos" && s.Tokens[i].Head == m.head {
			return s.personAt(i)
		}
	}
	return nil
}

// apposedTogether returns the person whose description before a noun is joined to it: "Ana
// Paz, an economist and former minister"; nil if there is none.
func (s *sentence) apposedTogether(m *mention) *mention {
	if s.Rel(m.head) != "conj" {
		return nil
	}
	o := s.takenAt(s.firstConjunct(m.head))
	if o == nil || o.kind != mNominal || o.same == nil || o.same.kind != mPerson || o.rule != "apposition" || o.same.last > o.first || s.titles(m.last) {
		return nil
	}
	return o.same
}

// quoted reports whether a quotation mark stands between two tokens: what is named
// in a title or a quotation is not who comes behind it.
func (s *sentence) quoted(first, last int) bool {
	for i := first; i < last; i++ {
		switch s.Tokens[i].XPOS {
		case "``", "''":
			return true
		}
	}
	return false
}

// predicated returns the person that a noun is said of by "is", "as" or a verb of
// coming into office: "Ana Paz, who is a senator", "was elected mayor".
func (rd *reading) predicated(s *sentence, m *mention) *mention {
	if cop := s.Child(m.head, "cop"); cop >= 0 {
		if s.Child(m.head, "advmod") >= 0 && s.word(s.Child(m.head, "advmod")) == "not" {
			return nil
		}
		return s.subjectPerson(m.head)
	}
	verb := s.Tokens[m.head].Head
	if verb < 0 {
		return nil
	}
	if rd.lemmaIs(s, verb, "becoming") && (s.Rel(m.head) == "xcomp" || s.Rel(m.head) == "obj") {
		if o := s.Child(verb, "obj"); o >= 0 && o != m.head {
			return s.personAt(o)
		}
		return s.subjectPerson(verb)
	}
	if p := s.Child(m.head, "case"); p >= 0 && s.word(p) == "as" {
		if s.Rel(m.head) == "obl" && s.Child(verb, "obj") < 0 || s.Child(verb, "obj") >= 0 && s.personAt(s.Child(verb, "obj")) == nil {
			return s.subjectPerson(verb)
		}
		return s.personAt(s.Child(verb, "obj"))
	}
	return nil
}

// subjectPerson returns the named person that is the subject of a clause, by name
// or by "who"; nil if none.
func (s *sentence) subjectPerson(h int) *mention {
	i := s.Child(h, "nsubj")
	if (s.word(i) == "who" || s.word(i) == "that") && s.Rel(h) == "acl" {
		i = s.Tokens[h].Head
	}
	return s.personAt(i)
}

// findReigns ties people to the governments that are called by them: "the Castellano
// government", "Castellano's cabinet", "the dictatorship of Castellano".
func (rd *reading) findReigns(si int) {
	s := rd.sents[si]
	for i := range s.Tokens {
		if rd.r.classes[s.word(i)+"/reign"] == "" {
			continue
		}
		p := s.personAt(i - 1)
		switch {
		case s.word(i+1) == "of":
			p = s.personAt(i + 2)
		case s.word(i-1) == "'s":
			p = s.personAt(i - 2)
		}
		if p != nil && (p.last <= i || p.first > i) {
			p.tie.hold(tie{sector: "GOV"})
		}
	}
}

// personAt returns the named person at token i, nil if there is none.
func (s *sentence) personAt(i int) *mention {
	if m := s.takenAt(i); m != nil && m.kind == mPerson && !m.hidden {
		return m
	}
	return nil
}
