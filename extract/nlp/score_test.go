package nlp_test

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dyad/extract/nlp"
	"dyad/internal/conllu"
)

// read reads a CoNLL-U or IOB2 file, packed or not.
func read(t *testing.T, path string) *nlp.Doc {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var in io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	doc, err := conllu.Read(path, in)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// scores annotates the tokens of a gold file and returns the shares of right
// Penn tags and labelled heads in per cent.
func scores(t *testing.T, gold *nlp.Doc) (xpos, las float64) {
	t.Helper()
	p, err := nlp.New()
	if err != nil {
		t.Fatal(err)
	}
	got := &nlp.Doc{Text: gold.Text}
	for _, s := range gold.Sentences {
		s.Tokens = append([]nlp.Token(nil), s.Tokens...)
		got.Sentences = append(got.Sentences, s)
	}
	p.Annotate(got)
	n := 0.0
	for i := range gold.Sentences {
		a, b := &gold.Sentences[i], &got.Sentences[i]
		for k := range a.Tokens {
			n++
			if a.Tokens[k].XPOS == b.Tokens[k].XPOS {
				xpos++
			}
			if a.Tokens[k].Head == b.Tokens[k].Head && a.Rel(k) == b.Rel(k) {
				las++
			}
		}
	}
	return 100 * xpos / n, 100 * las / n
}

// TestNewsFloor guards the scores on our own news sentences that no model is
// trained on.
func TestNewsFloor(t *testing.T) {
	xpos, las := scores(t, read(t, "testdata/news-dev.conllu"))
	t.Logf("XPOS %.1f LAS %.1f", xpos, las)
	if xpos < 97 || las < 88 {
		t.Errorf("XPOS %.1f LAS %.1f, want at least 97 and 88", xpos, las)
	}
}

// TestGoldFloor guards the scores on treebanks, which the repository may not
// hold: DYAD_GOLD names the folder with their files.
func TestGoldFloor(t *testing.T) {
	dir := os.Getenv("DYAD_GOLD")
	if dir == "" {
		t.Skip("DYAD_GOLD is not set: no gold treebanks here")
	}
	for _, c := range []struct {
		file      string
		xpos, las float64
	}{{"en_ewt-dev.conllu.gz", 94, 81}, {"en_gum-dev.conllu.gz", 95.5, 81}} {
		xpos, las := scores(t, read(t, filepath.Join(dir, c.file)))
		t.Logf("%s: XPOS %.2f LAS %.2f", c.file, xpos, las)
		if xpos < c.xpos || las < c.las {
			t.Errorf("%s: XPOS %.2f LAS %.2f, want at least %v and %v", c.file, xpos, las, c.xpos, c.las)
		}
	}
}

// TestTrainingIsRepeatable trains a tiny model twice: the same bytes come
// out, whatever the number of workers, and the model has learnt its sentences.
func TestTrainingIsRepeatable(t *testing.T) {
	news := read(t, "testdata/news-train.conllu")
	named := &nlp.Doc{Text: news.Text}
	for _, s := range news.Sentences[:20] {
		s.Entities = []nlp.Entity{{First: 0, Last: 1, Type: "LOC"}}
		named.Sentences = append(named.Sentences, s)
	}
	news.Sentences = news.Sentences[:80]
	c := nlp.Corpus{Trees: []*nlp.Doc{news}, Entities: []*nlp.Doc{named}}
	set := nlp.DefaultSettings()
	set.TagBits, set.GuideBits, set.ActionBits, set.LabelBits, set.EntityBits = 13, 14, 15, 13, 12
	set.Workers = 1
	one, err := nlp.Train(c, set, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	set.Workers = 3
	two, err := nlp.Train(c, set, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	if string(one) != string(two) {
		t.Error("two trainings gave different models")
	}
	p, err := nlp.Open(one)
	if err != nil {
		t.Fatal(err)
	}
	doc := p.Analyze("Turkey accused Syria.", []nlp.Region{{End: 21}})
	if got := doc.Sentences[0].Tokens[1]; got.XPOS != "VBD" || got.Head != -1 {
		t.Errorf("the little model says %+v of its own word", got)
	}
	if _, err := nlp.Train(nlp.Corpus{}, set, io.Discard); err == nil {
		t.Error("training on nothing: no error")
	}
}
