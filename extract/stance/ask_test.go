package stance

import "testing"

// TestAskBare: what the pair model thinks of a pair that no word of attitude joins
// is evidence only beside other evidence; a joined pair is asked about at once.
func TestAskBare(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		verb        string
		beside      bool
		bare, found bool
	}{
		{"phone", false, true, false},
		{"phone", true, true, true},
		{"condemn", false, false, true},
	} {
		doc, ling := parse(t, "Ann Ann PROPN 2 nsubj @ann\nV "+x.verb+" VERB 0 root\nBob Bob PROPN 2 obj @bob\n. . PUNCT 2 punct")
		m := c.models
		m.pairs = newLinear([]string{"bias", "roles=subj|obj|ab"}, [][2]float64{{0, 20}, {0, 20}}, 0)
		r := newReader(c.lex, m, doc, ling)
		if x.beside {
			r.found = []finding{{holder: "ann", target: "bob", sign: -1, rule: "act:blame", confidence: .5}}
		}
		before := len(r.found)
		r.learned(0)
		if got := len(r.bare) > 0; got != x.bare {
			t.Errorf("%s: asked last %v, want %v", x.verb, got, x.bare)
		}
		r.askBare()
		if got := len(r.found) > before; got != x.found {
			t.Errorf("%s, evidence beside %v: found %v, want %v", x.verb, x.beside, got, x.found)
		}
	}
}

// TestTalk: where a mention is not looked at closely its treatment is hardly what
// talk asks for, and where it is talk is its treatment.
func TestTalk(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	skipped, strong := 0, 0
	for _, verb := range []string{"meet", "see", "murder", "praise", "visit", "destroy", "admire", "phone"} {
		text := "Ann Ann PROPN 2 nsubj @ann\nV " + verb + " VERB 0 root\nBob Bob PROPN 2 obj @bob\n. . PUNCT 2 punct"
		for h := range 4 {
			doc, ling := parse(t, text)
			good, bad := newReader(c.lex, c.models, doc, ling).view(0).talk(h)
			doc, ling = parse(t, text)
			wantGood, wantBad := newReader(c.lex, c.models, doc, ling).view(0).treatment(h)
			switch {
			case good == 0 && bad == 0:
				skipped++
				if max(wantGood, wantBad) > .8 {
					t.Errorf("%s: token %d is skipped, its treatment is %.2f, %.2f", verb, h, wantGood, wantBad)
				}
			case good != wantGood || bad != wantBad:
				t.Errorf("%s: token %d: talk %.2f, %.2f, treatment %.2f, %.2f", verb, h, good, bad, wantGood, wantBad)
			default:
				strong++
			}
		}
	}
	if skipped == 0 || strong == 0 {
		t.Errorf("%d skipped, %d looked at: want some of both", skipped, strong)
	}
}
