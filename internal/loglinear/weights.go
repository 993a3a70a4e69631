package loglinear

import (
	"math"
	"runtime"
)

// Weights maps the hashes of features to two small whole numbers each, their
// weights. It is a table like [Table], but a key and its weights fill no more than
// one word, so that a table that the processor has to fetch anew for every text
// comes in few pieces, and all is said by one look at one place. For that it keeps
// but a mark of 32 bits of every feature, beside what its place says of it: of 2^32
// unknown features about two are taken for a known one. What is unknown weighs
// nothing. The zero value is empty.
type Weights struct {
	// slots hold the mark of a feature above its weights; 0 is free.
	slots []uint64
	n     int
}

// Pair is the weights of a feature. A table of one weight a feature leaves the
// second zero.
type Pair [2]int16

// markOf mixes a hash: those of names that end differently are near each other, and
// so may be their places.
func markOf(key uint64) uint64 { return key * base1 >> 32 }

// NewWeights returns a table of features, by their hashes, with their weights. Of
// two weights of one feature the last counts.
func NewWeights(keys []uint64, weights []Pair) Weights {
	size := 16
	for size < 2*len(keys) {
		size *= 2
	}
	t := Weights{slots: make([]uint64, size), n: len(keys)}
	mask := uint64(size - 1)
	for k, key := range keys {
		i, mark := key&mask, markOf(key)
		for t.slots[i] != 0 && t.slots[i]>>32 != mark {
			i = (i + 1) & mask
		}
		w := weights[k]
		t.slots[i] = mark<<32 | uint64(uint16(w[1]))<<16 | uint64(uint16(w[0]))
	}
	return t
}

// Len returns how many features have weights.
func (t *Weights) Len() int { return t.n }

// At returns the weights of a feature.
func (t *Weights) At(key uint64) Pair {
	mask, mark := uint64(len(t.slots)-1), markOf(key)
	for i := key & mask; i < uint64(len(t.slots)); i = (i + 1) & mask {
		// A free slot ends the search as a match does, and says zero: one branch, which
		// is seldom taken.
		if s := t.slots[i]; min(s, s>>32^mark) == 0 {
			return Pair{int16(s), int16(s >> 16)}
		}
	}
	return Pair{}
}

// Sum adds up the weights of features. The memory is touched once beforehand, in a
// loop without branches: where the processor has to guess how a feature goes on, it
// stops asking for the next ones.
func (t *Weights) Sum(keys []uint64) (first, second int) {
	slots, touched := t.slots, uint64(0)
	if len(slots) == 0 {
		return 0, 0
	}
	mask := uint64(len(slots) - 1)
	for _, key := range keys {
		touched += slots[key&mask]
	}
	for _, key := range keys {
		w := t.At(key)
		first, second = first+int(w[0]), second+int(w[1])
	}
	runtime.KeepAlive(touched)
	return first, second
}

// Hundredths is a weight in whole hundredths, as it is written, so that the order
// in which weights are added up does not matter.
func Hundredths(weight float64) int16 {
	return int16(max(-math.MaxInt16, min(math.MaxInt16, math.Round(100*weight))))
}
