package loglinear

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"dyad/internal/lexicon"
)

// Linear is a linear model of several classes. It keeps only the weights that
// matter, by the name of their feature.
type Linear struct {
	Classes []string
	Weights map[string][]ClassWeight
	// hashed are the weights by the hash of the name, so that a feature can be
	// looked up without making its name.
	hashed Table[[]ClassWeight]
}

// index fills the weights by hash, all lists side by side. Of two names of one
// hash the later one loses its weights; there are a hundred thousand names and
// 2^64 hashes.
func (m *Linear) index() *Linear {
	n := 0
	for _, ws := range m.Weights {
		n += len(ws)
	}
	all := make([]ClassWeight, 0, n)
	m.hashed = NewTable[[]ClassWeight](len(m.Weights))
	for _, name := range slices.Sorted(maps.Keys(m.Weights)) {
		h := Hash(HashStart, name)
		if _, ok := m.hashed.At(h); ok {
			delete(m.Weights, name)
			continue
		}
		at := len(all)
		all = append(all, m.Weights[name]...)
		m.hashed.Set(h, all[at:len(all):len(all)])
	}
	return m
}

// ClassWeight is the weight of a feature for a class, by its number.
type ClassWeight struct {
	Class int
	Value float64
}

// At returns the weights of a feature by its hash.
func (m *Linear) At(hash uint64) []ClassWeight {
	ws, _ := m.hashed.At(hash)
	return ws
}

// Scores adds up the weights of the features in a bag, by class.
func (m *Linear) Scores(b *Bag) []float64 {
	out := make([]float64, len(m.Classes))
	for _, k := range b.Keys {
		for _, w := range m.At(k) {
			out[w.Class] += w.Value
		}
	}
	return out
}

// Contribution is the weight that one feature adds to a decision.
type Contribution struct {
	Feature string
	Weight  float64
}

// Contributions returns the features that speak most for a class, or against
// it, against the mean of the other one given.
func (m *Linear) Contributions(features []string, class, other, top int) []Contribution {
	var out []Contribution
	for _, f := range features {
		sum := 0.0
		for _, w := range m.Weights[f] {
			if w.Class == class {
				sum += w.Value
			} else if w.Class == other {
				sum -= w.Value
			}
		}
		if sum != 0 {
			out = append(out, Contribution{f, sum})
		}
	}
	slices.SortFunc(out, func(a, b Contribution) int {
		return cmp.Or(cmp.Compare(math.Abs(b.Weight), math.Abs(a.Weight)), cmp.Compare(a.Feature, b.Feature))
	})
	return out[:min(top, len(out))]
}

// ReadLinear reads a table of weights: a feature a row, its weights as
// "CLASS:value" one after the other.
func ReadLinear(name string, raw []byte) (*Linear, error) {
	table, err := lexicon.Read(name, bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	m := &Linear{Weights: make(map[string][]ClassWeight, len(table.Rows))}
	index := map[string]int{}
	for _, row := range table.Rows {
		var ws []ClassWeight
		for f := range strings.FieldsSeq(row.Get("weights")) {
			class, value, _ := strings.Cut(f, ":")
			v, err := strconv.ParseFloat(value, 64)
			if err != nil {
				return nil, fmt.Errorf("read %s:%d: weight %q: %w", name, row.Line, f, err)
			}
			if _, ok := index[class]; !ok {
				index[class] = len(m.Classes)
				m.Classes = append(m.Classes, class)
			}
			ws = append(ws, ClassWeight{index[class], v})
		}
		m.Weights[row.Get("feature")] = ws
	}
	return m.index(), nil
}

// Write writes the weights that matter, sorted by feature, after a first row
// that names all classes.
func (m *Linear) Write(b *bytes.Buffer, comment string) {
	fmt.Fprintf(b, "# %s\nfeature\tweights\n", comment)
	b.WriteString("=classes\t")
	for i, c := range m.Classes {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(c + ":0")
	}
	b.WriteByte('\n')
	var names []string
	for f := range m.Weights {
		names = append(names, f)
	}
	slices.Sort(names)
	for _, f := range names {
		var parts []string
		for _, w := range m.Weights[f] {
			parts = append(parts, fmt.Sprintf("%s:%.2f", m.Classes[w.Class], w.Value))
		}
		fmt.Fprintf(b, "%s\t%s\n", f, strings.Join(parts, " "))
	}
}
