package event

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
	"dyad/internal/loglinear"
)

// linear is a linear model of several classes. It keeps only the weights that
// matter, by the name of their feature.
type linear struct {
	classes []string
	weights map[string][]classWeight
	// hashed are the weights by the hash of the name, so that a feature can be
	// looked up without making its name.
	hashed loglinear.Table[[]classWeight]
}

// index fills the weights by hash, all lists side by side. Of two names of one
// hash the later one loses its weights; there are a hundred thousand names and
// 2^64 hashes.
func (m *linear) index() *linear {
	n := 0
	for _, ws := range m.weights {
		n += len(ws)
	}
	all := make([]classWeight, 0, n)
	m.hashed = loglinear.NewTable[[]classWeight](len(m.weights))
	for _, name := range slices.Sorted(maps.Keys(m.weights)) {
		h := loglinear.Hash(loglinear.HashStart, name)
		if _, ok := m.hashed.At(h); ok {
			delete(m.weights, name)
			continue
		}
		at := len(all)
		all = append(all, m.weights[name]...)
		m.hashed.Set(h, all[at:len(all):len(all)])
	}
	return m
}

type classWeight struct {
	class int
	value float64
}

// Contribution is the weight that one feature adds to a decision.
type Contribution struct {
	Feature string
	Weight  float64
}

// contributions returns the features that speak most for a class, or against
// it, against the mean of the other one given.
func (m *linear) contributions(features []string, class, other, top int) []Contribution {
	var out []Contribution
	for _, f := range features {
		sum := 0.0
		for _, w := range m.weights[f] {
			if w.class == class {
				sum += w.value
			} else if w.class == other {
				sum -= w.value
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

// readLinear reads a table of weights: a feature a row, its weights as
// "CLASS:value" one after the other.
func readLinear(name string, raw []byte) (*linear, error) {
	table, err := lexicon.Read(name, bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	m := &linear{weights: make(map[string][]classWeight, len(table.Rows))}
	index := map[string]int{}
	for _, row := range table.Rows {
		var ws []classWeight
		for f := range strings.FieldsSeq(row.Get("weights")) {
			class, value, _ := strings.Cut(f, ":")
			v, err := strconv.ParseFloat(value, 64)
			if err != nil {
				return nil, fmt.Errorf("read %s:%d: weight %q: %w", name, row.Line, f, err)
			}
			if _, ok := index[class]; !ok {
				index[class] = len(m.classes)
				m.classes = append(m.classes, class)
			}
			ws = append(ws, classWeight{index[class], v})
		}
		m.weights[row.Get("feature")] = ws
	}
	return m.index(), nil
}

// write writes the weights that matter, sorted by feature, after a first row
// that names all classes.
func (m *linear) write(b *bytes.Buffer, comment string) {
	fmt.Fprintf(b, "# %s\nfeature\tweights\n", comment)
	b.WriteString("=classes\t")
	for i, c := range m.classes {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(c + ":0")
	}
	b.WriteByte('\n')
	var names []string
	for f := range m.weights {
		names = append(names, f)
	}
	slices.Sort(names)
	for _, f := range names {
		var parts []string
		for _, w := range m.weights[f] {
			parts = append(parts, fmt.Sprintf("%s:%.2f", m.classes[w.class], w.value))
		}
		fmt.Fprintf(b, "%s\t%s\n", f, strings.Join(parts, " "))
	}
}
