package attribution

import (
	"slices"
	"strings"

	"dyad/schema"
)

// toEnd lengthens a clause behind its cue that was cut off before something which can
// only be a part of it: "said | the pier, which is old |, was shut", "said | that it
// rains |, and that it is cold", "said | it is late | but the ferries run". It ends
// before the next statement of the sentence.
func (r *reader) toEnd(c *candidate, found []*candidate) {
	t, first := c.tree, c.tree.tokenAt(c.content[0].Start)
	if first < c.cue[0].last || first < c.sourceEnd() || r.atMark(t, first) || len(c.content) != 1 || c.content[0].End >= t.End || !c.entry.takes(frameClause) || c.isPronoun("who", "which", "that") {
		return
	}
	e := t.tokenAt(c.content[0].End)
	if e == first+1 && t.lower(first) == "that" && t.finiteIn(e, len(t.Tokens)) {
		r.lengthen(c, first) // "said that |, in May, it would rain"
		return
	}
	if e <= first || e+2 >= len(t.Tokens) || r.atMark(t, e-1) && !(t.Tokens[e].UPOS == "CCONJ" && (t.lower(e+1) == "that" || t.isFinite(e+1) && t.finiteIn(first, e) && r.lex.verbs[t.lemma(e+1)] == nil)) || !r.continues(c, first, e) {
		return
	}
	end := r.nextStatement(c, e, found)
	if end-e < 3 || t.asks(e) || t.creditAt(end-1, r.lex) {
		return
	}
	r.fill(c, stretch{first, end})
}

// continues reports whether what follows a content that ends before a token belongs to it.
func (r *reader) continues(c *candidate, first, e int) bool {
	t, n := c.tree, e
	comma, main := t.Tokens[e].Form == ",", t.isFinite(c.head) && (c.first() == 0 || !t.rel(c.head, "acl", "advcl", "csubj"))
	if comma {
		n++
	}
	switch {
	case t.isFinite(n) && comma:
		return main && !r.lex.verbs[t.lemma(n)].takes(frameQuote) && t.lower(first) != "to" && t.hasNominal(first, e) && (!c.entry.takes(frameObject) || c.rule == "clause" && t.finiteIn(first, e))
	case t.isFinite(n):
		return main || t.Tokens[c.head].XPOS == "VBG"
	case !main && !comma && t.Tokens[c.head].XPOS == "VBG" && t.Tokens[n].UPOS == "CCONJ" && t.isFinite(n+1) && t.finiteIn(first, e):
		return r.lex.verbs[t.lemma(n+1)] == nil
	case !main && t.lower(n) == "and" && t.lower(n+1) == "that" && t.Tokens[n+1].UPOS != "DET":
		return t.finiteIn(first, e)
	case !main:
		return false
	case comma && !c.entry.takes(frameObject) && !c.entry.takes(frameInf) && c.prep == "" && !t.finiteIn(first, e) && t.opensMain(n):
		return true // "said | other than by boat |, there was no way"
	case comma && (r.lex.is("example", t.lower(n)) || c.rule == "object" && t.lower(n) == "of" && t.Tokens[n+1].XPOS == "VBG"):
		return true // "accused Lund, the mayor |, of sleeping"
	}
	if c.rule == "infinitive" && r.addsInfinitive(t, n) {
		return true
	}
	if c.rule != "clause" && c.rule != "rest" || !t.finiteIn(first, e) {
		return false
	}
	if comma && !c.entry.takes(frameObject) && nominal(t, first) && !t.finiteOutside(first, e) && t.finiteIn(e, len(t.Tokens)) {
		return true // "said | Lund, who was in Bergen |, where he studied, had helped"
	}
	if comma && t.opensMain(n) && (r.lex.is("before-main", t.lower(first)) || r.lex.is("when", t.lower(first)) || r.lex.is("condition", t.lower(first))) {
		return true // "claims | when he retired |, they came"
	}
	if comma && r.lex.is("goes-on", t.lower(n)) {
		return true
	}
	if comma && (r.lex.is("goes-on-clause", t.lower(n)) && t.opensMain(n+1) || t.lower(n) == "then" && r.lex.is("condition", t.lower(first+min(1, max(0, e-first-1))))) {
		return true // "it is late |, as the ferry has gone", "that if it rains |, then"
	}
	if word := t.lower(n); word != "and" && word != "but" {
		return false
	}
	n++
	if t.lower(n-1) == "but" && r.lex.is("but-also", t.lower(n)) && n+1 < len(t.Tokens) && (t.Tokens[n+1].UPOS != "VERB" || r.lex.verbs[t.lemma(n+1)] == nil) {
		return true // "she was sad |, but not surprised"
	}
	if t.lower(n) == "that" && t.Tokens[n].UPOS != "DET" {
		return true
	}
	for n+1 < len(t.Tokens) && t.Tokens[n].UPOS == "ADV" {
		n++
	}
	if n+1 >= len(t.Tokens) {
		return false
	}
	if r.lex.is("reporter", t.lower(n)) {
		return false // "but I had them"
	}
	bare := t.isFinite(n) || t.Tokens[n].XPOS == "VB"
	if !bare && !t.opensMain(n) {
		return false
	}
	for ; n < len(t.Tokens) && t.isWord(n); n++ {
		if t.Tokens[n].UPOS == "VERB" {
			return r.lex.verbs[t.lemma(n)] == nil
		}
	}
	return !bare || t.finiteIn(e, len(t.Tokens))
}

// addsInfinitive reports whether a second infinitive follows a conjunction: "urged them to
// wait | and be patient".
func (r *reader) addsInfinitive(t *tree, n int) bool {
	if word := t.lower(n); word != "and" && word != "or" {
		return false
	}
	for n++; n+1 < len(t.Tokens) && (t.Tokens[n].UPOS == "ADV" || t.Tokens[n].XPOS == "TO"); n++ {
	}
	return t.Tokens[n].XPOS == "VB"
}

// asks reports whether a question begins with the verb right behind a conjunction: "but
// is it safe?".
func (t *tree) asks(e int) bool {
	end := len(t.Tokens) - 1
	return strings.HasPrefix(t.Tokens[end].Form, "?") && e+2 < end && (t.isFinite(e+1) || t.isFinite(e+2))
}

// creditAt reports whether a stretch ends with who said it all: "…, the sources said".
func (t *tree) creditAt(i int, lex *lexicon) bool {
	for i > 0 && !t.isWord(i) {
		i--
	}
	return i > 2 && t.isFinite(i) && lex.verbs[t.lemma(i)].takes(frameQuote) && nominal(t, i-1)
}

// finiteOutside reports whether a finite verb stands in a stretch that belongs to no
// relative clause in it.
func (t *tree) finiteOutside(first, end int) bool {
	if t.lower(first) == "that" {
		first++
	}
	for i := first; i < end; i++ {
		if t.isRelative(i) {
			return false
		}
		if t.isFinite(i) {
			return true
		}
	}
	return false
}

// hasNominal reports whether a noun or pronoun stands in a stretch.
func (t *tree) hasNominal(first, end int) bool {
	for i := first; i < end; i++ {
		if nominal(t, i) {
			return true
		}
	}
	return false
}

// nextStatement is where the next statement of a sentence begins behind a token, its
// conjunction and comma left out.
func (r *reader) nextStatement(c *candidate, from int, found []*candidate) int {
	t, end := c.tree, len(c.tree.Tokens)
	for _, o := range found {
		if o.tree != t || o == c || o.head < from || o.kind != schema.KindSpeech {
			continue
		}
		at := o.cue[0].first
		if o.source.first >= from {
			at = min(at, o.source.first)
		}
		for _, s := range o.content {
			if i := t.tokenAt(s.Start); s.Start >= t.Tokens[from].Start && i >= from {
				at = min(at, i)
			}
		}
		end = min(end, at)
	}
	for end > from && end < len(t.Tokens) && (!t.isWord(end-1) || slices.Contains([]string{"CCONJ", "SCONJ", "ADV"}, t.Tokens[end-1].UPOS)) {
		end--
	}
	return end
}
