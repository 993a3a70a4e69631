package stance

import "slices"

// naming: what somebody calls something: "called the plan a threat", "considers the
// levy unfair", "described the treaty as a success". Verbs that are words of attitude
// themselves are left to act.
func (v *view) naming(t int) {
	if !v.r.lex.is("names", v.lemma(t)) || v.supposed(t) || v.negated(t) {
		return
	}
	if w := v.word(t); w != nil && w.to != 0 && w.object {
		return
	}
	holder, weight := v.agentOf(t)
	if holder < 0 || v.unreal(t, holder) {
		return
	}
	object, name := v.named(t)
	if object < 0 || object == holder {
		return
	}
	s := v.worth(name)
	if s == 0 {
		return
	}
	holders := v.weighted(holder, weight)
	v.note(holders, v.targets(object), t, s, "act:"+v.Tokens[t].Lemma, .75, true)
}

// named returns what a verb of naming names, and by what; -1 if it names nothing.
func (v *view) named(t int) (object, name int) {
	object = v.kid(t, "obj")
	if v.kid(t, "aux:pass") >= 0 {
		object = v.kid(t, "nsubj:pass")
	}
	if object < 0 || v.expletive(t, object) {
		return -1, -1
	}
	for _, k := range v.kids[t] {
		if k <= object {
			continue
		}
		if v.rel(k, "xcomp") && v.Tokens[k].UPOS != "VERB" || v.rel(k, "obl", "advcl", "xcomp") && v.as(k) {
			return object, k
		}
	}
	for _, k := range v.kids[object] {
		if k > object && v.rel(k, "nmod", "acl") && v.as(k) {
			return object, k
		}
	}
	return -1, -1
}

// expletive reports whether an object only stands for a clause behind it: "found it
// proper to inform them".
func (v *view) expletive(t, object int) bool {
	if v.Tokens[object].UPOS != "PRON" {
		return false
	}
	clause := func(k int) bool {
		m := v.kid(k, "mark")
		return m > object && (v.lower(m) == "to" || v.lower(m) == "that")
	}
	for _, k := range v.kids[t] {
		if k > object && (clause(k) || slices.ContainsFunc(v.kids[k], clause)) {
			return true
		}
	}
	return false
}

// as reports whether a phrase is opened by "as".
func (v *view) as(k int) bool {
	m := v.kid(k, "case", "mark")
	return m >= 0 && v.lower(m) == "as"
}

// worth is how good or bad it is to be called something: by the table of attitude
// for the word or what modifies it, else by that of valence where it is plain.
func (v *view) worth(i int) int {
	if v.weighs(i) {
		return 1
	}
	if s := v.predicate(i, 0); s != 0 {
		return s
	}
	judged := 0
	switch {
	case v.r.lex.is("praise", v.lemma(i)):
		judged = 1
	case v.r.lex.is("blame", v.lemma(i)):
		judged = -1
	}
	toward := v.r.lex.is("toward", v.lemma(i))
	for _, k := range v.kids[i] {
		if c := v.caseOf(k); toward && judged == 0 && k > i && v.rel(k, "nmod") && c != "of" {
			judged = v.stuff(k, 1)
		}
	}
	if judged != 0 && v.negated(i) {
		judged = -judged
	}
	if judged != 0 || toward {
		return judged
	}
	x := v.tone(i)
	for _, k := range v.kids[i] {
		if v.rel(k, "amod") && x == 0 {
			x = v.tone(k)
		}
	}
	switch {
	case x >= plainTone:
		return 1
	case x <= -plainTone:
		return -1
	}
	return 0
}

// weighs reports whether an adjective tells to whom something matters.
func (v *view) weighs(i int) bool {
	return v.r.lex.is("weighty", v.lemma(i)) && !v.negated(i) && slices.ContainsFunc(v.kids[i], func(k int) bool {
		c := v.caseOf(k)
		return k > i && v.rel(k, "obl", "nmod") && (c == "to" || c == "for")
	})
}

// plainTone is the least valence of a word that is plainly good or bad.
const plainTone = 1.2

// asks reports whether the sentence that a token stands in is a question, or the part of
// it up to a question mark.
func (v *view) asks(t int) bool {
	for i := t + 1; i < len(v.Tokens); i++ {
		if v.Tokens[i].Form == "?" {
			return true
		}
		if v.Tokens[i].Form == "." {
			return false
		}
	}
	return false
}
