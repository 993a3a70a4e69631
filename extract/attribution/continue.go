package attribution

import (
	"slices"
	"strings"

	"dyad/schema"
)

// unshareQuotes leaves a quotation that two attributions have to the one whose
// cue stands in one of its sentences: "A," she said. "B," he replied.
func (r *reader) unshareQuotes(found []*candidate) {
	for _, q := range r.quotes {
		own := -1
		for i, c := range found {
			if covers(c.content, q.Start) && q.Start < c.tree.End && c.tree.Start < q.End && (c.at < q.Start || c.at >= q.End) {
				own = i
			}
		}
		if own < 0 {
			continue
		}
		for i, c := range found {
			if i != own && len(c.content) > 1 && c.tree != found[own].tree {
				c.content = slices.DeleteFunc(c.content, func(s schema.Span) bool { return s == q.Span })
			}
		}
	}
}

// continueQuotes adds to every attribution the quotations that go on in the
// sentences after or before it: "A," she said. "B. C." A quotation whose
// paragraph ends without its closing mark goes on in the next paragraph.
func (r *reader) continueQuotes(found []*candidate) {
	taken := make([]bool, len(r.quotes))
	owner := make([]*candidate, len(r.quotes))
	for qi, q := range r.quotes {
		for _, c := range found {
			if covers(c.content, q.Start) || covers(c.content, q.End-1) {
				taken[qi], owner[qi] = true, c
			} else if q.Start <= c.at && c.at < q.End {
				taken[qi] = true
			}
		}
	}
	for qi, q := range r.quotes {
		if taken[qi] {
			continue
		}
		if c := r.goesOn(qi, owner, found); c != nil {
			c.content = r.tidy(insertSpan(c.content, q.Span))
			taken[qi], owner[qi] = true, c
			continue
		}
		if !r.wholeSentences(q) {
			if c := r.nearlyWhole(q, found); c != nil {
				s := r.ling.Sentences[c.tree.index+1]
				c.content = r.tidy(insertSpan(c.content, schema.Span{Start: s.Start, End: max(s.End, q.End)}))
				taken[qi], owner[qi] = true, c
			}
			continue
		}
		if c := r.speakerOf(qi, owner, found); c != nil {
			c.content = r.tidy(insertSpan(c.content, q.Span))
			taken[qi], owner[qi] = true, c
		}
	}
}

// goesOn finds the attribution that stands between the quotation before and
// this one in the same sentence: "We stay," he said, and "we win."
func (r *reader) goesOn(qi int, owner []*candidate, found []*candidate) *candidate {
	if qi == 0 || owner[qi-1] == nil {
		return nil
	}
	q, p, c := r.quotes[qi], r.quotes[qi-1], owner[qi-1]
	if r.isNamed(c.tree, q) {
		return nil
	}
	if c.at < p.End || c.at > q.Start || q.Start > c.tree.End || wordsIn(r.ling.Text[c.at:q.Start]) > 14 || r.otherCue(found, p.End, q.Start, c) {
		return nil
	}
	return c
}

// isNamed reports whether a quotation is the title of a work inside a sentence: it
// begins with a capital behind a preposition or "called" or between commas behind
// one ("the author of "The Last Ferry"", "in a new film, "The Ferry","), and nobody says it.
func (r *reader) isNamed(t *tree, q quotation) bool {
	i := t.tokenAt(q.Start)
	if i < 2 || i+1 >= len(t.Tokens) || t.Tokens[i].Start != q.Start || !capital(t.Tokens[i+1].Form) {
		return false
	}
	b := i - 1
	if t.Tokens[b].Form == "," && t.Tokens[b-1].UPOS == "NOUN" {
		return t.inPhrase(b - 1)
	}
	return t.Tokens[b].UPOS == "ADP" && t.lower(b) != "that" || r.lex.is("called", t.lower(b))
}

// inPhrase reports whether a noun has an indefinite article and a preposition
// before it: "in a new film".
func (t *tree) inPhrase(n int) bool {
	k := t.kid(n, "det")
	return k > 0 && (t.lower(k) == "a" || t.lower(k) == "an" || t.lower(k) == "the") && t.Tokens[k-1].UPOS == "ADP"
}

// nearlyWhole finds the attribution of a direct quotation whose next sentence
// is quoted but for a word or two: "We stay," he said. The "future is ours."
func (r *reader) nearlyWhole(q quotation, found []*candidate) *candidate {
	i := r.sentenceAt(q.Start)
	if i == 0 || i >= len(r.ling.Sentences) || r.ling.Sentences[i].Region != r.ling.Sentences[i-1].Region {
		return nil
	}
	s := r.ling.Sentences[i]
	if q.Start < s.Start || q.End > s.End || wordsIn(r.ling.Text[q.Start:q.End]) < 4 || wordsIn(r.ling.Text[s.Start:q.Start]) > 2 || strings.ContainsFunc(r.ling.Text[q.End:s.End], isLetterOrDigit) {
		return nil
	}
	var last *candidate
	for _, c := range found {
		switch {
		case c.tree.index == i-1 && c.direct:
			last = c
		case c.tree.index == i:
			return nil
		}
	}
	return last
}

// speakerOf finds the attribution that quotation qi goes on.
func (r *reader) speakerOf(qi int, owner []*candidate, found []*candidate) *candidate {
	q := r.quotes[qi]
	if qi > 0 && owner[qi-1] != nil {
		p := r.quotes[qi-1]
		if p.region == q.region && !r.otherCue(found, p.End, q.Start, owner[qi-1]) || p.open && p.region+1 == q.region {
			return owner[qi-1]
		}
	}
	if qi > 0 && owner[qi-1] != nil && !q.open && r.fillsParagraph(q) && r.quotes[qi-1].region+1 == q.region && !r.otherCue(found, r.quotes[qi-1].End, q.Start, owner[qi-1]) && owner[qi-1].direct {
		return owner[qi-1] // "We stay," he said. | "And we win."
	}
	if qi+1 < len(r.quotes) && owner[qi+1] != nil && r.quotes[qi+1].region == q.region && !r.otherCue(found, q.End, r.quotes[qi+1].Start, owner[qi+1]) {
		return owner[qi+1]
	}
	// an indirect statement right before the quotation: "He denied it. "Never.""
	var last *candidate
	for _, c := range found {
		if c.at < q.Start && c.kind == schema.KindSpeech && c.sourceHead >= 0 && r.ling.Sentences[c.tree.index].Region == q.region {
			last = c
		}
	}
	if last != nil && r.sentenceAt(q.Start) == last.tree.index+1 {
		return last
	}
	return nil
}

// fillsParagraph reports whether nothing but a quotation stands in a paragraph.
func (r *reader) fillsParagraph(q quotation) bool {
	i := r.sentenceAt(q.Start)
	if i >= len(r.ling.Sentences) || i > 0 && r.ling.Sentences[i-1].Region == q.region {
		return false
	}
	for i++; i < len(r.ling.Sentences) && r.ling.Sentences[i].Region == q.region; i++ {
		if r.ling.Sentences[i].Start >= q.End {
			return false
		}
	}
	return r.wholeSentences(q)
}

// otherCue reports whether another attribution has its cue between two bytes.
func (r *reader) otherCue(found []*candidate, from, to int, own *candidate) bool {
	for _, c := range found {
		if c != own && from <= c.at && c.at < to && !c.isBeside(own) {
			return true
		}
	}
	return false
}

// isBeside reports whether a cue in the sentence of another one says no more
// than how it was said ("she said, stressing that").
func (c *candidate) isBeside(own *candidate) bool {
	return c.tree == own.tree && c.head > own.head && c.tree.Tokens[c.head].XPOS == "VBG" && !c.direct
}

// wholeSentences reports whether a quotation fills the sentences it touches.
func (r *reader) wholeSentences(q quotation) bool {
	for i := r.sentenceAt(q.Start); i < len(r.ling.Sentences) && r.ling.Sentences[i].Start < q.End; i++ {
		s := r.ling.Sentences[i]
		if s.Start < q.Start && strings.ContainsFunc(r.ling.Text[s.Start:q.Start], isLetterOrDigit) {
			return false
		}
		if s.End > q.End && strings.ContainsFunc(r.ling.Text[q.End:s.End], isLetterOrDigit) {
			return false
		}
	}
	return wordsIn(r.ling.Text[q.Start:q.End]) > 1
}

// sentenceAt returns the index of the sentence at or after byte b.
func (r *reader) sentenceAt(b int) int {
	for i, s := range r.ling.Sentences {
		if s.End > b {
			return i
		}
	}
	return len(r.ling.Sentences)
}

// insertSpan puts a span at its place in text order.
func insertSpan(list []schema.Span, s schema.Span) []schema.Span {
	at := len(list)
	for i, x := range list {
		if x.Start > s.Start {
			at = i
			break
		}
	}
	out := append([]schema.Span{}, list[:at]...)
	return append(append(out, s), list[at:]...)
}
