package attribution

import (
	"slices"
	"strings"

	"dyad/schema"
)

// isDocument reports whether a token is a noun of documents, not a name such
// as "The Post".
func (w *whoIndex) isDocument(t *tree, h int) bool {
	lemma := t.lemma(h)
	if w.lex.is("body", lemma) || !w.lex.is("document", lemma) && !w.lex.is("data", lemma) && !w.lex.is("writing", lemma) {
		return false
	}
	return h == 0 || !capital(t.Tokens[h].Form) || t.titleCase()
}

// titleCase reports whether a sentence is written as a title is: most words
// with a capital.
func (t *tree) titleCase() bool {
	words, capitals := 0, 0
	for i := range t.Tokens {
		if t.isWord(i) {
			if words++; capital(t.Tokens[i].Form) {
				capitals++
			}
		}
	}
	return t.Headline || 10*capitals > 6*words
}

// made returns who is named as the maker of a document: before it ("a Herald
// Tribune poll", "the Greens' platform", "his memoir"), or behind where it was
// made or printed ("a study in the Northern Herald", "an analysis released by
// the Harbour Office", "a study by economists").
func (w *whoIndex) made(c *candidate, core stretch, h int) string {
	t := c.tree
	if t.Tokens[core.first].XPOS == "PRP$" {
		if !w.lex.is("writing", t.lemma(h)) {
			return "" // "his pulse rate"
		}
		return w.meant(t.index, core.first)
	}
	first := core.first
	for first < h && !(capital(t.Tokens[first].Form) && first > 0) {
		first++
	}
	if id := w.makerIn(c, stretch{first, h}); id != "" {
		return id
	}
	end := c.source.last
	if end == h+1 && t.hi[h] > h && !covers(c.content, t.Tokens[end].Start) && t.hi[h] < len(t.Tokens) {
		end = t.hi[h] + 1 // the source stops at the document
	}
	for i := h + 1; i < end-1; i++ {
		switch {
		case !t.isWord(i) && !w.insideWord(t, i):
			return ""
		case t.lower(i) == "by" || t.lower(i) == "from" || t.lower(i) == "in":
			by := t.lower(i) == "by"
			for i+2 < end && (t.Tokens[i+1].UPOS == "DET" || t.Tokens[i+1].UPOS == "NUM") {
				i++
			}
			if id := w.makerIn(c, stretch{i + 1, end}); id != "" {
				return id
			}
			if by {
				if id := w.beginsAt(t, i+1); id != "" {
					return id
				}
			}
		}
	}
	return ""
}

// meant returns the actor of a possessive pronoun, "" if it means none.
func (w *whoIndex) meant(sentence, i int) string {
	for _, m := range w.bySentence[sentence] {
		if m.First == i && m.Last == i+1 && len(m.Actors) == 1 {
			return m.Actors[0]
		}
	}
	return ""
}

// beginsAt returns the people or the body that a noun phrase without a name
// means which begins at a token: "economists", "two unions".
func (w *whoIndex) beginsAt(t *tree, i int) string {
	for _, m := range w.bySentence[t.index] {
		if m.First == i && !m.Modifier && len(m.Actors) == 1 && w.generic[m.Actors[0]] && m.Form != schema.FormPronoun {
			return m.Actors[0]
		}
	}
	return ""
}

// makerIn returns the actor of the name that a stretch begins with: no state,
// person or group of a state, whose polls are not theirs.
func (w *whoIndex) makerIn(c *candidate, s stretch) string {
	t := c.tree
	if s.empty() || !capital(t.Tokens[s.first].Form) || w.lex.is("time", t.lower(s.first)) {
		return ""
	}
	for _, m := range w.bySentence[t.index] {
		if len(m.Actors) == 1 && m.First <= s.first && s.first < m.Last && w.kinds[m.Actors[0]] != schema.KindCountry && !w.generic[m.Actors[0]] {
			return m.Actors[0]
		}
	}
	run := t.nameAround(s.first)
	run.last = min(run.last, s.last)
	if run.empty() {
		return ""
	}
	kind := t.typeAt(run.last - 1)
	if kind == "NORP" && run.last-run.first > 1 && t.Tokens[run.last-1].UPOS != "ADJ" && !w.isPerson(t.lemma(run.last-1)) {
		kind = "ORG" // "Latvian Soundings"
	}
	if kind == "LOC" || kind == "NORP" || kind == "PER" || w.placeAt(t, run) {
		return ""
	}
	return w.enter(c, run.last-1, introduced{kind: schema.KindOrganization, name: run, named: true})
}

// placeAt reports whether a run of names ends with a place or a state.
func (w *whoIndex) placeAt(t *tree, s stretch) bool {
	return slices.ContainsFunc(w.bySentence[t.index], func(m *schema.Mention) bool { return m.First < s.last && s.last <= m.Last }) ||
		slices.ContainsFunc(w.doc.Places, func(p schema.PlaceMention) bool {
			return p.Sentence == t.index && p.First < s.last && s.last <= p.Last
		})
}

// nameAround is the run of names that begins at a token.
func (t *tree) nameAround(i int) stretch {
	s := stretch{i, i + 1}
	for s.last < len(t.Tokens) && capital(t.Tokens[s.last].Form) {
		s.last++
	}
	return s
}

// isNorm reports whether a source is a law or treaty that the actor stage took for a body:
// it says what it says for nobody.
func (w *whoIndex) isNorm(c *candidate) bool {
	a := w.actors[c.speaker]
	if a == nil || a.Kind != schema.KindOrganization || !w.lex.is("norm", c.tree.lower(c.sourceHead)) {
		return false
	}
	_, word, _ := cutLast(a.Name)
	return strings.EqualFold(word, c.tree.Tokens[c.sourceHead].Form)
}
