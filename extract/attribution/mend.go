package attribution

import "dyad/schema"

// What is told of the act of saying is no part of what is said. Where a reading
// has drawn it into the content it is taken out again.

// mend takes out of a content when it was said, what the speaker did meanwhile,
// and the "as" between content and source; whom it is said by according to others,
// and what goes on behind the dashes that it stands between.
func (r *reader) mend(c *candidate, weighed, found []*candidate) {
	if len(c.content) == 0 {
		return
	}
	r.saidBySomebody(c)
	r.withoutOwnNoun(c)
	r.withoutTail(c)
	r.behindPhrase(c)
	if c.settled() {
		r.toSecondAct(c)
		return
	}
	r.inverted(c)
	r.withTitle(c)
	r.aroundAct(c)
	r.insideRelative(c)
	r.beforeWhile(c)
	r.loosePhrase(c)
	r.behindHearer(c)
	r.behindThat(c)
	r.withoutDateline(c)
	r.beforeDay(c)
	r.withoutDay(c)
	r.withoutOccasion(c)
	r.withFact(c)
	r.withSubject(c)
	r.withoutHearer(c)
	r.withVerb(c)
	r.withList(c)
	r.withCharge(c)
	r.toEnd(c, found)
	r.toSecondAct(c)
	r.toOtherAct(c, weighed)
	r.untilMain(c)
	r.untilSecondVerb(c)
	r.withAdverb(c)
	r.withoutMain(c)
	r.beforeOuterVerb(c)
	r.withoutGloss(c)
	r.withoutReserve(c)
	r.withoutMeanwhile(c)
	r.withoutAudience(c)
	r.withoutVenue(c)
	r.behindSaying(c)
	r.withBeginning(c)
	r.fromStart(c)
	r.toAct(c)
	r.withoutAs(c)
	r.withoutManner(c)
	r.withoutDayBehind(c)
	r.withoutYesterday(c)
	r.betweenDashes(c)
	r.withoutCredit(c, weighed)
	c.direct = r.isDirect(c)
}

// beginsAt returns the token that a content behind the cue begins with, -1 if it
// begins elsewhere or with a quotation.
func (r *reader) beginsAt(c *candidate) int {
	t := c.tree
	i := t.tokenAt(c.content[0].Start)
	if i < 0 || i <= c.head || t.Tokens[i].Start != c.content[0].Start || r.atMark(t, i) || i != max(c.cue[0].last, c.sourceEnd()) {
		return -1
	}
	return i
}

// sourceEnd is where a source behind the cue ends.
func (c *candidate) sourceEnd() int {
	if c.source.first < c.head {
		return 0
	}
	return c.source.last
}

// beginAt makes a content begin at a token.
func (c *candidate) beginAt(i int) {
	if s := c.tree.Tokens[i].Start; s < c.content[0].End {
		c.content = append([]schema.Span{{Start: s, End: c.content[0].End}}, c.content[1:]...)
	}
}

// withoutDay cuts the day of the statement before a clause: "said | on Tuesday |
// he would go". A comma would say that the day belongs to the clause.
func (r *reader) withoutDay(c *candidate) {
	t, i := c.tree, r.beginsAt(c)
	if i < 0 {
		return
	}
	if that := r.behindTime(c, i); that > i {
		c.beginAt(that)
		return
	}
	if t.lower(i) == "on" {
		i++
	}
	if !r.lex.is("day", t.lower(i)) {
		return
	}
	for i++; i < len(t.Tokens) && (t.Tokens[i].UPOS == "NUM" || r.lex.is("time", t.lower(i))); i++ {
	}
	if i+1 < len(t.Tokens) && nominal(t, i) && t.Tokens[i].Start < c.content[0].End && t.finiteIn(i, t.tokenAt(c.content[0].End-1)+1) {
		c.beginAt(i)
	}
}

// behindTime returns the "that" of a clause behind a noun phrase of time ("announced | the
// next day | that"), -1 if there is none.
func (r *reader) behindTime(c *candidate, i int) int {
	t, k := c.tree, i
	for k < len(t.Tokens) && k < i+4 && nominal(t, k) && t.lower(k) != "that" {
		k++
	}
	if k == i || k+1 >= len(t.Tokens) || t.lower(k) != "that" || !t.opensClause(k) || t.Tokens[k].Start >= c.content[0].End || !r.lex.is("time", t.lemma(k-1)) && !r.lex.is("day", t.lower(k-1)) {
		return -1
	}
	return k
}

// finiteIn reports whether a finite verb stands in a stretch.
func (t *tree) finiteIn(first, end int) bool {
	for i := first; i < end; i++ {
		if t.isFinite(i) {
			return true
		}
	}
	return false
}

// withoutOccasion cuts a phrase before the "that" of the clause which fills the
// rest: "said | while opening the fair | that sales were good".
func (r *reader) withoutOccasion(c *candidate) {
	t, i := c.tree, r.beginsAt(c)
	if i < 0 || !r.lex.is("occasion", t.lower(i)) {
		return
	}
	end := t.tokenAt(c.content[0].End - 1)
	for k := i + 1; k < len(t.Tokens) && k < i+maxSkipped; k++ {
		if t.Tokens[k].Form == "," {
			return
		}
		if t.isFinite(k) && t.Tokens[i].UPOS == "ADP" {
			return // "said | in May it rose so fast that"
		}
		v := t.Tokens[k].Head
		if t.lower(k) != "that" || t.Tokens[k].UPOS != "SCONJ" || v < k {
			continue
		}
		if t.kid(v, "nsubj") > k && t.hi[v] >= end-1 {
			c.beginAt(k)
		}
		return
	}
}

// withoutAs cuts the "as" between a content and its source: "The pier is safe,"
// | as | Lee points out.
func (r *reader) withoutAs(c *candidate) {
	t := c.tree
	for n, s := range c.content {
		i := t.tokenAt(s.End - 1)
		if i < 1 || t.lower(i) != "as" || i+1 != c.first() || c.source.first != c.first() && t.agent(c.head) < 0 || t.Tokens[i].End != s.End || t.Tokens[i-1].End <= s.Start {
			continue
		}
		end := t.Tokens[i-1].End
		if t.Tokens[i-1].Form == "," {
			end = t.Tokens[i-1].Start
		}
		content := append([]schema.Span(nil), c.content...)
		content[n].End = end
		c.content = content
	}
}
