package graph

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"dyad/deploy"
	"dyad/internal/neo4jtest"
	"dyad/schema"
)

// TestServerKilledDuringLoad kills the server in the middle of a load. Once
// it comes back: the load goes on by itself, and the graph is the same as
// without the accident. Once it stays away: the load gives up and says how
// far it came.
func TestServerKilledDuringLoad(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a server twice")
	}
	ctx := context.Background()
	opts := neo4jtest.Options(t)
	srv, err := deploy.Up(ctx, opts)
	neo4jtest.Require(t, err)
	conf := Config{URI: srv.URI, Username: srv.Username, Password: srv.Password, Database: srv.Database, RetryFor: 4 * time.Minute}
	db := openAs(t, conf)
	docs := synthetic(120)
	load(t, db, LoadOptions{}, docs...)
	want := digest(t, db)

	wipe(t, db)
	restarted := make(chan error, 1)
	sum := load(t, db, LoadOptions{Batch: 10, Progress: killAt(t, srv, 40, func() {
		for running := true; running; time.Sleep(50 * time.Millisecond) {
			_, running = deploy.Current(opts)
		}
		_, err := deploy.Up(ctx, opts)
		if err != nil {
			t.Errorf("start the server again: %v", err)
		}
		restarted <- err
	})}, docs...)
	if err := <-restarted; err != nil {
		t.Fatal(err)
	}
	if sum.New+sum.Unchanged != len(docs) {
		t.Errorf("summary: %+v", sum)
	}
	if got := digest(t, db); got != want {
		t.Errorf("digest %s, want that of a load without accident, %s", got, want)
	}

	wipe(t, db)
	srv, _ = deploy.Current(opts)
	conf.RetryFor = 2 * time.Second
	hasty := openAs(t, conf)
	sum, err = hasty.Load(ctx, seq(docs), LoadOptions{Batch: 10, Progress: killAt(t, srv, 40, func() {})})
	if !errors.Is(err, ErrUnavailable) || sum.Last < docs[39].Article.ID || !strings.Contains(err.Error(), sum.Last) {
		t.Errorf("got %v, last committed %s", err, sum.Last)
	}
}

// killAt returns a Progress that kills the server soon after the n-th article,
// while the next batch is written, and then calls then.
func killAt(t *testing.T, srv deploy.Server, n int, then func()) func(int) {
	return func(articles int) {
		if articles != n {
			return
		}
		go func() {
			time.Sleep(20 * time.Millisecond)
			p, err := os.FindProcess(srv.PID)
			if err == nil {
				err = p.Kill()
			}
			if err != nil {
				t.Errorf("kill the server: %v", err)
			}
			then()
		}()
	}
}

// TestInterrupted: a load that is told to stop says how far it came, and
// loading again completes the graph.
func TestInterrupted(t *testing.T) {
	db := open(t)
	docs := corpus()
	load(t, db, LoadOptions{}, docs...)
	want := digest(t, db)
	wipe(t, db)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	sum, err := db.Load(ctx, seq(docs), LoadOptions{Batch: 2, Progress: func(n int) {
		if n >= 4 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) || sum.New != 4 || sum.Last != "a4" || !strings.Contains(err.Error(), "behind article a4, 4 committed") {
		t.Errorf("got %v, %+v", err, sum)
	}
	load(t, db, LoadOptions{}, docs...)
	if got := digest(t, db); got != want {
		t.Errorf("digest %s, want %s", got, want)
	}
}

// TestEndless: documents are read as they come, none is kept longer than its
// batch.
func TestEndless(t *testing.T) {
	db := open(t)
	n := 0
	docs := func(yield func(*schema.Document, error) bool) {
		for _, d := range corpus() {
			n++
			if !yield(d, nil) {
				return
			}
		}
	}
	var seen []int
	_, err := db.Load(context.Background(), docs, LoadOptions{Batch: 2, Progress: func(articles int) { seen = append(seen, articles-n) }})
	if err != nil || len(seen) != 3 || seen[0] != 0 || seen[2] != 0 {
		t.Errorf("read ahead at each batch: %v, %v", seen, err)
	}
}
