package event

import "slices"

// operator matches a verb or adjective that says something about the act below
// it: promise, threaten, refuse, demand, accuse, stop, allow. The table
// modality.tsv says what operator and act make together.
func (v *view) operator(i int) *act {
	for _, e := range v.lex.operators[v.lemma[i]] {
		if e.adjective == v.verbal(i) && !e.has("any") || !v.frame(i, e) {
			continue
		}
		if a := v.operate(i, e); a != nil {
			return a
		}
	}
	return nil
}

func (v *view) operate(i int, e *entry) *act {
	if e.has("actor") && !v.subjectActs(i) {
		v.miss(i, e, "the subject is no actor")
		return nil
	}
	below, chain := v.below(i, e)
	if e.asks("needcomp", v.lemma[i]) && len(chain) == 0 || e.has("inner") && below == nil || e.has("mandative") && !v.mandative(chain) {
		v.miss(i, e, "no clause below it that fits")
		return nil
	}
	if e.op == "request" && len(chain) == 0 && v.supposes(i) {
		v.miss(i, e, "the clause below it states and does not ask")
		return nil
	}
	if e.op == "blame" && v.child(i, "cop") >= 0 {
		v.miss(i, e, "who is to blame blames nobody")
		return nil
	}
	if e.op == "refuse" && v.silent(chain) || e.op == "request" && v.idle(i) {
		v.miss(i, e, "what is refused or asked for is only talk")
		return nil
	}
	c, ok := v.lex.combine(e.op, below)
	if below == nil && e.typ != "" {
		c, ok = e.code, true
	}
	if !ok || c.typ == "-" {
		v.miss(i, e, "with what stands below it, it makes no event")
		return nil
	}
	a := newAct(i, e)
	a.span = v.children(i, "compound:prt")
	if a.src = v.roles(i, e.src, below, nil); len(a.src) == 0 {
		a.src = v.willing(i, e)
	}
	if below != nil {
		if e.has("own") && !v.sameSide(a.src, below.src) || e.has("other") && v.sameSide(a.src, below.src) {
			v.miss(i, e, "the act below is not of the side that it asks for")
			return nil
		}
		a.steps = append(a.steps, below.steps...)
		a.conf = min(a.conf, below.conf)
	}
	v.takeOver(a, e, c, below)
	if len(a.src)+len(a.tgt) == 0 || e.has("needtgt") && len(a.tgt) == 0 || e.has("needsrc") && len(a.src) == 0 {
		v.miss(i, e, "no actor stands where it needs one")
		return nil
	}
	for _, t := range chain {
		if in := v.build(t); in != nil && !e.has("keep") {
			in.consumed = true
		}
	}
	return a.settle(e.has("recip") || a.joint() && len(a.tgt) == 0)
}

// silent reports whether what is refused is only to speak ("declined to
// comment").
func (v *view) silent(chain []int) bool {
	return len(chain) > 0 && v.verbal(chain[0]) && v.lex.is("silent", v.lemma[chain[0]])
}

// supposes reports whether a verb that asks or states has a clause below it that
// states: who suggests that the talks were a farce asks for nothing.
func (v *view) supposes(i int) bool {
	return v.lex.is("stating", v.lemma[i]) && slices.ContainsFunc(v.children(i, "ccomp", "parataxis"), func(k int) bool { return !v.mandative([]int{k}) })
}

// idle reports whether what is asked for is nothing to do: "asked a question",
// "sought to determine", "called him a coward".
func (v *view) idle(i int) bool {
	if i+1 < len(v.kids) && v.lex.is("callaway", v.form(i+1)) {
		return true // "called off", "presses ahead"
	}
	l := v.lemma[i]
	if l == "seek" && i+1 < len(v.kids) && v.form(i+1) == "to" || l == "call" && v.named(i) || l == "want" && !v.wantsOfOthers(i) || l == "ask" && v.asksWhat(i) {
		return true
	}
	return slices.ContainsFunc(v.children(i, "obj"), func(o int) bool { return v.lex.is("idle", v.lemma[o]) })
}

// wantsOfOthers reports whether somebody else is to do what is wanted: "wants them
// to leave", not "wants to leave".
func (v *view) wantsOfOthers(i int) bool {
	return v.child(i, "obj", "iobj") >= 0 || slices.ContainsFunc(v.children(i, "xcomp", "ccomp"), func(k int) bool { return v.child(k, "nsubj", "nsubj:pass") >= 0 })
}

// named reports whether "call" has an object: "called him a coward", "what they
// call progress", "is called a hero"; who asks for something calls on somebody.
func (v *view) named(i int) bool {
	if v.child(i, "obj") >= 0 {
		return true
	}
	return v.child(i, "aux:pass") >= 0 && !slices.ContainsFunc(v.children(i, "xcomp", "advcl", "ccomp"), func(k int) bool { return v.marker(k, "mark", "to") })
}

// asksWhat reports whether a clause below a verb begins with a question word:
// "asked why he left" asks for no more than an answer.
func (v *view) asksWhat(i int) bool {
	for _, c := range v.children(i, "ccomp", "advcl", "xcomp") {
		if v.marker(c, "mark", "whether", "if") {
			return true
		}
		for k := i + 1; k < c; k++ {
			if x := v.xpos(k); x == "WRB" || x == "WP" || x == "WDT" {
				return true
			}
			if v.verbal(k) || v.form(k) == "," {
				break
			}
		}
	}
	return false
}

// willing returns the subject of an operator that looks like a passive: "is
// prepared to", "is set to".
func (v *view) willing(i int, e *entry) []ref {
	if !v.passive(i) || e.op != "commit" && e.op != "plan" && e.op != "hope" {
		return nil
	}
	var out []ref
	for _, o := range v.objects(i) {
		out = merge(out, v.actorsAt(o))
	}
	return out
}

// takeOver gives an act the code that operator and act below make, and its
// targets. A code "=" keeps the act below.
func (v *view) takeOver(a *act, e *entry, c code, below *act) {
	if c.typ != "=" {
		a.code = c
		a.tgt = v.roles(a.tok, e.tgt, below, a.src)
		return
	}
	a.code, a.span = below.code, append(a.span, below.tok)
	a.negated, a.hypothetical = below.negated, below.hypothetical
	if len(below.src) > 0 {
		a.src = below.src
	}
	if a.tgt = without(below.tgt, a.src); len(a.tgt) == 0 {
		a.tgt = v.roles(a.tok, e.tgt, below, a.src)
	}
}

// subjectActs reports whether the subject is an actor itself, not something
// that belongs to one.
func (v *view) subjectActs(i int) bool {
	for _, s := range v.subjects(i) {
		if len(v.actorsAt(s)) > 0 {
			return true
		}
	}
	return false
}

// below returns the act that an operator bears on, and the tokens of it and of
// what is coordinated with it.
func (v *view) below(i int, e *entry) (*act, []int) {
	var first *act
	var chain []int
	for _, c := range v.complements(i, e.comps) {
		if e.op == "request" && v.rel(c) == "ccomp" && !v.marker(c, "mark", "to") && !v.mandative([]int{c}) {
			continue
		}
		if v.rel(c) == "xcomp" && !v.verbal(c) && v.built[c] == nil && v.child(c, "cop", "mark") < 0 {
			continue // "called them losers"
		}
		chain = append(chain, c)
		for _, k := range append([]int{c}, v.children(c, "conj", "xcomp")...) {
			if a := v.build(k); a != nil && k != i {
				chain = append(chain, k)
				if first == nil {
					first = a
				}
			}
		}
	}
	return first, chain
}

// mandative reports whether a clause asks instead of stating: a bare verb
// ("insisted that he resign"), "should" or "must".
func (v *view) mandative(clauses []int) bool {
	for _, c := range clauses {
		if v.marker(c, "aux", "should", "must") || v.xpos(c) == "VB" && v.child(c, "aux") < 0 || v.rel(c) == "obl" {
			return true
		}
	}
	return false
}

// combine returns what an operator makes of an act, nil for no act.
func (l *lexicons) combine(op string, below *act) (code, bool) {
	if below == nil {
		c, ok := l.modality[op+" none"]
		return c, ok
	}
	for _, key := range []string{below.steps[0], below.typ + ":" + below.mode, below.typ} {
		if c, ok := l.modality[op+" "+key]; ok {
			return c, true
		}
	}
	c, ok := l.modality[op+" *"]
	return c, ok
}

// sameSide reports whether two parties share an actor or a country, or one of
// them is unknown.
func (v *view) sameSide(a, b []ref) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	for _, x := range a {
		for _, y := range b {
			if x.id == y.id || v.country[x.id] != "" && v.country[x.id] == v.country[y.id] {
				return true
			}
		}
	}
	return false
}
