package attribution

import "dyad/internal/loglinear"

// sourceFeatures describes one option.
func (r *reader) sourceFeatures(b *loglinear.Bag, c *candidate, o sourceOption) {
	if o.head < 0 {
		r.noneFeatures(b, c, o)
		return
	}
	o.path = loglinear.PartOf(c.tree.path(c.head, o.head))
	r.byFeatures(b, c, o)
	r.placeFeatures(b, c, o)
	r.headFeatures(b, c, o, r.parts(c))
	r.spanFeatures(b, c, o)
}

// byRule says who named an option.
func (o sourceOption) byRule() string {
	if o.rule {
		return "rule"
	}
	return "other"
}

// noneFeatures describes the option that nobody is named.
func (r *reader) noneFeatures(b *loglinear.Bag, c *candidate, o sourceOption) {
	lemma, tok, rule := c.tree.lemma(c.head), &c.tree.Tokens[c.head], o.byRule()
	b.Add("by=", rule)
	b.Add("none+lemma=", lemma, rule)
	b.Add("none+rule=", c.rule, rule)
	b.Add("none+lex=", lexType(c), rule)
	b.Add("none+xpos=", tok.XPOS, rule)
	b.Add("none+rel=", tok.DepRel, rule)
	if c.passive {
		b.Add("none+passive=", lemma, rule)
	}
}

// byFeatures describes the cue to which somebody or other names an option.
func (r *reader) byFeatures(b *loglinear.Bag, c *candidate, o sourceOption) {
	tok, rule := &c.tree.Tokens[c.head], o.byRule()
	b.Add("by=", rule)
	b.Add("by+rule=", rule, c.rule)
	b.Add("by+rel=", rule, tok.DepRel)
	b.Add("by+xpos=", rule, tok.XPOS)
	b.Add("by+lemma=", rule, c.tree.lemma(c.head))
	if c.passive {
		b.Add("passive+by=", rule)
	}
}

// placeFeatures describes where the head of an option stands: what tells most, and
// most heads are ruled out by it.
func (r *reader) placeFeatures(b *loglinear.Bag, c *candidate, o sourceOption) {
	t, h := c.tree, c.head
	tok, n := &t.Tokens[h], &t.Tokens[o.head]
	side, by, gap := loglinear.PartOf(o.side(h)), loglinear.PartOf(o.byRule()), loglinear.PartOf(bucket(abs(o.head-h)))
	b.Join("gap=", &gap, &side)
	b.Join("path+by=", &o.path, &by)
	b.Add("case=", t.caseOf(o.head), tok.UPOS)
	b.Add("verbs-between=", bucket(t.verbsBetween(o.head, h)), side.Text())
	if g := n.Head; g >= 0 && g != h {
		b.Add("governor=", t.Tokens[g].UPOS, n.DepRel, side.Text())
	}
	if !c.quoted && quoteAt(r.quotes, n.Start) >= 0 {
		b.Join("in-quote", &by)
	}
}

// side says on which side of a cue an option stands.
func (o sourceOption) side(cue int) string {
	if o.head > cue {
		return ">"
	}
	return "<"
}

// headFeatures describes what else there is about the head of an option, whatever
// its span.
func (r *reader) headFeatures(b *loglinear.Bag, c *candidate, o sourceOption, p *cueParts) {
	t, h := c.tree, c.head
	tok, n := &t.Tokens[h], &t.Tokens[o.head]
	path, side, by := &o.path, loglinear.PartOf(o.side(h)), loglinear.PartOf(o.byRule())
	typ, rel, gap := loglinear.PartOf(t.nounType(o.head)), loglinear.PartOf(n.DepRel), loglinear.PartOf(bucket(abs(o.head-h)))
	upos, own, prep, word := loglinear.PartOf(tok.UPOS), loglinear.PartOf(n.UPOS), loglinear.PartOf(t.caseOf(o.head)), loglinear.PartOf(t.lemma(o.head))
	b.Join("path=", path, &side)
	b.Join("path+upos=", path, &upos, &own)
	b.Join("path+type=", path, &typ)
	b.Join("path+xpos=", path, &p.xpos)
	b.Join("path+rule=", path, &p.rule)
	b.Join("lemma+path=", &p.lemma, path)
	b.Join("lex+path=", &p.lex, path)
	b.Join("type=", &typ, &by)
	b.Join("type+side=", &typ, &side)
	b.Join("rel=", &rel, &side)
	b.Join("rel+rule=", &rel, &p.rule)
	b.Join("gap+by=", &gap, &by)
	b.Join("case+lemma=", &prep, &p.lemma)
	if n.UPOS != "PROPN" {
		b.Join("head=", &word)
		b.Join("head+side=", &word, &side)
	}
	if c.passive {
		b.Join("passive+path=", path)
	}
	if g := n.Head; g >= 0 && g != h && t.rel(o.head, "nsubj") {
		b.Add("subject-of=", t.lemma(g), side.Text())
	}
}

// spanFeatures describes the edges of an option: what it holds beside its
// head and what stands next to it.
func (r *reader) spanFeatures(b *loglinear.Bag, c *candidate, o sourceOption) {
	t := c.tree
	form, by, typ := loglinear.PartOf(o.form), loglinear.PartOf(o.byRule()), loglinear.PartOf(t.nounType(o.head))
	if o.span.last == c.cue[0].first {
		b.Add("touch=", "<", typ.Text())
		b.Add("touch+by=", "<", by.Text())
		b.Add("touch+rule=", "<", c.rule)
	}
	if o.span.first == c.cue[0].last {
		b.Add("touch=", ">", typ.Text())
		b.Add("touch+by=", ">", by.Text())
		b.Add("touch+rule=", ">", c.rule)
	}
	b.Join("form=", &form, &by)
	b.Join("form+typ=", &form, &typ)
	b.Add("length=", bucket(o.span.last-o.span.first), form.Text())
	before := t.lower(o.span.first - 1)
	if o.span.first > 0 && t.isWord(o.span.first-1) {
		before = t.upos(o.span.first - 1)
	}
	b.Add("before=", before, form.Text())
	b.Add("opens=", t.upos(o.span.first), form.Text())
	if t.Tokens[o.span.first].UPOS != "PROPN" {
		b.Add("openword=", t.lower(o.span.first))
	}
	b.Add("closes=", t.upos(o.span.last-1), form.Text())
	if o.span.last < len(t.Tokens) {
		if x := t.phraseAt(o.span.last); x >= 0 && t.Tokens[x].Head >= o.span.first && t.Tokens[x].Head < o.span.last {
			b.Add("cuts=", t.Tokens[x].DepRel, t.Tokens[x].XPOS)
			b.Add("cutword=", t.lower(o.span.last))
		}
		after := t.lower(o.span.last)
		if t.isWord(o.span.last) {
			after = t.upos(o.span.last)
		}
		b.Add("after=", after, form.Text())
	}
	for i := o.span.first; i < o.head; i++ {
		if t.Tokens[i].UPOS == "VERB" || t.Tokens[i].UPOS == "AUX" {
			b.Add("verb-left=", t.Tokens[i].XPOS, form.Text())
		}
	}
	for e := o.head + 1; e < o.span.last; e++ {
		if x := t.phraseAt(e); x >= 0 && !t.rel(x, "punct", "flat", "compound") {
			b.Add("keeps=", t.Tokens[x].DepRel, t.Tokens[x].XPOS)
			b.Add("keepword=", t.lower(e))
		}
	}
	if o.span.first == 0 {
		b.Add("starts-sentence", form.Text())
	}
}

// path names the relations from token a up to the lowest token that governs
// both and down to b, at most five of them.
func (t *tree) path(a, b int) string {
	var up, down [12]string
	ups, downs := 0, 0
	for a != b && a >= 0 && b >= 0 && ups+downs < len(up) {
		if t.depth[a] >= t.depth[b] {
			up[ups], a = t.Tokens[a].DepRel, t.Tokens[a].Head
			ups++
		} else {
			down[downs], b = t.Tokens[b].DepRel, t.Tokens[b].Head
			downs++
		}
	}
	if ups+downs > 5 {
		return "far"
	}
	path := make([]byte, 0, 80)
	for _, rel := range up[:ups] {
		path = append(append(path, '^'), rel...)
	}
	for i := downs - 1; i >= 0; i-- {
		path = append(append(path, '/'), down[i]...)
	}
	return string(path)
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
