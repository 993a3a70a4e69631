package stance

import (
	"cmp"
	"slices"
	"strings"

	"dyad/schema"
)

// Targets that no table knows: "the publication of the report" becomes an issue
// by its own words, if somebody takes a side on it.

// names reports whether a token is the head of a noun phrase that may name an
// issue by its words: a noun that is no actor, no known issue and no pronoun.
// Where it is vague ("move", "thing") it needs words of its own.
func (v *view) names(head int) bool {
	if v.Tokens[head].UPOS != "NOUN" || v.r.lex.is("person", v.lemma(head)) || v.r.lex.is("period", v.lemma(head)) || v.rel(head, "obl:tmod") {
		return false
	}
	for _, m := range v.r.mentions[v.index] {
		if m.Head == head {
			return false
		}
	}
	first, last := v.nounPhrase(head)
	return first >= 0 && (first < last-1 || !v.r.lex.is("vague", v.lemma(head)))
}

// openAt returns the issue that a noun phrase names by its words, if any, or that it
// means because it was named before.
func (v *view) openAt(head int, weight float64) []party {
	if out := v.referred(head); len(out) > 0 && len(v.actorsAt(head, 1)) == 0 {
		return out
	}
	if !v.names(head) {
		return nil
	}
	first, last := v.nounPhrase(head)
	span := schema.Span{Start: v.Tokens[first].Start, End: v.Tokens[last-1].End}
	return v.openAs(v.r.ling.Text[span.Start:span.End], span, weight)
}

// openAs returns the issue with a name of its own words.
func (v *view) openAs(name string, span schema.Span, weight float64) []party {
	name = strings.Join(strings.Fields(name), " ")
	id := "issue:" + schema.Slug(name)
	if id == "issue:" {
		return nil
	}
	if v.r.open == nil {
		v.r.open = map[string]openIssue{}
	}
	if _, ok := v.r.open[id]; !ok {
		v.r.open[id] = openIssue{name, schema.TextSpan{Span: span, Text: v.r.ling.Text[span.Start:span.End]}}
	}
	return []party{{id: id, span: span, issue: true, weight: weight}}
}

// openIssue is an issue named by its own words.
type openIssue struct {
	name    string
	mention schema.TextSpan
}

// maxOpen bounds the words of an issue named by its own words.
const maxOpen = 9

// nounPhrase returns the words that name what a noun means: its modifiers
// without article, and the complements behind it.
func (v *view) nounPhrase(head int) (int, int) {
	first, last := head, head+1
	for _, k := range v.kids[head] {
		switch {
		case k < head && v.rel(k, "amod", "compound", "nummod", "nmod:poss", "nmod") && v.Tokens[k].UPOS != "PRON":
			first = min(first, v.edge(k, -1))
		case k > head && v.rel(k, "nmod") && v.r.lex.is("complement", v.caseOf(k)):
			if end := v.wordEnd(v.edge(k, 1)); end-first <= maxOpen && v.Tokens[end-1].UPOS != "PRON" && v.Tokens[end-1].UPOS != "NUM" {
				last = max(last, end)
			}
		}
	}
	for first < head && (v.Tokens[first].UPOS == "DET" || v.Tokens[first].UPOS == "PUNCT" || v.lower(first) == "'s") {
		first++
	}
	if last-first > maxOpen {
		return -1, -1
	}
	return first, last
}

// wordEnd returns the end of the words that hyphens join to token i.
func (v *view) wordEnd(i int) int {
	for i+2 < len(v.Tokens) && v.Tokens[i+1].Form == "-" && v.Tokens[i].End == v.Tokens[i+1].Start && v.Tokens[i+1].End == v.Tokens[i+2].Start {
		i += 2
	}
	return i + 1
}

// edge returns the outermost token below token i, to the left or to the right,
// clauses and coordinations left out.
func (v *view) edge(i, side int) int {
	out := i
	for _, k := range v.kids[i] {
		if (k-i)*side > 0 && !v.rel(k, "acl", "advcl", "conj", "cc", "punct", "appos", "parataxis") {
			if e := v.edge(k, side); (e-out)*side > 0 {
				out = e
			}
		}
	}
	return out
}

// addIssues adds the issues named by their own words that stances are about.
func (r *reader) addIssues() {
	known := map[string]bool{}
	for _, i := range r.doc.Issues {
		known[i.ID] = true
	}
	for _, s := range r.doc.Stances {
		o, ok := r.open[s.Target]
		if !ok || known[s.Target] {
			continue
		}
		known[s.Target] = true
		r.doc.Issues = append(r.doc.Issues, schema.Issue{ID: s.Target, Name: o.name, Mentions: []schema.TextSpan{o.mention}})
	}
	slices.SortFunc(r.doc.Issues, func(a, b schema.Issue) int { return cmp.Compare(a.ID, b.ID) })
}
