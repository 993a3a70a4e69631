package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxChunk bounds the bytes without a blank that are looked at together, and
// so the length of a token.
const maxChunk = 1000

// tokenizer cuts the regions of a text into tokens and sentences by the rules
// of the English UD treebanks: clitics and hyphenated words are split.
type tokenizer struct {
	*tokenRules
	text      string
	tokens    []Token // of the current region
	multi     []Multiword
	quoted    bool // a single quotation mark is open
	sentences []Sentence
}

func (r *tokenRules) tokenizer(text string) *tokenizer {
	return &tokenizer{tokenRules: r, text: text}
}

// region adds the sentences of a region.
func (t *tokenizer) region(r Region, number int) {
	start, end := max(r.Start, 0), min(r.End, len(t.text))
	if start >= end {
		return
	}
	t.tokens = make([]Token, 0, (end-start)/5+4)
	t.multi, t.quoted = nil, false
	for start < end {
		c, n := utf8.DecodeRuneInString(t.text[start:end])
		if isBlank(c) {
			start += n
			continue
		}
		stop := t.chunkEnd(start, end)
		t.chunk(start, stop)
		start = stop
	}
	t.split(r, number)
}

// chunkEnd finds the end of the run of characters without blanks.
func (t *tokenizer) chunkEnd(from, end int) int {
	for i := from; i < end; {
		r, n := utf8.DecodeRuneInString(t.text[i:end])
		if isBlank(r) || i-from+n > maxChunk {
			return i
		}
		i += n
	}
	return end
}

// isBlank reports whether a character separates tokens.
func isBlank(r rune) bool {
	return r == ' ' || r >= 0x1c && r <= 0x1f || unicode.IsSpace(r)
}

// isWord reports whether a character is part of words: letters, digits, marks
// and the invisible joiners.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || unicode.Is(unicode.Cf, r)
}

// chunk tokenises text without blanks.
func (t *tokenizer) chunk(from, to int) {
	if to-from < 4 && t.emoticons[t.text[from:to]] {
		t.add(from, to)
		return
	}
	for i := from; i < to; {
		r, n := utf8.DecodeRuneInString(t.text[i:to])
		switch {
		case isWord(r) || t.wordMark(i, from, to):
			i = t.word(i, from, to)
		default:
			i = t.punctuation(i, to, r, n)
		}
	}
}

// wordMark reports whether the character at i, though no letter, begins a
// word: the mark of "@user" and "#tag", the apostrophe of "'90s".
func (t *tokenizer) wordMark(i, from, to int) bool {
	rest := t.text[i:to]
	if i != from || len(rest) < 3 {
		return false
	}
	switch rest[0] {
	case '@', '#':
		return isLetter(rest[1])
	case '+':
		return isDigit(rest[1])
	}
	if q := apostrophe(rest); q > 0 && len(rest) > q+1 && isDigit(rest[q]) && isDigit(rest[q+1]) {
		return !strings.Contains(rest[q:], rest[:q])
	}
	return false
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }

// apostrophe returns the length of an apostrophe at the start of s, 0 if
// there is none.
func apostrophe(s string) int {
	switch {
	case s == "":
	case s[0] == '\'' || s[0] == '`':
		return 1
	case strings.HasPrefix(s, "’") || strings.HasPrefix(s, "‘"):
		return len("’")
	}
	return 0
}

// punctuation adds the mark at i: runs of periods, dashes, "?!" and the like
// are one token. It returns the end.
func (t *tokenizer) punctuation(i, to int, r rune, n int) int {
	end := i + n
	same := func(set string) {
		for end < to && strings.IndexByte(set, t.text[end]) >= 0 {
			end++
		}
	}
	switch r {
	case '.':
		same(".")
	case '!', '?':
		same("!?")
	case '-', '*', '=', '_', '~', '+', '#', '<', '>':
		same(string(r))
	case '`', '\'':
		if end < to && t.text[end] == t.text[i] {
			end++
		} else if r == '\'' {
			t.quoted = !t.quoted
		}
	case '‘':
		t.quoted = true
	case '’':
		t.quoted = false
	}
	t.add(i, end)
	return end
}

// add appends a token.
func (t *tokenizer) add(from, to int) {
	t.tokens = append(t.tokens, Token{Start: from, End: to, Form: t.text[from:to], Head: -1})
}
