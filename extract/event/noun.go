package event

import (
	"slices"

	"dyad/schema"
)

// nounAct matches the lexicon of event nouns.
func (v *view) nounAct(i int) *act {
	for _, e := range v.lex.nouns[v.lemma[i]] { // those with a condition come first
		if !v.nounFits(i, e) {
			v.miss(i, e, "the noun is a name or a modifier, or lacks the words that it needs")
			continue
		}
		a := newAct(i, e)
		a.conf, a.bare, a.two = .75, e.has("bare"), e.has("two") || e.has("strict")
		a.carried = e.has("carried")
		a.recip = e.has("recip") && !e.has("directed")
		a.src = v.roles(i, e.src, nil, nil)
		if between := v.prepositional(i, []string{"between", "among"}); e.has("recip") && len(between) > 0 {
			a.src = between
		}
		if a.tgt = v.roles(i, e.tgt, nil, a.src); len(a.tgt) == 0 {
			a.tgt = v.roles(i, inner(e.tgt), nil, a.src)
		}
		if a.recip && len(a.tgt) > 0 && len(a.src) > 0 {
			a.src, a.tgt = merge(a.src, a.tgt), nil
		}
		if e.has("consume") {
			v.swallow(a)
		}
		if e.has("strict") && len(a.src)+len(a.tgt) < 2 && (v.rel(i) != "obj" || v.governorless(i)) {
			v.miss(i, e, "fewer than two parties")
			continue
		}
		if e.asks("here", v.lemma[i]) && len(a.src)+len(a.tgt) == 0 {
			v.miss(i, e, "no party stands at the noun")
			continue
		}
		return a.settle(a.recip)
	}
	return nil
}

// inner returns the specs that look into the phrases with prepositions:
// "riots against Norwegian policies".
func inner(specs []spec) []spec {
	var out []spec
	for _, s := range phrasal(specs) {
		if s.inner == "" {
			out = append(out, spec{base: "p", preps: s.preps, inner: "own"}, spec{base: "p", preps: s.preps, inner: "in"})
		}
	}
	return out
}

// nounFits reports whether the conditions of an entry hold at a noun, and the
// noun is neither a name nor a mere modifier.
func (v *view) nounFits(i int, e *entry) bool {
	if e.has("labour") && !v.mentionsAny("labour") || len(e.object) > 0 && !v.modifiedBy(i, e.object) || v.countered(i, e) || !v.setting(i, e) {
		return false
	}
	if m := v.mentionAt(i); m != nil && m.Head == i && !m.Modifier && m.Form == schema.FormName {
		return false
	}
	for _, k := range v.children(i, "compound", "amod") {
		if v.lex.is("paper", v.form(k)) {
			return false // "a press release", "a news conference"
		}
	}
	if v.rel(i) == "compound" && !v.lex.is("wrapper", v.lemma[v.head(i)]) || v.monthAt(i) > 0 {
		return false
	}
	return !e.has("needcoop") || v.cooperative(v.children(i, "acl", "advcl", "ccomp", "nmod"))
}

// swallow makes the clauses below a noun part of its act ("a threat to bomb
// the town"), which takes their parties for targets if it has none.
func (v *view) swallow(a *act) {
	clauses := v.children(a.tok, "acl", "advcl", "ccomp")
	for _, k := range clauses {
		in := v.build(k)
		if in == nil {
			continue
		}
		in.consumed = true
		if len(a.tgt) == 0 {
			a.tgt = without(slices.Concat(in.tgt, in.src), a.src)
		}
	}
	for _, k := range clauses { // "its readiness to settle the row with Chad"
		if len(a.tgt) == 0 && a.noun && v.full(k) != "acl:relcl" {
			a.tgt = relabel(v.clauseActors(k, a.src, 0), "clause", .7)
		}
	}
	for _, k := range v.children(a.tok, "nmod") {
		if in := v.build(k); in != nil && in.noun && v.marker(k, "case", "on") {
			in.consumed = true // "a ban on rallies"
		}
	}
}

// governorless reports whether a noun is no object of a light verb or operator,
// from which it could get the parties it lacks.
func (v *view) governorless(i int) bool {
	h := v.head(i)
	return h < 0 || v.lex.light[v.lemma[h]] == nil && v.lex.operators[v.lemma[h]] == nil
}

// modifiedBy reports whether a noun has one of the words as a modifier.
func (v *view) modifiedBy(i int, words []string) bool {
	for _, k := range v.children(i, "compound", "amod", "nmod") {
		if v.lex.matches(words, v.lemma[k]) || v.lex.matches(words, v.form(k)) {
			return true
		}
	}
	for k := i - 1; k >= 0 && i-k < 10; k-- { // "joint anti-terrorism and rescue drills"
		if p := v.upos(k); p != "ADJ" && p != "NOUN" && p != "CCONJ" && v.form(k) != "-" {
			return false
		}
		if v.lex.matches(words, v.lemma[k]) {
			return true
		}
	}
	return false
}

// cooperative reports whether one of the tokens is an act of cooperation.
func (v *view) cooperative(tokens []int) bool {
	for _, t := range tokens {
		if a := v.build(t); a != nil && (a.joint() || a.typ == "AID") {
			return true
		}
	}
	return false
}
