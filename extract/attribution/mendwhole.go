package attribution

import (
	"unicode"
	"unicode/utf8"

	"dyad/schema"
)

// What a reading has cut off is put back: the subject before a content, the verb
// behind it, the words before a quotation that they lead into.

// withSubject begins a content behind its cue with the subject that the tree gives
// its verb: "said | as no decision | had been made, he would wait".
func (r *reader) withSubject(c *candidate) {
	t := c.tree
	from, i := max(c.cue[0].last, c.sourceEnd()), t.tokenAt(c.content[0].Start)
	if i <= from || from <= c.head || i-from > maxSkipped || c.content[0].Start > t.End || r.atMark(t, i) {
		return
	}
	for from < i && !t.isWord(from) {
		from++
	}
	if from+1 < i && t.lower(i) == "that" && nominal(t, from) && t.Tokens[from].XPOS != "PRP" && !r.lex.is("addressed", t.lemma(c.head)) && t.finiteIn(from, i) {
		c.beginAt(from) // "stated | the ministry had announced | that fares would rise"
		return
	}
	for k := from; k < i; k++ {
		v := t.Tokens[k].Head
		if t.rel(k, "nsubj") && v >= i && t.Tokens[v].Start < c.content[0].End && !r.lex.is("time", t.lemma(k)) || k == i-1 && nominal(t, k) && t.isFinite(i) {
			c.beginAt(from)
			return
		}
	}
}

// withVerb lengthens a content without a verb or main clause that one follows, and one
// whose second verb has the same subject: "said | the results of the vote | should
// be read", "said | it should open | but could not last".
func (r *reader) withVerb(c *candidate) {
	t, n := c.tree, len(c.content)-1
	first, e := t.tokenAt(c.content[n].Start), t.tokenAt(c.content[n].End)
	if n > 0 || first <= c.head || e < 0 || e+1 >= len(t.Tokens) || c.content[n].Start > t.End || e <= first || r.atMark(t, e-1) {
		return
	}
	switch {
	case t.Tokens[e].Form == "," && t.lower(first) == "that" && t.opensMain(e+1) && (!t.finiteIn(first, e) || r.lex.is("before-main", t.lower(first+1))):
		// "said | that by May |, sales would rise", "that although it rains |, it is warm"
	case t.isFinite(e) && c.rule != "object" && c.rule != "preposition" && c.finiteness() != "main" && nominal(t, first):
	case t.rel(e, "cc") && t.Tokens[e+1].XPOS == "MD" && t.hasModal(first, e):
	case t.rel(e, "cc") && t.Tokens[e+1].UPOS == "ADV" && e+2 < len(t.Tokens) && t.Tokens[e+2].XPOS == "MD" && t.hasModal(first, e):
	default:
		return
	}
	r.lengthen(c, first)
}

// lengthen makes all from a token to the end of the sentence the content, if that is
// one stretch, and reports whether it is.
func (r *reader) lengthen(c *candidate, first int) bool {
	return r.fill(c, stretch{first, len(c.tree.Tokens)})
}

// fill makes a stretch the content, if it is one of its own, and reports whether it is.
func (r *reader) fill(c *candidate, s stretch) bool {
	whole := *c
	whole.content = nil
	r.setContent(&whole, s)
	if len(whole.content) != 1 {
		return false
	}
	c.content = whole.content
	return true
}

// hasModal reports whether a modal verb stands in a stretch.
func (t *tree) hasModal(first, end int) bool {
	for i := first; i < end; i++ {
		if t.Tokens[i].XPOS == "MD" {
			return true
		}
	}
	return false
}

// withBeginning begins a quotation that goes on in the words before it with those:
// The "sea was too rough to sail," he said; He compared "old and new," she said.
func (r *reader) withBeginning(c *candidate) {
	t, s := c.tree, c.content[0]
	q := quoteAt(r.quotes, s.Start)
	if q < 0 || r.quotes[q].Start != s.Start || s.Start <= t.Start || s.Start >= c.at || s.Start >= t.End {
		return
	}
	i := t.tokenAt(s.Start)
	if i < 1 || i == 1 && t.rel(0, "cc", "mark") || !t.isWord(i-1) || i+1 >= len(t.Tokens) || i > maxSkipped || !startsLower(t.Tokens[i+1].Form) || quoteAt(r.quotes, t.Start) >= 0 {
		return
	}
	for k := range i {
		if quoteAt(r.quotes, t.Tokens[k].Start) >= 0 {
			return
		}
	}
	c.content = append([]schema.Span{{Start: t.Tokens[0].Start, End: s.End}}, c.content[1:]...)
}

// startsLower reports whether a token begins with a small letter.
func startsLower(form string) bool {
	first, _ := utf8.DecodeRuneInString(form)
	return unicode.IsLower(first)
}

// maxDateline bounds the tokens of a place before the dash that a report begins with.
const maxDateline = 5

// withoutDateline begins a content behind the place of the report: "BERGEN- The pier
// is open, officials said".
func (r *reader) withoutDateline(c *candidate) {
	t, s := c.tree, c.content[0]
	first := t.tokenAt(s.Start)
	if first < 0 || first > 3 || s.Start < t.Start || s.Start >= c.at {
		return
	}
	for i := first; i < len(t.Tokens)-1 && i < first+maxDateline; i++ {
		apart := i > 0 && (t.Tokens[i].Start > t.Tokens[i-1].End || t.Tokens[i+1].Start > t.Tokens[i].End)
		switch {
		case i > first && (apart && (t.words[i].dash || t.Tokens[i].Form == "-") || t.Tokens[i].Form == ":" && t.typeAt(i-1) == "LOC"):
			if capital(t.Tokens[i+1].Form) && t.Tokens[i+1].Start < s.End {
				c.content = append([]schema.Span{{Start: t.Tokens[i+1].Start, End: s.End}}, c.content[1:]...)
			}
			return
		case t.isWord(i) && t.Tokens[i].UPOS != "PROPN" && t.Tokens[i].UPOS != "NUM":
			return
		}
	}
}

// behindThat makes the clause with "that" right behind a cue its content, where only
// words before the source were taken for it.
func (r *reader) behindThat(c *candidate) {
	t, i := c.tree, c.cue[0].last
	if i+2 >= len(t.Tokens) || t.lower(i) != "that" || t.Tokens[i].UPOS != "SCONJ" || c.direct || c.content[len(c.content)-1].End > t.Tokens[i].Start || !t.finiteIn(i, len(t.Tokens)) {
		return
	}
	c.content = nil
	r.setContent(c, stretch{i, len(t.Tokens)})
}

// withList lengthens a content that stops inside a list: what follows its comma has no
// verb, and a conjunction before its last part.
func (r *reader) withList(c *candidate) {
	t := c.tree
	if len(c.content) != 1 || r.beginsAt(c) < 0 || c.content[0].End >= t.End || quoteAt(r.quotes, c.content[0].End-1) >= 0 {
		return
	}
	e := t.tokenAt(c.content[0].End)
	if e < 1 || e+3 >= len(t.Tokens) || t.Tokens[e].Form != "," || !nominal(t, e-1) || !nominal(t, e+1) || t.Tokens[e+1].UPOS == "PRON" || t.finiteIn(e, len(t.Tokens)) {
		return
	}
	for i := e + 2; i+1 < len(t.Tokens); i++ {
		switch {
		case t.Tokens[i].UPOS == "VERB" && t.Tokens[i].XPOS == "VBG" && t.Tokens[i-1].Form == ",", t.Tokens[i].UPOS == "SCONJ", t.isRelative(i):
			return
		case t.Tokens[i].UPOS == "CCONJ" && (t.lower(i) == "and" || t.lower(i) == "or"):
			if quoteAt(r.quotes, t.Tokens[i].Start) < 0 && (t.inList(e) || t.onlyNames(e, t.tokenAt(c.content[0].Start))) {
				r.lengthen(c, t.tokenAt(c.content[0].Start))
			}
			return
		}
	}
}

// maxListed bounds the tokens that go on with a list behind its first comma.
const maxListed = 12

// onlyNames reports whether what follows the comma behind a clause is a list of nouns, to
// the end of its sentence: "it serves pilgrims|, guests and crews".
func (t *tree) onlyNames(comma, first int) bool {
	if len(t.Tokens)-comma > maxListed || t.Tokens[comma-1].UPOS != "NOUN" || t.Tokens[comma+1].UPOS == "DET" || !t.finiteIn(first, comma) {
		return false
	}
	for i := comma + 1; i < len(t.Tokens); i++ {
		if t.Tokens[i].UPOS == "VERB" || t.Tokens[i].UPOS == "AUX" || t.Tokens[i].UPOS == "ADP" {
			return false
		}
	}
	return true
}

// inList reports whether a comma stands between two names, or is not the first one
// between the last few words before it.
func (t *tree) inList(comma int) bool {
	if t.Tokens[comma-1].UPOS == "PROPN" && t.Tokens[comma+1].UPOS == "PROPN" {
		return true
	}
	for i := comma - 2; i > 0 && i > comma-6; i-- {
		if t.Tokens[i].Form == "," {
			return nominal(t, i-1) && nominal(t, i+1)
		}
	}
	return false
}

// inverted makes the document behind a cue that ends a sentence its source, and what
// stands before the comma its content: "The fares will rise, concluded | the report".
func (r *reader) inverted(c *candidate) {
	t, cue := c.tree, c.cue[0]
	i := r.beginsAt(c)
	if i != cue.last || c.rule != "object" || len(c.content) != 1 || cue.first < 5 || t.Tokens[cue.first-1].Form != "," || !c.entry.takes(frameQuote) {
		return
	}
	end := t.tokenAt(c.content[0].End-1) + 1
	if end-i > 3 || end < len(t.Tokens)-1 || !r.lex.is("document", t.lemma(end-1)) || !t.finiteIn(0, cue.first) {
		return
	}
	c.sourceHead, c.source, c.rule = end-1, stretch{i, end}, "fronted"
	c.content = nil
	r.setContent(c, stretch{0, cue.first})
}

// fromStart begins a content before its source at the start of the sentence, where it
// was cut inside of it: "This is due to great advances | and to better tools, says Lee".
func (r *reader) fromStart(c *candidate) {
	t, s := c.tree, c.content[0]
	if len(c.content) != 1 || c.passive || s.Start <= t.Tokens[0].Start || s.End > t.Tokens[c.first()].Start || s.Start >= t.End || quoteAt(r.quotes, s.Start) >= 0 || !c.entry.takes(frameQuote) {
		return
	}
	i := t.tokenAt(s.Start)
	if i < 3 || t.Tokens[i].UPOS != "CCONJ" && !t.isWord(i-1) && t.Tokens[i-1].Form != "," || r.isDash(t, i-1) || t.Tokens[i-1].Form == ":" {
		return
	}
	for k := range i {
		if quoteAt(r.quotes, t.Tokens[k].Start) >= 0 || t.Tokens[k].UPOS == "VERB" && r.lex.verbs[t.lemma(k)].takes(frameQuote) || t.Tokens[k].Form == ":" || r.isDash(t, k) {
			return
		}
	}
	if t.Tokens[i].UPOS != "CCONJ" && t.finiteIn(i, c.first()) {
		return
	}
	c.content = []schema.Span{{Start: t.Tokens[0].Start, End: s.End}}
}

// toAct lengthens a clause before its source up to it, where a participle or a phrase
// without a verb was cut off: "The ice has gone |, raising the risk of floods, it said".
func (r *reader) toAct(c *candidate) {
	t, first := c.tree, c.first()
	if len(c.content) != 1 || first < 6 || t.Tokens[first-1].Form != "," || c.content[0].Start > t.Tokens[0].Start || c.content[0].End > t.Tokens[first-1].Start {
		return
	}
	e := t.tokenAt(c.content[0].End)
	if e < 3 || e+2 >= first || t.Tokens[e].Form != "," || t.Tokens[e+1].XPOS != "VBG" && t.Tokens[e+1].UPOS != "ADP" || quoteAt(r.quotes, t.Tokens[e].Start) >= 0 || t.finiteIn(e, first) {
		return
	}
	c.content = []schema.Span{{Start: c.content[0].Start, End: t.Tokens[first-2].End}}
}

// withAdverb lengthens a clause behind its cue by an adverb that ends it: "said | he had not
// left | yet, adding".
func (r *reader) withAdverb(c *candidate) {
	t, n := c.tree, len(c.content)-1
	first, e := t.tokenAt(c.content[n].Start), t.tokenAt(c.content[n].End)
	if first < c.cue[0].last || e <= first || e+1 >= len(t.Tokens) || r.atMark(t, e-1) || !r.lex.is("closing", t.lower(e)) || t.isWord(e+1) || r.atMark(t, e+1) {
		return
	}
	content := append([]schema.Span(nil), c.content...)
	content[n].End = t.Tokens[e].End
	c.content = content
}
