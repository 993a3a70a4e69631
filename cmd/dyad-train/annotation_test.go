package main

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestAnnotationRoundTrip packs annotations by offsets and unpacks them again.
func TestAnnotationRoundTrip(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return name
	}
	text := "The Norwegian premier accused Chad of spying. Chad’s army denied it."
	raw, err := json.Marshal(map[string]string{"id": "a1", "text": text})
	if err != nil {
		t.Fatal(err)
	}
	articles := write("articles.jsonl", string(raw)+"\n")
	write("in/sentences/a1.txt", "ID a1\n[0] The Norwegian premier accused Chad of spying.\n[1] Chad’s army denied it.\n")
	gold := `{"id":"a1","actors":[{"key":"p","name":"The Norwegian premier","kind":"person","code":"NOR","sector":"GOV","aliases":["The Norwegian premier"]},` +
		`{"key":"c","name":"Chad","kind":"country","code":"TCD","sector":"","aliases":["Chad","Chad’s army"]}],` +
		`"events":[{"sentence":0,"type":"ACCUSE","trigger":"accused","sources":["p"],"targets":["c"],"negated":false,"sure":3},` +
		`{"sentence":1,"type":"REJECT","trigger":"denied","sources":["c"],"targets":[],"negated":false,"sure":2}],` +
		`"stances":[{"holder":"p","target":{"issue":"spying"},"polarity":"negative","sentence":0,"sure":2},{"holder":"p","target":"c","polarity":"negative","sentence":0,"sure":3}]}`
	write("in/gold/a1.json", gold)
	file, out := filepath.Join(dir, "news.jsonl"), filepath.Join(dir, "out")
	for _, args := range [][]string{
		{"annotation", "--pack", "--file", file, "--articles", articles, "--news", filepath.Join(dir, "in")},
		{"annotation", "--file", file, "--articles", articles, "--news", out},
	} {
		if err := run(args, io.Discard); err != nil {
			t.Fatalf("%v: %v", args, err)
		}
	}
	packed, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"premier", "accused", "Chad", "spying"} {
		if strings.Contains(string(packed), words) {
			t.Errorf("the packed file holds %q of the text: %s", words, packed)
		}
	}
	got, err := os.ReadFile(filepath.Join(out, "gold", "a1.json"))
	if err != nil {
		t.Fatal(err)
	}
	var a, b any
	if err := json.Unmarshal([]byte(gold), &a); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(got, &b); err != nil {
		t.Fatal(err)
	}
	// The name of an actor comes first among its names.
	for _, x := range a.(map[string]any)["actors"].([]any) {
		m := x.(map[string]any)
		list := m["aliases"].([]any)
		if list[0] != m["name"] {
			m["aliases"] = append([]any{m["name"]}, list...)
		}
	}
	if diff := cmp.Diff(a, b); diff != "" {
		t.Errorf("unpacked annotation differs (-want +got):\n%s", diff)
	}
}

// TestAnnotationOfAnotherText refuses offsets that do not fit the text.
func TestAnnotationOfAnotherText(t *testing.T) {
	dir := t.TempDir()
	articles, file := filepath.Join(dir, "articles.jsonl"), filepath.Join(dir, "news.jsonl")
	if err := os.WriteFile(articles, []byte(`{"id":"a1","text":"Too short."}`+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(`{"id":"a1","sentences":[[0,40]],"actors":[],"events":[],"stances":[]}`+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	err := run([]string{"annotation", "--file", file, "--articles", articles, "--news", filepath.Join(dir, "out")}, io.Discard)
	if want := "read " + file + ":1: a1: offsets 0 to 40 in a text of 10 bytes"; err == nil || err.Error() != want {
		t.Errorf("error = %v, want %s", err, want)
	}
}
