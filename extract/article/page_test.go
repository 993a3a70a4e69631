package article

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

func TestDecode(t *testing.T) {
	russian := "\xcd\xc0\xd2\xce \xe8 \xd0\xee\xf1\xf1\xe8\xff \xe4\xee\xe3\xee\xe2\xee\xf0\xe8\xeb\xe8\xf1\xfc \xee \xe2\xf1\xf2\xf0\xe5\xf7\xe5 \xe2 \xcc\xee\xf1\xea\xe2\xe5" // windows-1251
	tests := []struct{ name, data, contentType, want string }{
		{"UTF-8", "Žižek", "", "Žižek"},
		{"UTF-8 mark", "\ufeffŽižek", "", "Žižek"},
		{"UTF-8 with a wrong declaration", `<meta charset="iso-8859-1">Žižek`, "", `<meta charset="iso-8859-1">Žižek`},
		{"UTF-8 with a broken byte", "Žižek Žižek Žižek Žižek Žižek \xff", "", "Žižek Žižek Žižek Žižek Žižek \ufffd"},
		{"UTF-16 with a mark", "\xff\xfeN\x00A\x00\x16\x04", "", "NAЖ"},
		{"UTF-16 without one", "N\x00A\x00T\x00O\x00 \x00m\x00e\x00t\x00", "", "NATO met"},
		{"declared in the page", "<meta charset=windows-1251>\xcd\xc0\xd2\xce", "", "<meta charset=windows-1251>НАТО"},
		{"declared by the server", "\xcd\xc0\xd2\xce", "text/html; charset=windows-1251", "НАТО"},
		{"Cyrillic undeclared", russian, "", "НАТО и Россия договорились о встрече в Москве"},
		{"Latin undeclared", "Le pr\xe9sident a visit\xe9 Moscou et le caf\xe9 de la gare", "", "Le président a visité Moscou et le café de la gare"},
	}
	for _, tt := range tests {
		if got := decodePage([]byte(tt.data), tt.contentType); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func parse(t *testing.T, page string) *html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestNodeText(t *testing.T) {
	tests := []struct{ page, want string }{
		{"<p>One <b>two</b>\n three.</p><p>Four</p>", "One two three.\n\nFour"},
		{"<b>One</b><br><b>Two</b>", "One\nTwo"},
		{"<pre>One\ntwo\n\nthree</pre>", "One\ntwo\n\nthree"},
		{"<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"},
		{"<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "1 2\n\n3"},
		{"<p>x</p><script>y</script><style>z</style><!-- w -->", "x"},
		{"<p>a&nbsp;b</p>", "a b"},
	}
	for _, tt := range tests {
		if got := nodeText(parse(t, tt.page)); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.page, got, tt.want)
		}
	}
}

// TestMendedText separates words that a library ran together, and only those.
func TestMendedText(t *testing.T) {
	page := parse(t, "<p><b>R</b>ussia and <i>all the</i> others</p>")
	tree := parse(t, "<p><b>R</b>ussia and <i>all the</i>others</p>")
	if got, want := mendedText(tree, page), "Russia and all the others"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestJudge(t *testing.T) {
	a, b := "one two three four five six", "one two three four five six seven eight"
	tests := []struct{ name, first, second, witness, want string }{
		{"nearer to the witness", a, b, b, b},
		{"the first in doubt", a, b, "other words entirely in this one", a},
		{"an empty text never wins", "", b, a, b},
		{"no witness", a, b, "", a},
		{"only the witness", "", " ", a, a},
	}
	for _, tt := range tests {
		if got := judge(tt.first, tt.second, tt.witness); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestPageMeta(t *testing.T) {
	ld := func(s string) string { return `<script type="application/ld+json">` + s + `</script>` }
	tests := []struct {
		name, head, address string
		want                pageMeta
	}{
		{"JSON-LD", ld(`{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],"headline":"A &amp; B","datePublished":"2011-10-25T09:30:00+0400","author":{"name":"By Anna Berg"},"publisher":{"name":"Post"},"inLanguage":"en-GB"}]}`), "",
			pageMeta{title: "A & B", published: "2011-10-25T09:30:00+04:00", outlet: "Post", language: "en", authors: []string{"Anna Berg"}}},
		{"broken JSON-LD", ld(`{"@type":`) + `<meta name="author" content="Anna Berg and Ole Lund">`, "", pageMeta{authors: []string{"Anna Berg", "Ole Lund"}}},
		{"date in the future", ld(`{"@type":"Article","datePublished":"2031-01-01"}`), "https://post.example/2011/oct/25/talks", pageMeta{published: "2011-10-25", url: "https://post.example/2011/oct/25/talks"}},
		{"date before news were online", `<meta property="article:published_time" content="1970-01-01T00:00:00Z">`, "", pageMeta{}},
		{"site in the title", `<meta property="og:title" content="Talks fail | The Post"><meta property="og:site_name" content="The Post">`, "", pageMeta{title: "Talks fail", outlet: "The Post"}},
		{"canonical front page", `<link rel="canonical" href="https://post.example/">`, "https://post.example/a", pageMeta{url: "https://post.example/a"}},
		{"relative canonical", `<link rel="canonical" href="/b">`, "https://post.example/a?x=1", pageMeta{url: "https://post.example/b"}},
		{"agency as author", ld(`{"@type":"Article","author":{"@type":"Organization","name":"Northline"}}`), "", pageMeta{agency: "Northline"}},
		{"profile as author", `<meta property="author" content="https://face.example/anna">`, "", pageMeta{}},
	}
	for _, tt := range tests {
		got := readMeta(parse(t, "<html><head>"+tt.head+"</head><body></body></html>"), libraryMeta{}, tt.address, Options{Now: clock})
		if diff := cmp.Diff(tt.want, got, cmp.AllowUnexported(pageMeta{})); diff != "" {
			t.Errorf("%s: -want +got:\n%s", tt.name, diff)
		}
	}
}
