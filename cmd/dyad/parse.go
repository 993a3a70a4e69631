package main

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"dyad/extract/nlp"
	"dyad/internal/conllu"
)

func (e *env) parseCommand() *cli.Command {
	return &cli.Command{
		Name:      "parse",
		Usage:     "print the linguistic analysis: sentences, tags, trees, entities",
		ArgsUsage: inputsUsage,
		UsageText: `dyad parse article.txt
dyad parse --format tree article.txt            trees drawn for people
echo "Russia met NATO." | dyad parse -
dyad parse --input-format conllu gold.conllu    tokens and sentences taken as given`,
		Description: "Columns are those of CoNLL-U (Universal Dependencies v2, Penn tags), with\n" +
			"NER=B-PER and the like in MISC. The whole text is analysed; blank lines divide\n" +
			"paragraphs. Files ending in .gz are unpacked.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "input-format", Value: "text", Usage: "`FORMAT` of the inputs: text, conllu",
				Action: func(_ *cli.Context, v string) error {
					if v == "text" || v == "conllu" {
						return nil
					}
					return usagef("formats: text, conllu", "there is no input format %q here", v)
				}},
			formatFlag("conllu", "json", "tree"),
		},
		Action: e.parse,
	}
}

// parse is the action of "dyad parse".
func (e *env) parse(c *cli.Context) error {
	if c.NArg() == 0 {
		return usagef("a file, or - for standard input; see: dyad parse --help", "no input given")
	}
	p, err := nlp.New()
	if err != nil {
		return fmt.Errorf("load language model: %w", err)
	}
	left := 0
	for _, input := range c.Args().Slice() {
		if err := c.Context.Err(); err != nil {
			return err
		}
		doc, err := e.parseInput(p, input, c.String("input-format"))
		if err != nil {
			e.warn(fmt.Errorf("skipped %s: %w", input, err), "", exitSkipped)
			left++
			continue
		}
		if err := writeParse(e.out, c.String("format"), input, doc); err != nil {
			return fmt.Errorf("print %s: %w", input, err)
		}
	}
	if left > 0 {
		return exitWith(exitSkipped)
	}
	return nil
}

// parseInput reads and analyses one input.
func (e *env) parseInput(p *nlp.Pipeline, input, format string) (*nlp.Doc, error) {
	in := e.in
	if input != "-" {
		f, err := os.Open(input)
		if err != nil {
			var path *os.PathError
			if errors.As(err, &path) {
				return nil, path.Err
			}
			return nil, err
		}
		defer f.Close()
		in = f
	}
	if strings.HasSuffix(input, ".gz") {
		zip, err := gzip.NewReader(in)
		if err != nil {
			return nil, err
		}
		in = zip
	}
	if format == "conllu" {
		doc, err := conllu.Read(input, in)
		if err == nil {
			p.Annotate(doc)
		}
		return doc, err
	}
	data, err := io.ReadAll(in)
	if err != nil {
		return nil, err
	}
	text := string(data)
	return p.Analyze(text, nlp.Paragraphs(text)), nil
}

// writeParse writes an analysis in a format of the command.
func writeParse(w io.Writer, format, input string, doc *nlp.Doc) error {
	switch format {
	case "json":
		return conllu.WriteJSON(w, input, doc)
	case "tree":
		return conllu.Draw(w, doc)
	}
	return conllu.Write(w, doc)
}
