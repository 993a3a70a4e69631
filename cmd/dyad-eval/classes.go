package main

import "dyad/internal/score"

// classes counts gold and predicted classes, numbers from -4 to 4.
type classes struct {
	n, right int
	pairs    map[[2]int]int
}

func (m *classes) add(gold, got int) {
	if m.pairs == nil {
		m.pairs = map[[2]int]int{}
	}
	m.pairs[[2]int{gold, got}]++
	m.n++
	if gold == got {
		m.right++
	}
}

// accuracy is the share of right answers, the micro-F1 of single labels.
func (m *classes) accuracy() float64 { return float64(m.right) / float64(max(m.n, 1)) }

// prf counts one class.
func (m *classes) prf(class int) score.PRF {
	var out score.PRF
	for k, n := range m.pairs {
		switch {
		case k[0] == class && k[1] == class:
			out.TP += n
		case k[1] == class:
			out.FP += n
		case k[0] == class:
			out.FN += n
		}
	}
	return out
}

// macroF1 is the mean F1 of the classes in the gold.
func (m *classes) macroF1() float64 {
	sum, n := 0.0, 0
	for class := -4; class <= 4; class++ {
		if p := m.prf(class); p.TP+p.FN > 0 {
			sum += p.F1()
			n++
		}
	}
	return sum / float64(max(n, 1))
}

// polar counts all classes but 0 together; a wrong polar class is both a false
// positive and a false negative.
func (m *classes) polar() score.PRF {
	var out score.PRF
	for k, n := range m.pairs {
		if k[0] == k[1] && k[0] != 0 {
			out.TP += n
			continue
		}
		if k[1] != 0 {
			out.FP += n
		}
		if k[0] != 0 {
			out.FN += n
		}
	}
	return out
}
