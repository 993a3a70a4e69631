package stance

import (
	"runtime"
	"strings"

	"dyad/internal/loglinear"
)

// A word stands in many features of the treatment model: at each of these places of
// a mention. Its weights for all of them are kept together, so that one look finds
// them and no names are made.
type place int

const (
	anywhere place = iota
	onLeft
	onRight
	beforeBy1
	beforeBy2
	beforeBy3
	behindBy1
	behindBy2
	behindBy3
	inClause
	inClauseLeft
	inClauseRight
	placesOfWords
	placesOfPairs = onRight + 1 // two words beside each other are only asked for at the first places
)

// placePrefixes are how the features of the places begin.
var placePrefixes = [placesOfWords]string{"has=", "L=", "R=", "l1=", "l2=", "l3=", "r1=", "r2=", "r3=", "clause=", "clause<", "clause>"}

// wordWeights are the weights of a word, and those of two words beside each other.
type (
	wordWeights [placesOfWords]hundredths
	pairWeights [placesOfPairs]hundredths
)

// wordTable holds the weights of words and of two words by their hashes.
type wordTable struct {
	words loglinear.Table[int32] // rows of list
	pairs loglinear.Table[pairWeights]
	list  []wordWeights
}

// set takes in the weights of a feature if it is one of a word at a place.
func (t *wordTable) set(feature string, w hundredths) {
	for at, prefix := range placePrefixes {
		name, ok := strings.CutPrefix(feature, prefix)
		if !ok {
			continue
		}
		key := loglinear.Hash(loglinear.HashStart, name)
		if strings.Contains(name, spacePart.Text()) {
			if place(at) < placesOfPairs {
				both, _ := t.pairs.At(key)
				both[at] = w
				t.pairs.Set(key, both)
			}
			return
		}
		row, ok := t.words.At(key)
		if !ok {
			row = int32(len(t.list))
			t.words.Set(key, row)
			t.list = append(t.list, wordWeights{})
		}
		t.list[row][at] = w
		return
	}
}

// noWord are the weights of a word that the model does not know.
var noWord wordWeights

// wordRow returns the weights of a token.
func (v *view) wordRow(i int) *wordWeights {
	if v.wordRows == nil {
		t, keys := &v.r.models.treatment.words, v.r.rooms.keys.Take(len(v.Tokens))
		for k := range keys {
			keys[k] = loglinear.Joined(v.namePart(k))
		}
		runtime.KeepAlive(t.words.Touch(keys))
		v.wordRows = v.r.rooms.rows.Take(len(v.Tokens))
		for k := range v.wordRows {
			v.wordRows[k] = &noWord
			if row, ok := t.words.At(keys[k]); ok {
				v.wordRows[k] = &t.list[row]
			}
		}
	}
	return v.wordRows[i]
}

// pairKeys returns the hashes of each token with the next one, whose weights are
// on the way to the processor.
func (v *view) pairKeys() []uint64 {
	keys := v.r.rooms.keys.Take(max(len(v.Tokens)-1, 0))
	for i := range keys {
		keys[i] = loglinear.Joined(v.namePart(i), &spacePart, v.namePart(i+1))
	}
	runtime.KeepAlive(v.r.models.treatment.words.pairs.Touch(keys))
	return keys
}

// put puts the feature of a token at a place into a bag, or only adds its weights
// to a sum, if there is one.
func (v *view) put(f *loglinear.Bag, sum *total, at place, i int) {
	if sum == nil {
		f.Join(placePrefixes[at], v.namePart(i))
		return
	}
	sum.add(v.wordRow(i)[at])
}

// add adds the weights of one feature.
func (t *total) add(w hundredths) {
	t.sum[rowFor] += w[rowFor]
	t.sum[rowAgainst] += w[rowAgainst]
	t.n++
}
