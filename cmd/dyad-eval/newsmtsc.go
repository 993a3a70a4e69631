package main

import (
	"fmt"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"dyad/extract/stance"
	"dyad/internal/corpus"
)

func newsmtscCommand() *cli.Command {
	return &cli.Command{
		Name: "newsmtsc", Usage: "how a sentence speaks of a person: accuracy and macro-F1 of three classes", ArgsUsage: "FILE…",
		Action: func(ctx *cli.Context) error {
			if ctx.NArg() == 0 {
				return fmt.Errorf("name the files of NewsMTSC to measure on")
			}
			p, err := corpus.NewChain("")
			if err != nil {
				return err
			}
			c, err := stance.New()
			if err != nil {
				return err
			}
			for _, name := range ctx.Args().Slice() {
				list, err := corpus.ReadFile(name, corpus.ReadNewsMTSC)
				if err != nil {
					return err
				}
				fmt.Fprintf(ctx.App.Writer, "%s %s\n", filepath.Base(name), scoreTargeted(p, c, list))
			}
			return nil
		},
	}
}

// scoreTargeted compares the likeliest class of every target with the gold.
func scoreTargeted(p *corpus.Chain, c *stance.Classifier, list []corpus.Targeted) string {
	var m classes
	for _, s := range list {
		ex := s.Treated(p)
		for i, mention := range ex.Doc.Mentions {
			good, bad := c.Treatment(ex.Doc, ex.Ling, mention)
			got := 0
			switch none := 1 - good - bad; {
			case good >= bad && good > none:
				got = 1
			case bad > good && bad > none:
				got = -1
			}
			m.add(ex.Sign[i], got)
		}
	}
	return fmt.Sprintf("n %d accuracy %.4f macro-F1 %.4f (against %.3f, neither %.3f, for %.3f)", m.n, m.accuracy(), m.macroF1(), m.prf(-1).F1(), m.prf(0).F1(), m.prf(1).F1())
}
