package actor

import "strings"

// employerReach is how many tokens behind a name may tell whom somebody works for.
const employerReach = 24

// findEmployers ties people whom nothing nearer ties to anybody to the organisation
// that what follows their name says they work for, whatever their office is called:
// "Ana Ruiz, technical lead at the charity Oxfam", "Ana Ruiz, who teaches law at
// Harvard University". Where no organisation follows, to the state they come from:
// "Ana Ruiz, a rap artist from Finland".
func (rd *reading) findEmployers(si int) {
	s := rd.sents[si]
	for _, m := range s.mentions {
		if m.kind != mPerson || m.hidden || m.e != nil || m.tie.code != "" || m.tie.by != nil && m.tie.by.kind != mRegion {
			continue
		}
		if w := s.word(s.behindBracket(m.last)); w == "," || w == "who" {
			rd.employer(s, m)
		}
	}
	for _, o := range s.mentions {
		if o.kind == mCountry && o.e.kind == kindDemonym && !o.hidden {
			rd.nationality(s, o)
		}
	}
}

// nationality ties somebody to the state whose demonym is said of him: "Ana Ruiz, who
// is Finnish", "Ana Ruiz, a Finn".
func (rd *reading) nationality(s *sentence, o *mention) {
	var m *mention
	switch {
	case s.Child(o.head, "cop") >= 0:
		if m = s.subjectPerson(o.head); m == nil {
			if n := s.takenAt(s.Child(o.head, "nsubj")); n != nil && n.same != nil && n.same.kind == mPerson {
				m = n.same
			}
		}
	case s.Rel(o.head) == "appos" && o.head == o.last-1:
		m = s.personAt(s.Tokens[o.head].Head)
	}
	if m != nil && m.e == nil && m.tie.code == "" && m.tie.by == nil {
		rd.tieTo(s, o, &m.tie)
	}
}

// employer reads what follows the name of m and a comma up to the verb of the
// clause, or another name or quotation.
func (rd *reading) employer(s *sentence, m *mention) {
	i, nouns, heads := s.behindBracket(m.last), 0, -1
	if s.word(i) == "," {
		i++
	}
	if s.word(i) == "who" {
		verb := i + 1
		for verb < len(s.Tokens) && s.isAny(verb, "ADV", "AUX") {
			verb++
		}
		if verb >= len(s.Tokens) || !rd.lemmaIs(s, verb, "employ") {
			return
		}
		if rd.r.classes[strings.ToLower(s.Tokens[verb].Lemma)+"/employ"] == "heads" {
			heads = verb
		}
		i, nouns = verb+1, 1
	} else if s.word(i) == "from" {
		i, nouns = i+1, 1
	} else if !s.isAny(i, "NOUN", "ADJ", "DET", "NUM", "PROPN") {
		return
	}
	for ; i < len(s.Tokens) && i <= m.last+employerReach; i++ {
		o := s.taken[i]
		switch {
		case o != nil && o.kind == mPerson && !o.hidden, s.isAny(i, "AUX", "SCONJ", "PRON"), s.isAny(i, "VERB") && s.Rel(i) != "amod",
			strings.ContainsAny(s.folded[i], "\"“”;:"), s.word(i) == "." && i+1 == len(s.Tokens), rd.r.classes[s.word(i)+"/opposed"] != "":
			return
		case s.isAny(i, "NOUN"):
			nouns++
		}
		if o == nil || o.first != i || nouns == 0 {
			continue
		}
		p := i - 1
		for p > m.last && s.taken[p] == nil && s.isAny(p, "DET", "ADJ", "NOUN", "PROPN") && s.word(p) != "," {
			p--
		}
		switch w := s.word(p); {
		case p == heads && (o.kind == mOrg || o.kind == mInstitution):
			m.tie.by = nil
			rd.tieTo(s, o, &m.tie)
			return
		case w == "from" && o.kind == mOrg && p == m.last+1:
			rd.tieTo(s, o, &m.tie)
			return
		case o.kind == mOrg && rd.r.classes[w+"/employer"] != "":
			m.tie.by = nil
			rd.tieTo(s, o, &m.tie)
			return
		case (o.kind == mCountry || o.kind == mPlace && o.e != nil && rd.named[o.e.code]) && w == "from" && p == i-1:
			rd.tieTo(s, o, &m.tie)
			return
		}
	}
}
