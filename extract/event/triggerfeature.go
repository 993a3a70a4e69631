package event

import (
	"slices"
	"strconv"
	"strings"

	"dyad/internal/loglinear"
	"dyad/schema"
)

// reading is a sentence as the learned coder sees it: what the rules found,
// and who may take part.
type reading struct {
	*view
	scene *scene
	hints map[string][]string
	// ruled are the acts of the rules that are events, at the tokens of their
	// triggers; acts are all that were built, those consumed included.
	ruled map[int]*act
	acts  []*act
	last  *act  // the last complete act of the rules before this sentence
	prev  []ref // who the sentence before names first
	// parties are the candidates for both sides.
	parties []party
	classes map[string][]string
	here    counts   // what the rules found in the sentence, as scene.rules
	hinted  []int    // the tokens that have hints
	heard   []string // the hints of all words
	alone   bool     // the text is this sentence
}

// read prepares a sentence.
func (c *Coder) read(v *view, sc *scene, acts []*act, past *reading) *reading {
	r := &reading{view: v, scene: sc, alone: len(v.ling.Sentences) == 1, hints: c.hints, classes: c.classes, ruled: map[int]*act{}, acts: acts, here: counts{}}
	for _, a := range acts {
		for _, t := range append([]int{a.tok}, a.span...) {
			if r.ruled[t] == nil || t == a.tok {
				r.ruled[t] = a
			}
		}
	}
	if past != nil {
		r.last = past.last
		for _, a := range past.acts {
			if len(a.src)+len(a.tgt) >= 2 {
				r.last = a
			}
		}
		r.prev = past.firstParty()
	}
	for k := range r.kids {
		if hints := r.hints[r.lemma[k]]; len(hints) > 0 {
			r.heard, r.hinted = append(r.heard, hints...), append(r.hinted, k)
		}
	}
	slices.Sort(r.heard)
	r.heard = slices.Compact(r.heard)
	r.parties = r.findParties()
	return r
}

// firstParty returns the first actor that a sentence names as an argument.
func (r *reading) firstParty() []ref {
	for _, p := range r.parties {
		if p.how == partyMention && !p.mention.Modifier && !p.mention.Locative {
			return p.refs
		}
	}
	return r.prev
}

// candidates are the tokens that may be triggers: verbs, nouns and adjectives,
// and whatever the rules took for one.
func (r *reading) candidates() []int {
	var out []int
	for i := range r.kids {
		switch r.upos(i) {
		case "VERB", "NOUN", "ADJ":
		default:
			if r.actAt(i) == nil {
				continue
			}
		}
		if m := r.mentionAt(i); m != nil && m.Form == schema.FormName && m.Head == i && r.ruled[i] == nil {
			continue
		}
		if r.newsroom(i) {
			continue
		}
		out = append(out, i)
	}
	return out
}

// feats takes the names of features: it collects them, or, with a model, their
// hashes, which makes no strings, and adds their weights up.
type feats struct {
	list   []string
	model  *loglinear.Linear
	keys   []uint64 // not yet added up
	scores []float64
}

func (f *feats) add(parts ...string) {
	if f.model == nil {
		f.list = append(f.list, strings.Join(parts, ""))
		return
	}
	h := loglinear.HashStart
	for _, p := range parts {
		h = loglinear.Hash(h, p)
	}
	f.keys = append(f.keys, h)
}

// scorer returns a sink that adds up the weights of a model.
func scorer(m *loglinear.Linear) *feats {
	return &feats{model: m, keys: make([]uint64, 0, 256), scores: make([]float64, len(m.Classes))}
}

// reset empties a sink for the next decision.
func (f *feats) reset() {
	f.keys = f.keys[:0]
	clear(f.scores)
}

// sums returns the scores of the features so far, by class.
func (f *feats) sums() []float64 {
	f.model.AddTo(f.scores, f.keys)
	f.keys = f.keys[:0]
	return f.scores
}

// triggerFeatures describe a token: its words one or two at a time, relations
// and slots, what the lexicons and rules say. Nothing longer, so that weights
// spell out no text.
func (r *reading) triggerFeatures(i int) []string {
	var f feats
	r.describeTrigger(i, &f)
	return f.list
}

// describeTrigger names the features of a token.
func (r *reading) describeTrigger(i int, f *feats) {
	r.describeWord(i, f)
	r.describeContext(i, f)
}

// describeWord names the features of the word itself: what the lists and the
// rules say of it.
func (r *reading) describeWord(i int, f *feats) {
	l, rel, pos := r.lemma[i], r.rel(i), r.upos(i)
	f.add("bias")
	f.add("l=", l, "/", pos)
	f.add("x=", r.xpos(i))
	f.add("r=", rel, "/", pos)
	f.add("l|r=", l, "|", rel)
	r.lexical(i, f)
	r.byRules(i, f)
}

// describeContext names the features of what stands around a token.
func (r *reading) describeContext(i int, f *feats) {
	r.neighbours(i, f)
	r.above(i, f)
	r.dependents(i, f)
	r.slots(i, f)
	r.around(i, f)
	r.wordClasses(i, f)
	r.bags(i, f)
}

// wordClasses names the distributional classes of the token, its governor and
// what hangs on it: words that no list has share them with words that one has.
func (r *reading) wordClasses(i int, f *feats) {
	class := func(k int) string { return strconv.Itoa(int(r.sent.Tokens[k].Class)) }
	f.add("dc=", class(i))
	f.add("dc|r=", class(i), "|", r.rel(i))
	if h := r.head(i); h >= 0 {
		f.add("gdc=", class(h), "|", r.rel(i))
	}
	for _, k := range r.kids[i] {
		switch r.rel(k) {
		case "obj", "obl", "nmod", "compound", "amod", "xcomp", "ccomp":
			f.add("kdc=", r.rel(k), "|", class(k))
		}
	}
}

// bags names the hints of the words under a token and in the whole sentence,
// and the word classes of the token and what hangs on it.
func (r *reading) bags(i int, f *feats) {
	for _, x := range r.heard {
		f.add("senh=", x)
	}
	var under []string
	for _, k := range r.hinted {
		if k != i && r.sent.Dominates(i, k) {
			under = append(under, r.hints[r.lemma[k]]...)
		}
	}
	slices.Sort(under)
	for _, x := range slices.Compact(under) {
		f.add("subh=", x)
	}
	for _, x := range r.classes[r.lemma[i]] {
		f.add("cls=", x)
	}
	for _, k := range r.kids[i] {
		for _, x := range r.classes[r.lemma[k]] {
			f.add("kcls=", r.rel(k), "|", x)
		}
	}
}

// word returns the lemma of a token, or a mark for what lies outside and for
// names, which would tie the model to its year.
func (r *reading) word(i int) string {
	switch {
	case i < 0 || i >= len(r.kids):
		return "#"
	case r.upos(i) == "PROPN":
		return "PROPN"
	case r.upos(i) == "NUM":
		return "NUM"
	}
	return r.lemma[i]
}

// lexical names the classes and lexicon entries of the word itself.
func (r *reading) lexical(i int, f *feats) {
	l := r.lemma[i]
	pos := r.upos(i)
	for _, x := range r.hints[l] {
		f.add("h=", x)
		f.add("h|p=", x, "|", pos)
		f.add("h|r=", x, "|", r.rel(i))
	}
	if len(r.hints[l]) == 0 {
		f.add("h=none")
	}
	once := map[string]bool{}
	mark := func(name string) {
		if !once[name] {
			once[name] = true
			f.add(name)
		}
	}
	// An entry whose conditions do not hold here says less than one that made an
	// act: "gave" is aid with money only.
	made := "none"
	if a := r.ruled[i]; a != nil {
		made = a.typ
	}
	for _, e := range r.lex.verbs[l] {
		if e.has("frame") && made != e.typ {
			continue
		}
		mark("lv=" + e.typ)
		mark("lv|ru=" + e.typ + "|" + made)
	}
	for _, e := range r.lex.nouns[l] {
		if e.has("frame") && made != e.typ {
			continue
		}
		mark("ln=" + e.typ)
		mark("ln|ru=" + e.typ + "|" + made)
	}
	for _, e := range r.lex.operators[l] {
		mark("lo=" + e.op)
	}
	if r.lex.light[l] != nil {
		mark("ll")
	}
}

// byRules names what the rules say at the token.
func (r *reading) byRules(i int, f *feats) {
	a := r.ruled[i]
	switch {
	case a != nil && a.tok == i:
		f.add("ru=", a.typ)
		f.add("ru|first=", a.typ, "|", a.steps[0])
		f.add("ru|n=", a.typ, "|", bucket(len(a.src)), bucket(len(a.tgt)))
		f.add("ru|c=", a.typ, "|", bucket(int(a.confidence()*10)))
		for _, s := range a.steps[1:] {
			f.add("rs=", s)
		}
		if a.negated {
			f.add("rneg=", a.typ)
		}
	case a != nil:
		f.add("rspan=", a.typ)
		f.add("rspan|p=", a.typ, "|", r.upos(i))
	default:
		f.add("ru=none")
		f.add("ru|p=none|", r.upos(i))
		if b := r.built[i]; b != nil {
			f.add("raw=", b.typ)
			if b.consumed {
				f.add("rcons=", b.typ)
			}
		}
	}
	for _, o := range r.acts {
		if o != a && o.tok != i {
			f.add("other=", o.typ)
		}
	}
}

// around describes the sentence and where in the article it stands.
func (r *reading) around(i int, f *feats) {
	f.add("mentions=", bucket(len(r.parties)))
	f.add("where=", bucket(r.n))
	if r.sent.Headline {
		f.add("headline/", r.upos(i))
	}
	if len(r.attributed(i)) > 0 {
		f.add("quoted/", r.upos(i))
	}
	f.add("domestic=", r.scene.domestic)
	dense := r.density()
	f.add("dense=", dense)
	f.add("politics=", r.scene.politics)
	if a := r.actAt(i); a != nil {
		f.add("ru|dense=", a.typ, "|", dense)
		f.add("ru|pol=", a.typ, "|", r.scene.politics)
		f.add("ru|dense=", "any|", dense)
		f.add("ru|pol=", "any|", r.scene.politics)
	}
	if len(r.parties) > 0 {
		near, at := 99, -1
		for k, p := range r.parties {
			if d := distance(p.tok, i); p.tok >= 0 && d < near {
				near, at = d, k
			}
		}
		if at >= 0 {
			kind, sector, origin := r.scene.describe(r.parties[at].refs)
			f.add("nearest=", bucket(near))
			f.add("nears=", sector, "|", kind)
			f.add("nearo=", origin)
		}
	}
}

func distance(a, b int) int {
	if a < b {
		return b - a
	}
	return a - b
}
