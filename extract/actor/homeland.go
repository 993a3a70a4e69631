package actor

import "strings"

// bornWithin is how many tokens behind "born" may name the place.
const bornWithin = 10

// findHomelands notes where the text says that people come from: "Ana Ruiz, who is
// from India", "Ana Ruiz, a nurse born in Nairobi", "Born in Kenya, Otto Lind left".
func (rd *reading) findHomelands(si int) {
	s := rd.sents[si]
	for _, o := range s.mentions {
		if o.hidden || o.kind != mCountry && o.kind != mPlace || o.e == nil || rd.r.tables.countries[rd.placeCode(o)] == nil {
			continue
		}
		p := o.first - 1
		for p > 0 && (s.word(p) == "the" || s.isAny(p, "ADJ") && s.taken[p] == nil) {
			p-- // "from the southern Indian state of Kerala"
		}
		switch s.word(p) {
		case "from":
			if m := rd.cameFrom(s, p); m != nil && m.tie.origin == "" {
				m.tie.origin = rd.placeCode(o)
			}
		case "in", "at", "near":
			if m := rd.bornIn(s, p, o.last); m != nil && m.tie.born == "" {
				m.tie.born = rd.placeCode(o)
			}
		}
	}
}

// cameFrom returns the person who is said to be, come or hail from what "from" at
// token i goes before; nil if nobody is.
func (rd *reading) cameFrom(s *sentence, i int) *mention {
	i--
	for i > 0 && s.isAny(i, "ADV") && strings.HasSuffix(s.word(i), "ly") {
		i-- // "originally", but not "back from Kenya"
	}
	if l := strings.ToLower(s.lemma(i)); l != "be" && rd.r.classes[l+"/homeland"] == "" {
		return nil
	}
	return s.subjectBefore(i)
}

// bornIn returns the person who is said to be born where the preposition at token i
// and a place up to token end tell; nil if nobody is.
func (rd *reading) bornIn(s *sentence, i, end int) *mention {
	b := i - 1
	for b >= 0 && b > i-bornWithin && s.word(b) != "born" {
		if s.isAny(b, "VERB", "AUX", "PRON", "CCONJ") || s.personAt(b) != nil {
			return nil
		}
		b--
	}
	if b < 0 || s.word(b) != "born" {
		return nil
	}
	if b > 0 {
		return s.subjectBefore(b)
	}
	for i = end; i < len(s.Tokens) && i < end+bornWithin; i++ {
		if s.word(i) == "," {
			return s.personAt(i + 1)
		}
	}
	return nil
}

// subjectBefore returns the person whose name, or a noun phrase for whom, stands
// before a verb, an auxiliary or "who".
func (s *sentence) subjectBefore(i int) *mention {
	i--
	for i > 0 && (s.isAny(i, "ADV", "AUX") || s.word(i) == "who") {
		i--
	}
	switch s.word(i) {
	case ",", "-", "--", "–", "—":
		i--
	}
	if s.word(i) == ")" && s.word(i-2) == "(" {
		i -= 3 // an age
	}
	o := s.takenAt(i)
	if o != nil && o.kind == mNominal && o.same != nil {
		o = o.same
	}
	if o == nil || o.kind != mPerson || o.hidden || o.e != nil {
		return nil
	}
	return o
}

// lemma returns the lemma of token i, "" outside the sentence.
func (s *sentence) lemma(i int) string {
	if i < 0 || i >= len(s.Tokens) {
		return ""
	}
	return s.Tokens[i].Lemma
}

// lemmaIs reports whether the lemma of a token is in a class of words.tsv.
func (rd *reading) lemmaIs(s *sentence, i int, class string) bool {
	return rd.r.classes[strings.ToLower(s.lemma(i))+"/"+class] != ""
}

// abroad puts where the text says that somebody comes from before the state of the
// body that he works for or of the place where he does: nobody who holds an office
// of a state, or speaks for an organisation of none.
func (rd *reading) abroad(t *tie) {
	if t.origin == "" || public(t.sector) || t.code != "" && rd.r.tables.countries[t.code] == nil {
		return
	}
	if t.code == "" || t.by != nil && (t.by.kind == mOrg || t.by.kind == mPlace || rd.sents[t.by.sent].based(t.by)) {
		t.code, t.country = t.origin, ""
	}
}

// based reports whether the name of a state only says where somebody lives: "the
// Qatar-based pupil".
func (s *sentence) based(m *mention) bool {
	return m.kind == mCountry && s.word(m.last) == "-" && s.word(m.last+1) == "based"
}
