package cputime

import "testing"

// TestUsed: work takes time, and time does not go back.
func TestUsed(t *testing.T) {
	before, sum := Used(), 0
	for i := range 50_000_000 {
		sum += i ^ sum
	}
	if after := Used(); after <= before {
		t.Errorf("%v before, %v after work (%d)", before, after, sum)
	}
}
