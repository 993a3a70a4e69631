package event

import (
	"slices"
	"strings"

	"dyad/schema"
)

// frame reports whether the conditions of an entry hold at a verb.
func (v *view) frame(i int, e *entry) bool {
	why := v.lacks(i, e)
	if why != "" {
		v.miss(i, e, why)
	}
	return why == ""
}

// lacks names the first condition of an entry that does not hold at a verb,
// "" if all hold.
func (v *view) lacks(i int, e *entry) string {
	switch {
	case e.has("active") && v.passive(i):
		return "the verb is passive"
	case e.has("passive") && !v.passive(i):
		return "the verb is not passive"
	case e.has("clause") && v.child(i, "ccomp") < 0:
		return "no clause below it"
	case e.has("noclause") && slices.ContainsFunc(v.children(i, "ccomp"), v.clausal):
		return "a clause below it"
	case len(e.particles) > 0 && !v.particle(i, e.particles):
		return "no particle"
	case len(e.particles) == 0 && v.child(i, "compound:prt") >= 0 && e.table != "light" && len(e.object) == 0 && !e.has("anyprt"):
		return "the particle makes it another verb"
	case len(e.preps) > 0 && len(v.places(i, spec{base: "p", preps: e.preps})) == 0:
		return "no phrase with its preposition"
	case e.has("labour") && !v.mentionsAny("labour"):
		return "the sentence is not about labour"
	case e.has("talker") && !v.talkers(v.subjects(i)):
		return "the subject is no person or party"
	case e.asks("official", v.lemma[i]) && !v.doneBy(i, v.official):
		return "the subject holds no office"
	case e.asks("armed", v.lemma[i]) && !v.doneBy(i, v.armed):
		return "the subject is no armed force"
	case !v.setting(i, e):
		return "the sentence is about other matters"
	case !v.subjectIs(i, e):
		return "the subject is none of its words"
	case v.countered(i, e):
		return "a word beside it gives it another sense"
	case !v.objectFits(i, e):
		return "the object is not of the kind that it asks for"
	case len(e.object) > 0 && !v.objectIs(i, e):
		return "the object is none of its words"
	}
	return ""
}

// clausal reports whether a token heads a clause, whatever relation the tree gives it.
func (v *view) clausal(i int) bool { return v.verbal(i) || v.child(i, "cop", "nsubj") >= 0 }

// objectFits reports whether a verb's objects are what the flags of an entry
// ask for.
func (v *view) objectFits(i int, e *entry) bool {
	switch {
	case e.has("intr"):
		return len(v.objects(i)) == 0
	case e.has("others"):
		return !v.ownThing(v.objects(i))
	case e.has("person"):
		return v.personal(v.objects(i))
	case e.has("thing"):
		return !v.personal(v.objects(i))
	case e.has("body"):
		return v.bodies(v.objects(i))
	}
	return true
}

// particle reports whether a verb has one of the particles, by the tree or as
// the next word ("handed over 30 tons").
func (v *view) particle(i int, forms []string) bool {
	if v.marker(i, "compound:prt", forms...) || v.marker(i, "advmod", forms...) {
		return true
	}
	if i+1 >= len(v.kids) || !slices.Contains(forms, v.form(i+1)) {
		return false
	}
	return v.upos(i+1) == "ADV" || v.lex.is("particle", v.form(i+1))
}

// objectIs reports whether an object of the verb, or a conjunct or compound
// part of it, is one of the words of an entry.
func (v *view) objectIs(i int, e *entry) bool {
	heads := v.objects(i)
	switch {
	case e.has("pobj"):
		heads = v.places(i, spec{base: "p", preps: e.preps})
	case e.has("subject"):
		heads = v.children(i, "nsubj", "nsubj:pass")
	}
	if len(heads) == 0 && !v.passive(i) {
		heads = v.nextNouns(i)
	}
	for _, k := range v.children(i, "xcomp") { // "set the crew free"
		if !v.verbal(k) {
			heads = append(heads, k)
		}
	}
	for _, o := range heads {
		if v.lex.matches(e.object, v.lemma[o]) {
			return true
		}
		if v.lex.is("price", v.lemma[o]) {
			continue // "cut fuel prices" cuts no fuel
		}
		for _, k := range v.children(o, "conj", "compound", "amod") {
			if v.lex.matches(e.object, v.lemma[k]) {
				return true
			}
		}
		if v.lex.is("transparent", v.lemma[o]) || v.upos(o) == "NUM" { // "45 of the drones"
			for _, k := range v.children(o, "nmod") {
				for _, w := range append([]int{k}, v.children(k, "compound")...) {
					if v.lex.matches(e.object, v.lemma[w]) {
						return true
					}
				}
			}
		}
	}
	return false
}

// talkers reports whether the phrases are actors that fight with words: single
// persons, parties, lawmakers, media, and neither armed groups nor crowds.
func (v *view) talkers(tokens []int) bool {
	for _, t := range tokens {
		for _, r := range v.actorsAt(t) {
			for _, a := range v.doc.Actors {
				if a.ID == r.id && (a.Kind == schema.KindPerson && a.Sector != "REB" || v.lex.is("talking", strings.ToLower(a.Sector)) && !(a.Kind == schema.KindGroup && v.lex.is("people", strings.ToLower(a.Sector)))) {
					return true
				}
			}
		}
	}
	return false
}

// doneBy reports whether an actor or word of the subject is of a kind.
func (v *view) doneBy(i int, kind func(id, lemma string) bool) bool {
	for _, s := range v.subjects(i) {
		if kind("", v.lemma[s]) {
			return true
		}
		for _, r := range v.actorsAt(s) {
			if kind(r.id, "") {
				return true
			}
		}
	}
	return false
}

// official reports whether an actor is a state, stands in its service or in that
// of a party, a movement or a body of several states.
func (v *view) official(id, _ string) bool {
	return v.state[id] || v.lex.is("official", v.sector[id]) || v.lex.is("supranational", strings.ToLower(v.country[id]))
}

// armed reports whether an actor is a state or bears arms, by its sector or its
// word.
func (v *view) armed(id, lemma string) bool {
	return v.state[id] || v.lex.is("bearing", v.sector[id]) || v.lex.is("force", lemma) || v.lex.is("armed", lemma)
}

// subjectIs reports whether the subject of a verb is of the class that a flag
// "by@class" asks for: stones thrown by protesters are a riot.
func (v *view) subjectIs(i int, e *entry) bool {
	for _, f := range e.flags {
		class, ok := strings.CutPrefix(f, "by@")
		if ok && !slices.ContainsFunc(v.subjects(i), func(s int) bool { return v.lex.is(class, v.lemma[s]) }) {
			return false
		}
	}
	return true
}

// setting reports whether the sentence has words of the classes that flags
// "about@class" ask for, and none of those that flags "unless@class" exclude: a
// raid with arrests is no attack, the appeal of a convict asks nobody for anything.
func (v *view) setting(i int, e *entry) bool {
	lacks := func(class string) bool { return !v.mentionsAny(class) }
	return !slices.ContainsFunc(e.named("about@", v.lemma[i]), lacks) && !slices.ContainsFunc(e.named("unless@", v.lemma[i]), v.mentionsAny)
}

// countered reports whether a verb or noun has a word beside it, as subject, object,
// modifier, governor of a noun or in a phrase, of the class that a flag "no@class" excludes: a demand for
// products is no demand of anybody.
func (v *view) countered(i int, e *entry) bool {
	classes := e.named("no@", v.lemma[i])
	if len(classes) == 0 {
		return false
	}
	beside := slices.Concat(v.children(i, "nsubj", "obj", "obl", "nmod", "amod", "compound", "advcl", "xcomp", "advmod", "case"), v.subjects(i))
	if h := v.head(i); h >= 0 && !v.verbal(i) {
		beside = append(beside, h)
	}
	within := []string{"compound", "amod", "advmod"}
	if v.verbal(i) {
		within = append(within, "case") // "hails from"
		for _, o := range v.children(i, "obj", "nsubj:pass") {
			beside = append(beside, v.children(o, "nmod")...) // "slapped the mayor with a lawsuit"
		}
	}
	is := func(k int) bool {
		return slices.ContainsFunc(classes, func(class string) bool { return v.lex.is(class, v.lemma[k]) })
	}
	return slices.ContainsFunc(beside, func(k int) bool { return is(k) || slices.ContainsFunc(v.children(k, within...), is) })
}

// ownThing reports whether a possessive pronoun says that one of the phrases is
// the subject's own: who closes his office harms nobody.
func (v *view) ownThing(tokens []int) bool {
	return slices.ContainsFunc(tokens, func(t int) bool {
		p := v.child(t, "nmod:poss")
		return p >= 0 && v.xpos(p) == "PRP$"
	})
}

// bodies reports whether the phrases are organisations that are no state's.
func (v *view) bodies(tokens []int) bool {
	for _, t := range tokens {
		for _, r := range v.actorsAt(t) {
			if c := v.country[r.id]; c == "IGO" || c == "NGO" || c == "UNO" || c == "EUR" {
				return true
			}
		}
	}
	return false
}

// mentionsAny reports whether the sentence has a word of a class.
func (v *view) mentionsAny(class string) bool {
	return slices.ContainsFunc(v.lemma, func(w string) bool { return v.lex.is(class, w) })
}

// personal reports whether one of the tokens heads the mention of an actor.
func (v *view) personal(tokens []int) bool {
	for _, t := range tokens {
		if len(v.own(t)) > 0 {
			return true
		}
	}
	return false
}
