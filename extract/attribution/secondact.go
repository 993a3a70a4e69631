package attribution

import (
	"cmp"
	"slices"

	"dyad/schema"
)

// toSecondAct ends a clause before a second act of the speaker that it ran on to: "said
// that it was late |, however, added that he would wait", "noted it rained | and said it
// was cold".
func (r *reader) toSecondAct(c *candidate) {
	t, n := c.tree, len(c.content)-1
	first := t.tokenAt(c.content[n].Start)
	if c.direct || first < c.cue[0].last || c.content[n].End > t.End || t.Tokens[c.head].XPOS != "VBD" && t.Tokens[c.head].XPOS != "VBG" && c.rule != "phrase" && c.rule != "infinitive" {
		return
	}
	end := t.tokenAt(c.content[n].End-1) + 1
	for i := first + 3; i+2 < end; i++ {
		entry := r.lex.verbs[t.lemma(i)]
		if x := t.Tokens[i].XPOS; entry == nil || entry.kind != schema.KindSpeech || !entry.takes(frameClause) || !entry.takes(frameQuote) || !(x == "VBD" && t.Tokens[c.head].XPOS != "VBG") && !(x == "VBG" && (t.lower(i-1) == "while" || t.Tokens[i-1].Form == "," && r.lex.is("adds", t.lemma(i)))) || t.Tokens[i+1].UPOS == "ADP" || quoteAt(r.quotes, t.Tokens[i].Start) >= 0 || !t.finiteIn(i+1, end) {
			continue
		}
		k := i
		for k > first && t.Tokens[k-1].UPOS == "ADV" {
			k--
		}
		adverbs := i - k
		for k > first && (t.Tokens[k-1].Form == "," || t.Tokens[k-1].UPOS == "CCONJ" || t.lower(k-1) == "while" || t.lower(k-1) == "however") {
			k--
		}
		if k == i-adverbs && (adverbs == 0 || t.Tokens[k-1].Form != ",") || !t.finiteIn(first, k) {
			continue
		}
		c.content = append(slices.Clone(c.content[:n]), schema.Span{Start: c.content[n].Start, End: t.Tokens[k-1].End})
		c.second = stretch{i, end}
		return
	}
}

// secondActs returns the statements of a text with the second acts that their contents
// held: "said that it was late |, adding that he would wait" is two of one source.
func (r *reader) secondActs(found []*candidate) []*candidate {
	out := nextActs(slices.Clone(found))
	for _, c := range found {
		t, s := c.tree, c.second
		if s.empty() || slices.ContainsFunc(found, func(o *candidate) bool { return o.tree == t && o.head == s.first }) {
			continue
		}
		o := newCandidate(t, s.first, r.lex.verbs[t.lemma(s.first)], "clause")
		o.kind, o.sourceHead, o.source, o.confidence = schema.KindSpeech, c.sourceHead, c.source, c.confidence
		o.cue = []stretch{r.verbCue(t, s.first)}
		r.setContent(o, stretch{o.cue[0].last, s.last})
		if len(o.content) > 0 {
			out = append(out, o)
		}
	}
	slices.SortStableFunc(out, func(x, y *candidate) int { return cmp.Compare(x.at, y.at) })
	return out
}

// withoutTail drops the last part of a content that only tells of its source, or of what
// else the source said or meant: "It rains, according to a poll by Soundings |, a firm in
// Oslo", "It rains, she said |, citing a poll", "asked | by | the envoy whether it rains".
func (r *reader) withoutTail(c *candidate) {
	t, n := c.tree, len(c.content)-1
	if n < 1 {
		return
	}
	if e := t.tokenAt(c.content[0].Start); c.content[0].Start >= t.Start && c.content[0].End <= t.End && e >= 0 && t.Tokens[e].UPOS == "ADP" && c.content[0].End == t.Tokens[e].End {
		c.content = slices.Clone(c.content[1:])
		return
	}
	s := c.content[n]
	if s.Start < t.Start || s.Start >= t.End || s.End > t.End {
		return
	}
	i := t.tokenAt(s.Start)
	if i < max(c.cue[0].last, c.sourceEnd()) || i+1 >= len(t.Tokens) || r.atMark(t, i) {
		return
	}
	drop := false
	switch x := t.Tokens[i].XPOS; {
	case c.rule != "phrase" && t.Tokens[c.head].XPOS == "VBG" && c.cue[0].first < c.source.first && c.content[0].End <= t.Tokens[c.source.first].Start:
		drop = t.finiteIn(i, t.tokenAt(s.End-1)+1) // "Noting that it rained, Lee | left the pier"
	case c.rule == "phrase":
		drop = (t.Tokens[i].UPOS == "DET" || x == "VBN") && !t.finiteIn(i, t.tokenAt(s.End-1)+1)
	case x == "VBG":
		lemma, entry := t.lemma(i), r.lex.verbs[t.lemma(i)]
		drop = entry != nil && entry.kind == schema.KindSpeech && entry.takes(frameClause) || r.lex.is("gloss", lemma) || r.lex.is("cites", lemma)
	}
	if drop {
		if entry := r.lex.verbs[t.lemma(i)]; t.Tokens[i].XPOS == "VBG" && c.rule != "phrase" && entry != nil && entry.takes(frameQuote) && entry.takes(frameClause) {
			c.second = stretch{i, t.tokenAt(s.End-1) + 1}
		}
		c.content = slices.Clone(c.content[:n])
	}
}
