package event

import "slices"

// findActs returns the acts of a sentence, those that are part of another one
// left out.
func findActs(v *view, past *memory) []*act {
	v.past = past
	for i := range v.kids {
		v.build(i)
	}
	for i := range v.kids {
		if a := v.built[i]; a != nil && !a.consumed {
			v.aim(a)
			v.cause(a)
		}
	}
	var out []*act
	var aimed *act
	for i := range v.kids {
		a := v.built[i]
		if a == nil || a.consumed {
			continue
		}
		past.takeUp(v, a)
		past.infer(a)
		if v.finish(a) {
			v.domestic(a)
			out = append(out, a)
		} else if aimed == nil && v.onlyAim(a) {
			aimed = a
		}
	}
	if len(out) == 0 && aimed != nil {
		out = append(out, aimed)
	}
	out = withoutEchoes(out)
	past.pairUp(v)
	for _, a := range out {
		past.remember(a)
	}
	return out
}

// withoutEchoes leaves out acts without parties where another one of the type
// has them: the ambush in "killed two soldiers in an ambush".
func withoutEchoes(acts []*act) []*act {
	return slices.DeleteFunc(slices.Clone(acts), func(a *act) bool {
		return len(a.src)+len(a.tgt) == 0 && slices.ContainsFunc(acts, func(b *act) bool { return b.typ == a.typ && len(b.src)+len(b.tgt) > 0 })
	})
}

// build returns the act at a token, nil if there is none. An act is built
// once; a token being built yields nothing, which ends circles.
func (v *view) build(i int) *act {
	if i < 0 {
		return nil
	}
	if !v.done[i] {
		v.done[i] = true
		v.built[i] = v.match(i)
	}
	return v.built[i]
}

// match looks a token up: entries with conditions on object, particle or
// preposition come first, then operators, light verbs and the other verbs.
func (v *view) match(i int) *act {
	if a := v.obliged(i); a != nil {
		return a
	}
	pos := v.upos(i)
	if !v.misread[i] && v.verbal(i) && (v.rel(i) == "amod" || v.rel(i) == "compound") {
		return nil // "the proposed change", "the accused"
	}
	switch {
	case v.verbal(i) || pos == "ADJ":
		if a := v.verbAct(i, true); a != nil {
			return a
		}
		if a := v.operator(i); a != nil {
			return a
		}
		if v.verbal(i) {
			if a := v.lightAct(i); a != nil {
				return a
			}
		}
		if a := v.verbAct(i, false); a != nil {
			return a
		}
		if a := v.naming(i); a != nil {
			return a
		}
		return v.verdict(i)
	case pos == "NOUN" || pos == "PROPN":
		if a := v.nounAct(i); a != nil {
			return a
		}
		return v.verdict(i)
	}
	return nil
}

// verbAct matches the verb lexicon; specific says whether to look at the
// entries with conditions or at those without.
func (v *view) verbAct(i int, specific bool) *act {
	for _, e := range v.lex.verbs[v.lemma[i]] {
		if e.specific() != specific || e.adjective == v.verbal(i) || !v.frame(i, e) {
			continue
		}
		a := newAct(i, e)
		a.carried = e.has("carried")
		a.bare = v.lex.is("baretype", e.typ)
		a.span = v.triggerSpan(i, e)
		a.src = v.roles(i, e.src, nil, nil)
		to := e.tgt
		if e.has("recip") && len(a.src) > 1 {
			to = outright(to)
		}
		if a.tgt = v.roles(i, to, nil, a.src); len(a.tgt) == 0 && len(to) == len(e.tgt) {
			a.tgt = v.roles(i, inner(e.tgt), nil, a.src)
		}
		if e.asks("needtgt", v.lemma[i]) && len(a.tgt) == 0 || e.has("needsrc") && len(a.src) == 0 ||
			e.has("needany") && len(a.src)+len(a.tgt) == 0 || e.has("both") && len(a.src)+len(a.tgt) < 2 || e.has("recip") && len(a.tgt) == 0 && len(a.src) < 2 && v.child(i, "obj") >= 0 && len(e.object) == 0 {
			v.miss(i, e, "no actor stands where it needs one")
			continue
		}
		if e.has("states") && !v.states(slices.Concat(a.src, a.tgt)) {
			v.miss(i, e, "not between states")
			continue
		}
		if e.has("recip") && len(a.tgt) > 0 {
			a.lead = a.src
			a.src, a.tgt = merge(a.src, a.tgt), nil
		}
		if a.typ == "ASSAULT" && v.accident(i) {
			v.miss(i, e, "it is an accident")
			continue
		}
		v.sameAsSubject(i, a)
		if len(e.object) > 0 || e.has("consume") {
			v.consume(i)
		}
		return a.settle(e.has("recip") || len(a.tgt) == 0)
	}
	return nil
}

// outright leaves out of the places of a party those inside the phrase of another
// thing: two who sign a treaty need no third one, and "a truce in Chad" names the place.
func outright(specs []spec) []spec {
	return slices.DeleteFunc(slices.Clone(specs), func(s spec) bool { return s.inner == "in" })
}

// accident reports whether a verb tells of an accident or disaster: as its
// subject ("a flood killed …", "the earthquake that struck …") or in a phrase
// that it may share with another verb ("killed and injured in a crash").
func (v *view) accident(i int) bool {
	beside := slices.Concat(v.subjects(i), v.children(i, "nsubj", "obl"), v.agents(i))
	for _, c := range v.children(i, "conj") {
		beside = append(beside, v.children(c, "obl")...)
	}
	for _, k := range slices.Clone(beside) {
		beside = append(beside, v.children(k, "conj")...)
	}
	return slices.ContainsFunc(beside, func(k int) bool { return v.lex.is("accident", v.lemma[k]) })
}

// sameAsSubject makes the act of a subject part of a verb's act of the same type:
// "an air strike by Chad killed two rebels" tells one assault.
func (v *view) sameAsSubject(i int, a *act) {
	for _, s := range v.subjects(i) {
		if in := v.build(s); in != nil && in.noun && in.typ == a.typ {
			in.consumed = true
		}
	}
}

// consume marks the nominal acts among a verb's objects as part of it.
func (v *view) consume(i int) {
	for _, o := range v.objects(i) {
		for _, k := range append([]int{o}, v.phraseParts(o)...) {
			if a := v.build(k); a != nil && a.noun {
				a.consumed = true
			}
		}
	}
}

// phraseParts are the compounds of a noun and, where it only measures, the
// nouns that it measures, with their compounds: "part of an aid programme".
func (v *view) phraseParts(o int) []int {
	out := v.children(o, "compound")
	if v.lex.is("transparent", v.lemma[o]) {
		for _, k := range v.children(o, "nmod") {
			out = append(append(out, k), v.children(k, "compound")...)
		}
	}
	return out
}

// triggerSpan are the tokens that belong to the trigger beside the verb.
func (v *view) triggerSpan(i int, e *entry) []int {
	out := v.children(i, "compound:prt")
	if len(e.object) > 0 && !e.has("subject") {
		for _, o := range v.objects(i) {
			if o > i {
				out = append(out, o)
			}
		}
	}
	return out
}
