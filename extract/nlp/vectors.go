package nlp

import (
	"encoding/binary"
	"fmt"
)

// VectorSize is the number of dimensions of a word vector.
const VectorSize = 100

// VectorUnit is the length of a word vector: the numbers are those of a unit
// vector times this.
const VectorUnit = 256

// Vectors are the vectors of frequent words, in the bytes of the model file:
// words that stand in like texts lie close to each other. The mean of all is
// zero. See Pennington, Socher and Manning, "GloVe: Global Vectors for Word
// Representation", EMNLP 2014.
type Vectors struct {
	index table
	rows  []byte
}

// openVectors opens the two sections of the vectors.
func openVectors(f File) (*Vectors, error) {
	if f[sectionVectorIndex] == nil {
		return nil, nil
	}
	v := &Vectors{rows: f[sectionVectors]}
	var err error
	if v.index, err = openTable(f[sectionVectorIndex]); err != nil {
		return nil, fmt.Errorf("vectors: %w", err)
	}
	if v.index.width != vectorIndexWidth+4 || len(v.rows)%VectorSize != 0 {
		return nil, fmt.Errorf("open vectors: unknown layout")
	}
	return v, nil
}

// vectorIndexWidth is the length of the number of a row.
const vectorIndexWidth = 2

// row returns the number of the row of a lower-cased form plus 1, 0 for a
// word without a vector.
func (v *Vectors) row(lower uint32) uint16 {
	if v == nil {
		return 0
	}
	p := v.index.find(lower)
	if p == nil {
		return 0
	}
	return binary.LittleEndian.Uint16(p)
}

// Vector returns the vector of a token, nil if it has none: [VectorSize]
// numbers, two's complement in a byte each.
func (d *Doc) Vector(t *Token) []byte {
	if t.Vector == 0 || d.Vectors == nil {
		return nil
	}
	at := (int(t.Vector) - 1) * VectorSize
	return d.Vectors.rows[at : at+VectorSize]
}
