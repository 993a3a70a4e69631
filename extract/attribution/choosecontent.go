package attribution

import (
	"slices"

	"dyad/schema"
)

// maxReadings bounds the contents that are weighed for a cue.
const maxReadings = 40

// readings lists what the content of a verb cue may be, its source given: the
// reading of the first rule that applies, those of the other rules, what
// stands before or around the cue, and the same with other ends.
func (r *reader) readings(c *candidate) []*candidate {
	out := []*candidate{c}
	if c.tree.Tokens[c.head].UPOS == "VERB" {
		for _, loose := range []bool{false, true} {
			for _, rule := range r.rules() {
				o := c.again(loose)
				o.cue = []stretch{r.verbCue(c.tree, c.head)}
				if rule(o) {
					out = addReading(out, o)
				}
			}
		}
		o := c.again(true)
		o.cue = []stretch{r.verbCue(c.tree, c.head)}
		r.rest(o)
		out = addReading(out, o)
		out = r.around(out, c)
	}
	out = r.led(out, c)
	for _, o := range slices.Clone(out) {
		out = r.otherEnds(out, o)
	}
	return out
}

// again copies a candidate without its content.
func (c *candidate) again(loose bool) *candidate {
	o := *c
	o.content, o.direct, o.rule, o.prep, o.loose, o.end = nil, false, "", "", loose, ""
	o.cue = slices.Clone(c.cue)
	return &o
}

// addReading adds a reading whose content is not listed yet.
func addReading(list []*candidate, o *candidate) []*candidate {
	if len(o.content) == 0 || len(list) >= maxReadings {
		return list
	}
	for _, x := range list {
		if slices.Equal(x.content, o.content) {
			return list
		}
	}
	return append(list, o)
}

// around adds the readings that need no tree: all before the cue, all behind
// it, and both.
func (r *reader) around(out []*candidate, c *candidate) []*candidate {
	t := c.tree
	cue := r.verbCue(t, c.head)
	first, last := cue.first, cue.last
	if !c.source.empty() && c.source.last == first {
		first = c.source.first
	}
	if !c.source.empty() && c.source.first == last {
		last = c.source.last
	}
	for _, w := range []struct {
		rule  string
		parts []stretch
	}{
		{"before", []stretch{{0, first}}},
		{"behind", []stretch{{last, len(t.Tokens)}}},
		{"around", []stretch{{0, first}, {last, len(t.Tokens)}}},
	} {
		o := c.again(true)
		o.cue, o.rule = []stretch{cue}, w.rule
		r.setContent(o, w.parts...)
		out = addReading(out, o)
	}
	return out
}

// led adds the quotation behind the colon that ends the sentence of a cue, or
// that stands between cue and quotation.
func (r *reader) led(out []*candidate, c *candidate) []*candidate {
	t := c.tree
	for i := c.head + 1; i < len(t.Tokens); i++ {
		if t.Tokens[i].Form != ":" {
			continue
		}
		q := r.quoteBehind(t.Tokens[i-1].End)
		if q < 0 || quoteAt(r.quotes, t.Tokens[i].Start) >= 0 {
			return out
		}
		o := c.again(true)
		o.rule, o.content, o.direct = "led", r.tidy([]schema.Span{r.quotes[q].Span}), true
		return addReading(out, o)
	}
	return out
}

// otherEnds adds the readings of a content behind its cue that end elsewhere:
// before a phrase that the tree hangs somewhere below the cue, and at the end
// of the sentence.
func (r *reader) otherEnds(out []*candidate, o *candidate) []*candidate {
	t := o.tree
	if len(o.content) != 1 || o.content[0].Start < t.Tokens[o.head].End || o.content[0].End > t.End || o.rule == "phrase" {
		return out
	}
	first := t.tokenAt(o.content[0].Start)
	if first < 0 {
		return out
	}
	for e := first + 1; e <= len(t.Tokens); e++ {
		if e < len(t.Tokens) && !t.opensPhrase(e, first) {
			continue
		}
		x := *o
		x.content, x.end = nil, "cut"
		r.setContent(&x, stretch{first, e})
		if len(x.content) == 1 && r.widerEnd(&x, e) {
			out = addReading(out, &x)
		}
	}
	return out
}

// widerEnd reports whether a content still ends where it was cut: one that
// was spread to the end of a quotation is another reading.
func (r *reader) widerEnd(x *candidate, e int) bool {
	return e >= len(x.tree.Tokens) || x.content[0].End <= x.tree.Tokens[e].Start
}

// tokenAt returns the token that starts at or behind byte b, or -1.
func (t *tree) tokenAt(b int) int {
	for i := range t.Tokens {
		if t.Tokens[i].End > b {
			return i
		}
	}
	return -1
}

// opensPhrase reports whether a phrase begins at token e that hangs on
// something before it.
func (t *tree) opensPhrase(e, first int) bool {
	x := t.phraseAt(e)
	return x >= 0 && t.rel(x, "advcl", "obl", "conj", "acl", "parataxis", "appos", "nmod", "ccomp", "xcomp", "advmod", "obj", "nsubj")
}

// phraseAt returns the head of the widest phrase that begins at token e and
// hangs on something before it, or -1.
func (t *tree) phraseAt(e int) int {
	for i := e; t.lo[i] == e; i = t.Tokens[i].Head {
		if t.Tokens[i].Head < e {
			return i
		}
	}
	return -1
}

// contentFeatures describes one reading.
func (r *reader) contentFeatures(b *bag, c, o *candidate, index int) {
	t, h := c.tree, c.head
	lemma, lex := t.lemma(h), lexType(o)
	rule := o.rule + o.end
	b.add("rule=", rule)
	b.add("rule+lemma=", rule, lemma)
	b.add("rule+lex=", rule, lex)
	b.add("rule+rel=", rule, t.Tokens[h].DepRel)
	b.add("rule+src=", rule, sourceType(c))
	b.add("rule+xpos=", rule, t.Tokens[h].XPOS)
	if index == 0 {
		b.add("first=", rule)
		b.add("first+lex=", lex)
	}
	if o.prep != "" {
		b.add("prep=", o.prep)
		b.add("prep+lemma=", o.prep, lemma)
	}
	b.add("parts=", bucket(len(o.content)), o.rule)
	b.add("size=", bucket(o.size()/12), o.rule)
	b.add("size+end=", bucket(o.size()/12), o.end)
	if o.direct {
		b.add("direct=", o.rule)
		b.add("direct+lex=", lex)
	}
	if q := len(o.content); q > 0 {
		r.edgeFeatures(b, o)
	}
}

// edgeFeatures describes the first and the last word of a content and what
// stands beyond them.
func (r *reader) edgeFeatures(b *bag, o *candidate) {
	t := o.tree
	first, last := t.tokenAt(o.content[0].Start), -1
	end := o.content[len(o.content)-1].End
	for i := range t.Tokens {
		if t.Tokens[i].Start < end {
			last = i
		}
	}
	if first < 0 || last < 0 || o.content[0].Start < t.Start {
		b.add("beyond=", o.rule)
		return
	}
	side := "<"
	if first > o.head {
		side = ">"
	}
	for first < last && !t.isWord(first) {
		first++
	}
	b.add("start=", t.lower(first), side)
	b.add("startpos=", t.upos(first), side, o.rule)
	b.add("before=", t.lower(first-1), side)
	b.add("start+lemma=", t.upos(first), side, t.lemma(o.head))
	b.add("gap=", bucket(first-o.head), side)
	b.add("endword=", t.upos(last), o.end)
	for last > 0 && !t.isWord(last) {
		last--
	}
	e := last + 1
	comma := "tight"
	for e < len(t.Tokens) && !t.isWord(e) {
		comma = t.Tokens[e].Form
		e++
	}
	if e >= len(t.Tokens) {
		b.add("end=", "sentence", o.rule)
		b.add("end+end=", "sentence", o.end)
		r.keptFeatures(b, o, first, last)
		return
	}
	x, where := t.phraseAt(e), "up"
	rel, mark := "none", ""
	if x >= 0 {
		rel = t.Tokens[x].DepRel
		mark = t.lower(e)
		switch g := t.Tokens[x].Head; {
		case g >= first && g <= last:
			where = "in"
		case g == o.head:
			where = "cue"
		}
	}
	if t.rel(e, "cc") {
		mark = "cc"
		if x = t.Tokens[e].Head; x >= 0 {
			rel = "cc-" + t.Tokens[x].UPOS + "-" + t.Tokens[x].XPOS
			where = "up"
			if g := t.Tokens[x].Head; g >= first && g <= last {
				where = "in"
			} else if g == o.head {
				where = "cue"
			}
		}
	}
	b.add("cut=", rel, where, comma)
	b.add("cut+side=", rel, where, side)
	b.add("cut+mark=", rel, mark, comma)
	b.add("cut+where=", where, mark, comma)
	b.add("cut+rule=", rel, where, o.rule)
	b.add("cutword=", mark, comma)
	b.add("cutpos=", t.upos(e), where, comma)
	if q := quoteAt(r.quotes, t.Tokens[e].Start); q >= 0 && r.quotes[q].Start < end && !o.quoted {
		b.add("cuts-quote")
	}
	r.keptFeatures(b, o, first, last)
}

// keptFeatures describes the phrases behind a comma or below the cue that a
// content keeps.
func (r *reader) keptFeatures(b *bag, o *candidate, first, last int) {
	t := o.tree
	for e := first + 1; e <= last; e++ {
		if !t.isWord(e) {
			continue
		}
		x := t.phraseAt(e)
		if x < 0 {
			continue
		}
		g := t.Tokens[x].Head
		comma := "tight"
		if !t.isWord(e - 1) {
			comma = t.Tokens[e-1].Form
		}
		switch {
		case g == o.head && x != first:
			b.add("keep=", t.Tokens[x].DepRel, comma)
			b.add("keepmark=", t.Tokens[x].DepRel, t.lower(e))
		case g < first:
			b.add("keepup=", t.Tokens[x].DepRel, comma)
		case comma != "tight" && t.rel(x, "advcl", "parataxis", "conj", "acl"):
			b.add("keepin=", t.Tokens[x].DepRel, comma)
			b.add("keepword=", t.lower(e), comma)
		}
	}
}

// overlap is the size of what two lists of spans share, over that of both.
func overlap(a, b []schema.Span) float64 {
	n, all := 0, 0
	for _, x := range a {
		all += x.End - x.Start
		for _, y := range b {
			n += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	for _, y := range b {
		all += y.End - y.Start
	}
	if all == n {
		return 0
	}
	return float64(n) / float64(all-n)
}
