package loglinear

import (
	"math"
	"strings"
)

// Form says how the name of a feature is put together: a prefix, then the parts,
// with a separator before each but the first few.
type Form struct {
	Prefix, Separator string
	Plain             int // parts from the first that have none before them
}

// Bag collects the features of one decision. They are hashed as they come, since
// most are looked up once and never printed; a bag that keeps names is for
// training and for explanations.
type Bag struct {
	// Keys are the hashes of the names, Names the names themselves, empty if the
	// bag keeps none.
	Keys  []uint64
	Names []string
	form  Form
	start uint64 // the hash of the prefix
	mark  Part   // the separator
	named bool
}

// bagRoom is for how many features a new bag has room.
const bagRoom = 40

// NewBag returns an empty bag, which keeps names or not.
func NewBag(form Form, named bool) *Bag {
	if form.Separator == "" {
		form.Plain = math.MaxInt
	}
	return &Bag{form: form, start: Hash(HashStart, form.Prefix), mark: PartOf(form.Separator), named: named, Keys: make([]uint64, 0, bagRoom)}
}

// Reset empties a bag for another decision.
func (b *Bag) Reset() { b.Keys, b.Names = b.Keys[:0], b.Names[:0] }

// Add puts in the feature whose name has these parts and returns the bag.
func (b *Bag) Add(parts ...string) *Bag {
	h := b.start
	for i, p := range parts {
		if i >= b.form.Plain {
			h = h*b.mark.power + b.mark.hash
		}
		h = Hash(h, p)
	}
	b.Keys = append(b.Keys, h)
	if b.named {
		b.Names = append(b.Names, b.form.name(parts))
	}
	return b
}

// Join puts in the feature whose name has a first part and these others, whose
// hashes are known, and returns the bag.
func (b *Bag) Join(first string, parts ...*Part) *Bag {
	h := Hash(b.start, first)
	for i, p := range parts {
		if i+1 >= b.form.Plain {
			h = h*b.mark.power + b.mark.hash
		}
		h = h*p.power + p.hash
	}
	b.Keys = append(b.Keys, h)
	if b.named {
		all := []string{first}
		for _, p := range parts {
			all = append(all, p.text)
		}
		b.Names = append(b.Names, b.form.name(all))
	}
	return b
}

// name puts the name of a feature together.
func (f *Form) name(parts []string) string {
	var name strings.Builder
	name.WriteString(f.Prefix)
	for i, p := range parts {
		if i >= f.Plain {
			name.WriteString(f.Separator)
		}
		name.WriteString(p)
	}
	return name.String()
}
