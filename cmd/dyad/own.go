package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"dyad/extract"
	"dyad/extract/actor"
)

// mostProblems is how many lines of a user's files are complained of one by
// one: a dictionary can have thousands that this program does not read.
const mostProblems = 20

// ownActors reads the user's files of actors that --actors, the environment or
// a settings file name.
func (e *env) ownActors(c *cli.Context) ([]*actor.Own, error) {
	v, origin, err := e.setting(c, "actors")
	if err != nil {
		return nil, err
	}
	var out []*actor.Own
	for _, path := range filepath.SplitList(v) {
		o, err := readOwn(path)
		if err != nil {
			return nil, failf(exitUsage, "the file comes from "+origin+"; its columns: dyad actors --help", "%w", err)
		}
		out = append(out, o)
	}
	return out, nil
}

// readOwn reads one file.
func readOwn(path string) (*actor.Own, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read actors: %w", err)
	}
	defer f.Close()
	return actor.ReadOwn(path, f)
}

// actorTables returns the tables of actors with what the user knows: those of
// the extractor if there is one, else read for themselves.
func (e *env) actorTables(c *cli.Context) (*actor.Resolver, error) {
	if e.tables != nil {
		return e.tables, nil
	}
	own, err := e.ownActors(c)
	if err != nil {
		return nil, err
	}
	r, err := actor.New(own...)
	if err != nil {
		return nil, err
	}
	e.take(r)
	return r, nil
}

// extractor loads all models and tables with what the user knows.
func (e *env) extractor(c *cli.Context) (*extract.Extractor, error) {
	own, err := e.ownActors(c)
	if err != nil {
		return nil, err
	}
	x, err := extract.New(version(), own...)
	if err != nil {
		return nil, err
	}
	e.take(x.Actors())
	return x, nil
}

// take keeps the tables for the rest of the run. It names the lines of the
// user's files that were left out, and lets the run end with the code for
// skipped input then.
func (e *env) take(tables *actor.Resolver) {
	e.tables = tables
	problems := tables.Problems()
	e.left = e.left || len(problems) > 0
	for _, p := range problems[:min(mostProblems, len(problems))] {
		head := actor.Problem{File: p.File, Line: p.Line, What: p.What}
		e.warn(fmt.Errorf("skipped %s", head), p.Mend, exitSkipped)
	}
	if n := len(problems) - mostProblems; n > 0 {
		e.warn(fmt.Errorf("skipped %d more lines of your actors", n), "all of them: dyad actors check FILE", exitSkipped)
	}
}
