package stance

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"dyad/schema"
)

// example is one sentence with its holder, target and sign.
func example(t *testing.T, verb string, sign int) Example {
	t.Helper()
	doc, ling := parse(t, "Ann Ann PROPN 2 nsubj @ann\nV "+verb+" VERB 0 root\nBob Bob PROPN 2 obj @bob\n. . PUNCT 2 punct")
	for i := range doc.Mentions {
		doc.Mentions[i].Form = schema.FormGiven
	}
	return Example{Doc: doc, Ling: ling, Sign: map[[2]string]int{{"ann", "bob"}: sign}}
}

// TestTrain checks that the model learns verbs that the lexicon does not have,
// in the right direction, that rare features get no weight and that training
// is repeatable.
func TestTrain(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	c.models = models{}
	var list []Example
	for range 60 {
		list = append(list, example(t, "zing", -1), example(t, "zap", 1), example(t, "meet", 0))
	}
	list = append(list, example(t, "zonk", 1))
	var one, two bytes.Buffer
	for _, out := range []*bytes.Buffer{&one, &two} {
		c.TrainPairs(list, nil, PairSettings())
		if err := c.WritePairs(out); err != nil {
			t.Fatal(err)
		}
	}
	if one.String() != two.String() {
		t.Error("two trainings differ")
	}
	if strings.Contains(one.String(), "zonk") {
		t.Error("a feature that occurred once has a weight")
	}
	if c.models.pairs, err = readLinear("pairs", one.Bytes()); err != nil {
		t.Fatal(err)
	}
	for verb, want := range map[string]string{"zing": "ann negative bob", "zap": "ann positive bob", "meet": ""} {
		ex := example(t, verb, 0)
		c.Classify(ex.Doc, ex.Ling)
		var got strings.Builder
		for _, s := range ex.Doc.Stances {
			got.WriteString(s.Holder + " " + s.Polarity + " " + s.Target)
		}
		if got.String() != want {
			t.Errorf("%s: got %q, want %q", verb, got.String(), want)
		}
	}
}

// TestGivenDecideAlone checks that between mentions that the input gave nothing
// counts but the model's view of these: not "she" beside the name.
func TestGivenDecideAlone(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	c.models = models{pairs: newLinear([]string{"slots=subj|obj", "bias"}, [][2]float64{{0, 90}, {-30, -30}}, 0)}
	for form, want := range map[string]string{schema.FormName: "ann negative bob", schema.FormGiven: ""} {
		doc, ling := parse(t, "Ann Ann PROPN 2 nsubj @ann\ntold tell VERB 0 root\nthat that SCONJ 5 mark\nshe she PRON 5 nsubj @ann\n"+
			"hates hate VERB 2 ccomp\nBob Bob PROPN 5 obj @bob\n. . PUNCT 2 punct")
		for i := range doc.Mentions {
			if doc.Mentions[i].Form = form; i == 1 {
				doc.Mentions[i].Form = schema.FormPronoun
			}
		}
		c.Classify(doc, ling)
		var got []string
		for _, s := range doc.Stances {
			got = append(got, s.Holder+" "+s.Polarity+" "+s.Target)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: got %q, want %q", form, got, want)
		}
	}
}

func TestReadErrors(t *testing.T) {
	l := &lexicon{negators: map[string]bool{}}
	head := "lemma\tpos\tto\tprep\tval\tshift\tobj\tissue\tissueprep\n"
	for _, bad := range []string{head + "hate\tverb\t!\n", head + "hate\tverb\t-\t\t!\n", head + "hate\tverb\t-\t\t\t\t\t!\n", head + "hate\tverbb\t-\n"} {
		if err := l.readPolarity([]byte(bad)); err == nil {
			t.Errorf("readPolarity(%q) gives no error", bad)
		}
	}
	if err := l.readEvents([]byte("type\tpolarity\tshare\nACCUSE\tnegative\tmany\n")); err == nil {
		t.Error("readEvents takes a share that is no number")
	}
	if _, err := readLinear("w", []byte("feature\tfor\tagainst\nbias\tx\t0\n")); err == nil {
		t.Error("readLinear takes a weight that is no number")
	}
	if err := l.readValence([]byte("word\tvalence\nbad\tvery\n")); err == nil {
		t.Error("readValence takes a valence that is no number")
	}
}

// FuzzClassify checks what must hold for any tree: spans lie inside the text
// and carry it, nobody holds a stance on himself, nothing panics.
func FuzzClassify(f *testing.F) {
	c, err := New()
	if err != nil {
		f.Fatal(err)
	}
	f.Add("Russia accused NATO of lies and praised the missile shield", uint32(12345))
	f.Add("Ann said Bob is wary of critics at odds with Greece", uint32(99))
	rels := []string{"nsubj", "ccomp", "obj", "obl", "nmod", "amod", "xcomp", "case", "nmod:poss", "nsubj:pass", "aux:pass", "acl", "advcl", "mark", "conj", "appos"}
	tags := []string{"NOUN", "VERB", "PROPN", "ADP", "PRON", "ADJ", "ADV", "AUX"}
	f.Fuzz(func(t *testing.T, text string, seed uint32) {
		words := strings.Fields(strings.ToValidUTF8(text, ""))
		if len(words) == 0 || len(words) > 60 {
			return
		}
		var lines []string
		n := int(seed)
		for i, w := range words {
			n = n*1103515245 + 12345
			lines = append(lines, strings.Join([]string{w, w, tags[n>>3&7], strconv.Itoa(max(0, i-n>>6&3)), rels[n>>8&15], []string{"@a", "@b", "#i", ""}[n>>12&3]}, " "))
		}
		if words[0] == "said" || !strings.Contains(lines[0], "@") {
			lines[0] = "Ann Ann PROPN 0 root @ann"
		}
		doc, ling := parse(t, strings.Join(lines, "\n"))
		c.Classify(doc, ling)
		for _, s := range doc.Stances {
			if s.Holder == s.Target || s.ID == "" || s.Confidence < MinConfidence || s.Confidence > 1 {
				t.Fatalf("bad stance %+v", s)
			}
			for _, x := range []schema.TextSpan{s.HolderMention, s.TargetMention, s.Evidence} {
				if x.Start < 0 || x.End > len(ling.Text) || x.Start >= x.End || ling.Text[x.Start:x.End] != x.Text {
					t.Fatalf("bad span %+v in %q", x, ling.Text)
				}
			}
		}
	})
}
