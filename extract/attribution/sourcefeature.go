package attribution

import "strings"

// sourceFeatures describes one option.
func (r *reader) sourceFeatures(b *bag, c *candidate, o sourceOption) {
	r.headFeatures(b, c, o)
	if o.head >= 0 {
		r.spanFeatures(b, c, o)
	}
}

// byRule says who named an option.
func (o sourceOption) byRule() string {
	if o.rule {
		return "rule"
	}
	return "other"
}

// headFeatures describes the head of an option, whatever its span.
func (r *reader) headFeatures(b *bag, c *candidate, o sourceOption) {
	t, h := c.tree, c.head
	lemma, tok := t.lemma(h), &t.Tokens[h]
	lex := lexType(c)
	rule := o.byRule()
	b.add("by=", rule)
	if o.head < 0 {
		b.add("none=", rule)
		b.add("none+lemma=", lemma, rule)
		b.add("none+rule=", c.rule, rule)
		b.add("none+lex=", lex, rule)
		b.add("none+xpos=", tok.XPOS, rule)
		b.add("none+rel=", tok.DepRel, rule)
		b.add("none+upos=", tok.UPOS, rule)
		if c.passive {
			b.add("none+passive=", lemma, rule)
		}
		return
	}
	n := &t.Tokens[o.head]
	path := t.path(h, o.head)
	typ := t.nounType(o.head)
	side := "<"
	if o.head > h {
		side = ">"
	}
	gap := o.head - h
	if gap < 0 {
		gap = -gap
	}
	b.add("path=", path, side)
	b.add("path+by=", path, rule)
	b.add("path+upos=", path, tok.UPOS, n.UPOS)
	b.add("path+type=", path, typ)
	b.add("path+xpos=", path, tok.XPOS)
	b.add("path+rule=", path, c.rule)
	b.add("lemma+path=", lemma, path)
	b.add("lex+path=", lex, path)
	b.add("type=", typ, rule)
	b.add("type+side=", typ, side)
	b.add("rel=", n.DepRel, side)
	b.add("rel+rule=", n.DepRel, c.rule)
	b.add("gap=", bucket(gap), side)
	b.add("gap+by=", bucket(gap), rule)
	b.add("upos=", n.UPOS)
	b.add("case=", t.caseOf(o.head), tok.UPOS)
	b.add("case+lemma=", t.caseOf(o.head), lemma)
	b.add("by+rule=", rule, c.rule)
	b.add("by+rel=", rule, tok.DepRel)
	b.add("by+xpos=", rule, tok.XPOS)
	b.add("by+lemma=", rule, lemma)
	if n.UPOS != "PROPN" {
		b.add("head=", t.lemma(o.head))
		b.add("head+side=", t.lemma(o.head), side)
	}
	if c.passive {
		b.add("passive+path=", path)
		b.add("passive+by=", rule)
	}
	if q := quoteAt(r.quotes, n.Start); q >= 0 && !c.quoted {
		b.add("in-quote", rule)
	}
	if g := n.Head; g >= 0 && g != h {
		b.add("governor=", t.Tokens[g].UPOS, n.DepRel, side)
		if t.rel(o.head, "nsubj") {
			b.add("subject-of=", t.lemma(g), side)
		}
	}
	b.add("verbs-between=", bucket(t.verbsBetween(o.head, h)), side)
}

// spanFeatures describes the edges of an option: what it holds beside its
// head and what stands next to it.
func (r *reader) spanFeatures(b *bag, c *candidate, o sourceOption) {
	t := c.tree
	form, rule, typ := o.form, o.byRule(), t.nounType(o.head)
	if o.span.last == c.cue[0].first {
		b.add("touch=", "<", typ)
		b.add("touch+by=", "<", rule)
		b.add("touch+rule=", "<", c.rule)
	}
	if o.span.first == c.cue[0].last {
		b.add("touch=", ">", typ)
		b.add("touch+by=", ">", rule)
		b.add("touch+rule=", ">", c.rule)
	}
	b.add("form=", form, rule)
	b.add("form+typ=", form, typ)
	b.add("length=", bucket(o.span.last-o.span.first), form)
	before := t.lower(o.span.first - 1)
	if o.span.first > 0 && t.isWord(o.span.first-1) {
		before = t.upos(o.span.first - 1)
	}
	b.add("before=", before, form)
	b.add("opens=", t.upos(o.span.first), form)
	if t.Tokens[o.span.first].UPOS != "PROPN" {
		b.add("openword=", t.lower(o.span.first))
	}
	b.add("closes=", t.upos(o.span.last-1), form)
	if o.span.last < len(t.Tokens) {
		if x := t.phraseAt(o.span.last); x >= 0 && t.Tokens[x].Head >= o.span.first && t.Tokens[x].Head < o.span.last {
			b.add("cuts=", t.Tokens[x].DepRel, t.Tokens[x].XPOS)
			b.add("cutword=", t.lower(o.span.last))
		}
		after := t.lower(o.span.last)
		if t.isWord(o.span.last) {
			after = t.upos(o.span.last)
		}
		b.add("after=", after, form)
	}
	commas := 0
	for i := o.span.first; i < o.head; i++ {
		if t.Tokens[i].Form == "," {
			commas++
		}
		if t.Tokens[i].UPOS == "VERB" || t.Tokens[i].UPOS == "AUX" {
			b.add("verb-left=", t.Tokens[i].XPOS, form)
		}
	}
	b.add("commas-left=", bucket(commas))
	for e := o.head + 1; e < o.span.last; e++ {
		if x := t.phraseAt(e); x >= 0 && !t.rel(x, "punct", "flat", "compound") {
			b.add("keeps=", t.Tokens[x].DepRel, t.Tokens[x].XPOS)
			b.add("keepword=", t.lower(e))
		}
	}
	if o.span.first == 0 {
		b.add("starts-sentence", form)
	}
}

// path names the relations from token a up to the lowest token that governs
// both and down to b, at most five of them.
func (t *tree) path(a, b int) string {
	var up, down []string
	for range 12 {
		if x, y := a, b; x == y {
			break
		}
		if t.depth[a] >= t.depth[b] && a >= 0 {
			rel := t.Tokens[a].DepRel
			up = append(up, rel)
			a = t.Tokens[a].Head
		} else {
			down = append(down, t.Tokens[b].DepRel)
			b = t.Tokens[b].Head
		}
		if a < 0 || b < 0 {
			break
		}
	}
	if len(up)+len(down) > 5 {
		return "far"
	}
	var s strings.Builder
	for _, x := range up {
		s.WriteString("^" + x)
	}
	for i := len(down) - 1; i >= 0; i-- {
		s.WriteString("/" + down[i])
	}
	return s.String()
}

// verbsBetween counts the verbs strictly between two tokens.
func (t *tree) verbsBetween(a, b int) int {
	n := 0
	for i := min(a, b) + 1; i < max(a, b); i++ {
		if t.Tokens[i].UPOS == "VERB" {
			n++
		}
	}
	return n
}
