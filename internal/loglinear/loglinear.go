// Package loglinear holds what the log-linear models of the extraction share: the
// numbering of features for training, their hashes, and the functions that turn
// scores into probabilities.
package loglinear

import (
	"math"
	"slices"
)

// HashStart begins the hash of a name; [Hash] goes on with it, so that a name
// that comes in parts needs not be put together.
const HashStart uint64 = 14695981039346656037

// The hash of a name is a polynomial in base1, whose coefficients are its bytes:
// base2 to base4 are its powers, by which four bytes go in at once.
const (
	base1 = 0x9e3779b97f4a7c15
	base2 = base1 * base1 & math.MaxUint64
	base3 = base2 * base1 & math.MaxUint64
	base4 = base3 * base1 & math.MaxUint64
)

// Hash goes on with the hash of a name.
func Hash(h uint64, part string) uint64 {
	for ; len(part) >= 4; part = part[4:] {
		h = h*base4 + uint64(part[0])*base3 + uint64(part[1])*base2 + uint64(part[2])*base1 + uint64(part[3])
	}
	switch len(part) {
	case 1:
		return h*base1 + uint64(part[0])
	case 2:
		return h*base2 + uint64(part[0])*base1 + uint64(part[1])
	case 3:
		return h*base3 + uint64(part[0])*base2 + uint64(part[1])*base1 + uint64(part[2])
	}
	return h
}

// Sigmoid turns the score of a yes-or-no question into a probability.
func Sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// Softmax turns scores into probabilities, in place, and returns them. There
// has to be one at least.
func Softmax(scores []float64) []float64 {
	top, total := slices.Max(scores), 0.0
	for i := range scores {
		scores[i] = math.Exp(scores[i] - top)
		total += scores[i]
	}
	for i := range scores {
		scores[i] /= total
	}
	return scores
}

// Vocabulary numbers the features of training examples, in the order in which
// they come, and counts them.
type Vocabulary struct {
	IDs    map[string]int32
	Names  []string
	Counts []int
}

// NewVocabulary returns an empty vocabulary.
func NewVocabulary() *Vocabulary { return &Vocabulary{IDs: map[string]int32{}} }

// Add numbers and counts features.
func (v *Vocabulary) Add(features []string) []int32 {
	out := make([]int32, len(features))
	for i, f := range features {
		id, ok := v.IDs[f]
		if !ok {
			id = int32(len(v.Names))
			v.IDs[f] = id
			v.Names, v.Counts = append(v.Names, f), append(v.Counts, 0)
		}
		v.Counts[id]++
		out[i] = id
	}
	return out
}

// Frequent leaves out, in place, the features that came less often than least:
// rare ones could tell whose text a model has seen.
func (v *Vocabulary) Frequent(ids []int32, least int) []int32 {
	out := ids[:0]
	for _, id := range ids {
		if v.Counts[id] >= least {
			out = append(out, id)
		}
	}
	return out
}
