package main

import (
	"context"
	"io"
	"iter"
	"slices"
	"strings"
	"testing"
	"time"

	"dyad/extract"
	"dyad/extract/actor"
	"dyad/extract/article"
	"dyad/graph"
	"dyad/internal/neo4jtest"
	"dyad/schema"
)

// sampleDocuments extracts the bundled articles.
func sampleDocuments(t *testing.T) []*schema.Document {
	t.Helper()
	dir := t.TempDir()
	e := &env{in: strings.NewReader(""), out: io.Discard, err: io.Discard, clock: time.Now}
	if err := e.writeSamples(dir); err != nil {
		t.Fatal(err)
	}
	x, err := extract.New("test")
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	arts := article.NewReader(article.Options{Now: time.Now}).Read(ctx, []string{dir})
	var docs []*schema.Document
	for doc, err := range x.Stream(ctx, arts, 2) {
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, doc)
	}
	if len(docs) < 8 {
		t.Fatalf("%d sample articles, want at least 8", len(docs))
	}
	return docs
}

// mustTables reads the tables of actors.
func mustTables(t *testing.T) *actor.Resolver {
	t.Helper()
	r, err := actor.New()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// all yields documents as the loader takes them.
func all(docs []*schema.Document) iter.Seq2[*schema.Document, error] {
	return func(yield func(*schema.Document, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
}

// TestSamplesDigest loads the samples twice, in another order and in batches
// of one: the graph is the same every time.
func TestSamplesDigest(t *testing.T) {
	server := neo4jtest.Server(t)
	ctx := context.Background()
	docs := sampleDocuments(t)
	backwards := slices.Clone(docs)
	slices.Reverse(backwards)
	db, err := openToWrite(ctx, configOf(server), mustTables(t))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close(ctx)
	digest := func(loads ...func() error) string {
		t.Helper()
		if err := neo4jtest.Wipe(ctx, server); err != nil {
			t.Fatal(err)
		}
		for _, load := range loads {
			if err := load(); err != nil {
				t.Fatal(err)
			}
		}
		sum, err := db.Digest(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return sum
	}
	load := func(docs []*schema.Document, batch int) func() error {
		return func() error {
			sum, err := db.Load(ctx, all(docs), graph.LoadOptions{Batch: batch})
			if err == nil && len(sum.Skipped) > 0 {
				t.Errorf("skipped %v", sum.Skipped)
			}
			return err
		}
	}
	empty := digest()
	want := digest(load(docs, 100))
	if want == empty {
		t.Fatal("the samples left the graph empty")
	}
	for name, got := range map[string]string{
		"twice":                         digest(load(docs, 100), load(docs, 100)),
		"in another order":              digest(load(backwards, 100)),
		"in batches of one":             digest(load(docs, 1)),
		"half before the whole, by one": digest(load(backwards[:5], 1), load(docs, 3)),
	} {
		if got != want {
			t.Errorf("loading %s: digest %s, want %s", name, got, want)
		}
	}
}
