package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word adds the word at i, in parts if it is a contraction, and returns its
// end. from and to are the chunk.
func (t *tokenizer) word(i, from, to int) int {
	if end := t.address(i, to); end > i {
		t.add(i, end)
		return end
	}
	end := t.wordEnd(i, to)
	if end < to && t.text[end] == '.' && t.keepsPeriod(i, end, to) {
		t.add(i, end+1)
		return end + 1
	}
	if cut := t.numberEnd(t.text[i:end]); cut > 0 {
		t.add(i, i+cut)
		t.add(i+cut, end)
		return end
	}
	t.contraction(i, end, to)
	if n := len(t.multi); n > 0 && t.multi[n-1].Last == len(t.tokens) {
		return t.tokens[len(t.tokens)-1].End
	}
	return end
}

// address returns the end of a URL, host name or mail address at i, or i.
func (t *tokenizer) address(i, to int) int {
	rest := t.text[i:to]
	at, scheme := strings.IndexByte(rest, '@'), strings.Index(rest, "://")
	www := len(rest) > 4 && strings.EqualFold(rest[:4], "www.")
	mailto := len(rest) > 7 && strings.EqualFold(rest[:7], "mailto:")
	if !(www || mailto || scheme > 0 && scheme < 8 || at > 0 && at+3 < len(rest) && isLetter(rest[at+1])) {
		return i
	}
	if scheme <= 0 && !www && !mailto && strings.ContainsAny(rest[:at], "/,;()<>\"") {
		return i
	}
	if cut := strings.IndexAny(rest, "<>\"“”"); cut > 0 {
		rest = rest[:cut]
	}
	rest = strings.TrimRight(rest, ".,;:!?)]}'*")
	if at > len(rest) {
		return i
	}
	return i + len(rest)
}

// wordEnd returns the end of the word at i with the marks inside it.
func (t *tokenizer) wordEnd(i, to int) int {
	start := i
	if r, n := utf8.DecodeRuneInString(t.text[i:to]); !isWord(r) {
		i += n
	}
	for i < to {
		r, n := utf8.DecodeRuneInString(t.text[i:to])
		if !isWord(r) && !t.joins(start, i, i+n, to, r) {
			return i
		}
		i += n
	}
	return i
}

// joins reports whether the mark r at i, with more of the chunk behind it at
// next, stands inside the word that began at start.
func (t *tokenizer) joins(start, i, next, to int, r rune) bool {
	if next >= to || i == start {
		return false
	}
	before, after := t.text[start:i], t.text[next:to]
	b, _ := utf8.DecodeRuneInString(after)
	if !isWord(b) {
		return r == '_'
	}
	last, first := before[len(before)-1], after[0]
	switch r {
	case '\'', '’', '`':
		return true
	case '_', '@':
		return true
	case '.':
		return isDigit(last) && isDigit(first) || initials(before, after) || t.isHost(after)
	case ',':
		return isDigit(last) && len(after) >= 3 && isDigit(first) && isDigit(after[1]) && isDigit(after[2])
	case ':', '/':
		return isDigit(last) && isDigit(first)
	case '&':
		return isUpper(last) && isUpper(first) && len(before) <= 3
	case '-':
		return t.prefixes[strings.ToLower(before)] && isLetter(first) || numberCode(before, after)
	}
	return false
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

// initials reports whether a period stands inside an abbreviation such as
// "U.S.", "a.m." or "Ph.D.": one letter in front of it, one or two behind.
func initials(before, after string) bool {
	n := len(before)
	single := isLetter(before[n-1]) && (n == 1 || before[n-2] == '.')
	short := n <= 3 && isUpper(before[0]) && len(after) > 1 && isUpper(after[0]) && after[1] == '.'
	if !single && !short || !isLetter(after[0]) {
		return false
	}
	rest := 1
	for rest < len(after) && isLetter(after[rest]) {
		rest++
	}
	return rest == 1 || rest == 2 && len(after) > 2 && after[2] == '.'
}

// isHost reports whether the rest of the chunk ends like a host name.
func (t *tokenizer) isHost(after string) bool {
	n := 0
	for n < len(after) && (isLetter(after[n]) || isDigit(after[n]) || after[n] == '-' || after[n] == '.' && n+1 < len(after) && isLetter(after[n+1])) {
		n++
	}
	after = after[:n]
	return t.hosts[strings.ToLower(after[strings.LastIndexByte(after, '.')+1:])]
}

// numberCode reports whether a hyphen stands inside a telephone number or a
// date of digits, not between the ends of a range.
func numberCode(before, after string) bool {
	n := 0
	for n < len(after) && isDigit(after[n]) {
		n++
	}
	if n < len(after) && isLetter(after[n]) {
		return false
	}
	if strings.ContainsRune(before, '-') {
		return n > 0 && isDigit(before[len(before)-1])
	}
	for i := range len(before) {
		if !isDigit(before[i]) {
			return false
		}
	}
	chain := n < len(after) && after[n] == '-' && n+1 < len(after) && isDigit(after[n+1])
	return len(before) == 3 && n == 4 || chain && n > 0
}

// keepsPeriod reports whether the period at end belongs to the word at i.
func (t *tokenizer) keepsPeriod(i, end, to int) bool {
	if end+1 < to && t.text[end+1] == '.' {
		return false
	}
	form := t.text[i : end+1]
	switch t.abbreviations[form] {
	case abbreviationNumber:
		return end+1 == to && t.numberFollows(to)
	case noAbbreviation:
	default:
		return true
	}
	word := t.text[i:end]
	if strings.IndexByte(word, '.') > 0 && !strings.ContainsAny(word, "0123456789@/_-") {
		return isLetter(word[0]) && initials(word[:strings.IndexByte(word, '.')], word[strings.IndexByte(word, '.')+1:])
	}
	r, n := utf8.DecodeRuneInString(word)
	if n != len(word) || !unicode.IsUpper(r) {
		return false
	}
	next := t.nextRune(end + 1)
	return unicode.IsUpper(next) && !(r == 'I' && len(t.tokens) > 0)
}

// nextRune is the next character behind at that is no blank on the same line,
// 0 if there is none.
func (t *tokenizer) nextRune(at int) rune {
	for _, r := range t.text[at:min(at+64, len(t.text))] {
		if r == '\n' {
			return 0
		}
		if !isBlank(r) {
			return r
		}
	}
	return 0
}

// numberFollows reports whether the next word begins with a digit.
func (t *tokenizer) numberFollows(at int) bool {
	r := t.nextRune(at)
	return unicode.IsDigit(r) || r == '#'
}

// numberEnd returns where a number ends that a unit is glued to ("5pm",
// "10km", "3M"), 0 if the word is none.
func (t *tokenizer) numberEnd(word string) int {
	n := 0
	for n < len(word) && (isDigit(word[n]) || n > 0 && strings.IndexByte(",.:", word[n]) >= 0) {
		n++
	}
	if n == 0 || n == len(word) {
		return 0
	}
	if t.units[strings.ToLower(word[n:])] {
		return n
	}
	return 0
}

// contraction adds the word from i to end, split in its parts if it is a
// contraction: "do|n't", "Russia|'s", "can|not".
func (t *tokenizer) contraction(i, end, to int) {
	word := t.text[i:end]
	cut := t.contractionCut(word)
	if cut == 0 {
		last := word[len(word)-1]
		if q := apostrophe(t.text[end:to]); q > 0 && (last == 's' || last == 'S') && !t.quoted && t.text[end] != '`' && len(word) > 1 {
			if next, _ := utf8.DecodeRuneInString(t.text[end+q : to]); end+q == to || !isWord(next) && apostrophe(t.text[end+q:to]) == 0 {
				cut, end = len(word), end+q
			}
		}
	}
	if cut == 0 {
		t.add(i, end)
		return
	}
	t.multi = append(t.multi, Multiword{First: len(t.tokens), Form: t.text[i:end]})
	t.add(i, i+cut)
	t.add(i+cut, end)
	t.multi[len(t.multi)-1].Last = len(t.tokens)
}

// contractionCut returns the length of the first part, 0 for plain words.
func (t *tokenizer) contractionCut(word string) int {
	if len(word) > 24 {
		if q := strings.LastIndexAny(word, "'’"); q < len(word)-6 {
			return 0
		}
	}
	if len(word) <= 8 {
		var buf [16]byte
		if n, ok := t.contractions[string(lowerInto(buf[:0], word))]; ok {
			if word == "IM" || word == "im" {
				return 0
			}
			return n
		}
	}
	for q := len(word) - 1; q > 0 && q >= len(word)-6; q-- {
		n := apostrophe(word[q:])
		if n == 0 {
			continue
		}
		tail := word[q+n:]
		if len(tail) > 2 {
			return 0
		}
		var buf [2]byte
		switch string(lowerInto(buf[:0], tail)) {
		case "s", "m", "d", "re", "ve", "ll":
			return q
		case "t":
			if q > 1 && (word[q-1] == 'n' || word[q-1] == 'N') {
				return q - 1
			}
		}
		return 0
	}
	return 0
}
