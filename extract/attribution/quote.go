package attribution

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"dyad/extract/nlp"
	"dyad/schema"
)

// quotation is a stretch of text between quotation marks, marks included, in
// bytes. Quotations do not nest here: inner ones belong to the outer one.
type quotation struct {
	schema.Span
	// region is the paragraph; open says that the closing mark is missing, as
	// at the end of a paragraph whose quotation goes on in the next one.
	region int
	open   bool
}

// markKind tells what a quotation mark can be.
type markKind int

const (
	markNone markKind = iota
	markOpen
	markClose
	markBoth
)

// findQuotes balances the quotation marks of every paragraph. Straight marks
// open or close by what stands around them and by what is open.
func (l *lexicon) findQuotes(ling *nlp.Doc) []quotation {
	var out []quotation
	for i := 0; i < len(ling.Sentences); {
		j := i
		for j < len(ling.Sentences) && ling.Sentences[j].Region == ling.Sentences[i].Region {
			j++
		}
		start, end := ling.Sentences[i].Start, ling.Sentences[j-1].End
		region := ling.Sentences[i].Region
		found := l.quotesIn(ling.Text, start, end, region, true)
		if n := len(found); n > 0 && found[n-1].open {
			// a mark that opens twice by mistake leaves all behind it open
			if flat := l.quotesIn(ling.Text, start, end, region, false); len(flat) > n && !flat[len(flat)-1].open {
				found = flat
			}
		}
		out = append(out, found...)
		i = j
	}
	return out
}

// quotesIn finds the quotations of a paragraph. Where they do not nest, a mark that
// opens inside of one counts for nothing.
func (l *lexicon) quotesIn(text string, start, end, region int, nest bool) []quotation {
	var out []quotation
	depth, from := 0, 0
	for at := start; at < end; {
		kind, size := l.mark(text[:end], at, depth > 0)
		switch {
		case kind == markOpen && depth == 0:
			from, depth = at, 1
		case kind == markOpen && nest:
			depth++
		case kind == markClose && depth == 1:
			out = append(out, quotation{schema.Span{Start: from, End: at + size}, region, false})
			depth = 0
		case kind == markClose && depth > 1:
			depth--
		}
		at += max(size, 1)
	}
	if depth > 0 {
		out = append(out, quotation{schema.Span{Start: from, End: end}, region, true})
	}
	return out
}

// mark reads the quotation mark at a byte, if any, and its length.
func (l *lexicon) mark(text string, at int, inside bool) (markKind, int) {
	r, size := utf8.DecodeRuneInString(text[at:])
	if r < utf8.RuneSelf && r != '"' && r != '\'' && r != '`' {
		return markNone, size
	}
	if two := text[at:min(at+2, len(text))]; len(two) == 2 && size == 1 && (l.is("mark-both", two) || l.is("mark-open", two)) {
		size = 2
	}
	form := text[at : at+size]
	if two := text[at:min(at+2*size, len(text))]; two == form+form && l.is("mark-twice", form) {
		size, form = 2*size, two
	}
	switch {
	case l.is("mark-open", form):
		return markOpen, size
	case l.is("mark-close", form):
		if !inside && startsLine(text[:at]) {
			return markOpen, size // set by mistake
		}
		return markClose, size
	case !l.is("mark-both", form):
		return markNone, size
	}
	return straight(text, at, size, inside), size
}

// startsLine reports whether nothing but blanks stands before a mark in its
// line.
func startsLine(before string) bool {
	return strings.TrimSpace(before[strings.LastIndexByte(before, '\n')+1:]) == ""
}

// straight decides whether a mark without direction opens or closes.
func straight(text string, at, size int, inside bool) markKind {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at+size:])
	opens := (at == 0 || unicode.IsSpace(before) || strings.ContainsRune("([—–-", before)) && !unicode.IsSpace(after) && at+size < len(text)
	if opens || !inside {
		if !opens && (unicode.IsDigit(before) || unicode.IsLetter(before) || strings.ContainsRune(".,!?", before) && unicode.IsSpace(after)) {
			return markNone // inches, or a closing mark whose opening is lost
		}
		return markOpen
	}
	return markClose
}

// quoteAt returns the index of the quotation that covers byte b, or -1.
func quoteAt(quotes []quotation, b int) int {
	i := sort.Search(len(quotes), func(i int) bool { return quotes[i].End > b })
	if i < len(quotes) && quotes[i].Start <= b {
		return i
	}
	return -1
}

// spread grows a span so that it cuts no quotation: a quotation that begins
// or ends inside goes in whole, over the edge of the sentence too. A span
// that lies inside a quotation stays as it is unless it reaches its mark.
func spread(quotes []quotation, s schema.Span) schema.Span {
	out := s
	for _, q := range quotes {
		if q.End <= s.Start || q.Start >= s.End {
			continue
		}
		beginsIn, endsIn := q.Start >= s.Start, q.End <= s.End+1
		if beginsIn != endsIn {
			out.Start, out.End = min(out.Start, q.Start), max(out.End, q.End)
		}
	}
	return out
}
