package attribution

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"sort"

	"dyad/internal/loglinear"
)

// learner collects decisions and fits linear weights to them.
type learner struct {
	*loglinear.Vocabulary
	groups []group
	w      []float64
}

// group is one decision as the learner sees it: the features of its options
// and how good each is, from 0 to 1. With one option the question is yes or
// no; with several, which.
type group struct {
	options [][]int32
	gain    []float64
}

// minCount is how often a feature must occur to get a weight: rarer ones
// could tell whose text the model has seen.
const minCount = 5

func newLearner() *learner { return &learner{Vocabulary: loglinear.NewVocabulary()} }

// drop takes out the features that are too rare.
func (l *learner) drop() {
	for _, g := range l.groups {
		for k, o := range g.options {
			g.options[k] = l.Frequent(o, minCount)
		}
	}
}

// strides are primes that mix the order of the decisions; what is learned in
// one order and in another is averaged.
var strides = [6]uint64{7919, 104729, 15485863, 32452843, 49979687, 67867967}

// fit minimises the logistic loss, or for a choice the negative logarithm of
// the expected gain: AdaGrad over one decision after the other, with an L1
// penalty. The weights are the mean over the later passes of several orders.
func (l *learner) fit(rounds int, rate, penalty float64) {
	l.drop()
	l.w = make([]float64, len(l.Names))
	for _, stride := range strides {
		for f, x := range l.walk(stride, rounds, rate, penalty) {
			l.w[f] += x / float64(len(strides))
		}
	}
}

// walk learns from the decisions in one order.
func (l *learner) walk(stride uint64, rounds int, rate, penalty float64) []float64 {
	n := len(l.Names)
	w, u, late := make([]float64, n), make([]float64, n), make([]float64, n)
	var g grads
	t := 0.0 // steps since the averaging began
	for round := range rounds {
		for k := range l.groups {
			g.reset()
			l.groups[uint64(k)*stride%uint64(len(l.groups))].addGradient(w, &g)
			for j, f := range g.ids {
				d := g.err[j]
				u[f] += d * d
				step := rate / (1e-2 + math.Sqrt(u[f]))
				next := shrink(w[f]-step*d, step*penalty)
				late[f] += t * (next - w[f])
				w[f] = next
			}
			if round >= rounds/2 {
				t++
			}
		}
	}
	for f := range w {
		w[f] -= late[f] / max(t, 1)
	}
	return w
}

// shrink moves a weight towards zero and stops there.
func shrink(w, by float64) float64 {
	switch {
	case w > by:
		return w - by
	case w < -by:
		return w + by
	}
	return 0
}

// grads is a gradient by feature; a feature may stand in it more than once.
type grads struct {
	ids []int32
	err []float64
}

func (g *grads) reset() { g.ids, g.err = g.ids[:0], g.err[:0] }

func (g *grads) add(features []int32, err float64) {
	if math.Abs(err) < 1e-4 {
		return
	}
	for _, f := range features {
		g.ids, g.err = append(g.ids, f), append(g.err, err)
	}
}

// fittedModel is a model with those weights of some learners that matter.
func fittedModel(learners []*learner) model {
	var keys []uint64
	var weights []loglinear.Pair
	for _, l := range learners {
		for i, name := range l.Names {
			if math.Abs(l.w[i]) >= weak {
				keys, weights = append(keys, loglinear.Hash(loglinear.HashStart, name)), append(weights, loglinear.Pair{loglinear.Hundredths(l.w[i])})
			}
		}
	}
	return model{weights: loglinear.NewWeights(keys, weights)}
}

// addGradient adds the gradient of the loss of one decision.
func (g *group) addGradient(w []float64, grad *grads) {
	if len(g.options) == 1 {
		err := loglinear.Sigmoid(sumOf(w, g.options[0])) - g.gain[0]
		grad.add(g.options[0], err)
		return
	}
	p := make([]float64, len(g.options))
	top := math.Inf(-1)
	for k, o := range g.options {
		p[k] = sumOf(w, o)
		top = max(top, p[k])
	}
	all, won := 0.0, 0.0
	for k := range p {
		p[k] = math.Exp(p[k] - top)
		all += p[k]
		won += p[k] * g.gain[k]
	}
	if won == 0 {
		return
	}
	for k, o := range g.options {
		err := p[k]/all - p[k]*g.gain[k]/won
		grad.add(o, err)
	}
}

func sumOf(w []float64, features []int32) float64 {
	s := 0.0
	for _, f := range features {
		s += w[f]
	}
	return s
}

// write writes the weights that matter, sorted by name.
func (l *learner) write(out io.Writer) error {
	order := make([]int, 0, len(l.Names))
	for i := range l.Names {
		if math.Abs(l.w[i]) >= weak {
			order = append(order, i)
		}
	}
	sort.Slice(order, func(i, j int) bool { return l.Names[order[i]] < l.Names[order[j]] })
	b := bufio.NewWriter(out)
	for _, i := range order {
		fmt.Fprintf(b, "%s\t%.2f\n", l.Names[i], l.w[i])
	}
	return b.Flush()
}
