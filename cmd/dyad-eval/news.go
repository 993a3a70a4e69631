package main

import (
	"context"
	"fmt"

	"github.com/urfave/cli/v2"

	"dyad/extract/stance"
	"dyad/internal/corpus"
	"dyad/internal/score"
)

func newsCommand() *cli.Command {
	s := stance.ArticleSettings()
	return &cli.Command{
		Name: "stances", Usage: "stances of whole articles: the article model, cross-validated by article",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "gold", Usage: "`folder` of annotated news", Required: true},
			&cli.StringFlag{Name: "articles", Usage: "JSON lines `file` with the articles", Required: true},
			withoutFlag(),
			&cli.IntFlag{Name: "folds", Value: 5, Usage: "train on all folds but one, measure on that one"},
			&cli.Float64SliceFlag{Name: "least", Value: cli.NewFloat64Slice(stance.MinConfidence), Usage: "least confidence of a stance, to measure several"},
			&cli.Float64Flag{Name: "penalty", Value: s.Penalty, Usage: "L2 penalty of the weights"},
			&cli.IntFlag{Name: "rounds", Value: s.Rounds, Usage: "passes of the training"},
		},
		Action: func(ctx *cli.Context) error {
			without, err := corpus.ReadIDs(ctx.String("without"))
			if err != nil {
				return err
			}
			gold, list, err := corpus.Annotated(context.Background(), ctx.String("gold"), ctx.String("articles"), without)
			if err != nil {
				return err
			}
			c, err := stance.New()
			if err != nil {
				return err
			}
			c.CrossArticles(list, ctx.Int("folds"), stance.Settings{Penalty: ctx.Float64("penalty"), Rounds: ctx.Int("rounds")})
			for _, least := range ctx.Float64Slice("least") {
				var all score.PRF
				for i := range gold {
					all.Add(corpus.ScoreNews(gold[i], list[i].Doc, least))
				}
				fmt.Fprintf(ctx.App.Writer, "least %.2f %v\n", least, all)
			}
			return nil
		},
	}
}
