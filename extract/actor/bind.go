package actor

import (
	"slices"
	"strings"

	"dyad/schema"
)

// barred reports whether the syntax keeps a pronoun from meaning a mention: the
// object of a verb is not its subject ("a judge ordered him held": not the judge;
// Principle B of Chomsky 1981), and whose soldiers or diplomats are harmed is not
// who harms them ("Belarus expelled three of its diplomats").
func (rd *reading) barred(o, m *mention) bool {
	s := rd.sents[m.sent]
	if s.reflexive(m.first) {
		return false
	}
	who := rd.subjectOver(s, m)
	if who == nil || !slices.Equal(who.ids, o.ids) {
		return false
	}
	if s.Tokens[m.head].DepRel == "nmod:poss" {
		return rd.harmed(s, m) && rd.actors[first(o.ids)].Kind != schema.KindPerson
	}
	return true
}

// reflexive reports whether a token is "himself", or says of what follows that it is the
// subject's own.
func (s *sentence) reflexive(i int) bool {
	return s.oneself(i) || s.word(i+1) == "own"
}

// oneself reports whether a token is "himself", "themselves" and the like.
func (s *sentence) oneself(i int) bool {
	return strings.HasSuffix(s.word(i), "self") || strings.HasSuffix(s.word(i), "selves")
}

// subjectAbove returns the subject of the nearest verb above a token that has one before
// it, -1 if there is none (Principle A of Chomsky 1981).
func (s *sentence) subjectAbove(i int) int {
	for h, n := s.Tokens[i].Head, 0; h >= 0 && n < 5; h, n = s.Tokens[h].Head, n+1 {
		if !s.isAny(h, "VERB") {
			continue
		}
		if k := s.subjectOf(h); k >= 0 && k < i {
			return k
		}
	}
	return -1
}

// subjectOver returns the mention that is the subject of the verb whose object a
// pronoun is, or of the object that it belongs to; nil if the pronoun is no such part
// of a predicate.
func (rd *reading) subjectOver(s *sentence, m *mention) *mention {
	i := m.head
	if s.oneself(m.first) {
		return rd.mentionOf(s, s.subjectAbove(i))
	}
	if s.Tokens[i].DepRel == "nmod:poss" {
		i = s.counted(s.Tokens[i].Head)
	} else if s.Rel(i) == "nsubj" && s.Tokens[i].XPOS == "PRP" && s.accusative(i) {
		i = s.Tokens[i].Head // "wants him to go"
		if i < 0 {
			return nil
		}
		return rd.mentionOf(s, s.subjectOf(s.Tokens[i].Head))
	}
	if i < 0 || s.Tokens[i].DepRel == "nmod:poss" {
		return nil
	}
	switch s.Rel(i) {
	case "obj", "iobj":
	case "obl":
		if c := s.Child(i, "case"); c < 0 || !slices.Contains([]string{"to", "by", "from", "against", "at", "on"}, s.word(c)) {
			return nil
		}
	default:
		return nil
	}
	k := s.subjectOf(s.Tokens[i].Head)
	if k < 0 || k == m.head || k >= m.first && k < m.last {
		return nil
	}
	return rd.mentionOf(s, k)
}

// accusative reports whether a token is a pronoun in the form of an object.
func (s *sentence) accusative(i int) bool {
	switch s.word(i) {
	case "him", "her", "them":
		return true
	}
	return false
}

// counted returns the number or quantity that a noun is counted by ("three of its
// diplomats"), else the noun.
func (s *sentence) counted(i int) int {
	if i < 0 || s.Rel(i) != "nmod" {
		return i
	}
	h, c := s.Tokens[i].Head, s.Child(i, "case")
	if h >= 0 && c >= 0 && s.word(c) == "of" && s.isAny(h, "NUM", "DET", "PRON") {
		return h
	}
	return i
}

// harmed reports whether the noun that a pronoun belongs to is the object of a verb that
// does harm to people and things of others.
func (rd *reading) harmed(s *sentence, m *mention) bool {
	i := s.counted(s.Tokens[m.head].Head)
	if i < 0 || s.Tokens[i].Head < 0 || s.Rel(i) != "obj" && s.Rel(i) != "obl" {
		return false
	}
	return rd.lemmaIs(s, s.Tokens[i].Head, "harming")
}

// subjectOf returns the subject of a verb, also where another clause gives it: the
// object of the verb above ("urged Chad to free them", "accused Chad of beating
// them"), the noun that a participle stands with, the subject that verbs share; -1
// if there is none.
func (s *sentence) subjectOf(verb int) int {
	for n := 0; n < 4 && verb >= 0; n++ {
		if k := s.Child(verb, "nsubj"); k >= 0 {
			return k
		}
		h := s.Tokens[verb].Head
		if h < 0 {
			return -1
		}
		switch s.Rel(verb) {
		case "acl":
			return h
		case "xcomp", "advcl":
			if o := s.Child(h, "obj"); o >= 0 && o < verb && (s.Rel(verb) == "xcomp" || s.chargedWith(verb)) {
				return o
			}
		case "conj":
		default:
			return -1
		}
		verb = h
	}
	return -1
}

// chargedWith reports whether a clause says what the object of the verb above does, by the
// word before it: "accused Chad of beating them", but not "met the envoy to ask him".
func (s *sentence) chargedWith(verb int) bool {
	switch s.word(s.Child(verb, "mark")) {
	case "of", "for", "from":
		return true
	}
	return false
}

// mentionOf returns the mention with a meaning that token i heads or lies in, nil if none.
func (rd *reading) mentionOf(s *sentence, i int) *mention {
	if i < 0 {
		return nil
	}
	if o := s.takenAt(i); o != nil && len(o.ids) > 0 && !o.hidden {
		return o
	}
	for _, o := range s.mentions {
		if o.kind == mPronoun && o.head == i && len(o.ids) > 0 {
			return o
		}
	}
	return nil
}

// ofState reports whether a pronoun says whose an office or body of a state is, which
// no other organisation has: "its government", "its foreign minister".
func (rd *reading) ofState(m *mention) bool {
	o := rd.sents[m.sent].taken[m.first]
	switch {
	case o == nil || m.phrase != "it":
		return false
	case o.kind == mInstitution:
		return o.inst.sector == "GOV" || o.inst.sector == "MIL" || o.inst.sector == "LEG"
	case o.kind == mNominal && o.noun != nil:
		return rd.r.classes[o.noun.noun+"/stateoffice"] != ""
	}
	return false
}

// statesOnly keeps of what a pronoun may take up the states and bodies of several
// states where only those have what belongs to it, if there are any.
func (rd *reading) statesOnly(m *mention, list []*mention) []*mention {
	if !rd.ofState(m) {
		return list
	}
	var out []*mention
	for _, o := range list {
		a := rd.actors[o.ids[0]]
		if a != nil && (a.Kind == schema.KindCountry || ofStates(a)) {
			out = append(out, o)
		}
	}
	if len(out) == 0 {
		return list
	}
	return out
}

// bound returns the option that is the subject over the pronoun, for "himself", "its
// own", and where a relative pronoun is that subject or whoever is told to do something
// ("asked Chad to withdraw its troops"); nil if none is.
func (q *question) bound() *mention {
	s := q.rd.sents[q.m.sent]
	who := q.rd.subjectOver(s, q.m)
	if who == nil || !s.reflexive(q.m.first) && (s.Tokens[q.m.head].DepRel != "nmod:poss" || who.same == nil && !q.rd.toldTo(s, q.m)) {
		return nil
	}
	for _, o := range q.options {
		if slices.Equal(o.ids, who.ids) {
			return o
		}
	}
	return nil
}

// toldTo reports whether the noun that a pronoun belongs to is the object of an infinitive
// whose subject is the object of the verb above, and what is asked for concerns him alone:
// not "asked Chad to free its citizens".
func (rd *reading) toldTo(s *sentence, m *mention) bool {
	verb := s.Tokens[s.counted(s.Tokens[m.head].Head)].Head
	if m.phrase != "it" || verb < 0 || s.Rel(verb) != "xcomp" || s.Child(verb, "nsubj") >= 0 || s.Child(s.Tokens[verb].Head, "obj") < 0 {
		return false
	}
	return !rd.lemmaIs(s, verb, "letting")
}
