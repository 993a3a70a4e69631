package attribution

import (
	"bytes"
	"strings"
	"testing"

	"dyad/internal/loglinear"
	"dyad/schema"
)

// example is one sentence whose cue "said" is annotated, or not.
func example(t *testing.T, verb string, good bool) Example {
	t.Helper()
	ling := parse(t, "Ann Ann PROPN 2 nsubj\nV V VERB 0 root\nthat that SCONJ 5 mark\nroads road NOUN 5 nsubj\nclosed close VERB 2 ccomp\n. . PUNCT 2 punct")
	tok := &ling.Sentences[0].Tokens[1]
	tok.Lemma = verb
	ex := Example{Ling: ling}
	if good {
		ex.Gold = []Gold{{Source: []schema.Span{{Start: 0, End: 3}}, Cue: []schema.Span{{Start: tok.Start, End: tok.End}}, Content: []schema.Span{{Start: 6, End: 23}}}}
	}
	return ex
}

// TestTrain checks that the model learns which verb is a cue, that rare
// features get no weight, and that training is repeatable.
func TestTrain(t *testing.T) {
	a, err := New()
	if err != nil {
		t.Fatal(err)
	}
	var list []Example
	for range 8 {
		list = append(list, example(t, "say", true), example(t, "see", false))
	}
	list = append(list, example(t, "mutter", true))
	var one, two bytes.Buffer
	for _, out := range []*bytes.Buffer{&one, &two} {
		if err := a.Train(list, .5, out); err != nil {
			t.Fatal(err)
		}
	}
	if one.String() != two.String() {
		t.Error("two trainings differ")
	}
	if strings.Contains(one.String(), "mutter") {
		t.Error("a feature that occurred once has a weight")
	}
	m, err := readModel(one.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	score := func(verb string) float64 {
		r := newReader(a.lex, example(t, verb, false).Ling)
		b := newBag("cue", false)
		r.cueFeatures(b, r.candidates()[0])
		return loglinear.Sigmoid(m.score(b))
	}
	if say, see := score("say"), score("see"); say < .6 || see > .4 {
		t.Errorf("probability of say %.2f, of see %.2f: want over .6 and under .4", say, see)
	}
}

func TestReadModelErrors(t *testing.T) {
	for _, bad := range []string{"", "feature\tweight\nbias\tx\n", "feature\tweight\nbias\t1\t2\n"} {
		if _, err := readModel([]byte(bad)); err == nil {
			t.Errorf("readModel(%q) gives no error", bad)
		}
	}
}

func TestReadCuesErrors(t *testing.T) {
	head := "lemma\tpos\tkind\tframes\tprep\texample\n"
	for _, bad := range []string{head + "say\tverb\tnoise\tc\n", head + "say\tparticle\tspeech\tc\n"} {
		l := &lexicon{verbs: map[string]*cue{}, nouns: map[string]*cue{}, adjs: map[string]*cue{}}
		if err := l.readCues([]byte(bad)); err == nil {
			t.Errorf("readCues(%q) gives no error", bad)
		}
	}
}
