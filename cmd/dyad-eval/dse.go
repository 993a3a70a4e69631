package main

import (
	"fmt"
	"slices"

	"github.com/urfave/cli/v2"

	"dyad/extract/stance"
	"dyad/internal/corpus"
	"dyad/internal/loglinear"
)

func dseCommand() *cli.Command {
	s := stance.PairSettings()
	return &cli.Command{
		Name: "dse", Usage: "who is for or against whom in a sentence: the pair model, cross-validated without repeated lines", ArgsUsage: "FILE…",
		Flags: []cli.Flag{
			&cli.IntFlag{Name: "folds", Value: 5, Usage: "train on all folds but one, measure on that one"},
			&cli.StringSliceFlag{Name: "train", Usage: "train on these `FILES` instead and measure on the lines that are not in them"},
			&cli.Float64SliceFlag{Name: "shift", Value: cli.NewFloat64Slice(s.Shift), Usage: "operating points to measure"},
			&cli.Float64Flag{Name: "penalty", Value: s.Penalty, Usage: "L2 penalty of the weights"},
			&cli.IntFlag{Name: "rounds", Value: s.Rounds, Usage: "passes of the training"},
		},
		Action: func(ctx *cli.Context) error {
			if ctx.NArg() == 0 {
				return fmt.Errorf("name the files of DSE to measure on")
			}
			held := ctx.StringSlice("train")
			examples, labels, known, err := readPairs(held, ctx.Args().Slice())
			if err != nil {
				return err
			}
			c, err := stance.New()
			if err != nil {
				return err
			}
			s := stance.Settings{Penalty: ctx.Float64("penalty"), Rounds: ctx.Int("rounds")}
			var verdicts []stance.Verdict
			if len(held) > 0 {
				part := make([]int, len(examples))
				for i := range known {
					part[i] = 1
				}
				verdicts, labels = c.Judge(examples, part, 1, s)[known:], labels[known:]
			} else {
				verdicts = c.Cross(examples, ctx.Int("folds"), s)
			}
			for _, shift := range ctx.Float64Slice("shift") {
				fmt.Fprintf(ctx.App.Writer, "shift %.2f %s\n", shift, scorePairs(verdicts, shift, labels))
			}
			return nil
		},
	}
}

// readPairs reads DSE files as one, without repeated lines, and analyses them.
// It also returns how many of the lines come from the first list of files.
func readPairs(first, second []string) ([]stance.Example, []int, int, error) {
	chain, err := corpus.NewChain("")
	if err != nil {
		return nil, nil, 0, err
	}
	var pairs []corpus.Pair
	seen, known := map[string]bool{}, 0
	for n, name := range append(slices.Clone(first), second...) {
		list, err := corpus.ReadFile(name, corpus.ReadDSE)
		if err != nil {
			return nil, nil, 0, err
		}
		for _, d := range list {
			if key := fmt.Sprint(d); !seen[key] {
				seen[key] = true
				pairs = append(pairs, d)
			}
		}
		if n < len(first) {
			known = len(pairs)
		}
	}
	examples, labels := make([]stance.Example, len(pairs)), make([]int, len(pairs))
	loglinear.Each(len(pairs), func(i int) { examples[i], labels[i] = pairs[i].Example(chain), pairs[i].Label })
	return examples, labels, known, nil
}

// scorePairs compares signs with the labels of DSE: 1 and 2 are positive, 3
// and 4 negative, odd from the first to the second.
func scorePairs(verdicts []stance.Verdict, shift float64, labels []int) string {
	var five, three classes
	sign := func(label int) int { return []int{0, 1, 1, -1, -1}[label] }
	for i, v := range verdicts {
		s, got := v.Signs(shift), 0
		switch {
		case s[0] != 0:
			got = 2 - s[0]
		case s[1] != 0:
			got = 3 - s[1]
		}
		five.add(labels[i], got)
		three.add(sign(labels[i]), sign(got))
	}
	polar := five.polar()
	return fmt.Sprintf("n %d micro %.4f macro %.4f polar P %.3f R %.3f F1 %.4f sign macro-F1 %.4f", five.n, five.accuracy(), five.macroF1(),
		polar.Precision(), polar.Recall(), polar.F1(), three.macroF1())
}
