package nlp

import (
	"embed"
	"fmt"
	"strings"

	"dyad/internal/lexicon"
)

//go:embed data/*.tsv
var data embed.FS

// abbreviation is the kind of a form that ends in a period.
type abbreviation int

// Kinds of abbreviations, described in data/abbreviations.tsv.
const (
	noAbbreviation abbreviation = iota
	abbreviationTitle
	abbreviationNumber
	abbreviationMonth
	abbreviationEnd
	abbreviationNever
)

// tokenRules are the word lists of the tokeniser and the sentence splitter.
type tokenRules struct {
	abbreviations map[string]abbreviation
	contractions  map[string]int // length of the first part
	prefixes      map[string]bool
	starters      map[string]bool
	reporting     map[string]bool
	hosts         map[string]bool
	units         map[string]bool
	emoticons     map[string]bool
}

// loadTokenRules reads the embedded tables.
func loadTokenRules() (*tokenRules, error) {
	r := &tokenRules{abbreviations: map[string]abbreviation{}, contractions: map[string]int{}}
	kinds := map[string]abbreviation{"title": abbreviationTitle, "number": abbreviationNumber, "month": abbreviationMonth, "end": abbreviationEnd, "never": abbreviationNever}
	t, err := readTable("abbreviations")
	if err != nil {
		return nil, err
	}
	for _, row := range t.Rows {
		kind, ok := kinds[row.Get("kind")]
		if !ok {
			return nil, fmt.Errorf("read %s:%d: unknown kind %q", t.Name, row.Line, row.Get("kind"))
		}
		r.abbreviations[row.Get("form")] = kind
	}
	if t, err = readTable("contractions"); err != nil {
		return nil, err
	}
	for _, row := range t.Rows {
		parts := row.List("parts")
		if strings.Join(parts, "") != row.Get("form") || len(parts) != 2 {
			return nil, fmt.Errorf("read %s:%d: parts do not make %q", t.Name, row.Line, row.Get("form"))
		}
		r.contractions[row.Get("form")] = len(parts[0])
	}
	for _, set := range []struct {
		name, column string
		to           *map[string]bool
	}{{"prefixes", "prefix", &r.prefixes}, {"starters", "form", &r.starters}, {"reporting", "form", &r.reporting}, {"tlds", "suffix", &r.hosts},
		{"units", "unit", &r.units}, {"emoticons", "form", &r.emoticons}} {
		if t, err = readTable(set.name); err != nil {
			return nil, err
		}
		*set.to = map[string]bool{}
		for _, row := range t.Rows {
			(*set.to)[row.Get(set.column)] = true
		}
	}
	return r, nil
}

// readTable reads a table of the data folder.
func readTable(name string) (*lexicon.Table, error) {
	name = "data/" + name + ".tsv"
	f, err := data.Open(name)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	defer f.Close()
	return lexicon.Read(name, f)
}
