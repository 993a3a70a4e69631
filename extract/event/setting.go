package event

import (
	"slices"

	"dyad/schema"
)

// place returns where an act happened: the place that a phrase with "in", "at"
// or "near" under the trigger names, or under the verb that the act shares its
// clause with, or under its object. Places of other clauses are never taken.
func (v *view) place(a *act) schema.Place {
	tokens := append([]int{a.tok}, a.span...)
	for i, n := a.tok, 0; n < len(v.kids) && !a.noun && (v.rel(i) == "xcomp" || v.rel(i) == "conj"); n++ {
		if i = v.head(i); i < 0 {
			break
		}
		tokens = append(tokens, i)
	}
	for _, o := range v.objects(a.tok) { // "met the premier in Kampala" is parsed both ways
		if !a.noun && v.built[o] == nil {
			tokens = append(tokens, o)
		}
	}
	var best schema.Place
	for n, t := range tokens {
		if n > 0 && best.Country != "" && !slices.Contains(a.span, t) {
			break
		}
		for _, k := range v.children(t, "obl", "nmod", "advmod") {
			if !v.marker(k, "case", "in", "at", "near", "outside", "across", "around", "inside") && v.rel(k) != "advmod" {
				continue
			}
			p := v.placeIn(k)
			if p.Country != "" && (best.Country == "" || best.Name == "" && p.Name != "" && p.Country == best.Country) {
				best = p
			}
		}
	}
	return best
}

// stateOf returns the actor that is the state of the place where an act
// happens, if the article has it.
func (v *view) stateOf(i int) []ref {
	for _, t := range append([]int{i}, v.objects(i)...) {
		for _, k := range v.children(t, "obl", "nmod") {
			if !v.marker(k, "case", "in", "on", "at", "throughout", "across") {
				continue
			}
			p := v.placeIn(k)
			for _, a := range v.doc.Actors {
				if p.Country != "" && a.Kind == schema.KindCountry && a.Code == p.Country {
					return []ref{{a.ID, k, "place", .6}}
				}
			}
		}
	}
	return nil
}

// stateAt returns the state of the place that a token names, which stands for
// it where it takes part in an act: "shelled Gaza", "riots in Kirkuk".
func (v *view) stateAt(i int) []ref {
	if id := v.stateOfPlace[i]; id != "" {
		return []ref{{id, i, "place", .6}}
	}
	return nil
}

// placeIn returns the most exact place within the phrase of a token, not
// looking into clauses.
func (v *view) placeIn(k int) schema.Place {
	var best schema.Place
	for _, p := range v.doc.Places {
		if p.Sentence != v.n || !v.withinPhrase(k, p.Head) {
			continue
		}
		if best.Country == "" || best.Name == "" && p.Name != "" {
			best = schema.Place{Name: p.Name, Country: p.Country}
		}
	}
	return best
}

// withinPhrase reports whether a token lies in the phrase of another one
// without a clause between them.
func (v *view) withinPhrase(top, i int) bool {
	for n := 0; i >= 0 && n <= len(v.kids); n++ {
		if i == top {
			return true
		}
		if v.rel(i) == "acl" || v.verbal(i) {
			return false
		}
		i = v.head(i)
	}
	return false
}

// issues returns the issues of the act: those mentioned under its trigger, or
// in the part of the sentence that the trigger governs.
func (v *view) issues(a *act) []string {
	out := []string{}
	for _, m := range v.doc.IssueMentions {
		if m.Sentence != v.n || slices.Contains(out, m.Issue) {
			continue
		}
		for _, t := range append([]int{a.tok}, a.span...) {
			if v.sent.Dominates(t, m.Head) || m.First <= t && t < m.Last {
				out = append(out, m.Issue)
				break
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// contexts returns the contexts of an act: those of its CAMEO code, and those
// whose words stand under the trigger.
func (c *Coder) contexts(v *view, a *act) []string {
	out := []string{}
	if code, ok := c.ont.CAMEO(a.cameo); ok {
		out = append(out, code.Contexts...)
	}
	for _, w := range v.contextWords() {
		if v.sent.Dominates(a.tok, w) {
			for _, n := range c.lex.contextOf[v.lemma[w]] {
				out = append(out, c.lex.contexts[n])
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// contextWords are the tokens whose lemmas give events a context.
func (v *view) contextWords() []int {
	if v.inContext == nil {
		v.inContext = []int{}
		for i, l := range v.lemma {
			if len(v.lex.contextOf[l]) > 0 {
				v.inContext = append(v.inContext, i)
			}
		}
	}
	return v.inContext
}
