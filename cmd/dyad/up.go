package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"dyad/deploy"
)

func (e *env) upCommand() *cli.Command {
	return &cli.Command{
		Name:  "up",
		Usage: "start the local Neo4j, or check the one of NEO4J_URI",
		UsageText: `dyad up
dyad up --with java --heap 2g --page-cache 1g
DYAD_HOME=~/second dyad up                  another server with a graph of its own
dyad up --format json | jq -r .uri`,
		Description: "With NEO4J_URI set, nothing is started. Else the server runs in Docker if an engine\n" +
			"with docker compose answers, else with Java 17 or later; Maven fetches it once\n" +
			"(about 130 MB). It listens on 127.0.0.1 only and keeps running until dyad down. The\n" +
			"password is generated and kept in a file that only you can read. If 7687 or 7474 are\n" +
			"taken, the next free ports are used from then on. A second up changes nothing.",
		Flags: append(dbFlags(),
			&cli.StringFlag{Name: "with", Usage: "run the local server with `docker|java`, whatever NEO4J_URI says"},
			&cli.StringFlag{Name: "heap", Usage: "`SIZE` of Java's heap in the server (default: 1g)"},
			&cli.StringFlag{Name: "page-cache", Usage: "`SIZE` of the server's page cache (default: 512m)"},
			&cli.IntFlag{Name: "bolt-port", Usage: "first `PORT` to try for Bolt (default: that of the last start, else 7687)"},
			&cli.IntFlag{Name: "http-port", Usage: "first `PORT` to try for the Browser (default: that of the last start, else 7474)"},
			&cli.BoolFlag{Name: "show-password", Usage: "print the password too, not only its file"},
			formatFlag(serverFormats...)),
		Action: func(c *cli.Context) error {
			if c.NArg() > 0 {
				return usagef("see: dyad up --help", "up takes no argument")
			}
			srv, err := e.up(c)
			if err != nil {
				return err
			}
			facts := serverFacts(srv)
			if c.Bool("show-password") {
				facts = append(facts, fact{"password", srv.Password})
			}
			return e.printFacts(c.String("format"), facts)
		},
	}
}

// up makes sure that a Neo4j answers and tells on standard error what happens.
func (e *env) up(c *cli.Context) (deploy.Server, error) {
	o, err := e.serverOptions(c)
	if err != nil {
		return deploy.Server{}, err
	}
	steps := e.newSteps()
	defer steps.done()
	o.Progress = steps.show
	srv, err := deploy.Up(c.Context, o)
	return srv, serverError(err)
}

// serverOptions are the settings that concern the server. Flags that a command
// does not have are empty.
func (e *env) serverOptions(c *cli.Context) (deploy.Options, error) {
	var o deploy.Options
	for name, field := range map[string]*string{
		"uri": &o.URI, "username": &o.Username, "password": &o.Password, "database": &o.Database, "home": &o.Home,
	} {
		v, _, err := e.setting(c, name)
		if err != nil {
			return o, err
		}
		*field = v
	}
	o.With, o.Heap, o.PageCache = c.String("with"), c.String("heap"), c.String("page-cache")
	o.BoltPort, o.HTTPPort = c.Int("bolt-port"), c.Int("http-port")
	if err := o.Check(); err != nil {
		return o, usagef("see: dyad up --help", "%w", err)
	}
	return o, nil
}

// serverError gives an error of deploy its exit code and the way to mend it.
func serverError(err error) error {
	var d *deploy.Error
	if !errors.As(err, &d) {
		return err
	}
	code := exitFailed
	switch d.Kind {
	case deploy.Unauthorized:
		code = exitAuth
	case deploy.NoServer, deploy.Missing:
		code = exitNoDatabase
	}
	return &failure{code: code, err: err, hint: strings.ReplaceAll(d.Mend, "\n", "\n  ")}
}

// serverFormats are the formats in which one server is printed.
var serverFormats = []string{"table", "json", "jsonl", "csv", "md"}

// fact is one line about a server.
type fact struct {
	name  string
	value any
}

// serverFacts say where a server is.
func serverFacts(s deploy.Server) []fact {
	facts := []fact{{"uri", s.URI}, {"browser", s.BrowserURL}, {"username", s.Username},
		{"password_file", s.PasswordFile}, {"database", s.Database}, {"version", s.Version},
		{"how", s.How}, {"pid", s.PID}, {"home", s.Home}}
	if s.How == deploy.FromEnv {
		facts = append(facts[:3], facts[4], facts[5], facts[6])
	}
	return facts
}

// printFacts prints facts below each other for people, and as one object or one
// row for programs.
func (e *env) printFacts(format string, facts []fact) error {
	if format == "table" {
		var b strings.Builder
		for _, f := range facts {
			if v := cell(f.value); v != "" && v != "0" {
				fmt.Fprintf(&b, "%-15s %s\n", strings.ReplaceAll(f.name, "_", " "), v)
			}
		}
		_, err := fmt.Fprint(e.out, b.String())
		return err
	}
	if format == "json" {
		format = "jsonl" // one object, not a list of one
	}
	g := grid{Rows: [][]any{{}}}
	for _, f := range facts {
		g.Columns = append(g.Columns, f.name)
		g.Rows[0] = append(g.Rows[0], f.value)
	}
	return writeGrid(e.out, format, g)
}
