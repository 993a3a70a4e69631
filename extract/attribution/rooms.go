package attribution

import "dyad/internal/room"

// rooms are the memory for what is read of a text.
type rooms struct {
	trees      room.Of[tree]
	ints       room.Of[int]
	words      room.Of[word]
	candidates room.Of[candidate]
}

// candidate returns a candidate to be filled.
func (r *rooms) candidate() *candidate {
	if r == nil { // a tree that stands alone
		return &candidate{}
	}
	return &r.candidates.Take(1)[0]
}

// reset takes all back.
func (r *rooms) reset() {
	r.trees.Reset()
	r.ints.Reset()
	r.words.Reset()
	r.candidates.Reset()
}
