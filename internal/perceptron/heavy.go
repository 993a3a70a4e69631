package perceptron

import (
	"encoding/binary"
	"math/bits"
)

// heavy holds once more the rows that have many weights, a byte a class and
// those of no weight included: so laid out, eight classes are added up at once,
// which is several times faster than pair by pair. Few rows are heavy, but
// they are those of frequent features.
type heavy struct {
	words int // eight classes each
	// marks has a bit for every row, before how many heavy rows come in front of
	// its 64 rows.
	marks  []uint64
	before []uint32
	data   []byte
}

// least is how many pairs a heavy row has at least.
func (s *Sparse) least() int { return 4 + s.classes/16 }

// openHeavy copies the heavy rows out of the pairs.
func (s *Sparse) openHeavy() {
	h := &s.heavy
	h.words = (s.classes + 7) / 8
	h.marks, h.before = make([]uint64, 1<<s.bits/block), make([]uint32, 1<<s.bits/block)
	least, n := uint32(s.least()), uint32(0)
	for b := range h.marks {
		h.before[b] = n
		for r := range uint32(block) {
			if from, to := s.span(uint32(b)*block + r); to-from >= least {
				h.marks[b] |= 1 << r
				n++
			}
		}
	}
	h.data = make([]byte, int(n)*h.words*8)
	for i := range h.data {
		h.data[i] = bias
	}
	row := h.data
	for b, marks := range h.marks {
		for ; marks != 0; marks &= marks - 1 {
			from, to := s.span(uint32(b*block + bits.TrailingZeros64(marks)))
			for pairs := s.pairs[2*from : 2*to]; len(pairs) > 0; pairs = pairs[2:] {
				row[pairs[0]] = pairs[1] + bias
			}
			row = row[h.words*8:]
		}
	}
}

// find returns where a row stands in the data, if it is heavy.
func (h *heavy) find(row uint32) (at uint32, ok bool) {
	marks := h.marks[row/block] >> (row % block)
	if marks&1 == 0 {
		return 0, false
	}
	// The marks from this row on are gone from those of its block.
	n := h.before[row/block] + uint32(bits.OnesCount64(h.marks[row/block])-bits.OnesCount64(marks))
	return n * uint32(h.words) * 8, true
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
			x := binary.LittleEndian.Uint64(column[a:])
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
