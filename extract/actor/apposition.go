package actor

// findAppositions joins agent nouns to the people that the tree says they
// describe: appositions of any length ("the Minister of Labour and Mines, Ana
// Paz"), predicates ("Ana Paz is a senator") and offices after "as" ("Ana Paz
// took over as mayor"). It runs after the names and nouns of the sentence are
// known and before people are gathered, so that what is said once holds for
// the whole article.
func (rd *reading) findAppositions(si int) {
	s := rd.sents[si]
	for _, m := range s.mentions {
		if m.kind != mNominal || m.same != nil || m.noun == nil || m.noun.plural || m.noun.group || m.noun.collective {
			continue
		}
		if p := s.apposed(m); p != nil {
			m.same, m.rule = p, "apposition"
			rd.describe(p, m)
		} else if p := s.predicated(m); p != nil {
			rd.describe(p, m)
		}
	}
}

// describe gives a person the office, sector and state of a noun phrase.
func (rd *reading) describe(p, m *mention) {
	t := m.tie
	t.take(m.noun, m.noun.noun)
	p.tie.merge(t)
}

// apposed returns the person whose name and the noun stand in apposition,
// whichever comes first; nil if none.
func (s *sentence) apposed(m *mention) *mention {
	if s.Rel(m.head) == "appos" {
		if p := s.personAt(s.Tokens[m.head].Head); p != nil {
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

// predicated returns the person that a noun is said of by "is" or "as".
func (s *sentence) predicated(m *mention) *mention {
	if cop := s.Child(m.head, "cop"); cop >= 0 {
		if s.Child(m.head, "advmod") >= 0 && s.word(s.Child(m.head, "advmod")) == "not" {
			return nil
		}
		return s.personAt(s.Child(m.head, "nsubj"))
	}
	if p := s.Child(m.head, "case"); p >= 0 && s.word(p) == "as" && s.Tokens[m.head].Head >= 0 {
		verb := s.Tokens[m.head].Head
		if s.Rel(m.head) == "obl" && s.Child(verb, "obj") < 0 || s.Child(verb, "obj") >= 0 && s.personAt(s.Child(verb, "obj")) == nil {
			return s.personAt(s.Child(verb, "nsubj"))
		}
		return s.personAt(s.Child(verb, "obj"))
	}
	return nil
}

// personAt returns the named person at token i, nil if there is none.
func (s *sentence) personAt(i int) *mention {
	if m := s.takenAt(i); m != nil && m.kind == mPerson && !m.hidden {
		return m
	}
	return nil
}
