package loglinear

import (
	"strconv"
	"testing"
)

// TestWeights looks up known features, some of which have one place or differ by
// one, and unknown ones.
func TestWeights(t *testing.T) {
	var none Weights
	if got := none.At(1); got != (Pair{}) {
		t.Errorf("an empty table knows weights %v", got)
	}
	keys := []uint64{5, 5 | 1<<40, 5 | 1<<41, 6}
	weights := []Pair{{1, -2}, {-3, 4}, {32767, -32767}, {9}}
	for i := range uint64(5000) {
		keys, weights = append(keys, Hash(HashStart, strconv.Itoa(int(i)))), append(weights, Pair{int16(i)})
	}
	table := NewWeights(keys, weights)
	for i, key := range keys {
		if got := table.At(key); got != weights[i] {
			t.Fatalf("weights %d are %v, want %v", i, got, weights[i])
		}
	}
	if got := table.At(5 | 1<<42); got != (Pair{}) {
		t.Errorf("weights of an unknown feature are %v", got)
	}
	first, second := 0, 0
	for _, w := range weights {
		first, second = first+int(w[0]), second+int(w[1])
	}
	if a, b := table.Sum(append(keys, 5|1<<42)); a != first || b != second {
		t.Errorf("sums are %d and %d, want %d and %d", a, b, first, second)
	}
	if a, b := none.Sum(keys); a != 0 || b != 0 {
		t.Errorf("sums of an empty table are %d and %d", a, b)
	}
	if table.Len() != len(keys) {
		t.Errorf("%d features, want %d", table.Len(), len(keys))
	}
}

// TestHundredths: weights are rounded and bounded.
func TestHundredths(t *testing.T) {
	for weight, want := range map[float64]int16{-.126: -13, 7: 700, 4999: 32767} {
		if got := Hundredths(weight); got != want {
			t.Errorf("%v is %d hundredths, want %d", weight, got, want)
		}
	}
}
