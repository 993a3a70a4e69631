package stance

import (
	"testing"

	"dyad/internal/loglinear"
)

// TestBag checks that a feature has its weights however its name is put
// together, and others have none.
func TestBag(t *testing.T) {
	m := newLinear([]string{"top=hate|ab", "bias"}, [][2]float64{{-1, 2}, {.5, 0}}, 0)
	b := loglinear.NewBag(loglinear.Form{}, true).Add("top=", "hate", "|", "ab").Add("bias").Add("top=hate", "|ba")
	for i, want := range []loglinear.Pair{{-100, 200}, {50, 0}, {}} {
		got := m.weights.At(b.Keys[i])
		if got != want || b.Keys[i] != loglinear.Hash(loglinear.HashStart, b.Names[i]) {
			t.Errorf("%s has weights %v, want %v", b.Names[i], got, want)
		}
	}
}
