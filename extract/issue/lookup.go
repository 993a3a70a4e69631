package issue

import (
	"cmp"
	"slices"
	"strings"
)

// Lookup returns the id and name of the issue that a user means: its name, one
// of its patterns or its id. Composed issues ("sanctions on Iran") are found
// by their full name.
func (f *Finder) Lookup(name string) (id, full string, ok bool) {
	words := f.table.words(strings.TrimPrefix(name, "issue:"))
	if len(words) == 0 {
		return "", "", false
	}
	for _, row := range f.table.issues {
		if slices.Equal(f.table.words(row.name), words) {
			return ID(row.name), row.name, true
		}
		for _, p := range row.patterns {
			if p.reads(words) {
				return ID(row.name), row.name, true
			}
		}
		if before, after, composed := strings.Cut(row.name, placeWord); composed {
			start, end := f.table.words(before), f.table.words(after)
			if len(words) > len(start)+len(end) && slices.Equal(words[:len(start)], start) && slices.Equal(words[len(words)-len(end):], end) {
				return ID(name), name, true
			}
		}
	}
	return "", "", false
}

// Near returns the names of the issues that share most words with a name, at
// most five, the best first.
func (f *Finder) Near(name string) []string {
	want := f.table.words(name)
	type scored struct {
		name  string
		score int
	}
	var found []scored
	for _, row := range f.table.issues {
		score := 0
		for _, w := range want {
			if row.mentions(w, f.table) {
				score++
			}
		}
		if score > 0 {
			found = append(found, scored{row.name, score})
		}
	}
	slices.SortStableFunc(found, func(a, b scored) int { return cmp.Or(b.score-a.score, cmp.Compare(a.name, b.name)) })
	var out []string
	for _, s := range found[:min(5, len(found))] {
		out = append(out, s.name)
	}
	return out
}

// words returns the normalised words of a name or an id.
func (t *table) words(name string) []string {
	out := strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' || r == '\t' })
	for i := range out {
		out[i] = t.normal(out[i])
	}
	return out
}

// reads reports whether a pattern matches words as a whole, plurals ignored.
func (p *pattern) reads(words []string) bool {
	units := make([]unit, len(words))
	for i, w := range words {
		units[i] = unit{[]string{w, strings.TrimSuffix(w, "s")}, i}
	}
	end, _ := p.match(units, 0, 0, nil)
	return end == len(words) && !p.short
}

// mentions reports whether the name or a pattern of an issue has a word that
// begins like w.
func (r *issueRow) mentions(w string, t *table) bool {
	same := func(x string) bool {
		return x == w || len(w) >= 4 && strings.HasPrefix(x, w) || len(x) >= 4 && strings.HasPrefix(w, x)
	}
	if slices.ContainsFunc(t.words(r.name), same) {
		return true
	}
	for _, p := range r.patterns {
		for _, e := range p.elements {
			if slices.ContainsFunc(e.words, same) {
				return true
			}
		}
	}
	return false
}

// Names returns the names of all issues, in the order of the table.
func (f *Finder) Names() []string {
	var out []string
	for _, row := range f.table.issues {
		out = append(out, row.name)
	}
	return out
}
