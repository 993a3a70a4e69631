package queries_test

import (
	"os"
	"strings"
	"testing"

	"dyad/queries"
	"dyad/schema"
)

// TestDocs checks docs/reports.md: the table names every report with its
// parameters, and the example of an own report is one.
func TestDocs(t *testing.T) {
	file, err := os.ReadFile("../docs/reports.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(file)
	for _, q := range queries.Embedded() {
		if q.View != queries.ViewTable {
			continue
		}
		_, row, ok := strings.Cut(page, "\n| `"+q.Name+"` |")
		if !ok {
			t.Errorf("no row of the table for %s", q.Name)
			continue
		}
		row, _, _ = strings.Cut(row, "\n")
		for _, p := range q.Params {
			if !strings.Contains(row, "`"+p.Name+"`") {
				t.Errorf("the row of %s lacks the parameter %s", q.Name, p.Name)
			}
		}
	}
	_, example, ok := strings.Cut(page, "```\n// ")
	if !ok {
		t.Fatal("no example of an own report")
	}
	example, _, _ = strings.Cut("// "+example, "```")
	q, err := queries.Parse("threats.cypher", example)
	if err != nil {
		t.Fatalf("the example is no report: %v", err)
	}
	g, err := schema.ReadGraph()
	if err != nil {
		t.Fatal(err)
	}
	if unknown := g.Unknown(q.Statement); len(unknown) > 0 {
		t.Errorf("the example names what the schema does not know: %q", unknown)
	}
}
