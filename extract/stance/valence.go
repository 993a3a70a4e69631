package stance

import (
	"bytes"
	"fmt"
	"strconv"

	table "dyad/internal/lexicon"
	"dyad/internal/loglinear"
)

// readValence reads the words that are good or bad whatever their role.
func (l *lexicon) readValence(raw []byte) error {
	t, err := table.Read("valence.tsv", bytes.NewReader(raw))
	if err != nil {
		return err
	}
	l.valence = loglinear.NewTable[float32](len(t.Rows))
	for _, row := range t.Rows {
		x, err := strconv.ParseFloat(row.Get("valence"), 32)
		if err != nil {
			return fmt.Errorf("read valence.tsv:%d: valence: %w", row.Line, err)
		}
		l.valence.Set(loglinear.Hash(loglinear.HashStart, row.Get("word")), float32(x))
	}
	return nil
}

// valenceOf returns the valence of a word, 0 if the table has none.
func (l *lexicon) valenceOf(word string) float32 {
	x, _ := l.valence.At(loglinear.Hash(loglinear.HashStart, word))
	return x
}

// tone returns how good or bad a word is.
func (v *view) tone(i int) float32 { return v.facts[i].tone }

// toneOf works out how good or bad a word is, by the tables of valence and of
// attitude, turned round behind a negation.
func (v *view) toneOf(i int) float32 {
	tok := &v.Tokens[i]
	if tok.UPOS == "PROPN" || tok.UPOS == "PUNCT" {
		return 0
	}
	lex := v.r.lex
	x := lex.valenceOf(v.lower(i))
	if x == 0 && v.lemma(i) != v.lower(i) {
		x = lex.valenceOf(v.lemma(i))
	}
	if w := v.word(i); w != nil && x == 0 {
		x = float32(w.val)
		if w.val == 0 {
			x = float32(w.to)
		}
	}
	if x == 0 {
		return 0
	}
	for k := max(0, i-3); k < i; k++ {
		if lex.negators[v.lower(k)] {
			return -.7 * x
		}
	}
	return x
}

// grade coarsens a sum of valences.
func grade(x float32) string {
	switch {
	case x <= -6:
		return "-4"
	case x <= -3.5:
		return "-3"
	case x <= -1.5:
		return "-2"
	case x < -.3:
		return "-1"
	case x < .3:
		return "0"
	case x < 1.5:
		return "+1"
	case x < 3.5:
		return "+2"
	case x < 6:
		return "+3"
	}
	return "+4"
}
