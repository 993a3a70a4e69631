package graph

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Retract takes an article out of the graph: its evidence, then whatever has
// no evidence left. The graph is then what it would be had the article never
// been loaded. It happens in one transaction; an id that the graph does not
// have gives [ErrNoArticle].
func (db *DB) Retract(ctx context.Context, articleID string) (Removed, error) {
	var out Removed
	err := db.write(ctx, func(tx neo4j.ManagedTransaction) error {
		out = Removed{}
		found, err := db.knownArticles(ctx, tx, []article{{id: articleID}})
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return ErrNoArticle
		}
		out, err = db.takeOut(ctx, tx, []string{articleID})
		return err
	})
	if err != nil {
		return Removed{}, fmt.Errorf("retract %s: %w", articleID, err)
	}
	return out, nil
}

// touched are the nodes that articles to be taken out point to, by the column
// that names them.
type touched map[string]map[string]bool

func (t touched) add(column, id string) {
	if id == "" {
		return
	}
	if t[column] == nil {
		t[column] = map[string]bool{}
	}
	t[column][id] = true
}

func (t touched) ids(column string) []string { return slices.Sorted(maps.Keys(t[column])) }

// takeOut removes articles and what they alone supported.
func (db *DB) takeOut(ctx context.Context, tx neo4j.ManagedTransaction, articles []string) (Removed, error) {
	t := touched{}
	for _, name := range []string{"retract-facts", "retract-mentions", "retract-sources"} {
		if err := db.note(ctx, tx, name, articles, t); err != nil {
			return Removed{}, err
		}
	}
	if err := db.note(ctx, tx, "role-organizations", t.ids("roles"), t); err != nil {
		return Removed{}, err
	}
	for id := range t["sameAs"] {
		t.add("actor", id)
	}
	var out Removed
	for _, s := range prunings(articles, t) {
		if len(s.ids) == 0 {
			continue
		}
		r, err := db.step(ctx, tx, s.name, map[string]any{"ids": s.ids, "sameName": sameName})
		if err != nil {
			return out, err
		}
		out.Nodes += r.Nodes
		out.Edges += r.Edges
	}
	if err := db.resumActors(ctx, tx, t.ids("actor")); err != nil {
		return out, err
	}
	return out, db.rederive(ctx, tx, t.ids("sources"))
}

// pruning is a statement that takes out those of some ids that have lost their
// last support.
type pruning struct {
	name string
	ids  []string
}

// prunings are the statements in the order in which they run: what supports
// something goes before what it supports.
func prunings(articles []string, t touched) []pruning {
	return []pruning{
		{"retract-articles", articles},
		{"prune-events", t.ids("event")},
		{"prune-statements", t.ids("statement")},
		{"prune-stances", t.ids("stance")},
		{"prune-event-places", t.ids("event")},
		{"prune-event-issues", t.ids("event")},
		{"prune-roles", t.ids("roles")},
		{"prune-same-as", t.ids("actor")},
		{"prune-actors", t.ids("actor")},
		{"prune-issues", t.ids("issue")},
		{"prune-places", t.ids("places")},
		{"prune-outlets", t.ids("outlet")},
		{"prune-runs", t.ids("run")},
		{"resum-issues", t.ids("issue")},
	}
}

// note reads ids from a statement's columns, single ones and lists.
func (db *DB) note(ctx context.Context, tx neo4j.ManagedTransaction, name string, ids []string, t touched) error {
	res, err := tx.Run(ctx, db.texts[name], map[string]any{"ids": ids})
	if err != nil {
		return fmt.Errorf("run %s: %w", name, err)
	}
	recs, err := res.Collect(ctx)
	if err != nil {
		return fmt.Errorf("run %s: %w", name, err)
	}
	for _, r := range recs {
		for i, column := range r.Keys {
			switch v := r.Values[i].(type) {
			case string:
				t.add(column, v)
			case []any:
				for _, x := range v {
					s, _ := x.(string)
					t.add(column, s)
				}
			}
		}
	}
	return nil
}

// resumActors sums up again what the remaining articles say of actors; those
// that no article mentions take what the table says.
func (db *DB) resumActors(ctx context.Context, tx neo4j.ManagedTransaction, ids []string) error {
	changed := touched{}
	if err := db.note(ctx, tx, "resum-actors", ids, changed); err != nil {
		return err
	}
	var rows []any
	for _, id := range changed.ids("id") {
		if props := tableValues(db.conf.Actors, id); len(props) > 0 {
			rows = append(rows, row{id: id, props: props}.params())
		}
	}
	if len(rows) > 0 {
		if _, err := db.step(ctx, tx, "node-actor", map[string]any{"rows": rows}); err != nil {
			return err
		}
	}
	_, err := db.step(ctx, tx, "actor-labels", map[string]any{"ids": changed.ids("id")})
	return err
}
