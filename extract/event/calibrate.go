package event

import (
	"fmt"
	"io"
	"math"

	"dyad/internal/loglinear"
)

// calibrate fits the confidence to how often predictions of cross-validation
// are right as a whole: a logistic regression over the probabilities of type,
// source and target (Platt 1999). The reliability goes to log.
func calibrate(gold, pred [][]told, log io.Writer) [4]float64 {
	var xs [][4]float64
	var ys []bool
	for a := range pred {
		for n := range pred[a] {
			e := &pred[a][n]
			xs = append(xs, e.choice.evidence())
			ys = append(ys, rightWhole(gold[a], e))
		}
	}
	w, size := [4]float64{0, .5, .5, .5}, 0.0
	for _, x := range xs {
		size += dot(x, x)
	}
	step := 4 / max(size, 1) // the steepest that is sure to converge: the curvature is at most a quarter of the size
	for range 8000 {
		var g [4]float64
		for i, x := range xs {
			d := loglinear.Sigmoid(dot(w, x))
			if ys[i] {
				d--
			}
			for k := range g {
				g[k] += d * x[k]
			}
		}
		for k := range w {
			w[k] -= step * g[k]
		}
	}
	for k := range w {
		w[k] = math.Round(w[k]*1e4) / 1e4
	}
	reliability(w, xs, ys, log)
	return w
}

func dot(w, x [4]float64) float64 {
	return w[0]*x[0] + w[1]*x[1] + w[2]*x[2] + w[3]*x[3]
}

// rightWhole reports whether all dyads of a predicted event are annotated in
// its sentence.
func rightWhole(gold []told, e *told) bool {
	label := func(t *told) string { return t.typ }
	g := at(gold, e.sentence)
	free := append(append([]told{}, g...), *e)
	want, got := dyads(g, free, label), dyads([]told{*e}, free, label)
	if len(got) == 0 {
		return typesOf(g)[e.typ]
	}
	for k := range got {
		if !want[k] {
			return false
		}
	}
	return true
}

// reliability prints how often events of each band of confidence are right.
func reliability(w [4]float64, xs [][4]float64, ys []bool, log io.Writer) {
	var n, right [10]int
	var sum [10]float64
	for i, x := range xs {
		p := loglinear.Sigmoid(dot(w, x))
		b := min(int(p*10), 9)
		n[b]++
		sum[b] += p
		if ys[i] {
			right[b]++
		}
	}
	for b := range n {
		if n[b] > 0 {
			fmt.Fprintf(log, "confidence .%d: %4d events, mean %.2f, right %.2f\n", b, n[b], sum[b]/float64(n[b]), float64(right[b])/float64(n[b]))
		}
	}
}
