package attribution

import (
	"slices"
	"strings"

	"dyad/schema"
)

// bodyNamed returns the body named before that "the council" or "this ministry" means,
// where the actor stage took it for a body of its own that nothing in the text names: the
// only one whose name has that word.
func (w *whoIndex) bodyNamed(c *candidate) string {
	t, h := c.tree, c.sourceHead
	d := t.kid(h, "det")
	if w.kinds[c.speaker] != schema.KindOrganization || t.Tokens[h].UPOS != "NOUN" || d < 0 || t.lower(d) != "the" && t.lower(d) != "this" ||
		t.kid(h, "nmod", "nmod:poss", "acl", "appos", "conj", "amod", "compound", "nummod") >= 0 || w.plural(t, h) || !w.lex.is("body", t.lower(h)) {
		return ""
	}
	word, found := t.lower(h), ""
	for k := range w.mentions {
		m := &w.mentions[k]
		if len(m.Actors) != 1 || m.Form == schema.FormPronoun {
			continue
		}
		if m.Actors[0] == c.speaker {
			if m.Form == schema.FormName || w.trees[m.Sentence].lower(m.Head) != word {
				return "" // it has a name, or the text calls it otherwise
			}
			continue
		}
		if m.Form != schema.FormName || m.Start >= c.at || w.kinds[m.Actors[0]] != schema.KindOrganization || m.Actors[0] == found || !w.hasWord(m, word) {
			continue
		}
		if found != "" {
			return ""
		}
		found = m.Actors[0]
	}
	return found
}

// hasWord reports whether a mention has a word.
func (w *whoIndex) hasWord(m *schema.Mention, word string) bool {
	t := w.trees[m.Sentence]
	for i := m.First; i < m.Last; i++ {
		if strings.EqualFold(t.Tokens[i].Form, word) {
			return true
		}
	}
	return slices.Contains(strings.Fields(strings.ToLower(w.actors[m.Actors[0]].Name)), word)
}

// latter returns whom "the latter" means: who is named last before it, in its sentence or
// the one before.
func (w *whoIndex) latter(c *candidate) string {
	if c.tree.lower(c.sourceHead) != "latter" {
		return ""
	}
	for s := c.tree.index; s >= max(0, c.tree.index-1); s-- {
		for k := len(w.bySentence[s]) - 1; k >= 0; k-- {
			if m := w.bySentence[s][k]; m.Start < c.tree.Tokens[c.source.first].Start && !m.Modifier && !m.Locative && w.namesPerson(m) {
				return m.Actors[0]
			}
		}
	}
	return ""
}

// mediumOf returns the news medium that "the Norwegian news agency" means where the actor
// stage has no more than its state: the one that spoke last, else nobody.
func (w *whoIndex) mediumOf(c *candidate, last chain) (string, bool) {
	t, h := c.tree, c.sourceHead
	if w.kinds[c.speaker] != schema.KindCountry || t.Tokens[h].UPOS != "NOUN" || !w.lex.is("medium", t.lower(h)) || w.plural(t, h) {
		return "", false
	}
	if last.medium != nil && t.index-last.medium.tree.index <= issuerSentences {
		return last.medium.speaker, true
	}
	return "", true
}
