package event

import "slices"

// aim completes a protest or refusal that names no opponent from what it is
// for: "blocked a road to protest against the mayor", "marched, demanding that
// the king resign", "a hunger strike in protest of the verdict".
func (v *view) aim(a *act) {
	if a.typ != "PROTEST" {
		return
	}
	for _, k := range v.aims(a.tok, 0) {
		in := v.build(k)
		if in == nil || in == a {
			continue
		}
		if in.voices() && len(without(in.src, a.src)) == 0 {
			in.consumed = true
		}
		if len(a.tgt) > 0 {
			continue
		}
		found := without(in.tgt, a.src)
		if len(found) == 0 || in.typ == "REJECT" {
			found = without(in.src, a.src)
		}
		if len(found) > 0 {
			a.tgt = relabel(found, "aim", .8)
			a.steps = append(a.steps, "aim")
		}
	}
}

// cause completes an assault that names nobody who did it from the assault that
// caused it: "was killed in a raid by rebels", "died when rebels attacked".
func (v *view) cause(a *act) {
	if a.typ != "ASSAULT" || a.noun || len(a.src) > 0 {
		return
	}
	for _, k := range append(v.children(a.tok, "obl", "advcl"), v.children(a.tok, "xcomp")...) {
		if !v.marker(k, "case", "in", "during", "after", "by") && !v.marker(k, "advmod", "when") && !v.marker(k, "mark", "when", "as", "after") {
			continue
		}
		if in := v.build(k); in != nil && in != a && in.typ == "ASSAULT" && len(without(in.src, a.tgt)) > 0 {
			a.src = relabel(without(in.src, a.tgt), "cause", .8)
			a.steps = append(a.steps, "cause")
			return
		}
	}
}

// voices reports whether an act says what a protest is about: by the codebook
// such a demand is no second event.
func (a *act) voices() bool {
	return a.typ == "PROTEST" || a.typ == "REQUEST" || a.typ == "ACCUSE"
}

// aims are the heads of the clauses and phrases that may say what an act is
// for, those of its noun phrases included.
func (v *view) aims(i, depth int) []int {
	var out []int
	for _, k := range v.kids[i] {
		switch v.rel(k) {
		case "advcl", "acl", "xcomp":
			if !v.marker(k, "mark", "as", "after", "because", "if", "while", "since", "although", "before", "when", "where") {
				out = append(out, k)
			}
		case "obl", "nmod", "obj", "nsubj":
			if v.marker(k, "case", "in", "of", "over", "against", "for") && depth > 0 || v.marker(k, "case", "in", "for") {
				out = append(out, k)
			}
			if depth < 2 && !slices.Contains(out, k) || v.marker(k, "case", "in") && depth < 2 {
				out = append(out, v.aims(k, depth+1)...)
			}
		}
	}
	return out
}
