package nlp

import "strings"

// tagset is the list of joint tags, "NOUN|NN".
type tagset struct {
	names      []string
	upos, xpos []string
	// uposID numbers the universal tags.
	uposID []uint32
	verb   []bool
	comma  []bool
	punct  []bool
	proper []bool
}

func newTagset(names []string) tagset {
	t := tagset{names: names}
	ids := map[string]uint32{}
	for _, n := range names {
		u, x, _ := strings.Cut(n, "|")
		if _, ok := ids[u]; !ok {
			ids[u] = uint32(len(ids))
		}
		t.upos, t.xpos = append(t.upos, u), append(t.xpos, x)
		t.uposID = append(t.uposID, ids[u])
		t.punct = append(t.punct, u == "PUNCT")
		t.proper = append(t.proper, u == "PROPN" || u == "X")
		t.verb = append(t.verb, u == "VERB" || u == "AUX")
		t.comma = append(t.comma, u == "PUNCT" && x != "HYPH")
	}
	return t
}

// at returns word i, or the word outside the sentence.
func at(ws []word, i int) *word {
	if i < 0 || i >= len(ws) {
		return &outside
	}
	return &ws[i]
}

// tagRows collects the features of token i: the words around it, the two tags
// on its left, affixes, shapes, word classes and the tag sets of the lexicon.
func tagRows(r *rows, ws []word, i int) {
	w, p, q, n, m := &ws[i], at(ws, i-1), at(ws, i-2), at(ws, i+1), at(ws, i+2)
	first := uint32(0)
	if i == 0 {
		first = 1
	}
	r.add(1, w.lower)
	r.add(2, w.form)
	r.add(3, p.lower)
	r.add(4, q.lower)
	r.add(5, n.lower)
	r.add(6, m.lower)
	r.add2(7, p.lower, w.lower)
	r.add2(8, w.lower, n.lower)
	r.add2(9, p.lower, n.lower)
	r.add(10, p.tag)
	r.add2(11, q.tag, p.tag)
	r.add2(12, p.tag, w.lower)
	r.add3(13, q.tag, p.tag, w.set)
	for k, s := range w.suffix {
		r.add(14+uint64(k), s)
	}
	for k, s := range w.prefix {
		r.add(18+uint64(k), s)
	}
	r.add3(21, w.shape, first, w.titled)
	r.add(22, w.fine)
	r.add(23, p.fine)
	r.add(24, n.fine)
	r.add(25, q.fine)
	r.add(26, m.fine)
	r.add(27, w.set)
	r.add(28, n.set)
	r.add(29, m.set)
	r.add2(30, p.tag, w.set)
	r.add2(31, w.set, n.set)
	r.add3(32, w.set, n.set, m.set)
	r.add3(33, p.tag, w.set, n.set)
	r.add2(34, p.tag, n.set)
	r.add2(35, p.tag, w.suffix[2])
	r.add2(36, w.suffix[2], n.set)
	r.add(37, n.suffix[2])
	r.add(38, p.suffix[2])
	r.add2(39, p.shape, w.shape)
	r.add2(40, w.shape, n.shape)
	r.add2(41, w.coarse, n.coarse)
	r.add2(42, p.tag, w.fine)
	r.add2(43, p.fine, w.fine)
	r.add2(44, w.fine, n.fine)
	r.add2(45, p.tag, n.lower)
	r.add3(46, p.tag, w.lower, n.set)
	r.add2(47, w.shape, w.suffix[2])
	r.add(48, 0)
	r.add2(49, w.names, w.titled)
	r.add2(50, w.names, w.shape)
	r.add2(51, w.names, n.names)
	r.add3(52, w.set, w.titled, w.shape)
	r.add3(53, p.tag, w.titled, w.shape)
}

// tagAll tags the words of a sentence from left to right. Forms that the
// lexicon calls closed only get tags they were seen with.
func (a *analyzer) tagAll() {
	ws := a.words
	for i := range ws {
		a.setTag(&ws[i], a.bestTag(ws, i))
	}
}

// setTag stores a tag and its universal half.
func (a *analyzer) setTag(w *word, tag int) {
	w.tag = uint32(tag)
	w.upos = a.m.tags.uposID[tag]
}

// bestTag is the tag with the highest score, the first of equals.
func (a *analyzer) bestTag(ws []word, i int) int {
	w := &ws[i]
	var only []uint8
	if w.closed {
		only = a.m.lexicon.sets[w.set-1]
		if len(only) == 1 {
			return int(only[0])
		}
	}
	a.rows.reset(a.m.tagger.Bits())
	tagRows(&a.rows, ws, i)
	a.m.tagger.Score(a.rows.list, &a.scores)
	best := 0
	if only != nil {
		best = int(only[0])
		for _, t := range only {
			if a.scores[t] > a.scores[best] {
				best = int(t)
			}
		}
		return best
	}
	for t := range a.m.tags.names {
		if a.scores[t] > a.scores[best] {
			best = t
		}
	}
	return best
}
