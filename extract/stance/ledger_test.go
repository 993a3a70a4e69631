package stance

import "testing"

// TestClarity checks that evidence with a word of attitude between the two is
// told from evidence without, and from what its sentence does not show.
func TestClarity(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for verb, want := range map[string]string{"praise": "|worded", "meet": "|bare"} {
		doc, ling := parse(t, "Ann Ann PROPN 2 nsubj @ann\nV "+verb+" VERB 0 root\nBob Bob PROPN 2 obj @bob\n. . PUNCT 2 punct")
		r := newReader(c.lex, models{}, doc, ling)
		f := finding{holder: "ann", target: "bob", sign: 1, holderSpan: doc.Mentions[0].Span, targetSpan: doc.Mentions[1].Span, rule: "event:SUPPORT", confidence: .5}
		if got := r.books().clarity(f, "event"); got != want {
			t.Errorf("%s: %s, want %s", verb, got, want)
		}
		f.target = "kim"
		if got := r.books().clarity(f, "event"); got != "|hidden" {
			t.Errorf("%s of somebody elsewhere: %s, want |hidden", verb, got)
		}
	}
}

// TestAgreed: an act that a rule sees and the pair model, both sure of the same sentence
// and sign, are enough.
func TestAgreed(t *testing.T) {
	event, model := finding{rule: "event:THREATEN", sign: -1, confidence: .64}, finding{rule: "model:threaten", sign: -1, confidence: .72}
	other := func(f finding, change func(*finding)) finding { change(&f); return f }
	for name, tt := range map[string]struct {
		list []finding
		want bool
	}{
		"both":             {[]finding{event, model}, true},
		"one":              {[]finding{event}, false},
		"a doubtful model": {[]finding{event, other(model, func(f *finding) { f.confidence = .5 })}, false},
		"another sign":     {[]finding{event, other(model, func(f *finding) { f.sign = 1 })}, false},
		"another sentence": {[]finding{event, other(model, func(f *finding) { f.sentence = 1 })}, false},
		"a guessed event":  {[]finding{other(event, func(f *finding) { f.guessed = true }), model}, false},
	} {
		if got := agreed(tt.list, &event); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestAvowed: where the words show a stance on an issue by themselves, the article need
// not show it again; where a verb only has effects on it, it must.
func TestAvowed(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for verb, want := range map[string]int{"oppose": 1, "invest": 0} {
		doc, ling := parse(t, "Mali Mali PROPN 2 nsubj @mli\nV "+verb+" VERB 0 root\nthe the DET 5 det\nsalt salt NOUN 5 compound\ntoll toll NOUN 2 obj\n. . PUNCT 2 punct")
		c.Classify(doc, ling)
		if got := len(doc.Stances); got != want {
			t.Errorf("%s: %d stances, want %d", verb, got, want)
		}
	}
}
