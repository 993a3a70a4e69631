package corpus

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"dyad/schema"
)

// Targeted is a sentence of NewsMTSC with the persons that it speaks of.
type Targeted struct {
	Text    string
	Targets []Target
}

// Target is a person in a sentence and how the sentence speaks of him: 1 well,
// -1 badly, 0 neither.
type Target struct {
	schema.Span // bytes
	Sign        int
}

// newsmtscLine is a line of NewsMTSC; offsets count code points.
type newsmtscLine struct {
	Text    string `json:"sentence_normalized"`
	Targets []struct {
		From     int     `json:"from"`
		To       int     `json:"to"`
		Polarity float64 `json:"polarity"`
	} `json:"targets"`
}

// ReadNewsMTSC reads a file of NewsMTSC, one JSON object a line.
func ReadNewsMTSC(name string, in io.Reader) ([]Targeted, error) {
	var out []Targeted
	sc := bufio.NewScanner(in)
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		t, err := parseNewsMTSC(sc.Bytes())
		if err != nil {
			return nil, fmt.Errorf("read %s:%d: %w", name, n, err)
		}
		out = append(out, t)
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return out, nil
}

// parseNewsMTSC reads one sentence: polarity 2 is negative, 4 neutral, 6
// positive.
func parseNewsMTSC(line []byte) (Targeted, error) {
	var l newsmtscLine
	if err := json.Unmarshal(line, &l); err != nil {
		return Targeted{}, err
	}
	t := Targeted{Text: l.Text}
	offsets := Offsets(l.Text)
	for _, x := range l.Targets {
		span, err := ByteSpan(offsets, x.From, x.To)
		if err != nil {
			return Targeted{}, err
		}
		sign := int(x.Polarity)/2 - 2
		if sign < -1 || sign > 1 {
			return Targeted{}, fmt.Errorf("polarity %v, want 2, 4 or 6", x.Polarity)
		}
		t.Targets = append(t.Targets, Target{span, sign})
	}
	return t, nil
}
