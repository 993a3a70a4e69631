package stance

// demand: who wants something scrapped is against it, who wants it kept is for it:
// "wants the levy scrapped", "demanded that the embargo be lifted", "called for the
// base to be closed".
func (v *view) demand(t int) {
	s := v.undoing(t)
	if v.supposed(t) {
		return
	}
	if what, up := v.demanded(t); s != 0 && what >= 0 && v.r.lex.is("asks", v.lemma(up)) {
		v.wants(t, up, what, s)
	}
	v.wanted(t)
}

// wants records what the subject of a verb wants done with something, and where that is
// a restriction, whom he wants it on.
func (v *view) wants(t, up, what, s int) {
	holder, weight := v.agentOf(up)
	if holder < 0 || holder == what || v.unreal(up, holder) || v.hypothetical(up) || v.foretold(up) {
		return
	}
	if v.negated(up) && v.rel(t, "xcomp") {
		return // who does not ask for something need not be against it
	}
	if v.negated(t) != v.negated(up) { // "refused to" negates what it governs
		s = -s
	}
	holders := v.weighted(holder, weight)
	v.note(holders, v.subjects(what), up, s, "issue:"+v.Tokens[up].Lemma, .75, true)
	for _, k := range v.kids[what] {
		if s > 0 && v.restriction(k) == what {
			v.note(holders, v.actorsAt(k, 1), up, -1, "act:"+v.Tokens[up].Lemma, .6, false)
		}
	}
}

// wanted: who asks others to do away with something is against it, as is who promises
// to do so himself, and who refuses to take part: "urged its allies to tighten the
// embargo", "vowed to lift the ban", "refused to sign the treaty".
func (v *view) wanted(t int) {
	s, up := v.undoing(t), v.Tokens[t].Head
	o := v.kid(t, "obj")
	if o < 0 || up < 0 || !v.rel(t, "xcomp", "ccomp") {
		return
	}
	lex, above := v.r.lex, v.lemma(up)
	refused := lex.is("refuses", above)
	if refused && lex.is("accepts", v.lemma(t)) {
		s = 1
	}
	if s != 0 && (refused || lex.is("asks", above) || lex.is("vows", above)) {
		v.wants(t, up, o, s)
	}
}

// foretold reports whether a predicate is only what another expects: "they doubt that he
// will refuse".
func (v *view) foretold(t int) bool {
	if v.rel(t, "conj") && v.kid(t, "aux") < 0 && v.Tokens[t].Head >= 0 {
		t = v.Tokens[t].Head
	}
	a := v.kid(t, "aux")
	return v.rel(t, "ccomp") && a >= 0 && v.r.lex.is("future", v.lower(a))
}

// undoing is -1 for a verb of doing away with something, 1 for one of having it.
func (v *view) undoing(t int) int {
	switch {
	case v.r.lex.is("undo", v.lemma(t)):
		return -1
	case v.r.lex.is("keep", v.lemma(t)) && !v.inMind(t):
		return 1
	}
	return 0
}

// inMind reports whether a verb has a place where its object is kept: "keep in mind".
func (v *view) inMind(t int) bool {
	o := v.kid(t, "obl")
	return o >= 0 && v.caseOf(o) == "in"
}

// demanded returns what befalls by a verb in the clause of a demand, and the verb of
// the demand; -1 if there is none.
func (v *view) demanded(t int) (what, up int) {
	up = v.Tokens[t].Head
	if up < 0 {
		return -1, -1
	}
	switch subject := v.kid(t, "nsubj", "nsubj:pass"); {
	case v.rel(t, "acl") && !v.rel(t, "acl:relcl") && v.kid(t, "aux:pass") >= 0: // called for the levy to be lifted
		if what, up = up, v.Tokens[up].Head; up >= 0 && v.rel(what, "obl", "obj") {
			return what, up
		}
	case v.rel(t, "acl") && !v.rel(t, "acl:relcl") && v.Tokens[t].XPOS == "VBN" && v.rel(up, "obj") && v.kid(t, "obl") < 0: // wants the levy scrapped
		return up, v.Tokens[up].Head
	case subject >= 0 && v.befalls(t, subject) && (v.rel(t, "ccomp") || v.rel(t, "xcomp", "advcl") && v.bare(t)):
		return subject, up
	case v.rel(t, "xcomp", "ccomp") && subject < 0 && (v.Tokens[t].XPOS == "VBN" || v.kid(t, "aux:pass") >= 0):
		if o := v.kid(up, "obj"); o >= 0 && o < t {
			return o, up
		}
	}
	return -1, -1
}

// bare reports whether a verb is a participle by itself, which the tagger may take for a
// past tense: "wants the levy scrapped".
func (v *view) bare(t int) bool {
	return (v.Tokens[t].XPOS == "VBN" || v.Tokens[t].XPOS == "VBD") && v.kid(t, "mark", "aux") < 0
}

// befalls reports whether a verb is done to its subject: a passive, a bare participle,
// or a verb without object ("that the war end").
func (v *view) befalls(t, subject int) bool {
	return v.rel(subject, "nsubj:pass") || v.kid(t, "aux") < 0 && v.kid(t, "obj") < 0
}
