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
	name  stretch // the noun phrase that means him
	full  stretch // with what follows it: "the father of one of the victims"
	named bool    // by a proper name
}

// introduce returns a new actor for a source that names people or a body whom
// the actor stage has not found, the same for the same words, or "". Documents
// speak for who made them; sayings and bare words of number name nobody. Trees of
// such sources are often broken, so it reads the words from left to right.
func (w *whoIndex) introduce(c *candidate) string {
	t := c.tree
	core, h := w.core(t, c.source)
	if h < 0 || w.nothingNamed(t, c.source) || w.holdsGiven(c) {
		return ""
	}
	if id := w.endsWith(t, core); id != "" {
		return id
	}
	in := introduced{name: core}
	switch lemma := t.lemma(h); {
	case w.lex.is("those", t.lower(h)):
		in.kind = schema.KindGroup // "others said" is nobody, but "others in the village said"
		if in.name = w.phrase(t, c.source, h); in.name.last <= h+1 {
			return ""
		}
	case w.isDocument(t, h):
		return w.made(c, core, h)
	case w.isName(c, core):
		in.named, in.kind = true, w.nameKind(c, core)
		if e := t.entityAt(h, core); e != nil && e.Last == core.last {
			in.name.first = max(core.first, e.First) // without "Republican" and "Commissioner"
		}
	case w.plural(t, h) && w.arePeople(t, h):
		in.kind = schema.KindGroup
	case w.lex.is("body", lemma) && t.lower(h+1) == "of" && w.namedAt(t, h+2) != "":
		return w.namedAt(t, h+2) // "the city of Oslo", where Oslo is an actor
	case w.lex.is("body", lemma) && !w.plural(t, h):
		if in.kind = schema.KindOrganization; core.last-core.first < 2 && !t.definite(h) && t.lower(core.first-1) != "the" {
			return ""
		}
	case w.lex.is("crowd", lemma):
		in.kind = schema.KindGroup
	case w.isPerson(lemma) && !w.plural(t, h):
		in.kind = schema.KindPerson
	default:
		return ""
	}
	if !in.named {
		in.full = w.phrase(t, c.source, h)
	}
	return w.enter(c, h, in)
}

// endsWith returns the actor whose name ends a noun phrase: "Commissioner Ann
// Lee" is Ann Lee.
func (w *whoIndex) endsWith(t *tree, core stretch) string {
	for _, m := range w.bySentence[t.index] {
		if m.Last == core.last && m.First >= core.first && !m.Modifier && len(m.Actors) == 1 && (m.Form == schema.FormName || m.Form == schema.FormGiven) {
			return m.Actors[0]
		}
	}
	return ""
}

// holdsGiven reports whether the user has named somebody inside a source: then
// it is he who is asked about, and nobody new.
func (w *whoIndex) holdsGiven(c *candidate) bool {
	return slices.ContainsFunc(w.bySentence[c.tree.index], func(m schema.Mention) bool {
		return m.Form == schema.FormGiven && m.First < c.source.last && c.source.first < m.Last
	})
}

// namedAt returns the actor whose name begins at a token.
func (w *whoIndex) namedAt(t *tree, i int) string {
	for _, m := range w.bySentence[t.index] {
		if m.First == i && !m.Modifier && len(m.Actors) == 1 && m.Form != schema.FormPronoun && !w.generic[m.Actors[0]] {
			return m.Actors[0]
		}
	}
	return ""
}

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
	s.last = i
	for s.last > h+1 && h >= 0 {
		s.last--
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
	for s.first < h && (t.Tokens[s.first].UPOS == "DET" || !t.isWord(s.first) || t.Tokens[s.first].UPOS == "SCONJ") {
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
	if t.Headline && (c.rule == "colon" || t.Tokens[last].UPOS != "PROPN") || w.lex.is("time", t.lower(last)) || t.rel(last, "nmod:poss") {
		return false
	}
	if core.last-core.first > 1 {
		return !w.plural(t, last) || t.Tokens[last].UPOS == "PROPN"
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
	return t.Tokens[last].UPOS == "PROPN" || !start && t.Tokens[last].UPOS == "NOUN"
}

// isDocument reports whether a token is a noun of documents, not a name such
// as "The Post".
func (w *whoIndex) isDocument(t *tree, h int) bool {
	if w.lex.is("body", t.lemma(h)) || !w.lex.is("document", t.lemma(h)) && !w.lex.is("data", t.lemma(h)) {
		return false
	}
	return t.Headline || h == 0 || !capital(t.Tokens[h].Form)
}

// made returns who is named as the maker of a document: before it ("a Herald
// Tribune poll", "the Greens' platform"), or behind where it was made or printed
// ("a study in the Northern Herald", "an analysis released by the Harbour
// Office").
func (w *whoIndex) made(c *candidate, core stretch, h int) string {
	t := c.tree
	first := core.first
	for first < h && !(capital(t.Tokens[first].Form) && first > 0) {
		first++
	}
	if id := w.makerIn(c, stretch{first, h}); id != "" {
		return id
	}
	for i := h + 1; i < c.source.last-1; i++ {
		switch {
		case t.Tokens[i].Form == ",":
			return ""
		case w.lex.is("proxy-of", t.lower(i)) || t.lower(i) == "in":
			for i+2 < c.source.last && (t.Tokens[i+1].UPOS == "DET" || t.Tokens[i+1].UPOS == "NUM") {
				i++
			}
			if id := w.makerIn(c, stretch{i + 1, c.source.last}); id != "" {
				return id
			}
		}
	}
	return ""
}

// makerIn returns the actor of the name that a stretch begins with: no state,
// person or group of a state, whose polls are not theirs.
func (w *whoIndex) makerIn(c *candidate, s stretch) string {
	t := c.tree
	if s.empty() || !capital(t.Tokens[s.first].Form) || w.lex.is("time", t.lower(s.first)) {
		return ""
	}
	for _, m := range w.bySentence[t.index] {
		if len(m.Actors) == 1 && m.First <= s.first && s.first < m.Last && w.kinds[m.Actors[0]] != schema.KindCountry && !w.generic[m.Actors[0]] {
			return m.Actors[0]
		}
	}
	run := t.nameAround(s.first)
	run.last = min(run.last, s.last)
	if run.empty() {
		return ""
	}
	if kind := t.typeAt(run.last - 1); kind == "LOC" || kind == "NORP" || kind == "PER" || w.placeAt(t, run) {
		return ""
	}
	return w.enter(c, run.last-1, introduced{kind: schema.KindOrganization, name: run, named: true})
}

// placeAt reports whether a run of names ends with a place or a state.
func (w *whoIndex) placeAt(t *tree, s stretch) bool {
	return slices.ContainsFunc(w.bySentence[t.index], func(m schema.Mention) bool { return m.First < s.last && s.last <= m.Last }) ||
		slices.ContainsFunc(w.doc.Places, func(p schema.PlaceMention) bool {
			return p.Sentence == t.index && p.First < s.last && s.last <= p.Last
		})
}

// nameAround is the run of names that begins at a token.
func (t *tree) nameAround(i int) stretch {
	s := stretch{i, i + 1}
	for s.last < len(t.Tokens) && capital(t.Tokens[s.last].Form) {
		s.last++
	}
	return s
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
	if c.rule == "colon" || c.rule == "dash" {
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
	return len(lemma) > 4 && !w.lex.is("no-human", lemma) && slices.ContainsFunc(humanEndings, func(end string) bool { return strings.HasSuffix(lemma, end) })
}

// humanEndings are the endings of nouns that mostly mean people.
var humanEndings = []string{"er", "or", "ist", "ian", "ee", "man", "woman", "eer", "crat"}

// enter makes the actor of a source, with a mention at its words, and returns
// its id. What names the same, by the same words, is one actor.
func (w *whoIndex) enter(c *candidate, h int, in introduced) string {
	t := c.tree
	if in.full.empty() {
		in.full = in.name
	}
	span := schema.Span{Start: t.Tokens[in.full.first].Start, End: t.Tokens[in.full.last-1].End}
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
	if w.actors[a.ID] == nil {
		w.actors[a.ID], w.kinds[a.ID], w.generic[a.ID] = a, a.Kind, a.Generic
		w.fresh = append(w.fresh, a)
	}
	form := schema.FormNominal
	if in.named {
		form = schema.FormName
	}
	w.mention(t, in.name, h, a.ID, form)
	return a.ID
}

// mention adds a mention of an actor.
func (w *whoIndex) mention(t *tree, s stretch, h int, id, form string) {
	m := schema.Mention{
		Span:     schema.Span{Start: t.Tokens[s.first].Start, End: t.Tokens[s.last-1].End},
		Sentence: t.index, First: s.first, Last: s.last, Head: h, Actors: []string{id},
		Form: form, Rule: introducedRule, Confidence: introducedConfidence,
	}
	w.bySentence[m.Sentence] = append(w.bySentence[m.Sentence], m)
	w.mentions = append(w.mentions, m)
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

// listFresh adds to the document the actors that sources have introduced, where
// a statement has one as its speaker, and to all actors the mentions that
// sources have added. The mentions that later stages read stay as they are: who
// only speaks does nothing that an event tells.
func (w *whoIndex) listFresh(found []*candidate) {
	for _, m := range w.mentions[len(w.doc.Mentions):] {
		a := w.actors[m.Actors[0]]
		text := schema.TextSpan{Span: m.Span, Text: w.doc.Article.Text[m.Start:m.End]}
		if slices.Contains(a.Mentions, text) {
			continue
		}
		i, _ := slices.BinarySearchFunc(a.Mentions, m.Start, func(o schema.TextSpan, at int) int { return o.Start - at })
		a.Mentions = slices.Insert(a.Mentions, i, text)
		if !slices.Contains(a.Aliases, text.Text) {
			a.Aliases = append(a.Aliases, text.Text)
		}
	}
	for _, a := range w.fresh {
		if slices.ContainsFunc(found, func(c *candidate) bool { return c.speaker == a.ID }) {
			w.doc.Actors = append(w.doc.Actors, *a)
		}
	}
}
