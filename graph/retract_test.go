package graph

import (
	"context"
	"errors"
	"testing"

	"dyad/schema"
)

// TestRetract is the case of graphrag#469: delete one document and only what
// it alone supports. What is left is the graph that the others make.
func TestRetract(t *testing.T) {
	db := open(t)
	docs := corpus()
	for i, gone := range docs {
		rest := append(append([]*schema.Document{}, docs[:i]...), docs[i+1:]...)
		wipe(t, db)
		load(t, db, LoadOptions{}, rest...)
		want := digest(t, db)
		load(t, db, LoadOptions{}, gone)
		if digest(t, db) == want {
			t.Fatalf("%s adds nothing to the graph", gone.Article.ID)
		}
		removed, err := db.Retract(context.Background(), gone.Article.ID)
		if err != nil {
			t.Fatal(err)
		}
		if removed.Nodes < 1 || removed.Edges < 1 {
			t.Errorf("retract %s: removed %+v", gone.Article.ID, removed)
		}
		if got := digest(t, db); got != want {
			t.Errorf("retract %s: digest %s, want that of the others, %s", gone.Article.ID, got, want)
		}
	}
	for _, d := range docs[:5] {
		if _, err := db.Retract(context.Background(), d.Article.ID); err != nil {
			t.Fatal(err)
		}
	}
	if n := number(t, db, "MATCH (n) RETURN count(n)"); n != 0 {
		t.Errorf("%d nodes are left without any article", n)
	}
}

func TestRetractUnknown(t *testing.T) {
	db := open(t)
	load(t, db, LoadOptions{}, corpus()...)
	want := digest(t, db)
	if _, err := db.Retract(context.Background(), "no-such"); !errors.Is(err, ErrNoArticle) {
		t.Errorf("got %v, want ErrNoArticle", err)
	}
	if got := digest(t, db); got != want {
		t.Error("the graph changed")
	}
}

// TestNothingLiveWithoutEvidence is the case of utopia#268: after a delete,
// facts stayed live with no evidence. Derived edges follow too.
func TestNothingLiveWithoutEvidence(t *testing.T) {
	db := open(t)
	ctx := context.Background()
	load(t, db, LoadOptions{}, corpus()...)
	if n, err := db.RebuildDerived(ctx); err != nil || n != 2 {
		t.Fatalf("derived %d edges, %v; want NATO to Russia and Russia to the United States", n, err)
	}
	if _, err := db.Retract(ctx, "a4"); err != nil {
		t.Fatal(err)
	}
	for _, q := range []string{
		"MATCH (x:Event|Stance|Statement) WHERE NOT EXISTS { (x)-[:EVIDENCED_BY]->(:Sentence)-[:PART_OF]->(:Article) } RETURN count(x)",
		"MATCH (i:Issue) WHERE NOT EXISTS { (:Article)-[:MENTIONS]->(i) } RETURN count(i)",
		"MATCH (:Actor {actorId: 'country:RUS'})-[r:INTERACTED_WITH]->(:Actor {actorId: 'country:USA'}) RETURN count(r)",
	} {
		if n := number(t, db, q); n != 0 {
			t.Errorf("%d rows, want none: %s", n, q)
		}
	}
	if n := number(t, db, "MATCH ()-[r:INTERACTED_WITH]->() RETURN count(r)"); n != 1 {
		t.Errorf("%d derived edges are left, want that of NATO to Russia", n)
	}
}

// TestReplace checks that an article whose extraction or metadata changed
// leaves nothing of the old behind.
func TestReplace(t *testing.T) {
	db := open(t)
	docs := corpus()
	changed := corpus()
	changed[0].Events = nil
	changed[0].Article.Title = "Corrected"
	changed[0].Actors[1].Name = "Another name"
	load(t, db, LoadOptions{}, changed...)
	want := digest(t, db)
	wipe(t, db)
	load(t, db, LoadOptions{}, docs...)
	sum := load(t, db, LoadOptions{}, changed...)
	if sum.Replaced != 1 || sum.Unchanged != 5 || sum.Removed.Nodes == 0 {
		t.Errorf("summary: %+v", sum)
	}
	if got := digest(t, db); got != want {
		t.Errorf("digest %s, want that of the changed documents, %s", got, want)
	}
}
