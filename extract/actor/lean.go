package actor

import (
	"slices"
	"strings"

	"dyad/schema"
)

// What an option gains that was acted upon right before, for a pronoun that goes on with
// what was done to somebody: by who arrests or accuses, and by others.
const leanWronged, leanUndergone = 4, 1.5

// lean is what the score of an option gains by what the pronoun goes on with: whom a
// judge orders held, whose lawyer speaks and who denies something is whoever was
// arrested, charged or accused before, not who did that.
func (q *question) lean(o *mention) float64 {
	if q.class != "person" {
		return 0
	}
	if q.saysOf(o) {
		return leanUndergone
	}
	if !q.goesOn() {
		return 0
	}
	switch verb := q.rd.undergoes(o, q.m); {
	case verb == "":
		return 0
	case q.rd.r.classes[verb+"/against"] != "" || q.rd.r.classes[verb+"/charging"] != "":
		return leanWronged
	}
	return leanUndergone
}

// saysOf reports whether a pronoun is the subject of what an option says: "the president
// refused, saying he would wait".
func (q *question) saysOf(o *mention) bool {
	s := q.rd.sents[q.m.sent]
	i := q.m.head
	verb := s.Tokens[i].Head
	if s.Rel(i) != "nsubj" || s.accusative(i) || verb < 0 || s.Rel(verb) != "ccomp" {
		return false
	}
	above := s.Tokens[verb].Head
	if above < 0 || !q.rd.r.Speaks(s.Tokens[above].Lemma) {
		return false
	}
	who := q.rd.mentionOf(s, s.subjectOf(above))
	return who != nil && slices.Equal(who.ids, o.ids)
}

// goesOn reports whether a pronoun stands for somebody whom things are done to: an
// object in a clause with another subject, the owner of what only such people have
// ("his lawyer", "her release"), the subject of an answer to a charge or of a passive.
func (q *question) goesOn() bool {
	rd, m := q.rd, q.m
	s := rd.sents[m.sent]
	i := m.head
	verb := s.Tokens[i].Head
	if verb < 0 {
		return false
	}
	switch s.Tokens[i].DepRel {
	case "nmod:poss":
		return rd.lemmaIs(s, verb, "ofthecharged")
	case "nsubj:pass":
		return true
	case "nsubj":
		if s.accusative(i) {
			break
		}
		return rd.lemmaIs(s, verb, "answering")
	}
	if s.Rel(i) != "obj" && s.Rel(i) != "iobj" && s.Rel(i) != "nsubj" {
		return false
	}
	who := rd.subjectOver(s, m)
	return who != nil && who.kind != mPronoun
}

// undergoes returns the verb (lemma) of what was done to the person that a mention means in
// the clause or sentence before a pronoun, "" if nothing was.
func (rd *reading) undergoes(o, m *mention) string {
	if m.sent-o.sent > 1 || len(o.ids) != 1 {
		return ""
	}
	if a := rd.actors[o.ids[0]]; a == nil || a.Kind != schema.KindPerson {
		return ""
	}
	s := rd.sents[o.sent]
	h := s.firstConjunct(o.head)
	verb := s.Tokens[h].Head
	if verb < 0 || o.sent == m.sent && s.Tokens[m.head].Head == verb {
		return ""
	}
	if s.Rel(h) != "obj" && s.Tokens[h].DepRel != "nsubj:pass" {
		return ""
	}
	return strings.ToLower(s.Tokens[verb].Lemma)
}
