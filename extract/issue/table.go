package issue

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"strings"

	"dyad/internal/lexicon"
)

//go:embed data/*.tsv
var dataFiles embed.FS

// table is the list of issues with the patterns that name them.
type table struct {
	issues   []issueRow
	index    map[string][]*pattern // by first word; "{place}" for those that begin with one
	spelling map[string]string
	digest   string
}

// issueRow is one issue; name holds "{place}" where it is composed.
type issueRow struct {
	name     string
	patterns []*pattern
}

// pattern is a sequence of elements that names an issue.
type pattern struct {
	name     string
	elements []element
	short    bool
}

// element is one word of a pattern, in alternatives; it may be optional.
type element struct {
	words    []string
	optional bool
}

const placeWord = "{place}"

func loadTable() (*table, error) {
	t := &table{index: map[string][]*pattern{}, spelling: map[string]string{}}
	hash := sha256.New()
	for _, f := range []struct {
		name string
		add  func(lexicon.Row) error
	}{{"spelling.tsv", t.addSpelling}, {"issues.tsv", t.addIssue}} {
		data, err := dataFiles.ReadFile("data/" + f.name)
		if err != nil {
			return nil, fmt.Errorf("read issues: %w", err)
		}
		hash.Write(data)
		tab, err := lexicon.Read(f.name, strings.NewReader(string(data)))
		if err != nil {
			return nil, err
		}
		for _, row := range tab.Rows {
			if err := f.add(row); err != nil {
				return nil, fmt.Errorf("read %s:%d: %w", f.name, row.Line, err)
			}
		}
	}
	t.digest = hex.EncodeToString(hash.Sum(nil)[:8])
	return t, nil
}

func (t *table) addSpelling(r lexicon.Row) error {
	t.spelling[r.Get("american")] = r.Get("british")
	return nil
}

func (t *table) addIssue(r lexicon.Row) error {
	row := issueRow{name: r.Get("name")}
	if row.name == "" {
		return fmt.Errorf("an issue without a name")
	}
	for _, short := range []bool{false, true} {
		column := "patterns"
		if short {
			column = "short"
		}
		for _, text := range r.List(column) {
			p, err := t.parse(text)
			if err != nil {
				return fmt.Errorf("pattern %q: %w", text, err)
			}
			p.name, p.short = row.name, short
			row.patterns = append(row.patterns, p)
			t.add(p)
		}
	}
	t.issues = append(t.issues, row)
	return nil
}

// parse reads a pattern: words apart by blanks, "a/b" for alternatives,
// "(a)" for what may be missing, "{place}" for a country.
func (t *table) parse(text string) (*pattern, error) {
	p := &pattern{}
	for f := range strings.FieldsSeq(text) {
		e := element{}
		if inner, ok := strings.CutPrefix(f, "("); ok {
			if f, ok = strings.CutSuffix(inner, ")"); !ok {
				return nil, fmt.Errorf("no closing parenthesis")
			}
			e.optional = true
		}
		for w := range strings.SplitSeq(f, "/") {
			e.words = append(e.words, t.normal(w))
		}
		p.elements = append(p.elements, e)
	}
	if len(p.elements) == 0 || p.elements[0].optional {
		return nil, fmt.Errorf("the first word must not be optional")
	}
	return p, nil
}

func (t *table) add(p *pattern) {
	for _, w := range p.elements[0].words {
		t.index[w] = append(t.index[w], p)
	}
}

// normal returns a word in lower case and British spelling.
func (t *table) normal(w string) string {
	w = strings.ToLower(w)
	if b, ok := t.spelling[w]; ok {
		return b
	}
	return w
}
