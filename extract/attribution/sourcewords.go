package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dyad/schema"
)

// What the words of a source say of who speaks, read from left to right: its
// first noun phrase, whether that is a name, and of what kind.

// core returns the first noun phrase of a source without articles and what
// follows it, and its last noun, -1 without one. What a word of number counts
// is meant: "drivers" in "nearly eight of ten drivers".
func (w *whoIndex) core(t *tree, s stretch) (stretch, int) {
	for s.first < s.last && (t.Tokens[s.first].UPOS == "DET" || !t.isWord(s.first) || t.Tokens[s.first].UPOS == "ADV" || t.Tokens[s.first].UPOS == "SCONJ") && !w.lex.is("those", t.lower(s.first)) {
		s.first++
	}
	h := -1
	i := s.first
	for ; i < s.last; i++ {
		tok := &t.Tokens[i]
		inside := !t.isWord(i) && w.insideWord(t, i) || tok.UPOS == "PART" && h >= 0
		if i > s.first && !inside && !nominal(t, i) && !(tok.UPOS == "VERB" && (h < 0 || capital(tok.Form) || t.rel(i, "amod"))) || tok.XPOS == "PRP" && h >= 0 || tok.UPOS == "DET" && h >= 0 || strings.HasPrefix(tok.XPOS, "W") {
			if h >= 0 && tok.Form == "of" && (w.lex.is("part", t.lemma(h)) || w.lex.is("share", t.lemma(h)) || t.Tokens[h].UPOS == "NUM") {
				return w.core(t, stretch{i + 1, s.last})
			}
			break
		}
		if tok.UPOS == "NOUN" || tok.UPOS == "PROPN" || tok.UPOS == "NUM" && h < 0 || capital(tok.Form) && i > 0 || w.isPerson(t.lower(i)) || i == s.first && w.lex.is("those", t.lower(i)) {
			h = i
		}
	}
	if h >= 0 && i < s.last && t.Tokens[i].Form == ":" {
		return w.core(t, stretch{i + 1, s.last}) // behind a dateline
	}
	for k := s.first; k < h; k++ { // "a Herald database | tracking such cases"
		if w.isDocument(t, k) && !w.isDocument(t, h) && !w.isPerson(t.lemma(h)) && !w.lex.is("body", t.lemma(h)) {
			h = k
		}
	}
	if s.last = i; h >= 0 {
		s.last = h + 1
	}
	return s, h
}

// capital reports whether a word begins with a capital letter.
func capital(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(r)
}

// phrase are the words of a source that name somebody without a name: up to a
// comma, a bracket or a clause.
func (w *whoIndex) phrase(t *tree, s stretch, h int) stretch {
	for s.first < h && (t.Tokens[s.first].UPOS == "DET" || t.Tokens[s.first].XPOS == "PRP$" || t.Tokens[s.first].UPOS == "NUM" && !w.hyphened(t, s.first) || !t.isWord(s.first) || t.Tokens[s.first].UPOS == "SCONJ") {
		s.first++
	}
	for i := h + 1; i < s.last; i++ {
		tok := &t.Tokens[i]
		if !t.isWord(i) && !w.insideWord(t, i) || tok.UPOS == "VERB" && !t.rel(i, "amod") || tok.UPOS == "AUX" || tok.XPOS == "PRP" && t.rel(i, "nsubj") || t.rel(i, "mark", "cc") || strings.HasPrefix(tok.XPOS, "W") || w.lex.is("time", t.lower(i)) {
			s.last = i
			break
		}
	}
	if s.last-s.first > maxIntroduced {
		s.last = h + 1
	}
	for s.last > h+1 && (t.Tokens[s.last-1].UPOS == "ADP" || t.Tokens[s.last-1].UPOS == "DET" || t.Tokens[s.last-1].UPOS == "ADV") {
		s.last--
	}
	return s
}

// hyphened reports whether a number is the beginning of a longer word:
// "23-year-old".
func (w *whoIndex) hyphened(t *tree, i int) bool {
	return strings.Contains(t.Tokens[i].Form, "-") || i+1 < len(t.Tokens) && !t.isWord(i+1) && w.insideWord(t, i+1)
}

// insideWord reports whether a mark joins two words without a blank.
func (w *whoIndex) insideWord(t *tree, i int) bool {
	return i > 0 && i+1 < len(t.Tokens) && t.Tokens[i].Start == t.Tokens[i-1].End && t.Tokens[i].End == t.Tokens[i+1].Start
}

// maxIntroduced bounds the words of a speaker's name; longer phrases are
// named by what stands before their head.
const maxIntroduced = 9

// nothingNamed reports whether words say that there is no speaker, or that
// there are more of an unknown kind: "no one", "another".
func (w *whoIndex) nothingNamed(t *tree, s stretch) bool {
	for i := s.first; i < min(s.last, s.first+2); i++ {
		if w.lex.is("nobody", t.lower(i)) {
			return true
		}
	}
	return false
}

// isName reports whether the words of a source are a proper name: all with a
// capital, or one that is tagged as a name or cannot stand there as a noun
// ("Variety"); no title ("Bishop"), and no place that dates the article.
func (w *whoIndex) isName(c *candidate, core stretch) bool {
	t, last := c.tree, core.last-1
	for i := core.first; i < core.last; i++ {
		if t.isWord(i) && !capital(t.Tokens[i].Form) && t.Tokens[i].UPOS != "PART" {
			return false
		}
	}
	if c.rule == ruleTurn && core.last-core.first == 1 {
		return !w.isPerson(t.lower(last)) // "BORG: Yes", but "QUESTION: Will you go?"
	}
	if t.Headline && c.rule == "colon" || t.titleCase() && t.Tokens[last].UPOS != "PROPN" || w.lex.is("time", t.lower(last)) || t.rel(last, "nmod:poss") {
		return false
	}
	if core.last-core.first > 1 {
		return !(w.plural(t, last) && t.Tokens[last].UPOS != "PROPN" || w.lex.is("speaker-title", t.lower(last)))
	}
	kind, word := t.typeAt(last), t.lower(last)
	if utf8.RuneCountInString(word) < 2 || kind == "NORP" || kind != "PER" && (w.isPerson(word) || w.plural(t, last) && w.isPerson(strings.TrimSuffix(word, "s"))) {
		return false
	}
	start := core.first == 0 || t.Tokens[core.first-1].UPOS == "PUNCT"
	if start && w.lex.is("body", word) {
		return false
	}
	if kind == "LOC" && c.rule == "colon" {
		return false
	}
	if v := t.Tokens[last].Head; start && t.Tokens[last].XPOS == "NNS" && v >= 0 && t.Tokens[v].XPOS == "VBZ" && t.rel(last, "nsubj") {
		return true // "Rivers believes"
	}
	return t.Tokens[last].UPOS == "PROPN" || !start && t.Tokens[last].UPOS == "NOUN"
}

// nameKind tells a person's name from that of a body: by the recogniser, by
// what is said of the name, by how a transcript writes it; else a body.
func (w *whoIndex) nameKind(c *candidate, core stretch) string {
	t, h := c.tree, core.last-1
	switch t.typeAt(h) {
	case "PER":
		return schema.KindPerson
	case "ORG", "LOC":
		return schema.KindOrganization
	}
	if w.lex.is("body", t.lower(h)) || t.lower(core.first-1) == "the" {
		return schema.KindOrganization
	}
	for i := core.last; i < c.source.last; i++ {
		if t.lower(i) == "who" || t.Tokens[i].UPOS == "NOUN" && w.isPerson(t.lemma(i)) {
			return schema.KindPerson
		}
	}
	if c.rule == "colon" || c.rule == "dash" || c.rule == ruleTurn {
		return schema.KindPerson
	}
	return schema.KindOrganization
}

// plural reports whether a token is a noun or name in the plural.
func (w *whoIndex) plural(t *tree, i int) bool {
	return strings.HasSuffix(t.Tokens[i].XPOS, "NS") || strings.HasSuffix(t.Tokens[i].XPOS, "NPS") || w.lex.is("folk", t.lower(i))
}

// arePeople reports whether a plural means people or bodies: "beekeepers",
// "Peruvians", "three small companies".
func (w *whoIndex) arePeople(t *tree, i int) bool {
	if w.isPerson(t.lemma(i)) || w.lex.is("body", t.lemma(i)) || w.lex.is("folk", t.lower(i)) {
		return true
	}
	if t.typeAt(i) == "NORP" {
		return true
	}
	return t.Tokens[i].UPOS == "PROPN" && w.isPerson(strings.TrimSuffix(t.lower(i), "s"))
}

// isPerson reports whether a noun means a person: one of the table, or one
// made of a verb, a trade or a place ("beekeeper", "florist", "Bolivian").
func (w *whoIndex) isPerson(lemma string) bool {
	if i := strings.LastIndexByte(lemma, '-'); i >= 0 {
		lemma = lemma[i+1:]
	}
	if w.lex.is("human", lemma) {
		return true
	}
	if len(lemma) < shortestHuman || w.lex.is("no-human", lemma) {
		return false
	}
	for n := 2; n <= longestEnding; n++ {
		if w.lex.is("human-ending", suffix(lemma, n)) {
			return true
		}
	}
	return false
}

// shortestHuman is the length of the shortest noun that is judged by its
// ending, longestEnding that of the longest ending of the table.
const (
	shortestHuman = 5
	longestEnding = 4
)

// longName is where a name that ends at a token ends if it goes on behind a
// preposition: "City | of Oslo", "Fund | for the Northern Lakes".
func (t *tree) longName(at, limit int) int {
	i := at
	for i < limit && (t.Tokens[i].UPOS == "ADP" || t.Tokens[i].UPOS == "DET" && i > at) {
		i++
	}
	if i == at || i >= limit || !capital(t.Tokens[i].Form) {
		return at
	}
	for i < limit && capital(t.Tokens[i].Form) {
		i++
	}
	return i
}

// typeAt is the type of the entity that holds a token, "" if none does.
func (t *tree) typeAt(i int) string {
	if e := t.entityAt(i, stretch{i, i + 1}); e != nil {
		return e.Type
	}
	return ""
}
