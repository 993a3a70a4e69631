package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxSentence bounds the tokens of a sentence; a longer one is cut.
const maxSentence = 400

// split cuts the tokens of a region into sentences.
func (t *tokenizer) split(r Region, number int) {
	first := 0
	for i := range t.tokens {
		if i+1 == len(t.tokens) || t.ends(i) || i+1-first >= maxSentence && !t.insideMulti(i) {
			t.sentence(first, i+1, r, number)
			first = i + 1
		}
	}
}

// insideMulti reports whether tokens i and i+1 are parts of one word.
func (t *tokenizer) insideMulti(i int) bool {
	for _, m := range t.multi {
		if m.First <= i && i+1 < m.Last {
			return true
		}
		if m.First > i {
			break
		}
	}
	return false
}

// sentence adds the sentence of the tokens first to last (exclusive).
func (t *tokenizer) sentence(first, last int, r Region, number int) {
	s := Sentence{Region: number, Headline: r.Headline, Tokens: t.tokens[first:last:last]}
	s.Start, s.End = s.Tokens[0].Start, s.Tokens[last-first-1].End
	for len(t.multi) > 0 && t.multi[0].First < last {
		m := t.multi[0]
		t.multi = t.multi[1:]
		s.Multiwords = append(s.Multiwords, Multiword{m.First - first, m.Last - first, m.Form})
	}
	t.sentences = append(t.sentences, s)
}

// ends reports whether a sentence ends behind token i. Closing quotation
// marks and brackets go with the sentence they close.
func (t *tokenizer) ends(i int) bool {
	if !t.blankBehind(i) {
		return false
	}
	last := i
	for last > 0 && i-last < 3 && t.closes(last) {
		last--
	}
	form := t.tokens[last].Form
	next := &t.tokens[i+1]
	switch {
	case form == "." || form == "。":
		return !t.opensLower(i + 1)
	case isEllipsis(form):
		return t.capital(i+1) && !t.reports(i+1)
	case strings.Trim(form, "!?.‼⁉") == "" && strings.ContainsAny(form, "!?"):
		if last < i && t.reports(i+1) {
			return false
		}
		return !t.opensLower(i+1) && !t.closes(i+1)
	case len(form) > 1 && form[len(form)-1] == '.':
		if last < i {
			return t.capital(i + 1)
		}
		return t.abbreviationEnds(form, next.Form)
	}
	return false
}

// abbreviationEnds reports whether a sentence ends behind an abbreviation.
func (t *tokenizer) abbreviationEnds(form, next string) bool {
	switch t.abbreviations[form] {
	case abbreviationTitle, abbreviationNever, abbreviationNumber:
		return false
	}
	return t.starters[next]
}

// blankBehind reports whether white space follows token i.
func (t *tokenizer) blankBehind(i int) bool {
	return t.tokens[i].End < t.tokens[i+1].Start
}

// closes reports whether token i is a closing mark glued to the one before.
func (t *tokenizer) closes(i int) bool {
	switch t.tokens[i].Form {
	case "\"", "'", "”", "’", "''", ")", "]", "»", "}":
		return i == 0 || t.tokens[i-1].End == t.tokens[i].Start
	}
	return false
}

// isEllipsis reports whether a form is two or more periods.
func isEllipsis(form string) bool {
	return form == "…" || len(form) > 1 && strings.Trim(form, ".") == ""
}

// opensLower reports whether token i begins with a small letter.
func (t *tokenizer) opensLower(i int) bool {
	r, _ := utf8.DecodeRuneInString(t.tokens[i].Form)
	return unicode.IsLower(r)
}

// capital reports whether token i, or the word behind its opening mark,
// begins like a sentence.
func (t *tokenizer) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(t.tokens[i].Form)
	if strings.ContainsRune("\"“‘'([«", r) && i+1 < len(t.tokens) {
		r, _ = utf8.DecodeRuneInString(t.tokens[i+1].Form)
	}
	return unicode.IsUpper(r)
}

// reports reports whether a verb of saying stands among the next words, as
// behind a question in quotation marks: "Why?" Porter asked.
func (t *tokenizer) reports(i int) bool {
	for k := i; k < min(i+6, len(t.tokens)); k++ {
		form := t.tokens[k].Form
		if t.reporting[form] {
			return true
		}
		if r, _ := utf8.DecodeRuneInString(form); !unicode.IsLetter(r) {
			return false
		}
		if k == i && t.starters[form] {
			return len(t.tokens) > k+1 && t.reporting[t.tokens[k+1].Form]
		}
	}
	return false
}

// Paragraphs returns the paragraphs of a text: what stands between blank
// lines.
func Paragraphs(text string) []Region {
	var out []Region
	start, end := -1, 0
	for at := 0; at < len(text); {
		stop := len(text)
		if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
			stop = at + n
		}
		switch blank := strings.TrimFunc(text[at:stop], isBlank) == ""; {
		case blank && start >= 0:
			out = append(out, Region{Start: start, End: end})
			start = -1
		case !blank:
			if start < 0 {
				start = at
			}
			end = stop
		}
		at = stop + 1
	}
	if start >= 0 {
		out = append(out, Region{Start: start, End: end})
	}
	return out
}
