package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// blockElements begin and end a paragraph. They are known by name: libraries
// rename elements without setting their atoms.
var blockElements = set(strings.Fields(`address article aside blockquote body caption dd details div dl dt fieldset figcaption
	figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul`))

// walker collects the text of a tree.
type walker struct {
	out strings.Builder
	// last is where the last word begins in out; fresh says that the next word
	// comes from another text node.
	last  int
	fresh bool
	// page holds the words of the whole page where the tree is one that lost
	// blanks, else nil.
	page map[string]bool
	// gap is what must stand before the next text: nothing, a blank, the end
	// of a line, the end of a paragraph.
	gap int
}

const (
	gapNone = iota
	gapBlank
	gapLine
	gapParagraph
)

// nodeText returns the text of a tree as a reader of the page sees it: blanks
// run together, an empty line between block elements, line breaks where the
// page has br or preformatted lines.
func nodeText(n *html.Node) string {
	if n == nil {
		return ""
	}
	var w walker
	w.walk(n, false)
	return w.out.String()
}

// mendedText is nodeText for a tree that a library made and lost blanks in at
// the borders of inline elements: two words that touch there are one only if
// the page has that word.
func mendedText(n, page *html.Node) string {
	if n == nil {
		return ""
	}
	w := walker{page: set(strings.Fields(nodeText(page)))}
	w.walk(n, false)
	return w.out.String()
}

func (w *walker) walk(n *html.Node, pre bool) {
	switch n.Type {
	case html.TextNode:
		w.fresh = true
		w.text(n.Data, pre)
		return
	case html.ElementNode:
		switch n.Data {
		case "script", "style", "noscript", "template":
			return
		case "br":
			w.gap = max(w.gap, gapLine)
			return
		case "td", "th":
			w.gap = max(w.gap, gapBlank)
		}
		pre = pre || n.Data == "pre"
	case html.CommentNode, html.DoctypeNode:
		return
	}
	block := n.Type == html.ElementNode && blockElements[n.Data]
	if block {
		w.gap = gapParagraph
	}
	for child := range n.ChildNodes() {
		w.walk(child, pre)
	}
	if block {
		w.gap = gapParagraph
	}
}

// text writes the words of a text node.
func (w *walker) text(s string, pre bool) {
	if pre {
		for i, l := range strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
			if i > 0 {
				// Two line ends in a row are an empty line.
				w.gap = max(min(gapParagraph, max(w.gap, gapBlank)+1), gapLine)
			}
			w.text(l, false)
		}
		return
	}
	for s != "" {
		word := strings.IndexFunc(s, isHTMLBlank)
		switch {
		case word == 0:
			w.gap = max(w.gap, gapBlank)
			s = strings.TrimLeftFunc(s, isHTMLBlank)
			continue
		case word < 0:
			word = len(s)
		}
		w.word(s[:word])
		s = s[word:]
	}
}

// word writes one word after the gap that is due.
func (w *walker) word(s string) {
	if w.gap == gapNone && w.fresh && w.page != nil && w.touches(s) {
		w.gap = gapBlank
	}
	if w.out.Len() > 0 {
		w.out.WriteString([]string{"", " ", "\n", "\n\n"}[w.gap])
	}
	if w.gap != gapNone {
		w.last = w.out.Len()
	}
	w.gap, w.fresh = gapNone, false
	w.out.WriteString(s)
}

// touches says whether a word would run into the one before it and make a word
// that the page does not have.
func (w *walker) touches(s string) bool {
	before := w.out.String()[w.last:]
	first, _ := utf8.DecodeRuneInString(s)
	end, _ := utf8.DecodeLastRuneInString(before)
	if before == "" || strings.ContainsRune("([“‘\"'-/@#", end) {
		return false
	}
	return (unicode.IsLetter(first) || unicode.IsDigit(first) || strings.ContainsRune("“‘(", first)) && !w.page[before+s]
}

// isHTMLBlank holds for the blanks that browsers run together, and for the
// no-break space, which pages use as one.
func isHTMLBlank(r rune) bool {
	return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' || r == '\u00a0'
}
