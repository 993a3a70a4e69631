package attribution

import (
	"cmp"
	"slices"
	"strings"

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
	owner string  // the name of whom "his" means in "his father"
}

// introduce returns a new actor for a source that names people or a body whom
// the actor stage has not found, the same for the same words, or "". Documents
// speak for who made them; sayings and bare words of number name nobody. Trees of
// such sources are often broken, so it reads the words from left to right.
func (w *whoIndex) introduce(c *candidate) string {
	t := c.tree
	core, h := w.core(t, c.source)
	if c.kind != schema.KindSpeech && c.kind != schema.KindBelief && c.confidence < sureDeed {
		return ""
	}
	if h < 0 || w.nothingNamed(t, c.source) || w.holdsGiven(c) {
		return ""
	}
	if id := w.endsWith(t, core); id != "" {
		return id
	}
	if id := w.endsWith(t, stretch{core.last, c.source.last}); w.kinds[id] == schema.KindPerson && w.isPerson(t.lemma(h)) {
		return id // "writer and trader Ann Lee"
	}
	if name := w.nameBehind(t, core); !name.empty() {
		if id := w.surnameAt(t, name); id != "" {
			return id
		}
		core = name
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
		} else if t.typeAt(h) != "PER" {
			in.name.last = t.longName(core.last, c.source.last)
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
		in.full = w.phrase(t, stretch{core.first, c.source.last}, h)
		if w.bare(t, in.full) {
			return ""
		}
		if t.Tokens[core.first].XPOS == "PRP$" {
			if in.owner = w.owner(t, core.first); in.owner == "" || in.kind == schema.KindOrganization {
				return "" // "its website"
			}
		}
	}
	return w.enter(c, h, in)
}

// nameBehind is the name behind a noun of people without a capital that a noun
// phrase ends with: "Ann Lee" in "radio host Ann Lee".
func (w *whoIndex) nameBehind(t *tree, core stretch) stretch {
	name := stretch{core.last, core.last}
	for name.first > core.first && t.Tokens[name.first-1].UPOS == "PROPN" && capital(t.Tokens[name.first-1].Form) {
		name.first--
	}
	if k := name.first - 1; name.empty() || k < core.first || t.Tokens[k].UPOS != "NOUN" || capital(t.Tokens[k].Form) || !w.isPerson(t.lemma(k)) {
		return stretch{}
	}
	return name
}

// bare reports whether a phrase is one word that means nobody without its
// sentence: "office", "districts", "independent".
func (w *whoIndex) bare(t *tree, s stretch) bool {
	h := s.last - 1
	return h == s.first && !w.lex.is("folk", t.lower(h)) && (w.lex.is("body", t.lemma(h)) || w.lex.is("leaning", t.lower(h)))
}

// owner returns the name of whom a possessive pronoun means, "" if he has none.
func (w *whoIndex) owner(t *tree, i int) string {
	if id := w.meant(t.index, i); w.actors[id] != nil && !w.generic[id] {
		return w.actors[id].Name
	}
	return ""
}

// sureDeed is how sure an attribution must be that is neither speech nor belief
// to make an actor of its source.
const sureDeed = .5

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
	return slices.ContainsFunc(w.bySentence[c.tree.index], func(m *schema.Mention) bool {
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

// enter makes the actor of a source, with a mention at its words, and returns
// its id. What names the same, by the same words, is one actor. The state that
// the text is about tells namesakes apart; it is too weak to be a code.
func (w *whoIndex) enter(c *candidate, h int, in introduced) string {
	t := c.tree
	in.name = t.dropPossessive(in.name)
	in.full = t.dropPossessive(cmp.Or(in.full, in.name))
	span := schema.Span{Start: t.Tokens[in.full.first].Start, End: t.Tokens[in.full.last-1].End}
	name := strings.TrimRight(strings.Join(strings.Fields(w.doc.Article.Text[span.Start:span.End]), " "), "'’")
	if in.owner != "" {
		name = in.owner + "'s " + name
	}
	a := &schema.Actor{Name: name, Kind: in.kind, Generic: !in.named, Code: w.codeOf(c, in)}
	switch {
	case !in.named:
		a.ID = cmp.Or(w.called(name, a), schema.ID("group", w.doc.Article.ID, strings.ToLower(name), a.Code, ""))
	case in.kind == schema.KindPerson:
		a.ID = schema.PersonID(name, cmp.Or(a.Code, w.home()), "")
	default:
		a.ID = schema.OrgID(name, cmp.Or(a.Code, w.home()))
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

// dropPossessive cuts the ending of a possessive off a stretch: "associates’".
func (t *tree) dropPossessive(s stretch) stretch {
	for s.last > s.first+1 && (t.Tokens[s.last-1].XPOS == "POS" || t.Tokens[s.last-1].Form == "'" || t.Tokens[s.last-1].Form == "’") {
		s.last--
	}
	return s
}

// called returns the actor without a name of the document that has the name
// and code of a new one already, "" if none has.
func (w *whoIndex) called(name string, fresh *schema.Actor) string {
	for i := range w.doc.Actors {
		a := &w.doc.Actors[i]
		same := func(alias string) bool { return strings.EqualFold(alias, name) }
		if a.Generic && a.Code == fresh.Code && a.Kind == fresh.Kind && (same(a.Name) || slices.ContainsFunc(a.Aliases, same)) {
			return a.ID
		}
	}
	return ""
}

// mention adds a mention of an actor. Those of a sentence stay in text order.
func (w *whoIndex) mention(t *tree, s stretch, h int, id, form string) {
	m := schema.Mention{
		Span:     schema.Span{Start: t.Tokens[s.first].Start, End: t.Tokens[s.last-1].End},
		Sentence: t.index, First: s.first, Last: s.last, Head: h, Actors: []string{id},
		Form: form, Rule: introducedRule, Confidence: introducedConfidence,
	}
	in := w.bySentence[m.Sentence]
	at := len(in)
	for at > 0 && in[at-1].Start > m.Start {
		at--
	}
	w.bySentence[m.Sentence] = slices.Insert(in, at, &m)
	w.mentions = append(w.mentions, m)
}

// introducedRule and introducedConfidence are those of mentions of people who
// only speak.
const (
	introducedRule       = "speaker"
	introducedConfidence = .5
)

// codeOf is the state or kind of body that a word of a name tells, or one
// before it in the source ("a Norwegian beekeeper", "the Peruvian daily
// Tidings"), else, for people without a name, that of most such people of the
// text.
func (w *whoIndex) codeOf(c *candidate, in introduced) string {
	t := c.tree
	for _, s := range []stretch{in.name, {c.source.first, in.name.first}} {
		for _, m := range w.bySentence[t.index] {
			if s.has(m.First) && len(m.Actors) == 1 && w.actors[m.Actors[0]] != nil && w.actors[m.Actors[0]].Code != "" {
				return w.actors[m.Actors[0]].Code
			}
		}
		for _, p := range w.doc.Places {
			if p.Sentence == t.index && s.has(p.First) {
				return p.Country
			}
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
// sources have added; a description ("former minister and present mayor") is no
// other name of somebody who has one. Later stages do not read these mentions:
// who only speaks does nothing that an event tells.
func (w *whoIndex) listFresh(found []*candidate) {
	for _, m := range w.mentions[len(w.doc.Mentions):] {
		a := w.actors[m.Actors[0]]
		text := schema.TextSpan{Span: m.Span, Text: w.doc.Article.Text[m.Start:m.End]}
		if a == nil || !listMention(a, text) {
			continue
		}
		if (m.Form == schema.FormName || a.Generic) && !slices.Contains(a.Aliases, text.Text) {
			a.Aliases = append(a.Aliases, text.Text)
		}
	}
	for _, a := range w.fresh {
		if slices.ContainsFunc(found, func(c *candidate) bool { return c.names(a.ID) }) {
			w.doc.Actors = append(w.doc.Actors, *a)
		}
	}
}

// listMention lists a mention with its actor, in text order; false if it is
// listed already.
func listMention(a *schema.Actor, text schema.TextSpan) bool {
	if slices.Contains(a.Mentions, text) {
		return false
	}
	i, _ := slices.BinarySearchFunc(a.Mentions, text.Start, func(o schema.TextSpan, at int) int { return o.Start - at })
	a.Mentions = slices.Insert(a.Mentions, i, text)
	return true
}

// names reports whether an attribution refers to an actor.
func (c *candidate) names(id string) bool {
	return c.speaker == id || c.carrier == id || slices.ContainsFunc(c.addressees, func(a addressee) bool { return slices.Contains(a.actors, id) })
}
