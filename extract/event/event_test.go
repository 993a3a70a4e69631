package event

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dyad/extract/nlp"
	"dyad/schema"
)

// TestLexiconExamples checks every entry of the lexicons against the example
// it must match and the one it must not.
func TestLexiconExamples(t *testing.T) {
	r := newRig(t)
	defer r.save()
	for _, e := range r.coder.lex.entries {
		sentence, want, _ := strings.Cut(e.example, " = ")
		if want == "" || e.counter == "" {
			t.Errorf("%s.tsv:%d: %s: no example or counterexample", e.table, e.line, e.name)
			continue
		}
		if (e.table == "verb" || e.table == "noun") && !e.has("carried") {
			want = e.typ + " " + want
		}
		var got []string
		doc, ling := r.document(sentence)
		r.coder.Code(doc, ling)
		for k := range doc.Events {
			got = append(got, short(&doc.Events[k]))
		}
		if !slices.Contains(got, want) {
			t.Errorf("%s.tsv:%d: %s: %q: got %q, want %q", e.table, e.line, e.name, sentence, got, want)
		}
		doc, ling = r.document(e.counter)
		r.coder.Code(doc, ling)
		for _, ev := range doc.Events {
			if slices.Contains(strings.Split(ev.Rule, "/"), e.name) {
				t.Errorf("%s.tsv:%d: %s: %q: got %s, want no match", e.table, e.line, e.name, e.counter, short(&ev))
			}
		}
	}
}

// TestRules checks the rules of arguments, modality, dates and places by the
// files of testdata/rules: a sentence, and under it its events after "=". A
// file has sentences that the rule must match and at least one, with no event
// or another one, that it must not.
func TestRules(t *testing.T) {
	r := newRig(t)
	defer r.save()
	files, err := filepath.Glob("testdata/rules/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no rule files: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := r.rewrite(string(want))
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", file, diff)
			}
			if strings.Count(got, "\n= ") < 2 {
				t.Errorf("%s: want at least two sentences", file)
			}
		})
	}
}

// rewrite returns a rule file with the events that its sentences have now.
func (r *rig) rewrite(file string) string {
	var out strings.Builder
	for line := range strings.Lines(file) {
		if strings.HasPrefix(line, "= ") {
			continue
		}
		out.WriteString(line)
		if line == "\n" || strings.HasPrefix(line, "#") {
			continue
		}
		doc, ling := r.document(strings.TrimSpace(line))
		r.coder.Code(doc, ling)
		for k := range doc.Events {
			out.WriteString("= " + long(&doc.Events[k]) + "\n")
		}
		if len(doc.Events) == 0 {
			out.WriteString("= nothing\n")
		}
	}
	return out.String()
}

// long writes an event with its rule, date, place and flags.
func long(e *schema.Event) string {
	var s strings.Builder
	s.WriteString(short(e) + " | " + e.Rule + " | " + e.Date + " " + e.DateRule)
	if e.Place.Name != "" {
		s.WriteString(" | in " + e.Place.Name)
	}
	for _, f := range []struct {
		set  bool
		name string
	}{{e.Negated, "negated"}, {e.Future, "future"}, {e.Hypothetical, "hypothetical"}, {e.Historical, "historical"}} {
		if f.set {
			s.WriteString(" | " + f.name)
		}
	}
	return s.String()
}

// TestCodeTwice checks that a second run gives the same, that spans lie in the
// text and cover the trigger, and that no id of a mention repeats.
func TestCodeTwice(t *testing.T) {
	r := newRig(t)
	defer r.save()
	const marked = "[Chad] held talks with [Mali] on Monday. [Chad]'s army shelled a town of [the rebels] and accused [Mali] of lying."
	doc, ling := r.document(marked)
	r.coder.Code(doc, ling)
	first := slices.Clone(doc.Events)
	r.coder.Code(doc, ling)
	if diff := cmp.Diff(first, doc.Events); diff != "" {
		t.Errorf("second run (-first +second):\n%s", diff)
	}
	if len(first) < 3 {
		t.Errorf("got %d events, want 3 at least", len(first))
	}
	seen := map[string]bool{}
	for _, e := range first {
		if got := doc.Article.Text[e.Trigger.Start:e.Trigger.End]; got != e.Trigger.Text {
			t.Errorf("trigger %q, but the text has %q there", e.Trigger.Text, got)
		}
		if seen[e.MentionID] {
			t.Errorf("mention id %s twice", e.MentionID)
		}
		seen[e.MentionID] = true
		if e.Confidence <= 0 || e.Confidence > 1 {
			t.Errorf("confidence %g is not between 0 and 1", e.Confidence)
		}
	}
}

// TestBrokenTrees: trees with circles, with heads outside of the sentence and
// without a root are coded without a panic or an endless loop.
func TestBrokenTrees(t *testing.T) {
	r := newRig(t)
	text := "Chad attacked Mali."
	for _, heads := range [][3]int{{1, 0, 1}, {0, 1, 2}, {1, 2, 1}, {-1, -1, -1}} {
		ling := &nlp.Doc{Text: text, Sentences: []nlp.Sentence{{End: len(text), Tokens: []nlp.Token{
			{Start: 0, End: 4, Form: "Chad", Lemma: "Chad", UPOS: "PROPN", XPOS: "NNP", Head: heads[0], DepRel: "conj"},
			{Start: 5, End: 13, Form: "attacked", Lemma: "attack", UPOS: "VERB", XPOS: "VBD", Head: heads[1], DepRel: "xcomp"},
			{Start: 14, End: 18, Form: "Mali", Lemma: "Mali", UPOS: "PROPN", XPOS: "NNP", Head: heads[2], DepRel: "nmod"},
		}}}}
		doc := &schema.Document{Article: schema.Article{ID: "test", Text: text}}
		doc.Mentions = []schema.Mention{{Span: schema.Span{Start: 0, End: 4}, Last: 1, Actors: []string{"chad"}, Confidence: 1}}
		r.coder.Code(doc, ling)
		for _, e := range doc.Events {
			if e.Type != "ASSAULT" {
				t.Errorf("heads %v: got %s, want ASSAULT or nothing", heads, e.Type)
			}
		}
	}
}

// TestDataDigest: two coders of the same data have the same digest.
func TestDataDigest(t *testing.T) {
	a, b := newRig(t).coder.DataDigest(), newRig(t).coder.DataDigest()
	if a != b || len(a) != 16 {
		t.Errorf("digests %q and %q, want one of 16 digits", a, b)
	}
}

func BenchmarkCode(b *testing.B) {
	r := newRig(b)
	doc, ling := r.document("[Chad] held talks with [Mali] on Monday. [Chad]'s army shelled a town of [the rebels] and accused [Mali] of lying.")
	for b.Loop() {
		r.coder.Code(doc, ling)
	}
}
