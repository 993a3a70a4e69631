package article

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dyad/schema"
)

// part is a paragraph under cleaning. The body is what is left of it, the cuts
// are pieces of it that are dropped.
type part struct {
	schema.Span
	text     string
	words    int
	headline bool
	// drop is the reason for which the whole part is dropped, "" if it stays.
	drop string
	cuts []schema.Dropped
}

// cleaner holds the parts of one text while they are cleaned.
type cleaner struct {
	art   *schema.Article
	tab   *tables
	parts []part
	// title is the index of the headline, -1 if the text has none; first is
	// the index of the first part after it that is not dropped.
	title int
}

// clean marks what is no article in a text and fills Blocks, Dropped and what
// the dropped lines say: agency, outlet, authors, date. Plain text and text
// from pages go the same way. A text of one block is never title or teaser.
//
// Cutting too much is worse than too little: each rule wants a whole line of
// a known shape, or a known agency.
func clean(art *schema.Article, tab *tables, keepAll bool) {
	c := &cleaner{art: art, tab: tab, title: -1}
	for _, s := range paragraphs(art.Text) {
		body := art.Text[s.Start:s.End]
		c.parts = append(c.parts, part{Span: s, text: body, words: len(strings.Fields(body))})
	}
	if len(c.parts) > 1 {
		c.findTitle()
		c.dropBoilerplate()
		c.dropTeasers()
	}
	c.cutDatelines()
	if len(c.parts) > 1 {
		c.dropCredits()
	}
	c.cutAgencyCredits()
	if !slices.ContainsFunc(c.parts, func(p part) bool { return p.drop == "" }) {
		keepAll = true // all of it boilerplate: then it is what the user wants read
	}
	c.finish(keepAll)
}

// finish writes the parts into the article.
func (c *cleaner) finish(keepAll bool) {
	c.art.Blocks = []schema.Block{}
	c.art.Dropped = []schema.Dropped{}
	given := c.givenBytes()
	keep := func(s schema.Span) bool {
		return keepAll || slices.ContainsFunc(given, func(g schema.Span) bool { return g.Start < s.End && s.Start < g.End })
	}
	for _, p := range c.parts {
		if p.drop != "" {
			if !keep(p.Span) {
				c.art.Dropped = append(c.art.Dropped, schema.Dropped{Span: p.Span, Reason: p.drop})
				continue
			}
			p.cuts = nil
		}
		p.cuts = slices.DeleteFunc(p.cuts, func(d schema.Dropped) bool { return keep(d.Span) })
		c.write(p)
	}
}

// write appends what is left of a part between its cuts.
func (c *cleaner) write(p part) {
	at := p.Start
	for _, cut := range append(p.cuts, schema.Dropped{Span: schema.Span{Start: p.End, End: p.End}}) {
		if s := trim(c.art.Text, schema.Span{Start: at, End: cut.Start}); hasWord(c.art.Text[s.Start:s.End]) {
			c.art.Blocks = append(c.art.Blocks, schema.Block{Span: s, Headline: p.headline})
		}
		if cut.Reason != "" {
			c.art.Dropped = append(c.art.Dropped, cut)
		}
		at = cut.End
	}
}

// hasWord says whether there is anything to analyse in a piece of text.
func hasWord(s string) bool { return trimPunct(s) != "" }

// givenBytes returns the spans that the user names, in bytes.
func (c *cleaner) givenBytes() []schema.Span {
	if len(c.art.Given) == 0 {
		return nil
	}
	offsets := make([]int, 0, utf8.RuneCountInString(c.art.Text)+1)
	for i := range c.art.Text {
		offsets = append(offsets, i)
	}
	offsets = append(offsets, len(c.art.Text))
	var out []schema.Span
	for _, g := range c.art.Given {
		out = append(out, schema.Span{Start: offsets[g.Start], End: offsets[g.End]})
	}
	return out
}

// lead returns the indexes of the first n parts after the title that are not
// dropped.
func (c *cleaner) lead(n int) []int {
	var out []int
	for i := c.title + 1; i < len(c.parts) && len(out) < n; i++ {
		if c.parts[i].drop == "" {
			out = append(out, i)
		}
	}
	return out
}
