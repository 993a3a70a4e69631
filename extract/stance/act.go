package stance

import (
	"slices"

	"dyad/schema"
)

// add records a finding for every holder and target.
func (v *view) add(holders, targets []party, trigger int, sign int, rule string, confidence float64) {
	v.note(holders, targets, trigger, sign, rule, confidence, v.r.lex.is("avow", v.lemma(trigger)) || v.r.lex.is("avow", v.lower(trigger)))
}

// note is add, which tells whether the words show a stance on an issue by themselves.
func (v *view) note(holders, targets []party, trigger int, sign int, rule string, confidence float64, avowed bool) {
	for _, h := range holders {
		for _, t := range targets {
			if h.id == t.id || h.span == t.span {
				continue
			}
			sign := sign
			if t.turned {
				sign = -sign
			}
			at := schema.Span{Start: v.Tokens[trigger].Start, End: v.Tokens[trigger].End}
			at.Start, at.End = min(at.Start, t.span.Start), max(at.End, t.span.End)
			v.r.found = append(v.r.found, finding{
				holder: h.id, target: t.id, sign: sign, holderSpan: h.span, targetSpan: t.span, evidence: at,
				sentence: v.index, rule: rule, confidence: confidence * h.weight * t.weight,
				avowed: avowed && t.issue && !t.aside && h.weight*t.weight >= closely,
			})
		}
	}
}

// closely is how near to a word of attitude holder and issue have to stand to be
// what it is about.
const closely = .65

// act: what a verb says of its subject's attitude towards its object, or
// towards what follows its preposition ("accused Russia", "lashed out at it").
func (v *view) act(t int) {
	w := v.word(t)
	if w == nil || w.to == 0 && w.issue == 0 || v.supposed(t) || v.recommended(t) {
		return
	}
	holder, weight := v.agentOf(t)
	if holder < 0 || v.unreal(t, holder) {
		return
	}
	holders := v.weighted(holder, weight)
	if s, ok := v.shifted(t, w.issue); ok && w.issue != 0 {
		v.claim(holders, t, s, w)
	}
	s, ok := v.shifted(t, w.to)
	if !ok || w.to == 0 {
		return
	}
	for _, k := range v.objectsOf(t, w) {
		if k != holder {
			v.add(holders, v.targets(k), t, s, "act:"+v.Tokens[t].Lemma, .75)
		}
	}
}

// weighted returns the holders at a token, as sure as it is that they are the agent.
func (v *view) weighted(holder int, weight float64) []party {
	holders := v.holders(holder)
	for i := range holders {
		holders[i].weight *= weight
	}
	return holders
}

// claim is what a verb says of its subject's attitude towards the issues that it governs.
// A verb that names its object in a complement is for nothing: "called it a threat".
func (v *view) claim(holders []party, t, sign int, w *word) {
	if v.r.lex.is("names", v.lemma(t)) && v.kid(t, "obj") >= 0 {
		if object, _ := v.named(t); object < 0 {
			v.note(holders, v.issuesOf(t, w), t, sign, "issue:"+v.Tokens[t].Lemma, .6, false)
		}
		return
	}
	o := v.kid(t, "obj")
	asked := o >= 0 && v.kid(t, "xcomp") > o // who is urged to do something
	plain := !asked && !v.negated(t) && (o < 0 || w.object || len(w.issuePreps) == 0) && v.r.lex.is("avow", v.lemma(t))
	v.note(holders, v.issuesOf(t, w), t, sign, "issue:"+v.Tokens[t].Lemma, .6, plain)
}

// agentOf returns who does what a verb says and how sure that is: its subject
// or the "by" phrase of a passive, else the subject of the verb above.
func (v *view) agentOf(t int) (int, float64) {
	if v.kid(t, "aux:pass", "nsubj:pass") >= 0 {
		for _, k := range v.kids[t] {
			if v.rel(k, "obl") && v.caseOf(k) == "by" {
				return k, 1
			}
		}
		return -1, 0
	}
	weight := 1.0
	for n := 0; t >= 0 && n < 5; n++ {
		if k := v.kid(t, "nsubj"); k >= 0 && (n == 0 || !v.rel(k, "nsubj:pass") || v.rel(t, "xcomp", "conj")) {
			return k, weight
		}
		switch {
		case v.rel(t, "acl") && !v.rel(t, "acl:relcl"):
			if v.Tokens[t].XPOS == "VBN" {
				for _, k := range v.kids[t] {
					if v.rel(k, "obl") && v.caseOf(k) == "by" {
						return k, 1
					}
				}
				return -1, 0
			}
			if k := v.purposeOf(t); k >= 0 {
				return k, weight * .9
			}
			return v.Tokens[t].Head, weight * .9
		case v.rel(t, "xcomp", "advcl"):
			if k := v.charged(t); k >= 0 {
				return k, weight
			}
			if up := v.Tokens[t].Head; up >= 0 && v.kid(up, "obj", "iobj") >= 0 {
				weight *= .7
			}
		case v.rel(t, "conj"):
		default:
			return -1, 0
		}
		t = v.Tokens[t].Head
	}
	return -1, 0
}

// charged returns who is praised or blamed for what a gerund names, the object of
// the verb above: "accused Norway of helping him". It is -1 if there is none.
func (v *view) charged(t int) int {
	up := v.Tokens[t].Head
	if up < 0 || v.Tokens[t].XPOS != "VBG" {
		return -1
	}
	for _, k := range v.kids[t] {
		if k < t && v.rel(k, "mark", "case") && v.r.lex.is("charge", v.lower(k)) {
			if o := v.kid(up, "obj"); o >= 0 {
				return o
			}
		}
	}
	return -1
}

// purposeOf returns who pursues the infinitive of a noun: the owner of the
// noun or the subject of its verb ("led the effort to oust him").
func (v *view) purposeOf(t int) int {
	mark := v.kid(t, "mark")
	if mark < 0 || v.lower(mark) != "to" {
		return -1
	}
	n := v.Tokens[t].Head
	if k := v.kid(n, "nmod:poss"); k >= 0 {
		return k
	}
	if up := v.Tokens[n].Head; up >= 0 && v.rel(n, "obj", "obl") {
		return v.kid(up, "nsubj")
	}
	return -1
}

// objectsOf returns the arguments of a verb that its attitude aims at.
func (v *view) objectsOf(t int, w *word) []int {
	var out []int
	passive := v.kid(t, "aux:pass") >= 0
	for _, k := range v.kids[t] {
		switch {
		case v.takesPart(t, k):
		case passive && v.rel(k, "nsubj:pass"), v.rel(k, "obj") && !passive && w.object:
			out = append(out, k)
		case v.rel(k, "obl", "nmod", "advcl") && w.takes(v.caseOf(k)):
			out = append(out, k)
		}
	}
	if v.rel(t, "acl") && v.Tokens[t].XPOS == "VBN" && !passive && w.object {
		out = append(out, v.Tokens[t].Head)
	}
	return out
}

// takesPart reports whether the object of a verb is what its subject takes part in:
// who contests an election or fights a war is not against it.
func (v *view) takesPart(t, object int) bool {
	return v.rel(object, "obj", "nsubj:pass") && v.r.lex.is("contend", v.lemma(t)) && v.r.lex.is("contest", v.lemma(object))
}

// shifted applies the negation of a predicate to the sign of an attitude. A
// denied support is a rejection, but who does not criticise need not be for.
func (v *view) shifted(t, sign int) (int, bool) {
	if !v.negated(t) {
		return sign, true
	}
	return -1, sign > 0
}

// negated reports whether a predicate is negated, by a word of its own or by
// a verb or adjective above that turns it round ("refused to support", "reluctant to").
func (v *view) negated(t int) bool {
	f := &v.facts[t]
	if f.negated == 0 {
		f.negated = -1
		if v.findNegated(t) {
			f.negated = 1
		}
	}
	return f.negated > 0
}

func (v *view) findNegated(t int) bool {
	neg := false
	for _, k := range v.kids[t] {
		if v.rel(k, "advmod", "aux", "det", "cc") && (v.r.lex.negators[v.lower(k)] || v.r.lex.negators[v.Tokens[k].Lemma]) && !v.andMore(k) {
			neg = !neg
		}
	}
	if v.rel(t, "xcomp") && v.Tokens[t].Head >= 0 {
		up := v.Tokens[t].Head
		if w := v.r.lex.verbs.of(v.lemma(up)); w != nil && w.shift || v.r.lex.is("reluctant", v.lemma(up)) {
			neg = !neg
		}
		for _, k := range v.kids[up] {
			if v.rel(k, "advmod") && v.r.lex.negators[v.lower(k)] {
				neg = !neg
			}
		}
	}
	return neg
}

// andMore reports whether a negation only announces more: "not only a barrier".
func (v *view) andMore(k int) bool {
	return k+1 < len(v.Tokens) && v.r.lex.is("only", v.lower(k+1))
}

// supposed reports whether a sentence does not say that a predicate holds: it asks, or the
// predicate is hypothetical.
func (v *view) supposed(t int) bool { return v.asks(t) || v.hypothetical(t) }

// hypothetical reports whether a predicate stands in a condition or question, or names what
// is not done: "rather than fight", "instead of fighting".
func (v *view) hypothetical(t int) bool {
	for h, n := t, 0; h >= 0 && n < 3; h, n = v.Tokens[h].Head, n+1 {
		for _, k := range v.kids[h] {
			if v.rel(k, "mark") && v.r.lex.is("condition", v.lower(k)) {
				return true
			}
			if v.rel(k, "mark", "cc", "case", "advmod") && (v.lower(k) == "rather" || v.lower(k) == "instead") && k < h && v.kid(k, "fixed") >= 0 {
				return true
			}
		}
		if !v.rel(h, "xcomp", "conj") {
			break
		}
	}
	return false
}

// recommended reports whether somebody only wants that something be done: "recommended that
// he be suspended by the president", "demanded that Chad free him".
func (v *view) recommended(t int) bool {
	up := v.Tokens[t].Head
	if up < 0 || !v.rel(t, "ccomp") || !v.r.lex.is("recommend", v.lemma(up)) {
		return false
	}
	b := v.kid(t, "aux:pass")
	return b >= 0 && v.lower(b) == "be" || b < 0 && v.Tokens[t].XPOS == "VB" && v.kid(t, "aux") < 0
}

// unreal reports whether a text only says what somebody ought to do, or has the right to do, or asks
// when he does it. What we ought to do is what who says so wants.
func (v *view) unreal(t, agent int) bool {
	if v.r.lex.is("first", v.lower(agent)) {
		return false
	}
	for n := 0; t >= 0 && n < 5; n++ {
		if v.Tokens[agent].Head != t && v.kid(t, "nsubj") >= 0 {
			return false // what others ought to do is what the agent wants
		}
		if up := v.Tokens[t].Head; up >= 0 && v.rel(t, "acl", "xcomp") && !v.rel(t, "acl:relcl") && v.r.lex.is("entitles", v.lemma(up)) {
			return true
		}
		for _, k := range v.kids[t] {
			if v.rel(k, "aux") && (v.r.lex.is("duty", v.lower(k)) || v.r.lex.is("perhaps", v.lower(k))) ||
				v.rel(k, "advmod") && v.rel(t, "ccomp") && v.r.lex.is("asked", v.lower(k)) {
				return true
			}
		}
		if v.Tokens[agent].Head == t || !v.rel(t, "xcomp", "advcl", "conj", "acl") || v.rel(t, "acl:relcl") {
			return false
		}
		t = v.Tokens[t].Head
	}
	return false
}

// issuesOf returns the issues that a verb governs: in its object, behind one
// of its prepositions or in the infinitive that it takes ("promised to lift
// the embargo" is left to the verb "lift").
func (v *view) issuesOf(t int, w *word) []party {
	var out []party
	passive := v.kid(t, "aux:pass") >= 0
	for _, k := range v.kids[t] {
		if v.takesPart(t, k) {
			continue
		}
		if v.rel(k, "obj") && !passive || passive && v.rel(k, "nsubj:pass") || v.rel(k, "obl", "nmod") && slices.Contains(w.issuePreps, v.caseOf(k)) {
			for _, p := range v.targets(k) {
				if p.issue {
					out = append(out, p)
				}
			}
		}
	}
	return out
}
