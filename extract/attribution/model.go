package attribution

import (
	"bytes"
	"fmt"
	"strconv"

	table "dyad/internal/lexicon"
	"dyad/internal/loglinear"
	"dyad/schema"
)

// model holds the weights of the linear models by the hash of their features.
// They (data/weights.tsv) are learned by [Attributor.Train].
type model struct {
	weights   loglinear.Weights // the first of each pair, in hundredths
	threshold float64
}

// A name behind a quotation and a dash is so sure and so rare that the model
// has no say in it.
const (
	ruleDash       = "dash"
	ruleTurn       = "turn"
	dashConfidence = .9
)

// unknownObject is the confidence that a verb outside the lexicon needs to say its object.
const unknownObject = .5

// limit is the confidence that a candidate needs. A verb of speech with a
// clause, as the lexicon has it, needs less: the model has learned from the
// news of one country and knows few of the speakers of another. So does any
// verb that stands beside a quotation. A verb that no table knows needs more where
// an object alone would be what it says: "snapped a long losing streak".
func (m *model) limit(c *candidate) float64 {
	if c.direct && c.sourceHead >= 0 && (c.rule == "quote" || c.rule == "led") {
		return m.threshold / 2
	}
	if c.entry != nil && c.entry.kind == schema.KindSpeech && !c.loose && c.sourceHead >= 0 &&
		(c.rule == "clause" || c.rule == "infinitive" || c.rule == "fronted" || c.rule == "quote") {
		return m.threshold / 2
	}
	if c.entry == nil && c.rule == "object" && !c.direct {
		return max(m.threshold, unknownObject)
	}
	return m.threshold
}

// score adds up the weights of the features in a bag.
func (m *model) score(b *loglinear.Bag) float64 { return float64(m.sum(b)) / 100 }

// sum adds up the weights of the features in a bag, in hundredths.
func (m *model) sum(b *loglinear.Bag) int {
	sum, _ := m.weights.Sum(b.Keys)
	return sum
}

// partSum is the sum of some of the features of a decision, which a function
// puts into a bag: what options have in common is added up once.
func (m *model) partSum(b *loglinear.Bag, describe func()) int {
	b.Reset()
	describe()
	return m.sum(b)
}

func loadModel() (model, string, error) {
	raw, err := data.ReadFile("data/weights.tsv")
	if err != nil {
		return model{}, "", fmt.Errorf("read weights: %w", err)
	}
	m, err := readModel(raw)
	return m, string(raw), err
}

func readModel(raw []byte) (model, error) {
	t, err := table.Read("weights.tsv", bytes.NewReader(raw))
	if err != nil {
		return model{}, err
	}
	m, keys, weights := model{threshold: .5}, make([]uint64, 0, len(t.Rows)), make([]loglinear.Pair, 0, len(t.Rows))
	for _, row := range t.Rows {
		w, err := strconv.ParseFloat(row.Get("weight"), 64)
		if err != nil {
			return model{}, fmt.Errorf("read weights.tsv:%d: weight: %w", row.Line, err)
		}
		if row.Get("feature") == "threshold" {
			m.threshold = w
			continue
		}
		keys, weights = append(keys, loglinear.Hash(loglinear.HashStart, row.Get("feature"))), append(weights, loglinear.Pair{loglinear.Hundredths(w)})
	}
	m.weights = loglinear.NewWeights(keys, weights)
	return m, nil
}
