package loglinear

// Table maps the hashes of features to their weights. A plain table with open
// addresses: most features that are looked up have no weight, and the tags, small
// enough to stay near the processor, say so after one look. The zero value is an
// empty table.
type Table[V any] struct {
	// slots hold a key beside its weight, so that both come with one look.
	slots []slot[V]
	// tags are the upper bits of the keys, never 0 for a slot in use.
	tags []uint8
	n    int
}

type slot[V any] struct {
	key   uint64
	value V
}

// NewTable returns a table with room for so many features; it grows when there
// are more.
func NewTable[V any](size int) Table[V] {
	slots := 16
	for slots < 2*size {
		slots *= 2
	}
	return Table[V]{slots: make([]slot[V], slots), tags: make([]uint8, slots)}
}

// tagOf is what of a key stands in the tags.
func tagOf(key uint64) uint8 { return uint8(key>>56) | 1 }

// At returns the weight of a feature, and whether it has any.
func (t *Table[V]) At(key uint64) (V, bool) {
	if len(t.tags) > 0 {
		mask, tag := uint64(len(t.tags)-1), tagOf(key)
		for i := key & mask; t.tags[i] != 0; i = (i + 1) & mask {
			if t.tags[i] == tag && t.slots[i].key == key {
				return t.slots[i].value, true
			}
		}
	}
	var none V
	return none, false
}

// Touch reads what [Table.At] looks at first for these features, so that the memory
// answers many look-ups at once. What it returns is for runtime.KeepAlive.
func (t *Table[V]) Touch(keys []uint64) uint64 {
	sum := uint64(0)
	if len(t.tags) == 0 || len(t.tags) != len(t.slots) {
		return sum
	}
	mask := uint64(len(t.tags) - 1)
	for _, k := range keys {
		sum += uint64(t.tags[k&mask]) + t.slots[k&mask].key
	}
	return sum
}

// Len returns how many features have a weight.
func (t *Table[V]) Len() int { return t.n }

// Set gives a feature its weight.
func (t *Table[V]) Set(key uint64, value V) {
	if 2*t.n >= len(t.slots) {
		t.grow()
	}
	mask := uint64(len(t.tags) - 1)
	i := key & mask
	for t.tags[i] != 0 && t.slots[i].key != key {
		i = (i + 1) & mask
	}
	if t.tags[i] == 0 {
		t.n++
	}
	t.slots[i], t.tags[i] = slot[V]{key, value}, tagOf(key)
}

// grow doubles the slots.
func (t *Table[V]) grow() {
	next := NewTable[V](max(2*t.n, 1))
	for i, s := range t.slots {
		if t.tags[i] != 0 {
			next.Set(s.key, s.value)
		}
	}
	*t = next
}
