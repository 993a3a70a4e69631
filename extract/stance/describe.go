package stance

// adjective: "wary of the alliance", "Russia, critical of the plan".
func (v *view) adjective(t int) {
	w := v.word(t)
	if w == nil || w.to == 0 || v.hypothetical(t) {
		return
	}
	s, ok := v.shifted(t, w.to)
	if !ok {
		return
	}
	holder := v.kid(t, "nsubj")
	if holder < 0 && v.rel(t, "amod", "acl", "appos") {
		holder = v.Tokens[t].Head
	}
	if holder < 0 && v.rel(t, "xcomp", "conj", "advcl") {
		holder, _ = v.agentOf(v.Tokens[t].Head)
	}
	for _, k := range v.kids[t] {
		if k > t && v.rel(k, "obl", "nmod", "advcl", "ccomp") && w.takes(v.caseOf(k)) {
			v.add(v.holders(holder), v.targets(k), t, s, "adjective:"+v.Tokens[t].Lemma, .7)
		}
	}
}

// noun: "Russia's criticism of the plan", "voiced support for the plan",
// "Syria is an ally of Iran".
func (v *view) noun(t int) {
	w := v.r.lex.nouns.of(v.lemma(t))
	if w == nil || w.to == 0 {
		return
	}
	s := w.to
	holders, poss := v.nounHolders(t)
	if v.predicative(t) && v.negated(t) {
		s = -s
	}
	if v.Tokens[t].Head >= 0 && v.rel(t, "obj") {
		var ok bool
		if s, ok = v.shifted(v.Tokens[t].Head, s); !ok {
			return
		}
	}
	for _, k := range v.aimedAt(t, w) {
		v.add(holders, v.targets(k), t, s, "noun:"+v.Tokens[t].Lemma, .65)
	}
	// "Iran's ally", "a Trump critic": the owner is the target of a word for a person.
	if poss >= 0 && w.takes("of") && w.val != 0 && v.predicative(t) {
		v.add(holders, v.actorsAt(poss, 1), t, s, "noun-of:"+v.Tokens[t].Lemma, .65)
	}
}

// aimedAt returns what the attitude is towards that a noun names: what stands behind
// its preposition, also where that hangs on the verb of which the noun is the object:
// "expressed concern over the base".
func (v *view) aimedAt(t int, w *word) []int {
	var out []int
	for _, k := range v.kids[t] {
		if k > t && v.rel(k, "nmod", "obl") && w.takes(v.caseOf(k)) {
			out = append(out, k)
		}
	}
	up := v.Tokens[t].Head
	if len(out) > 0 || up < 0 || !v.rel(t, "obj") || !v.r.lex.is("light", v.lemma(up)) {
		return out
	}
	for _, k := range v.kids[up] {
		if c := v.kid(k, "case"); c == t+1 && v.rel(k, "obl") && w.takes(v.caseOf(k)) {
			out = append(out, k)
		}
	}
	return out
}

// participle: "is opposed to the plan", where the tree has a passive verb.
func (v *view) participle(t int) {
	w := v.r.lex.adjs.of(v.lower(t))
	if w == nil || w.to == 0 || v.kid(t, "aux:pass") < 0 || v.hypothetical(t) || v.kid(t, "obl:agent") >= 0 {
		return
	}
	holder := v.kid(t, "nsubj:pass")
	s, ok := v.shifted(t, w.to)
	if holder < 0 || !ok || v.unreal(t, holder) {
		return
	}
	for _, k := range v.kids[t] {
		if k > t && v.rel(k, "obl") && v.caseOf(k) != "by" && w.takes(v.caseOf(k)) {
			v.add(v.holders(holder), v.targets(k), t, s, "adjective:"+v.lower(t), .7)
		}
	}
}

// predicative reports whether a noun says what somebody is.
func (v *view) predicative(t int) bool {
	return v.kid(t, "cop") >= 0 || v.rel(t, "appos")
}

// nounHolders returns who has the attitude that a noun names, and the token
// of its owner where that is not the holder but perhaps the target.
func (v *view) nounHolders(t int) ([]party, int) {
	poss := v.kid(t, "nmod:poss")
	if v.predicative(t) {
		if k := v.kid(t, "nsubj"); k >= 0 {
			return v.holders(k), poss
		}
		if v.rel(t, "appos") {
			return v.holders(v.Tokens[t].Head), poss
		}
	}
	if poss >= 0 {
		return v.holders(poss), -1
	}
	for _, k := range v.kids[t] {
		if v.rel(k, "nmod") && v.r.lex.is("agent", v.caseOf(k)) {
			return v.holders(k), -1
		}
		if v.rel(k, "compound", "amod") {
			if h := v.actorsAt(k, .9); len(h) > 0 {
				return h, -1
			}
		}
	}
	if v.rel(t, "obj", "obl") && v.Tokens[t].Head >= 0 && v.r.lex.is("light", v.Tokens[v.Tokens[t].Head].Lemma) {
		if k, weight := v.agentOf(v.Tokens[t].Head); k >= 0 && weight > 0 {
			return v.holders(k), -1
		}
	}
	return nil, -1
}

// phrase: "at odds with Ankara", "in support of the bill".
func (v *view) phrase(t int) {
	for _, p := range v.r.lex.phrases[v.lower(t)] {
		if !v.wordsAt(t, p.words) {
			continue
		}
		target := v.nominalFrom(t + len(p.words))
		holder := v.subjectAbove(t)
		if target >= 0 && holder >= 0 {
			v.note(v.holders(holder), v.targets(target), t, p.sign, "phrase:"+p.words[len(p.words)-2], .65, true)
		}
	}
}

// against: "Iceland is against the levy".
func (v *view) against(t int) {
	holder := v.kid(t, "nsubj")
	if holder < 0 || v.kid(t, "cop") < 0 || v.caseOf(t) != "against" || v.supposed(t) || v.negated(t) || v.unreal(t, holder) {
		return
	}
	v.note(v.holders(holder), v.targets(t), t, -1, "phrase:against", .7, true)
}

func (v *view) wordsAt(i int, words []string) bool {
	if i+len(words) >= len(v.Tokens) {
		return false
	}
	for k, w := range words {
		if v.lower(i+k) != w {
			return false
		}
	}
	return true
}

// nominalFrom returns the head of the noun phrase that begins at token i.
func (v *view) nominalFrom(i int) int {
	h := i
	for range 6 {
		up := v.Tokens[h].Head
		if up < i || up >= len(v.Tokens) || !v.rel(h, "det", "amod", "compound", "nmod:poss", "nummod", "case", "flat") {
			return h
		}
		h = up
	}
	return h
}

// subjectAbove returns the subject of the nearest predicate above token i, or
// the noun that it hangs on.
func (v *view) subjectAbove(i int) int {
	for h, n := i, 0; h >= 0 && n < 6; h, n = v.Tokens[h].Head, n+1 {
		if k := v.kid(h, "nsubj"); k >= 0 && k < i {
			return k
		}
		if v.rel(h, "acl", "nmod") && v.Tokens[h].Head >= 0 && v.Tokens[h].Head < i && len(v.actorsAt(v.Tokens[h].Head, 1)) > 0 {
			return v.Tokens[h].Head
		}
	}
	return -1
}
