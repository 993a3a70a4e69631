package nlp

import (
	"encoding/binary"
	"fmt"
	"math"
	"strings"
)

// WordVector is a lower-cased word with its vector of [VectorSize] numbers.
type WordVector struct {
	Word   string
	Vector []float32
}

const (
	// vectorWords is how many words keep their vector, SenseWords how many
	// get a sense.
	vectorWords = 40_000
	SenseWords  = 150_000
	// kinds is the number of groups of words, each of which falls into
	// 1<<senseBits senses.
	kinds, senseBits = 64, 4
	sensePasses      = 15
)

// trainVectors writes vectors and senses of words. The vectors are moved to
// the mean of all and cut to the same length; senses are their clusters.
func (t *trainer) trainVectors() error {
	list := t.Vectors[:min(len(t.Vectors), SenseWords)]
	if len(list) == 0 {
		return nil
	}
	unit := centred(list)
	var index []tableEntry
	var rows []byte
	for i, w := range list {
		if len(index) == vectorWords {
			break
		}
		if !strings.ContainsFunc(w.Word, func(r rune) bool { return 'a' <= r && r <= 'z' }) {
			continue
		}
		index = append(index, tableEntry{hashString(w.Word), binary.LittleEndian.AppendUint16(nil, uint16(len(index)+1))})
		for _, x := range unit[i] {
			rows = append(rows, byte(int8(math.Round(float64(min(max(x*VectorUnit, -127), 127))))))
		}
	}
	t.file[sectionVectorIndex], t.file[sectionVectors] = packTable(vectorIndexWidth, index), rows
	senses := t.senses(unit)
	entries := make([]tableEntry, 0, len(list))
	for i, w := range list {
		entries = append(entries, tableEntry{hashString(w.Word), binary.LittleEndian.AppendUint16(nil, uint16(senses[i])+1)})
	}
	t.file[sectionSenses] = packTable(senseWidth, entries)
	fmt.Fprintf(t.log, "  %d words with vectors, %d in %d senses\n", len(index), len(list), kinds<<senseBits)
	return nil
}

// centred returns the vectors less their mean, each of length 1.
func centred(list []WordVector) [][]float32 {
	mean := make([]float64, VectorSize)
	for _, w := range list {
		for d, x := range w.Vector {
			mean[d] += float64(x) / float64(len(list))
		}
	}
	out := make([][]float32, len(list))
	for i, w := range list {
		out[i] = make([]float32, VectorSize)
		for d, x := range w.Vector {
			out[i][d] = x - float32(mean[d])
		}
		scale(out[i])
	}
	return out
}

// scale makes a vector one of length 1.
func scale(v []float32) {
	sum := 0.0
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	if sum == 0 {
		return
	}
	f := float32(1 / math.Sqrt(sum))
	for d := range v {
		v[d] *= f
	}
}

// senses puts words in kinds and the words of each kind in senses.
func (t *trainer) senses(unit [][]float32) []int {
	all := make([]int, len(unit))
	for i := range all {
		all[i] = i
	}
	kind := t.cluster(unit, all, kinds)
	members := make([][]int, kinds)
	for i, k := range kind {
		members[k] = append(members[k], i)
	}
	out := make([]int, len(unit))
	for k, list := range members {
		for j, s := range t.cluster(unit, list, 1<<senseBits) {
			out[list[j]] = k<<senseBits | s
		}
	}
	return out
}

// cluster puts the vectors of a list in k clusters of directions, beginning
// with the most frequent words (spherical k-means, Dhillon and Modha 2001).
func (t *trainer) cluster(unit [][]float32, list []int, k int) []int {
	out := make([]int, len(list))
	if len(list) == 0 {
		return out
	}
	centre := make([][]float32, k)
	for c := range centre {
		// The first words are function words; later ones lie further apart.
		centre[c] = append([]float32(nil), unit[list[min(len(list)-1, c*max(1, min(len(list)/k, 40)))]]...)
	}
	const block = 4096
	for range sensePasses {
		t.parallel((len(list)+block-1)/block, func(b int) {
			for j := b * block; j < min(len(list), (b+1)*block); j++ {
				v, best, top := unit[list[j]], 0, float32(-2)
				for c := range centre {
					if s := dot(v, centre[c]); s > top {
						best, top = c, s
					}
				}
				out[j] = best
			}
		})
		for c := range centre {
			clear(centre[c])
		}
		for j, c := range out {
			for d, x := range unit[list[j]] {
				centre[c][d] += x
			}
		}
		for c := range centre {
			scale(centre[c])
		}
	}
	return out
}

func dot(a, b []float32) float32 {
	var s float32
	for d, x := range a {
		s += x * b[d]
	}
	return s
}
