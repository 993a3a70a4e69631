package graph

import (
	"context"
	"fmt"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// RebuildDerived makes the INTERACTED_WITH edges anew from the events and
// returns their number. They are for browsing and for shortest paths; a load
// leaves them as they are, so they may lag behind until they are rebuilt.
func (db *DB) RebuildDerived(ctx context.Context) (int, error) {
	recs, err := db.collect(ctx, db.texts["derive-actors"], nil)
	if err != nil {
		return 0, fmt.Errorf("rebuild derived edges: %w", err)
	}
	ids := make([]string, len(recs))
	for i, r := range recs {
		ids[i] = text(r, "id")
	}
	n := 0
	for page := range slices.Chunk(ids, 100) {
		made := 0
		err := db.write(ctx, func(tx neo4j.ManagedTransaction) error {
			var err error
			made, err = db.derive(ctx, tx, page)
			return err
		})
		if err != nil {
			return n, fmt.Errorf("rebuild derived edges: %w", err)
		}
		n += made
	}
	return n, nil
}

// derive replaces the derived edges that start at the actors.
func (db *DB) derive(ctx context.Context, tx neo4j.ManagedTransaction, ids []string) (int, error) {
	if _, err := db.step(ctx, tx, "derive-clear", map[string]any{"ids": ids}); err != nil {
		return 0, err
	}
	res, err := tx.Run(ctx, db.texts["derive"], map[string]any{"ids": ids})
	if err != nil {
		return 0, err
	}
	sum, err := res.Consume(ctx)
	if err != nil {
		return 0, err
	}
	return sum.Counters().RelationshipsCreated(), nil
}

// rederive renews the derived edges of actors whose events were taken out, so
// that none is left without its events. Where nothing was derived nothing is.
func (db *DB) rederive(ctx context.Context, tx neo4j.ManagedTransaction, sources []string) error {
	stale := touched{}
	if err := db.note(ctx, tx, "derive-stale", sources, stale); err != nil {
		return err
	}
	if len(stale["id"]) == 0 {
		return nil
	}
	_, err := db.derive(ctx, tx, stale.ids("id"))
	return err
}
