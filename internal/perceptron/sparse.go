package perceptron

import (
	"encoding/binary"
	"fmt"
	"math"
	"runtime"
)

// block is the number of rows that share one 32-bit offset.
const block = 64

// sparseHeader is the length of bits and classes in front of the tables.
const sparseHeader = 8

// Sparse is a classifier of many classes that keeps only the weights that are
// not zero: pairs of class and int8 weight, row after row. It reads the pairs of
// the model file in place.
type Sparse struct {
	bits, classes int
	// places says of every row where it stands: the number of its first pair and,
	// in the lower bits, how many there are; of a heavy row, where it stands among
	// those. One look for a row: the memory is what takes the time.
	places []uint32
	pairs  []byte
	heavy  heavy
}

// The lower bits of a place count the pairs; all of them set mark a heavy row.
const (
	countBits = 5
	isHeavy   = 1<<countBits - 1
)

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
	s.pairs = data[nb+ns:]
	if err := s.place(data[:nb], data[nb:nb+ns]); err != nil {
		return nil, err
	}
	return s, nil
}

// place notes where the rows stand. The blocks have the first pair of every 64th
// row, the starts the first pair of every row counted from there, both with one row
// more than there is.
func (s *Sparse) place(blocks, starts []byte) error {
	s.places = make([]uint32, 1<<s.bits)
	s.heavy = heavy{words: (s.classes + 7) / 8, data: make([]byte, 0, len(s.pairs))} // they take about as much room
	least, from := uint32(s.least()), uint32(0)
	for b := range len(s.places) / block {
		base, next := binary.LittleEndian.Uint32(blocks[b*4:]), binary.LittleEndian.Uint32(blocks[b*4+4:])
		places, starts := s.places[b*block:(b+1)*block], starts[b*block*2:(b+1)*block*2]
		for r := range places {
			to := next
			if r+1 < block {
				to = base + uint32(binary.LittleEndian.Uint16(starts[r*2+2:]))
			}
			places[r] = from<<countBits | (to - from)
			if to-from >= least {
				if to < from || int(to)*2 > len(s.pairs) { // the last row is checked below, so those before it are right too
					return fmt.Errorf("open sparse weights: row %d ends before it begins or behind the last", b*block+r)
				}
				at, ok := s.heavy.copy(s.pairs[2*from : 2*to])
				if !ok {
					return fmt.Errorf("open sparse weights: row %d has a weight of no class", b*block+r)
				}
				places[r] = at<<countBits | isHeavy
			}
			from = to
		}
	}
	if int(from)*2 != len(s.pairs) {
		return fmt.Errorf("open sparse weights: %d bytes of pairs, want %d", len(s.pairs), 2*from)
	}
	return nil
}

// Bits is the width of a row number.
func (s *Sparse) Bits() int { return s.bits }

// Classes is the number of classes.
func (s *Sparse) Classes() int { return s.classes }

// batch is the number of rows that [Sparse.Score] looks up before it reads
// the first of them, so that the memory answers many look-ups at once.
const batch = 64

// Score adds up the weights of the rows for every class into scores, which
// has room for 256 classes so that no class number can miss it.
func (s *Sparse) Score(rows []uint32, scores *[256]int32) {
	clear(scores[:s.heavy.words*8])
	for len(rows) > 0 {
		n := min(len(rows), batch)
		s.score(rows[:n], scores)
		rows = rows[n:]
	}
}

// score adds up the weights of rows, a batch at most. What it reads of the memory
// it touches once beforehand, in loops without branches: where the processor has to
// guess how a row goes on, it stops asking for the next ones.
func (s *Sparse) score(rows []uint32, scores *[256]int32) {
	var light, heavy [batch]uint32
	touched, places, last := uint32(0), s.places, uint32(s.heavy.words*8-1)
	for _, r := range rows {
		touched += places[r]
	}
	var n, m uint32
	for _, r := range rows {
		p := places[r]
		light[n%batch], heavy[m%batch] = p, p>>countBits
		isOne := (p&isHeavy + 1) >> countBits // 1 for a heavy row
		m += isOne
		n += (p&isHeavy+isHeavy)>>countBits - isOne // 0 for a row without weights
	}
	for _, p := range light[:n] {
		touched += uint32(s.pairs[p>>countBits*2])
	}
	for _, a := range heavy[:m] {
		touched += uint32(s.heavy.data[a*8]) + uint32(s.heavy.data[a*8+last])
	}
	s.heavy.add(heavy[:m], scores)
	for _, p := range light[:n] {
		from := p >> countBits * 2
		pairs := s.pairs[from : from+p&isHeavy*2]
		for len(pairs) >= 2 {
			scores[pairs[0]] += int32(int8(pairs[1]))
			pairs = pairs[2:]
		}
	}
	runtime.KeepAlive(touched)
}
