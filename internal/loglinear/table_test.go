package loglinear

import (
	"slices"
	"testing"
)

// TestTable fills a table beyond its first size.
func TestTable(t *testing.T) {
	var table Table[int16]
	if _, known := table.At(1); known {
		t.Error("an empty table knows a feature")
	}
	key := func(i uint64) uint64 { return Hash(HashStart, string(rune('a'+i%26))) + i*i + 1 }
	for i := range uint64(5000) {
		table.Set(key(i), int16(i))
	}
	for i := range uint64(5000) {
		if got, known := table.At(key(i)); got != int16(i) || !known {
			t.Fatalf("weight %d is %d, %v", i, got, known)
		}
	}
	table.Set(1<<40, 7)
	table.Set(1<<40, -13)
	if got, _ := table.At(1 << 40); got != -13 {
		t.Errorf("weight set twice is %d, want the last, -13", got)
	}
	if got, known := table.At(1<<40 + 1); got != 0 || known {
		t.Errorf("weight of an unknown feature is %d, %v", got, known)
	}
}

// TestAddTo adds up more features than are looked up at once, known and unknown
// ones, in their order.
func TestAddTo(t *testing.T) {
	m, err := ReadLinear("w.tsv", []byte("feature\tweights\na\tX:0.10 Y:-2\nb\tY:0.3\nc\tX:7 Z:1e-3\n"))
	if err != nil {
		t.Fatal(err)
	}
	var keys []uint64
	want := make([]float64, len(m.Classes))
	for i := range 3*lookups + 5 {
		name := []string{"a", "?", "b", "c", "b"}[i%5]
		keys = append(keys, Hash(HashStart, name))
		for _, w := range m.Of(name) {
			want[w.Class] += w.Value
		}
	}
	got := make([]float64, len(m.Classes))
	if m.AddTo(got, keys); !slices.Equal(got, want) || want[0] == 0 {
		t.Errorf("scores are %v, want %v", got, want)
	}
}
