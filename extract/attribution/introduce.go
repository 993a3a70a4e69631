package attribution

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dyad/schema"
)

// The actor stage finds who acts; of those who only speak it misses names that
// no table has at the start of a sentence, and nouns that seldom are actors
// ("two local beekeepers said"). Who is quoted is somebody all the same: such a
// source makes an actor of its own.

// introduced is what a source tells of a speaker who is nobody's mention.
type introduced struct {
	kind  string
	name  stretch // the words that name him
	named bool    // by a proper name
}

// introduce returns a new actor for a source that names people or a body whom
// the actor stage has not found, the same for the same words, or "". Documents,
// sayings and bare words of number name nobody.
func (w *whoIndex) introduce(c *candidate) string {
	t := c.tree
	h := w.partOf(t, c.sourceHead)
	if h >= len(t.Tokens) || !c.source.has(h) {
		h = c.sourceHead
	}
	in := introduced{name: w.nameWords(c, h)}
	if in.name.empty() || w.nothingNamed(t, in.name) {
		return ""
	}
	switch head := &t.Tokens[h]; {
	case w.isName(c, h):
		in.named, in.kind = true, w.nameKind(c, h)
	case w.plural(t, h) && w.arePeople(t, h):
		in.kind = schema.KindGroup
	case head.UPOS != "NOUN" && head.UPOS != "PROPN":
		return ""
	case w.lex.is("body", t.lemma(h)):
		in.kind = schema.KindOrganization
		if t.kid(h, "det", "nmod:poss", "compound", "amod", "nmod") < 0 {
			return ""
		}
	case w.lex.is("crowd", t.lemma(h)):
		in.kind = schema.KindGroup
	case w.isPerson(t.lemma(h)):
		in.kind = schema.KindPerson
	default:
		return ""
	}
	return w.enter(c, h, in)
}

// nameWords are the words of a source that name the speaker: from behind the
// article up to a comma, a bracket or a clause.
func (w *whoIndex) nameWords(c *candidate, h int) stretch {
	t, s := c.tree, c.source
	s.first = min(h, s.first)
	for i := h - 1; i >= s.first; i-- {
		if t.Tokens[i].Form == "," && t.Tokens[i+1].UPOS != "ADJ" || t.Tokens[i].UPOS == "VERB" && !t.rel(i, "amod") || t.rel(i, "cc") {
			s.first = i + 1
			break
		}
	}
	for s.first < h && (t.rel(s.first, "det") || !t.isWord(s.first) || t.rel(s.first, "advmod", "case", "mark")) && t.lower(s.first) != "no" {
		s.first++
	}
	for i := h + 1; i < s.last; i++ {
		if !t.isWord(i) && !w.insideWord(t, i) || t.Tokens[i].UPOS == "VERB" || t.Tokens[i].UPOS == "AUX" || t.rel(i, "mark", "cc") || strings.HasPrefix(t.Tokens[i].XPOS, "W") {
			s.last = i
			break
		}
	}
	if s.last-s.first > maxIntroduced {
		s.last = h + 1
	}
	for s.last > h+1 && (t.Tokens[s.last-1].UPOS == "ADP" || t.Tokens[s.last-1].UPOS == "DET" || t.Tokens[s.last-1].UPOS == "ADV" || t.rel(s.last-1, "obl:tmod", "nmod:tmod")) {
		s.last--
	}
	return s
}

// insideWord reports whether a mark joins two words without a blank.
func (w *whoIndex) insideWord(t *tree, i int) bool {
	return i > 0 && i+1 < len(t.Tokens) && t.Tokens[i].Start == t.Tokens[i-1].End && t.Tokens[i].End == t.Tokens[i+1].Start
}

// maxIntroduced bounds the words of a speaker's name; longer phrases are
// named by what stands before their head.
const maxIntroduced = 9

// nothingNamed reports whether words say that there is no speaker, or that
// there are more of an unknown kind: "no one", "others".
func (w *whoIndex) nothingNamed(t *tree, s stretch) bool {
	for i := s.first; i < s.last; i++ {
		if w.lex.is("nobody", t.lower(i)) {
			return true
		}
	}
	return false
}

// isName reports whether the head of a source is a proper name by its tag and
// its capital: no word for a person ("Bishop:"), no month, and no place that
// dates the article ("LIMA:").
func (w *whoIndex) isName(c *candidate, h int) bool {
	t, lower := c.tree, c.tree.lower(h)
	r, n := utf8.DecodeRuneInString(t.Tokens[h].Form)
	if t.Tokens[h].UPOS != "PROPN" || !unicode.IsUpper(r) || n == len(t.Tokens[h].Form) || t.rel(h, "nmod:poss") {
		return false
	}
	kind := t.typeAt(h)
	alone := t.kid(h, "compound", "flat") < 0 && !t.rel(h, "flat")
	if alone && kind != "PER" && (w.isPerson(lower) || w.isPerson(strings.TrimSuffix(lower, "s")) || w.lex.is("body", lower)) {
		return false
	}
	if w.lex.is("time", lower) || w.lex.is("document", lower) || t.Headline && c.rule == "colon" {
		return false
	}
	return !(strings.ToUpper(t.Tokens[h].Form) == t.Tokens[h].Form && kind != "PER" && c.rule == "colon" && t.lo[h] == 0 && alone && kind == "LOC")
}

// typeAt is the type of the entity that holds a token, "" if none does.
func (t *tree) typeAt(i int) string {
	if e := t.entityAt(i, stretch{i, i + 1}); e != nil {
		return e.Type
	}
	return ""
}

// nameKind tells a person's name from that of a body: by the recogniser, by
// what is said of the name, by how a transcript writes it; else a body.
func (w *whoIndex) nameKind(c *candidate, h int) string {
	t := c.tree
	switch t.typeAt(h) {
	case "PER":
		return schema.KindPerson
	case "ORG", "LOC":
		return schema.KindOrganization
	}
	for i := c.source.first; i < c.source.last; i++ {
		if t.lower(i) == "who" || i != h && t.Tokens[i].UPOS == "NOUN" && w.isPerson(t.lemma(i)) {
			return schema.KindPerson
		}
	}
	if w.lex.is("body", t.lower(h)) || t.kid(h, "det", "nmod") >= 0 || c.rule != "colon" && c.rule != "dash" && t.kid(h, "flat") < 0 {
		return schema.KindOrganization
	}
	return schema.KindPerson
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
	return t.Tokens[i].UPOS == "PROPN" && t.kid(i, "compound", "flat") < 0 && w.isPerson(strings.TrimSuffix(t.lower(i), "s"))
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
	return len(lemma) > 4 && !w.lex.is("no-human", lemma) && slices.ContainsFunc(humanEndings, func(end string) bool { return strings.HasSuffix(lemma, end) })
}

// humanEndings are the endings of nouns that mostly mean people.
var humanEndings = []string{"er", "or", "ist", "ian", "ee", "man", "woman", "eer", "crat"}

// enter makes the actor of a source, with a mention at its words, and returns
// its id. What names the same, by the same words, is one actor.
func (w *whoIndex) enter(c *candidate, h int, in introduced) string {
	t := c.tree
	span := schema.Span{Start: t.Tokens[in.name.first].Start, End: t.Tokens[in.name.last-1].End}
	name := strings.Join(strings.Fields(w.doc.Article.Text[span.Start:span.End]), " ")
	a := &schema.Actor{Name: name, Kind: in.kind, Generic: !in.named, Code: w.codeOf(t, in)}
	switch {
	case !in.named:
		a.ID = schema.ID("group", w.doc.Article.ID, strings.ToLower(name), a.Code, "")
	case in.kind == schema.KindPerson:
		a.ID = "person:" + schema.Slug(name)
	default:
		a.ID = "org:" + schema.Slug(name)
	}
	m := schema.Mention{
		Span: span, Sentence: t.index, First: in.name.first, Last: in.name.last, Head: h, Actors: []string{a.ID},
		Form: schema.FormNominal, Rule: introducedRule, Confidence: introducedConfidence,
	}
	if in.named {
		m.Form = schema.FormName
	}
	if w.actors[a.ID] == nil {
		w.actors[a.ID], w.kinds[a.ID], w.generic[a.ID] = a, a.Kind, a.Generic
		w.fresh = append(w.fresh, a)
	}
	w.bySentence[m.Sentence] = append(w.bySentence[m.Sentence], m)
	w.mentions = append(w.mentions, m)
	return a.ID
}

// introducedRule and introducedConfidence are those of mentions of people who
// only speak.
const (
	introducedRule       = "speaker"
	introducedConfidence = .5
)

// codeOf is the state or kind of body that a word inside a source tells
// ("a Norwegian beekeeper"), else, for people without a name, that of most
// such people of the text.
func (w *whoIndex) codeOf(t *tree, in introduced) string {
	for _, m := range w.bySentence[t.index] {
		if in.name.has(m.First) && len(m.Actors) == 1 && w.actors[m.Actors[0]] != nil && w.actors[m.Actors[0]].Code != "" {
			return w.actors[m.Actors[0]].Code
		}
	}
	for _, p := range w.doc.Places {
		if p.Sentence == t.index && in.name.has(p.First) {
			return p.Country
		}
	}
	if in.named {
		return ""
	}
	return w.home()
}

// home is the code that most actors without a name have, "" if none has any.
func (w *whoIndex) home() string {
	count, best := map[string]int{}, ""
	for i := range w.doc.Actors {
		if a := &w.doc.Actors[i]; a.Generic && a.Code != "" {
			if count[a.Code]++; best == "" || count[a.Code] > count[best] {
				best = a.Code
			}
		}
	}
	return best
}

// listFresh adds the actors that sources have introduced to the document, with
// their mentions, where a statement has one as its speaker. The mentions of the
// document stay as they are: who only speaks does nothing that an event tells.
func (w *whoIndex) listFresh(found []*candidate) {
	for _, a := range w.fresh {
		if !slices.ContainsFunc(found, func(c *candidate) bool { return c.speaker == a.ID }) {
			continue
		}
		for _, m := range w.mentions {
			if m.Rule != introducedRule || m.Actors[0] != a.ID {
				continue
			}
			text := schema.TextSpan{Span: m.Span, Text: w.doc.Article.Text[m.Start:m.End]}
			a.Mentions = append(a.Mentions, text)
			if !slices.Contains(a.Aliases, text.Text) {
				a.Aliases = append(a.Aliases, text.Text)
			}
		}
		w.doc.Actors = append(w.doc.Actors, *a)
	}
}
