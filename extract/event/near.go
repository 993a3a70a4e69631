package event

import (
	"slices"
	"strings"
)

// The parser errs in about every fifth attachment. The searches of this file
// go by the order of words where the tree has nothing at the place looked for;
// what they find counts less.

// nearRight returns the first actors to the right of a verb in its clause.
func (v *view) nearRight(i int) []ref {
	aside := false
	for k := i + 1; k < len(v.kids) && k-i < 25; k++ {
		if v.boundary(i, k) {
			return nil
		}
		f := v.form(k)
		switch {
		case v.lex.is("aside", f):
			aside = true
		case v.rel(k) == "case" || f == ",":
			aside = f == "by"
		}
		if aside {
			continue
		}
		if m := v.mentionAt(k); m != nil && !v.timely(k) {
			var out []ref
			for _, id := range m.Actors {
				out = append(out, ref{id, k, "near", .6 * m.Confidence})
			}
			for _, c := range v.children(m.Head, "conj") {
				out = merge(out, relabel(v.own(c), "near", .6))
			}
			return out
		}
	}
	return nil
}

// nearLeft returns the last actors to the left of a verb in its clause, those
// that stand after a preposition or only modify left out.
func (v *view) nearLeft(i int) []ref {
	for k := i - 1; k >= 0 && i-k < 25; k-- {
		if v.boundary(k, k) && v.lemma[k] != "be" || v.form(k) == `"` {
			return nil
		}
		m := v.mentionAt(k)
		if m == nil || m.Head != k || v.introduced(m.First) {
			continue
		}
		if m.Modifier && !v.plainModifier(k, i) {
			continue
		}
		var out []ref
		for _, id := range m.Actors {
			out = append(out, ref{id, k, "near", .6 * m.Confidence})
		}
		return out
	}
	return nil
}

// nameBefore returns the actor named right before a noun, in the words that
// look like its modifiers: "Chile's main fishing unions".
func (v *view) nameBefore(t int) []ref {
	for k := t - 1; k >= 0 && t-k < 6; k-- {
		if p := v.upos(k); p != "ADJ" && p != "NOUN" && p != "PROPN" && p != "PART" && p != "NUM" || v.form(k) == "," {
			return nil
		}
		if out := v.own(k); len(out) > 0 {
			return relabel(out, "near", .6)
		}
	}
	return nil
}

// plainModifier reports whether a mention parsed as a modifier may be the
// subject of the verb: nothing but nouns stands between them ("Israeli
// helicopters and tanks shelled").
func (v *view) plainModifier(k, i int) bool {
	for t := k + 1; t < i; t++ {
		if p := v.upos(t); p != "NOUN" && p != "PROPN" && p != "ADJ" && p != "CCONJ" && p != "AUX" && p != "ADV" {
			return false
		}
	}
	return true
}

// introduced reports whether a preposition stands before a token, articles and
// adjectives left out.
func (v *view) introduced(first int) bool {
	for t := first - 1; t >= 0; t-- {
		switch p := v.upos(t); {
		case p == "ADP":
			return true
		case p != "DET" && p != "ADJ" && p != "NUM":
			return false
		}
	}
	return false
}

// boundary reports whether a token between a verb and an argument ends the
// clause: another verb, a conjunction that opens a clause, a relative pronoun,
// a semicolon, a quotation mark.
func (v *view) boundary(from, k int) bool {
	switch x := v.xpos(k); {
	case v.verbal(k) && v.rel(k) != "amod" && v.rel(k) != "compound":
		return true
	case x == "WDT" || x == "WP" || x == "WRB":
		return true
	case v.upos(k) == "SCONJ" && v.form(k) != "of" && v.form(k) != "that":
		return true
	}
	switch v.form(k) {
	case ";", ":", "--", "(", `"`, "“", "”":
		return k != from
	}
	return false
}

// timely reports whether a token is part of a time or manner phrase.
func (v *view) timely(k int) bool {
	return strings.HasPrefix(v.full(k), "obl:tmod") || strings.HasPrefix(v.full(k), "obl:unmarked")
}

// deepPhrases is the first phrase with one of the prepositions that hangs
// anywhere below a token without a clause between, or beside a noun on its
// governor.
func (v *view) deepPhrases(i int, preps []string) []int {
	for k := range v.kids {
		if k <= i || v.child(k, "case") < 0 || !v.marker(k, "case", preps...) {
			continue
		}
		if v.reaches(k, i) || !v.verbal(i) && v.beside(i, k) {
			return []int{k}
		}
	}
	return nil
}

// reaches reports whether the way up from a token to another one passes
// nothing but noun phrases.
func (v *view) reaches(k, i int) bool {
	for n := 0; k >= 0 && n < len(v.kids); n++ {
		switch v.rel(k) {
		case "nmod", "obl", "obj", "iobj", "conj", "appos", "flat", "compound", "nsubj":
			k = v.head(k)
		default:
			return false
		}
		if k == i {
			return true
		}
		if v.verbal(k) {
			return false
		}
	}
	return false
}

// beside reports whether a phrase hangs on the verb that a noun hangs on, with
// no verb between noun and phrase.
func (v *view) beside(i, k int) bool {
	h := v.head(i)
	if h < 0 || v.head(k) != h || !slices.Contains([]string{"obl", "nmod"}, v.rel(k)) {
		return false
	}
	for t := i + 1; t < k; t++ {
		if v.verbal(t) || v.form(t) == "," {
			return false
		}
	}
	return true
}

// nextNouns are the nouns after a verb, up to a preposition, a verb or a
// comma: what its object most likely is.
func (v *view) nextNouns(i int) []int {
	var out []int
	for k := i + 1; k < len(v.kids) && k-i < 9; k++ {
		p := v.upos(k)
		if p == "ADP" || p == "PUNCT" && v.form(k) != "-" || v.boundary(i, k) {
			break
		}
		if p == "NOUN" {
			out = append(out, k)
		}
	}
	return out
}

// nextInfinitive is the verb of the first "to …" after a token in its clause,
// or -1.
func (v *view) nextInfinitive(i int) int {
	for k := i + 1; k+1 < len(v.kids) && k-i < 14; k++ {
		if v.form(k) == "to" && v.upos(k) != "ADP" {
			for t := k + 1; t < min(k+3, len(v.kids)); t++ {
				if v.xpos(t) == "VB" {
					return t
				}
			}
		}
		if v.boundary(i, k) || v.form(k) == "," {
			return -1
		}
	}
	return -1
}
