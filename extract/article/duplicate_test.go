package article

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"dyad/schema"
)

// report makes a text of n words that shares no order of words with others.
func report(seed uint64, n int) []string {
	rng := rand.New(rand.NewPCG(seed, 1))
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf("w%d", rng.IntN(500))
	}
	return words
}

func article(id string, words []string) *schema.Article {
	text := strings.Join(words, " ")
	return &schema.Article{ID: id, Text: text, Blocks: []schema.Block{{Span: schema.Span{End: len(text)}}}}
}

// TestDuplicates marks edited copies, half of the text included, with the
// earliest article, and keeps two hundred unrelated ones apart.
func TestDuplicates(t *testing.T) {
	d := NewDuplicates()
	for i := range 200 {
		id := fmt.Sprint("a", i)
		if got := d.Mark(article(id, report(uint64(i), 300))); got != "" {
			t.Errorf("%s: marked as a copy of %s", id, got)
		}
	}
	edits := map[string]func([]string) []string{
		"same":       func(w []string) []string { return w },
		"head cut":   func(w []string) []string { return w[60:] },
		"tail cut":   func(w []string) []string { return w[:200] },
		"first half": func(w []string) []string { return w[:150] },
		"every 15th word changed": func(w []string) []string {
			for i := 0; i < len(w); i += 15 {
				w[i] = "changed"
			}
			return w
		},
	}
	for name, edit := range edits {
		for i := range 50 {
			want := fmt.Sprint("a", i)
			if got := d.Mark(article("copy", edit(report(uint64(i), 300)))); got != want {
				t.Errorf("%s: got %q, want %q", name, got, want)
			}
		}
	}
}

func TestShortDuplicates(t *testing.T) {
	d := NewDuplicates()
	tests := []struct{ id, text, want string }{
		{"a", "NATO and Russia met.", ""},
		{"b", "NATO and Russia met", "a"},
		{"c", "NATO and Russia met again.", ""},
		{"a", "NATO and Russia met.", ""},
	}
	for _, tt := range tests {
		if got := d.Mark(article(tt.id, strings.Fields(tt.text))); got != tt.want {
			t.Errorf("%s %q: got %q, want %q", tt.id, tt.text, got, tt.want)
		}
	}
}
