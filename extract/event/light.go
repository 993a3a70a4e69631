package event

import "slices"

// lightAct matches a verb that only carries the event noun below it ("held
// talks", "launched an attack"): the noun gives the code, the verb's subject
// the source, or the target for verbs like "face" and "suffer".
func (v *view) lightAct(i int) *act {
	for _, e := range v.lex.light[v.lemma[i]] {
		for _, o := range v.lightNouns(i, e) {
			noun := v.build(o)
			if noun == nil || !noun.noun || v.takenUp(o) {
				continue
			}
			a := *noun
			noun.consumed = true
			a.tok, a.span, a.noun = i, append(v.children(i, "compound:prt"), o), false
			a.steps = append([]string{e.name}, noun.steps...)
			v.lightParties(i, o, e, &a)
			if noun.from.has("consume") { // "issued a reminder to Chad that it must …"
				v.swallow(&a)
			}
			if noun.recip && len(a.src) > 0 {
				a.src, a.tgt = merge(a.src, a.tgt), nil
			}
			return a.settle(a.typ == "CONSULT" || len(a.tgt) == 0)
		}
	}
	return nil
}

// takenUp reports whether a noun stands for an organisation named before ("gave the
// alliance a warning"): then it is a party, whatever else the word may mean.
func (v *view) takenUp(o int) bool {
	m := v.mentionAt(o)
	return m != nil && m.Head == o && m.Rule == "take-up"
}

// lightNouns are the tokens that may hold the noun of a light verb.
func (v *view) lightNouns(i int, e *entry) []int {
	out := v.objects(i)
	if len(out) == 0 && !v.passive(i) {
		out = v.nextNouns(i)
	}
	if len(e.object) > 0 { // prepositions that bring the noun: "came under attack"
		out = v.phrases(i, e.object)
	}
	for _, o := range slices.Clone(out) {
		out = append(out, v.children(o, "conj")...)
		if v.lex.is("wrapper", v.lemma[o]) { // "a mediation effort"
			out = append(out, v.children(o, "compound")...)
		}
		if v.lex.is("transparent", v.lemma[o]) {
			for _, k := range v.children(o, "nmod") {
				if v.marker(k, "case", "of") {
					out = append(out, k)
				}
			}
		}
	}
	return out
}

// lightParties gives an act the parties that stand at the light verb.
func (v *view) lightParties(i, o int, e *entry, a *act) {
	subj := v.roles(i, e.src, nil, nil)
	if e.has("patient") {
		a.src = without(a.src, subj)
		if len(a.src) == 0 {
			a.src = merge(v.roles(i, e.tgt, nil, subj), v.roles(o, e.tgt, nil, subj))
		}
		a.tgt = subj
		return
	}
	if len(subj) > 0 {
		owner := without(a.src, subj)
		a.src = subj
		if len(a.tgt) == 0 || a.joint() {
			a.tgt = merge(a.tgt, owner)
		}
	}
	if h := v.head(o); len(without(a.tgt, a.src)) == 0 && v.rel(o) == "compound" && h != i {
		a.tgt = v.roles(h, phrasal(a.from.tgt), nil, a.src) // "a mediation effort between …"
	}
	if len(without(a.tgt, a.src)) == 0 {
		a.tgt = v.roles(i, slices.Concat(phrasal(a.from.tgt), e.tgt), nil, a.src)
	}
}

// phrasal returns the specs that look for phrases with prepositions: those of
// an event noun may hang on its light verb.
func phrasal(specs []spec) []spec {
	var out []spec
	for _, s := range specs {
		if s.base == "p" && !slices.Contains(s.preps, "of") && !slices.Contains(s.preps, "in") {
			out = append(out, s)
		}
	}
	return out
}
