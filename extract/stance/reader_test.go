package stance

import "testing"

// TestTargetsApart: who is joined to an object only to be left out is no target.
func TestTargetsApart(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]int{"both both CCONJ 6 cc": 2, "not not PART 6 advmod": 1} {
		doc, ling := parse(t, "Porter Porter PROPN 2 nsubj @porter\nblamed blame VERB 0 root\nLund Lund PROPN 2 obj @lund\nand and CCONJ 6 cc\n"+word+"\nNovak Novak PROPN 3 conj @novak\n. . PUNCT 2 punct")
		if got := newReader(c.lex, models{}, doc, ling).view(0).targets(2); len(got) != want {
			t.Errorf("%q: %d targets, want %d", word, len(got), want)
		}
	}
}
