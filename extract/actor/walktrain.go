package actor

import (
	"cmp"
	"slices"

	"dyad/extract/nlp"
	"dyad/internal/loglinear"
	"dyad/schema"
)

// WalkExample is an article as all stages have read it, and the sectors of its
// annotation.
type WalkExample struct {
	Doc  *schema.Document
	Ling *nlp.Doc
	// Sector returns the annotated sector of an actor, "" for none; false if the
	// annotation does not have him.
	Sector func(*schema.Actor) (string, bool)
}

// fitWalks says how the model is fitted, found by cross-validation.
var fitWalks = loglinear.Fitting{Rounds: 20, Rate: .1, Penalty: 5, Count: 8, Least: .1}

// TrainWalks learns by which sector actors go that no table knows.
func (r *Resolver) TrainWalks(examples []WalkExample) *loglinear.Linear {
	v := loglinear.NewVocabulary()
	var samples []loglinear.Sample
	var golds []string
	b := loglinear.NewBag(featureForm, true)
	for _, ex := range examples {
		w := newWalks(r, ex.Doc, ex.Ling)
		for i := range ex.Doc.Actors {
			a := &ex.Doc.Actors[i]
			sector, ok := ex.Sector(a)
			if !ok || !w.open(a) {
				continue
			}
			b.Reset()
			w.describe(b, a)
			samples = append(samples, loglinear.Sample{Options: [][]int32{v.Add(b.Names)}, Weight: 1})
			golds = append(golds, cmp.Or(sector, noWalk))
		}
	}
	classes := slices.Compact(slices.Sorted(slices.Values(golds)))
	for k := range samples {
		samples[k].Right = make([]bool, len(classes))
		samples[k].Right[slices.Index(classes, golds[k])] = true
	}
	return fitWalks.Fit(v, samples, classes)
}

// Walked is an annotated actor with his sector by rule, as learned, and as
// annotated.
type Walked struct{ Kind, Rule, Got, Gold string }

// WalksBy judges the actors of an example by a model.
func (r *Resolver) WalksBy(m *loglinear.Linear, ex *WalkExample) []Walked {
	w := newWalks(r, ex.Doc, ex.Ling)
	w.model = m
	b := loglinear.NewBag(featureForm, false)
	var out []Walked
	for i := range ex.Doc.Actors {
		a := &ex.Doc.Actors[i]
		if gold, ok := ex.Sector(a); ok && w.open(a) {
			out = append(out, Walked{a.Kind, a.Sector, w.judge(b, a), gold})
		}
	}
	return out
}
