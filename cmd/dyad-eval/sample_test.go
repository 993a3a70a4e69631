package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dyad/schema"
)

// sampled is a small extracted article: an accented word first, so that bytes
// and code points differ.
func sampled(id string) *schema.Document {
	text := "Café owners waited. France warned Peru on Monday. “Peru is wrong,” said Paris."
	span := func(s string) schema.TextSpan {
		at := len([]rune(text[:strings.Index(text, s)]))
		return schema.TextSpan{Span: schema.Span{Start: at, End: at + len([]rune(s))}, Text: s}
	}
	france, second := "fra", span("France warned Peru on Monday.").Span
	return &schema.Document{
		Article: schema.Article{ID: id, Text: text},
		Actors: []schema.Actor{
			{ID: "fra", Name: "France", Kind: "country", Code: "FRA", Mentions: []schema.TextSpan{span("France"), span("Paris")}},
			{ID: "per", Name: "Peru", Kind: "country", Code: "PER", Role: "neighbour", Mentions: []schema.TextSpan{span("Peru")}},
		},
		Events: []schema.Event{{Type: "THREATEN", Sources: []string{"fra"}, Targets: []string{"per"}, Date: "2020-01-06", Future: true,
			Trigger: span("warned"), Sentence: second, Rule: "verb:warn", Confidence: 0.5}},
		Attributions: []schema.Attribution{{Kind: schema.KindSpeech, Actor: &france, Direct: true, Content: []schema.TextSpan{span("Peru is wrong,")}},
			{Kind: schema.KindBelief, Actor: &france, Content: []schema.TextSpan{span("waited")}}},
		Stances: []schema.Stance{{Holder: "fra", Target: "i", Polarity: "negative", Evidence: span("wrong")}},
		Issues:  []schema.Issue{{ID: "i", Name: "fishing rights"}},
	}
}

// sampleOf runs the command over a few documents.
func sampleOf(t *testing.T, args ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "extracted.jsonl")
	var lines bytes.Buffer
	for i := range 5 {
		if err := json.NewEncoder(&lines).Encode(sampled(fmt.Sprint("a", i))); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(path, lines.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	var out, log bytes.Buffer
	if code := run(append(append([]string{"dyad-eval", "sample"}, args...), path), &out, &log); code != 0 {
		t.Fatalf("exit %d: %s", code, log.String())
	}
	return out.String()
}

func TestSample(t *testing.T) {
	only := filepath.Join(t.TempDir(), "ids")
	if err := os.WriteFile(only, []byte("a3\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		what  string
		wants []string
	}{
		{"mentions", []string{"sample of 3 of 3 mentions, seed 7", "1  a3\n  [[France]] warned Peru on Monday.\n",
			`"France" = fra "France", country, code FRA, country -, sector -, role -`, "said [[Paris]].", "role neighbour"}},
		{"events", []string{"France [[warned]] Peru on Monday.\n  THREATEN, 2020-01-06, future\n  sources: France (FRA -)\n  targets: Peru (PER -)\n  rule verb:warn, confidence 0.50"}},
		{"statements", []string{"sample of 1 of 1 statements", "“[[Peru is wrong,]]” said", "speaker: France (FRA -)", `content: "Peru is wrong,"`, "direct: true"}},
		{"stances", []string{`negative: France (FRA -) -> issue "fishing rights"`, `evidence: "wrong"`}},
		{"silent", []string{"sample of 2 of 2 silent", "[[Café owners waited.]]", "[[“Peru is wrong,” said Paris.]]"}},
	} {
		got := sampleOf(t, "--what", tt.what, "--seed", "7", "--only", only)
		for _, want := range tt.wants {
			if !strings.Contains(got, want) {
				t.Errorf("%s: output lacks %q:\n%s", tt.what, want, got)
			}
		}
	}
	if got := sampleOf(t, "--without", only, "--what", "events"); !strings.HasPrefix(got, "sample of 4 of 4 events") || strings.Contains(got, "a3") {
		t.Errorf("without a3:\n%s", got)
	}
}

// TestSampleSeed checks that a seed gives the same sample again, in the order
// of the input, and another seed another one.
func TestSampleSeed(t *testing.T) {
	first := sampleOf(t, "--n", "4", "--seed", "1")
	if again := sampleOf(t, "--n", "4", "--seed", "1"); again != first {
		t.Errorf("second run differs:\n%s\n%s", first, again)
	}
	if other := sampleOf(t, "--n", "4", "--seed", "2"); other[strings.Index(other, "\n"):] == first[strings.Index(first, "\n"):] {
		t.Error("seeds 1 and 2 give the same sample")
	}
	if !strings.HasPrefix(first, "sample of 4 of 15 mentions, seed 1\n") {
		t.Errorf("first line: %s", first)
	}
}

func TestSampleRefuses(t *testing.T) {
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"--what", "verbs", "x.jsonl"}, `--what "verbs"`},
		{[]string{"--n", "0", "x.jsonl"}, "--n of 1 or more"},
		{nil, "name one file"},
		{[]string{"missing.jsonl"}, "missing.jsonl"},
	} {
		var out, log bytes.Buffer
		if code := run(append([]string{"dyad-eval", "sample"}, tt.args...), &out, &log); code != 1 || !strings.Contains(log.String(), tt.want) {
			t.Errorf("%v: exit %d, %s", tt.args, code, log.String())
		}
	}
}
