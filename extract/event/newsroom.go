package event

// newsroom reports whether a word tells of the making of the article and not of
// the news: who declined to comment, asked for anonymity, was not authorised to
// speak or did not answer a newspaper. Annotators of news code none of it.
func (v *view) newsroom(i int) bool {
	if v.pressWord(i) {
		return true // "on condition of anonymity"
	}
	for _, k := range v.kids[i] {
		if v.keepsQuiet(i, k) {
			return true
		}
	}
	if h := v.head(i); h >= 0 && v.keepsQuiet(h, i) {
		return true // "authorised to talk"
	}
	return v.lex.is("reply", v.lemma[i]) && v.reachesPress(i, 3)
}

// keepsQuiet reports whether a verb with the one below it says that somebody does not
// speak to the press, or not under his name: "declined to be named".
func (v *view) keepsQuiet(i, below int) bool {
	switch v.rel(below) {
	case "xcomp", "ccomp", "advcl":
	default:
		return false
	}
	return v.lex.is("withhold", v.lemma[i]) && v.lex.is("tell", v.lemma[below]) ||
		v.lex.is("authorise", v.lemma[i]) && v.lex.is("talk", v.lemma[below])
}

// pressWord reports whether a token is a word for what newspapers ask for, not
// for somebody's remarks: "no comment", but not "his comments".
func (v *view) pressWord(i int) bool {
	return v.lex.is("presstalk", v.lemma[i]) && v.xpos(i) == "NN" && v.child(i, "nmod:poss") < 0
}

// reachesPress reports whether a word of comment stands among the objects and
// phrases below a token, at most so many steps down.
func (v *view) reachesPress(i, steps int) bool {
	if steps == 0 {
		return false
	}
	for _, k := range v.children(i, "obj", "obl", "nmod", "xcomp") {
		if v.pressWord(k) || v.reachesPress(k, steps-1) {
			return true
		}
	}
	return false
}
