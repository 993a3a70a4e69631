package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"dyad/deploy"
)

func (e *env) downCommand() *cli.Command {
	return &cli.Command{
		Name:  "down",
		Usage: "stop the local Neo4j; the graph stays",
		UsageText: `dyad down
DYAD_HOME=~/second dyad down`,
		Description: "Waits until the server has closed its store. The server of NEO4J_URI is never\n" +
			"touched. To throw the graph away, remove the folder that dyad status calls home.",
		Flags:  append(settingFlags("home"), formatFlag("table", "json")),
		Action: e.down,
	}
}

// down is the action of "dyad down".
func (e *env) down(c *cli.Context) error {
	if c.NArg() > 0 {
		return usagef("see: dyad down --help", "down takes no argument")
	}
	home, _, err := e.setting(c, "home")
	if err != nil {
		return err
	}
	steps := e.newSteps()
	defer steps.done()
	stopped, err := deploy.Down(c.Context, deploy.Options{Home: home, Progress: steps.show})
	if err != nil {
		return serverError(err)
	}
	steps.done()
	if c.String("format") == "json" {
		return e.printFacts("json", []fact{{"stopped", stopped}})
	}
	said := "no local Neo4j was running"
	if stopped {
		said = "the local Neo4j has stopped"
	}
	_, err = fmt.Fprintln(e.out, said)
	return err
}
