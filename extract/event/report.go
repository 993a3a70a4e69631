package event

import "dyad/schema"

// speaker returns who says the clause of a token: the subject of a reporting
// verb above it, or the speaker of the attribution that covers it.
func (v *view) speaker(i int) []ref {
	for t, n := i, 0; t >= 0 && n < len(v.kids); t, n = v.head(t), n+1 {
		h := v.head(t)
		if h < 0 {
			break
		}
		if r := v.rel(t); (r == "ccomp" || r == "parataxis" || r == "xcomp") && v.lex.is("say", v.lemma[h]) {
			if s := v.roles(h, sayers, nil, nil); len(s) > 0 {
				return s
			}
		}
	}
	for _, k := range v.children(i, "parataxis") {
		if v.lex.is("say", v.lemma[k]) {
			if s := v.roles(k, sayers, nil, nil); len(s) > 0 {
				return s
			}
		}
	}
	return v.attributed(i)
}

var sayers = []spec{{base: "subj"}}

// attributed returns the speaker of the innermost attribution whose content
// covers a token.
func (v *view) attributed(i int) []ref {
	at := v.sent.Tokens[i].Start
	var best *schema.Attribution
	size := 0
	for k := range v.doc.Attributions {
		a := &v.doc.Attributions[k]
		if a.Actor == nil || a.Kind != schema.KindSpeech {
			continue
		}
		for _, s := range a.Content {
			if s.Start <= at && at < s.End && (best == nil || s.End-s.Start < size) {
				best, size = a, s.End-s.Start
			}
		}
	}
	if best == nil {
		return nil
	}
	return []ref{{*best.Actor, i, "speaker", best.Confidence}}
}

// obliged codes what a speaker says somebody must or should do as a request.
func (v *view) obliged(i int) *act {
	var rule string
	below := -1
	switch {
	case v.marker(i, "aux", "must", "should", "ought") && !v.conditional(i, "if", "unless", "whether"):
		if v.besideDuty(i) {
			return nil
		}
		rule = "must"
	case v.lex.is("need", v.lemma[i]) && v.verbal(i):
		below = v.child(i, "xcomp")
		if below < 0 || !v.marker(below, "mark", "to") || v.lemma[i] == "have" && (i+1 >= len(v.kids) || v.form(i+1) != "to") || v.lemma[below] == "do" {
			return nil
		}
		if v.marker(i, "aux", "may", "might", "will", "would", "could") {
			return nil // "may need to" asks nobody
		}
		if v.negatedAt(i) || v.lemma[i] == "have" && (!v.firstPerson(i) || v.xpos(i) == "VBD") {
			return nil // "people will have to pay" is a forecast
		}
		rule = "need"
	default:
		return nil
	}
	if s := v.child(i, "nsubj"); s >= 0 && v.form(s) == "i" {
		return nil // "I need to leave"
	}
	src := v.speaker(i)
	if len(src) == 0 {
		return nil
	}
	a := &act{tok: i, code: code{"REQUEST", "change", "100"}, steps: []string{"said+" + rule}, conf: .7, src: src}
	if rule == "must" && v.marker(i, "aux", "have") { // "should have asked" blames, "must have asked" guesses
		if v.marker(i, "aux", "must") {
			return nil
		}
		a.code, a.steps = code{"ACCUSE", "disapprove", "111"}, []string{"said+reproach"}
	}
	for _, s := range v.obligedParties(i) {
		a.tgt = merge(a.tgt, s)
	}
	a.tgt = without(a.tgt, a.src)
	if below >= 0 {
		a.span = []int{below}
	}
	for _, k := range v.children(i, "xcomp", "advcl") { // "must be ready to mediate"
		if in := v.build(k); in != nil && v.marker(k, "mark", "to") {
			in.consumed = true
		}
	}
	if len(a.tgt) == 0 {
		if rule == "need" && !v.firstPerson(i) {
			return nil
		}
		a.conf = .5
	}
	return a
}

// besideDuty reports whether "must" or "should" at a verb is no word of duty: before
// its subject it makes a condition or a question ("should the talks fail"), a
// relative or a question word only describes ("the path that we must follow", "how
// it should look").
func (v *view) besideDuty(i int) bool {
	if v.full(i) == "acl:relcl" {
		return true
	}
	s := v.child(i, "nsubj", "nsubj:pass", "csubj", "expl")
	for _, k := range v.kids[i] {
		if v.rel(k) == "aux" && s > k && v.lex.is("duty", v.form(k)) {
			return true
		}
		if x := v.xpos(k); k < i && (x == "WRB" || x == "WP" && v.rel(k) == "obj") {
			return true
		}
	}
	return false
}

// firstPerson reports whether the subject of a verb is "we" or "I".
func (v *view) firstPerson(i int) bool {
	s := v.child(i, "nsubj")
	return s >= 0 && v.lex.is("firstperson", v.form(s))
}

// obligedParties are those who must act: the subject, or the agent of a
// passive.
func (v *view) obligedParties(i int) [][]ref {
	var out [][]ref
	for _, s := range v.subjects(i) {
		out = append(out, v.actorsAt(s))
	}
	return out
}

// verdict codes what a speaker says about somebody with words of blame as
// ACCUSE, with words of praise as SUPPORT ("said the plans could start an arms
// race"). It looks at heads of reported clauses only.
func (v *view) verdict(i int) *act {
	if !v.reportedHead(i) || v.negatedAt(i) {
		return nil
	}
	bad, good := v.judgement(i)
	if bad == good || bad && v.lex.is("undergo", v.lemma[i]) {
		return nil // who suffers is not blamed
	}
	src := v.speaker(i)
	if len(src) == 0 {
		return nil
	}
	var tgt []ref
	for _, s := range v.children(i, "nsubj", "nsubj:pass") {
		found := v.actorsAt(v.relative(s))
		if len(found) == 0 {
			found = v.owners(v.relative(s), 0)
		}
		tgt = merge(tgt, found)
	}
	tgt = without(tgt, src)
	if len(tgt) == 0 || v.sameSide(src, tgt) && (good || v.states(tgt)) {
		return nil
	}
	a := &act{tok: i, code: code{"ACCUSE", "disapprove", "111"}, steps: []string{"said+blame"}, conf: .55, src: src, tgt: tgt}
	if good {
		a.code, a.steps = code{"SUPPORT", "", "051"}, []string{"said+praise"}
	}
	return a
}

// states reports whether all parties are states as such: nobody blames his own.
func (v *view) states(parties []ref) bool {
	for _, r := range parties {
		if !v.state[r.id] {
			return false
		}
	}
	return true
}

// naming codes what somebody calls somebody: "called the bishops terrorists",
// "described the plan as a provocation", "held the minister responsible".
func (v *view) naming(i int) *act {
	if !v.lex.is("naming", v.lemma[i]) || v.negatedAt(i) {
		return nil
	}
	bad, good := v.judgement(i)
	if bad == good || bad && v.lex.is("viewing", v.lemma[i]) {
		return nil // who sees somebody as a threat has not said so
	}
	a := &act{tok: i, code: code{"ACCUSE", "disapprove", "111"}, steps: []string{"verb:call+blame"}, conf: .7}
	if good {
		a.code, a.steps = code{"SUPPORT", "", "051"}, []string{"verb:call+praise"}
	}
	a.src = v.roles(i, []spec{{base: "subj"}}, nil, nil)
	a.tgt = v.roles(i, []spec{{base: "obj"}, {base: "obj", inner: "own"}, {base: "obj", inner: "in"}}, nil, a.src)
	if len(a.src) == 0 {
		return nil
	}
	return a
}

// reportedHead reports whether a token heads the content of reported speech.
func (v *view) reportedHead(i int) bool {
	h := v.head(i)
	if h >= 0 && v.rel(i) == "ccomp" && v.lex.is("say", v.lemma[h]) {
		return true
	}
	for _, k := range v.children(i, "parataxis") {
		if v.lex.is("say", v.lemma[k]) {
			return true
		}
	}
	switch v.rel(i) {
	case "root", "conj", "parataxis", "ccomp":
		return len(v.attributed(i)) > 0
	}
	return false
}

// judgement looks for words of blame and of praise in a predicate: the head,
// its objects and complements, and what modifies these.
func (v *view) judgement(i int) (bad, good bool) {
	var look func(t, depth int)
	look = func(t, depth int) {
		bad = bad || v.lex.is("blame", v.lemma[t])
		good = good || v.lex.is("praise", v.lemma[t])
		if depth == 0 {
			return
		}
		for _, k := range v.children(t, "obj", "xcomp", "acl", "amod", "compound", "conj", "advmod", "obl") {
			look(k, depth-1)
		}
	}
	look(i, 3)
	return bad, good
}
