package graph

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"dyad/schema"
)

// TestSameIDOtherText: the graph keeps the text it has, unless it is told to
// replace it; nothing is half updated.
func TestSameIDOtherText(t *testing.T) {
	db := open(t)
	ctx := context.Background()
	load(t, db, LoadOptions{}, visit("a1", "2011-10-25", "Daily", "Russia"))
	want := digest(t, db)
	other := visit("a1", "2011-10-25", "Daily", "Moscow")
	other.Article.Input = "feed.jsonl:3"
	sum, err := db.Load(ctx, seq([]*schema.Document{other, threat("a2", "2011-10-25", "")}), LoadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if len(sum.Skipped) != 1 || sum.New != 1 || sum.Skipped[0].Input != "feed.jsonl:3" ||
		!strings.Contains(sum.Skipped[0].Reason, "another text under this id") {
		t.Errorf("summary: %+v", sum)
	}
	if _, err := db.Retract(ctx, "a2"); err != nil {
		t.Fatal(err)
	}
	if got := digest(t, db); got != want {
		t.Error("the refused article changed the graph")
	}
	sum = load(t, db, LoadOptions{Replace: true}, other)
	if sum.Replaced != 1 {
		t.Errorf("replace: %+v", sum)
	}
	got := digest(t, db)
	wipe(t, db)
	load(t, db, LoadOptions{}, other)
	if want := digest(t, db); got != want {
		t.Error("a replaced article left something behind")
	}
}

// TestSameIDInOneLoad: of several articles with one id the one with most
// metadata is kept, whatever comes first and whatever the batch size.
func TestSameIDInOneLoad(t *testing.T) {
	db := open(t)
	full := visit("a1", "2011-10-25", "Daily", "Russia")
	full.Article.Input = "full.json"
	bare := visit("a1", "", "", "Moscow")
	bare.Article.Input = "bare.json"
	load(t, db, LoadOptions{}, full)
	want := digest(t, db)
	for _, batch := range []int{1, 100} {
		for _, docs := range [][]*schema.Document{{full, bare}, {bare, full}} {
			wipe(t, db)
			sum, err := db.Load(context.Background(), seq(docs), LoadOptions{Batch: batch})
			if err != nil {
				t.Fatal(err)
			}
			if len(sum.Skipped) != 1 || sum.Skipped[0].Input != "bare.json" || sum.New != 1 ||
				!strings.Contains(sum.Skipped[0].Reason, "full.json with another text") {
				t.Errorf("batch %d, %s first: %+v", batch, docs[0].Article.Input, sum)
			}
			if got := digest(t, db); got != want {
				t.Errorf("batch %d, %s first: another graph", batch, docs[0].Article.Input)
			}
		}
	}
}

func TestFaultyInputsAreSkipped(t *testing.T) {
	db := open(t)
	broken := visit("b1", "2011-10-25", "Daily", "Russia")
	broken.Article.Input = "broken.jsonl:2"
	broken.Events[0].Targets = []string{"country:XXX"}
	broken.Stances[0].Evidence.End = 9999
	docs := func(yield func(*schema.Document, error) bool) {
		_ = yield(broken, nil) &&
			yield(nil, errors.New("bad.jsonl:7: no JSON")) &&
			yield(visit("a1", "2011-10-25", "Daily", "Russia"), nil)
	}
	sum, err := db.Load(context.Background(), docs, LoadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if sum.Articles != 3 || sum.New != 1 || len(sum.Skipped) != 2 {
		t.Fatalf("summary: %+v", sum)
	}
	for i, want := range []string{`refers to "country:XXX"`, "bad.jsonl:7: no JSON"} {
		if !strings.Contains(sum.Skipped[i].Reason, want) {
			t.Errorf("reason %q, want %q in it", sum.Skipped[i].Reason, want)
		}
	}
	if n := number(t, db, "MATCH (a:Article) RETURN count(a)"); n != 1 {
		t.Errorf("%d articles, want 1", n)
	}
}

// TestGivenIDs: an id of the input is no key, because another input may mean
// something else by it, unless it is trusted.
func TestGivenIDs(t *testing.T) {
	given := func(article, resolves string) *schema.Document {
		d := threat(article, "2011-10-25", "2011-10-25")
		a := &d.Actors[0]
		a.ID, a.Given, a.ResolvesTo = "7", true, resolves
		d.Events[0].Sources = []string{"7"}
		return d
	}
	actors := func(db *DB) []string {
		var ids []string
		for _, r := range ask(t, db, "MATCH (a:Actor)-[:INITIATED]->(:Event) RETURN DISTINCT a.actorId ORDER BY a.actorId", nil) {
			ids = append(ids, r[0].(string))
		}
		return ids
	}
	db := open(t)
	tests := []struct {
		name  string
		trust bool
		docs  []*schema.Document
		want  []string
	}{
		{"resolved", false, []*schema.Document{given("a", "country:RUS"), given("b", "country:RUS")}, []string{"country:RUS"}},
		{"unresolved", false, []*schema.Document{given("a", ""), given("b", "")}, []string{schema.ID("actor", "a", "7"), schema.ID("actor", "b", "7")}},
		{"trusted", true, []*schema.Document{given("a", "country:RUS"), given("b", "")}, []string{"7"}},
	}
	for _, tt := range tests {
		wipe(t, db)
		load(t, db, LoadOptions{TrustIDs: tt.trust}, tt.docs...)
		want := slices.Sorted(slices.Values(tt.want))
		if got := actors(db); !slices.Equal(got, want) {
			t.Errorf("%s: actors %v, want %v", tt.name, got, want)
		}
		events := int64(1)
		if tt.name == "unresolved" {
			events = 2
		}
		if n := number(t, db, "MATCH (e:Event) RETURN count(e)"); n != events {
			t.Errorf("%s: %d events, want %d", tt.name, n, events)
		}
	}
}

func TestDryRun(t *testing.T) {
	db := open(t)
	docs := corpus()
	load(t, db, LoadOptions{}, docs[:2]...)
	before := digest(t, db)
	for _, batch := range []int{1, 100} {
		dry := load(t, db, LoadOptions{DryRun: true, Batch: batch}, docs...)
		if !dry.DryRun || dry.New != 4 || dry.Unchanged != 2 {
			t.Errorf("dry run: %+v", dry)
		}
		if got := digest(t, db); got != before {
			t.Fatal("the dry run wrote")
		}
		if batch == 1 {
			continue
		}
		real := load(t, db, LoadOptions{}, docs...)
		for _, c := range []struct {
			what      string
			dry, real []Count
		}{{"nodes", dry.Nodes, real.Nodes}, {"edges", dry.Edges, real.Edges}} {
			if !slices.EqualFunc(c.dry, c.real, func(a, b Count) bool { return a.Name == b.Name && a.New == b.New }) {
				t.Errorf("%s: the dry run says %v, the load %v", c.what, c.dry, c.real)
			}
		}
	}
}

// TestDryRunEmpty needs no constraints and makes none.
func TestDryRunEmpty(t *testing.T) {
	db := open(t)
	strip(t, db)
	dry := load(t, db, LoadOptions{DryRun: true}, corpus()...)
	if dry.New != 6 || len(dry.Nodes) != 11 {
		t.Errorf("dry run: %+v", dry)
	}
	have, err := db.present(context.Background())
	if err != nil || len(have) != 0 {
		t.Errorf("the dry run left %v, %v", have, err)
	}
}
