package main

import (
	"fmt"
	"strings"

	"dyad/graph"
)

// loadReport is a load's summary in JSON.
type loadReport struct {
	graph.Summary
	Skipped []skipped `json:"skipped"`
}

// printSummary prints what a load did: a line of articles, the nodes and edges
// by label and type, and what was left out.
func (e *env) printSummary(format string, sum graph.Summary, left []skipped) error {
	if strings.HasPrefix(format, "json") {
		var b strings.Builder
		if left == nil {
			left = []skipped{}
		}
		if err := jsonTo(&b, loadReport{sum, left}); err != nil {
			return err
		}
		_, err := fmt.Fprintln(e.out, b.String())
		return err
	}
	g := grid{Columns: []string{"what", "name", "new", "updated"}}
	for _, n := range sum.Nodes {
		g.Rows = append(g.Rows, []any{"nodes", n.Name, n.New, n.Updated})
	}
	for _, n := range sum.Edges {
		g.Rows = append(g.Rows, []any{"edges", n.Name, n.New, n.Updated})
	}
	for _, s := range left {
		g.Rows = append(g.Rows, []any{"skipped", s.Item + ": " + s.Reason, "", ""})
	}
	if len(g.Rows) > 0 {
		if err := writeGrid(e.out, format, g); err != nil {
			return err
		}
	}
	if format != "table" {
		return nil
	}
	verb := "loaded"
	if sum.DryRun {
		verb = "dry run, nothing written:"
	}
	_, err := fmt.Fprintf(e.out, "%s %d articles (%d new, %d replaced, %d unchanged), %d skipped, %.0f articles per second\n",
		verb, sum.Articles, sum.New, sum.Replaced, sum.Unchanged, len(left), sum.Rate)
	return err
}
