package main

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"

	"github.com/urfave/cli/v2"

	"dyad/graph"
	"dyad/schema"
)

func (e *env) loadCommand() *cli.Command {
	return &cli.Command{
		Name:      "load",
		Usage:     "read articles and upsert what they say into the graph",
		ArgsUsage: inputsUsage,
		UsageText: `dyad load articles/ report.html more.jsonl.gz
dyad load --published 2011-10-25 article.txt
dyad load --dry-run articles/                 what would change, without writing
dyad extract articles/ | dyad load -          documents that were extracted before`,
		Description: "Loading the same articles again, in any order and batch size, changes nothing.\n" +
			"Inputs that cannot be read are named; the others go on, and the exit code is 3.",
		Flags: slices.Concat(inputFlags(), []cli.Flag{
			&cli.BoolFlag{Name: "dry-run", Usage: "print what would change and write nothing"},
			&cli.IntFlag{Name: "batch", Value: 100, Usage: "articles a transaction"},
			&cli.BoolFlag{Name: "replace", Usage: "let an article replace the one with the same id and another text"},
			&cli.BoolFlag{Name: "trust-ids", Usage: "key actors of the input's mentions by the ids given there"},
			formatFlag(tableFormats...),
		}, dbFlags()),
		Action: e.load,
	}
}

// load is the action of "dyad load".
func (e *env) load(c *cli.Context) error {
	if n := c.Int("batch"); n < 1 || n > 10_000 {
		return usagef("a whole number from 1 to 10000", "--batch: bad number %d", n)
	}
	docs, err := e.loadable(c)
	if err != nil {
		return err
	}
	db, err := e.openWriter(c)
	if err != nil {
		return err
	}
	defer db.Close(context.WithoutCancel(c.Context))
	sum, left, err := e.loadInto(c.Context, db, docs, graph.LoadOptions{
		Batch: c.Int("batch"), DryRun: c.Bool("dry-run"), TrustIDs: c.Bool("trust-ids"), Replace: c.Bool("replace"),
	})
	if err != nil {
		return dbError(err)
	}
	if err := e.printSummary(c.String("format"), sum, left); err != nil {
		return err
	}
	if len(left) > 0 {
		return exitWith(exitSkipped)
	}
	return nil
}

// loadable returns the documents of a command line: those extracted before
// and those of articles.
func (e *env) loadable(c *cli.Context) (iter.Seq2[*schema.Document, error], error) {
	ready, inputs := e.splitDocuments(c.Args().Slice())
	if len(inputs) == 0 && len(ready) > 0 {
		return e.readDocuments(ready), nil
	}
	fresh, err := e.documents(c.Context, c, inputs)
	if err != nil {
		return nil, err
	}
	return func(yield func(*schema.Document, error) bool) {
		for doc, err := range e.readDocuments(ready) {
			if !yield(doc, err) {
				return
			}
		}
		fresh(yield)
	}, nil
}

// loadInto loads documents, reporting those that are left out as they come.
func (e *env) loadInto(ctx context.Context, db *graph.DB, docs iter.Seq2[*schema.Document, error], opt graph.LoadOptions) (graph.Summary, []skipped, error) {
	var left []skipped
	var fatal error
	bar := e.progress("loading", "articles")
	good := func(yield func(*schema.Document, error) bool) {
		for doc, err := range docs {
			if err != nil {
				s, err := e.skip(err)
				if err != nil {
					fatal = err
					yield(nil, err)
					return
				}
				left = append(left, s)
				continue
			}
			if !yield(doc, nil) {
				return
			}
		}
	}
	opt.Progress = bar.set
	sum, err := db.Load(ctx, good, opt)
	bar.done()
	if fatal != nil {
		err = fatal
	}
	for _, s := range sum.Skipped {
		item := cmp.Or(s.Input, s.Article)
		e.warn(fmt.Errorf("skipped %s: %s", item, s.Reason), "", exitSkipped)
		left = append(left, skipped{item, s.Reason})
	}
	return sum, left, err
}
