package stance

import "dyad/internal/loglinear"

// newBag returns an empty bag.
func (v *view) newBag() *loglinear.Bag {
	if n := len(v.r.spare); n > 0 {
		b := v.r.spare[n-1]
		v.r.spare = v.r.spare[:n-1]
		return b
	}
	return loglinear.NewBag(loglinear.Form{}, v.r.named)
}

// done takes a bag back for another decision.
func (v *view) done(b *loglinear.Bag) {
	b.Reset()
	v.r.spare = append(v.r.spare, b)
}
