package article

import (
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"github.com/PuerkitoBio/goquery"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

// libraryMeta is what the extractor libraries say about a page besides its
// text.
type libraryMeta struct {
	title, author, site, language string
}

// body returns the main text of a page, paragraphs separated by empty lines.
// Two libraries read it; where they differ, that one is taken which agrees
// more with the plain paragraphs of the page. None of them changes the tree.
func body(doc *html.Node, base *url.URL) (string, libraryMeta) {
	var meta libraryMeta
	first := ""
	res, err := trafilatura.ExtractDocument(doc, trafilatura.Options{
		OriginalURL: base, ExcludeComments: true, HtmlDateMode: trafilatura.Disabled,
	})
	if err == nil {
		first = mendedText(res.ContentNode, doc)
		meta = libraryMeta{res.Metadata.Title, res.Metadata.Author, res.Metadata.Sitename, res.Metadata.Language}
	}
	second := ""
	parser := readability.NewParser()
	if art, err := parser.ParseDocument(doc, base); err == nil {
		second = nodeText(art.Node)
		if meta.title == "" {
			meta.title, meta.author, meta.site, meta.language = art.Title(), art.Byline(), art.SiteName(), art.Language()
		}
	}
	return judge(first, second, plainParagraphs(doc)), meta
}

// judge returns the text that shares more with the witness, the first in
// doubt. An empty text never wins.
func judge(first, second, witness string) string {
	switch {
	case strings.TrimSpace(first) == "" && strings.TrimSpace(second) == "":
		return witness
	case strings.TrimSpace(first) == "":
		return second
	case strings.TrimSpace(second) == "" || strings.TrimSpace(witness) == "":
		return first
	}
	w := shingles(witness)
	if likeness(shingles(second), w) > likeness(shingles(first), w) {
		return second
	}
	return first
}

// shingles counts the runs of four words of a text.
func shingles(text string) map[string]int {
	words := plainWords(text)
	m := make(map[string]int, len(words))
	for i := range max(1, len(words)-3) {
		m[strings.Join(words[i:min(i+4, len(words))], " ")]++
	}
	return m
}

// likeness is the F1 of two bags.
func likeness(a, b map[string]int) float64 {
	shared, all := 0, 0
	for k, n := range a {
		shared += min(n, b[k])
		all += n
	}
	for _, n := range b {
		all += n
	}
	return 2 * float64(shared) / float64(max(1, all))
}

// plainParagraphs returns the p elements of the part of the page that says it
// is the article, else of all of it.
func plainParagraphs(doc *html.Node) string {
	page := goquery.NewDocumentFromNode(doc)
	for _, where := range []string{`[itemprop="articleBody"]`, "article", "main", "body"} {
		var b strings.Builder
		page.Find(where).First().Find("p").Each(func(_ int, p *goquery.Selection) {
			b.WriteString(nodeText(p.Get(0)))
			b.WriteString("\n\n")
		})
		if strings.TrimSpace(b.String()) != "" {
			return b.String()
		}
	}
	return ""
}
