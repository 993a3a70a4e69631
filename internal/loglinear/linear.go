package loglinear

import (
	"bytes"
	"cmp"
	"fmt"
	"math"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"dyad/internal/lexicon"
)

// Linear is a linear model of several classes. It keeps only the weights that
// matter, by the hash of the name of their feature, so that a feature can be looked
// up without making its name.
type Linear struct {
	Classes []string
	hashed  Table[stretch]
	weights []ClassWeight // of all features, one behind the other
	// names are those of the features, in the order of the table, of a model that
	// was fitted and can be written.
	names []string
}

// stretch is where in all weights those of a feature stand.
type stretch struct{ from, to uint32 }

// set gives a feature its weights. Of two names of one hash the later one loses
// its weights; there are a hundred thousand names and 2^64 hashes.
func (m *Linear) set(name string, ws []ClassWeight) bool {
	h := Hash(HashStart, name)
	if _, ok := m.hashed.At(h); ok {
		return false
	}
	from := uint32(len(m.weights))
	m.weights = append(m.weights, ws...)
	m.hashed.Set(h, stretch{from, uint32(len(m.weights))})
	return true
}

// ClassWeight is the weight of a feature for a class, by its number.
type ClassWeight struct {
	Class int
	Value float64
}

// At returns the weights of a feature by its hash.
func (m *Linear) At(hash uint64) []ClassWeight {
	at, _ := m.hashed.At(hash)
	return m.weights[at.from:at.to]
}

// Of returns the weights of a feature by its name.
func (m *Linear) Of(name string) []ClassWeight { return m.At(Hash(HashStart, name)) }

// Scores adds up the weights of the features in a bag, by class.
func (m *Linear) Scores(b *Bag) []float64 {
	out := make([]float64, len(m.Classes))
	m.AddTo(out, b.Keys)
	return out
}

// lookups is how many features [Linear.AddTo] looks up before it reads the weights
// of the first of them, so that the memory answers many look-ups at once.
const lookups = 64

// AddTo adds the weights of features, by their hashes and in their order, to the
// scores of the classes. What it reads of the memory it touches once beforehand, in
// loops without branches: where the processor has to guess how a feature goes on,
// it stops asking for the next ones.
func (m *Linear) AddTo(scores []float64, keys []uint64) {
	var found [lookups]stretch
	for len(keys) > 0 {
		some := keys[:min(len(keys), lookups)]
		keys = keys[len(some):]
		touched := m.hashed.Touch(some)
		n := 0
		for _, k := range some {
			at, _ := m.hashed.At(k)
			found[n%lookups] = at
			if at.from < at.to {
				touched += uint64(m.weights[at.from].Class)
				n++
			}
		}
		for _, at := range found[:n] {
			for _, w := range m.weights[at.from:at.to] {
				scores[w.Class] += w.Value
			}
		}
		runtime.KeepAlive(touched)
	}
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
		for _, w := range m.Of(f) {
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
	m := &Linear{hashed: NewTable[stretch](len(table.Rows)), weights: make([]ClassWeight, 0, bytes.Count(raw, []byte(":")))}
	var ws []ClassWeight
	for _, row := range table.Rows {
		ws = ws[:0]
		for f := range strings.FieldsSeq(row.Get("weights")) {
			class, value, _ := strings.Cut(f, ":")
			v, err := strconv.ParseFloat(value, 64)
			if err != nil {
				return nil, fmt.Errorf("read %s:%d: weight %q: %w", name, row.Line, f, err)
			}
			k := slices.Index(m.Classes, class)
			if k < 0 {
				k = len(m.Classes)
				m.Classes = append(m.Classes, class)
			}
			ws = append(ws, ClassWeight{k, v})
		}
		m.set(row.Get("feature"), ws)
	}
	return m, nil
}

// Write writes the weights of a fitted model, sorted by feature, after a first row
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
	for _, f := range m.names {
		b.WriteString(f)
		for i, w := range m.Of(f) {
			fmt.Fprintf(b, "%c%s:%.2f", "\t "[min(i, 1)], m.Classes[w.Class], w.Value)
		}
		b.WriteByte('\n')
	}
}
