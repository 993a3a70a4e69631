package event

import (
	"slices"

	"dyad/schema"
)

// ref is an actor in a role, with the token it was found at and how: "head"
// for a phrase that is the actor, "owner" or "inside" for one that names it.
type ref struct {
	id   string
	tok  int
	how  string
	conf float64
}

// actorsAt returns the actors that the noun phrase of a head token is, with
// its conjuncts, appositions and, for words like "group", what it is made of.
func (v *view) actorsAt(i int) []ref { return v.phrase(i, 0) }

func (v *view) phrase(i, depth int) []ref {
	if i < 0 || depth > 6 {
		return nil
	}
	i = v.relative(i)
	out := v.own(i)
	if len(out) == 0 {
		out = v.through(i, depth)
	}
	for _, k := range v.children(i, "conj") {
		if !v.verbal(k) || len(v.mentions[k]) > 0 {
			out = merge(out, v.phrase(k, depth+1))
		}
	}
	if depth == 0 {
		for _, r := range out {
			out = v.listed(r.tok, out)
		}
	}
	return out
}

// listed adds the states that an enumeration names on both sides of a token,
// which parsers often tear apart: "Iran, Libya, North Korea and Sudan".
func (v *view) listed(i int, out []ref) []ref {
	m := v.mentionAt(i)
	if !v.names(m) {
		return out
	}
	for k := m.Last; k < len(v.kids); {
		next := v.afterComma(k)
		if next == nil || v.newClause(m.Head, next.Head) {
			break
		}
		out, k = merge(out, v.own(next.Head)), next.Last
	}
	for k := m.First; k > 0; {
		prev := v.beforeComma(k)
		if prev == nil || v.newClause(prev.Head, m.Head) {
			break
		}
		out, k = merge(out, v.own(prev.Head)), prev.First
	}
	return out
}

// newClause reports whether the second of two states is the subject of a clause of its own
// and the first stands in the one before: "pledged aid to Chad, and Peru offered help".
func (v *view) newClause(first, second int) bool {
	a, b := v.head(first), v.head(second)
	return v.rel(second) == "nsubj" && b > second && a >= 0 && a < first
}

// names reports whether a mention names a state.
func (v *view) names(m *schema.Mention) bool {
	return m != nil && len(m.Actors) == 1 && v.state[m.Actors[0]] && m.Form == schema.FormName
}

// afterComma is the mention of a state that a comma or "and" at a token joins,
// nil if there is none.
func (v *view) afterComma(k int) *schema.Mention {
	from := k
	for k < len(v.kids) && k < from+2 && (v.form(k) == "," || v.form(k) == "and") {
		k++
	}
	if k == from || k >= len(v.kids) {
		return nil
	}
	if m := v.mentionAt(k); m != nil && m.First == k && v.names(m) && !m.Modifier {
		return m
	}
	return nil
}

// beforeComma is the mention of a state joined to the one that begins at a
// token.
func (v *view) beforeComma(k int) *schema.Mention {
	from := k
	for k > 0 && k > from-2 && (v.form(k-1) == "," || v.form(k-1) == "and") {
		k--
	}
	if k == from || k == 0 {
		return nil
	}
	if m := v.mentionAt(k - 1); m != nil && m.Last == k && v.names(m) && !m.Modifier {
		return m
	}
	return nil
}

// own returns the actors of the mention at a token.
func (v *view) own(i int) []ref {
	m := v.mentionAt(i)
	if m == nil {
		return v.stateAt(i)
	}
	var out []ref
	for _, id := range m.Actors {
		out = append(out, ref{id, i, "head", m.Confidence})
	}
	if m.Form == schema.FormNominal && m.Head == i {
		out = v.companions(i, out)
	}
	return out
}

// companions adds the states joined to the one that a noun belongs to:
// "officials from Greece and Turkey" are two parties.
func (v *view) companions(i int, out []ref) []ref {
	for _, k := range v.children(i, "nmod", "amod") {
		if v.rel(k) == "nmod" && !v.marker(k, "case", "from", "of") {
			continue
		}
		for _, c := range append(v.children(k, "conj"), k) {
			m := v.mentionAt(c)
			if m == nil || len(v.children(k, "conj")) == 0 || len(m.Actors) != 1 || !v.state[m.Actors[0]] {
				continue
			}
			if !slices.ContainsFunc(out, func(r ref) bool { return v.country[r.id] == v.country[m.Actors[0]] }) {
				out = append(out, ref{m.Actors[0], c, "owner", .7})
			}
		}
	}
	return out
}

// mentionAt returns the mention whose head is the token, or that covers it
// without being only a modifier of another word.
func (v *view) mentionAt(i int) *schema.Mention {
	var best *schema.Mention
	for _, m := range v.mentions[i] {
		if m.Head == i && (best == nil || best.Modifier && !m.Modifier) {
			best = m
		}
	}
	if best != nil {
		return best
	}
	for _, m := range v.mentions[i] {
		if !m.Modifier {
			return m
		}
	}
	return nil
}

// through looks past a head that is no actor itself: "thousands of …",
// appositions, names parsed as modifiers of a title.
func (v *view) through(i, depth int) []ref {
	if v.lex.is("transparent", v.lemma[i]) || v.upos(i) == "NUM" || v.upos(i) == "DET" || v.upos(i) == "PRON" {
		for _, k := range v.children(i, "nmod", "obl") {
			if v.marker(k, "case", "of", "from", "among") {
				if out := v.phrase(k, depth+1); len(out) > 0 {
					return out
				}
			}
		}
	}
	for _, k := range v.children(i, "appos", "flat") {
		if out := v.phrase(k, depth+1); len(out) > 0 {
			return out
		}
	}
	if v.lex.is("personnel", v.lemma[i]) {
		return v.adjectives(i)
	}
	return nil
}

// adjectives returns the actors that modify a noun by name: "US strikes".
func (v *view) adjectives(i int) []ref {
	var out []ref
	for _, k := range v.children(i, "amod", "compound", "nmod", "nummod") {
		if v.rel(k) == "nmod" && (v.full(k) == "nmod:poss" || v.child(k, "case") >= 0) {
			continue
		}
		if v.relative(k) != k {
			continue // a relative pronoun parsed as modifier of the noun it stands for
		}
		out = merge(out, relabel(v.phrase(k, 5), "owner", .9))
		for _, c := range v.children(k, "compound", "amod", "obl", "nsubj", "nmod") { // "U.S.-led"
			out = merge(out, relabel(v.own(c), "owner", .9))
		}
	}
	return out
}

// possessors returns the actors that own a noun: "Moscow's proposal".
func (v *view) possessors(i int) []ref {
	var out []ref
	for _, k := range v.children(i, "nmod:poss") {
		out = merge(out, relabel(v.phrase(k, 1), "owner", 1))
	}
	return out
}

// owners returns who is behind a noun: for an event noun its source, else the
// possessor, "by …", a modifying name, "from …", "of …".
func (v *view) owners(i int, depth int) []ref {
	if out := v.possessors(i); len(out) > 0 {
		return out
	}
	if out := v.prepositional(i, []string{"by"}); len(out) > 0 {
		return relabel(out, "owner", 1)
	}
	if out := v.doers(i); len(out) > 0 {
		return out
	}
	if out := v.adjectives(i); len(out) > 0 {
		return out
	}
	if a := v.build(i); a != nil && a.noun && v.conflict(a) {
		return nil // "the killing of …" names the victim
	}
	out := relabel(v.prepositional(i, []string{"from", "of"}), "owner", .85)
	if len(out) == 0 && depth < 3 {
		for _, k := range v.children(i, "nmod") {
			if v.marker(k, "case", "of", "over", "about", "in", "to") {
				out = merge(out, v.owners(k, depth+1))
			}
		}
	}
	return out
}

// doers returns the agents of a participle that modifies a noun: "crimes
// committed by rebels".
func (v *view) doers(i int) []ref {
	var out []ref
	for _, k := range v.children(i, "acl") {
		if v.passive(k) {
			for _, a := range v.agents(k) {
				out = merge(out, relabel(v.phrase(a, 1), "owner", .9))
			}
		}
	}
	return out
}

// conflict reports whether an act is material conflict.
func (v *view) conflict(a *act) bool {
	switch a.typ {
	case "ASSAULT", "COERCE", "SANCTION", "ACCUSE":
		return true
	}
	return false
}

// inside returns the actors in a noun phrase wherever they stand in it, the
// nearest level first: "positions of the army", "Iraqi towns".
func (v *view) inside(i, depth int) []ref {
	if depth > 3 {
		return nil
	}
	out := v.possessors(i)
	out = merge(out, v.adjectives(i))
	out = merge(out, v.doers(i))
	if len(out) > 0 {
		return relabel(out, "inside", .9)
	}
	for _, k := range v.children(i, "nmod", "appos") {
		if v.marker(k, "case", "on", "at", "near", "along", "after", "before", "since", "during", "over") {
			continue // "a stronghold on the Thai border"
		}
		found := v.phrase(k, 0)
		if len(found) == 0 {
			found = v.inside(k, depth+1)
		}
		out = merge(out, relabel(found, "inside", .8))
	}
	for _, k := range v.children(i, "conj") {
		if len(out) == 0 {
			out = v.inside(k, depth+1)
		}
	}
	return out
}

// prepositional returns the actors of the phrases with the prepositions under
// a token.
func (v *view) prepositional(i int, preps []string) []ref {
	var out []ref
	for _, k := range v.phrases(i, preps) {
		out = merge(out, v.actorsAt(k))
	}
	return out
}

// clauseActors returns the actors that a clause names beside its subject:
// objects, phrases with prepositions that bring in a party, what is inside
// these, and the clauses below, those left out that have a part already.
func (v *view) clauseActors(i int, except []ref, depth int) []ref {
	if depth > 3 {
		return nil
	}
	var phrases []int
	for _, k := range v.children(i, "iobj", "obj", "obl", "nmod") {
		if !v.aside(k) {
			phrases = append(phrases, k)
		}
	}
	for _, k := range phrases {
		if out := v.others(v.phrase(k, 0), except); len(out) > 0 {
			return out
		}
	}
	for _, k := range phrases {
		if out := v.others(v.inside(k, 0), except); len(out) > 0 {
			return out
		}
	}
	for _, k := range append(v.children(i, "xcomp", "ccomp", "advcl"), v.clausesIn(phrases)...) {
		if v.marker(k, "mark", "as", "after", "because", "if", "while", "since", "although", "unless", "before", "when") || v.marker(k, "advmod", "when") {
			continue
		}
		if s := v.child(k, "nsubj", "nsubj:pass"); s >= 0 {
			if out := v.others(v.phrase(s, 0), except); len(out) > 0 {
				return out
			}
		}
		if out := v.clauseActors(k, except, depth+1); len(out) > 0 {
			return out
		}
	}
	return nil
}

// clausesIn are the infinitives and participles that modify the phrases.
func (v *view) clausesIn(phrases []int) []int {
	var out []int
	for _, p := range phrases {
		for _, k := range v.children(p, "acl") {
			if v.full(k) == "acl" {
				out = append(out, k)
			}
		}
	}
	return out
}

// aside reports whether a phrase only sets the scene: its preposition never
// brings in a party.
func (v *view) aside(k int) bool {
	for _, c := range v.children(k, "case") {
		if v.lex.is("aside", v.form(c)) {
			return true
		}
	}
	return v.full(k) == "obl:tmod" || v.full(k) == "obl:npmod" || v.full(k) == "obl:agent"
}

// merge appends the refs whose actor is not there yet.
func merge(a, b []ref) []ref {
	for _, r := range b {
		if !slices.ContainsFunc(a, func(x ref) bool { return x.id == r.id }) {
			a = append(a, r)
		}
	}
	return a
}

// without returns the refs of a whose actor is not in b.
func without(a, b []ref) []ref {
	var out []ref
	for _, r := range a {
		if !among(b, r) {
			out = append(out, r)
		}
	}
	return out
}

// among reports whether an actor is one of some.
func among(list []ref, r ref) bool {
	for i := range list {
		if list[i].id == r.id {
			return true
		}
	}
	return false
}

// allAmong reports whether actors are all among others.
func allAmong(list, others []ref) bool {
	return !slices.ContainsFunc(list, func(r ref) bool { return !among(others, r) })
}

func relabel(refs []ref, how string, factor float64) []ref {
	out := slices.Clone(refs)
	for i := range out {
		out[i].how = how
		out[i].conf *= factor
	}
	return out
}
