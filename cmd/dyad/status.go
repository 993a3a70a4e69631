package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"dyad/deploy"
)

func (e *env) statusCommand() *cli.Command {
	return &cli.Command{
		Name:  "status",
		Usage: "show which Neo4j would be used, where it is and whether it answers",
		UsageText: `dyad status
dyad status --format json
dyad status > /dev/null || dyad up`,
		Description: "Exits with 0 if the server answers, 4 if it refuses the login, 5 if it does not\nanswer. Starts nothing.",
		Flags:       append(dbFlags(), formatFlag(serverFormats...)),
		Action:      e.status,
	}
}

// status is the action of "dyad status".
func (e *env) status(c *cli.Context) error {
	if c.NArg() > 0 {
		return usagef("see: dyad status --help", "status takes no argument")
	}
	o, err := e.serverOptions(c)
	if err != nil {
		return err
	}
	s, err := deploy.Look(c.Context, o)
	if err != nil {
		return serverError(err)
	}
	facts := append([]fact{{"state", s.State}, {"problem", s.Problem}}, serverFacts(s.Server)...)
	facts = append(facts, fact{"edition", s.Edition}, fact{"store", megabytes(s.StoreBytes)}, fact{"log", s.Log})
	if c.String("format") != "table" {
		facts[len(facts)-2] = fact{"store_bytes", s.StoreBytes}
	}
	if err := e.printFacts(c.String("format"), facts); err != nil {
		return err
	}
	switch {
	case s.Kind == deploy.Unauthorized:
		return exitWith(exitAuth)
	case s.State != deploy.Running:
		return exitWith(exitNoDatabase)
	}
	return nil
}

// megabytes is a size for people, "" for none.
func megabytes(n int64) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}
