package event

import "slices"

// roles finds the actors that the first of the specs with any names, seen
// from a trigger. below is the act under an operator, except are actors that
// have another role already.
func (v *view) roles(i int, specs []spec, below *act, except []ref) []ref {
	for _, s := range specs {
		if s.base == "-" {
			return nil
		}
		out := v.others(v.role(i, s, below, except), except)
		if s.base == "any" || s.base == "near" {
			out = v.foreign(out, except)
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// foreign leaves out the states that the other parties belong to: a president
// who names his country does not aim at it.
func (v *view) foreign(found, others []ref) []ref {
	return slices.DeleteFunc(slices.Clone(found), func(r ref) bool {
		return v.state[r.id] && len(others) > 0 && v.sameSide([]ref{r}, others)
	})
}

// others leaves out the actors that have a part already and, with them, those
// who are no partners.
func (v *view) others(found, except []ref) []ref {
	return v.partners(without(found, except), except)
}

// partners leaves out the forces and bodies of a state that takes part itself:
// who contributes his own troops does not give them to themselves.
func (v *view) partners(found, others []ref) []ref {
	return slices.DeleteFunc(found, func(r ref) bool {
		return slices.ContainsFunc(others, func(o ref) bool {
			return v.state[o.id] && v.country[o.id] == v.country[r.id] && v.lex.is("arm", v.sector[r.id])
		})
	})
}

// role finds the actors that one spec names.
func (v *view) role(i int, s spec, below *act, except []ref) []ref {
	switch s.base {
	case "in.src", "in.tgt":
		return below.side(s.base == "in.src")
	case "poss":
		return v.possessors(i)
	case "adj":
		return v.adjectives(i)
	case "speaker":
		return v.speaker(i)
	case "near":
		if v.passive(i) {
			return v.nearLeft(i)
		}
		return v.nearRight(i)
	case "loc":
		return v.stateOf(i)
	case "any":
		return relabel(v.clauseActors(i, except, 0), "clause", .75)
	}
	at := v.places(i, s)
	if len(at) == 0 && s.base == "subj" && v.verbal(i) && !v.passive(i) {
		return v.nearLeft(i)
	}
	var out []ref
	if s.base == "obj" && s.inner != "" && len(at) > 0 {
		out = v.strayOf(i, at[0])
	}
	for _, t := range at {
		out = merge(out, v.within(t, s))
	}
	return out
}

// within finds the actors at the head of a phrase, or inside the phrase where
// the spec says so.
func (v *view) within(t int, s spec) []ref {
	switch s.inner {
	case "own":
		return v.owners(t, 0)
	case "in":
		return v.inside(t, 0)
	case "p":
		return v.prepositional(t, s.inP)
	}
	found := v.actorsAt(t)
	if len(found) == 0 && v.lex.is("firstperson", v.form(t)) {
		found = relabel(v.speaker(t), "speaker", .9)
	}
	if len(found) == 0 && s.base == "subj" && v.collective(t) {
		found = v.past.together()
	}
	if len(found) == 0 && s.base == "subj" && !v.lex.is("kin", v.lemma[t]) {
		found = relabel(v.owners(t, 1), "owner", .8)
	}
	if len(found) == 0 && s.base == "subj" {
		found = v.nameBefore(t)
	}
	return found
}

// strayOf finds the actors of a phrase with "of" that belongs to the object
// but hangs on the verb: "expelled diplomats of …".
func (v *view) strayOf(i, object int) []ref {
	var out []ref
	for _, k := range v.children(i, "obl", "nmod") {
		if k > object && v.marker(k, "case", "of") {
			out = v.actorsAt(k)
		}
	}
	return out
}

// side returns the sources or the targets of the act below an operator, none
// if there is no act. Of an act done together all are targets: the operator's
// own source is left out later.
func (a *act) side(sources bool) []ref {
	switch {
	case a == nil:
		return nil
	case sources || len(a.tgt) == 0 && len(a.src) > 1:
		return a.src
	}
	return a.tgt
}

// places returns the tokens where the phrases of a spec have their heads.
func (v *view) places(i int, s spec) []int {
	switch s.base {
	case "subj":
		return v.subjects(i)
	case "agent":
		return v.agents(i)
	case "obj":
		return v.objects(i)
	case "iobj":
		if o := v.children(i, "obj"); len(o) > 1 { // "granted Chad a loan", parsed with two objects
			return append(v.children(i, "iobj"), o[0])
		}
		return v.children(i, "iobj")
	case "stage":
		if v.marker(i, "case", "in", "on") && v.child(i, "det") < 0 {
			return v.subjects(v.governor(i))
		}
		return nil
	case "border":
		return v.borders(i)
	case "gov.subj":
		if s := v.child(i, "nsubj"); s >= 0 && v.child(i, "cop") >= 0 { // "is on a visit to Chad"
			return []int{v.relative(s)}
		}
		if v.offstage(i) {
			return nil
		}
		return v.subjects(v.governor(i))
	case "gov.obj":
		return v.addressees(i)
	case "csubj":
		return v.clauseSubjects(i)
	case "p":
		return v.allPhrases(i, s.preps)
	}
	return nil
}

// allPhrases returns the phrases with the prepositions at a trigger, whatever
// near it the tree hangs them on.
func (v *view) allPhrases(i int, preps []string) []int {
	out := v.phrases(i, preps)
	if !v.verbal(i) { // "the attack by Chad on Mali": the second phrase hangs on the first at times
		for _, k := range v.children(i, "nmod") {
			out = append(out, v.phrases(k, preps)...)
		}
	}
	for _, o := range v.objects(i) { // "imposed sanctions on Iran" is parsed both ways
		if o > i {
			out = append(out, v.phrases(o, preps)...)
		}
	}
	for _, c := range v.children(i, "xcomp", "advmod") {
		if !v.verbal(c) {
			out = append(out, v.phrases(c, preps)...)
		}
	}
	return out
}

// offstage reports whether a noun only sets the scene for the verb above it,
// whose subject then has no part in it: "imposed a curfew after criticism". Who
// does something after a meeting was there.
func (v *view) offstage(i int) bool {
	for _, e := range v.lex.nouns[v.lemma[i]] {
		if e.typ == "CONSULT" {
			return false
		}
	}
	return v.aside(i) || v.head(i) >= 0 && v.rel(i) == "nmod" && v.aside(v.head(i))
}

// addressees are whom the verb above a trigger speaks to, acts on, or, for an
// aim ("sent experts to …"), goes to.
func (v *view) addressees(i int) []int {
	g := v.governor(i)
	switch {
	case g < 0:
		return nil
	case v.rel(i) == "advcl":
		return v.phrases(g, []string{"to", "in", "into"})
	case v.rel(i) == "obl":
		return append(v.children(g, "iobj", "obj"), v.phrases(g, []string{"to", "with"})...)
	}
	return nil
}

// borders are the borders that the clause of a verb names: forces massed at
// one are directed at the state behind it.
func (v *view) borders(i int) []int {
	var out []int
	for k := i + 1; k < len(v.kids) && !v.boundary(i, k); k++ {
		if v.lex.is("frontier", v.lemma[k]) {
			out = append(out, k)
		}
	}
	return out
}

// clauseSubjects are the subjects of the clauses below a verb.
func (v *view) clauseSubjects(i int) []int {
	var out []int
	for _, k := range v.children(i, "ccomp", "xcomp", "advcl", "acl") {
		out = append(out, v.subjectsIn(k)...)
	}
	return out
}

// subjectsIn is the subject of a clause, if it has one.
func (v *view) subjectsIn(c int) []int {
	if s := v.child(c, "nsubj", "nsubj:pass"); s >= 0 {
		return []int{v.relative(s)}
	}
	return nil
}
