package stance

import (
	"fmt"
	"slices"
	"strings"

	"dyad/internal/loglinear"
	"dyad/schema"
)

// models are the learned parts: treatment says how a sentence speaks of
// somebody, pairs who stands how towards whom in it.
type models struct {
	treatment, pairs linear
	// article says how probable a stance is by all that an article shows.
	article linear
}

// loadModels reads the weights that come with the package, and returns their
// bytes for the digest.
func loadModels() (models, string, error) {
	var m models
	var all strings.Builder
	for _, x := range []struct {
		name string
		into *linear
	}{{"treatment-weights.tsv", &m.treatment}, {"pair-weights.tsv", &m.pairs}, {"article-weights.tsv", &m.article}} {
		raw, err := data.ReadFile("data/" + x.name)
		if err != nil {
			return models{}, "", fmt.Errorf("read weights: %w", err)
		}
		if *x.into, err = readLinear(x.name, raw); err != nil {
			return models{}, "", err
		}
		all.WriteString(string(raw) + "\x00")
	}
	return m, all.String(), nil
}

// ruled collects the sign that the rules found for every pair of actors of a
// sentence, the surest if they differ.
func (r *reader) ruled(sentence int) map[[2]string]int {
	best, out := map[[2]string]float64{}, map[[2]string]int{}
	for _, f := range r.found {
		k := [2]string{f.holder, f.target}
		if f.sentence == sentence && f.confidence >= ruledBy && f.confidence > best[k] {
			best[k], out[k] = f.confidence, f.sign
		}
	}
	return out
}

// ruledBy is how sure a rule must be to count for the model.
const ruledBy = .4

// pairs returns the pairs of actors of a sentence, the one that comes first
// first: every mention with every one of another actor, modifiers and places
// left out unless given.
func (r *reader) pairs(sentence int) []pair {
	var list []*schema.Mention
	for _, m := range r.mentions[sentence] {
		if m.Form == schema.FormGiven || !m.Modifier && !m.Locative {
			list = append(list, m)
		}
	}
	if len(list) > maxMentions {
		list = list[:maxMentions]
	}
	var out []pair
	for i, a := range list {
		for _, b := range list[i+1:] {
			if a.Actors[0] != b.Actors[0] && (a.End <= b.Start || b.End <= a.Start) {
				if b.Start < a.Start {
					a, b = b, a
				}
				out = append(out, pair{a, b})
			}
		}
	}
	return out
}

// maxMentions bounds the pairs of a sentence that is a list of names.
const maxMentions = 12

// outcome is what the model thinks of a pair: the probability that the first
// is for or against the second, and the second for or against the first.
type outcome [4]float64

// judge asks the model about a pair.
func (v *view) judge(p pair, ruled map[[2]string]int) outcome {
	one, two := v.bothWays(p, ruled)
	m := &v.r.models.pairs
	a, b := m.scores(m.total(one)), m.scores(m.total(two))
	v.r.done(one)
	v.r.done(two)
	return outcome(loglinear.Softmax([]float64{a[0], a[1], b[0], b[1], 0})[:4])
}

// bothWays returns the features of a pair in both directions.
func (v *view) bothWays(p pair, ruled map[[2]string]int) (one, two *loglinear.Bag) {
	return v.features(p, ruled), v.features(p.back(), ruled)
}

// back is the pair in the other direction.
func (p pair) back() pair { return pair{p.target, p.holder} }

// given reports whether the input gave both mentions of a pair.
func (p pair) given() bool {
	return p.holder.Form == schema.FormGiven && p.target.Form == schema.FormGiven
}

// learned asks the model about the pairs of a sentence. Between mentions that
// the input gave it decides alone, with the findings of the rules among its
// features; elsewhere what it thinks is one piece of evidence.
func (r *reader) learned(sentence int) {
	pairs := r.pairs(sentence)
	if len(pairs) == 0 || len(r.models.pairs.names) == 0 {
		return
	}
	v, ruled := r.view(sentence), r.ruled(sentence)
	decided := r.leaveToModel(sentence, pairs)
	for _, p := range pairs {
		if p.given() {
			r.decide(v, p, ruled)
			continue
		}
		if decided[p.actors()] {
			continue // "he" beside the name that the input gave
		}
		q := question{v, p, [2]bool{v.leads(p), v.leads(p.back())}, ruled}
		switch {
		case q.leads[0] && v.joined(p) || q.leads[1] && v.joined(p.back()):
			q.ask()
		case q.leads[0] || q.leads[1]:
			r.bare = append(r.bare, q)
		}
	}
}

// question is a pair that the model is asked about: whether the first leads, and
// the second, and what the rules found in the sentence.
type question struct {
	v     *view
	pair  pair
	leads [2]bool
	ruled map[[2]string]int
}

// ask takes what the model thinks of a pair as evidence.
func (q question) ask() {
	for k, x := range q.v.judge(q.pair, q.ruled) {
		if x >= notable && q.leads[k/2] {
			q.v.take([]pair{q.pair, q.pair.back()}[k/2], k%2, x)
		}
	}
}

// askBare asks the model about the pairs that no word of attitude joins: they are
// evidence only beside some that shows.
func (r *reader) askBare() {
	known := map[[2]string]bool{}
	for _, f := range r.found {
		known[[2]string{f.holder, f.target}] = true
	}
	for _, q := range r.bare {
		if q.leads[0] && known[q.pair.actors()] || q.leads[1] && known[q.pair.back().actors()] {
			q.ask()
		}
	}
}

// joined reports whether a word of attitude joins a pair, as what only the model
// sees needs.
func (v *view) joined(p pair) bool {
	return v.attitudeBetween(finding{holderSpan: p.holder.Span, targetSpan: p.target.Span})
}

// leaveToModel drops what the rules found in a sentence between actors of which
// the input gave a mention there, and returns those pairs, in both directions.
func (r *reader) leaveToModel(sentence int, pairs []pair) map[[2]string]bool {
	decided := map[[2]string]bool{}
	for _, p := range pairs {
		if p.given() {
			decided[p.actors()], decided[p.back().actors()] = true, true
			r.given[p.holder.Actors[0]], r.given[p.target.Actors[0]] = true, true
		}
	}
	if len(decided) > 0 {
		r.found = slices.DeleteFunc(r.found, func(f finding) bool {
			return f.sentence == sentence && decided[[2]string{f.holder, f.target}]
		})
	}
	return decided
}

// actors are the ids of a pair.
func (p pair) actors() [2]string { return [2]string{p.holder.Actors[0], p.target.Actors[0]} }

// notable is the probability from which a view of the model counts as evidence.
const notable = .1

// decide lets the model alone decide about mentions that the input gave.
func (r *reader) decide(v *view, p pair, ruled map[[2]string]int) {
	prob := v.judge(p, ruled)
	none, best := 1.0, 0
	for k, x := range prob {
		none -= x
		if x > prob[best] {
			best = k
		}
	}
	if prob[best] > none {
		v.take([]pair{p, p.back()}[best/2], best%2, max(prob[best], MinConfidence))
	}
}

// take records a stance that the model found.
func (v *view) take(p pair, row int, prob float64) {
	sign := 1
	if row == rowAgainst {
		sign = -1
	}
	v.r.found = append(v.r.found, finding{
		holder: p.holder.Actors[0], target: p.target.Actors[0], sign: sign, holderSpan: p.holder.Span, targetSpan: p.target.Span,
		evidence: schema.Span{Start: min(p.holder.Start, p.target.Start), End: max(p.holder.End, p.target.End)},
		sentence: v.index, rule: "model:" + v.meetingWord(p), confidence: prob,
	})
}

// leads reports whether the first of a pair is who acts or speaks in what joins
// the two.
func (v *view) leads(p pair) bool {
	a, b := p.holder.Head, p.target.Head
	top := v.above(a, b)
	if top < 0 || top == a || top == b || v.Tokens[top].UPOS == "PROPN" {
		return false
	}
	return v.entry(a, top) == "subj" || v.rel(a, "obl") && v.caseOf(a) == "by"
}

// meetingWord is the word that joins a pair, for the rule name.
func (v *view) meetingWord(p pair) string {
	top := v.above(p.holder.Head, p.target.Head)
	if top < 0 {
		return "apart"
	}
	return v.topLemma(top, p.holder.Head, p.target.Head)
}
