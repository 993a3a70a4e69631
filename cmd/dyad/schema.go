package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"dyad/graph"
	"dyad/schema"
)

func (e *env) schemaCommand() *cli.Command {
	return &cli.Command{
		Name:  "schema",
		Usage: "apply, show or check constraints and indexes; explain codes",
		UsageText: `dyad schema show                  labels, relationship types and properties
dyad schema show --format cypher  the constraints and indexes, for cypher-shell
dyad schema show --format grass   the style for Neo4j Browser: drop it on the page
dyad schema check                 what the database lacks; exit code 6 if anything
dyad schema apply                 create it (dyad load does so by itself)
dyad schema explain CONSULT 042   what codes of PLOVER and CAMEO mean`,
		Subcommands: []*cli.Command{
			{Name: "show", Usage: "print the schema of the graph; needs no database", Action: e.schemaShow,
				Flags: []cli.Flag{formatFlag("table", "json", "jsonl", "csv", "md", "html", "cypher", "grass")}},
			{Name: "check", Usage: "compare the database with the schema", Action: e.schemaCheck,
				Flags: append(dbFlags(), formatFlag(tableFormats...))},
			{Name: "apply", Usage: "create the constraints and indexes that are missing", Action: e.schemaApply, Flags: dbFlags()},
			{Name: "explain", Usage: "explain types, modes, contexts, sectors and CAMEO codes", ArgsUsage: "CODE…", Action: e.schemaExplain},
		},
		Action: noSubcommand,
	}
}

// noSubcommand is the action of a bare command that has subcommands.
func noSubcommand(c *cli.Context) error {
	if c.NArg() == 0 {
		return cli.ShowSubcommandHelp(c)
	}
	var names []string
	for _, s := range c.Command.Subcommands {
		names = append(names, s.Name)
	}
	hint := "see: dyad " + c.Command.Name + " --help"
	if near := nearest(c.Args().First(), names); near != "" {
		hint = "did you mean: dyad " + c.Command.Name + " " + near
	}
	return usagef(hint, "there is no command %q", c.Command.Name+" "+c.Args().First())
}

// schemaShow is the action of "dyad schema show".
func (e *env) schemaShow(c *cli.Context) error {
	if c.NArg() > 0 {
		return usagef("see: dyad schema show --help", "show takes no argument")
	}
	g, err := schema.ReadGraph()
	if err != nil {
		return err
	}
	switch format := c.String("format"); format {
	case "md":
		_, err = io.WriteString(e.out, g.Page())
	case "grass":
		_, err = io.WriteString(e.out, schema.Style)
	case "cypher":
		for _, r := range append(schema.Constraints(), schema.Indexes()...) {
			if _, err := fmt.Fprintf(e.out, "%s;\n", r.Statement); err != nil {
				return err
			}
		}
	default:
		err = writeGrid(e.out, format, schemaGrid(g))
	}
	return err
}

// schemaGrid lists labels, types and their properties.
func schemaGrid(g *schema.Graph) grid {
	t := grid{Columns: []string{"name", "property", "type", "what"}}
	add := func(name, what string, props []schema.Property) {
		t.Rows = append(t.Rows, []any{name, "", "", what})
		for _, p := range props {
			t.Rows = append(t.Rows, []any{name, p.Name, p.Type, p.Description})
		}
	}
	for _, n := range g.Nodes {
		add(n.Label, n.Description, n.Properties)
	}
	for _, r := range g.Relationships {
		add(r.Type, fmt.Sprintf("(%s) to (%s). %s", strings.Join(r.From, "|"), strings.Join(r.To, "|"), r.Description), r.Properties)
	}
	return t
}

// schemaCheck is the action of "dyad schema check".
func (e *env) schemaCheck(c *cli.Context) error {
	if c.NArg() > 0 {
		return usagef("see: dyad schema check --help", "check takes no argument")
	}
	db, err := e.openDB(c)
	if err != nil {
		return err
	}
	defer db.Close(context.WithoutCancel(c.Context))
	found, err := db.CheckSchema(c.Context)
	if err != nil {
		return dbError(err)
	}
	format := c.String("format")
	if len(found) == 0 && format == "table" {
		_, err := fmt.Fprintln(e.out, "all constraints and indexes are in place")
		return err
	}
	if err := writeGrid(e.out, format, findingsGrid(found)); err != nil {
		return err
	}
	if len(found) > 0 {
		return exitWith(exitFindings)
	}
	return nil
}

func findingsGrid(found []graph.Finding) grid {
	g := grid{Columns: []string{"name", "problem", "mend"}}
	for _, f := range found {
		g.Rows = append(g.Rows, []any{f.Name, f.Problem, f.Mend})
	}
	return g
}

// schemaApply is the action of "dyad schema apply".
func (e *env) schemaApply(c *cli.Context) error {
	if c.NArg() > 0 {
		return usagef("see: dyad schema apply --help", "apply takes no argument")
	}
	db, err := e.openDB(c)
	if err != nil {
		return err
	}
	defer db.Close(context.WithoutCancel(c.Context))
	if err := db.ApplySchema(c.Context); err != nil {
		return dbError(err)
	}
	_, err = fmt.Fprintln(e.out, "all constraints and indexes are in place")
	return err
}

// schemaExplain is the action of "dyad schema explain".
func (e *env) schemaExplain(c *cli.Context) error {
	if c.NArg() == 0 {
		return usagef("dyad schema explain CONSULT", "name at least one code")
	}
	o, err := schema.LoadOntology()
	if err != nil {
		return err
	}
	for _, code := range c.Args().Slice() {
		text := o.Explain(code)
		if text == "" {
			return usagef("types: dyad schema explain "+typeCodes(o), "there is no code %q", code)
		}
		if _, err := io.WriteString(e.out, text); err != nil {
			return err
		}
	}
	return nil
}

// typeCodes lists the types.
func typeCodes(o *schema.Ontology) string {
	var codes []string
	for _, t := range o.Types() {
		codes = append(codes, t.Code.Code)
	}
	return strings.Join(codes, " ")
}
