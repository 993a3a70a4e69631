package actor

import (
	"strings"

	"dyad/internal/loglinear"
)

// bag collects the features of one option as hashes of their names, which are
// what weights are looked up by; for training, the names too.
type bag struct {
	keys  []uint64
	names []string
	named bool
}

// reset empties a bag for another option.
func (b *bag) reset() { b.keys, b.names = b.keys[:0], b.names[:0] }

// add puts in the feature whose name is the parts, joined by blanks.
func (b *bag) add(parts ...string) {
	h := loglinear.HashStart
	for i, p := range parts {
		if i > 0 {
			h = loglinear.Hash(h, " ")
		}
		h = loglinear.Hash(h, p)
	}
	b.keys = append(b.keys, h)
	if b.named {
		b.names = append(b.names, strings.Join(parts, " "))
	}
}

// count names a number: what matters is whether it is one, two or more.
func count(n int) string {
	switch {
	case n <= 0:
		return "0"
	case n == 1:
		return "1"
	case n == 2:
		return "2"
	case n <= 4:
		return "3"
	}
	return "5"
}
