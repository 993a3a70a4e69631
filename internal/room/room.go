// Package room holds memory for lists that are needed until a text is read and is
// then used again for the next one: memory that was in use a moment ago is near the
// processor, and nobody has to collect it.
package room

// least is for how many values a room has memory at first.
const least = 1024

// Of is room for lists of one type. The zero value is empty.
type Of[T any] struct {
	all  []T
	used int
}

// Take returns a list of n zero values, which is the taker's until [Of.Reset].
func (r *Of[T]) Take(n int) []T {
	if r.used+n > len(r.all) { // who has a list of the old memory keeps that
		r.all, r.used = make([]T, max(2*len(r.all), n, least)), 0
	}
	from := r.used
	r.used += n
	return r.all[from:r.used:r.used]
}

// Reset takes all lists back.
func (r *Of[T]) Reset() {
	clear(r.all[:r.used])
	r.used = 0
}
