package event

import (
	"slices"
	"strings"

	"dyad/extract/nlp"
	"dyad/schema"
)

// view is one sentence with what the rules ask again and again: children,
// lower-case lemmas and the mentions at a token.
type view struct {
	*cast
	lex          *lexicons
	sent         *nlp.Sentence
	n            int
	kids         [][]int
	lower, main  []string // forms in lower case, relations without subtype
	lemma        []string
	mentions     [][]*schema.Mention // covering the token, innermost first
	stateOfPlace map[int]string      // the state of a place, by the token that heads it
	misread      []bool              // verbs that the tagger took for adjectives before a noun
	inContext    []int               // see contextWords
	built        []*act
	past         *memory // the acts of the sentences before
	done         []bool
	misses       *[]Miss // nil where nobody asks
}

// cast is what a document says of its actors, made once for all sentences.
type cast struct {
	doc     *schema.Document
	ling    *nlp.Doc
	country map[string]string // of the actors
	sector  map[string]string // of the actors, lower case
	state   map[string]bool   // actors that are states as such
	// named are the mentions by sentence.
	named [][]*schema.Mention
}

func newCast(doc *schema.Document, ling *nlp.Doc) *cast {
	n := len(doc.Actors)
	c := &cast{doc: doc, ling: ling, country: make(map[string]string, n), sector: make(map[string]string, n), state: make(map[string]bool, n), named: make([][]*schema.Mention, len(ling.Sentences))}
	for i := range doc.Actors {
		a := &doc.Actors[i]
		c.state[a.ID] = a.Kind == schema.KindCountry
		c.country[a.ID], c.sector[a.ID] = a.Code, strings.ToLower(a.Sector)
		if a.Country != "" {
			c.country[a.ID] = a.Country
		}
	}
	for i := range doc.Mentions {
		if m := &doc.Mentions[i]; m.Sentence >= 0 && m.Sentence < len(c.named) {
			c.named[m.Sentence] = append(c.named[m.Sentence], m)
		}
	}
	return c
}

func newView(lex *lexicons, c *cast, n int) *view {
	sent := &c.ling.Sentences[n]
	size, o := len(sent.Tokens), sent.Outline()
	marks := make([]bool, 2*size)
	v := &view{cast: c, lex: lex, sent: sent, n: n, kids: o.Kids, lower: o.Lower, main: o.Main, lemma: make([]string, size),
		mentions: make([][]*schema.Mention, size), built: make([]*act, size), done: marks[:size:size], misread: marks[size:]}
	for i := range sent.Tokens {
		v.lemma[i] = lex.lemma(o.Lemma[i], o.Lower[i], sent.Tokens[i].XPOS)
	}
	v.findMisread()
	for _, m := range c.named[n] {
		for t := max(0, m.First); t < min(size, m.Last); t++ {
			v.mentions[t] = append(v.mentions[t], m)
		}
	}
	for t, list := range v.mentions {
		if len(list) > 1 {
			slices.SortStableFunc(v.mentions[t], func(a, b *schema.Mention) int { return (a.Last - a.First) - (b.Last - b.First) })
		}
	}
	v.findPlaces()
	return v
}

// findPlaces notes the states that the places of the sentence stand for.
func (v *view) findPlaces() {
	for k := range v.doc.Places {
		p := &v.doc.Places[k]
		if p.Sentence != v.n || p.Country == "" {
			continue
		}
		for i := range v.doc.Actors {
			if a := &v.doc.Actors[i]; a.Kind == schema.KindCountry && a.Code == p.Country {
				if v.stateOfPlace == nil {
					v.stateOfPlace = map[int]string{}
				}
				v.stateOfPlace[p.Head] = a.ID
				break
			}
		}
	}
}

// findMisread marks participles parsed as modifiers of the noun after them
// although a noun stands before them: "the rebels seized control", "Israeli
// tanks shelled positions" are clauses.
func (v *view) findMisread() {
	for i := 1; i < len(v.kids); i++ {
		p := v.upos(i - 1)
		if v.rel(i) != "amod" || v.head(i) < i || i > 1 && v.form(i-2) == "-" || p != "NOUN" && p != "PROPN" || !strings.HasSuffix(v.form(i), "ed") {
			continue
		}
		switch {
		case v.upos(i) == "VERB":
			v.misread[i] = true
		case v.upos(i) == "ADJ":
			if lemma := v.lex.lemma("", v.form(i), "VBD"); v.lex.verbs[lemma] != nil || v.lex.operators[lemma] != nil {
				v.misread[i], v.lemma[i] = true, lemma
			}
		}
	}
}

// rel returns the relation of a token without its subtype.
func (v *view) rel(i int) string { return v.main[i] }

func (v *view) full(i int) string { return v.sent.Tokens[i].DepRel }
func (v *view) head(i int) int    { return v.sent.Tokens[i].Head }
func (v *view) upos(i int) string { return v.sent.Tokens[i].UPOS }
func (v *view) xpos(i int) string { return v.sent.Tokens[i].XPOS }

// form returns the lower-case word form of a token.
func (v *view) form(i int) string { return v.lower[i] }

// children returns the dependents of a token with one of the relations; a
// relation without subtype stands for all its subtypes.
func (v *view) children(i int, rels ...string) []int {
	var out []int
	for _, k := range v.kids[i] {
		if v.has(k, rels) {
			out = append(out, k)
		}
	}
	return out
}

// has reports whether a token has one of the relations. The first letters tell
// most apart, which spares a call.
func (v *view) has(i int, rels []string) bool {
	full, main := v.full(i), v.main[i]
	for _, r := range rels {
		if len(r) == len(main) && r[0] == main[0] && r == main || len(full) > len(main) && r == full {
			return true
		}
	}
	return false
}

// child returns the first such dependent, or -1.
func (v *view) child(i int, rels ...string) int {
	for _, k := range v.kids[i] {
		if v.has(k, rels) {
			return k
		}
	}
	return -1
}

// marker reports whether a token has a function word with one of the forms
// under one of the relations.
func (v *view) marker(i int, rel string, forms ...string) bool {
	for _, k := range v.kids[i] {
		if (v.rel(k) == rel || v.full(k) == rel) && (slices.Contains(forms, v.form(k)) || slices.Contains(forms, v.lemma[k])) {
			return true
		}
	}
	return false
}

// phrases returns the noun phrases under a token that one of the prepositions
// introduces.
func (v *view) phrases(i int, preps []string) []int {
	var out []int
	for _, k := range v.children(i, "obl", "nmod", "advcl", "xcomp", "advmod", "obj") {
		if v.marker(k, "case", preps...) || v.marker(k, "mark", preps...) && (v.upos(k) != "VERB" || v.lex.is("nounlike", v.lemma[k])) {
			out = append(out, k)
		}
	}
	if len(out) == 0 {
		return v.deepPhrases(i, preps)
	}
	return out
}

// verbal reports whether a token is a verb in function.
func (v *view) verbal(i int) bool {
	if v.misread[i] || v.upos(i) == "VERB" || strings.HasPrefix(v.xpos(i), "VB") && v.upos(i) != "AUX" {
		return true
	}
	// "may prompt": an adjective after a modal without "be" is a verb misread
	return v.upos(i) == "ADJ" && i > 0 && v.xpos(i-1) == "MD" && v.child(i, "cop") < 0
}

// passive reports whether a verb is in the passive, reduced relatives
// ("troops killed in …") included.
func (v *view) passive(i int) bool {
	if v.misread[i] {
		return false
	}
	switch v.auxiliary(i) {
	case "have":
		return false
	case "be", "get":
		return v.xpos(i) == "VBN" || v.xpos(i) == "VBD"
	}
	if v.child(i, "nsubj:pass", "aux:pass", "obl:agent") >= 0 {
		// without an auxiliary a main verb is no passive, whatever the tree says
		return v.child(i, "aux", "obl:agent") >= 0 || v.sent.Headline || v.rel(i) != "root" && v.rel(i) != "ccomp"
	}
	if v.xpos(i) != "VBN" && v.xpos(i) != "VBD" {
		return false
	}
	for _, k := range v.children(i, "aux") {
		if v.lemma[k] == "be" || v.lemma[k] == "get" {
			return true
		}
	}
	if v.xpos(i) != "VBN" {
		return false
	}
	switch v.full(i) {
	case "acl": // with an object it is a finite verb that the tree misplaced
		return !v.lex.is("intransitive", v.lemma[i]) && v.child(i, "obj") < 0
	case "conj":
		return v.child(i, "nsubj", "aux") < 0 && v.passive(v.head(i))
	case "root":
		return v.sent.Headline && v.child(i, "aux") < 0 && v.child(i, "obj") < 0
	}
	return false
}

// auxiliary returns the lemma of the auxiliary right before a verb, adverbs
// left out, whatever the tree makes of it; "" if there is none.
func (v *view) auxiliary(i int) string {
	for k := i - 1; k >= 0; k-- {
		switch {
		case v.lemma[k] == "be" || v.lemma[k] == "have" || v.lemma[k] == "get":
			return v.lemma[k]
		case v.upos(k) != "ADV" && v.upos(k) != "PART":
			return ""
		}
	}
	return ""
}

// relative returns the noun that a relative pronoun stands for, or the token
// itself.
func (v *view) relative(i int) int {
	if x := v.xpos(i); x != "WDT" && x != "WP" && x != "WRB" {
		return i
	}
	for h, n := v.head(i), 0; h >= 0 && n < len(v.kids); h, n = v.head(h), n+1 {
		if v.full(h) == "acl:relcl" {
			return v.head(h)
		}
	}
	for k := i - 1; k >= 0 && i-k <= 3; k-- { // parsed as another clause: the noun before it
		if p := v.upos(k); p == "NOUN" || p == "PROPN" {
			return k
		}
	}
	return i
}

// governor returns the nearest verb above a token, or -1.
func (v *view) governor(i int) int {
	for h, n := v.head(i), 0; h >= 0 && n < len(v.kids); h, n = v.head(h), n+1 {
		if v.verbal(h) {
			return h
		}
	}
	return -1
}
