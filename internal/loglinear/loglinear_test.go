package loglinear

import (
	"hash/fnv"
	"math"
	"slices"
	"testing"
)

func TestHash(t *testing.T) {
	for _, name := range []string{"", "cue:lemma=say|VERB", "đang"} {
		h := fnv.New64a()
		h.Write([]byte(name))
		cut := len(name) / 2
		if got := Hash(Hash(HashStart, name[:cut]), name[cut:]); got != h.Sum64() {
			t.Errorf("hash of %q in two parts is %x, want %x", name, got, h.Sum64())
		}
	}
}

func TestSoftmax(t *testing.T) {
	p := Softmax([]float64{1000, 1000 + math.Log(3), math.Inf(-1)})
	for i, want := range []float64{.25, .75, 0} {
		if math.Abs(p[i]-want) > 1e-12 {
			t.Errorf("probability %d is %v, want %v", i, p[i], want)
		}
	}
	if two := Softmax([]float64{.7, 0}); math.Abs(two[0]-Sigmoid(.7)) > 1e-12 {
		t.Errorf("softmax of two is %v, sigmoid %v, want the same", two[0], Sigmoid(.7))
	}
}

func TestVocabulary(t *testing.T) {
	v := NewVocabulary()
	first, second := v.Add([]string{"a", "b"}), v.Add([]string{"b", "c", "b"})
	if !slices.Equal(first, []int32{0, 1}) || !slices.Equal(second, []int32{1, 2, 1}) {
		t.Fatalf("numbers %v and %v, want [0 1] and [1 2 1]", first, second)
	}
	if !slices.Equal(v.Names, []string{"a", "b", "c"}) || !slices.Equal(v.Counts, []int{1, 3, 1}) {
		t.Errorf("names %q, counts %v", v.Names, v.Counts)
	}
	if got := v.Frequent(second, 2); !slices.Equal(got, []int32{1, 1}) {
		t.Errorf("frequent ones %v, want [1 1]", got)
	}
}
