package stance

import (
	"strings"
	"testing"

	"dyad/schema"
)

// TestPairsUnseen checks that the pair model learns from the sentences of
// articles, that an article keeps one that has not learned from its fold, and
// that a sentence of which nothing is known teaches nothing.
func TestPairsUnseen(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	c.models = models{}
	var list []Article
	for i := range 40 {
		verb, sign, known := "zing", -1, true
		switch {
		case i%4 == 1:
			verb, sign = "zap", 1
		case i%4 == 2:
			verb, sign = "meet", 0
		case i%4 == 3:
			verb, known = "zonk", false
		}
		ex := example(t, verb, 0)
		list = append(list, Article{Doc: ex.Doc, Ling: ex.Ling, Fold: i % 4, Weight: 1, Sign: func(at schema.Span, holder, target string) (int, bool) {
			if at.End != len(ex.Ling.Text) {
				t.Errorf("asked for the sentence at %v", at)
			}
			if holder != "ann" {
				return 0, known
			}
			return sign, known
		}})
	}
	c.TrainPairs(nil, list, Settings{Penalty: 7, Rounds: 150})
	knows := func(m *linear, verb string) bool {
		return strings.Contains(strings.Join(m.names, "\n"), "top="+verb)
	}
	for verb, want := range map[string]bool{"zing": true, "zap": true, "zonk": false} {
		if knows(&c.models.pairs, verb) != want {
			t.Errorf("the model knows %s: %v, want %v", verb, !want, want)
		}
	}
	for i := range list[:2] {
		if a := &list[i]; knows(a.pairs, []string{"zing", "zap"}[i]) || !knows(a.pairs, []string{"zap", "zing"}[i]) {
			t.Errorf("the model of article %d knows its own verb, or not that of another fold", i)
		}
	}
}
