package graph

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dyad/schema"
)

// Finding is one thing that is not as it should be in the database.
type Finding struct {
	// Name is the constraint, index or label.
	Name    string `json:"name"`
	Problem string `json:"problem"`
	Mend    string `json:"mend"`
	// Foreign says that somebody else's graph is in the way.
	Foreign bool `json:"foreign"`
}

// present is a constraint or index that the database has.
type present struct {
	schema.Rule
	// owned says that an index belongs to a constraint.
	owned bool
	state string
}

// ApplySchema creates the constraints and indexes that are missing and waits
// until they can be used. It refuses with [ErrForeign] where somebody else's
// graph is in the way, and has changed nothing then.
func (db *DB) ApplySchema(ctx context.Context) error {
	if err := db.checkForeign(ctx); err != nil {
		return err
	}
	have, err := db.present(ctx)
	if err != nil {
		return fmt.Errorf("read the schema of %s: %w", db.where(), err)
	}
	created := false
	for _, r := range slices.Concat(schema.Constraints(), schema.Indexes()) {
		if slices.ContainsFunc(have, func(p present) bool { return same(p.Rule, r) }) {
			continue
		}
		created = true
		if err := db.runSchema(ctx, r.Statement); err != nil {
			return fmt.Errorf("create %s: %w", r.Name, err)
		}
	}
	if !created {
		return nil
	}
	if err := db.runSchema(ctx, "CALL db.awaitIndexes(300)"); err != nil {
		return fmt.Errorf("wait for the indexes: %w", err)
	}
	return nil
}

// runSchema runs a statement that changes the schema.
func (db *DB) runSchema(ctx context.Context, statement string) error {
	return db.write(ctx, func(tx neo4j.ManagedTransaction) error {
		res, err := tx.Run(ctx, statement, nil)
		if err == nil {
			_, err = res.Consume(ctx)
		}
		return err
	})
}

// CheckSchema compares the database with the schema and returns what is
// missing, broken or in the way, in a fixed order.
func (db *DB) CheckSchema(ctx context.Context) ([]Finding, error) {
	out, err := db.foreign(ctx)
	if err != nil {
		return nil, fmt.Errorf("check the schema of %s: %w", db.where(), err)
	}
	have, err := db.present(ctx)
	if err != nil {
		return nil, fmt.Errorf("check the schema of %s: %w", db.where(), err)
	}
	for _, r := range slices.Concat(schema.Constraints(), schema.Indexes()) {
		i := slices.IndexFunc(have, func(p present) bool { return same(p.Rule, r) })
		switch {
		case i < 0:
			out = append(out, Finding{Name: r.Name, Problem: r.String() + " is missing", Mend: "run: dyad schema apply"})
		case have[i].state != "" && have[i].state != "ONLINE":
			out = append(out, Finding{Name: have[i].Name, Problem: "the index is " + strings.ToLower(have[i].state), Mend: "wait, or drop it and run: dyad schema apply"})
		}
	}
	return out, nil
}

// same reports whether two rules demand the same, under whatever name.
func same(a, b schema.Rule) bool {
	return a.Kind == b.Kind && a.On == b.On && a.Edge == b.Edge && slices.Equal(a.Properties, b.Properties)
}

// present lists the constraints and indexes of the database.
func (db *DB) present(ctx context.Context) ([]present, error) {
	var out []present
	for _, name := range []string{"show-constraints", "show-indexes"} {
		recs, err := db.collect(ctx, db.texts[name], nil)
		if err != nil {
			return nil, err
		}
		for _, r := range recs {
			m := r.AsMap()
			p := present{Rule: schema.Rule{
				Name: text(r, "name"), Kind: text(r, "type"),
				On: strings.Join(strs(m["on"]), ":"), Edge: text(r, "entityType") == "RELATIONSHIP", Properties: strs(m["properties"]),
			}, owned: text(r, "owner") != "", state: text(r, "state")}
			out = append(out, p)
		}
	}
	return out, nil
}

// strs converts a list of strings of the driver.
func strs(v any) []string {
	list, _ := v.([]any)
	out := make([]string, 0, len(list))
	for _, x := range list {
		s, _ := x.(string)
		out = append(out, s)
	}
	return out
}

// checkForeign returns an error that wraps [ErrForeign] if somebody else's
// graph is in the way.
func (db *DB) checkForeign(ctx context.Context) error {
	found, err := db.foreign(ctx)
	if err != nil {
		return fmt.Errorf("look for other graphs in %s: %w", db.where(), err)
	}
	if len(found) == 0 {
		return nil
	}
	parts := make([]string, len(found))
	for i, f := range found {
		parts[i] = f.Problem
	}
	return fmt.Errorf("%w in %s: %s", ErrForeign, db.where(), strings.Join(parts, "; "))
}

// foreign finds what would clash with the graph of dyad. Graphs that share no
// label with it are no finding and are never touched.
func (db *DB) foreign(ctx context.Context) ([]Finding, error) {
	have, err := db.present(ctx)
	if err != nil {
		return nil, err
	}
	var out []Finding
	for _, p := range have {
		if problem := db.clash(p); problem != "" {
			out = append(out, Finding{Name: p.Name, Problem: problem, Foreign: true,
				Mend: "use another database (NEO4J_DATABASE), or drop it if nobody needs it"})
		}
	}
	recs, err := db.collect(ctx, db.keylessQuery(), nil)
	if err != nil {
		return nil, err
	}
	for _, r := range recs {
		label := text(r, "label")
		n, _ := r.Get("n")
		out = append(out, Finding{Name: label, Foreign: true,
			Problem: fmt.Sprintf("%v %s nodes are not dyad's: they have no %s", n, label, db.schema.KeyOf(label)),
			Mend:    "use another database (NEO4J_DATABASE) or a server of your own (dyad up)"})
	}
	return out, nil
}

// clash says how a constraint or index of the database gets in the way of
// ours, "" if it does not.
func (db *DB) clash(p present) string {
	for _, r := range slices.Concat(schema.Constraints(), schema.Indexes()) {
		switch {
		case same(p.Rule, r):
			return ""
		case p.Name == r.Name && !p.owned:
			return fmt.Sprintf("%s is there as %s", p.Name, p.Rule)
		case r.Kind == "UNIQUENESS" && p.Kind == "RANGE" && !p.owned && p.On == r.On && slices.Equal(p.Properties, r.Properties):
			return fmt.Sprintf("the index %s stands in the way of the constraint %s", p.Name, r.Name)
		}
	}
	if p.owned || p.state != "" {
		return ""
	}
	if _, ours := db.schema.Node(p.On); ours && !p.Edge {
		return fmt.Sprintf("the constraint %s demands %s", p.Name, p.Rule)
	}
	if _, ours := db.schema.Relationship(p.On); ours && p.Edge {
		return fmt.Sprintf("the constraint %s demands %s", p.Name, p.Rule)
	}
	return ""
}

// keylessQuery counts the nodes under labels of ours that lack our key. It is
// built from names of the schema, which cannot be parameters.
func (db *DB) keylessQuery() string {
	var b strings.Builder
	b.WriteString("CALL () {\n")
	for i, n := range db.schema.Nodes {
		if i > 0 {
			b.WriteString("UNION ALL\n")
		}
		fmt.Fprintf(&b, "MATCH (n:%s) WHERE n.%s IS NULL RETURN '%s' AS label, count(n) AS n\n", n.Label, db.schema.KeyOf(n.Label), n.Label)
	}
	b.WriteString("}\nWITH label, n WHERE n > 0\nRETURN label, n ORDER BY label")
	return b.String()
}
