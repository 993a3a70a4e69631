package stance

import (
	"strings"

	"dyad/internal/loglinear"
)

// bag collects the features of one decision. They are hashed as they come, since
// most are looked up once and never printed; a bag that keeps names is for
// training and for explanations.
type bag struct {
	named bool
	keys  []uint64
	names []string
}

// newBag returns an empty bag.
func (v *view) newBag() *bag {
	if n := len(v.r.spare); n > 0 {
		b := v.r.spare[n-1]
		v.r.spare = v.r.spare[:n-1]
		return b
	}
	return &bag{named: v.r.named, keys: make([]uint64, 0, bagRoom)}
}

// bagRoom is for how many features a new bag has room.
const bagRoom = 256

// done takes a bag back for another decision.
func (v *view) done(b *bag) {
	b.keys, b.names = b.keys[:0], b.names[:0]
	v.r.spare = append(v.r.spare, b)
}

// add puts in the feature whose name the parts are.
func (b *bag) add(parts ...string) *bag {
	h := loglinear.HashStart
	for _, p := range parts {
		h = loglinear.Hash(h, p)
	}
	b.keys = append(b.keys, h)
	if b.named {
		b.names = append(b.names, strings.Join(parts, ""))
	}
	return b
}

// bagOf returns a bag with features of these names.
func bagOf(names []string) *bag {
	b := &bag{keys: make([]uint64, len(names)), names: names}
	for i, name := range names {
		b.keys[i] = loglinear.Hash(loglinear.HashStart, name)
	}
	return b
}

// hashed maps the hashes of features to their weights for and against. A plain
// table with open addresses: most features that are looked up have no weight,
// and the tags, small enough to stay near the processor, say so after one look.
type hashed struct {
	keys   []uint64
	values [][2]float64
	// tags are the upper bits of the keys, never 0 for a slot in use.
	tags []uint8
}

// newTable returns a table with room for so many features.
func newTable(size int) hashed {
	slots := 16
	for slots < 2*size {
		slots *= 2
	}
	return hashed{make([]uint64, slots), make([][2]float64, slots), make([]uint8, slots)}
}

// tagOf is what of a key stands in the tags.
func tagOf(key uint64) uint8 { return uint8(key>>56) | 1 }

// at returns the weights of a feature, and whether it has any.
func (t *hashed) at(key uint64) ([2]float64, bool) {
	if len(t.tags) == 0 {
		return [2]float64{}, false
	}
	mask, tag := uint64(len(t.tags)-1), tagOf(key)
	for i := key & mask; t.tags[i] != 0; i = (i + 1) & mask {
		if t.tags[i] == tag && t.keys[i] == key {
			return t.values[i], true
		}
	}
	return [2]float64{}, false
}

// set gives a feature its weights; there has to be room.
func (t *hashed) set(key uint64, w [2]float64) {
	mask := uint64(len(t.tags) - 1)
	i := key & mask
	for t.tags[i] != 0 && t.keys[i] != key {
		i = (i + 1) & mask
	}
	t.keys[i], t.values[i], t.tags[i] = key, w, tagOf(key)
}
