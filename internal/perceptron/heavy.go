package perceptron

import (
	"encoding/binary"
	"slices"
)

// heavy holds once more the rows that have many weights, a byte a class and
// those of no weight included: so laid out, eight classes are added up at once,
// which is several times faster than pair by pair. Few rows are heavy, but
// they are those of frequent features.
type heavy struct {
	words int // eight classes each
	data  []byte
}

// least is how many pairs a heavy row has at least: no more than a place counts.
func (s *Sparse) least() int { return min(4+s.classes/16, isHeavy) }

// copy takes in a row and returns where it stands, counted in words, and whether
// its classes are classes.
func (h *heavy) copy(pairs []byte) (at uint32, ok bool) {
	n := len(h.data)
	h.data = slices.Grow(h.data, h.words*8)[:n+h.words*8]
	row := h.data[n:]
	for i := range row {
		row[i] = bias
	}
	for ; len(pairs) > 0; pairs = pairs[2:] {
		if int(pairs[0]) >= len(row) {
			return 0, false
		}
		row[pairs[0]] = pairs[1] + bias
	}
	return uint32(n / 8), true
}

// lane marks every other byte of eight, which gives sums room: for 256 rows.
const lane = 0x00ff00ff00ff00ff

// add adds the rows that stand at these places to the scores.
func (h *heavy) add(at []uint32, scores *[256]int32) {
	base := int32(len(at)) * bias
	for w := range h.words {
		var even, odd uint64
		column := h.data[w*8:]
		for _, a := range at {
			x := binary.LittleEndian.Uint64(column[a*8 : a*8+8])
			even += x & lane
			odd += x >> 8 & lane
		}
		to := scores[w*8 : w*8+8]
		for i := range 4 {
			to[2*i] += int32(even>>(16*i)&0xffff) - base
			to[2*i+1] += int32(odd>>(16*i)&0xffff) - base
		}
	}
}
