package actor

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"sort"

	"dyad/internal/loglinear"
)

// Settings of the learner: size of a step, and how often a feature must come.
const (
	learnRate  = .05
	leastOften = 4
)

// choice is one question as the learner sees it.
type choice struct {
	options [][]int32
	right   []bool
}

// isOrNot is the question whether somebody with the features of a bag is one.
func isOrNot(v *loglinear.Vocabulary, b *loglinear.Bag, is bool) choice {
	return choice{options: [][]int32{v.Add(b.Names), nil}, right: []bool{is, !is}}
}

// whichOf is the question which of several options is right, of which describe
// puts the features of one into a bag.
func whichOf(v *loglinear.Vocabulary, right []bool, describe func(b *loglinear.Bag, k int)) choice {
	g := choice{right: right}
	b := loglinear.NewBag(featureForm, true)
	for k := range right {
		b.Reset()
		describe(b, k)
		g.options = append(g.options, v.Add(b.Names))
	}
	return g
}

// weightsOf returns the fitted weights that are not small.
func weightsOf(v *loglinear.Vocabulary, w []float64, small float64) weights {
	out := make(weights, len(w))
	for f, name := range v.Names {
		if math.Abs(w[f]) >= small {
			out[loglinear.Hash(loglinear.HashStart, name)] = float32(w[f])
		}
	}
	return out
}

// fitChoices minimises the negative logarithm of the chance of a right answer:
// Adam over all questions at once, with an L2 penalty.
func fitChoices(v *loglinear.Vocabulary, groups []choice, rounds int, penalty float64) []float64 {
	for _, g := range groups {
		for k := range g.options {
			g.options[k] = v.Frequent(g.options[k], leastOften)
		}
	}
	n := len(v.Names)
	w, m, u, grad := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	for round := 1; round <= rounds; round++ {
		for f := range grad {
			grad[f] = penalty * w[f]
		}
		for _, g := range groups {
			p := make([]float64, len(g.options))
			for k, o := range g.options {
				for _, f := range o {
					p[k] += w[f]
				}
			}
			loglinear.Softmax(p)
			won := 0.0
			for k := range p {
				if g.right[k] {
					won += p[k]
				}
			}
			for k, o := range g.options {
				d := p[k]
				if g.right[k] {
					d -= p[k] / max(won, 1e-9)
				}
				for _, f := range o {
					grad[f] += d
				}
			}
		}
		step := learnRate * math.Sqrt(1-math.Pow(.999, float64(round))) / (1 - math.Pow(.9, float64(round)))
		for f, g := range grad {
			m[f] = .9*m[f] + .1*g
			u[f] = .999*u[f] + .001*g*g
			w[f] -= step * m[f] / (math.Sqrt(u[f]) + 1e-8)
		}
	}
	return w
}

// writeWeights writes the weights that are not small, in the order of the names.
func writeWeights(out io.Writer, what string, v *loglinear.Vocabulary, w []float64, small float64) error {
	var order []int
	for f := range w {
		if math.Abs(w[f]) >= small {
			order = append(order, f)
		}
	}
	sort.Slice(order, func(i, j int) bool { return v.Names[order[i]] < v.Names[order[j]] })
	o := bufio.NewWriter(out)
	fmt.Fprintf(o, "# Weights of the features of %s; see NOTICE.md.\nfeature\tweight\n", what)
	for _, f := range order {
		fmt.Fprintf(o, "%s\t%.2f\n", v.Names[f], w[f])
	}
	return o.Flush()
}
