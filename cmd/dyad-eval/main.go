// Command dyad-eval measures parts of dyad on annotated corpora.
//
//	dyad-eval newsmtsc rw.dev.jsonl mt.dev.jsonl
//	dyad-eval dse --folds 5 train.txt valid.txt
//	dyad-eval actors --gsr gsr_dev.json --news gold/ --articles articles.jsonl.gz --without check.txt
//	dyad-eval sample --what mentions --n 100 --seed 7 extracted.jsonl
//
// Reads: the files of the corpora, or lines of dyad extract. Writes: figures, or
// a sample to judge by hand, to stdout.
package main

import (
	"fmt"
	"io"
	"os"

	"github.com/urfave/cli/v2"
)

func main() { os.Exit(run(os.Args, os.Stdout, os.Stderr)) }

// run runs one command and returns the exit code.
func run(args []string, out, log io.Writer) int {
	app := &cli.App{
		Name: "dyad-eval", Usage: "measure parts of dyad on annotated corpora",
		Writer: out, ErrWriter: log, HideVersion: true, Commands: commands(),
		ExitErrHandler: func(*cli.Context, error) {},
	}
	if err := app.Run(args); err != nil {
		fmt.Fprintln(log, "dyad-eval:", err)
		return 1
	}
	return 0
}

// commands is the table of what can be measured, one task a file.
func commands() []*cli.Command {
	return []*cli.Command{
		actorsCommand(),
		dseCommand(),
		newsmtscCommand(),
		sampleCommand(),
	}
}
