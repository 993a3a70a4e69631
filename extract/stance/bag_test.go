package stance

import "testing"

// TestBag checks that a feature has its weights however its name is put
// together, and others have none.
func TestBag(t *testing.T) {
	m := newLinear([]string{"top=hate|ab", "bias"}, [][2]float64{{-1, 2}, {.5, 0}}, 0)
	b := (&bag{named: true}).add("top=", "hate", "|", "ab").add("bias").add("top=hate", "|ba")
	whole := bagOf(b.names)
	for i, want := range [][2]float64{{-1, 2}, {.5, 0}, {}} {
		got, known := m.weights.at(b.keys[i])
		if got != want || known != (i < 2) || b.keys[i] != whole.keys[i] {
			t.Errorf("%s has weights %v, %v, want %v", b.names[i], got, known, want)
		}
	}
	if _, known := (&hashed{}).at(1); known {
		t.Error("an empty table knows a feature")
	}
}
