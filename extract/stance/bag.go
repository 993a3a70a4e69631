package stance

import "dyad/internal/loglinear"

// newBag returns an empty bag.
func (r *reader) newBag() *loglinear.Bag {
	if n := len(r.spare); n > 0 {
		b := r.spare[n-1]
		r.spare = r.spare[:n-1]
		return b
	}
	return loglinear.NewBag(loglinear.Form{}, r.named)
}

// done takes a bag back for another decision.
func (r *reader) done(b *loglinear.Bag) {
	b.Reset()
	r.spare = append(r.spare, b)
}
