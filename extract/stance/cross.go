package stance

import (
	"hash/fnv"
	"math"
	"sync"

	"dyad/internal/loglinear"
)

// Verdict is what a pair model makes of two mentions: scores for and against
// from the first to the second, then back. Nothing scores zero.
type Verdict [4]float64

// Signs is the likeliest stance of the first mention towards the second and
// back, at most one of them not 0, at an operating point.
func (x Verdict) Signs(shift float64) [2]int {
	var out [2]int
	best := -shift
	for k, score := range x {
		if score > best {
			best, out = score, [2]int{}
			out[k/2] = 1 - 2*(k%2)
		}
	}
	return out
}

// Cross judges every example with a pair model that was trained on the others:
// the examples are dealt out to folds by their text, so that no sentence is on
// both sides. Examples without two mentions in one sentence are for nothing.
func (c *Classifier) Cross(examples []Example, folds int, s Settings) []Verdict {
	of := make([]int, len(examples))
	for i, ex := range examples {
		h := fnv.New32a()
		h.Write([]byte(ex.Doc.Article.Text))
		of[i] = int(h.Sum32()>>4) % folds
	}
	return c.Judge(examples, of, folds, s)
}

// Judge judges the examples of each part, parts counted from 0, with a pair
// model that was trained on all others; those whose part is not below parts are
// only trained on.
func (c *Classifier) Judge(examples []Example, part []int, parts int, s Settings) []Verdict {
	all, of := newFitting(), []int{}
	for i, ex := range examples {
		for range c.addPairs(all, ex) {
			of = append(of, i)
		}
	}
	out := make([]Verdict, len(examples))
	never := math.Inf(-1)
	for i := range out {
		out[i] = Verdict{never, never, never, never}
	}
	var wg sync.WaitGroup
	for k := range parts {
		wg.Go(func() {
			t := all.part(func(n int) bool { return part[of[n]] != k })
			w := t.descend(s.Penalty, s.Rounds)
			for n, in := range all.list {
				if part[of[n]] == k {
					out[of[n]] = in.verdict(w)
				}
			}
		})
	}
	wg.Wait()
	return out
}

// part returns a fitting with the same names and the instances for which keep is
// true of their number.
func (t *fitting) part(keep func(i int) bool) *fitting {
	out := &fitting{Vocabulary: &loglinear.Vocabulary{Names: t.Names, Counts: make([]int, len(t.Names))}}
	for i, in := range t.list {
		if keep(i) {
			out.take(in)
		}
	}
	return out
}

// take adds an instance of another fitting with the same names.
func (t *fitting) take(in instance) {
	copied := instance{gold: in.gold, weight: in.weight, scale: in.scale}
	for _, set := range in.sets {
		for _, f := range set {
			t.Counts[f]++
		}
		copied.sets = append(copied.sets, append([]int32(nil), set...))
	}
	t.list = append(t.list, copied)
}

// verdict scores the outcomes of a pair.
func (in instance) verdict(w [][2]float64) Verdict {
	var out Verdict
	for s, set := range in.sets {
		for row := range 2 {
			for _, f := range set {
				out[2*s+row] += w[f][row]
			}
			out[2*s+row] *= in.scale[s]
		}
	}
	return out
}
