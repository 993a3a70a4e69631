package graph

import (
	"slices"
	"time"

	"dyad/schema"
)

// Summary says what a load did, or would do.
type Summary struct {
	DryRun bool `json:"dry_run"`
	// Articles is the number read: new, replaced because their extraction
	// changed, unchanged, and skipped.
	Articles  int `json:"articles"`
	New       int `json:"new"`
	Replaced  int `json:"replaced"`
	Unchanged int `json:"unchanged"`
	// Nodes and Edges count by label and type, in the order of the schema,
	// without those of which nothing was written.
	Nodes []Count `json:"nodes"`
	Edges []Count `json:"edges"`
	// Removed is what replaced articles had left behind.
	Removed  Removed       `json:"removed"`
	Skipped  []Skip        `json:"skipped"`
	Duration time.Duration `json:"-"`
	// Rate is articles a second.
	Rate float64 `json:"articles_per_second"`
	// Last is the id of the last article committed.
	Last string `json:"last"`
}

// Count is how many nodes of a label or edges of a type are new, and how many
// that were there changed.
type Count struct {
	Name    string `json:"name"`
	New     int    `json:"new"`
	Updated int    `json:"updated"`
}

// Removed counts nodes and edges taken out.
type Removed struct {
	Nodes int `json:"nodes"`
	Edges int `json:"edges"`
}

// Skip is an input that was not loaded, and why.
type Skip struct {
	Article string `json:"article"`
	Input   string `json:"input"`
	Reason  string `json:"reason"`
}

// tally counts by label and type.
type tally map[string]Count

func (t tally) add(name string, created, updated int) {
	c := t[name]
	t[name] = Count{name, c.New + created, c.Updated + updated}
}

func (t tally) addAll(o tally) {
	for name, c := range o {
		t.add(name, c.New, c.Updated)
	}
}

// counts lists the tally in the order of the schema.
func (t tally) counts(g *schema.Graph) (nodes, edges []Count) {
	for _, n := range g.Nodes {
		nodes = append(nodes, t[n.Label])
	}
	for _, r := range g.Relationships {
		edges = append(edges, t[r.Type])
	}
	empty := func(c Count) bool { return c.New+c.Updated == 0 }
	return slices.DeleteFunc(nodes, empty), slices.DeleteFunc(edges, empty)
}
