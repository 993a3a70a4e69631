package attribution

import (
	"slices"
	"strings"

	"dyad/extract/nlp"
	"dyad/schema"
)

// takeUpSentences is how far back somebody may be named whom a noun with an
// article takes up.
const takeUpSentences = 40

// takenUp returns whom a source without a mention takes up: "the council" is
// the last body whose name has that word, "the agency" or "the group" whoever of
// no other kind spoke or was named last; "the driver" is the driver of before.
func (w *whoIndex) takenUp(c *candidate, last chain) string {
	t, h := c.tree, c.sourceHead
	if !t.definite(h) || t.kid(h, "nmod", "acl", "appos", "conj", "amod", "compound", "nummod") >= 0 || t.Tokens[h].UPOS != "NOUN" && t.Tokens[h].UPOS != "PROPN" || w.plural(t, h) {
		return ""
	}
	word := t.lower(h)
	if !w.lex.is("body", word) && !w.isPerson(word) {
		return ""
	}
	if id := w.calledBefore(c, word); id != "" {
		return id
	}
	if !w.lex.is("any-body", word) {
		return ""
	}
	if last.body != nil && c.tree.index-last.body.tree.index <= chainSentences(c) && w.fits(last.body.speaker, word) {
		return last.body.speaker
	}
	return w.nearestBody(c, word)
}

// definite reports whether an article says that a noun is known.
func (t *tree) definite(h int) bool {
	k := t.kid(h, "det")
	return k >= 0 && t.lower(k) == "the"
}

// calledBefore returns the last actor before a candidate one of whose mentions
// has a word: as its head where it has no name, anywhere in its name.
func (w *whoIndex) calledBefore(c *candidate, word string) string {
	for k := len(w.mentions) - 1; k >= 0; k-- {
		m := &w.mentions[k]
		if m.Start >= c.tree.Tokens[c.source.first].Start || c.tree.index-m.Sentence > takeUpSentences || len(m.Actors) != 1 || m.Form == schema.FormPronoun {
			continue
		}
		a := w.actors[m.Actors[0]]
		if a == nil || a.Kind == schema.KindCountry {
			continue
		}
		person := a.Kind == schema.KindPerson
		if person != w.isPerson(word) || a.Kind == schema.KindGroup {
			continue
		}
		t := w.trees[m.Sentence]
		if t.lower(m.Head) == word || !person && slices.ContainsFunc(t.Tokens[m.First:m.Last], func(tok nlp.Token) bool { return strings.EqualFold(tok.Form, word) }) {
			return a.ID
		}
	}
	return ""
}

// fits reports whether an actor can be called by a word for bodies of many
// kinds: no state, and no medium but by the words for it.
func (w *whoIndex) fits(id, word string) bool {
	a := w.actors[id]
	return a != nil && a.Kind == schema.KindOrganization && (a.Sector == "JRN") == w.lex.is("medium", word)
}

// bodySentences is how far back a body may be named that "the agency" means.
const bodySentences = 4

// nearestBody returns the body named last before a candidate, the subject of
// its sentence first.
func (w *whoIndex) nearestBody(c *candidate, word string) string {
	for s := c.tree.index; s >= max(0, c.tree.index-bodySentences); s-- {
		best := ""
		for _, m := range w.bySentence[s] {
			if m.Modifier || m.Locative || m.Form != schema.FormName || len(m.Actors) != 1 || m.Start >= c.at || !w.fits(m.Actors[0], word) {
				continue
			}
			if best = m.Actors[0]; w.trees[s].rel(m.Head, "nsubj") {
				return best
			}
		}
		if best != "" {
			return best
		}
	}
	return ""
}
