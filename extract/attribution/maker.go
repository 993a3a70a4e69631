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
	if id := w.ownerOf(c, h); id != "" {
		return id
	}
	if id := w.releasedBy(c, h); id != "" {
		return id
	}
	end := c.source.last
	if end == h+1 && t.hi[h] > h && !covers(c.content, t.Tokens[end].Start) && t.hi[h] < len(t.Tokens) {
		end = t.hi[h] + 1 // the source stops at the document
	}
	for i := h + 1; i < end-1; i++ {
		switch {
		case t.lower(i+1) == "by" && (t.Tokens[i].Form == "," || t.words[i].mark):
		case !t.isWord(i) && !w.insideWord(t, i) && !(w.titledHere(t, h, i)):
			return ""
		case t.lower(i) == "by" || t.lower(i) == "from" || t.lower(i) == "in":
			by := t.lower(i) == "by"
			for i+2 < end && (t.Tokens[i+1].UPOS == "DET" || t.Tokens[i+1].UPOS == "NUM") {
				i++
			}
			if named := t.behindNouns(i+1, end); named > i+1 {
				if id := w.makerIn(c, stretch{named, end}); id != "" {
					return id
				}
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

// ownerOf returns whose document a source is that the actor stage has as no more than a
// modifier: the people or the body before it ("the prosecutors' document"), the body
// named so last ("a ministry statement").
func (w *whoIndex) ownerOf(c *candidate, h int) string {
	t := c.tree
	k := t.kid(h, "nmod:poss", "compound")
	if k < 0 || k > h || t.Tokens[k].UPOS != "NOUN" {
		return ""
	}
	for _, m := range w.bySentence[t.index] {
		if m.Head == k && len(m.Actors) == 1 && w.kinds[m.Actors[0]] != schema.KindCountry && m.Form != schema.FormPronoun {
			return m.Actors[0]
		}
	}
	if w.lex.is("body", t.lower(k)) {
		return w.calledBefore(c, t.lower(k))
	}
	return ""
}

// titledHere reports whether a token behind a document is a mark of its title: the book
// | “Harbours of the North” by Ann Lee.
func (w *whoIndex) titledHere(t *tree, h, i int) bool {
	return t.words[i].mark && (i == h+1 || t.lower(i+1) == "by" || t.lower(i+2) == "by")
}

// behindNouns is where a name begins behind nouns of what it is: "the credit company |
// Harbour Soundings". It is the first token if none stands before it.
func (t *tree) behindNouns(i, end int) int {
	k := i
	for k+1 < end && (t.Tokens[k].UPOS == "NOUN" || t.Tokens[k].UPOS == "ADJ") && !capital(t.Tokens[k].Form) {
		k++
	}
	if t.Tokens[k].UPOS == "PROPN" && capital(t.Tokens[k].Form) {
		return k
	}
	return i
}

// statedIn returns who spoke in a document before that a source takes up: "in a statement,
// the council said … the statement said".
func (w *whoIndex) statedIn(c *candidate, before []*candidate) string {
	t, h := c.tree, c.sourceHead
	word := t.lemma(h)
	if !w.lex.is("document", word) && !w.lex.is("message", word) || t.kid(h, "nmod", "nmod:poss", "acl", "compound") >= 0 || t.kid(h, "det") < 0 {
		return ""
	}
	for k := len(before) - 1; k >= 0 && t.index-before[k].tree.index <= issuerSentences; k-- {
		o := before[k]
		if o.kind != schema.KindSpeech || o.speaker == "" || o.speaker == o.carrier {
			continue
		}
		for i := range o.tree.Tokens {
			if o.tree.lemma(i) == word && o.tree.rel(i, "obl", "nmod") && (o.tree.caseOf(i) == "in" || o.tree.caseOf(i) == "through" || o.tree.caseOf(i) == "via") && o.tree.Tokens[i].Head == o.head && !covers(o.content, o.tree.Tokens[i].Start) {
				return o.speaker
			}
		}
	}
	return ""
}

// releasedBy returns who has issued a document by a relative clause behind it: "a survey
// that the consulting firm Harbour Soundings released".
func (w *whoIndex) releasedBy(c *candidate, h int) string {
	t := c.tree
	v := t.kid(h, "acl:relcl")
	if v < 0 || !w.lex.is("light", t.lemma(v)) && !w.lex.is("issues", t.lemma(v)) {
		return ""
	}
	k := t.kid(v, "nsubj")
	if k < 0 || k < h || t.isRelative(k) {
		return ""
	}
	if id := w.at(t.index, k); id != "" {
		return id
	}
	for first := t.lo[k]; first <= k; first++ {
		if capital(t.Tokens[first].Form) && t.nameUntil(first, k+1) {
			return w.makerIn(c, stretch{first, k + 1})
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
