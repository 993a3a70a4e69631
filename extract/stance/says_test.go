package stance

import "testing"

// TestVictim: who tells of a hostile act of others is not against whom it hits.
func TestVictim(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	tests := map[string]struct {
		tree string
		want bool
	}{
		"an act of others": {`
Porter Porter PROPN 2 nsubj @porter
said say VERB 0 root
police police NOUN 4 nsubj @police
detained detain VERB 2 ccomp
Novak Novak PROPN 4 obj @novak
. . PUNCT 2 punct`, true},
		"an act of his own": {`
Porter Porter PROPN 2 nsubj @porter
said say VERB 0 root
Porter Porter PROPN 4 nsubj @porter
detained detain VERB 2 ccomp
Novak Novak PROPN 4 obj @novak
. . PUNCT 2 punct`, false},
		"an act of nobody": {`
Porter Porter PROPN 2 nsubj @porter
said say VERB 0 root
was be AUX 4 aux:pass
detained detain VERB 2 ccomp
Novak Novak PROPN 4 nsubj:pass @novak
. . PUNCT 2 punct`, false},
		"who is protected": {`
Porter Porter PROPN 2 nsubj @porter
promised promise VERB 0 root
to to PART 4 mark
protect protect VERB 2 xcomp
Novak Novak PROPN 4 obj @novak
. . PUNCT 2 punct`, true},
		"who is not protected": {`
Porter Porter PROPN 2 nsubj @porter
did do AUX 4 aux
not not PART 4 advmod
protect protect VERB 0 root
Novak Novak PROPN 4 obj @novak
. . PUNCT 4 punct`, false},
		"no hostile act": {`
Porter Porter PROPN 2 nsubj @porter
said say VERB 0 root
police police NOUN 4 nsubj @police
met meet VERB 2 ccomp
Novak Novak PROPN 4 obj @novak
. . PUNCT 2 punct`, false},
	}
	for name, test := range tests {
		doc, ling := parse(t, test.tree)
		if got := newReader(c.lex, c.models, doc, ling).view(0).victim(4, "porter"); got != test.want {
			t.Errorf("%s: %t, want %t", name, got, test.want)
		}
	}
}
