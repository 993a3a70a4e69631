package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"dyad/extract/article"
	"dyad/extract/nlp"
	"dyad/graph"
	"dyad/schema"
)

func (e *env) explainCommand() *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     "show why something was coded: sentence, spans, rule, tree; or why a sentence was not",
		ArgsUsage: "ID",
		UsageText: `dyad explain event:3f0a9c2e11d45b67                          of the graph: event, statement, stance, actor or issue
dyad explain country:RUS
dyad explain --text "Russia threatened NATO with sanctions."    no database needed
dyad explain --text "…" --published 2011-10-25 --format json`,
		Description: "Ids stand in the output of dyad extract and in the reports. With --text every\n" +
			"sentence is shown with its actors, what was coded by which rule, the words that\n" +
			"looked like an event and what they lacked, and the tree.",
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "text", Aliases: []string{"t"}, Usage: "`TEXT` to code and explain, instead of an ID"},
			&cli.StringFlag{Name: "published", Usage: "publication `DATE` of the text (YYYY-MM-DD or RFC 3339)"},
			&cli.BoolFlag{Name: "no-tree", Usage: "leave the trees out"},
			formatFlag("text", "json"),
		}, append(settingFlags("actors"), dbFlags()...)...),
		Action: e.explain,
	}
}

// explain is the action of "dyad explain".
func (e *env) explain(c *cli.Context) error {
	text := strings.TrimSpace(c.String("text"))
	switch {
	case text == "" && c.IsSet("text"):
		return usagef(`dyad explain --text "Russia met NATO."`, "the text is empty")
	case text != "" && c.NArg() > 0:
		return usagef("see: dyad explain --help", "give an ID or --text, not both")
	case text == "" && c.NArg() != 1:
		return usagef("dyad explain ID, or dyad explain --text \"…\"", "name one id")
	}
	x, err := e.extractor(c)
	if err != nil {
		return err
	}
	p := explainer{w: e.out, x: x, trees: !c.Bool("no-tree")}
	if p.ontology, err = schema.LoadOntology(); err != nil {
		return err
	}
	if text != "" {
		return e.explainText(c, &p, text)
	}
	return e.explainID(c, &p, c.Args().First())
}

// explainText codes a text and says why.
func (e *env) explainText(c *cli.Context, p *explainer, text string) error {
	if day := c.String("published"); day != "" {
		if err := article.CheckDate(day); err != nil {
			return usagef("as 2011-10-25 or 2011-10-25T09:30:00Z", "--published: %v", err)
		}
	}
	art := schema.Article{ID: schema.ID("article", text), Text: text, Language: "en", Published: c.String("published")}
	for _, r := range nlp.Paragraphs(text) {
		art.Blocks = append(art.Blocks, schema.Block{Span: schema.Span{Start: r.Start, End: r.End}, Headline: r.Headline})
	}
	a := p.x.Analyze(art)
	if c.String("format") == "json" {
		return p.textJSON(a)
	}
	return p.text(a)
}

// explainID looks an id up in the graph.
func (e *env) explainID(c *cli.Context, p *explainer, id string) error {
	db, err := e.openDB(c)
	if err != nil {
		return err
	}
	defer db.Close(context.WithoutCancel(c.Context))
	found, err := db.Explain(c.Context, id)
	if errors.Is(err, graph.ErrNoID) {
		return failf(exitFailed, "ids stand in dyad extract and in the reports; look an actor up: dyad actors find NAME", "%v", fmt.Errorf("%w: %q", graph.ErrNoID, id))
	}
	if err != nil {
		return dbError(err)
	}
	if c.String("format") == "json" {
		return p.json(found)
	}
	return p.found(found)
}
