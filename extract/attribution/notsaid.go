package attribution

import "slices"

// What stands beside a verb of speech is not always what was said: the main clause behind
// "whatever he claims" is the writer's, the noun before a participle is known without
// whoever declared it, and what was done on some occasion is no word of anybody.

// isNoContent reports whether a content tells of something else than what its source said.
func (w *whoIndex) isNoContent(c *candidate) bool {
	t, h := c.tree, c.head
	switch {
	case len(c.content) == 0:
		return false
	case w.isWhatever(c), w.isReceived(c):
		return true
	case c.rule == "passive" && w.lex.is("deed", t.lemma(h)):
		return t.Tokens[h].UPOS == "VERB" // "“The Long Pier” is directed by Ann Lee"
	case c.direct:
		return false
	}
	return w.isWhereSaid(c) || w.isDeedObject(t, h) || w.isDescribing(c) || w.isAsked(c) || w.isUnnamed(c) || w.isParticiple(c) || w.isNobody(c) || c.rule == "before" && (w.isLater(t, h) || w.isParticipleOf(c)) || w.isOccasionOnly(c)
}

// isWhereSaid reports whether a content is only a phrase that says where, how or to whom
// somebody speaks: "talked into the horn", "lashed out at the council", "contends with high prices".
func (w *whoIndex) isWhereSaid(c *candidate) bool {
	i := c.restPhrase()
	return i >= 0 && w.lex.is("wheresaid", c.tree.lower(i)) && !w.lex.is("infavour", c.tree.lower(i+1))
}

// restPhrase returns the preposition of a content that is no more than the phrases behind
// a verb, -1 for another one.
func (c *candidate) restPhrase() int {
	i := c.opening()
	if c.rule != "rest" || i < 0 || c.tree.Tokens[i].UPOS != "ADP" || c.finiteness() != "none" {
		return -1
	}
	return i
}

// isWhatever reports whether a content is the main clause behind a clause that sets aside
// what somebody says: "whatever the mayor claims, | the fares rose", "contrary to what she
// said, |".
func (w *whoIndex) isWhatever(c *candidate) bool {
	t, k, i := c.tree, c.source.first-1, c.opening()
	if n := t.tokenAt(c.content[len(c.content)-1].End - 1); n >= 0 && n == k && n < c.head && w.lex.is("what", t.lower(n)) {
		return true // "| contrary to what | she said"
	}
	if c.source.empty() || i < 1 || i < c.cue[0].last || t.Tokens[i-1].Form != "," {
		return false
	}
	for k > 0 && t.Tokens[k].UPOS == "ADV" && !w.lex.is("whatever", t.lower(k)) && !w.lex.is("what", t.lower(k)) {
		k-- // "whatever else the mayor says"
	}
	return k >= 0 && (w.lex.is("whatever", t.lower(k)) || k > 0 && w.lex.is("what", t.lower(k)) && w.lex.is("set-aside", t.lower(k-1)))
}

// isReceived reports whether a noun is said of who hears or turns down what another said:
// "received a call from the mayor", "rejected statements by the council".
func (w *whoIndex) isReceived(c *candidate) bool {
	v := c.tree.Tokens[c.head].Head
	return c.rule == "noun-light" && v >= 0 && w.lex.is("receives", c.tree.lemma(v))
}

// isDeedObject reports whether a verb with its object is a deed: "declared war", "revealed
// a design", "claimed a medal".
func (w *whoIndex) isDeedObject(t *tree, h int) bool {
	if t.Tokens[h].UPOS != "VERB" {
		return false
	}
	o := t.kid(h, "obj", "nsubj:pass")
	return o >= 0 && w.lex.is("deed-object", t.lemma(h)+" "+t.lemma(w.partOf(t, o)))
}

// isLater reports whether a verb only tells when something before it happened: "the crew
// was freed | after the families insisted".
func (w *whoIndex) isLater(t *tree, h int) bool {
	return slices.ContainsFunc(t.kids[h], func(k int) bool {
		return k < h && t.rel(k, "mark", "advmod") && w.lex.is("later", t.lower(k))
	})
}

// isParticipleOf reports whether a participle says whose a noun of the clause before it is:
// "it is the second day of the strike | declared by the union".
func (w *whoIndex) isParticipleOf(c *candidate) bool {
	t, h := c.tree, c.head
	return t.Tokens[h].XPOS == "VBN" && t.rel(h, "acl") && !t.rel(h, "acl:relcl") && c.finiteness() == "main"
}

// isOccasionOnly reports whether the rest behind a verb is no more than where or when it
// was said: "as promised by the leaders | at a summit in May".
func (w *whoIndex) isOccasionOnly(c *candidate) bool {
	t, i := c.tree, c.restPhrase()
	if i != c.head+1 || !w.lex.is("occasion-of", t.lower(i)) || c.entry.takesPrep(t.lower(i)) {
		return false
	}
	p := t.phraseAt(i)
	return p >= 0 && t.rel(p, "obl") && t.kid(c.head, "obj", "ccomp", "xcomp") < 0 && t.hi[p] >= t.tokenAt(c.content[len(c.content)-1].End-1)-1
}

// opensWithObject reports whether a content begins with the object of its verb, so that a
// finite verb in it is of something else.
func (w *whoIndex) opensWithObject(c *candidate) bool {
	t, i := c.tree, c.opening()
	o := t.kid(c.head, "obj")
	return o > c.head && t.lo[o] <= i && i <= o && nominal(t, i) && t.kid(c.head, "ccomp", "xcomp") < 0 && !t.finiteIn(i, o)
}

// isDescribing reports whether a participle at the beginning of a sentence only tells what
// the statement behind it is about: "Describing her boat, | she said it was old".
func (w *whoIndex) isDescribing(c *candidate) bool {
	t, h := c.tree, c.head
	return c.cue[0].first <= 1 && t.Tokens[h].XPOS == "VBG" && c.rule == "object" && w.lex.is("describes", t.lemma(h)) && c.finiteness() == "none" && !c.wordBehind(isAs)
}

// isAsked reports whether a participle between commas only says that the one before it was
// asked something: "the mayor, asked about the fares, | said".
func (w *whoIndex) isAsked(c *candidate) bool {
	t, h := c.tree, c.head
	return w.lex.is("asked", t.lemma(h)) && t.Tokens[h].UPOS == "VERB" && h == c.cue[0].first && h > 1 && t.Tokens[h-1].Form == "," && c.source.last < h && (t.Tokens[h].XPOS == "VBN" || t.rel(h, "advcl") && t.Tokens[h].Head > h) && t.rel(h, "acl", "advcl") && !t.rel(h, "acl:relcl") && t.agent(h) < 0
}

// isUnnamed reports whether somebody only asks not to be named.
func (w *whoIndex) isUnnamed(c *candidate) bool {
	i := c.opening()
	if i <= c.head || len(c.content) != 1 {
		return false
	}
	for k := i; k < len(c.tree.Tokens) && c.tree.Tokens[k].Start < c.content[0].End; k++ {
		if k > i+maxUnnamed {
			return false
		}
		if w.lex.is("unnamed", c.tree.lower(k)) {
			return c.tree.Tokens[k].End >= c.content[0].End
		}
	}
	return false
}

// maxUnnamed bounds the words that ask not to be named.
const maxUnnamed = 5

// isParticiple reports whether a participle only says that what stands before it was told:
// "the decision, announced on Monday, | angered the crews".
func (w *whoIndex) isParticiple(c *candidate) bool {
	t, h := c.tree, c.head
	if i := c.opening(); c.rule == "rest" && h > 0 && t.Tokens[h-1].Form == "," && c.source.last == h-1 && i == h+1 && t.Tokens[i].UPOS == "ADP" && h == c.cue[0].first && !t.hasComma(c.source) {
		return true
	}
	return t.Tokens[h].XPOS == "VBN" && t.Tokens[h].UPOS == "VERB" && h == c.cue[0].first && t.rel(h, "acl") && !t.rel(h, "acl:relcl") && t.agent(h) < 0 && !c.source.empty() && c.source.last <= h && c.opening() > h
}

// hasComma reports whether a comma stands in a stretch.
func (t *tree) hasComma(s stretch) bool {
	for i := s.first; i < s.last; i++ {
		if t.Tokens[i].Form == "," {
			return true
		}
	}
	return false
}

// isNobody reports whether nobody is said to have said it: "neither the crews nor the
// council have said", "no official has said".
func (w *whoIndex) isNobody(c *candidate) bool {
	t, i := c.tree, c.source.first
	if c.source.empty() || c.direct {
		return false
	}
	return w.lex.is("none", t.lower(i)) && i+1 < len(t.Tokens) && t.Tokens[i+1].UPOS != "NUM" || t.lower(i-1) == "neither"
}
