package loglinear

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
)

// Sample is one decision to learn: the options, each with its features, and
// which of them are right. Options of a classifier share their features and
// differ in class; those of a ranker have class 0.
type Sample struct {
	Options [][]int32 // one for all classes, or one an option
	Right   []bool
	Weight  float64
}

// Fitting says how weights are fitted.
type Fitting struct {
	Rounds        int
	Rate, Penalty float64
	// Count is how often a feature must occur to get a weight: rarer ones could
	// tell whose text the model has seen. Least is the smallest weight kept.
	Count int
	Least float64
	// Aside begins the names of features that are for learning only, "" for none.
	Aside string
}

// Fit learns weights by which the right options are likely and returns them as a
// model, without those of rare features: stochastic gradient descent on the log of
// the sum of their probabilities, with steps that shrink for each weight by what it
// has moved (Duchi et al. 2011) and an L2 penalty. The order of the samples is drawn
// from a fixed seed; the result is the mean over the second half of the rounds.
func (how Fitting) Fit(v *Vocabulary, samples []Sample, classes []string) *Linear {
	for k := range samples {
		for o := range samples[k].Options {
			samples[k].Options[o] = v.Frequent(samples[k].Options[o], how.Count)
		}
	}
	return how.model(v, how.weights(samples, v.Counts, len(classes)), classes)
}

// weights returns the fitted weights by feature and class.
func (how Fitting) weights(list []Sample, counts []int, classes int) []float64 {
	features := len(counts)
	w, sq := make([]float64, features*classes), make([]float64, features*classes)
	penalty := make([]float64, features)
	for f, n := range counts {
		penalty[f] = how.Penalty / float64(max(n, 1))
	}
	mean, n := make([]float64, features*classes), 0
	rng := rand.New(rand.NewPCG(11, 7))
	for round := range how.Rounds {
		for _, k := range rng.Perm(len(list)) {
			list[k].step(w, sq, classes, how.Rate, penalty)
		}
		if round >= how.Rounds/2 {
			n++
			for i, x := range w {
				mean[i] += x
			}
		}
	}
	for i := range mean {
		mean[i] /= float64(max(n, 1))
	}
	return mean
}

// step moves the weights by one sample.
func (s *Sample) step(w, sq []float64, classes int, rate float64, penalty []float64) {
	scores := make([]float64, len(s.Right))
	for o := range scores {
		fs, class := s.option(o)
		for _, f := range fs {
			scores[o] += w[int(f)*classes+class]
		}
	}
	p := Softmax(scores)
	right := 0.0
	for o, ok := range s.Right {
		if ok {
			right += p[o]
		}
	}
	for o := range p {
		g := p[o]
		if s.Right[o] {
			g -= p[o] / math.Max(right, 1e-9)
		}
		g *= s.Weight
		if math.Abs(g) < 1e-4 {
			continue
		}
		fs, class := s.option(o)
		for _, f := range fs {
			i := int(f)*classes + class
			d := g + penalty[f]*w[i]
			sq[i] += d * d
			w[i] -= rate * d / (math.Sqrt(sq[i]) + 1e-6)
		}
	}
}

// option returns the features and the class of an option.
func (s *Sample) option(o int) ([]int32, int) {
	if len(s.Options) == 1 && len(s.Right) > 1 {
		return s.Options[0], o
	}
	return s.Options[o], 0
}

// model turns fitted weights into a model without those of features that only
// some texts have of their own, rounded as they are written so
// that a model in memory decides as one that was read.
func (how Fitting) model(v *Vocabulary, w []float64, classes []string) *Linear {
	m := &Linear{Classes: classes}
	order := make([]int, len(v.Names))
	for f := range order {
		order[f] = f
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(v.Names[a], v.Names[b]) })
	for _, f := range order {
		name := v.Names[f]
		if v.Counts[f] < how.Count || how.Aside != "" && strings.HasPrefix(name, how.Aside) {
			continue
		}
		var ws []ClassWeight
		for c := range classes {
			if x := math.Round(w[f*len(classes)+c]*100) / 100; math.Abs(x) >= how.Least {
				ws = append(ws, ClassWeight{c, x})
			}
		}
		if len(ws) > 0 && m.set(name, ws) {
			m.names = append(m.names, name)
		}
	}
	return m
}
