package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"dyad/extract/attribution"
	"dyad/internal/corpus"
	"dyad/schema"
)

// annotated is an article of PolNeAR, spans in bytes.
type annotated struct {
	text    string
	gold    []attribution.Gold
	discard []schema.Span
}

// polnearLine is a line of PolNeAR as JSON; offsets count code points.
type polnearLine struct {
	ID           string
	Text         string
	Attributions []struct{ Source, Cue, Content [][2]int }
	Discard      [][2]int
}

// scanPolnear reads PolNeAR JSON lines; errors name the line.
func scanPolnear(name string, in io.Reader) ([]annotated, error) {
	var out []annotated
	sc := bufio.NewScanner(in)
	sc.Buffer(nil, 1<<24)
	for n := 1; sc.Scan(); n++ {
		a, err := parsePolnear(sc.Bytes())
		if err != nil {
			return nil, fmt.Errorf("read %s:%d: %w", name, n, err)
		}
		out = append(out, a)
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return out, nil
}

// parsePolnear reads one article and turns its code points into bytes.
func parsePolnear(line []byte) (annotated, error) {
	var l polnearLine
	if err := json.Unmarshal(line, &l); err != nil {
		return annotated{}, err
	}
	offsets := corpus.Offsets(l.Text)
	a := annotated{text: l.Text}
	var err error
	convert := func(list [][2]int) []schema.Span {
		var spans []schema.Span
		for _, s := range list {
			span, bad := corpus.ByteSpan(offsets, s[0], s[1])
			if bad != nil {
				err = bad
				continue
			}
			spans = append(spans, span)
		}
		return spans
	}
	for _, g := range l.Attributions {
		a.gold = append(a.gold, attribution.Gold{Source: convert(g.Source), Cue: convert(g.Cue), Content: convert(g.Content)})
	}
	a.discard = convert(l.Discard)
	return a, err
}
