package nlp

import "strings"

// Outline is what stages ask of the tokens of a sentence again and again, made
// once for all of them.
type Outline struct {
	// Kids are the dependents of every token, in text order.
	Kids [][]int
	// Lower and Lemma are form and lemma in lower case, Main is the relation
	// without its subtype.
	Lower, Lemma, Main []string
}

// Outline returns the outline of the sentence, whose tokens must not change any
// more.
func (s *Sentence) Outline() *Outline {
	if s.outline == nil {
		s.outline = newOutline(s.Tokens)
	}
	return s.outline
}

// IsRel reports whether a relation, given without its subtype and whole, is one of
// some; one of these without a subtype stands for all its subtypes.
func IsRel(main, full string, rels []string) bool {
	for _, r := range rels { // length and first letter tell most apart, which spares a call
		switch {
		case len(r) == len(main):
			if r[0] == main[0] && r == main {
				return true
			}
		case len(r) > len(main) && r[len(main)] == ':' && r == full:
			return true
		}
	}
	return false
}

func newOutline(tokens []Token) *Outline {
	n := len(tokens)
	words := make([]string, 3*n) // lists of one kind share their memory
	o := &Outline{Kids: make([][]int, n), Lower: words[:n:n], Lemma: words[n : 2*n : 2*n], Main: words[2*n:]}
	ints := make([]int, 2*n)
	count, all := ints[:n], ints[n:]
	for i := range tokens {
		t := &tokens[i]
		o.Lower[i], o.Lemma[i] = strings.ToLower(t.Form), strings.ToLower(t.Lemma)
		o.Main[i], _, _ = strings.Cut(t.DepRel, ":")
		if t.Head >= 0 && t.Head < n {
			count[t.Head]++
		}
	}
	for i, c := range count {
		o.Kids[i], all = all[:0:c], all[c:]
	}
	for i := range tokens {
		if h := tokens[i].Head; h >= 0 && h < n {
			o.Kids[h] = append(o.Kids[h], i)
		}
	}
	return o
}
