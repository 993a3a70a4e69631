package stance

import "dyad/internal/loglinear"

// newBag returns an empty bag.
func (r *reader) newBag() *loglinear.Bag {
	if n := len(r.rooms.spare); n > 0 && !r.named {
		b := r.rooms.spare[n-1]
		r.rooms.spare = r.rooms.spare[:n-1]
		return b
	}
	return loglinear.NewBag(loglinear.Form{}, r.named)
}

// done takes a bag back for another decision.
func (r *reader) done(b *loglinear.Bag) {
	if !r.named {
		b.Reset()
		r.rooms.spare = append(r.rooms.spare, b)
	}
}
