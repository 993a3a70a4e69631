package attribution

import (
	"slices"

	"dyad/schema"
)

// verb reads a verb as a cue. A verb outside the lexicon counts only where a
// clause or a quotation hangs on it.
func (r *reader) verb(t *tree, v int) *candidate {
	entry := r.lex.verbs[t.lemma(v)]
	c := newCandidate(t, v, entry, "")
	c.passive = t.kid(v, "aux:pass") >= 0 || t.kid(v, "nsubj:pass") >= 0
	subj, _ := r.subject(t, v)
	if c.passive {
		if subj = t.agent(v); subj >= 0 {
			c.sourceHead = subj
		}
	} else if subj < 0 && entry.takes(frameQuote) {
		c.sourceHead, c.source = r.besideCue(t, v)
	} else {
		c.sourceHead = subj
	}
	if c.sourceHead >= 0 && c.source.empty() {
		c.source = r.sourceSpan(t, c.sourceHead, v)
	}
	r.read(c)
	return c
}

// read finds the content of a verb cue, its source given: by the first rule
// that applies, as the lexicon has the cue, else as any verb could have it.
func (r *reader) read(c *candidate) {
	c.cue = []stretch{r.verbCue(c.tree, c.head)}
	for _, c.loose = range [2]bool{false, true} {
		for _, rule := range verbRules {
			if rule.applies(r, c) {
				return
			}
		}
	}
	r.rest(c)
}

// verbRule is a rule for verbs. One that is varied may find another content
// where the lexicon does not bind it.
type verbRule struct {
	applies func(*reader, *candidate) bool
	varied  bool
}

// verbRules are the rules for verbs, the surest first.
var verbRules = [...]verbRule{
	{(*reader).tail, false}, {(*reader).interrupted, false}, {(*reader).fronted, false}, {(*reader).aroundQuote, false}, {(*reader).final, false},
	{(*reader).clause, false}, {(*reader).passiveOf, true}, {(*reader).preposition, true}, {(*reader).infinitive, false}, {(*reader).object, false},
}

// rest: no rule knows the content. It is what the verb dominates behind the
// cue, else before it.
func (r *reader) rest(c *candidate) {
	t, v := c.tree, c.head
	c.rule = "rest"
	end := max(c.cue[0].last, c.source.last)
	if c.sourceHead > v || c.source.empty() {
		end = c.cue[0].last
	}
	if t.hi[v]+1 > end {
		r.setContent(c, stretch{end, t.hi[v] + 1})
	}
	if len(c.content) == 0 {
		r.setContent(c, stretch{t.lo[v], c.first()})
	}
	if len(c.content) == 0 {
		s := r.ling.Sentences[t.index]
		span := schema.Span{Start: s.Start, End: s.End}
		if quoteAt(r.quotes, c.at) < 0 {
			span = spread(r.quotes, span)
		}
		c.content = r.withoutActs(&candidate{tree: t, source: c.source, cue: c.cue, content: []schema.Span{span}})
	}
}

// likeVerb reports whether a noun is a verb of speech that the tagger took for
// one, as at the end of a sentence: "…," the statement reads.
func (r *reader) likeVerb(t *tree, i int) bool {
	if !r.lex.verbs[t.lemma(i)].takes(frameQuote) || i < 3 || i+1 < len(t.Tokens) && t.isWord(i+1) {
		return false
	}
	at := i
	for at > 0 && i-at < 6 && (nominal(t, at-1) || t.Tokens[at-1].UPOS == "ADP") {
		at--
	}
	return at < i && at > 2 && t.Tokens[i-1].UPOS != "DET" && t.Tokens[i-1].UPOS != "ADJ" && t.Tokens[i-1].UPOS != "ADP" && (t.Tokens[at-1].Form == "," || r.endsQuote(t, at-1))
}

// tail: source and cue end the sentence behind a comma or a quotation, and the
// tagger took the cue for a noun.
func (r *reader) tail(c *candidate) bool {
	t, v := c.tree, c.head
	if t.Tokens[v].UPOS == "VERB" {
		return false
	}
	at := v
	for at > 0 && (nominal(t, at-1) || t.Tokens[at-1].UPOS == "ADP") {
		at--
	}
	last := r.nominalUntil(t, at, v)
	if last == at {
		return false
	}
	c.rule, c.kind = "tail", schema.KindSpeech
	c.sourceHead, c.source = last-1, stretch{at, v}
	if q := r.quoteBefore(t.Tokens[at].Start); q >= 0 {
		c.content, c.direct = r.tidy([]schema.Span{r.quotes[q].Span}), true
		return true
	}
	r.setContent(c, stretch{0, at})
	return len(c.content) > 0
}

// takes reports whether the cue takes a frame by the lexicon, or may take any
// in the second round.
func (c *candidate) takes(frame string) bool { return c.loose || c.entry.takes(frame) }

// takesPrep is the same for prepositions. In the second round any one right
// behind the cue may take the content, if no object does.
func (r *reader) takesPrep(c *candidate, p int) bool {
	if c.loose {
		return p == c.cue[0].last && c.tree.kid(c.head, "obj") < 0 && !r.lex.is("adjunct", c.tree.lower(p))
	}
	return c.entry.takesPrep(c.tree.lower(p))
}

// verbCue returns the verb with its auxiliaries, negation, particle and the
// adverbs next to it.
func (r *reader) verbCue(t *tree, v int) stretch {
	s := stretch{v, v + 1}
	for s.first > 0 && t.Tokens[s.first-1].Head == v && r.inCue(t, s.first-1) {
		s.first--
	}
	for s.last < len(t.Tokens) && t.Tokens[s.last].Head == v && (t.rel(s.last, "compound:prt") || t.rel(s.last, "advmod") && r.inCue(t, s.last) && t.hi[s.last] == s.last && s.last+1 < len(t.Tokens) && t.isWord(s.last+1)) {
		s.last++
	}
	return s
}

func (r *reader) inCue(t *tree, i int) bool {
	switch {
	case t.rel(i, "aux", "cop", "expl"):
		return true
	case t.rel(i, "mark"):
		return t.lower(i) == "to"
	case t.rel(i, "advmod") && !nominal(t, i):
		return !r.lex.is("clause-open", t.lower(i)) && t.lo[i] == i
	}
	return false
}

// clause: a finite clause follows the cue.
func (r *reader) clause(c *candidate) bool {
	t, v := c.tree, c.head
	k := slices.IndexFunc(t.kids[v], func(k int) bool { return t.rel(k, "ccomp") && k > v })
	if k < 0 {
		return false
	}
	if c.entry != nil && !c.takes(frameQuote) && !c.takes(frameClause) {
		return false
	}
	k = t.kids[v][k]
	c.rule = "clause"
	s := t.sub(k)
	s.first = max(s.first, v+1)
	if o := t.kid(v, "obj", "iobj"); o > v && o < k && c.entry.takes(frameClause) && !r.lex.is("cue-object", t.lemma(v)) {
		s.first = min(s.first, t.lo[o]) // a subject that the parser took for an object
	}
	for _, x := range t.kids[v] {
		if x > k && t.rel(x, "advcl") && (r.lex.is("reason", t.lower(t.lo[x])) || r.hasMark(t, t.sub(x))) {
			s.last = max(s.last, t.hi[x]+1)
		}
	}
	s.last = r.intoQuote(t, s.last)
	r.setContent(c, s)
	return true
}

// intoQuote lengthens a clause that stops right before a quotation in its
// sentence: "added that it is late, because, "we must go"".
func (r *reader) intoQuote(t *tree, last int) int {
	for i := last; i < min(last+4, len(t.Tokens)); i++ {
		if q := quoteAt(r.quotes, t.Tokens[i].Start); q >= 0 && r.quotes[q].Start == t.Tokens[i].Start {
			for last = i; last < len(t.Tokens) && t.Tokens[last].Start < r.quotes[q].End; last++ {
			}
			return last
		}
		if t.Tokens[i].UPOS == "VERB" || t.Tokens[i].UPOS == "NOUN" || t.Tokens[i].UPOS == "PROPN" || t.Tokens[i].UPOS == "PRON" {
			break
		}
	}
	return last
}

// hasMark reports whether a quotation mark stands in a stretch.
func (r *reader) hasMark(t *tree, s stretch) bool {
	for i := s.first; i < s.last; i++ {
		if r.atMark(t, i) {
			return true
		}
	}
	return false
}

// infinitive: "promised to pay", "urged both sides to talk".
func (r *reader) infinitive(c *candidate) bool {
	t, v := c.tree, c.head
	k := -1
	for _, x := range t.kids[v] {
		if x > v && t.rel(x, "xcomp", "ccomp") || x > v && t.rel(x, "advcl") && t.kid(x, "mark") >= 0 && t.lower(t.kid(x, "mark")) == "to" {
			k = x
			break
		}
	}
	if k < 0 || !c.takes(frameInf) {
		return false
	}
	c.rule = "infinitive"
	s := t.sub(k)
	s.first = max(s.first, v+1)
	if o := t.kid(v, "obj", "iobj"); o > v && o < k && !r.lex.is("cue-object", t.lemma(v)) {
		s.first = min(s.first, t.lo[o])
	}
	if o := r.calledOn(c, k); o >= 0 {
		s.first = o
	}
	s.first = max(s.first, c.cue[0].last)
	r.setContent(c, s)
	return true
}

// calledOn returns the first word of whom a verb calls on to do something, -1 where an
// object is called or nobody: "called on | both sides to talk".
func (r *reader) calledOn(c *candidate, inf int) int {
	t, v := c.tree, c.head
	for _, k := range t.kids[v] {
		p := t.kid(k, "case")
		if k > v && k < inf && t.rel(k, "obl") && p == c.cue[0].last && t.lower(p) == "on" && c.entry.takesPrep("on") && t.kid(v, "obj") < 0 && t.hi[k] < t.lo[inf] {
			return p + 1
		}
	}
	return -1
}

// passiveOf: what is said of somebody in the passive ("was described as a
// threat by the minister", "is expected to resign").
func (r *reader) passiveOf(c *candidate) bool {
	t, v := c.tree, c.head
	if !c.passive || c.entry == nil && !c.loose {
		return false
	}
	subj := t.kid(v, "nsubj:pass")
	if subj < 0 || r.lex.is("cue-object", t.lemma(v)) {
		return false
	}
	c.rule = "passive"
	parts := []stretch{t.sub(subj)}
	for _, k := range t.kids[v] {
		if k > v && k != c.sourceHead && (t.rel(k, "xcomp", "ccomp") || t.rel(k, "obl", "advcl") && (c.entry != nil && c.entry.takesPrep(t.caseOf(k)) || t.caseOf(k) == "as")) {
			parts = append(parts, t.sub(k))
		}
	}
	r.setContent(c, parts...)
	return true
}

// preposition: the content stands behind a preposition of the lexicon or a
// particle, which joins the cue: "called for a pause".
func (r *reader) preposition(c *candidate) bool {
	t, v := c.tree, c.head
	if !c.loose && (c.entry == nil || len(c.entry.preps) == 0) {
		return false
	}
	for _, k := range t.kids[v] {
		p := t.kid(k, "case", "mark")
		if k < v || p < 0 || !t.rel(k, "obl", "advcl", "nmod", "xcomp", "ccomp") || !r.takesPrep(c, p) || p > 0 && capital(t.Tokens[p].Form) && !t.titleCase() {
			continue
		}
		if !c.loose && c.entry.takes(frameObject) && t.kid(v, "obj") >= 0 {
			continue // the object is the content: "blamed X for Y"
		}
		c.rule, c.prep = "preposition", t.lower(p)
		s := t.sub(k)
		s.first = max(p+1, v+1)
		if p == c.cue[0].last {
			c.cue[0].last = p + 1
		} else {
			c.cue = append(c.cue, stretch{p, p + 1})
		}
		for _, x := range t.kids[v] {
			if x > k && t.rel(x, "xcomp", "advcl") && t.lower(t.lo[x]) == "to" {
				s.last = max(s.last, t.hi[x]+1)
			}
		}
		r.setContent(c, s)
		return true
	}
	return false
}

// object: the content is the object with what follows it ("rejected the
// offer", "accused Seoul of spying"), adverbials of the act left out.
func (r *reader) object(c *candidate) bool {
	t, v := c.tree, c.head
	o := t.kid(v, "obj")
	if o < v || !c.takes(frameObject) {
		return false
	}
	c.rule, c.document = "object", r.lex.is("document", t.lemma(o))
	s := t.sub(o)
	s.first = max(s.first, c.cue[0].last)
	for _, k := range t.kids[v] {
		if k < o {
			continue
		}
		if t.rel(k, "xcomp", "ccomp", "iobj", "obj") || t.rel(k, "obl") && !r.isLate(t, k) ||
			t.rel(k, "advcl") && r.lex.is("content-mark", t.lower(t.lo[k])) {
			s.last = max(s.last, t.hi[k]+1)
		}
	}
	r.setContent(c, r.beforeReply(t, t.beforeVerb(s, o), o))
	return true
}

// beforeReply cuts an object before a clause behind a comma in which its bearer speaks
// himself: "blamed the rebels |, who denied it".
func (r *reader) beforeReply(t *tree, s stretch, o int) stretch {
	for _, k := range t.kids[o] {
		at := t.lo[k]
		if !t.rel(k, "acl:relcl") || at <= s.first || t.hi[k]+1 < s.last || t.Tokens[at].Form != "," {
			continue
		}
		if e := r.lex.verbs[t.lemma(k)]; e != nil && e.kind == schema.KindSpeech && t.isFinite(k) {
			s.last = at
		}
	}
	return s
}

// beforeVerb cuts an object where a finite verb is coordinated with it by
// mistake: "rejected the offer | and blamed the rebels".
func (t *tree) beforeVerb(s stretch, o int) stretch {
	for _, k := range t.kids[o] {
		if t.rel(k, "conj") && k < s.last && (t.Tokens[k].XPOS == "VBD" || t.Tokens[k].XPOS == "VBZ" || t.Tokens[k].XPOS == "VBP") {
			s.last = t.lo[k]
			if s.last > s.first+1 && t.rel(s.last-1, "cc") {
				s.last--
			}
			break
		}
	}
	return s
}

// isLate reports whether an oblique behind an object says when or in what
// speech it was mentioned, and is no part of it.
func (r *reader) isLate(t *tree, k int) bool {
	p := t.caseOf(k)
	return r.lex.is("time", t.lemma(k)) || t.rel(k, "obl:tmod") || r.lex.is("late-adjunct", p) || r.lex.is("adjunct", p) && r.lex.is("venue", t.lemma(k))
}
