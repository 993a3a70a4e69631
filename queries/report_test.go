package queries_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dyad/graph"
	"dyad/internal/neo4jtest"
	"dyad/queries"
	"dyad/schema"
)

var update = flag.Bool("update", false, "write the answers that the reports give into testdata/answers")

func TestMain(m *testing.M) { os.Exit(neo4jtest.Run(m)) }

// openFixture returns a database that holds the fixture and nothing else.
func openFixture(t *testing.T) *graph.DB {
	t.Helper()
	s := neo4jtest.Server(t)
	docs := readFixture(t, dispute)
	table := map[string]schema.Actor{}
	for _, d := range docs {
		for _, a := range d.Actors {
			table[a.ID] = a
		}
	}
	ctx := t.Context()
	db, err := graph.Open(ctx, graph.Config{
		URI: s.URI, Username: s.Username, Password: s.Password, Database: s.Database,
		Actors: func(id string) (schema.Actor, bool) { a, ok := table[id]; return a, ok },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(context.WithoutCancel(ctx)); err != nil {
			t.Error(err)
		}
	})
	if err := neo4jtest.Wipe(ctx, s); err != nil {
		t.Fatal(err)
	}
	sum, err := db.Load(ctx, each(docs), graph.LoadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if sum.New != len(docs) {
		t.Fatalf("%d of %d articles were loaded: %+v", sum.New, len(docs), sum.Skipped)
	}
	return db
}

// TestReports runs every report on the fixture and compares its answer row by
// row with testdata/answers/NAME.txt. Such a file holds one or more runs: a
// line "> name=value" for the parameters, then the answer.
func TestReports(t *testing.T) {
	db := openFixture(t)
	g, err := schema.ReadGraph()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range queries.Embedded() {
		t.Run(q.Name, func(t *testing.T) {
			if unknown := g.Unknown(q.Statement); len(unknown) > 0 {
				t.Errorf("names that the schema does not know: %q", unknown)
			}
			path := filepath.Join("testdata", "answers", q.Name+".txt")
			file, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			runs := readRuns(string(file))
			if len(runs) == 0 || strings.TrimSpace(runs[0].answer) == "" {
				t.Errorf("%s: no run with an answer", path)
			}
			var out bytes.Buffer
			for i, r := range runs {
				got := answer(t, db, q, r.values, i == 0)
				fmt.Fprintf(&out, "%s%s", r.head, got)
				if diff := cmp.Diff(r.answer, got); diff != "" && !*update {
					t.Errorf("%s(-want +got):\n%s", r.head, diff)
				}
			}
			if *update {
				if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// run is one run of a report in a file of answers.
type run struct {
	head   string // its comment lines and the line of parameters
	values map[string]string
	answer string
}

// readRuns parts a file of answers.
func readRuns(file string) []run {
	var runs []run
	comments := ""
	for line := range strings.Lines(file) {
		switch {
		case strings.HasPrefix(line, "#"):
			comments += line
		case strings.HasPrefix(line, ">"):
			r := run{head: comments + line, values: map[string]string{}}
			for f := range strings.FieldsSeq(line[1:]) {
				name, value, _ := strings.Cut(f, "=")
				r.values[name] = value
			}
			runs, comments = append(runs, r), ""
		default:
			runs[len(runs)-1].answer += line
		}
	}
	return runs
}

// answer runs a report and prints its answer: rows of a table, or the nodes
// and relationships of a picture.
func answer(t *testing.T, db *graph.DB, q queries.Query, values map[string]string, whole bool) string {
	t.Helper()
	params, err := queries.Fill(q, values)
	if err != nil {
		t.Fatal(err)
	}
	table, err := db.Run(t.Context(), q.Statement, params)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(q.Shape, table.Columns); diff != "" {
		t.Errorf("columns differ from the shape:\n%s", diff)
	}
	if whole {
		again, err := db.Run(t.Context(), q.Text, params)
		if err != nil {
			t.Errorf("the whole file does not run: %v", err)
		} else if diff := cmp.Diff(table, again); diff != "" {
			t.Errorf("a second run differs:\n%s", diff)
		}
	}
	var b strings.Builder
	if q.View == queries.ViewTable {
		for _, row := range table.Rows {
			cells := make([]string, len(row))
			for i, v := range row {
				cells[i] = show(v)
			}
			b.WriteString(strings.TrimRight(strings.Join(cells, " | "), " ") + "\n")
		}
		return b.String()
	}
	nodes, edges := table.Graph()
	names := map[string]string{}
	var lines []string
	for _, n := range nodes {
		names[n.ID] = nodeName(n)
		lines = append(lines, "("+nodeName(n)+")\n")
	}
	for _, e := range edges {
		if names[e.From] == "" || names[e.To] == "" {
			t.Errorf("the edge %s from %q to %q lacks an end: Browser cannot draw it", e.Type, e.From, e.To)
		}
		lines = append(lines, fmt.Sprintf("%s -%s-> %s\n", names[e.From], e.Type, names[e.To]))
	}
	slices.Sort(lines)
	return strings.Join(lines, "")
}

// nodeName shows a node by what a reader knows it by.
func nodeName(n graph.Node) string {
	for _, p := range []string{"name", "office", "text", "content", "title", "polarity", "type"} {
		if v, ok := n.Properties[p].(string); ok {
			if p == "type" && n.Properties["date"] != nil {
				v += fmt.Sprint(" ", n.Properties["date"])
			}
			return strings.Join(n.Labels, ":") + " " + v
		}
	}
	return n.ID
}

// show prints a value; ids made of hashes are cut.
func show(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case []any:
		parts := make([]string, len(v))
		for i, x := range v {
			parts[i] = show(x)
		}
		return strings.Join(parts, ", ")
	case string:
		if id, _, ok := strings.Cut(v, ":"); ok && id == "event" {
			return "event:…"
		}
		return v
	}
	return fmt.Sprint(v)
}
