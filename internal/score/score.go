// Package score counts how well predictions agree with gold data.
//
// Reads: counts. Writes: precision, recall, F1.
package score

import "fmt"

// PRF counts true positives, false positives and false negatives.
type PRF struct {
	TP, FP, FN int
}

// Add adds the counts of another PRF.
func (p *PRF) Add(o PRF) {
	p.TP += o.TP
	p.FP += o.FP
	p.FN += o.FN
}

// Precision is the share of the predictions that are right, 0 if there are
// none.
func (p PRF) Precision() float64 { return ratio(p.TP, p.TP+p.FP) }

// Recall is the share of the gold that was found, 0 if there is none.
func (p PRF) Recall() float64 { return ratio(p.TP, p.TP+p.FN) }

// F1 is the harmonic mean of precision and recall.
func (p PRF) F1() float64 { return ratio(2*p.TP, 2*p.TP+p.FP+p.FN) }

// String prints the three figures in per cent.
func (p PRF) String() string {
	return fmt.Sprintf("P %.2f R %.2f F1 %.2f", 100*p.Precision(), 100*p.Recall(), 100*p.F1())
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}
