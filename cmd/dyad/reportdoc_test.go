package main

import (
	"context"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dyad/graph"
	"dyad/internal/neo4jtest"
)

// documented matches a report's command line and its answer in a page.
var documented = regexp.MustCompile("(?s)```\n\\$ dyad (report [^\n]*)\n(.*?)```\n")

// TestReportDocs runs every report that docs/reports.md shows on the sample
// articles and compares the answers, or writes them with -update.
func TestReportDocs(t *testing.T) {
	server := neo4jtest.Server(t)
	ctx := context.Background()
	if err := neo4jtest.Wipe(ctx, server); err != nil {
		t.Fatal(err)
	}
	db, err := openToWrite(ctx, configOf(server), mustTables(t))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close(ctx)
	if _, err := db.Load(ctx, all(sampleDocuments(t)), graph.LoadOptions{}); err != nil {
		t.Fatal(err)
	}
	t.Setenv("NEO4J_URI", server.URI)
	t.Setenv("NEO4J_USERNAME", server.Username)
	t.Setenv("NEO4J_PASSWORD", server.Password)
	const page = "../../docs/reports.md"
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	got := documented.ReplaceAllStringFunc(string(text), func(block string) string {
		n++
		line := documented.FindStringSubmatch(block)[1]
		return "```\n$ dyad " + line + "\n" + strings.TrimRight(runLine(t, line), "\n") + "\n```\n"
	})
	if n < 6 {
		t.Fatalf("%s shows %d reports, want at least 6", page, n)
	}
	if *update {
		if err := os.WriteFile(page, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(text), got); diff != "" {
		t.Errorf("%s is out of date; go test ./cmd/dyad -run TestReportDocs -update (-page +now):\n%s", page, diff)
	}
}

// runLine runs a command line of words without quotes and returns what it
// prints.
func runLine(t *testing.T, line string) string {
	t.Helper()
	var out, errw strings.Builder
	e := &env{in: strings.NewReader(""), out: &out, err: &errw, clock: time.Now}
	args := flagsFirst(append([]string{"dyad"}, strings.Fields(line)...))
	if err := newApp(e).Run(args); err != nil {
		t.Fatalf("dyad %s: %v\n%s", line, err, errw.String())
	}
	return out.String()
}
