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
	if e <= first || e+2 >= len(t.Tokens) || r.atMark(t, e-1) || !r.continues(c, first, e) {
		return
	}
	end := r.nextStatement(c, e, found)
	if end-e < 3 || t.asks(e) || t.creditAt(end-1, r.lex) {
		return
	}
	longer := *c
	longer.content = nil
	r.setContent(&longer, stretch{first, end})
	if len(longer.content) == 1 {
		c.content = longer.content
	}
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
	if comma && t.opensMain(n) && (r.lex.is("before-main", t.lower(first)) || r.lex.is("when", t.lower(first)) || r.lex.is("condition", t.lower(first))) {
		return true // "claims | when he retired |, they came"
	}
	if comma && r.lex.is("goes-on", t.lower(n)) {
		return true
	}
	if word := t.lower(n); word != "and" && word != "but" {
		return false
	}
	n++
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

// behindPhrase puts right what stands around "according to somebody": a description of
// him behind his comma belongs to the source ("according to Ann Lee, | head of the
// union, | it rains"), and a clause that only leads to it is no part of what he said
// ("fires that, | according to the union, | burnt the pier").
func (r *reader) behindPhrase(c *candidate) {
	t := c.tree
	if c.rule != "phrase" || c.source.empty() || len(c.content) == 0 {
		return
	}
	if n := len(c.content) - 1; n == 1 && c.content[0].End <= t.Tokens[c.cue[0].first].Start && c.content[0].Start >= t.Start && c.content[0].End > t.Start {
		i := t.tokenAt(c.content[0].End - 1)
		first := t.tokenAt(c.content[1].Start)
		if i > 3 && first > c.source.last-1 && (t.isRelative(i) || t.Tokens[i].UPOS == "SCONJ" || t.Tokens[i].UPOS == "CCONJ" && t.opensMain(first) || t.lower(i) == "that") && t.finiteIn(first, t.tokenAt(c.content[1].End-1)+1) {
			c.content = slices.Clone(c.content[1:])
		}
		return
	}
	i := t.tokenAt(c.content[0].Start)
	if len(c.content) != 1 || i != c.source.last+1 || t.Tokens[i-1].Form != "," || c.content[0].End > t.End {
		return
	}
	e, person := i, false
	for e+1 < len(t.Tokens) && t.Tokens[e].Form != "," {
		if t.isFinite(e) || t.isRelative(e) {
			return
		}
		person = person || e < i+4 && (r.lex.is("human", t.lemma(e)) || r.lex.is("proxy", t.lemma(e)) || r.humanEnding(t.lemma(e)))
		e++
	}
	if !person || e+2 >= len(t.Tokens) || t.Tokens[e].Form != "," || !nominal(t, i) || !t.opensMain(e+1) || t.Tokens[e+1].Start >= c.content[0].End {
		return
	}
	c.source.last = e
	c.content = []schema.Span{{Start: t.Tokens[e+1].Start, End: c.content[0].End}}
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
		c.content = slices.Clone(c.content[:n])
	}
}

// toSecondAct ends a clause before a second act of the speaker that it ran on to: "said
// that it was late |, however, added that he would wait", "noted it rained | and said it
// was cold".
func (r *reader) toSecondAct(c *candidate) {
	t, first := c.tree, c.tree.tokenAt(c.content[0].Start)
	if c.direct || len(c.content) != 1 || first < c.cue[0].last || c.content[0].End > t.End || t.Tokens[c.head].XPOS != "VBD" {
		return
	}
	end := t.tokenAt(c.content[0].End-1) + 1
	for i := first + 3; i+2 < end; i++ {
		entry := r.lex.verbs[t.lemma(i)]
		if x := t.Tokens[i].XPOS; entry == nil || entry.kind != schema.KindSpeech || !entry.takes(frameClause) || !entry.takes(frameQuote) || x != "VBD" && !(x == "VBG" && t.lower(i-1) == "while") || t.Tokens[i+1].UPOS == "ADP" || quoteAt(r.quotes, t.Tokens[i].Start) >= 0 || !t.finiteIn(i+1, end) {
			continue
		}
		k := i
		for k > first && (t.Tokens[k-1].UPOS == "ADV" || t.Tokens[k-1].Form == "," || t.Tokens[k-1].UPOS == "CCONJ" || t.lower(k-1) == "while") {
			k--
		}
		if k == i || k == i-1 && t.Tokens[k].UPOS == "ADV" || !t.finiteIn(first, k) {
			continue
		}
		c.content = []schema.Span{{Start: c.content[0].Start, End: t.Tokens[k-1].End}}
		return
	}
}

// loosePhrase makes the whole rest of a sentence the content of a verb with a clause where
// a preposition right behind it that it does not take was read as its own: "said as | part
// of the plan |, the pier was closed".
func (r *reader) loosePhrase(c *candidate) {
	t, cue := c.tree, &c.cue[len(c.cue)-1]
	if c.rule != "preposition" || c.entry == nil || !c.entry.takes(frameClause) || c.entry.takesPrep(c.prep) || t.lower(cue.last-1) != c.prep || cue.last-1 <= c.head || c.content[0].End > t.End {
		return
	}
	e := t.tokenAt(c.content[0].End)
	if e < 0 || e+2 >= len(t.Tokens) || t.Tokens[e].Form != "," || !t.finiteIn(e, len(t.Tokens)) {
		return
	}
	if cue.last--; cue.last <= cue.first {
		c.cue = c.cue[:len(c.cue)-1]
	}
	from := max(c.head+1, c.cue[len(c.cue)-1].last)
	c.content, c.rule, c.prep = nil, "rest", ""
	r.setContent(c, stretch{from, len(t.Tokens)})
}

// behindHearer begins what is complained or apologized to somebody behind him:
// "complained | to the council | that fares were high".
func (r *reader) behindHearer(c *candidate) {
	t := c.tree
	if c.rule != "preposition" || c.prep != "to" || !r.lex.is("hears-of", t.lemma(c.head)) || len(c.content) != 1 || c.content[0].End > t.End {
		return
	}
	i, end := t.tokenAt(c.content[0].Start), t.tokenAt(c.content[0].End-1)+1
	for k := i + 1; k < end; k++ {
		if t.lower(k) == "that" && t.opensClause(k) || t.Tokens[k].UPOS == "ADP" && r.lex.is("told-of", t.lower(k)) {
			c.content = []schema.Span{{Start: t.Tokens[k].Start, End: c.content[0].End}}
			return
		}
		if t.isFinite(k) || t.isRelative(k) {
			return
		}
	}
}
