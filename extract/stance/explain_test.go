package stance

import (
	"math"
	"testing"
)

// TestExplain checks that an explanation names the rule, the word of attitude
// and weights, and that there is none without evidence.
func TestExplain(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	tree := "Ann Ann PROPN 2 nsubj @ann\npraised praise VERB 0 root\nBob Bob PROPN 2 obj @bob\n. . PUNCT 2 punct"
	doc, ling := parse(t, tree)
	got := c.Explain(doc, ling)("ann", "bob")
	if len(got) == 0 || got[0].Polarity != "positive" || len(got[0].Strongest) == 0 {
		t.Fatalf("Explain = %+v, want a positive stance with weights", got)
	}
	seen := map[string]bool{}
	for _, e := range got[0].Evidence {
		seen[e.Rule] = true
		if len(e.Words) != 1 || e.Words[0].Text != "praised" || e.Words[0].To != 1 || e.Words[0].Tone <= 0 {
			t.Errorf("words of %s = %+v, want praised", e.Rule, e.Words)
		}
	}
	if !seen["act:praise"] {
		t.Errorf("rules %v, want act:praise", seen)
	}
	doc, ling = parse(t, tree)
	c.Classify(doc, ling)
	if len(doc.Stances) == 0 || math.Abs(doc.Stances[0].Confidence-got[0].Confidence) > .001 {
		t.Errorf("Classify gives %+v, Explain confidence %v", doc.Stances, got[0].Confidence)
	}
	if got := c.Explain(doc, ling)("bob", "cat"); got != nil {
		t.Errorf("Explain of strangers = %+v", got)
	}
}
