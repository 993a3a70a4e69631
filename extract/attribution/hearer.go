package attribution

import "dyad/schema"

// behindHearer begins what is complained or apologized to somebody behind him:
// "complained | to the council | that fares were high".
func (r *reader) behindHearer(c *candidate) {
	t := c.tree
	if c.rule != "preposition" || c.prep != "to" || !r.lex.is("hears-of", t.lemma(c.head)) || len(c.content) != 1 || c.content[0].End > t.End {
		return
	}
	i, end := t.tokenAt(c.content[0].Start), t.tokenAt(c.content[0].End-1)+1
	for k := i + 1; k < end; k++ {
		if t.lower(k) == "that" && t.opensClause(k) || t.Tokens[k].UPOS == "ADP" && r.lex.is("told-of", t.lower(k)) {
			c.content = []schema.Span{{Start: t.Tokens[k].Start, End: c.content[0].End}}
			return
		}
		if t.isFinite(k) || t.isRelative(k) {
			return
		}
	}
}

// loosePhrase makes the whole rest of a sentence the content of a verb with a clause where
// a preposition right behind it that it does not take was read as its own: "said as | part
// of the plan |, the pier was closed".
func (r *reader) loosePhrase(c *candidate) {
	t, cue := c.tree, &c.cue[len(c.cue)-1]
	if c.rule != "preposition" || c.entry == nil || !c.entry.takes(frameClause) || c.entry.takesPrep(c.prep) || t.lower(cue.last-1) != c.prep || cue.last-1 <= c.head || c.content[0].End > t.End {
		return
	}
	e := t.tokenAt(c.content[0].End)
	if e < 0 || e+2 >= len(t.Tokens) || t.Tokens[e].Form != "," || !t.finiteIn(e, len(t.Tokens)) {
		return
	}
	if cue.last--; cue.last <= cue.first {
		c.cue = c.cue[:len(c.cue)-1]
	}
	from := max(c.head+1, c.cue[len(c.cue)-1].last)
	c.content, c.rule, c.prep = nil, "rest", ""
	r.setContent(c, stretch{from, len(t.Tokens)})
}
