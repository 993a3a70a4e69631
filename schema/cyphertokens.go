package schema

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word, number or single punctuation character of a query, with
// the innermost bracket it stands in.
type token struct {
	text string
	word bool
	in   bracket
}

// bracket says what an opening bracket opens.
type bracket int

const (
	inNothing    bracket = iota
	inNode               // ( of a node pattern
	inRel                // [ of a relationship pattern
	inPatternMap         // { of the properties in a pattern
	inMap                // { of a map
	inOther              // a call, a list, an expression, a subquery
)

// cypherTokens splits a query into tokens, without comments and strings, and
// marks the brackets. It reads any text; on what is no Cypher it only guesses.
func cypherTokens(query string) []token {
	var out []token
	stack := []bracket{inNothing}
	for len(query) > 0 {
		r, size := utf8.DecodeRuneInString(query)
		switch {
		case strings.HasPrefix(query, "//"):
			size = untilAfter(query, "\n")
		case strings.HasPrefix(query, "/*"):
			size = untilAfter(query, "*/")
		case r == '\'' || r == '"':
			size = quoted(query, r)
			out = append(out, token{text: "''", in: stack[len(stack)-1]})
		case r == '`':
			size = quoted(query, r)
			out = append(out, token{strings.Trim(query[:size], "`"), true, stack[len(stack)-1]})
		case isWord(r):
			size = strings.IndexFunc(query, func(r rune) bool { return !isWord(r) })
			if size < 0 {
				size = len(query)
			}
			out = append(out, token{query[:size], true, stack[len(stack)-1]})
		case unicode.IsSpace(r):
		default:
			out = append(out, token{text: query[:size], in: stack[len(stack)-1]})
			switch r {
			case '(', '[', '{':
				stack = append(stack, opened(r, out))
			case ')', ']', '}':
				if len(stack) > 1 {
					stack = stack[:len(stack)-1]
				}
				out[len(out)-1].in = stack[len(stack)-1]
			}
		}
		query = query[size:]
	}
	return out
}

// isWord reports whether r belongs to a name, a number or a parameter.
func isWord(r rune) bool { return r == '_' || r == '$' || unicode.IsLetter(r) || unicode.IsDigit(r) }

// untilAfter returns the length of s up to and with the mark.
func untilAfter(s, mark string) int {
	if i := strings.Index(s, mark); i >= 0 {
		return i + len(mark)
	}
	return len(s)
}

// quoted returns the length of the quoted text at the start of s.
func quoted(s string, quote rune) int {
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\' && quote != '`':
			i++
		case s[i] == byte(quote):
			return i + 1
		}
	}
	return len(s)
}

// opened says what the bracket r opens, which is the last of the tokens.
func opened(r rune, toks []token) bracket {
	var before token
	if len(toks) > 1 {
		before = toks[len(toks)-2]
	}
	switch r {
	case '(':
		if before.word && !beforePattern(before.text) {
			return inOther
		}
		return inNode
	case '[':
		if before.text == "-" {
			return inRel
		}
		return inOther
	}
	switch in := toks[len(toks)-1].in; {
	case before.word && isSubquery(before.text) || before.text == ")":
		return inOther
	case in == inNode || in == inRel:
		return inPatternMap
	}
	return inMap
}

// beforePattern reports whether a word in front of a parenthesis is a keyword
// rather than the name of a function.
func beforePattern(word string) bool {
	switch strings.ToUpper(word) {
	case "MATCH", "MERGE", "CREATE", "WHERE", "AND", "OR", "NOT", "XOR", "WHEN", "SHORTEST", "GROUPS", "PATHS", "INSERT":
		return true
	}
	return word != "" && unicode.IsDigit(rune(word[0])) || strings.HasPrefix(word, "$")
}

// isSubquery reports whether a word in front of a brace opens a subquery.
func isSubquery(word string) bool {
	switch strings.ToUpper(word) {
	case "EXISTS", "COUNT", "COLLECT", "CALL", "UNION", "THEN":
		return true
	}
	return false
}
