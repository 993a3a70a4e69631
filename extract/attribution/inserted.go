package attribution

import (
	"slices"

	"dyad/schema"
)

// An act of saying stands between the commas inside of a clause, or in a relative clause
// between a subject and its verb, with all that tells where and when it was.

// aroundAct makes a clause the content whose subject stands before the comma of an act and
// whose verb behind the comma that ends it: "The pier|, the mayor said in a letter on
// Monday,| is old", "The pier|, as the mayor notes,| is old".
func (r *reader) aroundAct(c *candidate) {
	t, first, end := c.tree, c.first(), max(c.cue[0].last, c.sourceEnd())
	if first > 2 && t.lower(first-1) == "as" {
		first--
	}
	if first < 2 || t.Tokens[first-1].Form != "," || t.Tokens[c.head].XPOS == "VBG" || !c.entry.takes(frameClause) || !c.entry.takes(frameQuote) || c.content[0].Start < t.Start || c.isPronoun("who", "which", "that") {
		return
	}
	last := c.content[len(c.content)-1]
	lead := last.End <= t.Tokens[first-1].Start // only the subject was found
	if !lead && (last.Start < t.Tokens[end-1].End || c.content[0].Start < c.at && c.content[0].Start <= t.Tokens[1].Start) || last.End > t.End {
		return
	}
	k := r.commaBeforeVerb(t, end)
	if lead {
		last = schema.Span{Start: t.Start, End: t.Tokens[len(t.Tokens)-1].End}
	}
	if k < 0 || t.Tokens[k+1].Start >= last.End || t.finiteIn(end, k) || t.lower(end) == "that" || !t.subjectOnly(0, first-1) {
		return
	}
	for _, i := range []int{0, first, k + 1} {
		if quoteAt(r.quotes, t.Tokens[i].Start) >= 0 {
			return
		}
	}
	from := 0
	if t.rel(0, "cc") || t.Tokens[0].UPOS == "CCONJ" {
		from = 1
	}
	r.front(c, stretch{from, first}, stretch{k + 1, t.tokenAt(last.End-1) + 1})
}

// front makes stretches the content of a candidate, as what stands before an act, if each
// of them is a part of its own.
func (r *reader) front(c *candidate, parts ...stretch) {
	whole := *c
	whole.content, whole.rule = nil, "fronted"
	if r.setContent(&whole, parts...); len(whole.content) == len(parts) {
		*c = whole
	}
}

// insideRelative leaves of what stands before an act only the relative clause that the act
// stands in: "the party to which|, the mayor admits,| the judges are bound".
func (r *reader) insideRelative(c *candidate) {
	t, n := c.tree, c.first()
	if c.direct || len(c.content) != 2 || n < 3 || t.Tokens[n-1].Form != "," || !t.isRelative(n-2) || c.content[1].Start < t.Tokens[n].Start {
		return
	}
	if k := t.tokenAt(c.content[0].End - 1); k == n-2 {
		c.content = c.content[1:]
	}
}

// saidBySomebody makes of "it was said by a lawyer| that the pier was shut" the clause the
// content, though the tree takes it for one that tells of the lawyer.
func (r *reader) saidBySomebody(c *candidate) {
	t, h := c.tree, c.head
	if c.direct || c.source.empty() || c.source.first < h || t.kid(h, "aux:pass") < 0 || t.lower(t.kid(h, "expl", "nsubj:pass")) != "it" {
		return
	}
	for k := c.source.first + 1; k+2 < len(t.Tokens) && t.isWord(k); k++ {
		if t.lower(k) != "that" || !t.finiteIn(k+1, len(t.Tokens)) {
			continue
		}
		said := *c
		said.source.last = k
		if r.lengthen(&said, k) {
			*c = said
		}
		return
	}
}

// withoutOwnNoun leaves out the noun behind a source that says what the source gives:
// "according to the union| estimates".
func (r *reader) withoutOwnNoun(c *candidate) {
	n := len(c.content) - 1
	if c.rule != "phrase" || n < 1 || c.source.empty() || c.source.last >= len(c.tree.Tokens) {
		return
	}
	if k := c.tree.Tokens[c.source.last]; c.content[n].Start == k.Start && c.content[n].End == k.End {
		c.content = c.content[:n]
	}
}

// commaBeforeVerb returns the first comma behind an act that a finite verb follows, -1 if
// there is none before a colon or a quotation.
func (r *reader) commaBeforeVerb(t *tree, from int) int {
	for k := from; k+2 < len(t.Tokens) && k < from+maxInserted; k++ {
		if t.Tokens[k].Form == ":" || r.atMark(t, k) {
			return -1
		}
		if t.Tokens[k].Form != "," {
			continue
		}
		v := k + 1
		for v+1 < len(t.Tokens) && t.Tokens[v].UPOS == "ADV" {
			v++
		}
		if t.isFinite(v) {
			return k
		}
	}
	return -1
}

// maxInserted bounds the words behind a cue that tell of where and when something was said.
const maxInserted = 25

// subjectOnly reports whether a stretch is a subject that lacks its verb: it ends with a
// noun phrase, and only relative clauses in it have finite verbs.
func (t *tree) subjectOnly(first, end int) bool {
	return end > first && t.hasNominal(first, end) && !t.finiteOutside(first, end) && t.Tokens[first].UPOS != "SCONJ"
}

// beforeOuterVerb ends what is said in a relative clause before the verb of the sentence:
// "The pier, which the mayor said would be shut|, has been sold", "a clerk, who asked not to
// be named|, said". Where that one tells what the subject says, it is a statement too.
func (r *reader) beforeOuterVerb(c *candidate) {
	t, p := c.tree, c.relativeAt()
	i := t.tokenAt(c.content[0].Start)
	if p < 2 || i <= c.head || c.direct || len(c.content) != 1 || c.content[0].Start < t.Start || c.content[0].End > t.End || r.atMark(t, i) {
		return
	}
	noun := p - 1
	if t.Tokens[noun].Form == "," {
		noun--
	}
	if noun < 1 || t.Tokens[noun].UPOS != "NOUN" && t.Tokens[noun].UPOS != "PROPN" || !t.subjectOnly(0, noun+1) {
		return
	}
	k := -1
	if noun < p-1 {
		k = r.commaBeforeVerb(t, i)
	} else if r.hidesName(t, i) {
		k = t.nextFinite(i) - 1 // "an official who asked not to be named | said"
	}
	if k <= i || t.Tokens[k].Start >= c.content[0].End {
		return
	}
	end := t.tokenAt(c.content[0].End-1) + 1
	last := k
	if !t.isWord(k) {
		last--
	}
	c.content = []schema.Span{{Start: c.content[0].Start, End: t.Tokens[last].End}}
	v := t.nextFinite(k + 1)
	if v >= end {
		return
	}
	entry := r.lex.verbs[t.lemma(v)]
	if t.Tokens[v].UPOS != "VERB" || entry == nil || entry.kind != schema.KindSpeech || !entry.takes(frameClause) || !t.finiteIn(v+1, end) {
		return
	}
	o := newCandidate(t, v, entry, "clause")
	o.sourceHead, o.source, o.sourceBy, o.confidence = noun, stretch{0, noun + 1}, "rule", c.confidence
	if a := t.antecedent(p); a >= 0 && a < noun {
		o.sourceHead = a
	}
	o.cue = []stretch{r.verbCue(t, v)}
	if r.setContent(o, stretch{o.cue[0].last, end}); len(o.content) > 0 {
		c.next = o
	}
}

// relativeAt is the relative pronoun of the clause that an act stands in, as its source, in
// it or before it, -1 if it stands in none.
func (c *candidate) relativeAt() int {
	t, s := c.tree, c.source
	switch {
	case s.empty() || s.last > c.cue[0].first || s.first < 1:
		return -1
	case t.isRelative(s.first) && (s.last == s.first+1 || t.lower(s.first) == "whose"):
		return s.first
	case t.isRelative(s.first - 1):
		if i := t.tokenAt(c.content[0].Start); i >= 0 && t.isFinite(i) {
			return s.first - 1
		}
	}
	return -1
}

// nextFinite is the first finite verb from a token on, the end of the sentence for none.
func (t *tree) nextFinite(i int) int {
	for i < len(t.Tokens) && !t.isFinite(i) {
		i++
	}
	return i
}

// hidesName reports whether what begins at a token only says that somebody is not named:
// "not to be named", "anonymity".
func (r *reader) hidesName(t *tree, i int) bool {
	for k := i; k < min(len(t.Tokens), i+5); k++ {
		if r.lex.is("unnamed", t.lower(k)) {
			return true
		}
		if t.isFinite(k) || !t.isWord(k) {
			return false
		}
	}
	return false
}

// withoutReserve cuts what the reporter says that a speaker left out, or that his claim
// is: "the pier is safe|, though she declined to say why", "without giving details", "a
// claim that the council denies".
func (r *reader) withoutReserve(c *candidate) {
	t, n := c.tree, len(c.content)-1
	first := t.tokenAt(c.content[n].Start)
	if c.content[n].Start < t.Start || c.content[n].End > t.End || first < c.cue[0].last || first < 0 {
		return
	}
	end := t.tokenAt(c.content[n].End-1) + 1
	for k := first + 3; k+2 < end; k++ {
		if !r.isReserve(t, k, end) || quoteAt(r.quotes, t.Tokens[k].Start) >= 0 {
			continue
		}
		for k > first+1 && !t.isWord(k-1) && !r.atMark(t, k-1) {
			k--
		}
		c.content = slices.Clone(c.content)
		c.content[n].End = t.Tokens[k-1].End
		return
	}
}

// isReserve reports whether a reserve of the reporter begins at a token.
func (r *reader) isReserve(t *tree, k, end int) bool {
	i, own := k+1, false
	switch word := t.lower(k); {
	case t.Tokens[k-1].Form == "," && (word == "a" || word == "an") && r.lex.is("claimed", t.lower(i)):
		return i+2 < end && (t.lower(i+1) == "that" || t.lower(i+1) == "which" || nominal(t, i+1)) && t.finiteIn(i+1, min(end, i+8))
	case word == "without":
		return t.Tokens[i].XPOS == "VBG" && (r.lex.is("specifies", t.lemma(i)) || r.lex.is("gives", t.lemma(i)) && r.reserved(t, i+1, end))
	case !r.lex.is("reserve", word):
		return false
	}
	if t.Tokens[i].UPOS == "PRON" && t.Tokens[i].XPOS == "PRP" {
		i, own = i+1, true
	}
	no := false
	for ; i < end && i < k+6; i++ {
		switch lemma := t.lemma(i); {
		case r.lex.is("declines", lemma) && t.isFinite(i):
			return own
		case r.lex.is("negation", t.lower(i)):
			no = true
		case t.Tokens[i].UPOS == "VERB":
			return r.lex.is("gives", lemma) && (no && own || (no || t.lower(i+1) == "no") && r.reserved(t, i+1, end))
		}
	}
	return false
}

// reserved reports whether what was not given stands behind a verb: details, evidence, or
// nothing.
func (r *reader) reserved(t *tree, i, end int) bool {
	if i >= end || !t.isWord(i) {
		return true // "without elaborating"
	}
	for k := i; k < min(end, i+4); k++ {
		if r.lex.is("detail", t.lemma(k)) {
			return true
		}
	}
	return false
}

// maxTitleWords bounds the words of a title before the preposition that a source begins with.
const maxTitleWords = 4

// withTitle gives a source that begins with a preposition the title before it, which its
// content ended with: "The pier is old, | deputy minister | for ports Ann Lee said".
func (r *reader) withTitle(c *candidate) {
	t, n, s := c.tree, len(c.content)-1, c.source
	if s.empty() || s.first < 5 || s.first > c.head || t.Tokens[s.first].UPOS != "ADP" || c.content[n].End != t.Tokens[s.first-1].End || t.Tokens[s.first-1].UPOS != "NOUN" && t.Tokens[s.first-1].UPOS != "ADJ" {
		return
	}
	k := s.first - 1
	for k > s.first-1-maxTitleWords && (nominal(t, k) || t.Tokens[k].UPOS == "ADJ") {
		k--
	}
	if t.Tokens[k].Form != "," || t.Tokens[k].Start <= c.content[n].Start || quoteAt(r.quotes, t.Tokens[k].Start) >= 0 {
		return
	}
	c.source.first = k + 1
	c.content = slices.Clone(c.content)
	c.content[n].End = t.Tokens[k-1].End
}

// behindWhen makes the noun phrase between a subordinate conjunction and a finite cue its
// source, where somebody before the conjunction was taken for it: "the mayor left after |
// the council | called for a vote".
func (r *reader) behindWhen(c *candidate) {
	t, last := c.tree, c.cue[0].first
	if c.source.empty() || c.source.last >= last || !t.isFinite(c.head) || c.head != last || c.passive || t.Tokens[last-1].UPOS != "NOUN" && t.Tokens[last-1].UPOS != "PROPN" || c.rule == "passive" || c.rule == "before" || quoteAt(r.quotes, c.at) >= 0 {
		return
	}
	k := last - 1
	for k > c.source.last && k > last-6 && (nominal(t, k-1) || t.Tokens[k-1].UPOS == "ADJ" || t.Tokens[k-1].XPOS == "POS") {
		k--
	}
	if k <= c.source.last || !r.lex.is("later", t.lower(k-1)) || t.rel(last-1, "obl:unmarked") || r.lex.is("time", t.lemma(last-1)) || r.lex.is("day", t.lower(last-1)) {
		return
	}
	c.source, c.sourceHead, c.sourceBy = stretch{k, last}, last-1, "rule"
}

// behindAgent makes the subject of a sentence the source of its verb, where the one by whom
// that is owned or led was taken for it: "the line, which is owned by the state|, announced".
func (r *reader) behindAgent(c *candidate) {
	t, s := c.tree, c.source
	if s.empty() || s.first < 4 || s.last > c.cue[0].first || c.cue[0].first-s.last > 1 || !t.isFinite(c.head) || t.lower(s.first-1) != "by" || t.Tokens[s.first-2].XPOS != "VBN" || c.rule == "passive" || c.rule == "before" {
		return
	}
	k := s.first - 3
	for k > 0 && (t.Tokens[k].UPOS == "AUX" || t.Tokens[k].UPOS == "ADV") {
		k--
	}
	if k < 1 || !t.isRelative(k) || t.lower(k) == "that" {
		return
	}
	end := k
	if t.Tokens[end-1].Form == "," {
		end--
	}
	if end < 1 || t.Tokens[end-1].UPOS != "NOUN" && t.Tokens[end-1].UPOS != "PROPN" {
		return
	}
	first := end - 1
	for first > 0 && nominal(t, first-1) && t.Tokens[first-1].UPOS != "PRON" || first > 0 && t.Tokens[first-1].UPOS == "ADJ" {
		first--
	}
	c.source, c.sourceHead, c.sourceBy = stretch{first, end}, end-1, "rule"
	c.content = r.withoutActs(c)
}

// withCharge lengthens who is accused by what he is accused of behind his comma: "accused
// Ann Lee, the mayor|, of sleeping".
func (r *reader) withCharge(c *candidate) {
	t := c.tree
	if len(c.content) != 1 || c.rule != "object" || !r.lex.is("with-object", t.lemma(c.head)) || c.content[0].End >= t.End || c.content[0].Start < c.at {
		return
	}
	e := t.tokenAt(c.content[0].End)
	if e < 1 || e+2 >= len(t.Tokens) || t.Tokens[e].Form != "," || t.lower(e+1) != "of" || quoteAt(r.quotes, t.Tokens[e].Start) >= 0 {
		return
	}
	r.lengthen(c, t.tokenAt(c.content[0].Start))
}

// withoutYesterday cuts the day of a request from what it asks for: "called on them to
// wait | yesterday".
func (r *reader) withoutYesterday(c *candidate) {
	t, n := c.tree, len(c.content)-1
	first, i := t.tokenAt(c.content[n].Start), t.tokenAt(c.content[n].End-1)
	if c.rule != "infinitive" && c.rule != "preposition" || c.content[n].End > t.End || i < first+3 || t.lower(i) != "yesterday" || t.finiteIn(first, i) {
		return
	}
	c.content = slices.Clone(c.content)
	c.content[n].End = t.Tokens[i-1].End
}

// beforeWhile gives an act what stands before its comma, where only a clause of what happened
// meanwhile behind it was taken for its content: "Ten died, officials told Reuters, | while
// the army counted six". When and why it happened stays: "Ten died|, officials said,| after
// a ferry sank".
func (r *reader) beforeWhile(c *candidate) {
	t, first := c.tree, c.first()
	i := t.tokenAt(c.content[0].Start)
	if len(c.content) != 1 || first < 4 || i <= c.head || i-c.head > maxSkipped || t.Tokens[first-1].Form != "," || c.content[0].End > t.End || !c.entry.takes(frameQuote) || c.isPronoun("who", "which", "that") || r.atMark(t, i) {
		return
	}
	for k := i; k < min(i+maxHearer, len(t.Tokens)) && nominal(t, k) && t.Tokens[i-1].Form != ","; k++ {
		if k+2 < len(t.Tokens) && t.Tokens[k+1].Form == "," {
			i = k + 2 // "told | Reuters, | while"
		}
	}
	if i >= len(t.Tokens) || t.Tokens[i-1].Form != "," || t.Tokens[i].UPOS != "SCONJ" || !r.lex.is("later", t.lower(i)) || !t.finiteIn(0, first) || t.finiteIn(c.cue[0].last, i) || t.Tokens[0].UPOS == "SCONJ" {
		return
	}
	parts := []stretch{{0, first}}
	if !r.lex.is("meanwhile-clause", t.lower(i)) {
		parts = append(parts, stretch{i, t.tokenAt(c.content[0].End-1) + 1})
	}
	r.front(c, parts...)
}

// maxHearer bounds the words of whom something was told between a cue and a comma.
const maxHearer = 3

// untilSecondVerb ends the clause of a noun that is a subject before the verb of the
// sentence: "Lund's claim that the pier was old| angered the crews".
func (r *reader) untilSecondVerb(c *candidate) {
	t, n := c.tree, len(c.content)-1
	first := t.tokenAt(c.content[n].Start)
	if t.Tokens[c.head].UPOS != "NOUN" || first <= c.head || n > 0 || t.lower(first) != "that" || c.content[n].End > t.End || c.rule != "noun-of" && c.rule != "noun" || t.finiteIn(0, c.head) {
		return
	}
	end := t.tokenAt(c.content[n].End-1) + 1
	seen := false
	for i := first + 2; i+1 < end; i++ {
		if !t.isFinite(i) {
			continue
		}
		before := t.Tokens[i-1]
		if seen && t.Tokens[i].UPOS != "NOUN" && before.UPOS != "CCONJ" && before.UPOS != "SCONJ" && before.UPOS != "ADV" && before.UPOS != "PUNCT" && before.UPOS != "AUX" && !nominal(t, i-1) && t.Tokens[i-1].UPOS != "PRON" {
			if quoteAt(r.quotes, t.Tokens[i].Start) < 0 {
				c.content = []schema.Span{{Start: c.content[n].Start, End: t.Tokens[i-1].End}}
			}
			return
		}
		seen = true
	}
}
