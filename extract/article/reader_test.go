package article

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dyad/schema"
)

const (
	english = "Russia and NATO have agreed to meet in Vienna on Monday, and the talks will be about the radar in Poland. "
	foreign = "La Russie et ses voisins ont décidé de se réunir lundi à Vienne pour parler du radar installé en Pologne. "
)

// read collects what a reader yields.
func read(t *testing.T, opts Options, inputs ...string) (arts []schema.Article, errs []*InputError) {
	t.Helper()
	for art, err := range NewReader(opts).Read(context.Background(), inputs) {
		var in *InputError
		switch {
		case errors.As(err, &in):
			errs = append(errs, in)
		case err != nil:
			t.Fatalf("unexpected error: %v", err)
		default:
			arts = append(arts, art)
		}
	}
	return arts, errs
}

// files writes files into a new folder and returns it.
func files(t *testing.T, contents map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range contents {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func zipped(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.String()
}

// TestBadInput gives each bad input between two good ones: it is named with
// its reason, and nothing else is lost.
func TestBadInput(t *testing.T) {
	tests := []struct {
		name, file, data, reason string
		items                    string // what follows the name of the file in the item
	}{
		{"empty file", "a.txt", "", "the file is empty", ""},
		{"blank file", "a.txt", " \n\t\r\n", "the file is empty", ""},
		{"only a byte-order mark", "a.txt", "\ufeff", "the file is empty", ""},
		{"binary", "a.txt", "abc\x00\x01\x02\x00def", "binary data, not text", ""},
		{"image", "a.txt", "\x89PNG\r\n\x1a\nxxxx", "binary data (image/png), not text", ""},
		{"PDF", "a.pdf", "%PDF-1.7\nxxxx", "a PDF document, not text", ""},
		{"office document", "a.docx", "PK\x03\x04xxxx", "a ZIP archive or office document, not text", ""},
		{"rich text", "a.txt", `{\rtf1\ansi Hello}`, "a rich text document, not plain text", ""},
		{"feed", "a.xml", "<?xml version='1.0'?><rss></rss>", "XML that is no web page; feeds and sitemaps are not read yet", ""},
		{"array", "a.json", `[{"text":"x"}]`, "one JSON array; one JSON object a line is expected", ""},
		{"page without text", "a.html", "<html><head></head><body></body></html>", "no article text in the page", ""},
		{"page nested too deeply", "a.html", strings.Repeat("<div>", 600), "the page cannot be read: open stack of elements exceeds 512 nodes", ""},
		{"large text", "a.txt", strings.Repeat("a", 8000), "larger than 4 kB, the most that one article may have", ""},
		{"large compressed text", "a.txt.gz", zipped(strings.Repeat("a", 8000)), "larger than 4 kB, the most that one article may have", ""},
		{"cut compressed text", "a.txt.gz", zipped(english)[:30], "the compressed file is cut off or damaged", ""},
		{"bad compression", "a.txt.gz", "\x1f\x8bxxxxxxxxxxxxxxxxx", "bad gzip: gzip: invalid header", ""},
		{"other language", "a.txt", strings.Repeat(foreign, 4), "the text is not English", ""},
		{"large line", "a.jsonl", `{"text":"` + strings.Repeat("a", 8000) + `"}`, "the line is larger than 4 kB, the most that one article may have", ":1"},
		{"bad line", "a.jsonl", "\n{\"text\" 1}\n", "bad JSON at byte 9: invalid character '1' after object key", ":2"},
		{"no object", "a.jsonl", "17", "a JSON object is expected, not number", ":1"},
		{"no text", "a.jsonl", `{"id":"x"}`, "no text", ":1"},
		{"null text", "a.jsonl", `{"text":null}`, "no text", ":1"},
		{"empty text", "a.jsonl", `{"text":"  "}`, "the text is empty", ":1"},
		{"wrong type", "a.jsonl", `{"text":["x"]}`, "text: a string is expected, not array", ":1"},
		{"wrong type inside", "a.jsonl", `{"text":"x","mentions":[{"start":"0"}]}`, "mentions.start: a whole number is expected, not string", ":1"},
		{"mention outside", "a.jsonl", `{"text":"é","mentions":[{"start":0,"end":2,"id":"x"}]}`, "mentions[0]: 0 to 2 is no span of a text of 1 characters", ":1"},
		{"mention without id", "a.jsonl", `{"text":"é","mentions":[{"start":0,"end":1}]}`, "mentions[0]: no id", ":1"},
		{"bad date", "a.jsonl", `{"text":"x","published":"32 May"}`, `published: bad date "32 May"`, ":1"},
		{"not UTF-8", "a.jsonl", "{\"text\":\"\xff\"}", "not UTF-8", ":1"},
		{"a document", "a.jsonl", `{"article":{"text":"x"}}`, "no text: this is a document, not an article", ":1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := files(t, map[string]string{"0.txt": "Russia protested.", "z.txt": "NATO answered.", tt.file: tt.data})
			bad := filepath.Join(dir, tt.file)
			arts, errs := read(t, Options{MaxBytes: 4096}, filepath.Join(dir, "0.txt"), bad, filepath.Join(dir, "z.txt"))
			if len(arts) != 2 {
				t.Errorf("got %d good articles, want 2", len(arts))
			}
			if len(errs) != 1 {
				t.Fatalf("got %d errors, want 1: %v", len(errs), errs)
			}
			want := &InputError{Item: bad + tt.items, Reason: tt.reason, Hint: errs[0].Hint}
			if diff := cmp.Diff(want, errs[0]); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestMissingInputs(t *testing.T) {
	dir := files(t, map[string]string{"empty/readme.md": "x", "locked.txt": "x"})
	locked := filepath.Join(dir, "locked.txt")
	if err := os.Chmod(locked, 0); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ input, reason string }{
		{filepath.Join(dir, "nothing.txt"), "no such file or directory"},
		{filepath.Join(dir, "empty"), "no article in this directory"},
		{filepath.Join(dir, "*.html"), "no file matches"},
		{filepath.Join(dir, "[.txt"), "bad pattern"},
		{"-", "standard input is empty"},
		{"http://127.0.0.1:1/x", "fetch: dial tcp 127.0.0.1:1: connect: connection refused"},
	}
	if os.Getuid() != 0 { // root reads everything
		tests = append(tests, struct{ input, reason string }{locked, "permission denied"})
	}
	for _, tt := range tests {
		arts, errs := read(t, Options{Stdin: strings.NewReader("")}, tt.input)
		if len(arts) != 0 || len(errs) != 1 || errs[0].Item != tt.input || errs[0].Reason != tt.reason {
			t.Errorf("%s: got %d articles, errors %v, want %q", tt.input, len(arts), errs, tt.reason)
		}
	}
}

// TestLongLineDoesNotStop reads on after a line beyond the limit, wherever the
// limit falls in the reader's buffer.
func TestLongLineDoesNotStop(t *testing.T) {
	long := `{"text":"` + strings.Repeat("a", 200_000) + `"}`
	in := long + "\n" + `{"text":"Russia protested."}` + "\n" + long
	arts, errs := read(t, Options{Stdin: strings.NewReader(in), MaxBytes: 1000, InputFormat: FormatJSONL}, "-")
	var got []string
	for _, a := range arts {
		got = append(got, a.Input)
	}
	for _, e := range errs {
		got = append(got, e.Item)
	}
	if diff := cmp.Diff([]string{"-:2", "-:1", "-:3"}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestOrderAndFormats(t *testing.T) {
	page := "<html><body><article><p>" + strings.Repeat(english, 4) + "</p></article></body></html>"
	dir := files(t, map[string]string{
		"d/b.txt": "b", "d/a/z.jsonl": "{\"text\":\"z\"}\n{\"text\":\"y\"}", "d/c.html.gz": zipped(page),
		"d/.hidden/x.txt": "x", "d/.x.txt": "x", "d/notes.md": "x", "d/UP.TXT": "up",
		"odd.name": "\ufeff" + `{"text":"odd"}`, "page": page,
	})
	arts, errs := read(t, Options{Stdin: strings.NewReader(zipped("in"))},
		filepath.Join(dir, "d"), "-", filepath.Join(dir, "od*"), filepath.Join(dir, "page"))
	var got []string
	for _, a := range arts {
		got = append(got, strings.TrimPrefix(a.Input, dir+"/")+" "+a.Text[:min(2, len(a.Text))])
	}
	want := []string{"d/UP.TXT up", "d/a/z.jsonl:1 z", "d/a/z.jsonl:2 y", "d/b.txt b", "d/c.html.gz Ru", "- in", "odd.name:1 od", "page Ru"}
	if diff := cmp.Diff(want, got); diff != "" || len(errs) > 0 {
		t.Errorf("errors %v; -want +got:\n%s", errs, diff)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var got error
	for _, err := range NewReader(Options{Stdin: strings.NewReader("x")}).Read(ctx, []string{"-"}) {
		got = err
	}
	if !errors.Is(got, context.Canceled) {
		t.Errorf("got %v, want %v", got, context.Canceled)
	}
}

func TestIdentity(t *testing.T) {
	in := `{"text":"Same words here."}
{"text":"Same words here.","url":"https://News.example.org:443/a/?utm_source=x&b=1#top"}
{"text":"Other words.","url":"https://news.example.org/a?b=1"}
{"id":"mine","text":"Same words here.","url":"https://news.example.org/c"}`
	arts, errs := read(t, Options{Stdin: strings.NewReader(in), Outlet: "Given"}, "-")
	var got []string
	for _, a := range arts {
		got = append(got, a.ID)
		if a.SHA256 != schema.TextDigest(a.Text) || a.Outlet != "Given" || a.Authors == nil || a.Dropped == nil {
			t.Errorf("%s: digest %s, outlet %q, authors %v", a.Input, a.SHA256, a.Outlet, a.Authors)
		}
	}
	want := []string{schema.ID("article", "Same words here."), schema.ID("article", "https://news.example.org/a?b=1"), "mine"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if len(errs) != 1 || errs[0].Item != "-:3" {
		t.Errorf("got errors %v, want one for -:3, whose address is that of -:2", errs)
	}
}

func TestFetch(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/page", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=koi8-r")
		w.Write([]byte("<html><body><article><p>\xed\xcf\xd3\xcb\xd7\xc1 " + strings.Repeat(english, 4) + "</p></article></body></html>"))
	})
	mux.HandleFunc("/image", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Type", "image/png") })
	srv := httptest.NewServer(mux)
	defer srv.Close()
	arts, errs := read(t, Options{}, srv.URL+"/page", srv.URL+"/image", srv.URL+"/gone")
	if len(arts) != 1 || !strings.HasPrefix(arts[0].Text, "Москва Russia") || arts[0].URL != srv.URL+"/page" {
		t.Errorf("got %+v", arts)
	}
	var got []string
	for _, e := range errs {
		got = append(got, e.Reason)
	}
	if diff := cmp.Diff([]string{"the server sends image/png, not a page", "the server answers 404 Not Found"}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestPageInAnotherLanguage keeps the text of a page but analyses nothing.
func TestPageInAnotherLanguage(t *testing.T) {
	page := `<html lang="fr-FR"><body><article><p>` + strings.Repeat(foreign, 5) + "</p></article></body></html>"
	arts, errs := read(t, Options{Stdin: strings.NewReader(page)}, "-")
	if len(arts) != 1 || len(errs) != 0 || arts[0].Language != "fr" || len(arts[0].Blocks) != 0 || arts[0].Text == "" {
		t.Errorf("got %+v, %v", arts, errs)
	}
}
