package stance

import (
	"slices"

	"dyad/schema"
)

// Which issue a noun phrase means that is no name of one: a later noun for what
// was named before ("the levy"), a pronoun, a plan to do something about an issue or
// the end of one.

// topic returns the issue that the nominal at a token means, if any.
func (v *view) topic(head int) []party {
	if v.Tokens[head].UPOS == "PRON" {
		return v.thing(head)
	}
	if out := v.carried(head); out != nil {
		return out
	}
	return v.openAt(head, .9)
}

// carried returns what the complement of a noun is about: who is for "the lifting of
// the embargo" or "the plan to lift the embargo" is against the embargo.
func (v *view) carried(head int) []party {
	switch lex := v.r.lex; {
	case lex.is("relief", v.lemma(head)):
		for _, k := range v.kids[head] {
			if k > head && v.rel(k, "nmod") && lex.is("complement", v.caseOf(k)) {
				return turned(v.issueOrTopic(k))
			}
		}
	case lex.is("carrier", v.lemma(head)):
		a := v.purpose(head)
		if a < 0 {
			return nil
		}
		o := v.kid(a, "obj")
		if o < 0 {
			return v.purposed(head, a)
		}
		switch known := v.issuesAt(o, .9); {
		case lex.is("undo", v.lemma(a)):
			return turned(v.issueOrTopic(o))
		case len(known) > 0:
			return known
		}
		return v.purposed(head, a)
	}
	return nil
}

// purpose returns the infinitive that tells what a noun is a plan of, also where it
// hangs on the verb above and stands right behind the noun; -1 if there is none.
func (v *view) purpose(head int) int {
	of := func(i int, rels ...string) int {
		for _, k := range v.kids[i] {
			if m := v.kid(k, "mark"); k > head && v.rel(k, rels...) && m == head+1 && v.lower(m) == "to" {
				return k
			}
		}
		return -1
	}
	if a := of(head, "acl"); a >= 0 {
		return a
	}
	if up := v.Tokens[head].Head; up >= 0 && v.rel(head, "obj") {
		return of(up, "xcomp", "advcl")
	}
	return -1
}

// purposed returns the issue that a noun names together with its infinitive: "the
// proposal to run it", with what "it" stands for.
func (v *view) purposed(head, a int) []party {
	first, _ := v.nounPhrase(head)
	last := v.edge(a, 1) + 1
	if first < 0 || last-first > maxOpen {
		return nil
	}
	span := schema.Span{Start: v.Tokens[first].Start, End: v.Tokens[last-1].End}
	name := v.r.ling.Text[span.Start:span.End]
	if it := v.Tokens[last-1]; last-1 > a && it.UPOS == "PRON" {
		if p := v.lastTopic(first); len(p) > 0 && v.r.lex.is("thing", v.lower(last-1)) && len(v.actorsAt(last-1, 1)) == 0 {
			name = v.r.ling.Text[span.Start:it.Start] + v.r.ling.Text[p[0].span.Start:p[0].span.End]
		}
	}
	return v.openAs(name, span, .9)
}

// isOpen reports whether an issue is named by its own words.
func (r *reader) isOpen(id string) bool {
	_, ok := r.open[id]
	return ok
}

// issueOrTopic returns the issue at a token, known or by its words.
func (v *view) issueOrTopic(i int) []party {
	if out := v.issuesAt(i, .9); len(out) > 0 {
		return out
	}
	if len(v.actorsAt(i, 1)) > 0 {
		return nil
	}
	return v.topic(i)
}

// turned turns parties round.
func turned(list []party) []party {
	for i := range list {
		list[i].turned = !list[i].turned
	}
	return list
}

// thing returns the issue that a pronoun stands for: the last matter before it in its
// sentence, else the last issue of the table in the sentence before. A pronoun that
// means an actor means no issue.
func (v *view) thing(i int) []party {
	if !v.r.lex.is("thing", v.lower(i)) || len(v.actorsAt(i, 1)) > 0 {
		return nil
	}
	out := v.lastTopic(i)
	if len(out) == 0 && v.index > 0 {
		before := v.r.view(v.index - 1)
		out = before.lastTopic(len(before.Tokens))
		if len(out) > 0 && v.r.isOpen(out[0].id) {
			return nil
		}
	}
	return v.meant(out, i)
}

// lastTopic returns the last issue that is named as subject or object before a token.
func (v *view) lastTopic(i int) []party {
	for k := i - 1; k >= 0; k-- {
		if v.Tokens[k].UPOS != "NOUN" && v.Tokens[k].UPOS != "PROPN" {
			continue
		}
		if out := v.issuesAt(k, .75); len(out) > 0 {
			return out[:1]
		}
		if v.rel(k, "obj", "nsubj") && v.Tokens[k].UPOS == "NOUN" && v.matter(k) {
			if out := v.openAt(k, .75); len(out) > 0 {
				return out
			}
		}
	}
	return nil
}

// reach is how many sentences before a later noun looks for what it means.
const reach = 4

// referred returns the issue that a noun without words of its own means because it was
// named before: "the levy" behind "the housing levy".
func (v *view) referred(head int) []party {
	if d := v.kid(head, "det"); d < 0 || !v.r.lex.is("definite", v.lower(d)) {
		return nil
	}
	if first, last := v.nounPhrase(head); first != head || last != head+1 {
		return nil
	}
	if out := v.namedBefore(head, v.lemma(head)); len(out) > 0 {
		return v.meant(out, head)
	}
	for i := v.index - 1; i >= max(0, v.index-reach); i-- {
		u := v.r.view(i)
		if out := u.namedBefore(len(u.Tokens), v.lemma(head)); len(out) > 0 {
			return v.meant(out, head)
		}
	}
	return nil
}

// namedBefore returns the last issue before a token that a noun can mean: one that has
// the noun, or another noun for the same, as its head and more words than that.
func (v *view) namedBefore(end int, lemma string) []party {
	for k := end - 1; k >= 0; k-- {
		if v.Tokens[k].UPOS != "NOUN" || !v.r.lex.same(lemma, v.lemma(k)) {
			continue
		}
		if out := v.issuesAt(k, .85); len(out) > 0 {
			return out[:1]
		}
		if first, last := v.nounPhrase(k); v.names(k) && first >= 0 && last-first > 1 {
			return v.openAt(k, .85)
		}
	}
	return nil
}

// meant gives issues that were named elsewhere the place of the word that means them.
func (v *view) meant(list []party, i int) []party {
	out := slices.Clone(list)
	for k := range out {
		out[k].span = schema.Span{Start: v.Tokens[i].Start, End: v.Tokens[i].End}
	}
	return out
}
