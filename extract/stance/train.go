package stance

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"sort"

	"dyad/extract/nlp"
	"dyad/schema"
)

// Example is an analysed text with the stances between its given mentions.
type Example struct {
	Doc  *schema.Document // with Mentions and Attributions
	Ling *nlp.Doc
	// Sign is -1, 0 or 1 for every holder and target, 0 if missing.
	Sign map[[2]string]int
}

// instance is a pair as the trainer sees it.
type instance struct {
	features []int
	class    int
}

// minCount is how often a feature must occur to get a weight: rarer ones
// could tell whose text the model has seen.
const minCount = 3

// Train learns the weights of the pair model and writes them as a table. The
// shift is the operating point, see model.shift.
func (c *Classifier) Train(examples []Example, shift float64, out io.Writer) error {
	ids, names, counts := map[string]int{}, []string{}, []int{}
	var list []instance
	for _, ex := range examples {
		r := newReader(c.lex, ex.Doc, ex.Ling)
		r.rules()
		for s := range ex.Ling.Sentences {
			v, ruled := r.view(s), r.ruled(s)
			for _, p := range r.pairs(s) {
				in := instance{class: classOf(ex.Sign[[2]string{p.holder.Actors[0], p.target.Actors[0]}])}
				for _, f := range v.features(p, ruled) {
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
	return writeWeights(out, names, descend(list, len(names)), shift)
}

func classOf(sign int) int {
	switch {
	case sign > 0:
		return classFor
	case sign < 0:
		return classAgainst
	}
	return classNone
}

// descend fits the regression: Adam over all examples at once, with an L2
// penalty on every weight. The result does not depend on the order.
func descend(list []instance, n int) [][3]float64 {
	const rounds, rate, penalty = 150, .03, 12.0
	w, m, u := make([][3]float64, n), make([][3]float64, n), make([][3]float64, n)
	grad := make([][3]float64, n)
	for round := 1; round <= rounds; round++ {
		for f := range grad {
			for c := range grad[f] {
				grad[f][c] = penalty * w[f][c]
			}
		}
		for _, in := range list {
			var sum [3]float64
			for _, f := range in.features {
				for c := range sum {
					sum[c] += w[f][c]
				}
			}
			err := softmax(sum)
			err[in.class]--
			for _, f := range in.features {
				for c := range err {
					grad[f][c] += err[c]
				}
			}
		}
		step := rate * math.Sqrt(1-math.Pow(.999, float64(round))) / (1 - math.Pow(.9, float64(round)))
		for f := range grad {
			for c, g := range grad[f] {
				m[f][c] = .9*m[f][c] + .1*g
				u[f][c] = .999*u[f][c] + .001*g*g
				w[f][c] -= step * m[f][c] / (math.Sqrt(u[f][c]) + 1e-8)
			}
		}
	}
	return w
}

// writeWeights writes the weights that matter, sorted by name.
func writeWeights(out io.Writer, names []string, w [][3]float64, shift float64) error {
	var order []int
	for i := range names {
		if max(math.Abs(w[i][0]), math.Abs(w[i][1]), math.Abs(w[i][2])) >= .03 {
			order = append(order, i)
		}
	}
	sort.Slice(order, func(i, j int) bool { return names[order[i]] < names[order[j]] })
	b := bufio.NewWriter(out)
	fmt.Fprintf(b, "# Weights of the pair model: a multinomial logistic regression; see NOTICE.md.\nfeature\tnone\tfor\tagainst\nshift\t0\t%.3f\t%.3f\n", shift, shift)
	for _, i := range order {
		fmt.Fprintf(b, "%s\t%.2f\t%.2f\t%.2f\n", names[i], w[i][0], w[i][1], w[i][2])
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("write pair weights: %w", err)
	}
	return nil
}
