package actor

import (
	"slices"
	"strings"

	"dyad/schema"
)

// pairBefore returns the two people or states that "they" means where no group or
// organisation is named nearer: those of the last sentence, or of the clause before,
// who met or talked ("Paz met his Chilean counterpart. They agreed"), or whom its
// subject joins ("the king and the premier said"); nil if none.
func (rd *reading) pairBefore(m *mention, options []*mention) []string {
	s := rd.sents[m.sent]
	if m.phrase != "they" || m.modifier && s.Tokens[m.head].DepRel != "nmod:poss" {
		return nil
	}
	for i := m.sent; i >= 0 && i >= m.sent-1; i-- {
		end := len(rd.sents[i].Tokens)
		if i == m.sent {
			end = m.first
		}
		if slices.ContainsFunc(options, func(o *mention) bool { return o.sent == i && rd.plural(o) }) {
			return nil
		}
		if ids := rd.pairIn(i, end, rd.quoted(m.sent, m.first)); ids != nil {
			return ids
		}
	}
	return nil
}

// plural reports whether a mention means several or a group.
func (rd *reading) plural(o *mention) bool {
	a := rd.actors[o.ids[0]]
	return len(o.ids) > 1 || a != nil && a.Kind == schema.KindGroup
}

// pairIn returns the pair of the last verb before token end of a sentence that has one,
// inside or outside quotation marks.
func (rd *reading) pairIn(si, end int, quoted bool) []string {
	s := rd.sents[si]
	for verb := end - 1; verb >= 0; verb-- {
		if !s.isAny(verb, "VERB") || rd.quoted(si, verb) != quoted {
			continue
		}
		k := s.Child(verb, "nsubj")
		if k < 0 || k >= end {
			continue
		}
		other := s.Child(k, "conj")
		if other < 0 && rd.r.classes[strings.ToLower(s.Tokens[verb].Lemma)+"/meeting"] != "" {
			other = s.partner(verb, end)
		}
		if ids := rd.twoOf(s, k, other); ids != nil {
			return ids
		}
	}
	return nil
}

// partner returns whom the subject of a verb of meeting meets: the object, or who
// stands after "with" under the verb or its object; -1 if nobody does before token end.
func (s *sentence) partner(verb, end int) int {
	for i := verb + 1; i < end; i++ {
		h := s.Tokens[i].Head
		if h != verb && (h < 0 || s.Tokens[h].Head != verb || s.Rel(h) != "obj" && s.Rel(h) != "obl") {
			continue
		}
		if c := s.Child(i, "case"); c >= 0 && s.word(c) == "with" && (s.Rel(i) == "obl" || s.Rel(i) == "nmod") {
			return i
		}
	}
	if o := s.Child(verb, "obj"); o >= 0 && o < end {
		return o
	}
	return -1
}

// twoOf returns two different people, or two different states, that tokens mean.
func (rd *reading) twoOf(s *sentence, i, j int) []string {
	if i < 0 || j < 0 {
		return nil
	}
	x, y := rd.mentionOf(s, i), rd.mentionOf(s, j)
	if x == nil || y == nil || len(x.ids) != 1 || len(y.ids) != 1 || x.ids[0] == y.ids[0] {
		return nil
	}
	a, b := rd.actors[x.ids[0]], rd.actors[y.ids[0]]
	if a == nil || b == nil || a.Kind != b.Kind || a.Kind != schema.KindPerson && a.Kind != schema.KindCountry {
		return nil
	}
	ids := []string{a.ID, b.ID}
	slices.Sort(ids)
	return ids
}
