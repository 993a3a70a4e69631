package stance

import "testing"

// TestRight: a word of attitude is right more often than what only sounds good or bad, and
// what is too weak stays so.
func TestRight(t *testing.T) {
	r := &reader{given: map[string]bool{}}
	of := func(rule, target string, confidence float64) float64 {
		return r.right(finding{holder: "a", target: target, rule: rule, confidence: confidence})
	}
	if a, b := of("act:praise", "b", .5), of("talks:obj", "b", .9); a <= b {
		t.Errorf("praise %v, talk %v", a, b)
	}
	if a, b := of("says:bad", "issue:levy", .5), of("says:bad", "b", .5); a <= b {
		t.Errorf("of an issue %v, of an actor %v", a, b)
	}
	if a, b := of("event:ACCUSE", "b", .9), of("event:ACCUSE", "b", .5); a <= b {
		t.Errorf("probable %v, less probable %v", a, b)
	}
	if got := of("act:praise", "b", .2); got != .2 {
		t.Errorf("too weak: %v, want .2", got)
	}
}
