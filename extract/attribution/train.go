package attribution

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"sort"

	"dyad/extract/nlp"
	"dyad/schema"
)

// Example is an analysed text with its annotated attributions, in bytes.
type Example struct {
	Ling *nlp.Doc
	Gold []Gold
	// Discard are stretches that were not annotated.
	Discard []schema.Span
}

// Gold is one annotated attribution.
type Gold struct{ Source, Cue, Content []schema.Span }

// instance is a candidate as the trainer sees it.
type instance struct {
	features []int
	good     bool
}

// minCount is how often a feature must occur to get a weight: rarer ones
// could tell whose text the model has seen.
const minCount = 3

// Train learns the weights of the cue model and writes them as a table. A
// candidate is good if its cue shares a word with an annotated one and the
// head of its source lies in the annotated source.
func (a *Attributor) Train(examples []Example, threshold float64, out io.Writer) error {
	ids, names, counts := map[string]int{}, []string{}, []int{}
	var list []instance
	for _, ex := range examples {
		for _, c := range newReader(a.lex, ex.Ling).candidates() {
			if covers(ex.Discard, c.at) {
				continue
			}
			in := instance{good: ex.good(c)}
			for _, f := range features(c) {
				id, ok := ids[f]
				if !ok {
					id = len(names)
					ids[f] = id
					names, counts = append(names, f), append(counts, 0)
				}
				counts[id]++
				in.features = append(in.features, id)
			}
			list = append(list, in)
		}
	}
	for i := range list {
		kept := list[i].features[:0]
		for _, f := range list[i].features {
			if counts[f] >= minCount {
				kept = append(kept, f)
			}
		}
		list[i].features = kept
	}
	return writeWeights(out, names, descend(list, len(names)), threshold)
}

// good compares a candidate with the annotation.
func (ex Example) good(c *candidate) bool {
	for _, g := range ex.Gold {
		hit := false
		for _, p := range c.cue {
			for _, s := range g.Cue {
				hit = hit || c.tree.Tokens[p.first].Start < s.End && s.Start < c.tree.Tokens[p.last-1].End
			}
		}
		if !hit {
			continue
		}
		if len(g.Source) == 0 && c.sourceHead < 0 || c.sourceHead >= 0 && covers(g.Source, c.tree.Tokens[c.sourceHead].Start) {
			return true
		}
	}
	return false
}

// descend fits a logistic regression: Adam over all examples at once, with an
// L2 penalty on every weight. The result does not depend on the order.
func descend(list []instance, n int) []float64 {
	const rounds, rate, penalty = 150, .05, 2.0
	w, m, u, grad := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	for round := 1; round <= rounds; round++ {
		for f := range grad {
			grad[f] = penalty * w[f]
		}
		for _, in := range list {
			sum := 0.0
			for _, f := range in.features {
				sum += w[f]
			}
			err := 1 / (1 + math.Exp(-sum))
			if in.good {
				err--
			}
			for _, f := range in.features {
				grad[f] += err
			}
		}
		step := rate * math.Sqrt(1-math.Pow(.999, float64(round))) / (1 - math.Pow(.9, float64(round)))
		for f, g := range grad {
			m[f] = .9*m[f] + .1*g
			u[f] = .999*u[f] + .001*g*g
			w[f] -= step * m[f] / (math.Sqrt(u[f]) + 1e-8)
		}
	}
	return w
}

// writeWeights writes the weights that matter, sorted by name.
func writeWeights(out io.Writer, names []string, w []float64, threshold float64) error {
	order := make([]int, 0, len(names))
	for i := range names {
		if math.Abs(w[i]) >= .02 {
			order = append(order, i)
		}
	}
	sort.Slice(order, func(i, j int) bool { return names[order[i]] < names[order[j]] })
	b := bufio.NewWriter(out)
	fmt.Fprintf(b, "# Weights of the cue model: a logistic regression over the features of a candidate; see NOTICE.md.\nfeature\tweight\nthreshold\t%.3f\n", threshold)
	for _, i := range order {
		fmt.Fprintf(b, "%s\t%.3f\n", names[i], w[i])
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("write cue weights: %w", err)
	}
	return nil
}
