package main

import (
	"github.com/urfave/cli/v2"

	"dyad/internal/corpus"
)

func withoutFlag() cli.Flag {
	return &cli.StringFlag{Name: "without", Usage: "`file` with the ids of articles to leave out"}
}

func onlyFlag() cli.Flag {
	return &cli.StringFlag{Name: "only", Usage: "`file` with the ids of the only articles to take"}
}

// choice returns what says of an article by its id whether --without and --only
// let it in.
func choice(c *cli.Context) (func(id string) bool, error) {
	without, err := corpus.ReadIDs(c.String("without"))
	if err != nil {
		return nil, err
	}
	only, err := corpus.ReadIDs(c.String("only"))
	if err != nil {
		return nil, err
	}
	return func(id string) bool { return !without[id] && (only == nil || only[id]) }, nil
}
