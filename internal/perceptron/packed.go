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

// Score returns the summed weights of the rows for the three classes. Two
// classes share a word while they are summed, which lasts for 2^24 rows.
func (d *Dense) Score(rows []uint32) [lanes]int32 {
	var outer, inner uint64
	for _, r := range rows {
		at := int(r) * lanes
		x := uint64(binary.LittleEndian.Uint32(d.data[at : at+lanes+1]))
		outer += x&0xff | x&0xff0000<<16
		inner += x >> 8 & 0xff
	}
	base := int32(len(rows) * bias)
	return [lanes]int32{int32(uint32(outer)) - base, int32(inner) - base, int32(outer>>32) - base}
}
