// Package corpus reads the annotated corpora that dyad is trained and measured
// on: DSE, NewsMTSC, annotated news and gold records of PLOVER.
//
// Reads: their files. Writes: texts with spans and labels.
package corpus

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode"

	"dyad/schema"
)

// Pair is a sentence of DSE with its two entities and label: 0 neutral, 1 and
// 2 positive, 3 and 4 negative, odd from p to q, even from q to p.
type Pair struct {
	Text  string
	Spans [2]schema.Span // p and q, bytes
	Label int
}

// ReadDSE reads a DSE file, tab-separated with quotes as in CSV; lines that
// repeat an earlier one are left out.
func ReadDSE(name string, in io.Reader) ([]Pair, error) {
	r := csv.NewReader(in)
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = '\t', true, -1
	var out []Pair
	seen := map[[4]string]bool{}
	for {
		f, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		line, _ := r.FieldPos(0)
		if len(f) != 4 {
			return nil, fmt.Errorf("read %s:%d: %d fields, want 4", name, line, len(f))
		}
		if seen[[4]string(f)] {
			continue
		}
		seen[[4]string(f)] = true
		p, err := parsePair(f[0], f[3])
		if err != nil {
			return nil, fmt.Errorf("read %s:%d: %w", name, line, err)
		}
		out = append(out, p)
	}
}

// parsePair takes the brackets off a sentence, remembers what stood in them,
// and grows it to whole words, because the data cuts many ("[Los Angele]s").
func parsePair(sentence, label string) (Pair, error) {
	if len(label) != 1 || label[0] < '0' || label[0] > '4' {
		return Pair{}, fmt.Errorf("label %q, want 0 to 4", label)
	}
	text := []rune(sentence)
	var at [4]int
	from := 0
	for i, bracket := range []rune{'[', ']', '[', ']'} {
		k := slices.Index(text[from:], bracket)
		if k < 0 {
			return Pair{}, fmt.Errorf("no two entities in brackets")
		}
		text = slices.Delete(text, from+k, from+k+1)
		from += k
		at[i] = from
	}
	p := Pair{Text: string(text), Label: int(label[0] - '0')}
	offsets := Offsets(p.Text)
	for i := range p.Spans {
		s, e := snap(text, at[2*i], at[2*i+1])
		p.Spans[i] = schema.Span{Start: offsets[s], End: offsets[e]}
	}
	return p, nil
}

// snap drops blanks and marks at the edges of a span of code points, then
// grows it to whole words; a span of nothing else stays as it is.
func snap(text []rune, start, end int) (int, int) {
	alnum := func(i int) bool { return unicode.IsLetter(text[i]) || unicode.IsDigit(text[i]) }
	s, e := start, end
	for s < e && !alnum(s) {
		s++
	}
	for e > s && !alnum(e-1) && text[e-1] != '.' {
		e--
	}
	for s > 0 && s < len(text) && alnum(s-1) {
		s--
	}
	for e > 0 && e < len(text) && alnum(e-1) && alnum(e) {
		e++
	}
	if e <= s {
		return start, end
	}
	return s, e
}
