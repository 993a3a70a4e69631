package event

import "strings"

// Entry is a lexicon entry as a rule names it, for people to read.
type Entry struct {
	// Name is the part of a rule: "verb:visit", "op:threaten".
	Name string `json:"name"`
	// Table and Line say where the entry stands.
	Table string `json:"table"`
	Line  int    `json:"line"`
	// Lemmas are the words, Needs the conditions around them, Code is what
	// they are coded as, Example a sentence that the entry must match.
	Lemmas  []string `json:"lemmas"`
	Needs   []string `json:"needs,omitempty"`
	Code    string   `json:"code,omitempty"`
	Example string   `json:"example"`
}

// Entries returns the lexicon entries that a rule names, in its order; steps
// that are no entries ("will", "not") are left out.
func (c *Coder) Entries(rule string) []Entry {
	var out []Entry
	for step := range strings.SplitSeq(rule, "/") {
		for _, e := range c.lex.entries {
			if e.name == step {
				out = append(out, e.describe())
				break
			}
		}
	}
	return out
}

// describe writes an entry out.
func (e *entry) describe() Entry {
	d := Entry{Name: e.name, Table: e.table, Line: e.line, Lemmas: e.lemmas, Example: e.example}
	d.Code = strings.TrimSpace(strings.Join([]string{e.typ, e.mode, e.cameo}, " "))
	for _, n := range []struct {
		what  string
		words []string
	}{{"particle", e.particles}, {"object", e.object}, {"preposition", e.preps}, {"complement", e.comps}, {"flags", e.flags}} {
		if len(n.words) > 0 {
			d.Needs = append(d.Needs, n.what+" "+strings.Join(n.words, "|"))
		}
	}
	return d
}
