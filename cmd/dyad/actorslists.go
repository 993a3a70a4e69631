package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"dyad/extract/actor"
)

// actorsUnresolved is the action of "dyad actors unresolved".
func (e *env) actorsUnresolved(c *cli.Context) error {
	if n := c.Int("top"); n < 0 {
		return usagef("a whole number, 0 for all", "--top: bad number %d", n)
	}
	docs, err := e.loadable(c)
	if err != nil {
		return err
	}
	r, err := e.actorTables(c)
	if err != nil {
		return err
	}
	work := r.NewWorklist()
	for doc, err := range docs {
		if err != nil {
			if _, err = e.skip(err); err != nil {
				return err
			}
			e.left = true
			continue
		}
		work.Add(doc)
	}
	items := work.Items()
	if n := c.Int("top"); n > 0 && n < len(items) {
		fmt.Fprintf(e.err, "%d names; the first %d are shown, all with --top 0\n", len(items), n)
		items = items[:n]
	}
	g := grid{Columns: []string{"name", "kind", "code", "mentions", "articles", "why", "at", "sentence"}}
	for _, u := range items {
		g.Rows = append(g.Rows, []any{u.Name, u.Kind, u.Code, u.Mentions, u.Articles, u.Why, fmt.Sprintf("%s:%d", u.Input, u.Start), u.Sentence})
	}
	return writeGrid(e.out, c.String("format"), g)
}

// actorsCheck is the action of "dyad actors check": of the user's files, or
// without any of the tables.
func (e *env) actorsCheck(c *cli.Context) error {
	problems, err := checked(c.Args().Slice())
	if err != nil {
		return failf(exitFailed, "its columns: dyad actors --help", "%w", err)
	}
	g := grid{Columns: []string{"file", "line", "problem", "mend"}}
	for _, p := range problems {
		g.Rows = append(g.Rows, []any{p.File, p.Line, p.What, p.Mend})
	}
	if len(problems) == 0 && c.String("format") == "table" {
		_, err := fmt.Fprintln(e.out, "nothing is wrong")
		return err
	}
	if err := writeGrid(e.out, c.String("format"), g); err != nil {
		return err
	}
	if len(problems) > 0 {
		return exitWith(exitFindings)
	}
	return nil
}

// checked returns what is wrong in the files, or in the tables.
func checked(files []string) ([]actor.Problem, error) {
	if len(files) == 0 {
		return actor.Check()
	}
	var own []*actor.Own
	for _, path := range files {
		o, err := readOwn(path)
		if err != nil {
			return nil, err
		}
		own = append(own, o)
	}
	r, err := actor.New(own...)
	if err != nil {
		return nil, err
	}
	return r.Problems(), nil
}
