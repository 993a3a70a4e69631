package event

import (
	"slices"
	"strings"
)

// untold reports whether what the model takes for an event is none, for reasons
// that the words around the trigger give and that it weighs too little.
func (c *choice) untold() bool {
	r := c.reading
	return c.ordinaryCrime() || r.nameWord(c.tok) || c.onlyToCome() || c.onlyPossible() || c.blameless() || c.wordless() || c.undertakenByOthers() || c.dutyOfNobody() || c.polled() || c.absent() || c.alongside() || c.typ == "ASSAULT" && r.accident(c.tok)
}

// nameWord reports whether a token is a word of a name and no headline writes it
// with a capital: "the Desert War museum", "the Commission of Inquiry".
func (r *reading) nameWord(i int) bool {
	return strings.HasPrefix(r.xpos(i), "NNP") && !r.verbal(i) && !r.sent.Headline
}

// onlyToCome reports whether no rule sees the act and its clause says that it is
// still to come, or only if something else happens. What is promised or
// threatened is an agreement or a threat, and the rules know the words for these.
func (c *choice) onlyToCome() bool {
	r := c.reading
	if rule := r.ruled[c.tok]; rule != nil && rule.typ == c.typ {
		return false
	}
	a := &act{tok: c.tok, noun: !r.verbal(c.tok), code: code{typ: c.typ}}
	a.src, a.tgt = c.sides()
	switch r.clauseOperator(a) {
	case "will", "if":
		return true
	case "wont":
		return c.typ != "REJECT"
	case "announce":
		return !slices.Contains([]string{"AGREE", "THREATEN"}, c.typ)
	}
	return false
}

// onlyPossible reports whether the clause of a deed says no more than that it can or
// may be done ("the envoy may visit them"). What somebody says, blame, refusal, promise
// or threat, is said all the same.
func (c *choice) onlyPossible() bool {
	switch c.typ {
	case "ACCUSE", "REJECT", "AGREE", "THREATEN":
		return false
	}
	r := c.reading
	return r.verbal(c.tok) && r.marker(c.tok, "aux", "can", "could", "may", "might") && !r.negatedAt(c.tok)
}

// blameless reports whether an accusation that no rule sees has nothing in it that
// blames: no word of its clause is one of reproach ("chose her as his deputy"), and
// nothing is denied there. Of what somebody says the whole sentence is looked at, and a
// word for something bad is enough.
func (c *choice) blameless() bool {
	r := c.reading
	if c.typ != "ACCUSE" || r.ruled[c.tok] != nil || r.alone {
		return false
	}
	said := len(r.attributed(c.tok)) > 0 || len(r.speaker(c.tok)) > 0
	for k := range r.kids {
		if (said || k == c.tok || r.sent.Dominates(c.tok, k)) && (r.lex.is("negation", r.form(k)) || r.hintsAt(k, "reproach") || said && r.hintsAt(k, "grievance")) {
			return false
		}
	}
	return true
}

// hintsAt reports whether a word has one of the hints of a class.
func (r *reading) hintsAt(i int, class string) bool {
	return slices.ContainsFunc(r.hints[r.lemma[i]], func(h string) bool { return r.lex.is(class, h) })
}

// wordless reports whether a threat or a refusal that no rule sees has no word of its kind.
func (c *choice) wordless() bool {
	r := c.reading
	if rule := r.ruled[c.tok]; rule != nil && rule.typ == c.typ || r.alone {
		return false
	}
	return c.typ == "REJECT" && !r.hintsAt(c.tok, "refusal") || c.typ == "THREATEN" && !r.hintsAt(c.tok, "menace")
}

// undertakenByOthers reports whether a verb that no rule sees as an agreement has another
// subject than who is said to agree: "the port will be widened" is no promise of who says so.
func (c *choice) undertakenByOthers() bool {
	r := c.reading
	if rule := r.ruled[c.tok]; c.typ != "AGREE" || rule != nil && rule.typ == c.typ || r.alone || !r.verbal(c.tok) {
		return false
	}
	subjects := r.subjects(c.tok)
	if r.passive(c.tok) { // "we are committed"
		subjects = slices.Concat(subjects, r.objects(c.tok))
	}
	return !slices.ContainsFunc(subjects, func(s int) bool {
		return r.lex.is("firstperson", r.form(s)) || overlap(r.actorsAt(s), c.src.refs) || r.sent.Dominates(s, max(c.src.tok, 0))
	})
}

// dutyOfNobody reports whether somebody says that something must be done and names
// nobody who must do it: "we should be proud", "there must be limits".
func (c *choice) dutyOfNobody() bool {
	rule := c.reading.ruled[c.tok]
	return rule != nil && rule.steps[0] == "said+must" && len(rule.tgt) == 0 && c.tgt.outside()
}

// absent reports whether the text only says that there was none of something: "there were
// no commitments", "he has no objection" refuses nothing.
func (c *choice) absent() bool {
	r := c.reading
	if c.typ != "REJECT" || r.verbal(c.tok) || !r.negatedAt(c.tok) {
		return false
	}
	h := r.head(c.tok)
	return r.ruled[c.tok] == nil || h >= 0 && r.rel(c.tok) == "nsubj" && r.child(h, "expl") >= 0 || r.child(c.tok, "expl") >= 0
}

// alongside reports whether who fights does so beside somebody and against nobody.
func (c *choice) alongside() bool {
	r := c.reading
	if c.typ != "ASSAULT" || !r.verbal(c.tok) || len(r.objects(c.tok)) > 0 {
		return false
	}
	return len(r.phrases(c.tok, []string{"alongside", "beside"})) > 0 && len(r.phrases(c.tok, []string{"against"})) == 0
}

// polled reports whether support is a share of votes or of those asked: "has 40 percent
// support", "support for the party fell to a third of voters".
func (c *choice) polled() bool {
	r := c.reading
	i := c.tok
	if c.typ != "SUPPORT" {
		return false
	}
	if a := r.ruled[i]; a != nil && r.verbal(i) { // the noun of a light verb
		for _, t := range a.span {
			if !r.verbal(t) {
				i = t
			}
		}
	}
	if r.verbal(i) {
		return false
	}
	near := slices.Clone(r.kids[i])
	if h := r.head(i); h >= 0 {
		near = append(near, r.children(h, "nummod", "obl", "nsubj")...)
	}
	for _, k := range near {
		near = append(near, r.kids[k]...)
	}
	return slices.ContainsFunc(near, func(k int) bool { return r.lex.is("share", r.lemma[k]) || r.lex.is("share", r.form(k)) })
}
