package main

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"dyad/extract/nlp"
	"dyad/schema"
)

func TestScanPolnear(t *testing.T) {
	in := `{"id":"a","text":"Zoë said “yes”.","attributions":[{"source":[[0,3]],"cue":[[4,8]],"content":[[9,14]]}],"discard":[[14,15]]}`
	got, err := scanPolnear("p.jsonl", strings.NewReader(in+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	cut := func(s []schema.Span) string { return got[0].text[s[0].Start:s[0].End] }
	g := got[0].gold[0]
	want := []string{"Zoë", "said", "“yes”", "."}
	if diff := cmp.Diff(want, []string{cut(g.Source), cut(g.Cue), cut(g.Content), cut(got[0].discard)}); diff != "" {
		t.Errorf("spans (-want +got):\n%s", diff)
	}
	for _, bad := range []string{`{"text":"ab","discard":[[1,9]]}`, `{"text":"ab","discard":[[1,0]]}`, `{"text":"ab","discard":[[-1,1]]}`, `{"text":`} {
		if _, err := scanPolnear("p.jsonl", strings.NewReader(bad)); err == nil || !strings.HasPrefix(err.Error(), "read p.jsonl:1: ") {
			t.Errorf("%s gives %v, want an error that names line 1", bad, err)
		}
	}
}

func TestTasks(t *testing.T) {
	for _, args := range [][]string{nil, {"nothing"}} {
		if err := run(args, &strings.Builder{}); err == nil || err.Error() != "name what to train: language, nouns, actors, attribution, event, stance, persons, states, parts, walks, annotation or trees" {
			t.Errorf("run(%v) = %v", args, err)
		}
	}
	if err := run([]string{"attribution", "--polnear", "missing.jsonl"}, &strings.Builder{}); err == nil || !strings.Contains(err.Error(), "missing.jsonl") {
		t.Errorf("a missing file gives %v", err)
	}
	if err := run([]string{"event"}, &strings.Builder{}); err == nil || !strings.HasPrefix(err.Error(), "--news is missing") {
		t.Errorf("no articles give %v", err)
	}
}

func FuzzParsePolnear(f *testing.F) {
	f.Add([]byte(`{"text":"é a","attributions":[{"source":[[0,1]],"cue":[],"content":[]}]}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		a, err := parsePolnear(line)
		if err != nil {
			return
		}
		for _, g := range a.gold {
			for _, s := range g.Source {
				if !utf8.ValidString(a.text[s.Start:s.End]) {
					t.Fatalf("span %v cuts a character of %q", s, a.text)
				}
			}
		}
	})
}

func TestLeaveOut(t *testing.T) {
	doc := &nlp.Doc{Sentences: []nlp.Sentence{
		{Start: 0, Comments: []string{"# newdoc id = a_1.txt.tsv"}}, {Start: 1},
		{Start: 2, Comments: []string{"# newdoc id = a_11.txt.tsv"}}, {Start: 3},
	}}
	leaveOut(map[string]bool{"a_1": true, "b": true}, []*nlp.Doc{doc})
	if len(doc.Sentences) != 2 || doc.Sentences[0].Start != 2 {
		t.Errorf("got %v, want the two sentences of a_11", doc.Sentences)
	}
}
