package attribution

import "dyad/schema"

// kindOf is the kind of a candidate as its content shows it. A verb that tells
// of deeds as well as of speech is speech only with a clause or a quotation:
// "ordered that", not "ordered a ship". What is not said is no speech either,
// and what stands behind its content or beside a quotation is.
func (w *whoIndex) kindOf(c *candidate) string {
	if c.kind == schema.KindOther && (c.rule == "fronted" || c.rule == "quote") {
		return schema.KindSpeech // "…," he went on
	}
	if c.kind != schema.KindSpeech {
		return c.kind
	}
	t, h := c.tree, c.head
	switch {
	case c.rule == "colon" && !c.direct && c.finiteness() == "none",
		!c.direct && w.saysNothing(c),
		w.isDenied(t, h),
		w.isNaming(c),
		w.lex.is("deed", t.lemma(h)) && t.Tokens[h].UPOS == "VERB" && !w.saysSo(c):
		return schema.KindOther
	}
	return c.kind
}

// isNaming reports whether a participle gives something its name and nobody is
// said to call it so: "snails, called winkles".
func (w *whoIndex) isNaming(c *candidate) bool {
	t, h := c.tree, c.head
	return w.lex.is("naming", t.lemma(h)) && t.Tokens[h].XPOS == "VBN" && c.prep == "" && t.rel(h, "acl", "conj") && !t.rel(h, "acl:relcl") && t.kid(h, "aux") < 0 && t.agent(h) < 0
}

// saysNothing reports whether a content is no more than a preposition or who is
// spoken to: "by", "you".
func (w *whoIndex) saysNothing(c *candidate) bool {
	t, words := c.tree, 0
	for i := range t.Tokens {
		if !t.isWord(i) || !covers(c.content, t.Tokens[i].Start) {
			continue
		}
		words++
		if t.Tokens[i].UPOS != "ADP" && !w.lex.is("spoken-to", t.lower(i)) {
			return false
		}
	}
	return words > 0
}

// saysSo reports whether the content of a verb is a clause or a quotation.
func (w *whoIndex) saysSo(c *candidate) bool {
	switch c.rule {
	case "fronted", "quote", "led", "tail":
		return true
	case "clause":
		if i := c.tree.tokenAt(c.content[0].Start); i >= 0 && c.tree.opensClause(i) {
			return true
		}
	}
	return c.direct || c.finiteness() == "main"
}

// isFinite reports whether a token is a finite verb or auxiliary.
func (t *tree) isFinite(i int) bool { return t.words[i].finite }

// isFinite reports whether a tag is one of finite verbs and auxiliaries.
func isFinite(xpos string) bool {
	switch xpos {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// isDenied reports whether a verb says that nothing was said: it is negated, or
// stands behind "without".
func (w *whoIndex) isDenied(t *tree, h int) bool {
	if o := t.kid(h, "obj"); o > h && t.lower(o) == "nothing" {
		return true // "saying nothing of the ice"
	}
	for _, k := range t.kids[h] {
		if k < h && (t.rel(k, "advmod") && w.lex.is("negation", t.lower(k)) || t.rel(k, "mark", "case") && t.lower(k) == "without") {
			return true
		}
	}
	return false
}
