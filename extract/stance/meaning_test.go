package stance

import "testing"

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
