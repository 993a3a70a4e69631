package attribution

import (
	"slices"

	"dyad/internal/loglinear"
	"dyad/schema"
)

// maxReadings bounds the contents that are weighed for a cue.
const maxReadings = 40

// readings lists what the content of a cue may be, its source given: what the
// rules read, and the same with other ends.
func (r *reader) readings(c *candidate) []*candidate {
	out := r.ruledReadings(c)
	for _, o := range out {
		out = r.otherEnds(out, o)
	}
	return r.fullReadings(out)
}

// ruledReadings lists the reading of the first rule that applies to a cue, those
// of the other rules, and what stands before or around the cue.
func (r *reader) ruledReadings(c *candidate) []*candidate {
	out := append(make([]*candidate, 0, 16), c)
	if c.tree.Tokens[c.head].UPOS == "VERB" {
		out = r.ruled(out, c)
		o := r.again(c, true)
		o.cue = []stretch{r.verbCue(c.tree, c.head)}
		r.rest(o)
		out = addReading(out, o)
		out = r.around(out, c)
	}
	out = r.led(out, c)
	return r.late(out, c)
}

// fullReadings leaves out the readings that stop short, if others are left.
func (r *reader) fullReadings(list []*candidate) []*candidate {
	full := make([]*candidate, 0, len(list))
	for _, o := range list {
		if !r.stopsShort(o) {
			full = append(full, o)
		}
	}
	if len(full) == 0 {
		return list
	}
	return full
}

// stopsShort reports whether a content behind its cue ends inside a list or
// before the verb of its clause.
func (r *reader) stopsShort(o *candidate) bool {
	t := o.tree
	if len(o.content) != 1 || o.content[0].Start < t.Tokens[o.head].End || o.content[0].End >= t.End || o.rule == "phrase" {
		return false
	}
	first, end := t.tokenAt(o.content[0].Start), t.tokenAt(o.content[0].End)
	return first >= 0 && end > first && end < len(t.Tokens) && r.isCutShort(o, first, end)
}

// ruled adds the readings of all rules, as the lexicon has the cue and as any
// verb could have it.
func (r *reader) ruled(out []*candidate, c *candidate) []*candidate {
	var applied [len(verbRules)]bool
	cue := r.verbCue(c.tree, c.head)
	o, own := r.fresh(), make([]stretch, 1)
	for _, loose := range [2]bool{false, true} {
		for i, rule := range verbRules {
			if applied[i] && !rule.varied {
				continue
			}
			*o = *c
			o.clear(loose)
			own[0], o.cue = cue, own
			if rule.applies(r, o) {
				applied[i] = true
				out = addReading(out, o)
				o, own = r.fresh(), make([]stretch, 1)
			}
		}
	}
	return out
}

// again copies a candidate without its content.
func (r *reader) again(c *candidate, loose bool) *candidate {
	o := r.fresh()
	*o = *c
	o.clear(loose)
	o.cue = slices.Clone(c.cue)
	return o
}

// fresh returns a candidate to be filled.
func (r *reader) fresh() *candidate {
	n := len(r.spare)
	if n == 0 {
		r.lent = append(r.lent, r.rooms.candidate())
	} else {
		r.lent, r.spare = append(r.lent, r.spare[n-1]), r.spare[:n-1]
	}
	return r.lent[len(r.lent)-1]
}

// takeBack makes the fresh candidates spare ones again, but for one.
func (r *reader) takeBack(but *candidate) {
	for _, o := range r.lent {
		if o != but {
			r.spare = append(r.spare, o)
		}
	}
	r.lent = r.lent[:0]
}

// clear takes the content and what belongs to it out of a candidate.
func (c *candidate) clear(loose bool) {
	c.content, c.direct, c.rule, c.prep, c.loose, c.end = nil, false, "", "", loose, ""
	if c.entry == nil {
		c.kind = schema.KindOther // the rules of quotations say otherwise
	}
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
		o := r.again(c, true)
		o.cue, o.rule = []stretch{cue}, w.rule
		r.setContent(o, w.parts...)
		out = addReading(out, o)
	}
	return out
}

// led adds the quotation behind the colon that ends the sentence of a cue, or
// that stands between cue and quotation.
func (r *reader) led(out []*candidate, c *candidate) []*candidate {
	q := r.ledQuote(c.tree, c.head)
	if q < 0 {
		return out
	}
	o := r.again(c, true)
	o.rule, o.content, o.direct = "led", r.tidy([]schema.Span{r.quotes[q].Span}), true
	return addReading(out, o)
}

// ledQuote returns the quotation behind the first colon after a word, or -1.
func (r *reader) ledQuote(t *tree, i int) int {
	for i++; i < len(t.Tokens); i++ {
		if t.Tokens[i].Form != ":" {
			continue
		}
		if q := r.quoteBehind(t.Tokens[i-1].End); quoteAt(r.quotes, t.Tokens[i].Start) < 0 {
			return q
		}
		return -1
	}
	return -1
}

// late adds the readings that leave out what stands between the cue and the
// clause it reports, wherever the tree hangs it: "said | in an interview on
// Monday | that talks would go on", "asked | the council | to wait".
func (r *reader) late(out []*candidate, c *candidate) []*candidate {
	t := c.tree
	if t.Tokens[c.head].UPOS != "VERB" {
		return out
	}
	cue := r.verbCue(t, c.head)
	had := ""
	for i := cue.last + 1; i < len(t.Tokens) && i < cue.last+maxSkipped; i++ {
		if !t.opensClause(i) || t.lower(i) == had || c.source.has(i) {
			continue
		}
		had = t.lower(i)
		rule, frame := "clause", frameClause
		if had == "to" {
			rule, frame = "infinitive", frameInf
		}
		o := r.again(c, !c.entry.takes(frame))
		o.cue, o.rule, o.end = []stretch{cue}, rule, "late"
		r.setContent(o, stretch{i, len(t.Tokens)})
		out = addReading(out, o)
	}
	return out
}

// maxSkipped bounds the words between a cue and a clause that it reports.
const maxSkipped = 24

// opensClause reports whether a token is "that" before a subject, though the
// tagger may take it for a relative, or the "to" of an infinitive.
func (t *tree) opensClause(i int) bool {
	switch t.lower(i) {
	case "that":
		return t.Tokens[i].UPOS == "SCONJ" || t.Tokens[i].XPOS == "WDT" && i+1 < len(t.Tokens) && nominal(t, i+1)
	case "to":
		return t.Tokens[i].UPOS == "PART"
	}
	return false
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
	x := r.fresh()
	for e := first + 1; e <= len(t.Tokens); e++ {
		if e < len(t.Tokens) && !t.opensPhrase(e, first) {
			continue
		}
		*x = *o
		x.content, x.end = nil, o.end+"cut"
		r.setContent(x, stretch{first, e})
		if len(x.content) != 1 || !r.widerEnd(x, e) {
			continue
		}
		if grown := addReading(out, x); len(grown) > len(out) {
			out, x = grown, r.fresh()
		}
	}
	return out
}

// isCutShort reports whether a content cannot end before token e: it would be
// cut inside a list of nouns, or be a clause without its verb.
func (r *reader) isCutShort(o *candidate, first, e int) bool {
	t := o.tree
	if x := t.phraseAt(e); x >= 0 && t.rel(x, "conj") && t.Tokens[x].Head >= first && (nominal(t, x) && nominal(t, t.Tokens[x].Head) || t.listGoesOn(x)) {
		return true
	}
	if o.rule == "clause" && r.lacksMain(t, first, e) {
		return true
	}
	opened, before, behind := o.rule == "clause", false, false
	for i := first; i < len(t.Tokens); i++ {
		switch {
		case t.lower(i) == "that" && t.opensClause(i) && i < e:
			opened, before = true, false
		case t.isFinite(i):
			before = before || i < e
			behind = behind || i >= e
		}
	}
	return opened && behind && !before
}

// lacksMain reports whether a stretch is but the subordinate clause that a longer
// one begins with: "while sales were good |, profits fell".
func (r *reader) lacksMain(t *tree, first, e int) bool {
	if t.lower(first) == "that" && first+1 < e {
		first++ // "that while sales were good"
	}
	v := t.Tokens[first].Head
	if !t.rel(first, "mark") || !r.lex.is("before-main", t.lower(first)) || v <= first || v >= e {
		return false
	}
	for e > first && t.Tokens[e-1].Form == "," {
		e--
	}
	if e+2 >= len(t.Tokens) || t.Tokens[e].Form != "," || !nominal(t, e+1) {
		return false
	}
	for i := e + 2; i < len(t.Tokens); i++ {
		if t.isFinite(i) {
			x := i
			if t.rel(i, "aux", "cop") && t.Tokens[i].Head >= 0 {
				x = t.Tokens[i].Head
			}
			k := t.kid(x, "nsubj")
			return k > e && t.kid(x, "mark") < 0 && !t.rel(x, "acl", "advcl")
		}
	}
	return false
}

// listGoesOn reports whether a conjunct is one in the middle of a list: it has
// no conjunction, and one behind it has.
func (t *tree) listGoesOn(x int) bool {
	if k := t.kid(x, "cc"); k >= 0 && k < x {
		return false
	}
	return slices.ContainsFunc(t.kids[t.Tokens[x].Head], func(y int) bool { return y > x && t.rel(y, "conj") && t.kid(y, "cc") >= 0 })
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
	for i := e; i < len(t.Tokens) && t.lo[i] == e; i = t.Tokens[i].Head {
		if t.Tokens[i].Head < e {
			return i
		}
	}
	return -1
}

// contentFeatures describes one reading.
func (r *reader) contentFeatures(b *loglinear.Bag, c, o *candidate) {
	e := o.edges()
	r.openingFeatures(b, c, o, e)
	r.endingFeatures(b, o, e)
}

// opensLike reports whether a reading has the openingFeatures of another one,
// neither of them being the first.
func (o *candidate) opensLike(x *candidate, e, f edges) bool {
	return o.rule == x.rule && o.end == x.end && o.loose == x.loose && o.prep == x.prep && o.source == x.source && slices.Equal(o.cue, x.cue) &&
		e.inside == f.inside && e.first == f.first && len(o.content) == len(x.content) && o.content[0].Start == x.content[0].Start
}

// openingFeatures describes what a reading shares with those that only end
// elsewhere.
func (r *reader) openingFeatures(b *loglinear.Bag, c, o *candidate, e edges) {
	t, h := c.tree, c.head
	lemma, lex, rule := loglinear.PartOf(t.lemma(h)), loglinear.PartOf(lexType(o)), loglinear.PartOf(o.rule+o.end)
	b.Join("rule=", &rule)
	b.Join("rule+lemma=", &rule, &lemma)
	b.Join("rule+lex=", &rule, &lex)
	b.Add("rule+rel=", rule.Text(), t.Tokens[h].DepRel)
	b.Add("rule+src=", rule.Text(), sourceType(c))
	b.Add("rule+xpos=", rule.Text(), t.Tokens[h].XPOS)
	if o == c {
		b.Join("first=", &rule)
		b.Join("first+lex=", &lex)
	}
	if o.prep != "" {
		b.Add("prep=", o.prep)
		b.Add("prep+lemma=", o.prep, lemma.Text())
	}
	if r.lex.is("addressed", lemma.Text()) {
		b.Join("addressed=", &rule)
	}
	b.Add("parts=", bucket(len(o.content)), o.rule)
	if len(o.content) > 0 {
		r.actFeatures(b, o)
		r.startFeatures(b, o, e)
	}
}

// endingFeatures describes the size and the end of a reading.
func (r *reader) endingFeatures(b *loglinear.Bag, o *candidate, e edges) {
	b.Add("size=", bucket(o.size()/12), o.rule)
	b.Add("size+end=", bucket(o.size()/12), o.end)
	if o.direct {
		b.Add("direct=", o.rule)
		b.Add("direct+lex=", lexType(o))
	}
	if len(o.content) > 0 {
		b.Add("finite=", o.finiteness(), o.rule)
		r.endFeatures(b, o, e)
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
