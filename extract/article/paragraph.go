package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dyad/schema"
)

// maxWrap is the widest column at which texts are wrapped by machines: mails
// and terminals use 72 to 80, wide ones 132.
const maxWrap = 132

// line is a line of a text, blanks trimmed.
type line struct {
	schema.Span
	// chars is its length in characters, opens the length of its first word.
	chars, opens int
}

// paragraphs splits a text at empty lines and at line breaks, except where a
// line is only wrapped. Most texts have one paragraph a line; wrapped ones
// are told by two signs (see goesOn and fill).
func paragraphs(text string) []schema.Span {
	var out []schema.Span
	groups := lineGroups(text)
	whole := measure(text, groups)
	for _, group := range groups {
		f := whole
		if f.width > maxWrap {
			f = measure(text, [][]line{group})
		}
		cur := group[0].Span
		for i := 1; i < len(group); i++ {
			if a, b := group[i-1], group[i]; goesOn(text, a, b) || f.wrapped && f.full(a, b) {
				cur.End = b.End
				continue
			}
			out = append(out, cur)
			cur = group[i].Span
		}
		out = append(out, cur)
	}
	return out
}

// goesOn says by the look of a line break that it is inside a sentence: no end
// mark before it and a small letter after it.
func goesOn(text string, a, b line) bool {
	end, _ := utf8.DecodeLastRuneInString(text[a.Start:a.End])
	start, _ := utf8.DecodeRuneInString(text[b.Start:b.End])
	return a.chars >= 30 && unicode.IsLower(start) && end != ':' && end != ';' &&
		!isSentenceEnd(text[a.Start:a.End]) && !strings.HasPrefix(text[a.Start:], "©")
}

// fill is how lines are filled.
type fill struct {
	// width is the longest line that has a neighbour.
	width int
	// wrapped says that the lines were filled to the width by a machine.
	wrapped bool
}

// full says whether the first word of b did not fit in line a any more. That
// holds for all wrapped lines, whatever their text.
func (f fill) full(a, b line) bool {
	return a.chars+1+b.opens > f.width && a.chars*10 >= f.width*7
}

// measure finds the width of lines and whether they are wrapped: then most
// full lines break off inside a sentence, where lines that are paragraphs end
// with one.
func measure(text string, groups [][]line) fill {
	var f fill
	for _, g := range groups {
		for _, l := range g {
			if len(g) > 1 {
				f.width = max(f.width, l.chars)
			}
		}
	}
	inside, ends := 0, 0
	for _, g := range groups {
		for i := 1; i < len(g); i++ {
			switch {
			case !f.full(g[i-1], g[i]):
			case isSentenceEnd(text[g[i-1].Start:g[i-1].End]):
				ends++
			default:
				inside++
			}
		}
	}
	f.wrapped = f.width >= 45 && f.width <= maxWrap && inside >= 2 && inside > ends
	return f
}

// lineGroups splits a text into runs of lines without an empty line between
// them.
func lineGroups(text string) [][]line {
	var out [][]line
	var cur []line
	flush := func() {
		if len(cur) > 0 {
			out = append(out, cur)
			cur = nil
		}
	}
	for start := 0; start <= len(text); {
		length := strings.IndexFunc(text[start:], isLineBreak)
		end, next := len(text), len(text)+1
		if length >= 0 {
			end = start + length
			_, n := utf8.DecodeRuneInString(text[end:])
			next = end + n
			if strings.HasPrefix(text[end:], "\r\n") {
				next = end + 2
			}
		}
		if s := trim(text, schema.Span{Start: start, End: end}); s.Start < s.End {
			body := text[s.Start:s.End]
			first, _, _ := strings.Cut(body, " ")
			cur = append(cur, line{s, utf8.RuneCountInString(body), utf8.RuneCountInString(first)})
		} else {
			flush()
		}
		start = next
	}
	flush()
	return out
}

func isLineBreak(r rune) bool {
	return r == '\n' || r == '\r' || r == '\f' || r == '\v' || r == '\u2028' || r == '\u2029' || r == '\u0085'
}

// isBlank holds for white space and for the marks without width that pages
// leave at the ends of lines.
func isBlank(r rune) bool {
	return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' || r == '\u200e' || r == '\u200f'
}

// trim narrows a span to what is not blank at its ends.
func trim(text string, s schema.Span) schema.Span {
	body := text[s.Start:s.End]
	left := strings.TrimLeftFunc(body, isBlank)
	s.Start = s.End - len(left)
	s.End = s.Start + len(strings.TrimRightFunc(left, isBlank))
	return s
}

// isSentenceEnd says whether a text ends like a sentence, quotes and brackets
// after the mark allowed.
func isSentenceEnd(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)]* ")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "…")
}

// trimPunct removes what is no letter or digit at the ends of a word.
func trimPunct(w string) string {
	return strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// plainWords returns the words of a text in lower case without punctuation,
// for comparing a title with its repeats.
func plainWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(s, "’", "'")), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}
