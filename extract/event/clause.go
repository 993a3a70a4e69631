package event

import (
	"slices"
	"strings"
)

// finish applies what the clause says about an act (negation, future, "may",
// purpose) and reports whether it is an event.
func (v *view) finish(a *act) bool {
	op := v.clauseOperator(a)
	if op == "" || strings.HasPrefix(a.steps[0], "said+") { // there the act is the saying
		return v.admitted(a)
	}
	if op == "not" && v.denied(a) {
		a.code = code{"REJECT", "", "120"}
		a.steps = append(a.steps, "denied")
		return v.admitted(a)
	}
	c, ok := v.lex.combine(op, a)
	switch {
	case !ok:
		return v.admitted(a)
	case c.typ == "-":
		return false
	case c.typ == "=":
		a.negated = op == "not" || op == "wont"
		a.future = op == "will" || op == "wont"
		a.hypothetical = op == "may" || op == "if"
	default:
		a.code = c
		if a.lead != nil && !a.joint() { // "will not meet" is not done together
			a.src, a.tgt = a.lead, without(a.src, a.lead)
		}
	}
	a.steps = append(a.steps, op)
	return v.admitted(a)
}

// denied reports whether somebody says that his own side has not done a hostile
// act: "said it had never spied on the senate".
func (v *view) denied(a *act) bool {
	if !v.conflict(a) {
		return false
	}
	told, own := v.toldBy(a)
	return told && own
}

// toldBy reports whether somebody says an act of which the source is known, and whether
// that is his own side.
func (v *view) toldBy(a *act) (told, own bool) {
	by := v.speaker(a.tok)
	if len(by) == 0 || len(a.src) == 0 {
		return false, false
	}
	return true, v.sameSide(by, a.src)
}

// onlyAim reports whether an act with all its parties fails to be an event for
// being an aim alone. The aim is what a sentence tells where it tells nothing
// else: "used its influence to support the rebels".
func (v *view) onlyAim(a *act) bool {
	if v.clauseOperator(a) != "to" || v.rel(a.tok) == "acl" || len(a.src) == 0 || len(a.src)+len(a.tgt) < 2 || !v.admitted(a) {
		return false
	}
	a.steps, a.conf = append(a.steps, "aim"), min(a.conf, .5)
	return true
}

// admitted reports whether an act has the parties that an event needs.
func (v *view) admitted(a *act) bool {
	why := v.refused(a)
	if why != "" {
		v.miss(a.tok, a.from, why)
	}
	return why == ""
}

// refused says why an act is no event, "" if it is one.
func (v *view) refused(a *act) string {
	parties := len(a.src) + len(a.tgt)
	switch {
	case v.newsroom(a.tok):
		return "it tells of the making of the article"
	case a.typ == "CONSULT" && v.press(a):
		return "one side is there to report it"
	case parties > 0 && a.typ != "PROTEST" && v.unpolitical(slices.Concat(a.src, a.tgt)):
		return "no side is political"
	case v.commonCrime(a):
		return "it is a crime between private persons"
	case a.carried && !a.borne():
		return "it needs a verb that carries it, or an operator"
	case a.bare || parties > 1 || parties == 1 && !(a.noun && a.two):
		return ""
	case parties == 1:
		return "only one side is known"
	}
	return "no side is known"
}

// press reports whether one of the parties of a meeting is there to report it:
// who speaks to journalists makes a statement.
func (v *view) press(a *act) bool {
	return slices.ContainsFunc(slices.Concat(a.src, a.tgt), func(r ref) bool { return v.sector[r.id] == "jrn" })
}

// unpolitical reports whether all parties are of one state and of walks of
// life that are no politics among themselves, as a company and its bank.
func (v *view) unpolitical(parties []ref) bool {
	for _, r := range parties {
		if !v.lex.is("unpolitical", v.sector[r.id]) || v.country[r.id] != v.country[parties[0].id] {
			return false
		}
	}
	return true
}

// clauseOperator names what the clause of an act says about it, "" if it
// states the act as a fact.
func (v *view) clauseOperator(a *act) string {
	if a.noun {
		return v.nounOperator(a.tok)
	}
	t := a.tok
	negated := v.negatedAt(t)
	will := v.futureAt(t) || v.lex.is("goingto", v.lemma[t])
	switch {
	case negated && will:
		return "wont"
	case negated:
		return "not"
	case v.conditional(t, "if", "unless"):
		return "if"
	case v.conditional(t, "whether"):
		return "may"
	case v.purpose(t):
		return "to"
	case will && v.unless(t):
		return "ultimatum"
	case will && v.predicted(a):
		return "may"
	case will && v.announced(a):
		return "announce"
	case will:
		return "will"
	case v.marker(t, "aux", "may", "might", "could", "must", "should", "ought"):
		return "may"
	}
	return ""
}

// unless reports whether an act is only to be avoided by what a clause below
// demands: "will withdraw unless …".
func (v *view) unless(t int) bool {
	for _, k := range v.children(t, "advcl") {
		if v.marker(k, "mark", "unless") {
			return true
		}
	}
	return false
}

// predicted reports whether somebody says of another side that it will act with
// hostility: a forecast and no threat.
func (v *view) predicted(a *act) bool {
	switch a.typ {
	case "ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE":
		told, own := v.toldBy(a)
		return told && !own
	}
	return false
}

// announced reports whether the side that will act says so itself, or makes
// the act depend on a condition: a hostile act is then a threat.
func (v *view) announced(a *act) bool {
	for _, k := range v.children(a.tok, "advcl") {
		if v.marker(k, "mark", "if", "unless", "until") {
			return true
		}
	}
	by := v.speaker(a.tok)
	return len(by) > 0 && len(a.src) > 0 && v.sameSide(by, a.src)
}

// nounOperator is clauseOperator for an act found at a noun.
func (v *view) nounOperator(t int) string {
	if v.marker(t, "det", "no") {
		return "not"
	}
	if v.toHappen(t) {
		return "will"
	}
	for _, k := range v.children(t, "amod", "compound", "advmod", "acl") {
		if v.lex.is("planned", v.lemma[k]) || v.lex.is("planned", v.form(k)) {
			return "will"
		}
		if v.lex.is("possible", v.lemma[k]) {
			return "may"
		}
	}
	return ""
}

// toHappen reports whether a clause says of an act at a noun that it will take place:
// "talks will be held", "a visit is scheduled for May".
func (v *view) toHappen(t int) bool {
	h := v.head(t)
	if h < 0 || v.rel(t) != "nsubj" || !v.verbal(h) {
		return false
	}
	return v.lex.is("happening", v.lemma[h]) && v.futureAt(h) || v.lex.is("planned", v.lemma[h]) && v.passive(h)
}

// negatedAt reports whether a verb or its object is negated.
func (v *view) negatedAt(t int) bool {
	for _, k := range v.children(t, "advmod", "det", "neg", "cc") {
		if v.lex.is("negation", v.form(k)) || v.lex.is("negation", v.lemma[k]) {
			if k+1 < len(v.kids) && v.lex.is("notonly", v.form(k+1)) {
				continue // "not only insulted them but also …"
			}
			return true
		}
		if v.form(k) == "longer" && k > 0 && v.form(k-1) == "no" {
			return true
		}
	}
	for _, o := range v.children(t, "obj", "nsubj") { // "reached no agreement"
		if v.marker(o, "det", "no", "neither") {
			return true
		}
	}
	h := v.head(t)
	return h >= 0 && v.rel(t) == "xcomp" && v.lex.is("transparentverb", v.lemma[h]) && v.negatedAt(h)
}

// futureAt reports whether a verb stands in the future; conjuncts without an
// auxiliary of their own share that of the first.
func (v *view) futureAt(t int) bool {
	if v.marker(t, "aux", "will", "shall", "would", "'ll", "wo") {
		return true
	}
	if v.sent.Headline && v.rel(t) == "root" && v.marker(t, "mark", "to") {
		return true
	}
	if v.rel(t) == "conj" && v.child(t, "aux", "nsubj") < 0 && v.head(t) >= 0 && v.verbal(v.head(t)) && v.xpos(t) == v.xpos(v.head(t)) {
		return v.futureAt(v.head(t))
	}
	h := v.head(t)
	if !v.marker(t, "mark", "to") {
		return false
	}
	if v.marker(t, "aux", "be") || v.marker(t, "cop", "be") { // "is to visit"
		return true
	}
	if h < 0 {
		return false
	}
	return v.lemma[h] == "be" || v.rel(t) == "xcomp" && !v.lex.is("implicative", v.lemma[h])
}

// conditional reports whether a verb stands in a clause that one of the
// conjunctions opens, however deep.
func (v *view) conditional(t int, marks ...string) bool {
	for n := 0; t >= 0 && n < len(v.kids); t, n = v.head(t), n+1 {
		if v.marker(t, "mark", marks...) {
			return true
		}
		switch v.rel(t) {
		case "conj", "xcomp", "acl", "obj", "nmod", "advcl":
		default:
			return false
		}
	}
	return false
}

// purpose reports whether a verb only names an aim ("to discuss …"). After a
// verb of motion that is done the aim counts as done ("was sent to investigate").
func (v *view) purpose(t int) bool {
	switch v.rel(t) {
	case "advcl", "acl":
		if v.lex.is("voicing", v.lemma[t]) {
			return false // "gathered to protest": they do
		}
		h := v.head(t)
		return v.marker(t, "mark", "to") && h >= 0 && v.lemma[h] != "be" && (!v.lex.is("motion", v.lemma[h]) || v.futureAt(h))
	case "conj":
		return v.head(t) >= 0 && v.verbal(v.head(t)) && v.child(t, "nsubj", "aux") < 0 && v.purpose(v.head(t))
	}
	return false
}
