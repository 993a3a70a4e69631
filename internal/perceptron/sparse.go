package perceptron

import (
	"encoding/binary"
	"fmt"
	"math"
)

// block is the number of rows that share one 32-bit offset.
const block = 64

// sparseHeader is the length of bits and classes in front of the tables.
const sparseHeader = 8

// Sparse is a classifier of many classes that keeps only the weights that are
// not zero: pairs of class and int8 weight, row after row. It reads the bytes
// of the model file in place.
type Sparse struct {
	bits, classes int
	// blocks has the first pair of every 64th row, starts the first pair of
	// every row counted from there, both with one row more than there is.
	blocks, starts, pairs []byte
	heavy                 heavy
}

// PackSparse returns the weights as the bytes that [OpenSparse] reads.
// The largest weight becomes 127; weights that would be floor or less are
// dropped.
func PackSparse(w *Weights, floor int) []byte {
	q := w.quantum()
	rows := 1 << w.Bits
	blocks := make([]byte, 0, rows/block*4+4)
	starts := make([]byte, 0, rows*2+2)
	var pairs []byte
	base := 0
	for r := range rows + 1 {
		n := len(pairs) / 2
		if r%block == 0 {
			base = n
			blocks = binary.LittleEndian.AppendUint32(blocks, uint32(n))
		}
		starts = binary.LittleEndian.AppendUint16(starts, uint16(n-base))
		if r == rows {
			break
		}
		for c, v := range w.Values[r*w.Classes : (r+1)*w.Classes] {
			if n := int(math.Round(float64(v * q))); max(n, -n) > floor {
				pairs = append(pairs, byte(c), byte(int8(n)))
			}
		}
	}
	out := binary.LittleEndian.AppendUint32(nil, uint32(w.Bits))
	out = binary.LittleEndian.AppendUint32(out, uint32(w.Classes))
	out = append(out, blocks...)
	out = append(out, starts...)
	return append(out, pairs...)
}

// OpenSparse returns the classifier in data.
func OpenSparse(data []byte) (*Sparse, error) {
	if len(data) < sparseHeader {
		return nil, fmt.Errorf("open sparse weights: %d bytes", len(data))
	}
	s := &Sparse{bits: int(binary.LittleEndian.Uint32(data)), classes: int(binary.LittleEndian.Uint32(data[4:]))}
	if s.bits < 6 || s.bits > 28 || s.classes < 1 || s.classes > 256 {
		return nil, fmt.Errorf("open sparse weights: %d bits, %d classes", s.bits, s.classes)
	}
	rows := 1 << s.bits
	nb, ns := rows/block*4+4, rows*2+2
	data = data[sparseHeader:]
	if len(data) < nb+ns {
		return nil, fmt.Errorf("open sparse weights: tables cut off")
	}
	s.blocks, s.starts, s.pairs = data[:nb], data[nb:nb+ns], data[nb+ns:]
	if want := 2 * int(s.first(uint32(rows))); len(s.pairs) != want {
		return nil, fmt.Errorf("open sparse weights: %d bytes of pairs, want %d", len(s.pairs), want)
	}
	s.openHeavy()
	return s, nil
}

// Bits is the width of a row number.
func (s *Sparse) Bits() int { return s.bits }

// Classes is the number of classes.
func (s *Sparse) Classes() int { return s.classes }

// first returns the number of the first pair of a row.
func (s *Sparse) first(row uint32) uint32 {
	return binary.LittleEndian.Uint32(s.blocks[row/block*4:]) + uint32(binary.LittleEndian.Uint16(s.starts[row*2:]))
}

// span returns the numbers of the first pair of a row and of the one behind
// its last. The starts of a row and the next are read at once.
func (s *Sparse) span(row uint32) (from, to uint32) {
	base := binary.LittleEndian.Uint32(s.blocks[row/block*4:])
	two := binary.LittleEndian.Uint32(s.starts[row*2:])
	from, to = base+two&0xffff, base+two>>16
	if row%block == block-1 { // the next row counts from the next block
		to += binary.LittleEndian.Uint32(s.blocks[row/block*4+4:]) - base
	}
	return from, to
}

// batch is the number of rows that [Sparse.Score] looks up before it reads
// the first of them, so that the memory answers many look-ups at once.
const batch = 64

// Score adds up the weights of the rows for every class into scores, which
// has room for 256 classes so that no class number can miss it.
func (s *Sparse) Score(rows []uint32, scores *[256]int32) {
	clear(scores[:s.heavy.words*8])
	var found [batch]struct{ from, to uint32 }
	var heavy [batch]uint32
	for len(rows) > 0 {
		n, m := 0, 0
		for _, r := range rows[:min(len(rows), batch)] {
			if at, ok := s.heavy.find(r); ok {
				heavy[m] = at
				m++
				continue
			}
			from, to := s.span(r)
			found[n].from, found[n].to = 2*from, 2*to
			if from < to {
				n++
			}
		}
		s.heavy.add(heavy[:m], scores)
		for _, f := range found[:n] {
			pairs := s.pairs[f.from:f.to]
			for len(pairs) >= 2 {
				scores[pairs[0]] += int32(int8(pairs[1]))
				pairs = pairs[2:]
			}
		}
		rows = rows[min(len(rows), batch):]
	}
}
