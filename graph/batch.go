package graph

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// written is what one batch did.
type written struct {
	// fates says of every article written what happened to it.
	fates   map[string]fate
	tally   tally
	removed Removed
	skipped []Skip
}

// fate is what happened to an article.
type fate int

const (
	isNew fate = iota + 1
	isReplaced
	isUnchanged
)

// writeBatch writes articles in one transaction, which is repeated while the
// server is away.
func (db *DB) writeBatch(ctx context.Context, arts []article, replace bool) (written, error) {
	var out written
	err := db.write(ctx, func(tx neo4j.ManagedTransaction) error {
		var err error
		out, err = db.upsert(ctx, tx, arts, replace)
		return err
	})
	return out, err
}

// write runs a transaction function and repeats it while the server is away
// or asks for it (a deadlock). The driver does so too, but not when the
// connection breaks during commit, because it cannot know whether the commit
// went through. All our writing may be repeated, so this does.
func (db *DB) write(ctx context.Context, work func(neo4j.ManagedTransaction) error) error {
	var deadline time.Time
	for n := 0; ; n++ {
		err := db.writeOnce(ctx, work)
		if err == nil || !isConnectivity(err) && !isTransient(err) {
			return err
		}
		now := time.Now()
		if deadline.IsZero() {
			deadline = now.Add(db.conf.RetryFor)
		}
		if now.After(deadline) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(retryPause(n)):
		}
	}
}

func (db *DB) writeOnce(ctx context.Context, work func(neo4j.ManagedTransaction) error) error {
	s := db.session(ctx, neo4j.AccessModeWrite)
	defer s.Close(ctx)
	_, err := s.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) { return nil, work(tx) })
	return classify(err)
}

// upsert writes articles in a transaction that is open.
func (db *DB) upsert(ctx context.Context, tx neo4j.ManagedTransaction, arts []article, replace bool) (written, error) {
	known, err := db.knownArticles(ctx, tx, arts)
	if err != nil {
		return written{}, err
	}
	out, keep, gone := sortOut(arts, known, replace)
	if len(gone) > 0 {
		if out.removed, err = db.takeOut(ctx, tx, gone); err != nil {
			return out, err
		}
	}
	rows := merged(keep)
	for _, u := range upserts() {
		if len(rows[u.file]) == 0 {
			continue
		}
		if err := db.runUpsert(ctx, tx, u, rows[u.file], out.tally); err != nil {
			return out, fmt.Errorf("write %s: %w", u.counts, err)
		}
	}
	ids := make([]string, 0, len(rows["node-actor"]))
	for _, r := range rows["node-actor"] {
		ids = append(ids, r.id)
	}
	if _, err = db.step(ctx, tx, "actor-labels", map[string]any{"ids": ids}); err != nil {
		return out, err
	}
	_, err = db.step(ctx, tx, "same-name", map[string]any{"ids": named(ids), "sameName": sameName})
	return out, err
}

// sameName is why actors that same-name.cypher joins may be one.
const sameName = "same name, in another place or walk of life"

// named leaves the ids that are made from a name: those of people and
// organisations.
func named(ids []string) []string {
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool {
		return !strings.HasPrefix(id, "person:") && !strings.HasPrefix(id, "org:")
	})
}

// known is an article that the graph has.
type known struct{ sha256, hash string }

// knownArticles reads which articles of a batch the graph has.
func (db *DB) knownArticles(ctx context.Context, tx neo4j.ManagedTransaction, arts []article) (map[string]known, error) {
	ids := make([]string, len(arts))
	for i, a := range arts {
		ids[i] = a.id
	}
	res, err := tx.Run(ctx, db.texts["read-articles"], map[string]any{"ids": ids})
	if err != nil {
		return nil, err
	}
	recs, err := res.Collect(ctx)
	if err != nil {
		return nil, err
	}
	out := map[string]known{}
	for _, r := range recs {
		out[text(r, "id")] = known{text(r, "sha256"), text(r, "hash")}
	}
	return out, nil
}

// text returns a text column of a record, "" for null.
func text(r *neo4j.Record, column string) string {
	v, _ := r.Get(column)
	s, _ := v.(string)
	return s
}

// sortOut decides what happens to each article: which are kept, and the ids of
// those that must be taken out first.
func sortOut(arts []article, graph map[string]known, replace bool) (out written, keep []article, gone []string) {
	out.tally, out.fates = tally{}, map[string]fate{}
	for _, a := range arts {
		old, ok := graph[a.id]
		switch {
		case !ok:
			out.fates[a.id] = isNew
		case old.hash == a.hash:
			out.fates[a.id] = isUnchanged
		case old.sha256 == a.sha256 || replace || a.force:
			out.fates[a.id] = isReplaced
			gone = append(gone, a.id)
		default:
			out.skipped = append(out.skipped, Skip{a.id, a.input,
				"the graph has another text under this id: give the new one another id, or replace the old one with --replace or after dyad retract " + a.id})
			continue
		}
		keep = append(keep, a)
	}
	return out, keep, gone
}

// runUpsert writes rows and counts them.
func (db *DB) runUpsert(ctx context.Context, tx neo4j.ManagedTransaction, u upsert, rows []row, t tally) error {
	params := make([]any, len(rows))
	for i, r := range rows {
		params[i] = r.params()
	}
	res, err := tx.Run(ctx, db.texts[u.file], map[string]any{"rows": params, "now": db.conf.Clock().UTC()})
	if err != nil {
		return err
	}
	updated := int64(0)
	if res.Next(ctx) {
		v, _ := res.Record().Get("updated")
		updated, _ = v.(int64)
	}
	sum, err := res.Consume(ctx)
	if err != nil {
		return err
	}
	c := sum.Counters()
	t.add(u.counts, c.NodesCreated()+c.RelationshipsCreated(), int(updated))
	return nil
}

// step runs a statement of cypher/ for its effect and returns what it removed.
func (db *DB) step(ctx context.Context, tx neo4j.ManagedTransaction, name string, params map[string]any) (Removed, error) {
	res, err := tx.Run(ctx, db.texts[name], params)
	if err != nil {
		return Removed{}, fmt.Errorf("run %s: %w", name, err)
	}
	sum, err := res.Consume(ctx)
	if err != nil {
		return Removed{}, fmt.Errorf("run %s: %w", name, err)
	}
	return Removed{sum.Counters().NodesDeleted(), sum.Counters().RelationshipsDeleted()}, nil
}
