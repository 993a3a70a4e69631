package stance

import (
	"math"
	"strconv"
	"strings"

	"dyad/extract/nlp"
)

// What the words around a mention mean, by their vectors: so the treatment model
// knows what to make of words that no annotated sentence has.

// The places of the words whose vectors count, those of a place together: the
// word that the mention hangs on, what else hangs on it, what hangs on the
// mention, the clause, the sentence, and the next words on both sides.
const (
	meansHead = iota
	meansBeside
	meansBelow
	meansClause
	meansSentence
	meansBefore
	meansAfter
	places
)

var placeNames = [places]string{"head", "beside", "below", "clause", "sentence", "before", "after"}

// meant is a word with a vector at a place.
type meant struct {
	place, token int
	weight       float32
	vector       []byte
}

// vectorWeight is the weight of a vector of unit length among the features.
const vectorWeight = .5

// nextWords are how many words on each side are next to a mention, nextWeight
// is what each of them weighs.
const (
	nextWords  = 5
	nextWeight = .6
)

// numbers are as many as the vectors of all places have.
const numbers = places * nlp.VectorSize

// sumOf adds the vectors up, place by place.
func sumOf(words []meant) []float32 {
	out := make([]float32, numbers)
	for _, w := range words {
		at := out[w.place*nlp.VectorSize:]
		for d, x := range w.vector {
			at[d] += w.weight * float32(int8(x))
		}
	}
	return out
}

// meanings lists the words that say something of the mention with head h.
func (v *view) meanings(h int) []meant {
	var out []meant
	put := func(place, i int, weight float32) {
		if w := v.meaningOf(i); w != nil {
			if v.negated(i) {
				weight = -weight
			}
			out = append(out, meant{place, i, weight * vectorWeight / nlp.VectorUnit, w})
		}
	}
	a := v.anchor(h)
	if up := v.Tokens[a].Head; up >= 0 {
		put(meansHead, up, 1)
		for _, k := range v.kids[up] {
			if k != a {
				put(meansBeside, k, 1)
			}
		}
	}
	for _, k := range v.kids[h] {
		put(meansBelow, k, 1)
	}
	all := func(place int, list []int) {
		n := 0
		for _, i := range list {
			if v.bearsMeaning(i) {
				n++
			}
		}
		for _, i := range list {
			put(place, i, float32(1/math.Sqrt(float64(max(n, 1)))))
		}
	}
	all(meansClause, v.clauseOf(h))
	all(meansSentence, v.whole())
	for d := 1; d <= nextWords; d++ {
		if h-d >= 0 {
			put(meansBefore, h-d, nextWeight)
		}
		if h+d < len(v.Tokens) {
			put(meansAfter, h+d, nextWeight)
		}
	}
	return out
}

// whole lists the tokens of the sentence.
func (v *view) whole() []int {
	out := make([]int, len(v.Tokens))
	for i := range out {
		out[i] = i
	}
	return out
}

// bearsMeaning reports whether a token is of a class whose vectors count: names
// are nobody's opinion.
func (v *view) bearsMeaning(i int) bool {
	switch v.Tokens[i].UPOS {
	case "NOUN", "VERB", "ADJ", "ADV":
		return true
	}
	return false
}

// meaningOf is the vector of a token, nil if it has none that counts.
func (v *view) meaningOf(i int) []byte {
	if !v.bearsMeaning(i) {
		return nil
	}
	return v.r.ling.Vector(&v.Tokens[i])
}

// meaningName is the name of a number of the vectors in a table of weights.
func meaningName(i int) string {
	return "~" + placeNames[i/nlp.VectorSize] + "." + strconv.Itoa(i%nlp.VectorSize)
}

// meaningIndex is the number that a name in a table of weights stands for.
func meaningIndex(name string) (int, bool) {
	place, dim, _ := strings.Cut(strings.TrimPrefix(name, "~"), ".")
	d, err := strconv.Atoi(dim)
	if err != nil || d < 0 || d >= nlp.VectorSize || !strings.HasPrefix(name, "~") {
		return 0, false
	}
	for p, n := range placeNames {
		if n == place {
			return p*nlp.VectorSize + d, true
		}
	}
	return 0, false
}

// meaning is what a word at a place adds to the scores for and against.
func (m linear) meaning(w meant) [2]float64 {
	var sum [2]float64
	if m.numbers == nil {
		return sum
	}
	at := m.numbers[w.place*nlp.VectorSize:]
	for d, x := range w.vector {
		y := float64(w.weight * float32(int8(x)))
		sum[rowFor] += y * at[d][rowFor]
		sum[rowAgainst] += y * at[d][rowAgainst]
	}
	return sum
}
