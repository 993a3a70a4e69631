package event

import "slices"

// subjects returns the heads of the phrases that a verb's subject in meaning
// consists of: the grammatical subject, the agent of a passive, or the subject
// that control, coordination, a participle or a relative clause leaves over.
func (v *view) subjects(i int) []int { return v.subjectsAt(i, 0) }

func (v *view) subjectsAt(i, depth int) []int {
	if depth > 8 || i < 0 {
		return nil
	}
	if v.passive(i) {
		return v.agents(i)
	}
	if s := v.subject(i); s >= 0 {
		return []int{s}
	}
	if n := v.nounBefore(i); n >= 0 {
		return []int{n}
	}
	h := v.head(i)
	if h < 0 {
		return nil
	}
	switch v.rel(i) {
	case "conj":
		if v.passive(h) {
			return v.objects(h)
		}
		return v.subjectsAt(h, depth+1)
	case "xcomp", "ccomp", "advcl", "parataxis", "dep":
		if !v.verbal(h) && v.child(h, "nsubj") < 0 {
			return v.nominalSubject(h, depth)
		}
		if v.rel(i) == "xcomp" && v.child(h, "obj", "iobj") >= 0 && !v.lex.is("subjectcontrol", v.lemma[h]) {
			return v.children(h, "obj", "iobj")[:1]
		}
		if c := v.toldBefore(i, h); c >= 0 {
			return v.subjectsAt(c, depth+1)
		}
		if v.passive(h) {
			return v.objects(h)
		}
		if n := v.prompted(i, h); n >= 0 {
			return []int{n}
		}
		return v.subjectsAt(h, depth+1)
	case "acl":
		return v.modifiedSubject(i, h, depth)
	}
	return nil
}

// toldBefore is the clause before a participle that hangs on the verb of saying
// behind it, though it goes on with the clause: "prisoners rioted, setting fire to
// the jail, police said". It is -1 if there is none.
func (v *view) toldBefore(i, h int) int {
	if v.rel(i) != "advcl" || h < i || !v.lex.is("say", v.lemma[h]) || v.sent.Tokens[i].XPOS != "VBG" {
		return -1
	}
	for _, c := range v.children(h, "ccomp") {
		if c < i {
			return c
		}
	}
	return -1
}

// prompted is the actor between a verb like "force" or "prompt" and the
// infinitive below it, who has to act whatever the tree makes of him, or -1.
func (v *view) prompted(i, h int) int {
	if !slices.ContainsFunc(v.lex.operators[v.lemma[h]], func(e *entry) bool { return e.op == "act" }) {
		return -1
	}
	for k := h + 1; k < i; k++ {
		if m := v.mentionAt(k); m != nil && m.Head == k && !v.introduced(m.First) {
			return k
		}
	}
	return -1
}

// subject is the grammatical subject of a verb, or -1. Of two, one of which is
// a mistake of the parser, an actor is preferred; days are none ("Israel today
// mounted").
func (v *view) subject(i int) int {
	best := -1
	for _, s := range v.children(i, "nsubj") {
		if v.timeWord(s) {
			continue
		}
		s = v.relative(s)
		if len(v.actorsAt(s)) > 0 {
			return s
		}
		if best < 0 {
			best = s
		}
	}
	return best
}

// nounBefore is the noun right before a finite verb, which is its subject
// whatever the tree says ("as the rebels threatened to attack"), or -1.
func (v *view) nounBefore(i int) int {
	if x := v.xpos(i); !v.misread[i] && x != "VBD" && x != "VBZ" && x != "VBP" && v.child(i, "aux") < 0 && v.auxiliary(i) == "" {
		return -1
	}
	for k := i - 1; k >= 0; k-- {
		switch v.upos(k) {
		case "AUX", "ADV":
			continue
		case "VERB":
			if v.lemma[k] == "have" || v.lemma[k] == "be" {
				continue
			}
		case "NOUN", "PROPN", "PRON":
			if v.timeWord(k) {
				continue
			}
			if v.xpos(k) == "PRP$" || v.xpos(k) == "WDT" || v.xpos(k) == "WP" || v.introduced(k) && !v.marker(k, "case", "as") || v.mentionAt(k) == nil {
				return -1
			}
			return k
		}
		return -1
	}
	return -1
}

// timeWord reports whether a token is a day: "today", "Friday".
func (v *view) timeWord(i int) bool {
	_, day := v.lex.calendar["day"][v.form(i)]
	_, weekday := v.lex.calendar["weekday"][v.form(i)]
	return day || weekday
}

// nominalSubject is the subject of a clause that depends on a noun or an
// adjective ("ready to help", "a plan to attack").
func (v *view) nominalSubject(h, depth int) []int {
	if s := v.child(h, "nsubj"); s >= 0 {
		return []int{v.relative(s)}
	}
	if p := v.child(h, "nmod:poss"); p >= 0 {
		return []int{p}
	}
	if g := v.governor(h); g >= 0 {
		return v.subjectsAt(g, depth+1)
	}
	return nil
}

// modifiedSubject is the subject of a clause that modifies a noun.
func (v *view) modifiedSubject(i, h, depth int) []int {
	if v.full(i) == "acl:relcl" {
		return []int{h}
	}
	if v.marker(i, "mark", "to") {
		return v.nominalSubject(h, depth)
	}
	return []int{h}
}

// agents are the phrases after "by" of a passive.
func (v *view) agents(i int) []int {
	out := v.children(i, "obl:agent")
	for _, k := range v.children(i, "obl", "nmod") {
		if v.marker(k, "case", "by") && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

// objects returns the heads of the phrases that undergo the verb: its object,
// the subject of a passive, the noun that a participle or relative modifies.
func (v *view) objects(i int) []int {
	if v.passive(i) {
		if s := v.child(i, "nsubj:pass", "nsubj"); s >= 0 {
			return []int{v.relative(s)}
		}
		h := v.head(i)
		switch {
		case h < 0:
			return nil
		case v.rel(i) == "acl":
			return []int{h}
		case v.rel(i) == "conj" && v.passive(h):
			return v.objects(h)
		case v.rel(i) == "xcomp" || v.rel(i) == "advcl" || v.rel(i) == "conj":
			return v.subjectsAt(h, 1)
		}
		return nil
	}
	if v.misread[i] {
		return []int{v.head(i)}
	}
	if o := v.children(i, "obj"); len(o) > 0 {
		for k := range o {
			o[k] = v.relative(o[k])
		}
		return o
	}
	if v.full(i) == "acl:relcl" {
		if s := v.child(i, "nsubj"); s >= 0 && v.relative(s) == s {
			return []int{v.head(i)}
		}
	}
	if v.rel(i) == "conj" && v.verbal(v.head(i)) && v.head(i) < i {
		if o := v.sharedObject(i); o != nil {
			return o
		}
	}
	return v.bareObject(i)
}

// bareObject is the first phrase without a preposition right of a verb, taken
// for an adverbial of time by the parser ("deported 30 traders") though it
// names none.
func (v *view) bareObject(i int) []int {
	for _, k := range v.children(i, "obl") {
		c := v.child(k, "case", "mark")
		if c == i+1 && v.lex.is("particle", v.form(c)) { // "sealed off the town"
			c = -1
		}
		if k > i && c < 0 && !v.timeWord(k) && !v.timely(k) && v.unit(k) == "" && v.upos(k) != "NUM" && v.upos(k) != "ADV" && v.monthAt(k) == 0 {
			return []int{k}
		}
	}
	return nil
}

// sharedObject is the object of a later conjunct that an earlier verb shares
// ("condemned and rejected the plan" is parsed with the object on one side).
func (v *view) sharedObject(i int) []int {
	h := v.head(i)
	for _, o := range v.children(h, "obj") {
		if o > i {
			return []int{o}
		}
	}
	return nil
}

// complements returns the clauses or phrases below an operator, by the kinds
// its entry names: xcomp, ccomp, obj, "p:on" and so on.
func (v *view) complements(i int, kinds []string) []int {
	var out []int
	for _, kind := range kinds {
		switch {
		case kind == "obj":
			out = append(out, v.objects(i)...)
		case kind == "gerund":
			for _, k := range v.children(i, "advcl", "ccomp") {
				if v.xpos(k) == "VBG" && v.child(k, "mark", "nsubj") < 0 {
					out = append(out, k)
				}
			}
		case len(kind) > 2 && kind[:2] == "p:":
			for _, h := range append([]int{i}, v.objects(i)...) {
				for _, k := range v.children(h, "obl", "nmod", "advcl", "xcomp", "ccomp", "acl") {
					if v.marker(k, "case", kind[2:]) || v.marker(k, "mark", kind[2:]) {
						out = append(out, k)
					}
				}
			}
		default:
			out = append(out, v.children(i, kind)...)
			if kind == "xcomp" && v.child(i, "obj") >= 0 {
				for _, o := range v.children(i, "obj") {
					out = append(out, v.infinitives(o)...)
				}
			}
			if kind == "xcomp" && v.child(i, "xcomp", "ccomp") < 0 {
				out = append(out, v.infinitives(i)...)
				if k := v.nextInfinitive(i); k >= 0 && !slices.Contains(out, k) {
					out = append(out, k)
				}
			}
		}
	}
	return out
}

// infinitives are the clauses with "to" under a noun: parsers attach "urged
// Iran to stop" there at times.
func (v *view) infinitives(i int) []int {
	var out []int
	for _, k := range v.children(i, "acl", "advcl", "xcomp") {
		if v.marker(k, "mark", "to") {
			out = append(out, k)
		}
	}
	return out
}
