package loglinear

import (
	"math"
	"slices"
	"testing"
)

func TestHash(t *testing.T) {
	seen := map[uint64]string{}
	for _, name := range []string{"", "c", "cue:lemma=say|VERB", "cue:lemma=say|NOUN", "cue:lemma=day|VERB", "đang"} {
		whole := Hash(HashStart, name)
		for cut := range name {
			if got := Hash(Hash(HashStart, name[:cut]), name[cut:]); got != whole {
				t.Errorf("hash of %q cut at %d is %x, want %x", name, cut, got, whole)
			}
		}
		if other, ok := seen[whole]; ok {
			t.Errorf("%q and %q have the same hash", name, other)
		}
		seen[whole] = name
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
