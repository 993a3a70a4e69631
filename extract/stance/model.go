package stance

import (
	"bytes"
	"fmt"
	"math"
	"strconv"

	table "dyad/internal/lexicon"
	"dyad/schema"
)

// model is a multinomial logistic regression over the features of a pair:
// none, for, against. Its weights (data/pair-weights.tsv) are learned by
// [Classifier.Train].
type model struct {
	weights map[string][3]float64
	// shift is added to the scores of the two polar classes: the training
	// data has fewer of them than their cost deserves.
	shift float64
}

// Classes of the model.
const (
	classNone = iota
	classFor
	classAgainst
)

// probabilities of the three classes.
func (m model) probabilities(features []string) [3]float64 {
	sum := [3]float64{0, m.shift, m.shift}
	for _, f := range features {
		w := m.weights[f]
		for c := range sum {
			sum[c] += w[c]
		}
	}
	return softmax(sum)
}

func softmax(sum [3]float64) [3]float64 {
	top := max(sum[0], sum[1], sum[2])
	total := 0.0
	for c := range sum {
		sum[c] = math.Exp(sum[c] - top)
		total += sum[c]
	}
	for c := range sum {
		sum[c] /= total
	}
	return sum
}

func loadModel() (model, string, error) {
	raw, err := data.ReadFile("data/pair-weights.tsv")
	if err != nil {
		return model{}, "", fmt.Errorf("read pair weights: %w", err)
	}
	m, err := readModel(raw)
	return m, string(raw), err
}

func readModel(raw []byte) (model, error) {
	t, err := table.Read("pair-weights.tsv", bytes.NewReader(raw))
	if err != nil {
		return model{}, err
	}
	m := model{weights: map[string][3]float64{}}
	for _, row := range t.Rows {
		var w [3]float64
		for c, column := range []string{"none", "for", "against"} {
			if w[c], err = strconv.ParseFloat(row.Get(column), 64); err != nil {
				return model{}, fmt.Errorf("read pair-weights.tsv:%d: %s: %w", row.Line, column, err)
			}
		}
		if row.Get("feature") == "shift" {
			m.shift = w[classFor]
			continue
		}
		m.weights[row.Get("feature")] = w
	}
	return m, nil
}

// ruled collects the sign that the rules found for every pair of actors of a
// sentence, the surest if they differ.
func (r *reader) ruled(sentence int) map[[2]string]int {
	best, out := map[[2]string]float64{}, map[[2]string]int{}
	for _, f := range r.found {
		k := [2]string{f.holder, f.target}
		if f.sentence == sentence && f.confidence > best[k] {
			best[k], out[k] = f.confidence, f.sign
		}
	}
	return out
}

// pairs returns the pairs of actors of a sentence: every mention with every
// one of another actor, modifiers and places left out unless given.
func (r *reader) pairs(sentence int) []pair {
	var list []schema.Mention
	for _, m := range r.mentions[sentence] {
		if m.Form == schema.FormGiven || !m.Modifier && !m.Locative {
			list = append(list, m)
		}
	}
	if len(list) > maxMentions {
		list = list[:maxMentions]
	}
	var out []pair
	for _, a := range list {
		for _, b := range list {
			if a.Actors[0] != b.Actors[0] && (a.End <= b.Start || b.End <= a.Start) {
				out = append(out, pair{a, b})
			}
		}
	}
	return out
}

// maxMentions bounds the pairs of a sentence that is a list of names.
const maxMentions = 12

// learned asks the model about the pairs of a sentence. Between mentions that
// the input gave it decides alone, with the findings of the rules among its
// features; elsewhere it adds what it is sure of.
func (r *reader) learned(m model, sentence int) {
	pairs := r.pairs(sentence)
	if len(pairs) == 0 || len(m.weights) == 0 {
		return
	}
	v, ruled := r.view(sentence), r.ruled(sentence)
	for _, p := range pairs {
		given := p.holder.Form == schema.FormGiven && p.target.Form == schema.FormGiven
		needed := v.needed(p)
		if !given && needed > 1 {
			continue
		}
		prob := m.probabilities(v.features(p, ruled))
		class, sign := classFor, 1
		if prob[classAgainst] > prob[classFor] {
			class, sign = classAgainst, -1
		}
		holder, target := p.holder.Actors[0], p.target.Actors[0]
		if given {
			r.drop(sentence, holder, target)
			if prob[class] < prob[classNone] {
				continue
			}
		} else if prob[class] < needed || ruled[[2]string{holder, target}] != 0 || v.vetoed(p) {
			continue
		}
		r.found = append(r.found, finding{
			holder: holder, target: target, sign: sign, holderSpan: p.holder.Span, targetSpan: p.target.Span,
			evidence: schema.Span{Start: min(p.holder.Start, p.target.Start), End: max(p.holder.End, p.target.End)},
			sentence: sentence, rule: "model:" + v.meetingWord(p), confidence: max(prob[class], minConfidence),
		})
	}
}

// How probable a stance must be for the model to add it where the input names
// no pair: less where a word of attitude joins the two.
const (
	sure      = .6
	sureJoint = .45
	never     = 2
)

// needed returns the probability that a stance of a pair needs. The holder
// has to be who acts or speaks in it.
func (v *view) needed(p pair) float64 {
	a, b := p.holder.Head, p.target.Head
	top := v.above(a, b)
	if top < 0 || top == a || top == b || v.Tokens[top].UPOS == "PROPN" {
		return never
	}
	if rel := v.lastRel(a, top); rel != "nsubj" && (rel != "obl:agent" && rel != "obl" || v.caseOf(a) != "by") {
		return never
	}
	if to, val := v.attitude(top); to != 0 || val != 0 {
		return sureJoint
	}
	if s, _, _ := v.evaluate(b); s != 0 {
		return sureJoint
	}
	return sure
}

// drop removes the findings of a sentence about a holder and a target.
func (r *reader) drop(sentence int, holder, target string) {
	kept := r.found[:0]
	for _, f := range r.found {
		if f.sentence != sentence || f.holder != holder || f.target != target {
			kept = append(kept, f)
		}
	}
	r.found = kept
}

// meetingWord is the word that joins a pair, for the rule name.
func (v *view) meetingWord(p pair) string {
	top := v.above(p.holder.Head, p.target.Head)
	if top < 0 {
		return "apart"
	}
	return v.topLemma(top, p.holder.Head, p.target.Head)
}

// vetoed reports whether the word that joins a pair is only supposed, or a
// denied hostility, which shows no stance.
func (v *view) vetoed(p pair) bool {
	top := v.above(p.holder.Head, p.target.Head)
	if top < 0 {
		return false
	}
	w := v.word(top)
	return v.hypothetical(top) || w != nil && w.to < 0 && v.negated(top)
}
