package attribution

import (
	"slices"

	"dyad/schema"
)

// addressee is a noun phrase that names whom a source speaks to.
type addressee struct {
	head   int
	span   stretch
	actors []string
}

// address finds whom the source of a candidate speaks to: by the object or the
// preposition of the cue ("told reporters", "called on Oslo to"), or by what
// the sentence says of the occasion ("in a letter to the council", "speaking
// to the crowd"). Who only hears it in the content is none.
func (w *whoIndex) address(c *candidate) {
	for _, h := range w.addresseeHeads(c) {
		if h == c.sourceHead || slices.ContainsFunc(c.addressees, func(a addressee) bool { return a.head == h }) {
			continue
		}
		a := addressee{head: h, span: c.tree.nounPhrase(h)}
		for _, id := range w.allAt(c.tree, h) {
			if id != c.speaker {
				a.actors = append(a.actors, id)
			}
		}
		if !a.span.touches(c.source) && (len(a.actors) > 0 || w.canHear(c.tree, h)) {
			c.addressees = append(c.addressees, a)
			w.withoutHearer(c, a)
		}
	}
}

// withoutHearer cuts an addressee before the clause, quotation or subject that is
// said to him: "asked | Lee | why he left", "warned | him | about the ice".
func (w *whoIndex) withoutHearer(c *candidate, a addressee) {
	t := c.tree
	if len(c.content) == 0 || !w.lex.is("addressed", t.lemma(c.head)) || c.content[0].Start != t.Tokens[a.span.first].Start || a.span.last >= len(t.Tokens) || t.Tokens[a.span.last].Start >= c.content[0].End {
		return
	}
	i := a.span.last
	if t.Tokens[i].Form == "," {
		i++
	}
	if t.words[i].mark || t.isRelative(i) && t.Tokens[i].UPOS != "PRON" && i == a.span.last || w.lex.is("said-to", t.lower(i)) && i == a.span.last {
		c.beginAt(i)
	}
}

// addresseeHeads lists the heads of the phrases that may name an addressee.
func (w *whoIndex) addresseeHeads(c *candidate) []int {
	t, h := c.tree, c.head
	if t.Tokens[h].UPOS != "VERB" && c.rule != "tail" {
		return w.nounAddressees(t, h)
	}
	var out []int
	lemma := t.lemma(h)
	if k := w.addressedObject(c); k >= 0 {
		out = append(out, k)
	}
	for _, k := range t.kids[h] {
		switch p := t.caseOf(k); {
		case t.rel(k, "obl", "nmod") && k > h && w.lex.is("speaks-"+p, lemma):
			out = append(out, k)
		case t.rel(k, "obl") && w.lex.is("message", t.lemma(k)) && (p == "in" || p == "at" || p == "during"):
			out = append(out, w.hearersOf(t, k)...)
		case t.rel(k, "advcl", "acl") && w.lex.is("speaking", t.lemma(k)) && t.Tokens[k].XPOS == "VBG":
			out = append(out, w.hearersOf(t, k)...)
		}
	}
	return out
}

// nounAddressees: "the minister's message to Oslo that …".
func (w *whoIndex) nounAddressees(t *tree, n int) []int {
	if !w.lex.is("message", t.lemma(n)) {
		return nil
	}
	return w.hearersOf(t, n)
}

// addressedObject returns the object of a verb that is said to somebody, or
// the subject of its passive ("the council was told"); -1 if there is none.
func (w *whoIndex) addressedObject(c *candidate) int {
	t, h := c.tree, c.head
	if !w.lex.is("addressed", t.lemma(h)) {
		return -1
	}
	if c.passive {
		return t.kid(h, "nsubj:pass")
	}
	if k := t.kid(h, "iobj"); k > h {
		return k
	}
	if k := t.kid(h, "obj"); k > h {
		return k
	}
	// A parser that took the object for the subject of the clause: "told
	// reporters they would", "urged Oslo to wait".
	if k := t.kid(h, "ccomp", "xcomp"); k > h {
		if s := t.kid(k, "nsubj"); s > h && t.lo[s] == h+1 && (t.lower(t.lo[k]) == "to" || t.kid(k, "mark") > s && t.lower(t.kid(k, "mark")) == "to") {
			return s
		}
	}
	return -1
}

// hearersOf lists who stands behind "to", "with" or "before" in the phrase of
// a message or of "speaking", or is the object of "addressing". What the
// message is about or where it was read is left out.
func (w *whoIndex) hearersOf(t *tree, i int) []int {
	var out []int
	for _, k := range t.kids[i] {
		if k < i {
			continue
		}
		p := t.caseOf(k)
		if t.rel(k, "nmod", "obl") && w.lex.is("hearer", p) || t.rel(k, "obj") && w.lex.is("addressing", t.lemma(i)) {
			out = append(out, k)
		}
	}
	if len(out) > 0 || !t.rel(i, "obl") {
		return out
	}
	// "said in a letter | to the council": both hang on the verb.
	for _, k := range t.kids[t.Tokens[i].Head] {
		if t.rel(k, "obl") && t.lo[k] == t.hi[i]+1 && w.lex.is("hearer", t.caseOf(k)) {
			return []int{k}
		}
	}
	return nil
}

// canHear reports whether a noun without an actor can be spoken to.
func (w *whoIndex) canHear(t *tree, h int) bool {
	if w.lex.is("audience", t.lemma(h)) {
		return true
	}
	for _, e := range t.Entities {
		if e.First <= h && h < e.Last {
			return e.Type != "LOC"
		}
	}
	return false
}

// allAt lists the actors of the mentions at a head and at the heads that are
// coordinated with it.
func (w *whoIndex) allAt(t *tree, h int) []string {
	var out []string
	heads := []int{h}
	for _, k := range t.kids[h] {
		if t.rel(k, "conj") {
			heads = append(heads, k)
		}
	}
	for _, i := range heads {
		for _, id := range w.idsAt(t.index, i) {
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}

// idsAt returns the actors of the widest mention whose head is token i.
func (w *whoIndex) idsAt(sentence, i int) []string {
	var best []string
	size := -1
	for _, m := range w.bySentence[sentence] {
		if m.Head == i && !m.Modifier && m.End-m.Start > size {
			best, size = m.Actors, m.End-m.Start
		}
	}
	return best
}

// nounPhrase returns a noun with what names it: determiners, titles, names,
// complements with "of", coordinated nouns. Its preposition, clauses
// and other adjuncts are left out.
func (t *tree) nounPhrase(h int) stretch {
	s := stretch{h, h + 1}
	for _, k := range t.kids[h] {
		switch {
		case k < h && !t.rel(k, "case", "cc", "punct", "mark", "acl", "advcl", "nsubj"):
			s.first = min(s.first, t.lo[k])
		case k > h && (t.rel(k, "flat", "compound", "conj") || t.rel(k, "nmod") && t.caseOf(k) == "of"):
			if t.lo[k] <= s.last+2 {
				s.last = max(s.last, t.hi[k]+1)
			}
		}
	}
	return t.trim(s, func(int) bool { return false })
}

// addresseeSpans writes the addressees of a candidate out, in text order.
func (r *reader) addresseeSpans(c *candidate) []schema.Addressee {
	slices.SortStableFunc(c.addressees, func(a, b addressee) int { return a.span.first - b.span.first })
	var out []schema.Addressee
	for _, a := range c.addressees {
		for _, s := range r.texts(r.spansOf(c.tree, a.span)) {
			out = append(out, schema.Addressee{TextSpan: s, Actors: a.actors})
		}
	}
	return out
}
