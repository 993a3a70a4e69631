package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/urfave/cli/v2"

	"dyad/schema"
)

func (e *env) extractCommand() *cli.Command {
	return &cli.Command{
		Name:      "extract",
		Usage:     "print what the articles say, without a database",
		ArgsUsage: inputsUsage,
		UsageText: `dyad extract --published 2011-10-25 article.txt
dyad extract --format table article.html        events as a table
dyad extract articles.jsonl.gz | dyad load -    the joint between extract and load
cat article.txt | dyad extract -`,
		Description: "One JSON object an article, in input order, whatever the number of workers.\n" +
			"Offsets count code points of article.text. Inputs that cannot be read are named\n" +
			"on standard error; the others go on, and the exit code is 3.",
		Flags:  append(inputFlags(), formatFlag("jsonl", "json", "table", "csv", "md", "html")),
		Action: e.extract,
	}
}

// extract is the action of "dyad extract".
func (e *env) extract(c *cli.Context) error {
	docs, err := e.documents(c.Context, c, c.Args().Slice())
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(e.out, 1<<16)
	p := documentPrinter{w: out, format: c.String("format")}
	left := 0
	for doc, err := range docs {
		if err != nil {
			if _, err = e.skip(err); err != nil {
				return errors.Join(out.Flush(), err)
			}
			left++
			continue
		}
		if err := p.print(doc); err != nil {
			return fmt.Errorf("print %s: %w", doc.Article.Input, err)
		}
	}
	if err := errors.Join(p.close(), out.Flush()); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	if left > 0 {
		return exitWith(exitSkipped)
	}
	return nil
}

// documentPrinter writes documents: as JSON lines, one JSON array, or the
// events as a table for people.
type documentPrinter struct {
	w      io.Writer
	format string
	n      int
	events grid
}

func (p *documentPrinter) print(doc *schema.Document) error {
	switch p.format {
	case "jsonl":
		return writeDocument(p.w, doc)
	case "json":
		sep := ","
		if p.n == 0 {
			sep = "["
		}
		p.n++
		if _, err := io.WriteString(p.w, sep+"\n"); err != nil {
			return err
		}
		return writeDocument(p.w, doc)
	}
	p.events.Rows = append(p.events.Rows, eventRows(doc)...)
	return nil
}

func (p *documentPrinter) close() error {
	switch p.format {
	case "jsonl":
		return nil
	case "json":
		if p.n == 0 {
			_, err := io.WriteString(p.w, "[]\n")
			return err
		}
		_, err := io.WriteString(p.w, "]\n")
		return err
	}
	p.events.Columns = []string{"date", "source", "type", "target", "trigger", "flags", "rule", "article"}
	return writeGrid(p.w, p.format, p.events)
}

// writeDocument writes a document as one line of JSON.
func writeDocument(w io.Writer, doc *schema.Document) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(doc)
}

// eventRows are the events of a document as rows for people.
func eventRows(doc *schema.Document) [][]any {
	names := map[string]string{}
	for _, a := range doc.Actors {
		names[a.ID] = a.Name
	}
	named := func(ids []string) []string {
		out := make([]string, len(ids))
		for i, id := range ids {
			out[i] = names[id]
		}
		return out
	}
	var rows [][]any
	for _, ev := range doc.Events {
		rows = append(rows, []any{ev.Date, named(ev.Sources), ev.Type, named(ev.Targets), ev.Trigger.Text, ev.Flags(), ev.Rule, doc.Article.ID})
	}
	return rows
}
