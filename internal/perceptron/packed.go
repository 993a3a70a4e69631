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

// Dense is a classifier of three classes whose rows lie side by side,
// one byte a class. It reads the bytes of the model file in place.
type Dense struct {
	bits int
	data []byte
}

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
			return &Dense{bits, data}, nil
		}
	}
	return nil, fmt.Errorf("open dense weights: %d bytes are no power of two of rows", len(data))
}

// Bits is the width of a row number.
func (d *Dense) Bits() int { return d.bits }

// most is how many rows can be summed at once.
const most = math.MaxUint16 / math.MaxUint8

// Score returns the summed weights of the rows for the three classes.
func (d *Dense) Score(rows []uint32) (scores [lanes]int32) {
	for len(rows) > most {
		for c, sum := range d.sum(rows[:most]) {
			scores[c] += sum
		}
		rows = rows[most:]
	}
	for c, sum := range d.sum(rows) {
		scores[c] += sum
	}
	return scores
}

// sum adds up rows, four bytes of each at once. The bytes of even places are
// also summed by themselves, so that the sums of the others can be told; each
// sum has 16 bits. The fewer instructions a row takes, the more rows wait for
// the memory together.
func (d *Dense) sum(rows []uint32) [lanes]int32 {
	var all, even uint64
	data := d.data
	for _, r := range rows {
		at := int(r) * lanes
		x := binary.LittleEndian.Uint32(data[at : at+lanes+1])
		all += uint64(x)
		even += uint64(x & 0xff00ff)
	}
	odd, base := (all-even)>>8, int32(len(rows)*bias)
	return [lanes]int32{int32(even&0xffff) - base, int32(odd&0xffff) - base, int32(even>>16&0xffff) - base}
}
