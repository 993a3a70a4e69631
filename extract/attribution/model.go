package attribution

import (
	"bytes"
	"fmt"
	"math"
	"strconv"

	table "dyad/internal/lexicon"
	"dyad/schema"
)

// model is a logistic regression that tells reports of speech and thought
// from other uses of the cue words. Its weights (data/cue-weights.tsv) are
// learned by [Train].
type model struct {
	weights   map[string]float64
	threshold float64
}

// A name behind a quotation and a dash is so sure and so rare that the model
// has no say in it.
const (
	ruleDash       = "dash"
	dashConfidence = .9
)

// limit is the confidence that a candidate needs. A verb of speech with a
// clause, as the lexicon has it, needs less: the model has learned from the
// news of one country and knows few of the speakers of another.
func (m model) limit(c *candidate) float64 {
	if c.entry != nil && c.entry.kind == schema.KindSpeech && !c.loose && c.sourceHead >= 0 &&
		(c.rule == "clause" || c.rule == "infinitive" || c.rule == "fronted" || c.rule == "quote") {
		return m.threshold / 2
	}
	return m.threshold
}

// probability is the confidence in a candidate.
func (m model) probability(c *candidate) float64 {
	if c.rule == ruleDash {
		return dashConfidence
	}
	sum := 0.0
	for _, f := range features(c) {
		sum += m.weights[f]
	}
	return 1 / (1 + math.Exp(-sum))
}

func loadModel() (model, string, error) {
	raw, err := data.ReadFile("data/cue-weights.tsv")
	if err != nil {
		return model{}, "", fmt.Errorf("read cue weights: %w", err)
	}
	m, err := readModel(raw)
	return m, string(raw), err
}

func readModel(raw []byte) (model, error) {
	t, err := table.Read("cue-weights.tsv", bytes.NewReader(raw))
	if err != nil {
		return model{}, err
	}
	m := model{map[string]float64{}, .5}
	for _, row := range t.Rows {
		w, err := strconv.ParseFloat(row.Get("weight"), 64)
		if err != nil {
			return model{}, fmt.Errorf("read cue-weights.tsv:%d: weight: %w", row.Line, err)
		}
		if row.Get("feature") == "threshold" {
			m.threshold = w
			continue
		}
		m.weights[row.Get("feature")] = w
	}
	return m, nil
}
