package attribution

import (
	"strings"

	"dyad/schema"
)

// portrayed returns the person whom a description means that fits anybody who is known: the
// subject of the sentence before, where nobody else is named since. "Ann Lee won the vote.
// The former footballer said", but not "The judge said".
func (w *whoIndex) portrayed(c *candidate, before []*candidate) string {
	t, h := c.tree, c.sourceHead
	if c.speaker != "" && (!w.generic[c.speaker] || w.kinds[c.speaker] != schema.KindPerson) || c.source.empty() || c.source.last > c.head || !t.definite(h) || !w.isPortrait(t, h) || t.kid(h, "nmod", "acl", "appos", "conj", "nmod:poss", "nummod") >= 0 || w.mentionedBefore(c) {
		return ""
	}
	id, at := w.subjectBefore(c, before)
	if id == "" || w.generic[id] || !w.sameState(c.speaker, id) {
		return ""
	}
	for k := range w.mentions {
		m := &w.mentions[k]
		if m.Start > at && m.Start < t.Tokens[c.source.first].Start && len(m.Actors) == 1 && m.Actors[0] != id && w.kinds[m.Actors[0]] == schema.KindPerson {
			return ""
		}
	}
	return id
}

// isPortrait reports whether a noun tells what a known person is, or how old.
func (w *whoIndex) isPortrait(t *tree, h int) bool {
	return w.lex.is("portrait", t.lower(h)) || strings.HasSuffix(t.lower(h), "-year-old") || t.lower(h) == "old" && t.lower(h-2) == "year"
}

// sameState reports whether nothing tells that an actor without a name is of another state
// than a person.
func (w *whoIndex) sameState(generic, person string) bool {
	a, b := w.actors[generic], w.actors[person]
	return a == nil || b == nil || a.Code == "" || b.Code == "" || a.Code == b.Code
}

// subjectBefore returns the person with a name who is the subject of the sentence before a
// statement, and where he is named, -1 if there is none.
func (w *whoIndex) subjectBefore(c *candidate, before []*candidate) (string, int) {
	s := w.begins(c) - 1
	if s < 0 {
		return "", -1
	}
	for _, m := range w.bySentence[s] {
		if w.namesPerson(m) && !m.Modifier && w.mainSubject(w.trees[s], m.Head) && w.outside(c, m.Start, before) {
			return m.Actors[0], m.Start
		}
	}
	return "", -1
}
