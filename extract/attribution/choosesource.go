package attribution

import "strings"

// sourceOption is a noun phrase that may be the source of a cue; its head is
// -1 where the option is that nobody is named.
type sourceOption struct {
	head int
	span stretch
	// rule says that the subject rules name it.
	rule bool
}

// maxSources bounds the noun phrases that are weighed for a cue.
const maxSources = 14

// sourceOptions lists what may be the source of a candidate: what the subject
// rules found, nobody, and the other noun phrases of the sentence.
func (r *reader) sourceOptions(c *candidate) []sourceOption {
	t := c.tree
	out := []sourceOption{{c.sourceHead, c.source, true}}
	if c.sourceHead >= 0 {
		out = append(out, sourceOption{head: -1})
	}
	for d := 1; d < len(t.Tokens) && len(out) < maxSources; d++ {
		for _, i := range [2]int{c.head - d, c.head + d} {
			if i < 0 || i >= len(t.Tokens) || i == c.sourceHead || !r.heads(t, i) {
				continue
			}
			s := r.sourceSpan(t, i, c.head)
			if s.empty() || s.has(c.head) || i >= s.last || i < s.first {
				continue
			}
			out = append(out, sourceOption{head: i, span: s})
		}
	}
	return out
}

// heads reports whether a token is the head of a noun phrase that can speak.
func (r *reader) heads(t *tree, i int) bool {
	switch t.Tokens[i].UPOS {
	case "NOUN", "PROPN", "PRON":
	case "DET", "ADJ", "NUM":
		if !t.rel(i, "nsubj", "obl", "nmod:poss") {
			return false
		}
	default:
		return false
	}
	return !t.rel(i, "compound", "flat", "fixed", "expl", "obl:tmod", "nmod:tmod") && !r.lex.is("time", t.lemma(i))
}

// sourceFeatures describes one option.
func (r *reader) sourceFeatures(b *bag, c *candidate, o sourceOption) {
	t, h := c.tree, c.head
	lemma, tok := t.lemma(h), &t.Tokens[h]
	lex := lexType(c)
	rule := "other"
	if o.rule {
		rule = "rule"
	}
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

// path names the relations from token a up to the lowest token that governs
// both and down to b, at most five of them.
func (t *tree) path(a, b int) string {
	var up, down []string
	for n := 0; n < 12; n++ {
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
