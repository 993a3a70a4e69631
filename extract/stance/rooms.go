package stance

import (
	"dyad/internal/loglinear"
	"dyad/internal/room"
)

// rooms are the memory for what the views of an article say of their tokens.
type rooms struct {
	facts    room.Of[facts]
	totals   room.Of[total]
	products room.Of[weightPair]
	parts    room.Of[loglinear.Part]
	rows     room.Of[*wordWeights]
	tokens   room.Of[int]
	keys     room.Of[uint64]
	// spare are bags that are not in use.
	spare []*loglinear.Bag
}

// reset takes all lists back.
func (r *rooms) reset() {
	r.facts.Reset()
	r.totals.Reset()
	r.products.Reset()
	r.parts.Reset()
	r.rows.Reset()
	r.tokens.Reset()
	r.keys.Reset()
}
