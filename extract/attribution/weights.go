package attribution

import "math"

// weights maps the hashes of features to their weights. A plain table with
// open addresses: most features that are looked up have no weight, and the
// tags, small enough to stay near the processor, say so after one look.
// Weights are whole hundredths, as they are written, so that the order in
// which they are added up does not matter.
type weights struct {
	keys   []uint64
	values []int16
	// tags are the upper bits of the keys, never 0 for a slot in use.
	tags []uint8
	n    int
}

func newWeights(size int) *weights {
	slots := 1024
	for slots < 2*size {
		slots *= 2
	}
	return &weights{keys: make([]uint64, slots), values: make([]int16, slots), tags: make([]uint8, slots)}
}

// tagOf is what of a key stands in the tags.
func tagOf(key uint64) uint8 { return uint8(key>>56) | 1 }

// at returns the weight of a feature in hundredths, 0 if it has none.
func (w *weights) at(key uint64) int {
	mask, tag := uint64(len(w.tags)-1), tagOf(key)
	for i := key & mask; w.tags[i] != 0; i = (i + 1) & mask {
		if w.tags[i] == tag && w.keys[i] == key {
			return int(w.values[i])
		}
	}
	return 0
}

// set gives a feature its weight.
func (w *weights) set(key uint64, value float64) {
	w.put(key, int16(max(-math.MaxInt16, min(math.MaxInt16, math.Round(100*value)))))
}

func (w *weights) put(key uint64, value int16) {
	if 2*w.n >= len(w.keys) {
		w.grow()
	}
	mask := uint64(len(w.keys) - 1)
	i := key & mask
	for w.tags[i] != 0 && w.keys[i] != key {
		i = (i + 1) & mask
	}
	if w.tags[i] == 0 {
		w.n++
	}
	w.keys[i], w.values[i], w.tags[i] = key, value, tagOf(key)
}

func (w *weights) grow() {
	next := newWeights(w.n * 2)
	for i, k := range w.keys {
		if w.tags[i] != 0 {
			next.put(k, w.values[i])
		}
	}
	*w = *next
}
