package attribution

import (
	"slices"

	"dyad/schema"
)

// isNoThought reports whether a word of belief or intention tells of neither: how
// something is called ("known as"), what somebody saw or found, what he did ("chose a
// seat", "sought refuge", "learned to swim"), what he does something for ("searched it to
// find out whether"), what is bound to happen ("sure to rain") or what anybody may think
// ("if you know what to look for").
func (w *whoIndex) isNoThought(c *candidate) bool {
	t, h := c.tree, c.head
	lemma, verb := t.lemma(h), t.Tokens[h].UPOS == "VERB"
	if c.direct || len(c.content) == 0 {
		return false
	}
	switch {
	case c.isPronoun("you") && !c.quoted:
		return true
	case w.lex.is("certain", lemma):
		return !verb && w.infinitiveIn(c)
	case t.rel(h, "xcomp") && t.Tokens[h].Head >= 0 && w.lex.is("makes", t.lemma(t.Tokens[h].Head)) && (!verb || t.Tokens[h].XPOS == "VB"):
		return true // "which makes him confident", "they have to consider it"
	case c.rule == "noun-light" && w.lex.is("light-idiom", t.lemma(t.Tokens[h].Head)+" "+lemma):
		return true // "to make sense of it"
	case !verb:
		return false
	case c.passive && c.onlyPronouns(), t.Tokens[h].XPOS == "VBN" && c.cue[0].first > 0 && w.lex.is("comparing", t.lower(c.cue[0].first-1)):
		return true // "she is highly regarded", "less than expected"
	case w.lex.is("known", lemma) && t.Tokens[h].XPOS == "VBN" && (c.prep == "to" || t.lower(c.cue[0].last) == "to"),
		w.lex.is("known", lemma) && t.Tokens[h].XPOS == "VBN" && t.agent(h) < 0 && w.hasRole(c),
		w.lex.is("perceives", lemma) && !w.tellsClause(c) && !c.wordBehind(isAs),
		w.lex.is("finds", lemma) && c.finiteness() == "none" && t.kid(h, "xcomp", "ccomp") < 0 && !c.wordBehind(isAs) && !c.wordBehind(w.isVerdict) && !w.lex.is("evidence", t.objectLemma(h)),
		w.lex.is("learns", lemma) && w.infinitiveIn(c),
		w.lex.is("chooses", lemma) && (c.rule == "object" || c.rule == "rest") && c.finiteness() == "none" && !w.isDenied(t, h),
		w.lex.is("strives", lemma) && !w.saysSo(c):
		return true
	case w.lex.is("sought", t.objectLemma(h)):
		return w.lex.is("seeks", lemma)
	}
	return w.lex.is("inquires", lemma) && t.Tokens[h].XPOS == "VB" && t.rel(h, "advcl", "acl") && t.kid(h, "mark") >= 0 && t.lower(t.kid(h, "mark")) == "to"
}

// hasRole reports whether a phrase with "as", "for" or "by" follows a participle:
// "known as the Hook", "best known in May for its ships".
func (w *whoIndex) hasRole(c *candidate) bool {
	return w.lex.is("role", c.prep) || c.wordBehind(func(t *tree, i int) bool {
		return w.lex.is("role", t.lower(i)) && (t.Tokens[i].Head == c.head || t.Tokens[i].Head >= 0 && t.Tokens[t.Tokens[i].Head].Head == c.head || i == c.cue[0].last)
	})
}

// wordBehind reports whether a token with some trait stands between a cue and the end of
// its content.
func (c *candidate) wordBehind(is func(t *tree, i int) bool) bool {
	t := c.tree
	for i := c.head + 1; i < len(t.Tokens) && t.Tokens[i].Start < c.content[len(c.content)-1].End; i++ {
		if is(t, i) {
			return true
		}
	}
	return false
}

// onlyPronouns reports whether a content has no word but pronouns.
func (c *candidate) onlyPronouns() bool {
	t := c.tree
	for i := range t.Tokens {
		if t.isWord(i) && covers(c.content, t.Tokens[i].Start) && t.Tokens[i].UPOS != "PRON" {
			return false
		}
	}
	return true
}

// isAs reports whether a token is an "as" of what something is taken for.
func isAs(t *tree, i int) bool { return t.lower(i) == "as" && t.Tokens[i].UPOS != "ADV" }

// isVerdict reports whether a token says what a court or inquiry holds of somebody.
func (w *whoIndex) isVerdict(t *tree, i int) bool {
	return w.lex.is("verdict", t.lower(i)) || t.rel(i, "amod") && t.Tokens[i].Head < i
}

// tellsClause reports whether a content begins with what opens a clause, or holds one of
// its own.
func (w *whoIndex) tellsClause(c *candidate) bool {
	t, i := c.tree, c.opening()
	if c.rule == "clause" || i >= 0 && (t.lower(i) == "that" && t.opensClause(i) || t.isRelative(i) || w.lex.is("condition", t.lower(i))) {
		return true
	}
	return i >= 0 && i+1 < len(t.Tokens) && nominal(t, i) && t.isFinite(i+1)
}

// infinitiveIn reports whether an infinitive is the content of a word.
func (w *whoIndex) infinitiveIn(c *candidate) bool {
	t, i := c.tree, c.opening()
	if c.rule == "infinitive" || c.prep == "to" {
		return true
	}
	return i >= 0 && t.lower(i) == "to" && t.Tokens[i].XPOS == "TO"
}

// objectLemma is the lemma of the object of a verb, "" if it has none.
func (t *tree) objectLemma(v int) string {
	if o := t.kid(v, "obj"); o >= 0 {
		return t.lemma(o)
	}
	return ""
}

// untilMain ends what a subject is told to say before the verb of its sentence: "rumours
// claiming that the pier is old | have spread", "fears of a flood | grew".
func (r *reader) untilMain(c *candidate) {
	t, n := c.tree, len(c.content)-1
	subject := c.head
	if v := t.Tokens[c.head].Head; t.Tokens[c.head].XPOS == "VBG" && t.rel(c.head, "advcl") && v > c.head && n == 0 {
		r.untilSubject(c, v)
		return
	}
	if t.Tokens[c.head].UPOS == "VERB" {
		if !t.rel(c.head, "acl") || t.Tokens[c.head].Head < 0 || t.Tokens[c.head].Head > c.head {
			return
		}
		subject = t.Tokens[c.head].Head
	}
	v := t.Tokens[subject].Head
	if v <= c.head || !t.rel(subject, "nsubj", "nsubj:pass") || c.content[n].Start >= t.End || c.content[n].End <= t.Tokens[c.head].Start {
		return
	}
	first := v
	for _, k := range t.kids[v] {
		if k > c.head && k < first && t.rel(k, "aux", "aux:pass", "cop", "advmod") {
			first = k
		}
	}
	from := t.tokenAt(c.content[n].Start)
	if from <= c.head || first <= from || t.Tokens[first].Start >= c.content[n].End || quoteAt(r.quotes, t.Tokens[first].Start) >= 0 {
		return
	}
	if t.isRelative(first-1) || (c.rule == "clause" || c.rule == "behind") && t.finiteIn(from, t.tokenAt(c.content[n].End-1)+1) && !t.finiteIn(from, first) {
		return // "hoping the pier will last"
	}
	for first > from+1 && !t.isWord(first-1) && !r.atMark(t, first-1) {
		first--
	}
	c.content = append(slices.Clone(c.content[:n]), c.content[n])
	c.content[n].End = t.Tokens[first-1].End
}

// untilSubject ends a participle that opens a sentence before the main clause: "knowing
// that the pier is old|, Lund has shut it".
func (r *reader) untilSubject(c *candidate, main int) {
	t := c.tree
	k := t.kid(main, "nsubj", "nsubj:pass")
	if k < 0 || k < c.head {
		return
	}
	first, from := t.lo[k], t.tokenAt(c.content[0].Start)
	if from <= c.head || first <= from+1 || t.Tokens[first-1].Form != "," || t.Tokens[first-1].Start >= c.content[0].End || quoteAt(r.quotes, t.Tokens[first].Start) >= 0 {
		return
	}
	c.content = []schema.Span{{Start: c.content[0].Start, End: t.Tokens[first-2].End}}
}
