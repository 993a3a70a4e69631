package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dyad/schema"
)

// Limits of teaser lists: a heading counts only after that many words and that
// share of the text, and an article goes on with a block of that many words.
const (
	teaserAfterWords = 60
	teaserAfterShare = 4 // a quarter
	resumeWords      = 60
	resumeShared     = 18
)

// dropTeasers drops lists of other articles: a heading of a closed list and
// what follows, until the article goes on.
func (c *cleaner) dropTeasers() {
	total := 0
	for _, p := range c.parts {
		total += p.words
	}
	var names map[string]bool
	before, inside, weak := 0, false, false
	for i := range c.parts {
		p := &c.parts[i]
		late := before >= teaserAfterWords && before*teaserAfterShare >= total
		heading, inText := c.teaserHeading(*p)
		switch {
		case p.drop != "" || p.headline:
		case late && heading:
			weak = inText && (weak || !inside)
			inside = true
			if names == nil {
				names = c.namesBefore(i)
			}
			p.drop = schema.DropTeaser
		case inside && !resumes(*p, names) && !(weak && isProse(*p)):
			p.drop = schema.DropTeaser
		case c.isTeaserLine(*p):
			p.drop = schema.DropTeaser
		default:
			inside = false
		}
		before += p.words
	}
}

// isProse says whether a part is a sentence rather than a title: of some
// length, with an end mark, mostly in small letters.
func isProse(p part) bool {
	if p.words < 12 || !isSentenceEnd(p.text) {
		return false
	}
	small := 0
	for w := range strings.FieldsSeq(p.text) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) {
			small++
		}
	}
	return small*2 >= p.words
}

// teaserHeading says whether a whole line is a heading of the list, and
// whether it is one that also stands inside articles.
func (c *cleaner) teaserHeading(p part) (heading, inText bool) {
	if p.words > 8 || isSentenceEnd(p.text) {
		return false, false
	}
	line := strings.ToLower(strings.Join(strings.Fields(p.text), " "))
	line = strings.TrimFunc(line, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	for _, h := range c.tab.teaserHeadings {
		h, inText := strings.CutPrefix(h, "~")
		open, any := strings.CutSuffix(h, "*")
		if line == h || any && strings.HasPrefix(line, open) && strings.Count(line[len(open):], " ") < 5 && len(line) > len(open) {
			return true, inText
		}
	}
	return false, false
}

// isTeaserLine says whether a line names one other article ("Read more: …").
func (c *cleaner) isTeaserLine(p part) bool {
	if p.words > maxTitle || p.words < 2 {
		return false
	}
	line := strings.ToLower(strings.TrimLeftFunc(p.text, func(r rune) bool { return !unicode.IsLetter(r) }))
	for _, open := range c.tab.teaserLines {
		if strings.HasPrefix(line, open) {
			return true
		}
	}
	return false
}

// resumes says whether the article goes on in a part after a heading: the part
// is long, or a sentence of some length that shares names with the article.
func resumes(p part, names map[string]bool) bool {
	if p.words > resumeWords {
		return true
	}
	if p.words < resumeShared || !isSentenceEnd(p.text) {
		return false
	}
	shared := map[string]bool{}
	for _, w := range capitalised(p.text) {
		if names[w] {
			shared[w] = true
		}
	}
	return len(shared) >= 2
}

// namesBefore collects the capitalised words of the parts before i.
func (c *cleaner) namesBefore(i int) map[string]bool {
	names := map[string]bool{}
	for _, p := range c.parts[:i] {
		if p.drop != "" {
			continue
		}
		for _, w := range capitalised(p.text) {
			names[w] = true
		}
	}
	return names
}

// capitalised returns the words with a capital that do not open a sentence,
// without a possessive ending.
func capitalised(text string) []string {
	var out []string
	open := true
	for w := range strings.FieldsSeq(text) {
		bare := trimPunct(w)
		bare = strings.TrimSuffix(strings.TrimSuffix(bare, "'s"), "’s")
		r, _ := utf8.DecodeRuneInString(bare)
		if !open && unicode.IsUpper(r) && utf8.RuneCountInString(bare) > 1 {
			out = append(out, bare)
		}
		open = isSentenceEnd(w) && utf8.RuneCountInString(bare) > 2
	}
	return out
}

// dropBoilerplate drops short lines of known beginnings and lines without a
// letter or digit.
func (c *cleaner) dropBoilerplate() {
	for i := range c.parts {
		if p := &c.parts[i]; p.drop == "" && !p.headline && (!hasWord(p.text) || c.isBoilerplate(*p)) {
			p.drop = schema.DropBoilerplate
		}
	}
}

// isBoilerplate says whether a line begins like one of the list.
func (c *cleaner) isBoilerplate(p part) bool {
	if p.words > maxTitle {
		return false
	}
	line := strings.ToLower(strings.Join(strings.Fields(p.text), " "))
	if p.words == 1 && (strings.Contains(line, "://") || strings.HasPrefix(line, "www.")) {
		return true
	}
	line = strings.TrimLeft(line, "*•|>»-–— [(")
	bare := strings.TrimRight(line, ".:!|*]) ")
	for _, b := range c.tab.boilerplate {
		b, sentence := strings.CutPrefix(b, "+")
		open, whole := strings.CutSuffix(b, "$")
		switch {
		case whole && bare == open:
			return true
		case !whole && strings.HasPrefix(line, open) && (sentence || p.words <= 12 && !isSentenceEnd(p.text)):
			return true
		}
	}
	return p.words <= 20 && strings.Contains(line, "all rights reserved")
}
