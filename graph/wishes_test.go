package graph

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dyad/schema"
)

// TestOneActorUnderSeveralNames is the case of llm-graph-builder#1624 and
// graphrag#401: one actor under several names became several nodes; and of
// graphiti#1734: even under the same one.
func TestOneActorUnderSeveralNames(t *testing.T) {
	db := open(t)
	load(t, db, LoadOptions{Batch: 1},
		visit("a1", "2011-10-25", "Daily", "Russia"), visit("a2", "2011-10-25", "Daily", "Moscow"), visit("a3", "2011-10-25", "Daily", "Russia"))
	rows := ask(t, db, `MATCH (art:Article)-[m:MENTIONS]->(a:Actor:Country)
		RETURN a.actorId, a.name, count(DISTINCT a), collect(m.forms[0])`, nil)
	want := [][]any{{"country:RUS", "Russia", int64(1), []any{"Russia", "Moscow", "Russia"}}}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestSharedAlias is the case of opencti#1610 and #14993: a shared alias
// merged distinct actors for good. Here the doubt is an edge, and goes with
// the article that has it.
func TestSharedAlias(t *testing.T) {
	db := open(t)
	doubtful := threat("a1", "2011-10-25", "")
	doubtful.Actors[0].PossiblySameAs = []schema.SameAs{{ID: "country:GEO", Why: "shared alias"}}
	load(t, db, LoadOptions{}, doubtful, threat("a2", "2011-10-25", ""))
	rows := ask(t, db, "MATCH (a:Actor)-[s:POSSIBLY_SAME_AS]->(b:Actor:Country) RETURN a.name, s.why, b.name", nil)
	if diff := cmp.Diff([][]any{{"Russia", "shared alias", "Georgia"}}, rows); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
	if _, err := db.Retract(context.Background(), "a1"); err != nil {
		t.Fatal(err)
	}
	if n := number(t, db, "MATCH (a:Actor) RETURN count(a)"); n != 2 {
		t.Errorf("%d actors are left, want Russia and the United States", n)
	}
}

// TestLaterOccurrence is the case of graphiti#1865 and #630: removing repeats
// swallowed genuine later occurrences of the same fact.
func TestLaterOccurrence(t *testing.T) {
	db := open(t)
	load(t, db, LoadOptions{},
		threat("a1", "2011-10-25", "2011-10-25"), threat("a2", "2011-10-26", "2011-10-25"),
		threat("a3", "2011-11-02", "2011-11-01"), threat("a4", "2011-11-02", ""), threat("a5", "2011-11-02", ""))
	rows := ask(t, db, `MATCH (e:Event)-[:EVIDENCED_BY]->(:Sentence)-[:PART_OF]->(a:Article)
		WITH e, a ORDER BY a.articleId
		WITH e, collect(a.articleId) AS articles
		RETURN e.date, articles ORDER BY articles[0]`, nil)
	want := [][]any{{"2011-10-25", []any{"a1", "a2"}}, {"2011-11-01", []any{"a3"}}, {nil, []any{"a4"}}, {nil, []any{"a5"}}}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestSameReportFromTwoFeeds is the case of opencti#13083: one report from two
// feeds with different dates was not recognised. The articles stay two, their
// text says that it is one, and so is the event.
func TestSameReportFromTwoFeeds(t *testing.T) {
	db := open(t)
	load(t, db, LoadOptions{}, visit("feed1", "2011-10-25", "Daily", "Russia"), visit("feed2", "2011-10-28", "Weekly", "Russia"))
	rows := ask(t, db, "MATCH (a:Article) RETURN count(a), count(DISTINCT a.sha256), COUNT { (:Event) }", nil)
	if diff := cmp.Diff([][]any{{int64(2), int64(1), int64(1)}}, rows); diff != "" {
		t.Errorf("articles, texts, events (-want +got):\n%s", diff)
	}
}

// TestAddingIsCheap is the case of graphrag#741 and #1963: adding documents
// forced a costly re-index. A new article adds its own and touches no other.
func TestAddingIsCheap(t *testing.T) {
	db := open(t)
	load(t, db, LoadOptions{}, corpus()...)
	sum := load(t, db, LoadOptions{}, threat("a7", "2011-10-27", ""))
	want := []Count{{"Article", 1, 0}, {"Sentence", 1, 0}, {"Event", 1, 0}}
	if diff := cmp.Diff(want, sum.Nodes); diff != "" {
		t.Errorf("nodes (-want +got):\n%s", diff)
	}
	if sum.Removed != (Removed{}) {
		t.Errorf("removed %+v", sum.Removed)
	}
}

// TestForeignLabels is the case of llm-graph-builder#622: labels of the user
// collided with internal ones. A graph that shares labels is refused and not
// touched, one that does not is left alone.
func TestForeignLabels(t *testing.T) {
	tests := []struct {
		name, make, want string
	}{
		{"label without key", "CREATE (:Person {name: 'Keanu'})-[:ACTED_IN]->(:Movie {title: 'Speed'})", "1 Person nodes are not dyad's: they have no actorId"},
		{"constraint on a label", "CREATE CONSTRAINT people FOR (p:Person) REQUIRE p.name IS UNIQUE", "the constraint people demands UNIQUENESS of Person(name)"},
		{"constraint under our name", "CREATE CONSTRAINT dyad_actor_id FOR (p:Star) REQUIRE p.id IS UNIQUE", "dyad_actor_id is there as UNIQUENESS of Star(id)"},
		{"index in the way", "CREATE INDEX mine FOR (e:Event) ON (e.eventId)", "the index mine stands in the way of the constraint dyad_event_id"},
	}
	db := open(t)
	for _, tt := range tests {
		strip(t, db)
		must(t, db, tt.make)
		before := everything(t, db)
		_, err := db.Load(context.Background(), seq(corpus()), LoadOptions{})
		if err == nil || !strings.Contains(err.Error(), tt.want) || !isForeign(err) {
			t.Errorf("%s: got %v, want %q", tt.name, err, tt.want)
		}
		if diff := cmp.Diff(before, everything(t, db)); diff != "" {
			t.Errorf("%s: the database was touched:\n%s", tt.name, diff)
		}
		findings, err := db.CheckSchema(context.Background())
		if err != nil || len(findings) == 0 || !findings[0].Foreign || findings[0].Mend == "" {
			t.Errorf("%s: findings %+v, %v", tt.name, findings, err)
		}
	}
	strip(t, db)
}

// TestNeighbours checks that a graph with other labels lives beside ours.
func TestNeighbours(t *testing.T) {
	db := open(t)
	load(t, db, LoadOptions{}, corpus()...)
	want := digest(t, db)
	wipe(t, db)
	must(t, db, "CREATE (:Film {title: 'Speed'})-[:ABOUT]->(:Topic {name: 'buses'})")
	load(t, db, LoadOptions{}, corpus()...)
	if got := digest(t, db); got != want {
		t.Error("the neighbour is in the digest")
	}
	for _, d := range corpus() {
		if _, err := db.Retract(context.Background(), d.Article.ID); err != nil {
			t.Fatal(err)
		}
	}
	rows := ask(t, db, "MATCH (f)-[r]->(t) RETURN labels(f), type(r), t.name", nil)
	if diff := cmp.Diff([][]any{{[]any{"Film"}, "ABOUT", "buses"}}, rows); diff != "" {
		t.Errorf("what is left (-want +got):\n%s", diff)
	}
}

// everything describes a database: nodes, edges, constraints and indexes.
func everything(t *testing.T, db *DB) [][]any {
	t.Helper()
	rows := ask(t, db, "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN labels(n), properties(n), type(r) ORDER BY elementId(n)", nil)
	have, err := db.present(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range have {
		rows = append(rows, []any{p.Name, p.String(), p.owned})
	}
	return rows
}
