package attribution

import (
	"strings"
	"unicode"

	"dyad/schema"
)

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// aroundQuote: a quotation stands right before or right behind source and
// cue, whatever the tree says.
func (r *reader) aroundQuote(c *candidate) bool {
	if c.sourceHead < 0 || c.entry != nil && !c.takes(frameQuote) {
		return false
	}
	t := c.tree
	act := r.actStretch(c, -1)
	start, end := t.Tokens[c.first()].Start, t.Tokens[max(c.cue[0].last, c.source.last)-1].End
	var spans []schema.Span
	own := t.Tokens[c.sourceHead].Head == c.head || c.source.last == c.cue[0].first
	if q := r.quoteBefore(start); own && q >= 0 && !r.isTitle(t, r.quotes[q]) && (r.quotes[q].End > t.Start || !fullStop(r.ling.Text[:r.quotes[q].End])) {
		spans = append(spans, r.quotes[q].Span)
	}
	behind := -1
	if behind = r.quoteBehind(end); behind < 0 && act.last > 0 && len(spans) > 0 {
		behind = r.quoteBehind(t.Tokens[act.last-1].End)
	}
	if behind >= 0 {
		q := r.quotes[behind]
		if len(spans) > 0 || wordsIn(r.ling.Text[q.Start:q.End]) > 2 || endsSentence(r.ling.Text[q.Start:q.End]) || strings.Contains(r.ling.Text[end:q.Start], ":") {
			spans = append(spans, q.Span)
		}
	}
	if len(spans) == 0 {
		return false
	}
	c.rule = "quote"
	if c.entry == nil {
		c.kind = schema.KindSpeech
	}
	c.content = r.tidy(spans)
	if t.kid(c.head, "ccomp") >= 0 && len(spans) == 1 && behind >= 0 {
		c.content = nil // the clause rule knows the part outside the quotation
		return false
	}
	c.direct = true
	return true
}

// quoteBefore returns the quotation that ends right before byte b, or -1.
func (r *reader) quoteBefore(b int) int {
	e := len(strings.TrimRight(r.ling.Text[:b], " ,—–-\n\t"))
	if e == 0 {
		return -1
	}
	q := quoteAt(r.quotes, e-1)
	if q >= 0 && r.quotes[q].End == e && !strings.Contains(r.ling.Text[e:b], "\n") && endsSentence(r.ling.Text[r.quotes[q].Start:e]+r.ling.Text[e:b]) {
		return q
	}
	return -1
}

// endsSentence reports whether a quotation before a cue ends as quoted speech
// does: with a comma or the end of a sentence at its mark.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, " \t—–-")
	cut := strings.TrimRight(s, "\"'”’»")
	return strings.HasSuffix(s, ",") || cut != s && strings.ContainsAny(cut[max(0, len(cut)-3):], ",.?!…")
}

// isTitle reports whether a quotation is a title inside the sentence, such as
// that of a broadcast: a few words, and no beginning of the sentence.
func (r *reader) isTitle(t *tree, q quotation) bool {
	return wordsIn(r.ling.Text[q.Start:q.End]) < 5 && q.Start > t.Start && strings.ContainsFunc(r.ling.Text[t.Start:q.Start], isLetterOrDigit)
}

// fullStop reports whether a quotation ends with the full stop of a sentence:
// the cue of the next sentence is then another one's.
func fullStop(s string) bool {
	return strings.HasSuffix(strings.TrimRight(s, "\"'”’»"), ".")
}

// quoteBehind returns the quotation that begins right behind byte b, or -1.
func (r *reader) quoteBehind(b int) int {
	rest := r.ling.Text[b:]
	s := b + len(rest) - len(strings.TrimLeft(rest, " ,:.;—–-"))
	if s > b && strings.HasSuffix(rest[:s-b], ":") { // a colon may lead to the next paragraph
		s = b + len(rest) - len(strings.TrimLeft(rest, " :\n"))
	}
	if q := quoteAt(r.quotes, s); q >= 0 && r.quotes[q].Start == s {
		return q
	}
	return -1
}

func wordsIn(s string) int { return len(strings.Fields(s)) }

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
	if c.at < p.End || c.at > q.Start || q.Start > c.tree.End || wordsIn(r.ling.Text[c.at:q.Start]) > 14 || r.otherCue(found, p.End, q.Start, c) {
		return nil
	}
	return c
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
