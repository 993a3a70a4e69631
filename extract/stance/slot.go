package stance

// slot names what a token is to its head, with the subject and object of
// passives put right and the preposition of obliques: "subj", "obj",
// "obl:against".
func (v *view) slot(i int) string {
	f := &v.facts[i]
	if f.slot == "" {
		f.slot = v.slotOf(i)
	}
	return f.slot
}

func (v *view) slotOf(i int) string {
	rel := v.Tokens[i].DepRel
	switch rel {
	case "nsubj", "csubj":
		return "subj"
	case "nsubj:pass", "obj":
		return "obj"
	case "obl:agent":
		return "subj"
	case "acl", "advcl", "xcomp", "ccomp":
		if m := v.kid(i, "mark"); m >= 0 {
			return rel + ":" + v.lower(m)
		}
		return rel
	}
	if !v.rel(i, "obl", "nmod") || rel == "nmod:poss" {
		return rel
	}
	c := v.caseOf(i)
	up := v.Tokens[i].Head
	if c == "by" && up >= 0 && v.passive(up) {
		return "subj"
	}
	if c == "" {
		return rel
	}
	return rel + ":" + c
}

// passive reports whether a verb form is passive: its agent stands behind "by".
func (v *view) passive(i int) bool {
	return v.kid(i, "aux:pass", "nsubj:pass") >= 0 || v.Tokens[i].XPOS == "VBN" && v.rel(i, "acl", "advcl")
}

// anchor follows a coordination to its first member, whose place in the
// sentence the others share.
func (v *view) anchor(i int) int {
	for n := 0; n < maxDepth && v.Tokens[i].DepRel == "conj" && v.Tokens[i].Head >= 0; n++ {
		up := v.Tokens[i].Head
		if v.nominal(up) != v.nominal(i) {
			break
		}
		i = up
	}
	return i
}

// nominal reports whether a token is a noun, name or pronoun.
func (v *view) nominal(i int) bool {
	switch v.Tokens[i].UPOS {
	case "NOUN", "PROPN", "PRON":
		return true
	}
	return false
}

// name is the lemma of a token as the models see it; names stay unnamed.
func (v *view) name(i int) string {
	switch v.Tokens[i].UPOS {
	case "PROPN", "NUM", "X":
		return v.Tokens[i].UPOS
	}
	return v.lemma(i)
}
