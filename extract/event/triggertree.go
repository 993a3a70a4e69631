package event

func (r *reading) neighbours(i int, f *feats) {
	l := r.lemma[i]
	f.add("w-1=", r.word(i-1))
	f.add("w+1=", r.word(i+1))
	f.add("w-2=", r.word(i-2))
	f.add("w+2=", r.word(i+2))
	f.add("l|w-1=", l, "|", r.word(i-1))
	f.add("l|w+1=", l, "|", r.word(i+1))
}

// above describes the governor and the operators over it.
func (r *reading) above(i int, f *feats) {
	l, rel, h := r.lemma[i], r.full(i), r.head(i)
	if h < 0 {
		f.add("root")
		return
	}
	g := r.word(h)
	f.add("g=", g, "|", rel)
	f.add("gp=", r.upos(h), "|", rel)
	f.add("l|g=", l, "|", g)
	for _, k := range r.children(i, "case", "mark") {
		f.add("mk=", r.lemma[k], "|", rel)
		f.add("l|mk=", l, "|", r.lemma[k])
		f.add("g|mk=", g, "|", r.lemma[k])
	}
	for _, x := range r.hints[r.lemma[h]] {
		f.add("gh=", x, "|", rel)
	}
	for t, n := h, 0; t >= 0 && n < 5; t, n = r.head(t), n+1 {
		for _, e := range r.lex.operators[r.lemma[t]] {
			f.add("op=", e.op)
			if n == 0 {
				f.add("op1=", e.op, "|", rel)
			}
			break
		}
		if r.lex.light[r.lemma[t]] != nil && n == 0 {
			f.add("light=", rel)
		}
	}
}

// dependents describes what hangs on the token, and on that.
func (r *reading) dependents(i int, f *feats) {
	l := r.lemma[i]
	for _, k := range r.kids[i] {
		rel, w := r.full(k), r.word(k)
		if rel == "punct" {
			continue
		}
		f.add("k=", rel)
		switch r.rel(k) {
		case "obl", "nmod":
			for _, c := range r.children(k, "case") {
				f.add("prep=", r.lemma[c])
				f.add("l|prep=", l, "|", r.lemma[c])
				f.add("pw=", r.lemma[c], "|", w)
			}
		case "aux", "advmod", "mark", "case", "det", "cop", "compound":
			f.add("kw=", rel, "|", w)
			if r.rel(k) == "compound" || r.rel(k) == "advmod" {
				f.add("l|kw=", l, "|", w)
			}
		default:
			f.add("kw=", rel, "|", w)
			f.add("l|kw=", l, "|", w)
			for _, x := range r.hints[r.lemma[k]] {
				f.add("kh=", rel, "|", x)
			}
		}
		if r.rel(k) == "obj" {
			for _, kk := range r.children(k, "compound", "amod", "nmod") {
				f.add("kk=", r.word(kk))
			}
		}
	}
	if r.verbal(i) {
		f.add("vp=", passiveMark(r.passive(i)), "|", r.xpos(i))
		f.add("l|vp=", l, "|", passiveMark(r.passive(i)))
	}
}

func passiveMark(p bool) string {
	if p {
		return "passive"
	}
	return "active"
}

// slots describes the actors around a trigger.
func (r *reading) slots(i int, f *feats) {
	slot := func(name string, refs []ref) {
		kind, sector, origin := r.scene.describe(refs)
		f.add(name, "k=", kind)
		f.add(name, "s=", sector)
		f.add(name, "o=", origin)
		f.add("l|", name, "=", r.lemma[i], "|", kind)
	}
	if r.verbal(i) {
		subj, obj := r.subjects(i), r.objects(i)
		slot("sub.", r.partyAt(subj))
		slot("obj.", r.partyAt(obj))
		for _, s := range subj[:min(1, len(subj))] {
			f.add("subw=", r.word(s))
		}
		for _, o := range obj[:min(1, len(obj))] {
			f.add("objw=", r.word(o))
			f.add("l|objw=", r.lemma[i], "|", r.word(o))
			for _, x := range r.hints[r.lemma[o]] {
				f.add("objh=", x)
			}
		}
		return
	}
	slot("own.", merge(r.possessors(i), r.adjectives(i)))
	slot("by.", r.prepositional(i, []string{"by", "of", "from"}))
	slot("on.", r.prepositional(i, []string{"on", "against", "to", "with"}))
	if g := r.governor(i); g >= 0 {
		slot("gsub.", r.partyAt(r.subjects(g)))
		f.add("gv=", r.word(g))
		f.add("l|gv=", r.lemma[i], "|", r.word(g))
	}
}

// partyAt returns the actors that the first of the tokens is.
func (r *reading) partyAt(tokens []int) []ref {
	if len(tokens) == 0 {
		return nil
	}
	return r.actorsAt(tokens[0])
}
