package graph

import (
	"context"
	"crypto/sha256"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// preview counts what writing the articles would add. It only reads: which of
// the keys the graph has. What a replaced article would leave behind is not
// counted.
func (l *loading) preview(ctx context.Context, arts []article) (written, error) {
	var out written
	s := l.db.session(ctx, neo4j.AccessModeRead)
	defer s.Close(ctx)
	fresh, err := neo4j.ExecuteRead(ctx, s, func(tx neo4j.ManagedTransaction) (map[[16]byte]bool, error) {
		known, err := l.db.knownArticles(ctx, tx, arts)
		if err != nil {
			return nil, err
		}
		var keep []article
		out, keep, _ = sortOut(arts, known, l.opts.Replace)
		rows := merged(keep)
		fresh := map[[16]byte]bool{}
		for _, u := range upserts() {
			if err := l.missing(ctx, tx, u, rows[u.file], fresh, out.tally); err != nil {
				return nil, err
			}
		}
		return fresh, nil
	})
	if err != nil {
		return out, classify(err)
	}
	for k := range fresh {
		l.seen[k] = true
	}
	return out, nil
}

// missing counts the rows that neither the graph has nor an earlier batch
// would have brought.
func (l *loading) missing(ctx context.Context, tx neo4j.ManagedTransaction, u upsert, rows []row, fresh map[[16]byte]bool, t tally) error {
	if len(rows) == 0 {
		return nil
	}
	params := make([]any, len(rows))
	for i, r := range rows {
		p := r.params()
		p["i"] = int64(i)
		params[i] = p
	}
	res, err := tx.Run(ctx, l.db.existsQuery(u), map[string]any{"rows": params})
	if err != nil {
		return err
	}
	recs, err := res.Collect(ctx)
	if err != nil {
		return err
	}
	there := make([]bool, len(rows))
	for _, r := range recs {
		if i, ok := r.Values[0].(int64); ok {
			there[i] = true
		}
	}
	for i, r := range rows {
		k := r.digest(u.file)
		if !there[i] && !l.seen[k] && !fresh[k] {
			fresh[k] = true
			t.add(u.counts, 1, 0)
		}
	}
	return nil
}

// digest is a short name of a row's key.
func (r row) digest(file string) [16]byte {
	h := sha256.Sum256([]byte(strings.Join([]string{file, r.id, r.from, r.to, r.key}, "\x1f")))
	return [16]byte(h[:16])
}

// existsQuery finds the rows that the graph has. It is built from names of the
// schema, which cannot be parameters.
func (db *DB) existsQuery(u upsert) string {
	key := db.schema.KeyOf
	if u.from == "" {
		return fmt.Sprintf("UNWIND $rows AS row\nMATCH (:%s {%s: row.id})\nRETURN row.i", u.counts, key(u.counts))
	}
	condition := ""
	if u.key != "" {
		condition = fmt.Sprintf(" {%s: row.key}", u.key)
	}
	return fmt.Sprintf("UNWIND $rows AS row\nMATCH (a:%s {%s: row.from})\nMATCH (b:%s {%s: row.to})\nWHERE EXISTS { (a)-[:%s%s]->(b) }\nRETURN row.i",
		u.from, key(u.from), u.to, key(u.to), u.counts, condition)
}
