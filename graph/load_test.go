package graph

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dyad/schema"
)

// TestLoadTwice is the case of graphiti#767: the same input twice doubled it.
func TestLoadTwice(t *testing.T) {
	db := open(t)
	first := load(t, db, LoadOptions{}, corpus()...)
	if first.New != 6 || len(first.Nodes) == 0 {
		t.Fatalf("first load: %+v", first)
	}
	want := digest(t, db)
	again := load(t, db, LoadOptions{}, corpus()...)
	if again.Unchanged != 6 || len(again.Nodes)+len(again.Edges) > 0 {
		t.Errorf("second load: %d unchanged, nodes %v, edges %v", again.Unchanged, again.Nodes, again.Edges)
	}
	if got := digest(t, db); got != want {
		t.Errorf("digest after the second load %s, want %s", got, want)
	}
}

// TestOrderAndBatch is the case of graphify#1695: another graph on every run.
func TestOrderAndBatch(t *testing.T) {
	db := open(t)
	load(t, db, LoadOptions{}, corpus()...)
	want := digest(t, db)
	backwards := corpus()
	slices.Reverse(backwards)
	for _, c := range []struct {
		name  string
		docs  []*schema.Document
		batch int
	}{
		{"batches of one", corpus(), 1},
		{"backwards", backwards, 100},
		{"backwards in batches of two", backwards, 2},
		{"twice in one load", append(corpus(), backwards...), 4},
	} {
		wipe(t, db)
		load(t, db, LoadOptions{Batch: c.batch}, c.docs...)
		if got := digest(t, db); got != want {
			t.Errorf("%s: digest %s, want %s", c.name, got, want)
		}
	}
}

func TestSummaryCounts(t *testing.T) {
	db := open(t)
	sum := load(t, db, LoadOptions{}, visit("a1", "2011-10-25", "Daily", "Russia"))
	nodes := []Count{{"Article", 1, 0}, {"Outlet", 1, 0}, {"Sentence", 2, 0}, {"Actor", 3, 0}, {"Role", 1, 0}, {"Event", 1, 0},
		{"Statement", 1, 0}, {"Stance", 1, 0}, {"Issue", 1, 0}, {"Place", 1, 0}, {"Run", 1, 0}}
	if diff := cmp.Diff(nodes, sum.Nodes); diff != "" {
		t.Errorf("nodes (-want +got):\n%s", diff)
	}
	edges := []Count{{"INITIATED", 1, 0}, {"DIRECTED_AT", 1, 0}, {"ABOUT", 2, 0}, {"LOCATED_IN", 1, 0}, {"HOLDS", 1, 0}, {"TOWARDS", 1, 0},
		{"MADE", 1, 0}, {"HELD", 1, 0}, {"OF", 1, 0}, {"EVIDENCED_BY", 3, 0}, {"PART_OF", 2, 0}, {"PUBLISHED_BY", 1, 0},
		{"EXTRACTED_BY", 1, 0}, {"MENTIONS", 4, 0}}
	if diff := cmp.Diff(edges, sum.Edges); diff != "" {
		t.Errorf("edges (-want +got):\n%s", diff)
	}
}

// TestConforms is the case of llm-graph-builder#1462: the schema was not
// respected. Every label, type and property in the database is in graph.json,
// with the type it states.
func TestConforms(t *testing.T) {
	db := open(t)
	docs := corpus()
	porter := docs[0].Actors[2]
	docs[0].Article.URL = "https://example.org/a1"
	docs[0].Events[0].Context, docs[0].Events[0].DateRule = []string{"military"}, "weekday"
	docs[0].Actors[2].Country, docs[0].Actors[2].Sector, docs[0].Actors[2].Role, docs[0].Actors[2].Undated = "GBR", "MIL", "spokesman", true
	docs[0].Actors[2].Wikidata = "Q1001"
	porter.ID = "user-7"
	porter.Given, porter.Roles = true, []schema.Role{{Office: "member", Of: "country:GEO", From: "2009-05", To: "2012", Source: "table"}}
	docs[0].Actors = append(docs[0].Actors, porter)
	docs = append(docs, told())
	load(t, db, LoadOptions{}, docs...)
	if _, err := db.RebuildDerived(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, r := range ask(t, db, "MATCH (n) UNWIND labels(n) AS l UNWIND keys(n) AS k RETURN DISTINCT l, k, valueType(n[k]) ORDER BY l, k", nil) {
		label, name := r[0].(string), r[1].(string)
		n, ok := db.schema.Node(label)
		if n.Of != "" {
			n, _ = db.schema.Node(n.Of)
		}
		if !ok || !hasType(n.Properties, name, r[2].(string)) {
			t.Errorf("%s.%s of type %v is not in the schema", label, name, r[2])
		}
	}
	for _, r := range ask(t, db, "MATCH ()-[e]->() UNWIND keys(e) AS k RETURN DISTINCT type(e), k, valueType(e[k]) ORDER BY type(e), k", nil) {
		typ, name := r[0].(string), r[1].(string)
		rel, ok := db.schema.Relationship(typ)
		if !ok || !hasType(rel.Properties, name, r[2].(string)) {
			t.Errorf("%s.%s of type %v is not in the schema", typ, name, r[2])
		}
	}
	missing := unused(t, db)
	if len(missing) > 0 {
		t.Errorf("the test documents leave out %v, so their types are not tested", missing)
	}
}

// unused lists the properties of the schema that no node or edge has.
func unused(t *testing.T, db *DB) []string {
	t.Helper()
	var out []string
	for _, n := range db.schema.Keyed() {
		for _, p := range n.Properties {
			if number(t, db, "MATCH (n:"+n.Label+") WHERE n."+p.Name+" IS NOT NULL RETURN count(n)") == 0 {
				out = append(out, n.Label+"."+p.Name)
			}
		}
	}
	for _, r := range db.schema.Relationships {
		if number(t, db, "MATCH ()-[r:"+r.Type+"]->() RETURN count(r)") == 0 {
			out = append(out, r.Type)
		}
		for _, p := range r.Properties {
			if number(t, db, "MATCH ()-[r:"+r.Type+"]->() WHERE r."+p.Name+" IS NOT NULL RETURN count(r)") == 0 {
				out = append(out, r.Type+"."+p.Name)
			}
		}
	}
	return out
}

// hasType reports whether the property is known with that type; valueType adds
// NOT NULL.
func hasType(props []schema.Property, name, valueType string) bool {
	return slices.ContainsFunc(props, func(p schema.Property) bool {
		want := p.Type + " NOT NULL"
		if p.Type == "LIST<STRING>" {
			want = "LIST<STRING NOT NULL> NOT NULL"
		}
		return p.Name == name && valueType == want
	})
}
