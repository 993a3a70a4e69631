package issue

import (
	"slices"
	"strings"

	"dyad/extract/nlp"
)

// match is an issue found in tokens first to last (exclusive) of a sentence.
type match struct {
	sentence, first, last int
	name                  string
	short                 bool
}

// unit is one word to match: a token, or a part of a token with hyphens.
type unit struct {
	words []string // lemma and form, normalised
	token int
}

// units returns the words of a sentence, hyphens left out.
func (t *table) units(sent *nlp.Sentence) []unit {
	out := make([]unit, 0, len(sent.Tokens))
	for i := range sent.Tokens {
		tok := &sent.Tokens[i]
		var parts []string
		whole := tok.Form != "" && !strings.ContainsAny(tok.Form, "-–") // as most are
		if !whole {
			parts = strings.FieldsFunc(tok.Form, func(r rune) bool { return r == '-' || r == '–' })
		}
		if whole || len(parts) == 1 {
			out = append(out, unit{[]string{t.normal(tok.Lemma), t.normal(tok.Form)}, i})
			continue
		}
		for _, p := range parts {
			out = append(out, unit{[]string{t.normal(p)}, i})
		}
	}
	return out
}

// sentence finds the issues of a sentence, the longest match at each word.
func (f *Finder) sentence(sent *nlp.Sentence, n int, names map[int][]place) []match {
	units := f.table.units(sent)
	var out []match
	for i := 0; i < len(units); {
		m, size := f.longest(units, i, names[n])
		if size == 0 {
			i++
			continue
		}
		m.sentence = n
		if len(out) == 0 || out[len(out)-1].last <= m.first {
			out = append(out, m)
		}
		i += size
	}
	return out
}

// longest returns the longest pattern that matches at a word, and its length.
func (f *Finder) longest(units []unit, i int, names []place) (match, int) {
	var best match
	size := 0
	var candidates []*pattern
	for k, w := range units[i].words {
		if k == 0 || w != units[i].words[0] {
			candidates = append(candidates, f.table.index[w]...)
		}
	}
	if placeAt(names, units[i].token) != nil {
		candidates = append(candidates, f.table.index[placeWord]...)
	}
	for _, p := range candidates {
		end, where := p.match(units, i, 0, names)
		if end-i <= size {
			continue
		}
		size = end - i
		best = match{first: units[i].token, last: units[end-1].token + 1, name: strings.ReplaceAll(p.name, placeWord, where), short: p.short}
	}
	return best, size
}

// match matches the elements from one on at a word and returns where the match
// ends (the start if there is none) and the country it names.
func (p *pattern) match(units []unit, i, element int, names []place) (end int, where string) {
	at := i
	for ; element < len(p.elements); element++ {
		e := p.elements[element]
		if at < len(units) {
			if slices.Contains(e.words, placeWord) {
				if pl := placeAt(names, units[at].token); pl != nil {
					where = pl.name
					for at < len(units) && units[at].token < pl.last {
						at++
					}
					continue
				}
			} else if slices.ContainsFunc(units[at].words, func(w string) bool { return slices.Contains(e.words, w) }) {
				at++
				continue
			}
		}
		if !e.optional {
			return i, ""
		}
	}
	if strings.Contains(p.name, placeWord) && where == "" {
		return i, ""
	}
	return at, where
}

// placeAt returns the country that begins at a token.
func placeAt(names []place, token int) *place {
	for k := range names {
		if names[k].first == token {
			return &names[k]
		}
	}
	return nil
}
