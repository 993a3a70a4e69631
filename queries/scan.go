package queries

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word, a parameter or a sign of a Cypher text; text in quotes and
// comments gives none.
type token struct {
	text  string // without the $ of a parameter
	start int
	param bool
	// name says that the word can only be a name: it follows a dot or a
	// colon, stands before a colon or opens a call of a function.
	name bool
	// bad says what is wrong with the text here.
	bad string
}

// writeWords are the clauses that a report must not have. "load" stands for
// LOAD CSV, "in transactions" needs CALL and is caught by "transactions".
var writeWords = []string{"create", "merge", "set", "delete", "detach", "remove", "drop", "foreach", "load", "alter", "grant", "deny", "revoke", "transactions", "use"}

// writes reports whether the token is a clause that changes something.
func (t token) writes() bool {
	return !t.param && !t.name && slices.Contains(writeWords, strings.ToLower(t.text))
}

// scan yields the tokens of a Cypher text in order. It knows quotes ('…', "…",
// `…`), comments (// and /* */), words, parameters and single signs: enough to
// see where a statement ends and which words stand in it. It stops after a bad
// token.
func scan(s string) iter.Seq[token] {
	return func(yield func(token) bool) {
		prev := byte(0) // the last byte that is neither blank nor comment
		for i := 0; i < len(s); {
			next, bad := skipSilent(s, i)
			if bad != "" {
				yield(token{start: i, bad: bad})
				return
			}
			if next > i {
				if c := s[i]; c == '\'' || c == '"' || c == '`' {
					prev = c
					if !yield(token{text: "quoted", start: i, name: true}) {
						return
					}
				}
				i = next
				continue
			}
			tok, end := readToken(s, i, prev)
			if !yield(tok) {
				return
			}
			prev, i = s[end-1], end
		}
	}
}

// skipSilent returns the end of the blank, quote or comment that starts at i,
// i itself if there is none.
func skipSilent(s string, i int) (end int, bad string) {
	rest := s[i:]
	switch {
	case strings.HasPrefix(rest, "//"):
		if n := strings.IndexByte(rest, '\n'); n >= 0 {
			return i + n + 1, ""
		}
		return len(s), ""
	case strings.HasPrefix(rest, "/*"):
		if n := strings.Index(rest[2:], "*/"); n >= 0 {
			return i + n + 4, ""
		}
		return i, "comment without end"
	case rest[0] == '\'' || rest[0] == '"' || rest[0] == '`':
		for j := i + 1; j < len(s); j++ {
			if s[j] == '\\' && rest[0] != '`' {
				j++
			} else if s[j] == rest[0] {
				return j + 1, ""
			}
		}
		return i, "quote without end"
	}
	r, n := utf8.DecodeRuneInString(rest)
	if unicode.IsSpace(r) {
		return i + n, ""
	}
	return i, ""
}

// readToken reads the word, parameter or sign at i.
func readToken(s string, i int, prev byte) (tok token, end int) {
	if s[i] == '$' {
		if end = wordEnd(s, i+1); end > i+1 {
			return token{text: s[i+1 : end], start: i, param: true}, end
		}
	}
	if end = wordEnd(s, i); end > i {
		tok = token{text: s[i:end], start: i}
		after := strings.TrimLeft(s[end:], " \t\r\n")
		tok.name = prev == '.' || prev == ':' || strings.HasPrefix(after, ":") || strings.HasPrefix(after, ".")
		return tok, end
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return token{text: s[i : i+n], start: i}, i + n
}

// wordEnd returns the end of the word that starts at i.
func wordEnd(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return i
		}
		i += n
	}
	return i
}
