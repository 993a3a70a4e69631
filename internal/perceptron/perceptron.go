// Package perceptron holds hashed linear classifiers: an averaged perceptron
// to train with, and the two compact int8 forms that a model file keeps.
//
// A feature is the number of a row; features that hash to the same row share
// it. A row holds one weight a class.
//
// Reads: rows of features. Writes: scores of classes.
package perceptron

// Trainer is a perceptron in training. Averages are kept lazily (Daumé 2006,
// figure 2.3): an update adds t·delta to a second table, and the average is
// the weight less that sum divided by the number of steps.
type Trainer struct {
	bits    int
	classes int
	weights []float32
	sums    []float32
	steps   float64
}

// NewTrainer returns a trainer of 2^bits rows with zero weights.
func NewTrainer(bits, classes int) *Trainer {
	n := classes << bits
	return &Trainer{bits: bits, classes: classes, weights: make([]float32, n), sums: make([]float32, n), steps: 1}
}

// Classes is the number of classes.
func (t *Trainer) Classes() int { return t.classes }

// Bits is the width of a row number.
func (t *Trainer) Bits() int { return t.bits }

// Score adds up the weights of the rows for every class into scores.
func (t *Trainer) Score(rows []uint32, scores []float32) {
	scores = scores[:t.classes]
	clear(scores)
	for _, r := range rows {
		at := int(r) * t.classes
		for c, w := range t.weights[at : at+t.classes] {
			scores[c] += w
		}
	}
}

// Update adds delta to the weights of a class in the rows.
func (t *Trainer) Update(rows []uint32, class int, delta float32) {
	late := float32(t.steps) * delta
	for _, r := range rows {
		at := int(r)*t.classes + class
		t.weights[at] += delta
		t.sums[at] += late
	}
}

// Step counts one decision; call it once per example.
func (t *Trainer) Step() { t.steps++ }

// Average returns the averaged weights so far. The training may go on.
func (t *Trainer) Average() *Weights {
	w := &Weights{Bits: t.bits, Classes: t.classes, Values: make([]float32, len(t.weights))}
	n := float32(t.steps)
	for i, v := range t.weights {
		if v != 0 || t.sums[i] != 0 {
			w.Values[i] = v - t.sums[i]/n
		}
	}
	return w
}

// Weights are trained weights in full: row after row, one number a class.
type Weights struct {
	Bits, Classes int
	Values        []float32
}

// Add adds the weights of another model of the same shape: the sum of models
// of several seeds scores as all of them voting.
func (w *Weights) Add(other *Weights) {
	for i, v := range other.Values {
		w.Values[i] += v
	}
}

// largest is the greatest absolute weight.
func (w *Weights) largest() float32 {
	top := float32(0)
	for _, v := range w.Values {
		top = max(top, v, -v)
	}
	return top
}
