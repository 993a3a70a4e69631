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
			out = append(out, meant{place, i, v.signed(i, weight), w})
		}
	}
	v.placed(h, put)
	v.everyWord(put)
	return out
}

// meaningScores is what the words at all places of a mention add to the scores of
// the treatment model, by sums that its sentence shares.
func (v *view) meaningScores(h int) [2]float64 {
	m := &v.r.models.treatment
	if m.numbers == nil {
		return [2]float64{}
	}
	if v.means == nil {
		v.means = v.r.rooms.products.Take(places * len(v.Tokens))
		v.everyWord(func(place, i int, weight float32) {
			if v.bearsMeaning(i) {
				v.addMeaning(&v.everywhere, m, place, i, weight)
			}
		})
	}
	sum := v.everywhere
	v.placed(h, func(place, i int, weight float32) {
		if v.bearsMeaning(i) {
			v.addMeaning(&sum, m, place, i, weight)
		}
	})
	return sum
}

// addMeaning adds what a word says at a place with a weight.
func (v *view) addMeaning(sum *[2]float64, m *linear, place, i int, weight float32) {
	p := &v.means[place*len(v.Tokens)+i]
	if *p == 0 { // not worked out yet, or nothing
		*p = m.product(place, v.meaningOf(i))
	}
	x := p.times(v.signed(i, 1))
	sum[rowFor] += float64(weight) * x[rowFor]
	sum[rowAgainst] += float64(weight) * x[rowAgainst]
}

// signed is the weight of the vector of a word, turned round where the word is
// negated.
func (v *view) signed(i int, weight float32) float32 {
	if v.negated(i) {
		weight = -weight
	}
	return weight * vectorWeight / nlp.VectorUnit
}

// placed calls put for the words near the mention with head h.
func (v *view) placed(h int, put func(place, i int, weight float32)) {
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
	v.together(meansClause, v.clauseOf(h), h, put)
	for d := 1; d <= nextWords; d++ {
		if h-d >= 0 {
			put(meansBefore, h-d, nextWeight)
		}
		if h+d < len(v.Tokens) {
			put(meansAfter, h+d, nextWeight)
		}
	}
}

// everyWord calls put for the words of the sentence.
func (v *view) everyWord(put func(place, i int, weight float32)) {
	n := 0
	for i := range v.Tokens {
		if v.bearsMeaning(i) {
			n++
		}
	}
	weight := evenWeight(n)
	for i := range v.Tokens {
		put(meansSentence, i, weight)
	}
}

// together calls put for words of one place but for one of them, so that many
// weigh little more than few.
func (v *view) together(place int, list []int, but int, put func(place, i int, weight float32)) {
	n := 0
	for _, i := range list {
		if i != but && v.bearsMeaning(i) {
			n++
		}
	}
	weight := evenWeight(n)
	for _, i := range list {
		if i != but {
			put(place, i, weight)
		}
	}
}

// evenWeight is what each of n words of one place weighs.
func evenWeight(n int) float32 { return float32(1 / math.Sqrt(float64(max(n, 1)))) }

// bearsMeaning reports whether a token is of a class whose vectors count.
func (v *view) bearsMeaning(i int) bool { return v.facts[i].meaning }

// hasMeaning reports whether a class is one whose vectors count: names are nobody's
// opinion.
func hasMeaning(upos string) bool {
	switch upos {
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
	number, ok := strings.CutPrefix(name, "~")
	if !ok { // as most are
		return 0, false
	}
	place, dim, _ := strings.Cut(number, ".")
	d, err := strconv.Atoi(dim)
	if err != nil || d < 0 || d >= nlp.VectorSize {
		return 0, false
	}
	for p, n := range placeNames {
		if n == place {
			return p*nlp.VectorSize + d, true
		}
	}
	return 0, false
}

// weightPair is two weights in thousandths, or two sums of such, in one word: the
// one against is in the upper half. Both are multiplied and added up at once.
type weightPair int64

// inThousandths rounds the weights of a number to what the table shows.
func inThousandths(w [2]float64) weightPair {
	return weightPair(math.Round(1000*w[rowFor])) + weightPair(math.Round(1000*w[rowAgainst]))<<32
}

// split returns both sums.
func (p weightPair) split() [2]int32 {
	first := int32(p)
	return [2]int32{first, int32((p - weightPair(first)) >> 32)}
}

// meaning is what a word at a place adds to the scores for and against.
func (m *linear) meaning(w meant) [2]float64 {
	if m.numbers == nil {
		return [2]float64{}
	}
	return m.product(w.place, w.vector).times(w.weight)
}

// product adds up the weights of the numbers of a vector at a place.
func (m *linear) product(place int, vector []byte) weightPair {
	var both weightPair
	at := m.numbers[place*nlp.VectorSize:][:len(vector)]
	for d, x := range vector {
		both += weightPair(int8(x)) * at[d]
	}
	return both
}

// times turns a product into scores, by the weight of its vector.
func (p weightPair) times(weight float32) [2]float64 {
	x, sum := float64(weight)/1000, p.split()
	return [2]float64{x * float64(sum[rowFor]), x * float64(sum[rowAgainst])}
}
