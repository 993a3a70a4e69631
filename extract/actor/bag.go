package actor

import "dyad/internal/loglinear"

// featureForm joins the parts of the name of a feature by blanks.
var featureForm = loglinear.Form{Separator: " ", Plain: 1}

// count names a number: what matters is whether it is one, two or more.
func count(n int) string {
	switch {
	case n <= 0:
		return "0"
	case n == 1:
		return "1"
	case n == 2:
		return "2"
	case n <= 4:
		return "3"
	}
	return "5"
}

// weights are the weights of a log-linear model by the hashes of its features.
type weights map[uint64]float32

// score adds up the weights of the features in a bag.
func (w weights) score(b *loglinear.Bag) float64 {
	sum := 0.0
	for _, k := range b.Keys {
		sum += float64(w[k])
	}
	return sum
}

// scores returns the scores of n options, of which describe puts the features of
// one into a bag.
func (w weights) scores(n int, describe func(b *loglinear.Bag, k int)) []float64 {
	out := make([]float64, n)
	b := loglinear.NewBag(featureForm, false)
	for k := range out {
		b.Reset()
		describe(b, k)
		out[k] = w.score(b)
	}
	return out
}
