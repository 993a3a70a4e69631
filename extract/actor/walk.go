package actor

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"dyad/extract/nlp"
	"dyad/internal/loglinear"
	"dyad/schema"
)

// noWalk stands for no sector among the classes of the model of walks of life.
const noWalk = "-"

// walks judges by which walk of life, the sector of PLOVER, an actor goes whom no
// table knows, after all stages have read the article. A log-linear model asks what
// the rules make of him, what he is called and called beside, which words his name
// has, what he does, and which sectors the article is about.
type walks struct {
	r      *Resolver
	model  *loglinear.Linear
	doc    *schema.Document
	ling   *nlp.Doc
	at     map[string][]*schema.Mention
	byID   map[string]*schema.Actor
	named  map[[2]int][]*schema.Actor // by sentence and head of their name
	counts map[string]int             // mentions in the article, by sector
}

func newWalks(r *Resolver, doc *schema.Document, ling *nlp.Doc) *walks {
	w := &walks{r: r, model: r.walks, doc: doc, ling: ling, at: map[string][]*schema.Mention{}, byID: map[string]*schema.Actor{}, named: map[[2]int][]*schema.Actor{}, counts: map[string]int{}}
	for i := range doc.Actors {
		w.byID[doc.Actors[i].ID] = &doc.Actors[i]
	}
	for i := range doc.Mentions {
		m := &doc.Mentions[i]
		for _, id := range m.Actors {
			a := w.byID[id]
			if a == nil {
				continue
			}
			w.at[id] = append(w.at[id], m)
			if a.Sector != "" {
				w.counts[a.Sector]++
			}
			if m.Form == schema.FormName {
				k := [2]int{m.Sentence, m.Head}
				w.named[k] = append(w.named[k], a)
			}
		}
	}
	return w
}

// open reports whether the model has a say in the sector of an actor: no state,
// nobody whom a table or the user knows.
func (w *walks) open(a *schema.Actor) bool {
	return a.Kind != schema.KindCountry && !a.Given && w.r.byID[a.ID] == nil
}

// Sectors gives the actors of a document whom no table knows the sector by which
// they go. It is called after all stages, which tell who is known for what.
func (r *Resolver) Sectors(doc *schema.Document, ling *nlp.Doc) {
	w := newWalks(r, doc, ling)
	type verdict struct {
		a      *schema.Actor
		sector string
	}
	var found []verdict // all are judged by what the rules say of the others
	b := loglinear.NewBag(featureForm, false)
	for i := range doc.Actors {
		if a := &doc.Actors[i]; w.open(a) {
			found = append(found, verdict{a, w.judge(b, a)})
		}
	}
	for _, v := range found {
		v.a.Sector = v.sector
	}
	for _, v := range found {
		w.follow(v.a)
	}
	for i := range doc.Actors {
		if a := &doc.Actors[i]; !a.Given && ofStates(a) && topical(a.Sector) {
			a.Sector = ""
		}
	}
}

// ofStates reports whether an actor is a body of several states or somebody of one.
func ofStates(a *schema.Actor) bool {
	return a.Code == "UNO" || a.Code == "IGO" || a.Code == "EUR"
}

// topical reports whether a sector says only what a body of several states deals
// with, as health or labour: it is no more of that walk of life than a ministry is.
func topical(sector string) bool {
	switch sector {
	case "AGR", "BUS", "CVL", "EDU", "LAB", "MED", "REL", "SOC":
		return true
	}
	return false
}

// The leads in probability that another sector needs over the one that the rules
// give, a criminal over any. Civilians are PLOVER's code for those whom no other
// fits: the rules give it to people of whom the article tells no office, body or
// trade, and to such trades.
const (
	leadOverRules = .3
	leadOverCVL   = .1
	leadOverNone  = .1
	leadOfCrime   = .4 // news of crime has more victims than criminals
)

// The least probability of a sector where the rules give none, in an article in which
// hardly anybody acts on others: to people without an office and to others, most of
// whom take no part in politics.
const (
	leastOfPeople = .4
	leastOfOthers = .3
)

// sparse reports whether the article tells fewer than two events in ten sentences.
func (w *walks) sparse() bool { return 10*len(w.doc.Events) < 2*len(w.ling.Sentences) }

// judge returns the sector of an actor: what the rules say, or the likeliest one
// where it leads.
func (w *walks) judge(b *loglinear.Bag, a *schema.Actor) string {
	sector, least := a.Sector, leastOfOthers
	if sector == "" && (a.Kind == schema.KindPerson && !a.Generic && a.Role == "" || w.kin(a)) {
		sector, least = cmp.Or(w.saidOf(a), "CVL"), leastOfPeople
	}
	if len(w.ling.Sentences) == 1 {
		return sector // a single sentence tells little more than the rules see
	}
	lead := leadOverRules
	switch sector {
	case "":
		lead = leadOverNone
	case "CVL":
		lead = leadOverCVL
	}
	b.Reset()
	w.describe(b, a)
	chances := w.model.Scores(b)
	if len(chances) == 0 {
		return sector
	}
	loglinear.Softmax(chances)
	best, said := 0, 0.0
	for c, p := range chances {
		if p > chances[best] {
			best = c
		}
		if w.model.Classes[c] == cmp.Or(sector, noWalk) {
			said = p
		}
	}
	if w.model.Classes[best] == "CRM" {
		lead = leadOfCrime
	}
	if chances[best] >= said+lead && (a.Sector != "" || chances[best] >= least || !w.sparse()) {
		sector = strings.TrimPrefix(w.model.Classes[best], noWalk)
	}
	if sector == "" && w.r.tables.countries[a.Code] != nil {
		sector = w.likeliest(a, chances)
	}
	if sector == "CVL" && a.Kind == schema.KindOrganization && !a.Generic {
		return "SOC" // civilians are without organisation
	}
	return sector
}

// portrait collects what the text tells of one actor; what it tells several times
// counts once.
type portrait struct {
	*walks
	a        *schema.Actor
	bag      *loglinear.Bag
	seen     map[string]bool
	sentence int
}

func (p *portrait) add(parts ...string) {
	if k := strings.Join(parts, " "); !p.seen[k] {
		p.seen[k] = true
		p.bag.Add(parts...)
	}
}

// describe puts the features of an actor into a bag.
func (w *walks) describe(b *loglinear.Bag, a *schema.Actor) {
	p := &portrait{walks: w, a: a, bag: b, seen: map[string]bool{}}
	kind := a.Kind
	if a.Generic {
		kind = "generic"
	}
	sector := a.Sector
	if sector == "" {
		sector = noWalk
	}
	p.add("always")
	p.add("kind", kind)
	p.add("rules", sector)
	p.add("rules", sector, kind)
	role := strings.ToLower(a.Role)
	for x := range strings.FieldsSeq(role) {
		p.add("role", x)
	}
	if role == "" {
		p.add("no role", sector, kind)
	} else {
		p.add("role", role, sector)
	}
	for _, r := range a.Roles {
		if o := w.byID[r.Of]; o != nil {
			p.add("tied", o.Kind, o.Sector)
			p.words("tied to", o.Name)
		}
	}
	if a.Kind == schema.KindOrganization || a.Generic {
		p.words("named", a.Name)
		if a.Name == strings.ToUpper(a.Name) {
			p.add("acronym")
		}
	}
	most := ""
	for _, s := range slices.Sorted(maps.Keys(w.counts)) {
		if w.counts[s] > w.counts[most] {
			most = s
		}
		if w.counts[s] >= 3 {
			p.add("article", s)
		}
	}
	p.add("article mostly", most)
	p.add("mentions", count(len(w.at[a.ID])), kind)
	for _, m := range w.at[a.ID] {
		if len(m.Actors) == 1 {
			p.mention(m)
		}
	}
}

// words adds the words of a name, the last one also as such, but not those of
// states.
func (p *portrait) words(place, name string) {
	list := strings.Fields(name)
	for i, x := range list {
		if slices.ContainsFunc(p.r.names.names[key(x)], func(e *entry) bool { return e.kind == kindCountry || e.kind == kindDemonym }) {
			continue
		}
		x = strings.ToLower(x)
		p.add(place, x)
		if i == len(list)-1 {
			p.add(place+" last", x)
		}
	}
}

// mention adds what the text round a mention tells.
func (p *portrait) mention(m *schema.Mention) {
	s := &p.ling.Sentences[m.Sentence]
	p.sentence = m.Sentence
	if g := s.Tokens[m.Head].Head; g >= 0 {
		lemma := strings.ToLower(s.Tokens[g].Lemma)
		switch rel := s.Rel(m.Head); {
		case rel == "nsubj" && s.Child(g, "cop") >= 0:
			p.phrase("is", s, g, m)
		case rel == "appos":
			p.phrase("beside", s, g, m)
		case rel == "nsubj" || rel == "obj" || rel == "obl" || rel == "nmod":
			p.add(rel, lemma)
			p.add("under", lemma)
		}
	}
	for _, c := range s.Children(m.Head, "appos") {
		if c < m.First || c >= m.Last {
			p.phrase("beside", s, c, m)
		}
	}
	if m.Form == schema.FormPronoun {
		return
	}
	p.inside(s, m)
	p.behind(s, m)
}

// inside adds the words of a mention itself, without those of a person's name.
func (p *portrait) inside(s *nlp.Sentence, m *schema.Mention) {
	place := "called"
	switch {
	case m.Form == schema.FormNominal:
		p.add("called at last", strings.ToLower(s.Tokens[m.Head].Lemma))
	case p.a.Kind == schema.KindPerson:
		place = "title"
	case p.a.Kind == schema.KindOrganization:
		place = "name"
	default:
		return
	}
	for i := m.First; i < m.Last; i++ {
		if place != "title" || !strings.Contains(p.a.Name, s.Tokens[i].Form) {
			p.word(place, s, i)
		}
	}
}

// farBehind is how many words behind a mention may describe it.
const farBehind = 9

// behind adds the words of what follows a mention: an apposition that the tree may
// have elsewhere, brackets, or whom he belongs to.
func (p *portrait) behind(s *nlp.Sentence, m *schema.Mention) {
	if m.Last >= len(s.Tokens) {
		return
	}
	switch s.Tokens[m.Last].Form {
	case ",", "(", "of", "from", "--", "-", "–", "—":
	default:
		return
	}
	for i := m.Last + 1; i < min(len(s.Tokens), m.Last+farBehind); i++ {
		switch s.Tokens[i].Form {
		case ",", ")", ".":
			return
		}
		p.word("behind", s, i)
	}
}

// The words before and behind the head of a phrase that count as its own.
const (
	phraseBefore = 6
	phraseBehind = 8
)

// phrase adds the words of a noun phrase that is said of the actor.
func (p *portrait) phrase(place string, s *nlp.Sentence, head int, m *schema.Mention) {
	p.add(place+" at last", strings.ToLower(s.Tokens[head].Lemma))
	for _, i := range s.Subtree(head) {
		if (i < m.First || i >= m.Last) && i >= head-phraseBefore && i <= head+phraseBehind {
			p.word(place, s, i)
		}
	}
}

// word adds a word in a place: its lemma, its distributional class, what the tables
// of agent nouns and of words of organisations say, and who is named by it.
func (p *portrait) word(place string, s *nlp.Sentence, i int) {
	t := &s.Tokens[i]
	switch t.UPOS {
	case "PUNCT", "DET", "NUM", "PRON", "AUX", "CCONJ", "SYM", "X":
		return
	}
	l := strings.ToLower(t.Lemma)
	noun := p.r.tables.agents[l]
	if t.UPOS != "PROPN" || noun != nil || p.r.tables.orgWords[l] != "" { // no names
		p.add(place, l)
		p.add("word", l)
	}
	if t.Class != 0 {
		p.add(place+" class", strconv.Itoa(int(t.Class)))
	}
	if noun != nil && noun.sector != "" {
		p.add(place+" noun", noun.sector)
		p.add("noun", noun.sector)
	}
	if x := p.r.tables.orgWords[l]; x != "" {
		p.add(place+" body", x)
	}
	for _, o := range p.named[[2]int{p.sentence, i}] {
		if o != p.a && o.Kind != schema.KindCountry {
			p.add(place+" near", o.Kind, o.Sector)
			p.add("near", o.Kind, o.Sector)
		}
	}
}
