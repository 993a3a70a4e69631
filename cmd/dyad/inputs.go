package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"dyad/extract"
	"dyad/extract/article"
	"dyad/schema"
)

// inputFormats are the values of --input-format.
var inputFormats = []string{"auto", "text", "html", "jsonl"}

// inputFlags are the flags of every command that reads articles.
func inputFlags() []cli.Flag {
	return append([]cli.Flag{
		&cli.StringFlag{Name: "input-format", Value: "auto", Usage: "`FORMAT` of the inputs: " + strings.Join(inputFormats, ", ")},
		&cli.StringFlag{Name: "published", Usage: "publication `DATE` of a single text that does not say it (YYYY-MM-DD or RFC 3339)"},
		&cli.StringFlag{Name: "title", Usage: "`TITLE` of a single text"},
		&cli.StringFlag{Name: "outlet", Usage: "`OUTLET` of a single text"},
		&cli.StringFlag{Name: "url", Usage: "`URL` of a single text"},
		&cli.Float64Flag{Name: "min-confidence", Usage: "leave out events, statements and stances of articles below this `CONFIDENCE` (0 to 1)", Action: func(_ *cli.Context, v float64) error {
			if v >= 0 && v <= 1 {
				return nil
			}
			return usagef("as --min-confidence 0.4", "--min-confidence is %v, want 0 to 1", v)
		}},
		&cli.BoolFlag{Name: "keep-all", Usage: "analyse teasers, credits and repeats of the title too"},
	}, settingFlags("actors", "workers")...)
}

const inputsUsage = "INPUT…"

// skipped is an input that was left out, and why.
type skipped struct {
	Item   string `json:"item"`
	Reason string `json:"reason"`
}

// documents reads the inputs of a command line and extracts them: the
// documents in input order, with the errors of single inputs in their place.
func (e *env) documents(ctx context.Context, c *cli.Context, inputs []string) (iter.Seq2[*schema.Document, error], error) {
	reader, err := e.reader(c, inputs)
	if err != nil {
		return nil, err
	}
	workers, err := e.workers(c)
	if err != nil {
		return nil, err
	}
	x, err := e.extractor(c)
	if err != nil {
		return nil, err
	}
	if x, err = x.WithMinConfidence(c.Float64("min-confidence")); err != nil {
		return nil, err
	}
	docs := x.Stream(ctx, reader.Read(ctx, inputs), workers)
	return func(yield func(*schema.Document, error) bool) {
		for doc, err := range docs {
			if err == nil {
				e.note(doc)
			}
			if !yield(doc, err) {
				return
			}
		}
	}, nil
}

// reader checks the input flags and returns the article reader.
func (e *env) reader(c *cli.Context, inputs []string) (*article.Reader, error) {
	if len(inputs) == 0 {
		return nil, usagef("a file, directory, glob, or - for standard input; see: dyad "+c.Command.Name+" --help", "no input given")
	}
	if f := c.String("input-format"); !slices.Contains(inputFormats, f) {
		return nil, usagef("formats: "+strings.Join(inputFormats, ", "), "there is no input format %q", f)
	}
	if p := c.String("published"); p != "" {
		if err := article.CheckDate(p); err != nil {
			return nil, usagef("as 2011-10-25 or 2011-10-25T09:30:00Z", "--published: %v", err)
		}
	}
	return article.NewReader(article.Options{
		InputFormat: c.String("input-format"),
		Published:   c.String("published"),
		Title:       c.String("title"),
		Outlet:      c.String("outlet"),
		URL:         c.String("url"),
		KeepAll:     c.Bool("keep-all"),
		Stdin:       e.in,
		Now:         e.clock,
	}), nil
}

// note warns of an article that is passed on but was not analysed.
func (e *env) note(doc *schema.Document) {
	if len(doc.Article.Blocks) > 0 {
		return
	}
	why := "nothing in it is article text"
	if l := doc.Article.Language; l != "" && l != "en" {
		why = fmt.Sprintf("its language is %q, and only English is analysed", l)
	}
	e.warn(fmt.Errorf("not analysed: %s: %s", doc.Article.Input, why), "", exitOK)
}

// skip reports an input that is left out and returns it for the summary; an
// error that ends the run is returned as such.
func (e *env) skip(err error) (skipped, error) {
	var in *article.InputError
	var broken *extract.Failure
	switch {
	case errors.As(err, &in):
		e.warn(fmt.Errorf("skipped %s: %s", in.Item, in.Reason), in.Hint, exitSkipped)
		return skipped{in.Item, in.Reason}, nil
	case errors.As(err, &broken):
		e.warn(fmt.Errorf("skipped %s: %v", broken.Item, broken.Cause), "please report this; the other inputs went on", exitSkipped)
		return skipped{broken.Item, fmt.Sprint(broken.Cause)}, nil
	}
	return skipped{}, err
}
