package schema

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

//go:embed graph.json
var graphJSON []byte

// Style is the style sheet for Neo4j Browser (drop it on the page, or
// ":style" with its address).
//
//go:embed style.grass
var Style string

// Graph is the schema of the graph as data: every label, relationship type
// and property with a description. It comes from graph.json; the constraints,
// the style sheet, the page docs/graph.md and every query are checked against
// it.
type Graph struct {
	Nodes         []NodeType         `json:"nodes"`
	Relationships []RelationshipType `json:"relationships"`
}

// NodeType is a node label. A label that another one always goes with (Country
// with Actor) has Of instead of a key and properties.
type NodeType struct {
	Label       string     `json:"label"`
	Of          string     `json:"of"`
	Key         string     `json:"key"`
	Description string     `json:"description"`
	Properties  []Property `json:"properties"`
}

// RelationshipType is a relationship type with the labels at its ends.
// Derived ones are rebuilt from the others and are no part of the digest.
type RelationshipType struct {
	Type        string     `json:"type"`
	From        []string   `json:"from"`
	To          []string   `json:"to"`
	Derived     bool       `json:"derived"`
	Description string     `json:"description"`
	Properties  []Property `json:"properties"`
}

// Property is a property of a node or relationship. Type is the name that
// Cypher's valueType() gives it, without NOT NULL. Bookkeeping properties tell
// of the loading, not of the articles, and are no part of the digest.
type Property struct {
	Name        string `json:"name"`
	Type        string `json:"type"`
	Required    bool   `json:"required"`
	Bookkeeping bool   `json:"bookkeeping"`
	Description string `json:"description"`
}

// ReadGraph returns the schema of the graph.
func ReadGraph() (*Graph, error) {
	g := new(Graph)
	dec := json.NewDecoder(strings.NewReader(string(graphJSON)))
	dec.DisallowUnknownFields()
	if err := dec.Decode(g); err != nil {
		return nil, fmt.Errorf("read graph.json: %w", err)
	}
	return g, nil
}

// Keyed returns the node types that have a key of their own.
func (g *Graph) Keyed() []NodeType {
	return slices.DeleteFunc(slices.Clone(g.Nodes), func(n NodeType) bool { return n.Key == "" })
}

// Node returns the node type of a label.
func (g *Graph) Node(label string) (NodeType, bool) {
	i := slices.IndexFunc(g.Nodes, func(n NodeType) bool { return n.Label == label })
	if i < 0 {
		return NodeType{}, false
	}
	return g.Nodes[i], true
}

// Relationship returns the relationship type of a name.
func (g *Graph) Relationship(name string) (RelationshipType, bool) {
	i := slices.IndexFunc(g.Relationships, func(r RelationshipType) bool { return r.Type == name })
	if i < 0 {
		return RelationshipType{}, false
	}
	return g.Relationships[i], true
}

// KeyOf returns the key property of a label, that of Actor for Country.
func (g *Graph) KeyOf(label string) string {
	n, _ := g.Node(label)
	if n.Of != "" {
		n, _ = g.Node(n.Of)
	}
	return n.Key
}
