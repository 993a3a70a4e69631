package attribution

import (
	"strings"

	"dyad/schema"
)

// kindOf is the kind of a candidate as its content shows it. A verb that tells
// of deeds as well as of speech is speech only with a clause or a quotation:
// "ordered that", not "ordered a ship". What is not said is no speech either,
// and what stands behind its content or beside a quotation is.
func (w *whoIndex) kindOf(c *candidate) string {
	if c.kind == schema.KindOther && (c.rule == "fronted" || c.rule == "quote") {
		return schema.KindSpeech // "…," he went on
	}
	if (c.kind == schema.KindBelief || c.kind == schema.KindIntention) && w.isNoThought(c) {
		return schema.KindOther
	}
	if c.kind != schema.KindSpeech {
		return c.kind
	}
	t, h := c.tree, c.head
	switch {
	case w.isNoContent(c):
		return schema.KindOther
	case c.rule == "colon" && !c.direct && (c.finiteness() == "none" || w.isDateline(c)),
		!c.direct && w.saysNothing(c),
		w.isDenied(t, h),
		w.isNaming(c),
		!c.direct && t.Tokens[h].XPOS == "VBN" && t.rel(h, "amod"), // "the claimed island"
		w.isBare(c),
		w.isWhatSaid(c),
		c.rule == "passive" && t.agent(h) < 0 && c.source.last <= c.cue[0].first, // "whose silence was repeated"
		w.tellsOfNoun(c),
		c.rule == "before" && !c.direct && c.opening() >= 0 && t.Tokens[c.opening()].UPOS == "ADP" && c.finiteness() == "none", // "with May declared a month of"
		!c.direct && w.isAttribute(t, h), // "two demanding stages"
		w.isNoTelling(c),
		!c.direct && w.isAllowed(t, h),
		!c.direct && c.cue[0].first == 0 && t.Tokens[h].XPOS == "VBG" && c.rule == "object" && w.untilSource(c),             // "Promising singer Ann Lee"
		!c.direct && t.rel(h, "xcomp", "ccomp") && t.Tokens[h].XPOS == "VB" && w.lex.is("helps", t.lemma(t.Tokens[h].Head)), // "the fears help explain why"
		w.isOccasion(c),
		!c.direct && t.Tokens[h].XPOS == "VBG" && c.rule == "rest" && len(c.content) > 0 && c.content[len(c.content)-1].End <= c.at, // "looked promising"
		!c.direct && w.isConditional(t, h),
		!c.direct && t.lemma(h) == "say" && h > 0 && h+1 < len(t.Tokens) && t.Tokens[h-1].UPOS == "ADP" && nominal(t, h+1) && c.sourceHead > h, // "at said meeting"
		w.isFuture(t, h) && !w.saysSo(c),
		w.lex.is("deed", t.lemma(h)) && t.Tokens[h].UPOS == "VERB" && !w.saysSo(c):
		return schema.KindOther
	}
	return c.kind
}

// isDateline reports whether a text begins with the place it comes from and a colon:
// "BERGEN: The pier is open". A headline may begin with who says so.
func (w *whoIndex) isDateline(c *candidate) bool {
	t, s := c.tree, c.source
	if t.Headline || t.titleCase() && t.Tokens[len(t.Tokens)-1].Form != "." || s.first != 0 || s.empty() {
		return false
	}
	place := t.placed(s) || t.index == 0 && s.last == 1 && t.Tokens[0].UPOS == "PROPN" && w.at(0, 0) == ""
	for i := s.first; i < s.last; i++ {
		if t.Tokens[i].Form != strings.ToUpper(t.Tokens[i].Form) && !place {
			return false
		}
	}
	return true
}

// isBare reports whether a verb that is speech with a clause or a preposition has
// but an object, or a particle of deeds: "appealed the verdict", "called off the
// march"; or whether a place is claimed: "waters claimed by two states".
func (w *whoIndex) isBare(c *candidate) bool {
	t, h := c.tree, c.head
	if t.Tokens[h].UPOS != "VERB" || c.direct {
		return false
	}
	lemma := t.lemma(h)
	if k := t.kid(h, "compound:prt"); k >= 0 && w.lex.is("deed-particle", lemma+" "+t.lower(k)) {
		return true
	}
	o := t.kid(h, "obj")
	if w.lex.is("owned", lemma) && (t.Tokens[h].XPOS == "VBN" && t.rel(h, "acl") && t.kid(h, "nsubj", "ccomp", "xcomp") < 0 || o >= 0 && t.lower(o) == "which") {
		return true
	}
	if o > h && (w.lex.is("denies", lemma) && w.lex.is("granted", t.lemma(o)) || w.lex.is("dismisses", lemma) && w.lex.is("dismissed", t.lemma(w.partOf(t, o)))) {
		return true // "denied him bail", "dismissed the case"
	}
	return w.lex.is("bare", lemma) && (o >= 0 || t.kid(h, "nsubj:pass") >= 0) && c.prep == "" && c.rule != "infinitive" && c.rule != "clause" && !w.saysSo(c)
}

// isWhatSaid reports whether a clause is no more than what somebody said, of which
// something else is told: "what he said last week is known", "what he said was a lie".
func (w *whoIndex) isWhatSaid(c *candidate) bool {
	t, k := c.tree, c.first()-1
	if c.direct || c.source.empty() || c.source.first != k+1 || c.cue[0].first != c.source.last || k < 0 || !t.isRelative(k) || t.lower(k) != "what" || c.opening() < 0 || c.content[0].Start < c.at {
		return false
	}
	i := c.opening()
	return i >= 0 && (!t.isFinite(i) || i+1 < len(t.Tokens) && k == 0 && t.lemma(i) == "be" && t.lower(i+1) != "that")
}

// untilSource reports whether no punctuation stands between a cue and the source behind it.
func (w *whoIndex) untilSource(c *candidate) bool {
	for i := c.cue[0].last; i < c.source.first; i++ {
		if !c.tree.isWord(i) {
			return false
		}
	}
	return c.source.first > c.cue[0].last
}

// isAllowed reports whether a verb tells of what somebody may or wants to say only: "to
// allow her to argue the case".
func (w *whoIndex) isAllowed(t *tree, h int) bool {
	v := t.Tokens[h].Head
	return v >= 0 && t.Tokens[h].XPOS == "VB" && t.rel(h, "xcomp", "ccomp", "advcl") && w.lex.is("allows", t.lemma(v))
}

// isAttribute reports whether a participle stands before a noun that it describes.
func (w *whoIndex) isAttribute(t *tree, h int) bool {
	if h == 0 || h+1 >= len(t.Tokens) || t.Tokens[h].XPOS != "VBG" || !nominal(t, h+1) || t.Tokens[h+1].UPOS == "DET" || t.Tokens[h+1].UPOS == "PRON" {
		return false
	}
	switch before := t.Tokens[h-1]; before.UPOS {
	case "NUM", "DET", "ADJ":
		return before.XPOS != "DT" || before.DepRel != "nsubj"
	}
	return false
}

// opening is the token of the tree that a content begins with, -1 for none.
func (c *candidate) opening() int {
	if len(c.content) == 0 {
		return -1
	}
	return c.tree.tokenAt(c.content[0].Start)
}

// tellsOfNoun reports whether a content is no more than a relative clause about a noun
// before its comma: "responded to a question, which told of fares".
func (w *whoIndex) tellsOfNoun(c *candidate) bool {
	t := c.tree
	i := c.opening()
	return !c.direct && c.rule != "phrase" && i > c.head+1 && c.content[0].Start >= t.Start && t.isRelative(i) && t.Tokens[i].UPOS == "PRON" && t.Tokens[i-1].Form == "," && i-1 > c.cue[len(c.cue)-1].last
}

// isNoTelling reports whether a verb of speaking only says that or how somebody spoke
// ("was speaking by phone") or what a matter shows ("it speaks of neglect"), or whether a
// noun tells of a need ("killed the demand for fish").
func (w *whoIndex) isNoTelling(c *candidate) bool {
	t, h := c.tree, c.head
	if c.direct {
		return false
	}
	if w.lex.is("speaking", t.lemma(h)) && t.Tokens[h].UPOS == "VERB" && c.rule == "preposition" {
		i := c.opening()
		if i > h+farAway {
			return true // "was speaking during his meeting with the mayor on the eve of the fair"
		}
		return c.isPronoun("it") || c.prep == "for" && t.lemma(h) == "speak" || i > h && t.Tokens[i].UPOS == "ADP" && w.lex.is("by-means", t.lower(i))
	}
	if t.lemma(h) == "call" && c.rule == "infinitive" && len(c.content) == 1 {
		i := c.opening()
		return i == h+1 && t.Tokens[i].XPOS == "TO" // "she called to greet him"
	}
	if w.lex.is("hears-of", t.lemma(h)) && c.rule == "preposition" && c.prep == "to" {
		i := c.opening()
		return i >= 0 && t.lower(i) != "that" && t.Tokens[i].UPOS != "ADP" // whom it was said to
	}
	if c.rule == "noun-light" && !w.lex.is("voice", t.lemma(t.Tokens[h].Head)) && t.kid(h, "det") >= 0 {
		return false // "sent a demand for higher wages"
	}
	return (c.rule == "noun" || c.rule == "noun-light") && w.lex.is("needs", t.lemma(h)) && c.prep == "for" && !w.lex.is("voice", t.lemma(t.Tokens[h].Head))
}

// farAway is how many words behind a verb of speaking its preposition tells of something
// else.
const farAway = 8

// isOccasion reports whether a participle only tells on what occasion something
// else was said: "commenting on the fares, he said they were high".
func (w *whoIndex) isOccasion(c *candidate) bool {
	t, h := c.tree, c.head
	return t.Tokens[h].XPOS == "VBG" && t.rel(h, "advcl", "acl", "parataxis") && !t.rel(h, "acl:relcl") && !c.direct && (w.lex.is("speaking", t.lemma(h)) || w.lex.is("remarks", t.lemma(h))) && !w.saysSo(c)
}

// isConditional reports whether a verb tells of what may be said: it, or the verb that
// it completes, stands behind "if".
func (w *whoIndex) isConditional(t *tree, h int) bool {
	for n := 0; h >= 0 && n < 2; n++ {
		for _, k := range t.kids[h] {
			if k < h && t.rel(k, "mark") && w.lex.is("condition", t.lower(k)) {
				return true
			}
		}
		if !t.rel(h, "xcomp") && !(t.rel(h, "advcl") && t.kid(h, "mark") >= 0 && t.lower(t.kid(h, "mark")) == "to") {
			return false
		}
		h = t.Tokens[h].Head
	}
	return false
}

// isFuture reports whether a verb tells of what somebody may say yet.
func (w *whoIndex) isFuture(t *tree, h int) bool {
	if v := t.Tokens[h].Head; v >= 0 && t.rel(h, "conj") && t.Tokens[h].XPOS == "VB" && t.kid(h, "nsubj") < 0 && t.kid(v, "aux") >= 0 && t.Tokens[t.kid(v, "aux")].XPOS == "MD" {
		return true // "he can dissolve the council and call for a vote"
	}
	for _, k := range t.kids[h] {
		if t.rel(k, "aux") && t.Tokens[k].XPOS == "MD" {
			return true
		}
	}
	return false
}

// isNaming reports whether a participle gives something its name and nobody is
// said to call it so: "snails, called winkles"; or people name themselves.
func (w *whoIndex) isNaming(c *candidate) bool {
	t, h := c.tree, c.head
	if !w.lex.is("naming", t.lemma(h)) || c.prep != "" && (h+1 >= len(t.Tokens) || t.Tokens[h+1].UPOS != "PROPN") {
		return false
	}
	if o := t.kid(h, "obj"); o >= 0 && !c.direct && (w.lex.is("reflexive", t.lower(o)) || t.lower(o) == "which" && o < h) {
		return true // "who call themselves pilots", "which Spain calls Perejil"
	}
	if t.Tokens[h].UPOS == "VERB" && c.rule == "quote" && t.kid(h, "obj") < 0 && w.quotesName(c) {
		return true // "the fair dubbed "Ships and Gulls" opened"
	}
	return t.Tokens[h].XPOS == "VBN" && t.rel(h, "acl", "conj") && !t.rel(h, "acl:relcl") && t.kid(h, "aux") < 0 && t.agent(h) < 0
}

// saysNothing reports whether a content is no more than a preposition, who is
// spoken to or the day: "by", "you", "Thursday".
func (w *whoIndex) saysNothing(c *candidate) bool {
	t, words := c.tree, 0
	for i := range t.Tokens {
		if !t.isWord(i) || !covers(c.content, t.Tokens[i].Start) {
			continue
		}
		words++
		if t.Tokens[i].UPOS != "ADP" && t.Tokens[i].UPOS != "NUM" && !w.lex.is("spoken-to", t.lower(i)) && !w.lex.is("earlier", t.lower(i)) && !w.lex.is("day", t.lower(i)) {
			return false
		}
	}
	return words > 0
}

// saysSo reports whether the content of a verb is a clause or a quotation.
func (w *whoIndex) saysSo(c *candidate) bool {
	switch c.rule {
	case "fronted", "led", "tail":
		return true
	case "quote":
		return !w.quotesName(c)
	case "clause":
		if i := c.opening(); i >= 0 && c.tree.opensClause(i) {
			return true
		}
	}
	if i := c.opening(); i > c.head && c.rule == "rest" && c.tree.Tokens[i].UPOS == "ADP" {
		return c.direct // "responded | to a flood with a plan that worked"
	}
	return c.direct || c.finiteness() == "main" && !w.opensWithObject(c)
}

// maxQuotedName bounds the words of a quoted name.
const maxQuotedName = 4

// quotesName reports whether a quotation behind its cue is no more than a name or a
// noun in quotation marks: will present "the technical report".
func (w *whoIndex) quotesName(c *candidate) bool {
	text := w.doc.Article.Text
	if len(c.content) != 1 || c.content[0].Start < c.at || c.content[0].End > c.tree.End {
		return false
	}
	first, end := c.tree.tokenAt(c.content[0].Start), c.tree.tokenAt(c.content[0].End)
	if end < 0 {
		end = len(c.tree.Tokens)
	}
	quoted := text[c.content[0].Start:c.content[0].End]
	return first >= 0 && end < len(c.tree.Tokens)-1 && wordsIn(quoted) <= maxQuotedName && !endsSentence(quoted) && !c.tree.finiteIn(first, end)
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
