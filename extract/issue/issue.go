// Package issue finds the disputes and topics that actors take stances on:
// "missile defence" under all its names, "NATO enlargement", "sanctions on
// Iran" composed from a pattern and a country.
//
// Patterns are sequences of lemmas in data/issues.tsv; spelling differences
// between British and American English do not count, neither do hyphens. The
// longest match wins. Short names ("the shield") count only in an article that
// names the issue in full.
//
// Reads: the nlp.Doc, Actors, Mentions and Places. Writes: Issues and
// IssueMentions.
package issue

import (
	"cmp"
	"slices"

	"dyad/extract/nlp"
	"dyad/schema"
)

// Finder finds issues by its table. It is safe for concurrent use.
type Finder struct {
	table *table
}

// New reads the table that comes with the package.
func New() (*Finder, error) {
	t, err := loadTable()
	if err != nil {
		return nil, err
	}
	return &Finder{t}, nil
}

// DataDigest returns a hash of the table, part of the run id.
func (f *Finder) DataDigest() string { return f.table.digest }

// Find fills doc.Issues and doc.IssueMentions.
func (f *Finder) Find(doc *schema.Document, ling *nlp.Doc) {
	doc.Issues, doc.IssueMentions = []schema.Issue{}, nil
	names := places(doc)
	var found []match
	full := map[string]bool{}
	for n := range ling.Sentences {
		for _, m := range f.sentence(&ling.Sentences[n], n, names) {
			found = append(found, m)
			full[m.name] = full[m.name] || !m.short
		}
	}
	for _, m := range found {
		if !full[m.name] {
			continue
		}
		sent := &ling.Sentences[m.sentence]
		start, end := sent.Tokens[m.first].Start, sent.Tokens[m.last-1].End
		span := schema.Span{Start: start, End: end}
		id := ID(m.name)
		doc.IssueMentions = append(doc.IssueMentions, schema.IssueMention{Span: span, Sentence: m.sentence,
			First: m.first, Last: m.last, Head: head(sent, m.first, m.last), Issue: id})
		k := slices.IndexFunc(doc.Issues, func(i schema.Issue) bool { return i.ID == id })
		if k < 0 {
			k = len(doc.Issues)
			doc.Issues = append(doc.Issues, schema.Issue{ID: id, Name: m.name})
		}
		doc.Issues[k].Mentions = append(doc.Issues[k].Mentions, schema.TextSpan{Span: span, Text: ling.Text[start:end]})
	}
	slices.SortFunc(doc.Issues, func(a, b schema.Issue) int { return cmp.Compare(a.ID, b.ID) })
}

// ID returns the id of the issue with a name.
func ID(name string) string { return "issue:" + schema.Slug(name) }

// head returns the token of a span whose head lies outside of it.
func head(sent *nlp.Sentence, first, last int) int {
	for i := first; i < last; i++ {
		if h := sent.Tokens[i].Head; h < first || h >= last {
			return i
		}
	}
	return last - 1
}

// place is a country named in the text, as a pattern's {place} needs it.
type place struct {
	first, last int
	name        string
}

// places returns the countries that the sentences name, by sentence: places,
// and mentions of states ("its" for Iran included).
func places(doc *schema.Document) map[int][]place {
	names := map[string]string{}
	kind := map[string]string{}
	for _, a := range doc.Actors {
		if a.Kind == schema.KindCountry {
			names[a.Code], kind[a.ID] = a.Name, a.Name
		}
	}
	out := map[int][]place{}
	for _, p := range doc.Places {
		if name := names[p.Country]; name != "" && p.Name == "" {
			out[p.Sentence] = append(out[p.Sentence], place{p.First, p.Last, name})
		}
	}
	for _, m := range doc.Mentions {
		if len(m.Actors) == 1 && kind[m.Actors[0]] != "" {
			out[m.Sentence] = append(out[m.Sentence], place{m.First, m.Last, kind[m.Actors[0]]})
		}
	}
	return out
}
