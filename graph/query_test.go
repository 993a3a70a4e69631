package graph

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRun(t *testing.T) {
	db := open(t)
	load(t, db, LoadOptions{}, visit("a1", "2011-10-25T08:00:00Z", "Daily", "Russia"))
	table, err := db.Run(context.Background(), `MATCH p = (a:Actor)-[i:INITIATED]->(e:Event)
		MATCH (e)-[:EVIDENCED_BY]->(:Sentence)-[:PART_OF]->(art:Article)
		RETURN e.date AS date, art.publishedAt AS at, e.quad AS quad, e.negated AS negated, [e.type, 1.5] AS list,
		       {k: e.date} AS map, null AS nothing, $x AS x, a AS actor, p AS path, duration('P1D') AS d`, map[string]any{"x": "y"})
	if err != nil {
		t.Fatal(err)
	}
	if len(table.Rows) != 1 {
		t.Fatalf("%d rows", len(table.Rows))
	}
	row := table.Rows[0]
	want := []any{"2011-10-25", "2011-10-25T08:00:00Z", int64(1), false, []any{"CONSULT", 1.5}, map[string]any{"k": "2011-10-25"}, nil, "y"}
	if diff := cmp.Diff(want, row[:8]); diff != "" {
		t.Errorf("values (-want +got):\n%s", diff)
	}
	actor := Node{ID: "org:nato", Labels: []string{"Actor", "Organization"},
		Properties: map[string]any{"actorId": "org:nato", "name": "NATO", "kind": "organization", "code": "IGO"}}
	if diff := cmp.Diff(any(actor), row[8]); diff != "" {
		t.Errorf("node (-want +got):\n%s", diff)
	}
	nodes, edges := table.Graph()
	if len(nodes) != 2 || len(edges) != 1 || edges[0].Type != "INITIATED" || edges[0].From != "org:nato" || !strings.HasPrefix(edges[0].To, "event:") {
		t.Errorf("graph: %v, %v", nodes, edges)
	}
	if diff := cmp.Diff([]string{"date", "at", "quad", "negated", "list", "map", "nothing", "x", "actor", "path", "d"}, table.Columns); diff != "" {
		t.Errorf("columns (-want +got):\n%s", diff)
	}
}

func TestRunOnlyReads(t *testing.T) {
	db := open(t)
	if _, err := db.Run(context.Background(), "CREATE (:Film)", nil); err == nil {
		t.Error("a writing query was run")
	}
	if n := number(t, db, "MATCH (n) RETURN count(n)"); n != 0 {
		t.Errorf("%d nodes were written", n)
	}
	if _, err := db.Run(context.Background(), "MATCH (n RETURN n", nil); err == nil || !strings.HasPrefix(err.Error(), "run the query: ") {
		t.Errorf("syntax error: got %v", err)
	}
}

func TestFindActor(t *testing.T) {
	db := open(t)
	load(t, db, LoadOptions{}, corpus()...)
	tests := []struct {
		text, by string
		want     []string
	}{
		{"country:RUS", "id", []string{"country:RUS"}},
		{"nato", "name", []string{"org:nato"}},
		{"  simon   PORTER ", "name", []string{"person:simon-porter"}},
		{"the kremlin", "form", []string{"country:RUS"}},
		{"U.S.", "form", []string{"country:USA"}},
		{"united stats", "near", []string{"country:USA"}},
		{"Portr", "near", []string{"person:simon-porter"}},
		{`"); DROP`, "", nil},
		{"", "", nil},
		{"Zanzibar", "", nil},
	}
	for _, tt := range tests {
		found, near, err := db.FindActor(context.Background(), tt.text)
		if err != nil {
			t.Errorf("%q: %v", tt.text, err)
			continue
		}
		if tt.by == "near" && len(found) > 0 || tt.by != "near" && len(near) > 0 {
			t.Errorf("%q: found %v, near %v", tt.text, found, near)
		}
		var got []string
		for _, m := range append(found, near...) {
			got = append(got, m.ID)
			if m.By != tt.by {
				t.Errorf("%q: %s found by %s, want %s", tt.text, m.ID, m.By, tt.by)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
}
