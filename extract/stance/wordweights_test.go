package stance

import "testing"

// TestWordWeights checks that the sums by words are those of all features by name.
func TestWordWeights(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	doc, ling := parse(t, `Ann Ann PROPN 2 nsubj @ann
sharply sharply ADV 3 advmod
criticised criticise VERB 0 root
the the DET 6 det
brutal brutal ADJ 6 amod
attack attack NOUN 3 obj
on on ADP 8 case
Bob Bob PROPN 6 nmod @bob
, , PUNCT 3 punct
who who PRON 11 nsubj
died die VERB 8 acl:relcl`)
	v := newReader(c.lex, c.models, doc, ling).view(0)
	m := &c.models.treatment
	for h := range v.Tokens {
		want, got := m.total(v.treats(h)), v.bagTotal(h)
		if got = m.total(v.near(h, &got)).plus(got); got != want {
			t.Errorf("token %d: got %v, want %v", h, got, want)
		}
		if want.n < 30 || want.sum == (hundredths{}) {
			t.Errorf("token %d: %v is no real sum", h, want)
		}
	}
}
