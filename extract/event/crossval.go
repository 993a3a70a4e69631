package event

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"sort"

	"dyad/internal/loglinear"
)

// told is an event as scores compare it.
type told struct {
	sentence int
	typ      string
	src, tgt []string // codes
	sure     int
	p        float64 // of the type, for predictions
	choice   *choice
}

// pairs returns the ordered pairs of codes of an event; "-" is a side that
// nobody stands on. All parties of an event done together pair with each other.
func (t *told) pairs() [][2]string {
	var out [][2]string
	if t.together() {
		for i, a := range t.src {
			for j, b := range t.src {
				if i != j {
					out = append(out, [2]string{a, b})
				}
			}
		}
		return out
	}
	if len(t.src)+len(t.tgt) == 0 {
		return nil
	}
	for _, a := range orNobody(t.src) {
		for _, b := range orNobody(t.tgt) {
			out = append(out, [2]string{a, b})
		}
	}
	return out
}

func (t *told) together() bool { return len(t.tgt) == 0 && len(t.src) > 1 }

func orNobody(codes []string) []string {
	if len(codes) == 0 {
		return []string{"-"}
	}
	return codes
}

// dyads returns the labelled pairs of the events. Pairs of an event done
// together, and those of talks, have no direction.
func dyads(events, free []told, label func(*told) string) map[string]bool {
	loose := map[string]bool{}
	for k := range free {
		e := &free[k]
		if e.typ == "CONSULT" || e.together() {
			for _, p := range e.pairs() {
				loose[unordered(label(e), p)] = true
			}
		}
	}
	out := map[string]bool{}
	for k := range events {
		for _, p := range events[k].pairs() {
			if u := unordered(label(&events[k]), p); loose[u] {
				out[u] = true
			} else {
				out[label(&events[k])+" "+p[0]+" "+p[1]] = true
			}
		}
	}
	return out
}

func unordered(label string, p [2]string) string {
	return label + " {" + min(p[0], p[1]) + " " + max(p[0], p[1]) + "}"
}

// tally counts as the scorer of annotated news does: recall over what the
// annotator was sure of, precision over all.
type tally struct{ right, found, gold, said int }

func (t *tally) add(gold, sure, pred map[string]bool) {
	for k := range pred {
		t.said++
		if gold[k] {
			t.right++
		}
	}
	for k := range sure {
		t.gold++
		if pred[k] {
			t.found++
		}
	}
}

func (t tally) f1() float64 {
	if t.said == 0 || t.gold == 0 || t.right == 0 {
		return 0
	}
	p, r := float64(t.right)/float64(t.said), float64(t.found)/float64(t.gold)
	return 2 * p * r / (p + r)
}

// Figures are the scores of cross-validation, F1 each.
type Figures struct{ Type, Triple, Pair, ArticleTriple, ArticlePair float64 }

func (f Figures) String() string {
	return fmt.Sprintf("type %.3f triple %.3f pair %.3f article triple %.3f pair %.3f", f.Type, f.Triple, f.Pair, f.ArticleTriple, f.ArticlePair)
}

// score compares predicted with annotated events, article by article.
func score(gold, pred [][]told) Figures {
	var typ, triple, pair, atriple, apair tally
	withType := func(t *told) string { return t.typ }
	without := func(*told) string { return "" }
	for a := range gold {
		for _, n := range sentencesOf(gold[a], pred[a]) {
			g, p := at(gold[a], n), at(pred[a], n)
			typ.add(typesOf(g), typesOf(sureOf(g)), typesOf(p))
			both := slices.Concat(g, p)
			triple.add(dyads(g, both, withType), dyads(sureOf(g), both, withType), dyads(p, both, withType))
			pair.add(dyads(g, g, without), dyads(sureOf(g), g, without), dyads(p, g, without))
		}
		g, p := gold[a], pred[a]
		both := slices.Concat(g, p)
		atriple.add(dyads(g, both, withType), dyads(sureOf(g), both, withType), dyads(p, both, withType))
		apair.add(dyads(g, g, without), dyads(sureOf(g), g, without), dyads(p, g, without))
	}
	return Figures{typ.f1(), triple.f1(), pair.f1(), atriple.f1(), apair.f1()}
}

func sentencesOf(a, b []told) []int {
	var out []int
	for _, e := range slices.Concat(a, b) {
		out = append(out, e.sentence)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func at(list []told, n int) []told {
	var out []told
	for _, e := range list {
		if e.sentence == n {
			out = append(out, e)
		}
	}
	return out
}

func sureOf(list []told) []told {
	return slices.DeleteFunc(slices.Clone(list), func(e told) bool { return e.sure < 2 })
}

func typesOf(list []told) map[string]bool {
	out := map[string]bool{}
	for _, e := range list {
		out[e.typ] = true
	}
	return out
}

// gold returns the annotated events of an example for scoring.
func (p *prepared) gold() []told {
	var out []told
	codes := func(list []GoldParty) []string {
		var out []string
		for _, g := range list {
			if g.Code != "" {
				out = append(out, slotCode(g.Code))
			}
		}
		return out
	}
	for _, e := range p.Events {
		out = append(out, told{sentence: e.Sentence, typ: e.Type, src: codes(e.Sources), tgt: codes(e.Targets), sure: e.Sure})
	}
	return out
}

// predict returns the events that a model sees in an example.
func (p *prepared) predict(m *model) []told {
	var out []told
	for _, s := range m.chooseAll(p.readings) {
		for _, c := range s {
			r := c.reading
			at := sort.SearchInts(p.Starts, r.sent.Tokens[c.tok].Start+1) - 1
			src, tgt := c.sides()
			out = append(out, told{sentence: max(at, 0), typ: c.typ, src: r.scene.list(src), tgt: r.scene.list(tgt), sure: 3, p: c.p, choice: c})
		}
	}
	return out
}

// folds is the number of parts of cross-validation.
const folds = 5

// split numbers the examples by fold: those of one name stay together.
func split(list []*prepared) []int {
	var names []string
	for _, p := range list {
		names = append(names, p.Fold)
	}
	slices.Sort(names)
	names = slices.Compact(names)
	out := make([]int, len(list))
	for i, p := range list {
		out[i] = slices.Index(names, p.Fold) % folds
	}
	return out
}

// withoutFolds learns a model for every fold on the other examples, two at a time,
// and hands it over.
func (c *Coder) withoutFolds(list []*prepared, part []int, use func(fold int, m *model)) {
	loglinear.Each(folds, func(f int) {
		var train []*prepared
		for i, p := range list {
			if part[i] != f {
				train = append(train, p)
			}
		}
		use(f, c.learn(train))
	})
}

// validate learns on four fifths of the examples and predicts the fifth, five
// times. Predictions are made at a low threshold, to choose one by them.
func (c *Coder) validate(list []*prepared) [][]told {
	part := split(list)
	out := make([][]told, len(list))
	c.withoutFolds(list, part, func(f int, m *model) {
		m.set.threshold = m.uniform(lowest)
		for i, p := range list {
			if part[i] == f {
				out[i] = p.predict(m)
			}
		}
	})
	return out
}

// lowest is the least threshold that is tried.
const lowest = .1

// over keeps the predictions that reach the threshold of their type.
func over(pred [][]told, threshold map[string]float64) [][]told {
	out := make([][]told, len(pred))
	for i, list := range pred {
		for _, e := range list {
			least := threshold[e.typ]
			if e.choice != nil {
				least = e.choice.reading.raise(least)
			}
			if e.p >= least {
				out[i] = append(out[i], e)
			}
		}
	}
	return out
}

// trial holds annotated and predicted events, article by article.
type trial struct{ gold, pred [][]told }

func (t *trial) add(p *prepared, pred []told) {
	t.gold, t.pred = append(t.gold, p.gold()), append(t.pred, pred)
}

// goal is what thresholds are chosen by: the sum of the scores of types and
// dyads, over sets that count alike.
func goal(sets []*trial, threshold map[string]float64) float64 {
	sum := 0.0
	for _, t := range sets {
		f := score(t.gold, over(t.pred, threshold))
		sum += f.Type + f.Triple
	}
	return sum
}

// bestThreshold returns the threshold, one for all types, that is best for the
// sets, and prints how the first one scores.
func (m *model) bestThreshold(log io.Writer, sets ...*trial) float64 {
	best, at := -1.0, .4
	for k := 100 * lowest; k <= 80; k += 5 {
		th := m.uniform(k / 100)
		fmt.Fprintf(log, "threshold .%02.0f: %s\n", k, score(sets[0].gold, over(sets[0].pred, th)))
		if x := goal(sets, th); x > best {
			best, at = x, k/100
		}
	}
	return at
}

// refine moves the threshold of one type after the other to where it is best for
// the sets: how far probabilities can be believed differs by type.
func refine(threshold map[string]float64, sets ...*trial) {
	best := goal(sets, threshold)
	for _, typ := range slices.Sorted(maps.Keys(threshold)) {
		at := threshold[typ]
		for _, x := range refined {
			threshold[typ] = x
			if y := goal(sets, threshold); y > best+worthwhile {
				best, at = y, x
			}
		}
		threshold[typ] = at
	}
}

// refined are the thresholds that are tried for a type, worthwhile is what one
// must gain: less may be chance.
const worthwhile = .001

var refined = []float64{.1, .15, .2, .25, .3, .35, .4, .5}

// uniform is one threshold for all types.
func (m *model) uniform(x float64) map[string]float64 {
	out := map[string]float64{}
	for _, c := range m.trigger.Classes {
		if c != noType {
			out[c] = x
		}
	}
	return out
}
