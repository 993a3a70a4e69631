package stance

import "testing"

// TestTalkOfASubject: who only tells what somebody does has no view of him, however his
// sentence sounds; a word of attitude that is said of him is one.
func TestTalkOfASubject(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for verb, want := range map[string]bool{"came come": false, "lied lie": true, "threatened threaten": true} {
		doc, ling := parse(t, "Porter Porter PROPN 2 nsubj @porter\nsaid say VERB 0 root\nLund Lund PROPN 4 nsubj @lund\n"+verb+" VERB 2 ccomp\n. . PUNCT 2 punct")
		f := finding{holder: "porter", target: "lund", sign: -1, rule: "talks:subj", targetSpan: doc.Mentions[1].Span}
		if got := newReader(c.lex, models{}, doc, ling).shown(f); got != want {
			t.Errorf("%q: shown %v, want %v", verb, got, want)
		}
	}
}

// TestTalkOfAnOwner: whose something is, is not what is spoken of.
func TestTalkOfAnOwner(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for rule, want := range map[string]bool{"talks:nmod:poss": false, "talks:obj": true} {
		doc, ling := parse(t, "Porter Porter PROPN 2 nsubj @porter\nblamed blame VERB 0 root\nLund Lund PROPN 2 obj @lund\n. . PUNCT 2 punct")
		f := finding{holder: "porter", target: "lund", sign: -1, rule: rule, targetSpan: doc.Mentions[1].Span}
		if got := newReader(c.lex, models{}, doc, ling).shown(f); got != want {
			t.Errorf("%s: shown %v, want %v", rule, got, want)
		}
	}
}
