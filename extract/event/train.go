package event

import (
	"slices"
	"strings"

	"dyad/extract/nlp"
	"dyad/internal/loglinear"
	"dyad/schema"
)

// Example is an analysed article, up to the attributions, with its annotated
// events.
type Example struct {
	Doc  *schema.Document
	Ling *nlp.Doc
	// Starts are the bytes at which the sentences of the annotation begin.
	Starts []int
	Events []GoldEvent
	// Fold names what must not be split in cross-validation.
	Fold string
	// Extra says that the article is of every kind of news, where the sides lie
	// within one state more often than in the news that the graph is for: each
	// feature of a side comes a second time as its own, which no model keeps, and
	// takes up what is so only there (Daumé 2007).
	Extra bool
}

// GoldEvent is an annotated event. Trigger is in bytes, Sentence the number
// of the sentence in the annotation, Sure from 1 to 3.
type GoldEvent struct {
	Trigger          schema.Span
	Sentence         int
	Type             string
	Sources, Targets []GoldParty
	Negated          bool
	Sure             int
}

// GoldParty is an annotated actor.
type GoldParty struct {
	Code  string
	Names []string
}

// prepared is an example whose sentences have been read and whose features
// have been computed once for all folds.
type prepared struct {
	*Example
	readings []*reading
	tokens   []tokenSample
	sides    []sideSample
	names    map[string]map[string]bool // of the actors
}

// tokenSample is a candidate for a trigger with its type.
type tokenSample struct {
	features []string
	typ      string
	weight   float64
}

// sideSample is a side of an annotated event with all candidates for it.
type sideSample struct {
	features [][]string
	right    []bool
	weight   float64
}

// prepare reads the sentences of an example with the rules and lines the
// annotation up with the tokens.
func (c *Coder) prepare(ex *Example) *prepared {
	p := &prepared{Example: ex, names: map[string]map[string]bool{}}
	for i := range ex.Doc.Actors {
		a := &ex.Doc.Actors[i]
		set := map[string]bool{}
		for _, n := range append([]string{a.Name}, a.Aliases...) {
			set[plainName(n)] = true
		}
		p.names[a.ID] = set
	}
	for i := range ex.Doc.Mentions {
		m := &ex.Doc.Mentions[i]
		if len(m.Actors) == 1 && m.Form != schema.FormPronoun && p.names[m.Actors[0]] != nil {
			p.names[m.Actors[0]][plainName(ex.Ling.Text[m.Start:m.End])] = true
		}
	}
	p.readings = c.readings(ex.Doc, ex.Ling)
	p.label()
	return p
}

// plainName is a name without case, article and genitive.
func plainName(s string) string {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	s = strings.TrimPrefix(s, "the ")
	s = strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s")
	return s
}

// label makes the samples of all sentences.
func (p *prepared) label() {
	for _, r := range p.readings {
		types, skip, weight := map[int]string{}, map[int]bool{}, map[int]float64{}
		for k := range p.Events {
			e := &p.Events[k]
			head, rest := r.align(e.Trigger)
			if head < 0 {
				continue
			}
			for _, t := range rest {
				skip[t] = true
			}
			if types[head] != "" {
				continue
			}
			types[head], weight[head] = e.Type, [4]float64{.5, .5, 1, 1}[min(e.Sure, 3)]
			p.addSides(r, head, e)
		}
		for _, i := range r.candidates() {
			s := tokenSample{typ: noType, weight: 1}
			switch {
			case types[i] != "":
				s.typ, s.weight = types[i], weight[i]
			case skip[i]:
				continue
			}
			s.features = r.triggerFeatures(i)
			p.tokens = append(p.tokens, s)
		}
	}
}

// align returns the token that a stretch of text has as its head, and the
// candidates that are parts of the same trigger; -1 if it lies in another
// sentence or has no candidate in it.
func (r *reading) align(span schema.Span) (head int, rest []int) {
	if span.Start < r.sent.Start || span.Start >= r.sent.End {
		return -1, nil
	}
	var in []int
	for i, t := range r.sent.Tokens {
		if t.Start < span.End && span.Start < t.End {
			in = append(in, i)
		}
	}
	head = -1
	cands := r.candidates()
	depth := func(i int) int {
		n := 0
		for h := r.head(i); h >= 0 && n < len(r.kids); h = r.head(h) {
			n++
		}
		return n
	}
	for _, i := range in {
		if slices.Contains(cands, i) && (head < 0 || depth(i) < depth(head)) {
			head = i
		}
	}
	if head < 0 {
		return -1, nil
	}
	for _, i := range cands {
		if i != head && (slices.Contains(in, i) || r.joined(i, head)) {
			rest = append(rest, i)
		}
	}
	return head, rest
}

// addSides makes the samples of the two sides of an annotated event.
func (p *prepared) addSides(r *reading, tok int, e *GoldEvent) {
	fr := r.newFrame(tok, e.Type)
	together := len(e.Targets) == 0 && len(e.Sources) > 1
	w := [4]float64{.5, .5, 1, 1}[min(e.Sure, 3)]
	src := p.addSide(r, fr, "s:", e.Sources, nil, w)
	targets := e.Targets
	if together && src != nil {
		for _, g := range e.Sources {
			if p.value(src, []GoldParty{g}) == 0 {
				targets = append(targets, g)
			}
		}
	}
	if src == nil {
		if len(e.Sources) > 0 {
			return
		}
		src = &r.parties[len(r.parties)-1]
	}
	p.addSide(r, fr, "t:", targets, src, w)
}

// addSide makes the sample of one side and returns the first right candidate,
// nil if there is none.
func (p *prepared) addSide(r *reading, fr *frame, side string, gold []GoldParty, other *party, w float64) *party {
	best := 0.0
	values := make([]float64, len(r.parties))
	for k := range r.parties {
		if fr.barred(&r.parties[k], side, other) {
			continue
		}
		values[k] = p.value(&r.parties[k], gold)
		best = max(best, values[k])
	}
	if best == 0 {
		return nil
	}
	var first *party
	s := sideSample{weight: w}
	for k := range r.parties {
		if fr.barred(&r.parties[k], side, other) {
			continue
		}
		ok := values[k] > best-1e-9
		if ok && first == nil {
			first = &r.parties[k]
		}
		f := r.partyFeatures(fr, side, &r.parties[k], other)
		if p.Extra {
			f = owned(f)
		}
		s.features = append(s.features, f)
		s.right = append(s.right, ok)
	}
	p.sides = append(p.sides, s)
	return first
}

// ownMark begins the names of features that are kept for learning only.
const ownMark = "~"

// owned returns features followed by the same as its own kind of text has them.
func owned(features []string) []string {
	out := slices.Clone(features)
	for _, f := range features {
		out = append(out, ownMark+f)
	}
	return out
}

// value says how well a candidate fits the annotated parties: 1 if it is just
// these by name, less if only the code is right or somebody lacks.
func (p *prepared) value(c *party, gold []GoldParty) float64 {
	if c.how == partyNone || len(gold) == 0 {
		if c.how == partyNone && len(gold) == 0 {
			return 1
		}
		return 0
	}
	sum := 0.0
	for _, g := range gold {
		best := 0.0
		for _, x := range c.refs {
			best = max(best, p.same(x.id, g))
		}
		sum += best
	}
	return 2 * sum / float64(len(c.refs)+len(gold))
}

// same compares an actor with an annotated one: 1 by name, less by code only.
func (p *prepared) same(id string, g GoldParty) float64 {
	for _, n := range g.Names {
		if p.names[id][plainName(n)] {
			return 1
		}
	}
	for i := range p.Doc.Actors {
		if a := &p.Doc.Actors[i]; a.ID == id && a.Code != "" && slotCode(a.Code) == slotCode(g.Code) {
			return .6
		}
	}
	return 0
}

// How the two models are fitted, found by cross-validation.
var (
	fitTrigger = loglinear.Fitting{Rounds: 12, Rate: .1, Penalty: 8, Count: 6, Least: .06}
	fitParty   = loglinear.Fitting{Rounds: 12, Rate: .1, Penalty: 8, Count: 3, Least: .03, Aside: ownMark}
)

// learn fits both models on the samples of the examples.
func (c *Coder) learn(list []*prepared) *model {
	classes := []string{noType}
	for _, t := range c.ont.Types() {
		classes = append(classes, t.Code.Code)
	}
	m := &model{set: settings{calibration: [4]float64{0, 1, 1, 1}}}
	voc, samples := loglinear.NewVocabulary(), []loglinear.Sample{}
	for _, p := range list {
		for _, t := range p.tokens {
			s := loglinear.Sample{Options: [][]int32{voc.Add(t.features)}, Right: make([]bool, len(classes)), Weight: t.weight}
			s.Right[slices.Index(classes, t.typ)] = true
			samples = append(samples, s)
		}
	}
	m.trigger = fitTrigger.Fit(voc, samples, classes)
	voc, samples = loglinear.NewVocabulary(), nil
	for _, p := range list {
		for _, x := range p.sides {
			s := loglinear.Sample{Right: x.right, Weight: x.weight}
			for _, f := range x.features {
				s.Options = append(s.Options, voc.Add(f))
			}
			samples = append(samples, s)
		}
	}
	m.party = fitParty.Fit(voc, samples, []string{"score"})
	m.matter = learnMatter(list)
	return m
}
