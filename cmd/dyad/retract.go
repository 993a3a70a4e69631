package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"

	"dyad/graph"
)

func (e *env) retractCommand() *cli.Command {
	return &cli.Command{
		Name:      "retract",
		Usage:     "take articles and what they alone support out of the graph",
		ArgsUsage: "ARTICLE…",
		UsageText: `dyad retract article:0f3a9c2e11d45b67
dyad report evidence …            shows the ids of articles`,
		Description: "What other articles report too stays, with their evidence. Ids that the graph\n" +
			"does not have are named; the others are taken out, and the exit code is 3.",
		Flags:  append(dbFlags(), formatFlag(tableFormats...)),
		Action: e.retract,
	}
}

// retract is the action of "dyad retract".
func (e *env) retract(c *cli.Context) error {
	if c.NArg() == 0 {
		return usagef("dyad retract ARTICLE", "name at least one article by its id")
	}
	db, err := e.openWriter(c)
	if err != nil {
		return err
	}
	defer db.Close(context.WithoutCancel(c.Context))
	g := grid{Columns: []string{"article", "nodes removed", "edges removed"}}
	missing := 0
	for _, id := range c.Args().Slice() {
		removed, err := db.Retract(c.Context, id)
		switch {
		case errors.Is(err, graph.ErrNoArticle):
			missing++
			e.warn(fmt.Errorf("skipped %s: %w", id, graph.ErrNoArticle), "", exitSkipped)
		case err != nil:
			return dbError(err)
		default:
			g.Rows = append(g.Rows, []any{id, removed.Nodes, removed.Edges})
		}
	}
	if len(g.Rows) > 0 {
		if err := writeGrid(e.out, c.String("format"), g); err != nil {
			return err
		}
	}
	if missing > 0 {
		return exitWith(exitSkipped)
	}
	return nil
}
