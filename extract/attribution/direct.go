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

func wordsIn(s string) int {
	n := 0
	for range strings.FieldsSeq(s) {
		n++
	}
	return n
}
