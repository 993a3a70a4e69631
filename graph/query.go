package graph

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

// Table is the answer of a query: a row holds one value a column. Values are
// plain: nil, bool, int64, float64, string (dates too, in ISO 8601), []any,
// map[string]any, [Node], [Relationship] and [Path].
type Table struct {
	Columns []string
	Rows    [][]any
}

// Node is a node of an answer.
type Node struct {
	// ID is the key of a node of dyad, else what the server calls it.
	ID         string         `json:"id"`
	Labels     []string       `json:"labels"`
	Properties map[string]any `json:"properties"`
}

// Relationship is an edge of an answer. From and To are node ids; "" where
// the answer does not hold the node.
type Relationship struct {
	ID         string         `json:"id"`
	Type       string         `json:"type"`
	From       string         `json:"from"`
	To         string         `json:"to"`
	Properties map[string]any `json:"properties"`
}

// Path is a path of an answer.
type Path struct {
	Nodes         []Node         `json:"nodes"`
	Relationships []Relationship `json:"relationships"`
}

// Run runs a reading query; the server refuses one that writes. Row order is
// that of the query, so a query with a full ORDER BY gives the same table
// every time.
func (db *DB) Run(ctx context.Context, query string, params map[string]any) (*Table, error) {
	s := db.session(ctx, neo4j.AccessModeRead)
	defer s.Close(ctx)
	t, err := neo4j.ExecuteRead(ctx, s, func(tx neo4j.ManagedTransaction) (*Table, error) {
		res, err := tx.Run(ctx, query, params)
		if err != nil {
			return nil, err
		}
		recs, err := res.Collect(ctx)
		if err != nil {
			return nil, err
		}
		columns, err := res.Keys()
		return db.table(columns, recs), err
	})
	if err != nil {
		return nil, fmt.Errorf("run the query: %w", classify(err))
	}
	return t, nil
}

// table converts records. Edges know their ends only by what the server calls
// them, so all nodes are looked at first.
func (db *DB) table(columns []string, recs []*neo4j.Record) *Table {
	c := converter{db: db, names: map[string]string{}}
	for _, r := range recs {
		for _, v := range r.Values {
			c.learn(v)
		}
	}
	t := &Table{Columns: columns, Rows: make([][]any, len(recs))}
	for i, r := range recs {
		t.Rows[i] = make([]any, len(r.Values))
		for j, v := range r.Values {
			t.Rows[i][j] = c.plain(v)
		}
	}
	return t
}

// converter makes plain values of those of the driver.
type converter struct {
	db *DB
	// names maps what the server calls nodes to our ids.
	names map[string]string
}

// learn notes the ids of all nodes in a value.
func (c *converter) learn(v any) {
	switch v := v.(type) {
	case dbtype.Node:
		c.names[v.ElementId] = c.db.idOf(v)
	case dbtype.Path:
		for _, n := range v.Nodes {
			c.learn(n)
		}
	case []any:
		for _, x := range v {
			c.learn(x)
		}
	case map[string]any:
		for _, x := range v {
			c.learn(x)
		}
	}
}

// idOf returns the key of a node of dyad, else what the server calls it.
func (db *DB) idOf(n dbtype.Node) string {
	for _, l := range n.Labels {
		if id, ok := n.Props[db.schema.KeyOf(l)].(string); ok {
			return id
		}
	}
	return n.ElementId
}

// plain converts one value.
func (c *converter) plain(v any) any {
	switch v := v.(type) {
	case dbtype.Node:
		return c.node(v)
	case dbtype.Relationship:
		return c.relationship(v)
	case dbtype.Path:
		p := Path{}
		for _, n := range v.Nodes {
			p.Nodes = append(p.Nodes, c.node(n))
		}
		for _, r := range v.Relationships {
			p.Relationships = append(p.Relationships, c.relationship(r))
		}
		return p
	case []any:
		out := make([]any, len(v))
		for i, x := range v {
			out[i] = c.plain(x)
		}
		return out
	case map[string]any:
		return c.props(v)
	case dbtype.Date:
		return v.Time().Format(time.DateOnly)
	case time.Time:
		return v.Format(time.RFC3339Nano)
	case fmt.Stringer: // durations, local times, points
		return v.String()
	}
	return v
}

func (c *converter) props(m map[string]any) map[string]any {
	out := make(map[string]any, len(m))
	for k, v := range m {
		out[k] = c.plain(v)
	}
	return out
}

func (c *converter) node(n dbtype.Node) Node {
	return Node{ID: c.names[n.ElementId], Labels: slices.Sorted(slices.Values(n.Labels)), Properties: c.props(n.Props)}
}

func (c *converter) relationship(r dbtype.Relationship) Relationship {
	return Relationship{ID: r.ElementId, Type: r.Type, From: c.names[r.StartElementId], To: c.names[r.EndElementId], Properties: c.props(r.Props)}
}

// Graph returns the nodes and edges anywhere in the table, each once, sorted:
// what a graph view draws.
func (t *Table) Graph() ([]Node, []Relationship) {
	d := drawing{map[string]Node{}, map[string]Relationship{}}
	for _, row := range t.Rows {
		for _, v := range row {
			d.add(v)
		}
	}
	nodes := slices.SortedFunc(maps.Values(d.nodes), func(a, b Node) int { return cmp.Compare(a.ID, b.ID) })
	edges := slices.SortedFunc(maps.Values(d.edges), func(a, b Relationship) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.Type, b.Type), cmp.Compare(a.To, b.To),
			cmp.Compare(canonical(a.Properties), canonical(b.Properties)))
	})
	return nodes, edges
}

// drawing collects nodes and edges by id.
type drawing struct {
	nodes map[string]Node
	edges map[string]Relationship
}

// add collects what is in a value.
func (d drawing) add(v any) {
	switch v := v.(type) {
	case Node:
		d.nodes[v.ID] = v
	case Relationship:
		d.edges[v.ID] = v
	case Path:
		for _, n := range v.Nodes {
			d.add(n)
		}
		for _, r := range v.Relationships {
			d.add(r)
		}
	case []any:
		for _, x := range v {
			d.add(x)
		}
	case map[string]any:
		for _, x := range v {
			d.add(x)
		}
	}
}
