package actor

import (
	"slices"

	"dyad/schema"
)

// pairBefore returns the two or more people or states that "they" means where no group is
// named nearer: those of the last sentence, or of the clause before, who met or talked ("Paz
// met his Chilean counterpart. They agreed"), or whom its subject joins ("the king and the
// premier said"); nil if none. An organisation in between may be who tells of them: "the
// ministry said they would sign".
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
		var others []int
		for i := k + 1; i < end; i++ {
			if s.Rel(i) == "conj" && s.firstConjunct(i) == k {
				others = append(others, i)
			}
		}
		if len(others) == 0 && rd.lemmaIs(s, verb, "meeting") {
			others = append(others, s.partner(verb, end))
		}
		if ids := rd.allOf(s, k, others); ids != nil {
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

// allOf returns the different people, or the different states, that a token and others mean;
// nil if there are not two, or one means something else.
func (rd *reading) allOf(s *sentence, i int, others []int) []string {
	var ids []string
	kind := ""
	for _, k := range append([]int{i}, others...) {
		o := rd.mentionOf(s, k)
		if o == nil || len(o.ids) != 1 {
			return nil
		}
		a := rd.actors[o.ids[0]]
		if a == nil || a.Kind != schema.KindPerson && a.Kind != schema.KindCountry || kind != "" && a.Kind != kind {
			return nil
		}
		if kind = a.Kind; !slices.Contains(ids, a.ID) {
			ids = append(ids, a.ID)
		}
	}
	if len(ids) < 2 {
		return nil
	}
	return ids
}
