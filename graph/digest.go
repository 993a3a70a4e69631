package graph

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/big"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dyad/schema"
)

// Digest returns a hash of the whole graph: the sum of the SHA-256 of every
// node and edge, so that their order does not count. Bookkeeping properties,
// derived edges and whatever in the database is not dyad's are left out. Equal
// graphs have equal digests wherever they are stored.
func (db *DB) Digest(ctx context.Context) (string, error) {
	sum := new(big.Int)
	for _, n := range db.schema.Keyed() {
		if err := db.sum(ctx, nodeQuery(db.schema, n), bookkeeping(n.Properties), sum); err != nil {
			return "", fmt.Errorf("digest %s nodes: %w", n.Label, err)
		}
	}
	for _, r := range db.schema.Relationships {
		if r.Derived {
			continue
		}
		if err := db.sum(ctx, edgeQuery(db.schema, r), nil, sum); err != nil {
			return "", fmt.Errorf("digest %s edges: %w", r.Type, err)
		}
	}
	sum.Mod(sum, new(big.Int).Lsh(big.NewInt(1), 256))
	return hex.EncodeToString(sum.FillBytes(make([]byte, 32))), nil
}

// sum adds the hash of every row of a query. The rows are streamed in one
// read transaction; the last column holds the properties.
func (db *DB) sum(ctx context.Context, query string, leaveOut []string, sum *big.Int) error {
	s := db.session(ctx, neo4j.AccessModeRead)
	defer s.Close(ctx)
	_, err := s.ExecuteRead(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		res, err := tx.Run(ctx, query, nil)
		if err != nil {
			return nil, err
		}
		part := new(big.Int)
		for res.Next(ctx) {
			values := res.Record().Values
			if props, ok := values[len(values)-1].(map[string]any); ok {
				for _, name := range leaveOut {
					delete(props, name)
				}
			}
			h := sha256.Sum256([]byte(canonical(values)))
			part.Add(part, new(big.Int).SetBytes(h[:]))
		}
		if err := res.Err(); err != nil {
			return nil, err
		}
		sum.Add(sum, part)
		return nil, nil
	})
	return classify(err)
}

// nodeQuery streams the nodes of a label, with the second labels that the
// schema gives it.
func nodeQuery(g *schema.Graph, n schema.NodeType) string {
	var second []string
	for _, o := range g.Nodes {
		if o.Of == n.Label {
			second = append(second, "'"+o.Label+"'")
		}
	}
	return fmt.Sprintf("MATCH (n:%s)\nRETURN '%s', [l IN [%s] WHERE l IN labels(n)], properties(n)",
		n.Label, n.Label, strings.Join(second, ", "))
}

// edgeQuery streams the edges of a type between nodes of ours.
func edgeQuery(g *schema.Graph, r schema.RelationshipType) string {
	return fmt.Sprintf("MATCH (a:%s)-[r:%s]->(b:%s)\nRETURN '%s', %s, %s, properties(r)",
		strings.Join(r.From, "|"), r.Type, strings.Join(r.To, "|"), r.Type, anyKey(g, "a", r.From), anyKey(g, "b", r.To))
}

// anyKey is an expression for the key of a node that has one of the labels.
func anyKey(g *schema.Graph, variable string, labels []string) string {
	keys := make([]string, len(labels))
	for i, l := range labels {
		keys[i] = variable + "." + g.KeyOf(l)
	}
	return "coalesce(" + strings.Join(keys, ", ") + ", '')"
}

// bookkeeping lists the properties that are no part of the digest.
func bookkeeping(props []schema.Property) []string {
	var out []string
	for _, p := range props {
		if p.Bookkeeping {
			out = append(out, p.Name)
		}
	}
	return out
}
