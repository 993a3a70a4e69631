package stance

import (
	"slices"

	"dyad/schema"
)

// Effects: who says that something does harm or good is against or for it: "the
// shield would destabilise the region", "the levy will create jobs".

// effects finds what the speaker of an attribution says that issues do, and what he
// says ought to be done with them. It returns the heads of those found.
func (r *reader) effects(a *schema.Attribution, v *view, speaker party) []int {
	denied := slices.ContainsFunc(a.Cue, func(s schema.TextSpan) bool { return r.cued("denies", s.Span) })
	var out []int
	for h := range v.Tokens {
		up := v.predicateOf(h)
		if up < 0 || v.asks(h) || !within(a.Content, v.Tokens[h].Start) || r.toldByOther(a, v.Tokens[h].Start) {
			continue
		}
		s := v.consequence(up, h)
		if s == 0 || v.hypothetical(up) {
			continue
		}
		if denied {
			s = -s
		}
		about := v.subjects(v.object(up, h))
		if len(about) == 0 {
			continue
		}
		out = append(out, h)
		v.note([]party{speaker}, about, up, s, "says:"+v.Tokens[up].Lemma, .75*a.Confidence, true)
	}
	return out
}

// predicateOf returns the predicate of which a noun is the subject, -1 if it is none: also
// where the tree has it as the object of the verb of saying, "that" being left out.
func (v *view) predicateOf(h int) int {
	up := v.Tokens[h].Head
	switch {
	case v.rel(h, "nsubj"):
		return up
	case up >= 0 && v.rel(h, "obj"):
		for _, k := range v.kids[up] {
			if a := v.kid(k, "aux"); k > h && v.rel(k, "ccomp") && v.kid(k, "nsubj", "mark") < 0 && a == v.edge(h, 1)+1 {
				return k
			}
		}
	}
	return -1
}

// object returns what a predicate is about that says what ought to be done: its object,
// where it has one, else its subject.
func (v *view) object(p, subject int) int {
	if o := v.kid(p, "obj"); o >= 0 && v.obliged(p) {
		return o
	}
	return subject
}

// consequence returns what a predicate says of a matter that is its subject: that it
// ought to be scrapped, does harm or is bad (-1), or the reverse. Of what a pronoun
// stands for only what it does counts: "it is dangerous to wait".
func (v *view) consequence(up, h int) int {
	if s := v.fate(up, h); s != 0 {
		return s
	}
	verb := v.Tokens[up].UPOS == "VERB"
	if v.rel(h, "nsubj:pass") || !verb && (v.Tokens[h].UPOS == "PRON" || !v.r.lex.is("praise", v.lemma(up)) && !v.r.lex.is("blame", v.lemma(up))) {
		return 0
	}
	return v.effect(up, 0)
}

// subjects returns the matters that a subject means, those coordinated with it too.
func (v *view) subjects(h int) []party {
	if len(v.actorsAt(h, 1)) > 0 {
		return nil
	}
	var out []party
	for _, k := range append([]int{h}, v.kids[h]...) {
		if k != h && !v.rel(k, "conj") {
			continue
		}
		for _, p := range v.issueOrTopic(k) {
			if p.issue && (!v.r.isOpen(p.id) || v.matter(k)) {
				out = append(out, p)
			}
		}
	}
	return out
}

// matter reports whether a noun is one of what people are for or against. A pronoun is,
// where the issue that it stands for is named in its sentence.
func (v *view) matter(i int) bool {
	w := v.lemma(i)
	if v.Tokens[i].UPOS == "PRON" {
		return true
	}
	if v.r.lex.is("matter", w) {
		return true
	}
	for n := 3; n <= 7 && n < len(w)-2; n++ {
		if v.r.lex.is("ending", w[len(w)-n:]) {
			return true
		}
	}
	return false
}

// cued reports whether a word at a span is of a class.
func (r *reader) cued(class string, s schema.Span) bool {
	i := r.sentenceOf(s.Start)
	if i < 0 {
		return false
	}
	v := r.view(i)
	for t := range v.Tokens {
		if v.Tokens[t].Start >= s.Start && v.Tokens[t].End <= s.End && r.lex.is(class, v.lemma(t)) {
			return true
		}
	}
	return false
}

// toldByOther reports whether a statement passes on, at a byte, what another says.
func (r *reader) toldByOther(a *schema.Attribution, at int) bool {
	return slices.ContainsFunc(r.doc.Attributions, func(b schema.Attribution) bool {
		return len(b.Cue) > 0 && len(b.Content) > 0 && within(b.Content, at) && within(a.Content, b.Cue[0].Start) && !r.cued("hopes", b.Cue[0].Span) && (b.Actor == nil || *b.Actor != *a.Actor)
	})
}

// effect returns whether a predicate says that its subject does harm or good, 0 if
// neither.
func (v *view) effect(p, depth int) int {
	if depth > 3 || v.obliged(p) {
		return 0
	}
	s := 0
	if v.Tokens[p].UPOS == "VERB" {
		s = v.does(p, depth)
	} else if v.kid(p, "cop") >= 0 || depth > 0 {
		return v.worth(p) // which minds negation
	}
	if v.negated(p) {
		return -s
	}
	return s
}

// does is effect for a verb, negation left out.
func (v *view) does(p, depth int) int {
	lex, lemma := v.r.lex, v.lemma(p)
	if v.kid(p, "aux:pass") >= 0 {
		return 0
	}
	below := v.affected(p, depth)
	switch {
	case v.negated(p) && v.kid(p, "obj", "xcomp", "ccomp") < 0 && lex.is("works", lemma):
		return 1
	case !v.acts(p):
		return 0
	case lex.is("harms", lemma):
		if below < 0 && v.objectIs(p, "ills") {
			return 1
		}
		return -1
	case lex.is("helps", lemma):
		if below < 0 || v.nobody(p) {
			return -1
		}
		return 1
	case lex.is("raises", lemma):
		if v.nobody(p) && lemma == "help" {
			return -1
		}
		if lemma == "have" && !v.objectIs(p, "impact") {
			return 0
		}
		if lemma == "help" && below < 0 && v.kid(p, "xcomp") < 0 {
			return 0 // what an issue helps is seldom an ill
		}
		return below
	case lex.is("lowers", lemma):
		return -below
	}
	return 0
}

// acts reports whether a verb has an effect on something.
func (v *view) acts(p int) bool {
	return v.kid(p, "obj", "iobj", "xcomp") >= 0 || v.r.lex.is("into", v.lemma(p))
}

// nobody reports whether the object of a verb denies it: "helps nobody".
func (v *view) nobody(p int) bool {
	o := v.kid(p, "obj")
	return o >= 0 && v.r.lex.is("nobody", v.lower(o))
}

// objectIs reports whether the object of a verb is of a class: an impact, good or bad, or
// plainly an ill, which it does good to harm.
func (v *view) objectIs(p int, class string) bool {
	o := v.kid(p, "obj")
	return o >= 0 && v.r.lex.is(class, v.lemma(o))
}

// affected returns how good or bad is what a verb governs: its object, what it leads
// to, or what it helps to do.
func (v *view) affected(p, depth int) int {
	for _, k := range v.kids[p] {
		if !v.rel(k, "advmod", "xcomp") || !v.r.lex.is("closer", v.lower(k)) {
			continue
		}
		for _, g := range v.kids[k] { // "closer to war"
			if s := v.stuff(g, depth+1); s != 0 && v.rel(g, "obl", "nmod") {
				return s
			}
		}
		return 1
	}
	for _, k := range v.kids[p] {
		switch {
		case k < p:
		case v.rel(k, "xcomp") && v.Tokens[k].UPOS == "VERB":
			if s := v.effect(k, depth+1); s != 0 {
				return s
			}
		case v.rel(k, "obj", "iobj"), v.rel(k, "obl") && v.r.lex.is("into", v.lemma(p)):
			if s := v.stuff(k, depth); s != 0 {
				return s
			}
		}
	}
	return 0
}

// stuff returns how good or bad the thing at a token is: "the potential to start a
// war" by its infinitive.
func (v *view) stuff(i, depth int) int {
	for _, k := range v.kids[i] {
		if v.rel(k, "acl") && !v.rel(k, "acl:relcl") && v.Tokens[k].UPOS == "VERB" {
			if s := v.effect(k, depth+1); s != 0 {
				return s
			}
		}
	}
	s := 0
	switch {
	case v.r.lex.is("quantity", v.lemma(i)):
		for _, k := range v.kids[i] {
			if k > i && v.rel(k, "nmod") && depth < 3 {
				return v.stuff(k, depth+1)
			}
		}
		return 0
	case v.r.lex.is("ills", v.lemma(i)):
		s = -1
	case v.r.lex.is("goods", v.lemma(i)):
		s = 1
	default:
		return v.worth(i)
	}
	for _, k := range v.kids[i] {
		if v.rel(k, "det") && v.r.lex.negators[v.lower(k)] {
			return -s
		}
	}
	return s
}

// fate returns what a speaker wants done with the subject of a predicate, or with its
// object: -1 where it should be scrapped, 1 where it must be kept, else 0.
func (v *view) fate(p, subject int) int {
	if !v.obliged(p) {
		return 0
	}
	passive := v.rel(subject, "nsubj:pass")
	s := v.undoing(p)
	if s > 0 && !passive && v.kid(p, "obj") < 0 {
		return 0
	}
	if v.negated(p) {
		return -s
	}
	return s
}
