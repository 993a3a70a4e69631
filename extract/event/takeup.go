package event

import "slices"

// memory holds the complete acts of an article so far, so that a noun can take
// one up: "the visit", "the talks", "these attacks"; and those who did or said
// something together last, for "they" and "both sides".
type memory struct {
	acts []*act
	pair []ref
}

// remember notes an act that has at least two parties.
func (m *memory) remember(a *act) {
	if len(a.src)+len(a.tgt) >= 2 && !a.hypothetical && !a.negated {
		m.acts = append(m.acts, a)
		if a.joint() {
			m.pair = slices.Concat(a.src, a.tgt)
		}
	}
}

// pairUp notes the parties of a subject that joins several ("the king and the
// premier said …").
func (m *memory) pairUp(v *view) {
	for i := range v.kids {
		if r := v.rel(i); r != "root" && r != "ccomp" || !v.verbal(i) {
			continue
		}
		if s := v.subject(i); s >= 0 && v.child(s, "conj") >= 0 {
			if out := v.actorsAt(s); len(out) > 1 {
				m.pair = out
			}
		}
	}
}

// takeUp completes a nominal act from the last act of the same kind in the
// article, if the noun is definite and what it names itself does not
// contradict.
func (m *memory) takeUp(v *view, a *act) {
	if !a.noun || len(a.src)+len(a.tgt) >= 2 || !v.definite(a.tok) {
		return
	}
	for _, old := range slices.Backward(m.acts) {
		if old.typ != a.typ || !related(old.cameo, a.cameo) || len(without(a.src, slices.Concat(old.src, old.tgt))) > 0 || len(without(a.tgt, slices.Concat(old.src, old.tgt))) > 0 {
			continue
		}
		a.src, a.tgt = relabel(old.src, "takeup", .6), relabel(old.tgt, "takeup", .6)
		a.steps = append(a.steps, "takeup")
		return
	}
	if a.typ == "CONSULT" && len(a.src)+len(a.tgt) == 0 { // "the meeting" of those who agreed
		if a.src = m.together(); a.src != nil {
			a.steps = append(a.steps, "takeup")
		}
	}
}

// infer finds a party that a sentence leaves out where the article has told
// it: the other side of an act of the same kind that the known side had a part
// in, or, for a denial or refusal, whoever accused or asked.
func (m *memory) infer(a *act) {
	if a.noun || a.typ == "CONSULT" || len(a.src) > 0 == (len(a.tgt) > 0) {
		return
	}
	for _, old := range slices.Backward(m.acts) {
		answers := a.typ == "REJECT" && (old.typ == "ACCUSE" || old.typ == "REQUEST")
		switch {
		case answers && len(a.tgt) == 0 && overlap(old.tgt, a.src):
			a.tgt = without(relabel(old.src, "answer", .6), a.src)
		case old.typ != a.typ || !related(old.cameo, a.cameo):
			continue
		case len(a.src) == 0 && overlap(old.tgt, a.tgt):
			a.src = without(relabel(old.src, "takeup", .6), a.tgt)
		case len(a.tgt) == 0 && overlap(old.src, a.src) && len(old.tgt) == 1:
			a.tgt = without(relabel(old.tgt, "takeup", .5), a.src)
		default:
			continue
		}
		a.steps = append(a.steps, "infer")
		return
	}
}

// together returns those who acted or spoke together last, for "they", "both"
// and "the two sides".
func (m *memory) together() []ref {
	return relabel(m.pair, "collective", .6)
}

// collective reports whether a noun phrase means the parties of what was told
// before: "they", "both", "the two sides".
func (v *view) collective(i int) bool {
	switch v.form(i) {
	case "they", "both", "two":
		return true
	}
	return v.lex.is("side", v.lemma[i]) && (v.marker(i, "nummod", "two", "both") || v.marker(i, "det", "both") || v.marker(i, "amod", "two"))
}

// overlap reports whether two parties share an actor.
func overlap(a, b []ref) bool {
	return slices.ContainsFunc(a, func(r ref) bool { return among(b, r) })
}

// related reports whether two CAMEO codes are of one kind: the same, or both
// ways of meeting.
func related(x, y string) bool {
	return x == y || x[:2] == y[:2] && x[:2] != "17"
}

// definite reports whether a noun points back: "the", "this", a possessive.
func (v *view) definite(i int) bool {
	return v.marker(i, "det", "the", "this", "these", "that", "those") || v.child(i, "nmod:poss") >= 0
}
