package article

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"dyad/schema"
)

// maxTitle is the most words that a title has.
const maxTitle = 25

// findTitle marks the headline and drops its repeats. A title that the input
// names is looked for in the first lines; it may be spread over two. Otherwise
// the first line is the title if it looks like one.
func (c *cleaner) findTitle() {
	c.title = c.namedTitle()
	if c.title < 0 {
		c.title = c.lookedTitle()
	}
	if c.title < 0 {
		c.dropRepeats(plainWords(c.art.Title))
		return
	}
	p := &c.parts[c.title]
	p.headline = true
	if c.art.Title == "" {
		c.art.Title = strings.TrimSuffix(strings.Join(strings.Fields(p.text), " "), ".")
	}
	c.dropRepeats(plainWords(p.text))
}

// namedTitle looks for the title that the input names in the first three
// parts, and joins two parts that are one title together.
func (c *cleaner) namedTitle() int {
	title := plainWords(c.art.Title)
	if len(title) == 0 {
		return -1
	}
	for i := range min(3, len(c.parts)) {
		if sameTitle(title, plainWords(c.parts[i].text)) {
			return i
		}
		if i+1 < len(c.parts) && slices.Equal(title, append(plainWords(c.parts[i].text), plainWords(c.parts[i+1].text)...)) {
			c.join(i)
			return i
		}
	}
	return -1
}

// join makes parts i and i+1 one.
func (c *cleaner) join(i int) {
	a, b := &c.parts[i], c.parts[i+1]
	a.End, a.words = b.End, a.words+b.words
	a.text = c.art.Text[a.Start:a.End]
	c.parts = slices.Delete(c.parts, i+1, i+2)
}

// sameTitle says whether a line is the title: equal but for case and
// punctuation, or one goes on for a few words more, as with the name of the
// site at the end.
func sameTitle(title, line []string) bool {
	if len(title) == 0 || len(line) == 0 {
		return false
	}
	short, long := title, line
	if len(short) > len(long) {
		short, long = long, short
	}
	return slices.Equal(short, long[:len(short)]) && (len(short) == len(long) || len(short) >= 4 && len(long)-len(short) <= 5)
}

// lookedTitle tells a title by its look: the first line that is no credit or
// boilerplate, without the end of a sentence, with a longer text after it. A
// line that ends in a full stop is a title only where its repeat, a byline or
// a dateline follows.
func (c *cleaner) lookedTitle() int {
	i := 0
	for i < min(2, len(c.parts)-2) && (c.isCredit(c.parts[i], true) || c.isBoilerplate(c.parts[i])) {
		i++
	}
	if i+1 >= len(c.parts) {
		return -1
	}
	p, next := c.parts[i], c.parts[i+1]
	if p.words > maxTitle || strings.ContainsAny(p.text[len(p.text)-1:], ";:,") || !hasWord(p.text) || c.datelineEnd(p.text) > 0 {
		return -1
	}
	if c.art.Title != "" && !alike(c.art.Title, p.text) {
		return -1 // the input knows the title, and this is none
	}
	if heading, _ := c.teaserHeading(p); heading || c.isCredit(p, true) || c.isBoilerplate(p) || isTold(p) {
		return -1
	}
	follows := c.isCredit(next, true) || c.datelineEnd(next.text) > 0 || sameTitle(plainWords(p.text), plainWords(next.text)) && next.words <= maxTitle
	if strings.HasSuffix(strings.TrimRight(p.text, "\"'”’»)] "), ".") {
		if follows && p.words <= 18 {
			return i
		}
		return -1
	}
	if follows || p.words > 2 && (next.words > p.words || i+2 < len(c.parts) && c.parts[i+2].words > p.words) {
		return i
	}
	return -1
}

// isTold says whether a line is told rather than headed: a long question or
// exclamation, two sentences, or a long quotation.
func isTold(p part) bool {
	r, _ := utf8.DecodeRuneInString(p.text)
	return p.words > 14 && (isSentenceEnd(p.text) && !strings.HasSuffix(p.text, ".") || strings.ContainsRune(`"“'‘«`, r)) ||
		p.words > 12 && twoSentences.MatchString(p.text)
}

var twoSentences = regexp.MustCompile(`\pL{3}[.!?]["”’]? \p{Lu}`)

// alike says whether two titles share half of their longer words: outlets
// shorten and reword the titles of their pages.
func alike(a, b string) bool {
	words := map[string]bool{}
	for _, w := range plainWords(a) {
		words[w] = len(w) > 3
	}
	shared, all := 0, 0
	for _, w := range plainWords(b) {
		if len(w) > 3 {
			all++
			if words[w] {
				shared++
			}
		}
	}
	return shared > 0 && shared*2 >= all
}

// dropRepeats drops lines that say the title again: anywhere if they are equal
// to it, with a few words more or less only right after it.
func (c *cleaner) dropRepeats(title []string) {
	for i := range c.parts {
		p := &c.parts[i]
		if i == c.title || p.drop != "" || p.words > maxTitle+5 {
			continue
		}
		if len(title) == 0 {
			return
		}
		words := plainWords(p.text)
		near := i < c.title || i <= c.title+3
		if slices.Equal(words, title) && (near || len(title) >= 4) || near && !isSentenceEnd(p.text) && sameTitle(title, words) {
			p.drop = schema.DropTitleRepeat
		}
	}
}
