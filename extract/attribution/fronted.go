package attribution

import (
	"dyad/schema"
)

// fronted: the clause stands before the cue ("Talks will go on, she said"),
// or around it ("Talks, she said, will go on").
func (r *reader) fronted(c *candidate) bool {
	t, v := c.tree, c.head
	if c.entry != nil && !c.takes(frameQuote) && !c.takes(frameClause) || r.leadsToQuote(c) {
		return false
	}
	main := -1
	for _, k := range t.kids[v] {
		if k < v && (t.rel(k, "ccomp") || c.entry != nil && t.rel(k, "parataxis")) && t.lo[k] < c.first() {
			main = k
		}
	}
	if main < 0 && t.rel(v, "parataxis") && c.sourceHead >= 0 && !r.introduced(t, v) {
		if h := t.Tokens[v].Head; h >= 0 && !t.sub(v).has(h) {
			main = h
		}
	}
	if main < 0 || c.sourceHead >= 0 && t.lo[main] > c.source.first && main > v {
		return false
	}
	c.rule = "fronted"
	if c.entry == nil {
		c.kind = schema.KindSpeech
	}
	act := r.actStretch(c, main)
	first := t.lo[main]
	if t.rel(v, "root") || t.rel(main, "root") {
		first = 0
	}
	last := max(t.hi[main]+1, act.last)
	if !t.rel(v, "parataxis") && t.hi[main] < act.first {
		last = act.last
	}
	r.setContent(c, stretch{first, act.first}, stretch{act.last, last})
	return len(c.content) > 0
}

// interrupted: source and cue stand between commas inside the clause: "If it
// fails, he said, others will follow".
func (r *reader) interrupted(c *candidate) bool {
	t := c.tree
	if c.sourceHead < 0 || !c.entry.takes(frameClause) || !c.entry.takes(frameQuote) || c.source.last-c.source.first > 12 || r.introduced(t, c.head) {
		return false
	}
	first, last := c.first(), max(c.source.last, c.cue[0].last)
	if last-first != c.source.last-c.source.first+c.cue[0].last-c.cue[0].first || first < 3 || last+3 > len(t.Tokens) {
		return false
	}
	before := first - 1
	if r.atMark(t, before) {
		before--
	}
	if t.Tokens[before].Form != "," || t.Tokens[last].Form != "," || t.Tokens[c.head].XPOS == "VBG" || r.leadsToQuote(c) {
		return false
	}
	if t.Tokens[last+1].XPOS == "VBG" || r.lex.is("clause-open", t.lower(last+1)) {
		return false // "…," he said, adding that
	}
	for _, k := range t.kids[c.head] {
		if t.sub(k).has(last+1) && t.rel(k, "advcl", "obl", "advmod", "conj") {
			return false
		}
	}
	c.rule = "fronted"
	r.setContent(c, stretch{0, first}, stretch{last + 1, len(t.Tokens)})
	return len(c.content) > 0
}

// leadsToQuote reports whether a quotation follows the cue, and none comes
// before it: "asked about the bomb, he said: "Wait."".
func (r *reader) leadsToQuote(c *candidate) bool {
	t, end := c.tree, max(c.cue[0].last, c.source.last)
	if c.source.empty() || end >= len(t.Tokens) || t.isWord(end) || r.quoteBehind(t.Tokens[end-1].End) < 0 {
		return false
	}
	return r.quoteBefore(t.Tokens[c.first()].Start) < 0
}

// final: the sentence ends in ", she said" or ", said the mayor on Monday",
// whatever the tree makes of it.
func (r *reader) final(c *candidate) bool {
	t, v := c.tree, c.head
	if c.sourceHead < 0 || c.source.last-c.source.first > 12 || !c.entry.takes(frameClause) || !c.entry.takes(frameQuote) || r.introduced(t, v) || r.leadsToQuote(c) {
		return false
	}
	if c.source.last != c.cue[0].first && c.cue[0].last != c.source.first {
		return false
	}
	first := c.first()
	if first < 4 || t.Tokens[first-1].Form != "," || t.kid(v, "ccomp", "xcomp") > v {
		return false
	}
	if o := t.kid(v, "obj"); o > v && o != c.sourceHead && (t.Tokens[o].UPOS != "PRON" || !r.lex.is("addressed", t.lemma(v))) {
		return false // but "…, her aunt assured her"
	}
	act := r.actStretch(c, -1)
	for i := act.last; i < len(t.Tokens); i++ {
		if t.isWord(i) {
			return false
		}
	}
	c.rule = "fronted"
	r.setContent(c, stretch{0, first})
	return len(c.content) > 0
}

// introduced reports whether a verb has a clause of its own behind it or
// stands in a subordinate clause, so that the clause above it is no content.
func (r *reader) introduced(t *tree, v int) bool {
	for _, k := range t.kids[v] {
		if k > v && t.rel(k, "ccomp") || k < v && t.rel(k, "mark", "advmod") && t.lower(k) != "as" && r.lex.is("clause-open", t.lower(k)) {
			return true
		}
	}
	return false
}

// first is the first token of source and cue.
func (c *candidate) first() int {
	f := c.cue[0].first
	if !c.source.empty() {
		f = min(f, c.source.first)
	}
	return f
}

// actStretch returns what belongs to the act of saying in a sentence whose
// content is a clause around it: source, cue and the adjuncts of the cue.
func (r *reader) actStretch(c *candidate, main int) stretch {
	t, v := c.tree, c.head
	s := stretch{c.first(), c.cue[0].last}
	if !c.source.empty() {
		s.last = max(s.last, c.source.last)
	}
	for _, k := range t.kids[v] {
		if k == main || t.rel(k, "punct", "ccomp") || main >= 0 && t.sub(k).has(main) {
			continue
		}
		if k > v && !t.rel(k, "parataxis") {
			s.last = max(s.last, t.hi[k]+1)
		}
		if k < v && main >= 0 && t.lo[k] > t.hi[main] {
			s.first = min(s.first, t.lo[k])
		}
	}
	return s
}
