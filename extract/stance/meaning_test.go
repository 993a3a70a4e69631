package stance

import (
	"math"
	"testing"
)

// TestMeaningName checks that the name of every number leads back to it.
func TestMeaningName(t *testing.T) {
	for i := range numbers {
		if got, ok := meaningIndex(meaningName(i)); !ok || got != i {
			t.Fatalf("meaningIndex(%q) = %d, %v, want %d", meaningName(i), got, ok, i)
		}
	}
	for _, bad := range []string{"head.1", "~head", "~head.100", "~foot.1", "bias"} {
		if _, ok := meaningIndex(bad); ok {
			t.Errorf("meaningIndex takes %q", bad)
		}
	}
}

// TestWeightPair checks that two weights in one word are added up as two.
func TestWeightPair(t *testing.T) {
	want, both := [2]int32{}, weightPair(0)
	for i, w := range [][2]float64{{.5, -.25}, {-1.125, -2}, {-.001, .001}, {0, 3}} {
		x := int32(100 - 60*i)
		both += weightPair(x) * inThousandths(w)
		want[rowFor] += x * int32(math.Round(1000*w[rowFor]))
		want[rowAgainst] += x * int32(math.Round(1000*w[rowAgainst]))
	}
	if got := both.split(); got != want {
		t.Errorf("sums %v, want %v", got, want)
	}
}
