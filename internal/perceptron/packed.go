package perceptron

import (
	"encoding/binary"
	"fmt"
	"math"
)

// lanes is the number of classes of [Dense].
const lanes = 3

// bias is added to every int8 weight so that a lane is never negative.
const bias = 128

// Dense is a classifier of three classes. Most rows say the same as thousands of
// others: of three million rows of the trained parsers six thousand differ. So a row
// is but the number of what it says, two bytes, and what that is stands in a book
// that stays near the processor.
type Dense struct {
	bits  int
	codes []uint16
	book  []uint64 // the biased weights of the classes, [laneBits] each
}

// laneBits are the bits of a sum: room for the weights of [most] rows.
const laneBits = 21

// quantum returns the factor that turns weights into int8. The scale is set
// by the largest weight: clipping even one in ten thousand costs accuracy.
func (w *Weights) quantum() float32 {
	if top := w.largest(); top > 0 {
		return 127 / top
	}
	return 1
}

// PackDense returns the weights of three classes as the bytes that
// [OpenDense] reads: the rows, and one byte behind them so that four can be
// read at once.
func PackDense(w *Weights) []byte {
	q := w.quantum()
	out := make([]byte, lanes<<w.Bits+1)
	for i, v := range w.Values {
		out[i] = byte(int(math.Round(float64(v*q))) + bias)
	}
	return out
}

// OpenDense returns the classifier in data.
func OpenDense(data []byte) (*Dense, error) {
	for bits := range 29 {
		if len(data) == lanes<<bits+1 {
			d := &Dense{bits: bits, codes: make([]uint16, 1<<bits)}
			return d, d.encode(data)
		}
	}
	return nil, fmt.Errorf("open dense weights: %d bytes are no power of two of rows", len(data))
}

// encode numbers the rows by what they say, in a table with open addresses.
func (d *Dense) encode(data []byte) error {
	const size = 4 * (math.MaxUint16 + 1)
	var numbers [size]struct{ row, code uint32 } // a row is never 0 here
	for r := range d.codes {
		row := binary.LittleEndian.Uint32(data[r*lanes:])&(1<<(8*lanes)-1) | 1<<(8*lanes)
		at := row * 0x9e3779b1 % size
		for numbers[at].row != row {
			if numbers[at].row != 0 {
				at = (at + 1) % size
				continue
			}
			if len(d.book) > math.MaxUint16 {
				return fmt.Errorf("open dense weights: more than %d different rows", len(d.book))
			}
			numbers[at].row, numbers[at].code = row, uint32(len(d.book))
			d.book = append(d.book, uint64(row&0xff)|uint64(row>>8&0xff)<<laneBits|uint64(row>>16&0xff)<<(2*laneBits))
		}
		d.codes[r] = uint16(numbers[at].code)
	}
	return nil
}

// Bits is the width of a row number.
func (d *Dense) Bits() int { return d.bits }

// most is how many rows can be summed at once.
const most = (1<<laneBits - 1) / math.MaxUint8

// Score returns the summed weights of the rows for the three classes.
func (d *Dense) Score(rows []uint32) (scores [lanes]int32) {
	for len(rows) > 0 {
		n := min(len(rows), most)
		all, base := d.sum(rows[:n]), int32(n*bias)
		for c := range scores {
			scores[c] += int32(all>>(c*laneBits)&(1<<laneBits-1)) - base
		}
		rows = rows[n:]
	}
	return scores
}

// sum adds up rows, all classes at once. The fewer instructions a row takes, the
// more rows wait for the memory together.
func (d *Dense) sum(rows []uint32) uint64 {
	var all uint64
	codes, book := d.codes, d.book
	for _, r := range rows {
		all += book[codes[r]]
	}
	return all
}
