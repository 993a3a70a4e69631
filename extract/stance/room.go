package stance

import "dyad/internal/loglinear"

// room is memory for lists that are needed until an article is read and then used
// again for the next one: memory that was in use a moment ago is near the processor.
type room[T any] struct {
	all  []T
	used int
}

// take returns a list of n zero values.
func (r *room[T]) take(n int) []T {
	if r.used+n > len(r.all) { // who has a list of the old memory keeps that
		r.all, r.used = make([]T, max(2*len(r.all), n, 1024)), 0
	}
	from := r.used
	r.used += n
	return r.all[from:r.used:r.used]
}

// reset takes all lists back.
func (r *room[T]) reset() {
	clear(r.all[:r.used])
	r.used = 0
}

// rooms are the memory for what the views of an article say of their tokens.
type rooms struct {
	facts    room[facts]
	totals   room[total]
	products room[weightPair]
	parts    room[loglinear.Part]
	rows     room[*wordWeights]
	tokens   room[int]
	// spare are bags that are not in use.
	spare []*loglinear.Bag
}

// reset takes all lists back.
func (r *rooms) reset() {
	r.facts.reset()
	r.totals.reset()
	r.products.reset()
	r.parts.reset()
	r.rows.reset()
	r.tokens.reset()
}
