package attribution

import (
	"testing"

	"dyad/internal/loglinear"
)

// TestBagNames checks that a feature has the hash of its name, which is what
// the weights are read by.
func TestBagNames(t *testing.T) {
	b := newBag("cue", true)
	b.Add("bias")
	b.Add("lemma=", "say", "VERB")
	want := []string{"cue:bias", "cue:lemma=say|VERB"}
	for i, name := range want {
		if b.Names[i] != name || b.Keys[i] != loglinear.Hash(loglinear.HashStart, name) {
			t.Errorf("feature %d is %q with %x, want %q with its hash", i, b.Names[i], b.Keys[i], name)
		}
	}
	if b.Reset(); len(b.Keys) != 0 || len(b.Names) != 0 {
		t.Error("reset leaves features")
	}
}

// TestFit learns a question and a choice, and drops what is rare.
func TestFit(t *testing.T) {
	l := newLearner()
	bag := func(names ...string) []int32 {
		b := newBag("m", true)
		for _, n := range names {
			b.Add(n)
		}
		return l.Add(b.Names)
	}
	for range minCount {
		l.groups = append(l.groups,
			group{[][]int32{bag("good")}, []float64{1}},
			group{[][]int32{bag("bad")}, []float64{0}},
			group{[][]int32{bag("left"), bag("right")}, []float64{0, 1}})
	}
	l.groups = append(l.groups, group{[][]int32{bag("rare")}, []float64{1}})
	l.fit(rounds, rate, penalty)
	w := func(name string) float64 { return l.w[l.IDs["m:"+name]] }
	if w("good") <= 0 || w("bad") >= 0 || w("right") <= w("left") || w("rare") != 0 {
		t.Errorf("weights good %.2f bad %.2f left %.2f right %.2f rare %.2f", w("good"), w("bad"), w("left"), w("right"), w("rare"))
	}
}

func TestPick(t *testing.T) {
	scores := []int{100, 400, 250}
	best, lead := pick(len(scores), func(i int) int { return scores[i] })
	if best != 1 || lead != 1.5 {
		t.Errorf("pick = %d with lead %v, want 1 with 1.5", best, lead)
	}
	if best, lead = pick(1, func(int) int { return -300 }); best != 0 || lead != 9 {
		t.Errorf("pick of one = %d with lead %v, want 0 with 9", best, lead)
	}
}
