package attribution

import (
	"slices"

	"dyad/schema"
)

// A clause often runs on to what its speaker did next, or to what others answered, where
// the tree hangs the second verb on the first one inside of it.

// toOtherAct ends a clause before a second act that it ran on to: another one's ("the man
// fled|, but his family insists that he died"), or the speaker's own, where the subject of
// the clause is a thing, which does not speak ("the reform had failed| and called for a
// vote").
func (r *reader) toOtherAct(c *candidate, weighed []*candidate) {
	t, n := c.tree, len(c.content)-1
	first := t.tokenAt(c.content[n].Start)
	if c.direct || !c.second.empty() || first < c.cue[0].last || c.content[n].End > t.End || c.rule != "clause" && c.rule != "rest" && c.rule != "object" || !t.isFinite(c.head) {
		return
	}
	end := t.tokenAt(c.content[n].End-1) + 1
	for _, o := range weighed {
		if o.tree != t || o.head < first+3 || o.head+1 >= end || len(o.content) == 0 || o.quoted || !t.isFinite(o.head) || o.kind != schema.KindSpeech && o.kind != schema.KindBelief || o.content[0].Start < o.at || quoteAt(r.quotes, o.at) >= 0 {
			continue
		}
		cut := r.beforeAnswer(c, o, first)
		own := cut < 0
		if own {
			cut = r.beforeOwnAct(c, o, first)
		}
		if cut < 0 {
			continue
		}
		c.content = append(slices.Clone(c.content[:n]), schema.Span{Start: c.content[n].Start, End: t.Tokens[cut-1].End})
		next := *o
		if own {
			next.sourceHead, next.source, next.kind = c.sourceHead, c.source, schema.KindSpeech
		}
		next.confidence = c.confidence
		c.next = &next
		return
	}
}

// beforeAnswer returns where what another one says or thinks begins behind "but" or
// "while", -1 if it does not.
func (r *reader) beforeAnswer(c, o *candidate, first int) int {
	t, k := c.tree, o.source.first
	if o.source.empty() || k < first+3 || k > o.head || !o.entry.takes(frameClause) || o.rule != "clause" || !r.lex.is("answer", t.lower(k-1)) || t.Tokens[k-2].Form != "," || !t.finiteIn(first, k-2) || t.Tokens[k].XPOS == "PRP" || t.lower(first) == "that" && t.Tokens[o.head].XPOS == t.Tokens[c.head].XPOS {
		return -1
	}
	return k - 2
}

// beforeOwnAct returns where a second act of the speaker begins behind "and" or "but", -1
// if it does not.
func (r *reader) beforeOwnAct(c, o *candidate, first int) int {
	t, v := c.tree, o.head
	k := v
	for k > first && t.Tokens[k-1].UPOS == "ADV" {
		k--
	}
	if k < first+3 || t.Tokens[k-1].UPOS != "CCONJ" || t.Tokens[v].XPOS != "VBD" || t.Tokens[c.head].XPOS != "VBD" || !r.lex.is("second-act", t.lemma(v)) || o.kind != schema.KindSpeech {
		return -1
	}
	i := first
	if t.lower(i) == "that" {
		i++
	}
	s := t.Tokens[v].Head
	if s == c.head && t.rel(v, "conj") {
		return r.beforeConjunction(t, first, k)
	}
	if s < i || !t.rel(v, "conj") || s >= k {
		return -1
	}
	subject := t.kid(s, "nsubj", "nsubj:pass")
	if subject < i || subject >= k || !r.isThing(t, subject) {
		return -1
	}
	return r.beforeConjunction(t, first, k)
}

// beforeConjunction returns where the conjunction and comma before a token begin.
func (r *reader) beforeConjunction(t *tree, first, k int) int {
	for k > first && (t.Tokens[k-1].UPOS == "CCONJ" || t.Tokens[k-1].Form == ",") {
		k--
	}
	return k
}

// isThing reports whether a noun is neither somebody nor a body that could speak.
func (r *reader) isThing(t *tree, i int) bool {
	if k := t.kid(i, "nmod"); r.lex.is("part", t.lemma(i)) && k > i && t.caseOf(k) == "of" {
		i = k // "the number of cases"
	}
	lemma := t.lemma(i)
	if t.Tokens[i].UPOS == "PRON" {
		return t.lower(i) == "this" || t.lower(i) == "that" || t.lower(i) == "there"
	}
	if t.Tokens[i].UPOS != "NOUN" {
		return false
	}
	for _, class := range []string{"human", "body", "crowd", "folk", "proxy", "document", "press", "part", "those", "share", "state"} {
		if r.lex.is(class, lemma) {
			return false
		}
	}
	return !r.humanEnding(lemma)
}

// nextActs returns the statements of a text with the acts that were cut off their contents.
func nextActs(found []*candidate) []*candidate {
	out := found
	for _, c := range found {
		if c.next != nil && !slices.ContainsFunc(found, func(o *candidate) bool { return o.tree == c.tree && o.head == c.next.head }) {
			out = append(out, c.next)
		}
	}
	return out
}
