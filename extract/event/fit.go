package event

import (
	"math"
	"math/rand/v2"
	"strings"

	"dyad/internal/loglinear"
)

// sample is one decision to learn: the options, each with its features, and
// which of them are right. Options of a classifier share their features and
// differ in class; those of a ranker have class 0.
type sample struct {
	options [][]int32 // one for all classes, or one an option
	right   []bool
	weight  float64
}

// fitting says how weights are fitted.
type fitting struct {
	rounds        int
	rate, penalty float64
	// count is how often a feature must occur to get a weight: rarer ones could
	// tell whose text the model has seen. least is the smallest weight kept.
	count int
	least float64
}

// fit learns weights by which the right options are likely: stochastic
// gradient descent on the log of the sum of their probabilities, with steps
// that shrink for each weight by what it has moved (Duchi et al. 2011) and an
// L2 penalty. The order of the samples is drawn from a fixed seed; the result
// is the mean over the second half of the rounds.
func fit(list []sample, counts []int, classes int, how fitting) []float64 {
	features := len(counts)
	w, sq := make([]float64, features*classes), make([]float64, features*classes)
	penalty := make([]float64, features)
	for f, n := range counts {
		penalty[f] = how.penalty / float64(max(n, 1))
	}
	mean, n := make([]float64, features*classes), 0
	rng := rand.New(rand.NewPCG(11, 7))
	for round := range how.rounds {
		for _, k := range rng.Perm(len(list)) {
			step(&list[k], w, sq, classes, how.rate, penalty)
		}
		if round >= how.rounds/2 {
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
func step(s *sample, w, sq []float64, classes int, rate float64, penalty []float64) {
	scores := make([]float64, len(s.right))
	for o := range scores {
		fs, class := s.option(o)
		for _, f := range fs {
			scores[o] += w[int(f)*classes+class]
		}
	}
	p := loglinear.Softmax(scores)
	right := 0.0
	for o, ok := range s.right {
		if ok {
			right += p[o]
		}
	}
	for o := range p {
		g := p[o]
		if s.right[o] {
			g -= p[o] / math.Max(right, 1e-9)
		}
		g *= s.weight
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
func (s *sample) option(o int) ([]int32, int) {
	if len(s.options) == 1 && len(s.right) > 1 {
		return s.options[0], o
	}
	return s.options[o], 0
}

// modelOf turns fitted weights into a model without those of features that only
// some texts have of their own, rounded as they are written so
// that a model in memory decides as one that was read.
func modelOf(v *loglinear.Vocabulary, w []float64, classes []string, how fitting) *linear {
	m := &linear{classes: classes, weights: map[string][]classWeight{}}
	for f, name := range v.Names {
		if v.Counts[f] < how.count || strings.HasPrefix(name, ownMark) {
			continue
		}
		for c := range classes {
			if x := math.Round(w[f*len(classes)+c]*100) / 100; math.Abs(x) >= how.least {
				m.weights[name] = append(m.weights[name], classWeight{c, x})
			}
		}
	}
	return m.index()
}
