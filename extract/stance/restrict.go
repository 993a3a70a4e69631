package stance

import (
	"cmp"
	"strings"
)

// Restrictions: who criticises the sanctions on a state is not against that state, and
// who wants them tightened is not for it.

// spared reports whether a finding takes the victim of a restriction for what an
// attitude towards the restriction is about, or a party of a clause that is about
// another side.
func (r *reader) spared(f finding) bool {
	if strings.HasPrefix(f.target, "issue:") || r.given[f.holder] && r.given[f.target] {
		return false
	}
	v := r.view(f.sentence)
	h := v.headOf(f.targetSpan)
	if h < 0 {
		return false
	}
	if n := v.restriction(v.anchor(h)); n >= 0 && f.sign != 0 {
		return v.attitudeAbove(n) == f.sign
	}
	return (strings.HasPrefix(f.rule, "event") || f.modelled()) && v.otherSide(h, f)
}

// restriction returns the noun of a restriction that is on what stands at a token, or
// -1.
func (v *view) restriction(h int) int {
	up := v.Tokens[h].Head
	if up >= 0 && v.rel(h, "nmod") && !v.rel(h, "nmod:poss") && v.r.lex.is("restriction", v.lemma(up)) && v.r.lex.is("upon", v.caseOf(h)) {
		return up
	}
	return -1
}

// attitudeAbove returns the sign of the attitude under which a noun stands, turned
// round by nouns and verbs of doing away with it; 0 if there is none.
func (v *view) attitudeAbove(i int) int {
	s := 1
	for h, n := v.Tokens[i].Head, 0; h >= 0 && n < maxDepth; h, n = v.Tokens[h].Head, n+1 {
		lemma := v.lemma(h)
		switch v.Tokens[h].UPOS {
		case "NOUN":
			if v.r.lex.is("relief", lemma) {
				s = -s
			}
		case "VERB":
			w := v.word(h)
			switch {
			case w != nil && (w.to != 0 || w.issue != 0):
				if v.negated(h) {
					s = -s
				}
				return s * cmp.Or(w.to, w.issue)
			case v.r.lex.is("undo", lemma):
				s = -s
			}
			if v.kid(h, "nsubj") >= 0 {
				if s < 0 && !v.negated(h) {
					return s
				}
				return 0
			}
		}
	}
	return 0
}

// otherSide reports whether a target is the subject of a clause that sets another side
// against the holder and what he does: "backed the plan, while Russia refused", or, of
// friendly acts, "but Russia refused".
func (v *view) otherSide(h int, f finding) bool {
	up := v.Tokens[h].Head
	if up < 0 || !v.rel(h, "nsubj") {
		return false
	}
	m := -1
	switch {
	case v.rel(up, "advcl"):
		if m = v.kid(up, "mark"); m < 0 || !v.r.lex.is("contrast", v.lower(m)) {
			return false
		}
	case v.rel(up, "conj") && f.sign > 0:
		if m = v.kid(up, "cc"); m < 0 || !v.r.lex.is("opposite", v.lower(m)) {
			return false
		}
	default:
		return false
	}
	at := v.Tokens[m].Start
	return f.holderSpan.End <= at && (f.modelled() || f.evidence.End <= at)
}
