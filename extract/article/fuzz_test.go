package article

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"dyad/schema"
)

// check fails unless the spans of an article are inside its text, sorted,
// apart from each other, trimmed, and nothing but blanks and marks is between
// them.
func check(t *testing.T, art *schema.Article) {
	t.Helper()
	if !utf8.ValidString(art.Text) {
		t.Errorf("text is not UTF-8: %q", art.Text)
	}
	spans := map[int]int{}
	last := -1
	add := func(what string, s schema.Span) {
		if s.Start < 0 || s.End > len(art.Text) || s.Start >= s.End || !utf8.ValidString(art.Text[s.Start:s.End]) {
			t.Fatalf("%s %v is no span of %q", what, s, art.Text)
		}
		if s.Start < last {
			t.Errorf("%s %v overlaps or is out of order in %q", what, s, art.Text)
		}
		if body := art.Text[s.Start:s.End]; strings.TrimFunc(body, isBlank) != body {
			t.Errorf("%s %q is not trimmed", what, body)
		}
		last = s.End
		spans[s.Start] = s.End
	}
	for _, b := range art.Blocks {
		add("block", b.Span)
	}
	last = -1
	for _, d := range art.Dropped {
		add("dropped", d.Span)
		if d.Reason == "" {
			t.Errorf("dropped %v without a reason", d.Span)
		}
	}
	for i := 0; i < len(art.Text); {
		if end, ok := spans[i]; ok {
			for j := i + 1; j < end; j++ {
				if _, inside := spans[j]; inside {
					t.Fatalf("a span begins inside %d to %d of %q", i, end, art.Text)
				}
			}
			i = end
			continue
		}
		r, n := utf8.DecodeRuneInString(art.Text[i:])
		if len(art.Blocks) > 0 && !isBlank(r) && hasWord(string(r)) {
			t.Fatalf("%q at %d of %q is in no span", r, i, art.Text)
		}
		i += n
	}
}

// readAllOf reads a text in a format and checks every article.
func readAllOf(t *testing.T, data, format string) {
	t.Helper()
	r := NewReader(Options{Stdin: strings.NewReader(data), InputFormat: format, MaxBytes: 1 << 16, Now: clock})
	for art, err := range r.Read(context.Background(), []string{"-"}) {
		var in *InputError
		switch {
		case err == nil:
			check(t, &art)
		case !errors.As(err, &in) || in.Item == "" || in.Reason == "":
			t.Errorf("error %#v names no item or no reason", err)
		}
	}
}

// seed adds the inputs of the golden files.
func seed(f *testing.F) {
	entries, err := os.ReadDir("testdata")
	if err != nil {
		f.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".txtar") {
			continue
		}
		ar, err := txtar.ParseFile("testdata/" + e.Name())
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(ar.Files[0].Data))
	}
}

func FuzzText(f *testing.F) {
	seed(f)
	f.Add("A - b\n\u00a0KYIV—\u200b\nBy A\n\nTop stories\n©")
	f.Fuzz(func(t *testing.T, data string) { readAllOf(t, data, FormatText) })
}

func FuzzJSONL(f *testing.F) {
	seed(f)
	f.Add(`{"text":"é NATO","mentions":[{"start":2,"end":6,"id":"n"}]}`)
	f.Fuzz(func(t *testing.T, data string) { readAllOf(t, data, FormatJSONL) })
}

func FuzzHTML(f *testing.F) {
	seed(f)
	f.Add("<pre>a\n\nb</pre><table><td>x<br>y<p>z")
	f.Fuzz(func(t *testing.T, data string) { readAllOf(t, data, FormatHTML) })
}

func BenchmarkText(b *testing.B) {
	text := strings.Repeat(strings.Repeat(after+" ", 5)+"\n\n", 20)
	tab := loadTables()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		clean(&schema.Article{Text: text}, tab, false)
	}
}

func BenchmarkPage(b *testing.B) {
	page := "<html><body><article><p>" + strings.Repeat(strings.Repeat(after+" ", 5)+"</p><p>", 20) + "</article></body></html>"
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		for _, err := range NewReader(Options{Stdin: strings.NewReader(page), InputFormat: FormatHTML}).Read(context.Background(), []string{"-"}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
