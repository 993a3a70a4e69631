package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func sampleGrid() grid {
	return grid{
		Columns: []string{"name", "n", "tags"},
		Rows: [][]any{
			{"a|b", 1.5, []string{"x", "y"}},
			{"<c> & \"d\"", nil, []any{int64(3), "z"}},
		},
	}
}

func TestWriteGrid(t *testing.T) {
	tests := []struct{ format, want string }{
		{"json", "[\n" + `{"name":"a|b","n":1.5,"tags":["x","y"]},` + "\n" + `{"name":"<c> & \"d\"","n":null,"tags":[3,"z"]}` + "\n]\n"},
		{"jsonl", `{"name":"a|b","n":1.5,"tags":["x","y"]}` + "\n" + `{"name":"<c> & \"d\"","n":null,"tags":[3,"z"]}` + "\n"},
		{"csv", "name,n,tags\na|b,1.5,\"x, y\"\n\"<c> & \"\"d\"\"\",,\"3, z\"\n"},
		{"md", "| name | n | tags |\n| --- | --- | --- |\n| a\\|b | 1.5 | x, y |\n| <c> & \"d\" |  | 3, z |\n"},
	}
	for _, tt := range tests {
		var b strings.Builder
		if err := writeGrid(&b, tt.format, sampleGrid()); err != nil {
			t.Fatalf("writeGrid %s: %v", tt.format, err)
		}
		if diff := cmp.Diff(tt.want, b.String()); diff != "" {
			t.Errorf("writeGrid %s (-want +got):\n%s", tt.format, diff)
		}
	}
}

func TestWriteGridEmpty(t *testing.T) {
	for format, want := range map[string]string{"json": "[\n\n]\n", "jsonl": "", "csv": "name\n"} {
		var b strings.Builder
		if err := writeGrid(&b, format, grid{Columns: []string{"name"}}); err != nil {
			t.Fatal(err)
		}
		if b.String() != want {
			t.Errorf("writeGrid %s of no rows = %q, want %q", format, b.String(), want)
		}
	}
}

// TestTableWidth checks that long text is wrapped inside the line and that
// nothing of it is lost.
func TestTableWidth(t *testing.T) {
	words := strings.Repeat("word ", 100)
	var b strings.Builder
	g := grid{Columns: []string{"date", "sentence"}, Rows: [][]any{{"2011-10-25", strings.TrimSpace(words)}}}
	if err := writeGrid(&b, "table", g); err != nil {
		t.Fatal(err)
	}
	for line := range strings.SplitSeq(b.String(), "\n") {
		if n := len([]rune(line)); n > 160 {
			t.Errorf("line of %d characters: %s", n, line)
		}
	}
	if got := strings.Count(b.String(), "word"); got != 100 {
		t.Errorf("%d words printed, want 100", got)
	}
	if !strings.Contains(b.String(), "2011-10-25") {
		t.Errorf("the narrow column was wrapped:\n%s", b.String())
	}
}

func TestNearest(t *testing.T) {
	names := []string{"timeline", "evidence", "statements", "profile"}
	for word, want := range map[string]string{"timline": "timeline", "evidnce": "evidence", "prof": "profile", "zzz": "", "statement": "statements"} {
		if got := nearest(word, names); got != want {
			t.Errorf("nearest(%q) = %q, want %q", word, got, want)
		}
	}
}
