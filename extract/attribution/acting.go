package attribution

import (
	"slices"

	"dyad/schema"
)

// actingBody returns the body or the people that are the subject of the sentence in a
// clause of which "it" or "they" speaks: "the union named the man, who it said was there".
func (w *whoIndex) actingBody(c *candidate) string {
	t := c.tree
	if t.Tokens[c.head].Head < 0 || c.cue[0].first < c.sourceHead || t.rel(c.head, "conj", "parataxis") && !t.hasRelative(c.head) {
		return ""
	}
	for _, m := range w.bySentence[t.index] {
		if m.Start >= c.at || m.Modifier || len(m.Actors) != 1 || m.Form == schema.FormPronoun || !w.mainSubject(t, m.Head) || covers(c.content, m.Start) {
			continue
		}
		switch kind := w.kinds[m.Actors[0]]; {
		case kind == schema.KindOrganization, kind == schema.KindGroup && c.isPronoun("they"), kind == schema.KindCountry && c.isPronoun("it"):
			return m.Actors[0]
		}
	}
	return ""
}

// hasRelative reports whether the clause of a verb is a relative one, whatever it hangs on:
// "…, which it said was safe".
func (t *tree) hasRelative(v int) bool {
	k := t.kid(v, "obj", "nsubj", "obl")
	return k >= 0 && k < v && t.isRelative(k)
}

// onlySaid reports whether the one whom a pronoun is said to mean is named since a
// statement only in what it says.
func (w *whoIndex) onlySaid(c, o *candidate) bool {
	inside := false
	for s := min(o.tree.index, w.begins(o)); s <= c.tree.index; s++ {
		for _, m := range w.bySentence[s] {
			if m.Form == schema.FormPronoun || m.Start >= c.at || !slices.Contains(m.Actors, c.speaker) {
				continue
			}
			if !covers(o.content, m.Start) {
				return false
			}
			inside = true
		}
	}
	return inside
}

// writingBefore reports whether a document of somebody spoke last, right before a
// statement: "a letter of Lund said. It said".
func (l *chain) writingBefore(c *candidate) bool {
	d := l.writing
	if d == nil || c.tree.index-d.tree.index > 2 {
		return false
	}
	return (l.person == nil || l.person.at <= d.at) && (l.body == nil || l.body.at <= d.at) && (l.medium == nil || l.medium.at <= d.at) && (l.paper == nil || l.paper.at < d.at)
}
