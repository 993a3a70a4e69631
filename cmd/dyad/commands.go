package main

import "github.com/urfave/cli/v2"

// commands lists all commands in the order of the help.
func (e *env) commands() []*cli.Command {
	return []*cli.Command{
		e.demoCommand(),
		e.upCommand(),
		e.downCommand(),
		e.statusCommand(),
		e.loadCommand(),
		e.extractCommand(),
		e.parseCommand(),
		e.reportCommand(),
		e.explainCommand(),
		e.actorsCommand(),
		e.retractCommand(),
		e.schemaCommand(),
		e.doctorCommand(),
		e.configCommand(),
		e.completionCommand(),
	}
}
