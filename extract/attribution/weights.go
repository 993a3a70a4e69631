package attribution

// weights maps the hashes of features to their weights. A plain table with
// open addresses: most features that are looked up have no weight, and this
// says so after one look.
type weights struct {
	keys   []uint64
	values []float32
	n      int
}

func newWeights(size int) *weights {
	slots := 1024
	for slots < 3*size {
		slots *= 2
	}
	return &weights{keys: make([]uint64, slots), values: make([]float32, slots)}
}

// at returns the weight of a feature, 0 if it has none.
func (w *weights) at(key uint64) float32 {
	mask := uint64(len(w.keys) - 1)
	for i := key & mask; w.keys[i] != 0; i = (i + 1) & mask {
		if w.keys[i] == key {
			return w.values[i]
		}
	}
	return 0
}

// set gives a feature its weight.
func (w *weights) set(key uint64, value float32) {
	if 2*w.n >= len(w.keys) {
		w.grow()
	}
	mask := uint64(len(w.keys) - 1)
	i := key & mask
	for w.keys[i] != 0 && w.keys[i] != key {
		i = (i + 1) & mask
	}
	if w.keys[i] == 0 {
		w.n++
	}
	w.keys[i], w.values[i] = key, value
}

func (w *weights) grow() {
	next := newWeights(w.n * 2)
	for i, k := range w.keys {
		if k != 0 {
			next.set(k, w.values[i])
		}
	}
	*w = *next
}
