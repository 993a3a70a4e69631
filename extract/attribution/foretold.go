package attribution

// foretoldSentences is how far into a text a document may be named that its
// headline or first sentence speaks of, and how far below its maker is named.
const (
	foretoldFrom = 3
	foretoldTo   = 8
)

// foretell gives a document without a maker that stands in the headline or the
// first sentences the maker of the one that the text tells of next: "Poll: most
// want a bridge" is the poll of "according to a Lakeside Herald poll" below it.
// Documents in the plural are nobody's.
func (w *whoIndex) foretell(found []*candidate, near [][]*candidate) {
	for i, c := range found {
		if c.speaker != "" || c.sourceHead < 0 || c.tree.index >= foretoldFrom {
			continue
		}
		h := w.documentOf(c)
		if h < 0 || w.plural(c.tree, h) {
			continue
		}
		if c.speaker = w.makerBelow(c, h, found[i+1:]); c.speaker != "" {
			w.credit(c, near[c.tree.index])
		}
	}
}

// documentOf returns the noun of a document that is all of a source but words
// before it ("New poll"), -1 if it is none.
func (w *whoIndex) documentOf(c *candidate) int {
	core, h := w.core(c.tree, c.source)
	if h < 0 || core.last != c.source.last || !w.isDocument(c.tree, h) || c.tree.kid(h, "nmod:poss") >= 0 {
		return -1
	}
	return h
}

// makerBelow returns the speaker of the next document of the same kind below a
// candidate, as a source or elsewhere in a sentence.
func (w *whoIndex) makerBelow(c *candidate, h int, below []*candidate) string {
	for s := c.tree.index + 1; s < len(w.trees) && s <= c.tree.index+foretoldTo; s++ {
		t := w.trees[s]
		for i := range t.Tokens {
			if !w.sameDocument(c.tree.lemma(h), t.lemma(i)) || w.plural(t, i) {
				continue
			}
			for _, o := range below {
				if o.tree == t && o.source.has(i) && o.speaker != "" && w.isDocument(t, o.sourceHead) {
					return o.speaker
				}
			}
			if id := w.principal(t, i); id != "" {
				return id
			}
		}
	}
	return ""
}

// sameDocument reports whether two nouns may mean one document: the same word,
// or two words for asking people.
func (w *whoIndex) sameDocument(a, b string) bool {
	return a == b || w.lex.is("poll", a) && w.lex.is("poll", b)
}
