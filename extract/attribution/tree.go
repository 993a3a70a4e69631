package attribution

import "dyad/extract/nlp"

// tree is a sentence with what the rules ask of its dependency tree again and
// again. Subtrees are taken as stretches of tokens: parsers of news give
// crossing arcs too rarely to matter.
type tree struct {
	*nlp.Sentence
	rooms   *rooms
	outline *nlp.Outline
	main    []string // the relations without their subtypes
	index   int
	kids    [][]int
	lo, hi  []int // first and last token that a token dominates
	depth   []int
	words   []word
}

// word is what is asked of a token most, beside its outline: whether it is a
// quotation mark or a dash, no punctuation at all, or a finite verb.
type word struct{ mark, dash, plain, finite bool }

// stretch is a run of tokens, last exclusive.
type stretch struct{ first, last int }

func (s stretch) has(i int) bool         { return s.first <= i && i < s.last }
func (s stretch) empty() bool            { return s.first >= s.last }
func (s stretch) touches(o stretch) bool { return s.first < o.last && o.first < s.last }

func newTree(in *rooms, lex *lexicon, sent *nlp.Sentence, index int) *tree {
	n := len(sent.Tokens)
	outline, ints := sent.Outline(), in.ints.Take(3*n)
	t := &in.trees.Take(1)[0]
	*t = tree{Sentence: sent, rooms: in, outline: outline, main: outline.Main, index: index, kids: outline.Kids, lo: ints[:n:n], hi: ints[n : 2*n : 2*n], depth: ints[2*n:], words: in.words.Take(n)}
	for i := range sent.Tokens {
		tok := &sent.Tokens[i]
		t.words[i] = word{mark: lex.isMark(tok.Form), dash: !startsWord(tok.Form) && lex.is("dash", tok.Form),
			plain: tok.UPOS != "PUNCT" && tok.UPOS != "SYM", finite: isFinite(tok.XPOS)}
		t.lo[i], t.hi[i] = i, i
	}
	for i := range sent.Tokens {
		for h, d := sent.Tokens[i].Head, 0; h >= 0 && h < n && d < n; h, d = sent.Tokens[h].Head, d+1 {
			t.lo[h], t.hi[h] = min(t.lo[h], i), max(t.hi[h], i)
			t.depth[i]++
		}
	}
	return t
}

// sub returns the stretch that token i dominates.
func (t *tree) sub(i int) stretch { return stretch{t.lo[i], t.hi[i] + 1} }

// kid returns the first child of i with one of the relations, or -1. A
// relation without subtype stands for all its subtypes.
func (t *tree) kid(i int, rels ...string) int {
	for _, k := range t.kids[i] {
		if t.rel(k, rels...) {
			return k
		}
	}
	return -1
}

// rel reports whether token i has one of the relations.
func (t *tree) rel(i int, rels ...string) bool {
	return nlp.IsRel(t.main[i], t.Tokens[i].DepRel, rels)
}

func (t *tree) lemma(i int) string {
	if i < 0 || i >= len(t.Tokens) {
		return ""
	}
	return t.outline.Lemma[i]
}

func (t *tree) lower(i int) string {
	if i < 0 || i >= len(t.Tokens) {
		return ""
	}
	return t.outline.Lower[i]
}

// caseOf returns the lemma of the preposition of a nominal, "" if it has none.
func (t *tree) caseOf(i int) string {
	if k := t.kid(i, "case"); k >= 0 {
		return t.lower(k)
	}
	return ""
}

// isWord reports whether token i has a letter or digit.
func (t *tree) isWord(i int) bool { return t.words[i].plain }

// trim drops punctuation at the edges of a stretch, quotation marks excepted
// where keep says so.
func (t *tree) trim(s stretch, keep func(i int) bool) stretch {
	for s.first < s.last && !t.isWord(s.first) && !keep(s.first) {
		s.first++
	}
	for s.last > s.first && !t.isWord(s.last-1) && !keep(s.last-1) {
		s.last--
	}
	return s
}

// closesBracket reports whether token i closes a bracket that opens at or behind
// token from: "by the Central Bank (BoG)".
func (t *tree) closesBracket(from, i int) bool {
	if t.Tokens[i].Form != ")" {
		return false
	}
	depth := 1
	for k := i - 1; k >= from && depth > 0; k-- {
		switch t.Tokens[k].Form {
		case ")":
			depth++
		case "(":
			depth--
		}
	}
	return depth == 0
}
