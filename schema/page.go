package schema

import (
	"fmt"
	"strings"
)

// Page returns the schema of the graph as a page in Markdown: docs/graph.md.
func (g *Graph) Page() string {
	var b strings.Builder
	b.WriteString("# The graph\n\n")
	b.WriteString("Made from schema/graph.json by `go test ./schema -update`; do not edit.\n\n")
	b.WriteString("Keys are content hashes or ids of our tables, so the same articles give the same graph in whatever order they are loaded. ")
	b.WriteString("What reports of one fact may say differently stands on the edges of the article (EVIDENCED_BY, MENTIONS); shared nodes only sum it up. ")
	b.WriteString("An unknown value is a missing property. Bookkeeping properties and derived edges are no part of the digest.\n\n")
	b.WriteString("## Nodes\n")
	for _, n := range g.Nodes {
		fmt.Fprintf(&b, "\n### %s\n\n%s\n", n.Label, n.Description)
		if n.Of != "" {
			fmt.Fprintf(&b, "It is a second label of %s and has its properties.\n", n.Of)
			continue
		}
		fmt.Fprintf(&b, "Key: `%s`.\n", n.Key)
		properties(&b, n.Properties)
	}
	b.WriteString("\n## Relationships\n")
	for _, r := range g.Relationships {
		fmt.Fprintf(&b, "\n### %s\n\n`(%s)-[:%s]->(%s)`\n\n%s\n", r.Type, strings.Join(r.From, "|"), r.Type, strings.Join(r.To, "|"), r.Description)
		properties(&b, r.Properties)
	}
	b.WriteString("\n## Constraints and indexes\n\n| name | what |\n| --- | --- |\n")
	for _, r := range append(Constraints(), Indexes()...) {
		fmt.Fprintf(&b, "| %s | %s |\n", r.Name, r)
	}
	return b.String()
}

// properties writes the table of properties.
func properties(b *strings.Builder, props []Property) {
	if len(props) == 0 {
		return
	}
	b.WriteString("\n| property | type | what |\n| --- | --- | --- |\n")
	for _, p := range props {
		what := p.Description
		switch {
		case p.Required:
			what += " Always there."
		case p.Bookkeeping:
			what += " Bookkeeping."
		}
		fmt.Fprintf(b, "| %s | `%s` | %s |\n", p.Name, p.Type, what)
	}
}
