package stance

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"

	table "dyad/internal/lexicon"
	"dyad/internal/loglinear"
)

// linear is a log-linear model of attitudes: every feature has a weight for
// and one against. What is neither for nor against scores zero.
type linear struct {
	// weights are in hundredths, as they are written, so that the order in which
	// they are added up does not matter.
	weights loglinear.Weights
	// words are the weights of single words and of two once more, see wordTable.
	words wordTable
	// names are those of the features, in the order of the table that was read.
	names []string
	// numbers are the weights of the numbers of word vectors, see [meant], in
	// thousandths; nil for a model without.
	numbers []weightPair
	// shift is added to both scores: it is the operating point.
	shift float64
}

// Rows of weights.
const (
	rowFor = iota
	rowAgainst
)

// rowOf is the row of a sign.
func rowOf(sign int) int {
	if sign < 0 {
		return rowAgainst
	}
	return rowFor
}

// hundredths are the weights of a feature for and against, or a sum of such.
type hundredths [2]int32

// inHundredths rounds weights to what the table shows.
func inHundredths(w [2]float64) hundredths {
	return hundredths{int32(loglinear.Hundredths(w[rowFor])), int32(loglinear.Hundredths(w[rowAgainst]))}
}

// newLinear returns a model with the weights of named features.
func newLinear(names []string, weights [][2]float64, shift float64) linear {
	m := linear{names: names, shift: shift}
	keys, pairs := make([]uint64, len(names)), make([]loglinear.Pair, len(names))
	for i, name := range names {
		w := inHundredths(weights[i])
		keys[i], pairs[i] = loglinear.Hash(loglinear.HashStart, name), loglinear.Pair{int16(w[rowFor]), int16(w[rowAgainst])}
		m.words.set(name, w)
	}
	m.weights = loglinear.NewWeights(keys, pairs)
	return m
}

// total is the sum of the weights of n features.
type total struct {
	sum hundredths
	n   int
}

func (t total) plus(o total) total {
	return total{hundredths{t.sum[rowFor] + o.sum[rowFor], t.sum[rowAgainst] + o.sum[rowAgainst]}, t.n + o.n}
}

// total adds up the weights of the features in a bag.
func (m *linear) total(features *loglinear.Bag) total {
	up, down := m.weights.Sum(features.Keys)
	return total{hundredths{rowFor: int32(up), rowAgainst: int32(down)}, len(features.Keys)}
}

// scores are what features with a total make of the outcomes.
func (m *linear) scores(t total) [2]float64 {
	x := evenly(t.n) / 100
	return [2]float64{x*float64(t.sum[rowFor]) + m.shift, x*float64(t.sum[rowAgainst]) + m.shift}
}

// evenly is the weight of each of n features: a long sentence has more of them
// and would otherwise always seem surer.
func evenly(n int) float64 { return 1 / math.Sqrt(float64(max(n, 1))) }

// chances returns the probabilities for and against; what is missing to 1 is
// that of neither, whose score is zero.
func (m *linear) chances(scores [2]float64) [2]float64 {
	return [2]float64(loglinear.Softmax([]float64{scores[rowFor], scores[rowAgainst], 0})[:2])
}

// instance is something to decide, as the trainer sees it: its sets of
// features, each of which may speak for and against, and the right answer.
type instance struct {
	sets [][]int32
	// scale is the weight of the features of each set, see evenly.
	scale []float64
	// numbers are those of the word vectors of the first set, nil without.
	numbers []float32
	// gold is 2·set+row, or -1 where nothing is for or against.
	gold   int
	weight float64
}

// fitting collects instances and numbers their features.
type fitting struct {
	*loglinear.Vocabulary
	list []instance
}

func newFitting() *fitting { return &fitting{Vocabulary: loglinear.NewVocabulary()} }

// add takes an instance with its sets of features.
func (t *fitting) add(gold int, weight float64, sets ...[]string) {
	in := instance{gold: gold, weight: weight}
	for _, set := range sets {
		in.sets = append(in.sets, t.Add(set))
		in.scale = append(in.scale, evenly(len(set)))
	}
	t.list = append(t.list, in)
}

// addWith takes an instance of one set with the meanings of words.
func (t *fitting) addWith(gold int, weight float64, set []string, words []meant) {
	t.add(gold, weight, set)
	t.list[len(t.list)-1].numbers = sumOf(words)
}

// minCount is how often a feature must occur to get a weight: rarer ones
// could tell whose text the model has seen.
const minCount = 3

// descend fits the weights: Adam over all instances at once, with an L2
// penalty. Features with a count below minCount get none. The result depends
// on nothing but the instances and their order.
func (t *fitting) descend(penalty float64, rounds int) [][2]float64 {
	const rate = .2
	n := len(t.Names)
	if len(t.list) > 0 {
		n += len(t.list[0].numbers) // whose weights come behind those of the features
	}
	for i := range t.list {
		for s, set := range t.list[i].sets {
			t.list[i].sets[s] = t.Frequent(set, minCount)
		}
	}
	w, m, u, grad := make([][2]float64, n), make([][2]float64, n), make([][2]float64, n), make([][2]float64, n)
	sum, hold := make([]float64, 8), make([]float64, n)
	for f := range hold {
		hold[f] = penalty
		if f < len(t.Names) {
			rare := math.Log(float64(len(t.list)+1) / float64(t.Counts[f]+1))
			hold[f] /= (1 + rare) * (1 + rare)
		}
	}
	for round := 1; round <= rounds; round++ {
		for f := range grad {
			grad[f] = [2]float64{hold[f] * w[f][0], hold[f] * w[f][1]}
		}
		for i := range t.list {
			t.list[i].pull(w, grad, sum, len(t.Names))
		}
		step := rate * math.Sqrt(1-math.Pow(.999, float64(round))) / (1 - math.Pow(.9, float64(round)))
		if 2*round > rounds {
			step *= 2 * float64(rounds-round+1) / float64(rounds) // settle
		}
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

// pull adds the gradient of one instance; the weights of numbers begin at
// first.
func (in *instance) pull(w, grad [][2]float64, sum []float64, first int) {
	sum = sum[:2*len(in.sets)+1]
	for i := range sum {
		sum[i] = 0
	}
	for s, set := range in.sets {
		for _, f := range set {
			sum[2*s] += w[f][0]
			sum[2*s+1] += w[f][1]
		}
		sum[2*s] *= in.scale[s]
		sum[2*s+1] *= in.scale[s]
	}
	for d, x := range in.numbers {
		sum[0] += float64(x) * w[first+d][0]
		sum[1] += float64(x) * w[first+d][1]
	}
	loglinear.Softmax(sum)
	if in.gold >= 0 {
		sum[in.gold]--
	}
	for s, set := range in.sets {
		a, b := in.weight*in.scale[s]*sum[2*s], in.weight*in.scale[s]*sum[2*s+1]
		for _, f := range set {
			grad[f][0] += a
			grad[f][1] += b
		}
	}
	for d, x := range in.numbers {
		grad[first+d][0] += in.weight * sum[0] * float64(x)
		grad[first+d][1] += in.weight * sum[1] * float64(x)
	}
}

// model returns the fitted weights that matter.
func (t *fitting) model(w [][2]float64, s Settings) linear {
	var names []string
	var weights [][2]float64
	for i, name := range t.Names {
		if max(math.Abs(w[i][0]), math.Abs(w[i][1])) >= max(minWeight, s.Least) {
			names, weights = append(names, name), append(weights, w[i])
		}
	}
	m := newLinear(names, weights, s.Shift)
	for _, x := range w[len(t.Names):] {
		m.numbers = append(m.numbers, inThousandths(x))
	}
	return m
}

// minWeight is the least weight that any model keeps.
const minWeight = .02

// cent rounds to what the table shows.
func cent(x float64) float64 { return math.Round(x*100) / 100 }

// write writes a model as a table, sorted by feature.
func (m *linear) write(out io.Writer, title string) error {
	names := slices.Sorted(slices.Values(m.names))
	b := bufio.NewWriter(out)
	fmt.Fprintf(b, "# %s; see NOTICE.md.\nfeature\tfor\tagainst\nshift\t%.3f\t%.3f\n", title, m.shift, m.shift)
	for _, name := range names {
		w := m.weights.At(loglinear.Hash(loglinear.HashStart, name))
		fmt.Fprintf(b, "%s\t%.2f\t%.2f\n", name, float64(w[rowFor])/100, float64(w[rowAgainst])/100)
	}
	for i, x := range m.numbers {
		w := x.split()
		fmt.Fprintf(b, "%s\t%.3f\t%.3f\n", meaningName(i), float64(w[rowFor])/1000, float64(w[rowAgainst])/1000)
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	return nil
}

// readLinear reads a model from a table.
func readLinear(name string, raw []byte) (linear, error) {
	t, err := table.Read(name, bytes.NewReader(raw))
	if err != nil {
		return linear{}, err
	}
	names, weights := make([]string, 0, len(t.Rows)), make([][2]float64, 0, len(t.Rows))
	var shift float64
	var numbered []weightPair
	for _, row := range t.Rows {
		var w [2]float64
		for c, column := range []string{"for", "against"} {
			if w[c], err = strconv.ParseFloat(row.Get(column), 64); err != nil {
				return linear{}, fmt.Errorf("read %s:%d: %s: %w", name, row.Line, column, err)
			}
		}
		if row.Get("feature") == "shift" {
			shift = w[rowFor]
			continue
		}
		if i, ok := meaningIndex(row.Get("feature")); ok {
			if numbered == nil {
				numbered = make([]weightPair, numbers)
			}
			numbered[i] = inThousandths(w)
			continue
		}
		names, weights = append(names, row.Get("feature")), append(weights, w)
	}
	m := newLinear(names, weights, shift)
	m.numbers = numbered
	return m, nil
}
