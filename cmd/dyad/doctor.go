package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"dyad/deploy"
	"dyad/graph"
	"dyad/schema"
)

func (e *env) doctorCommand() *cli.Command {
	return &cli.Command{
		Name:  "doctor",
		Usage: "check Java, Maven, Docker, ports, server, login, version and constraints, and say the mend",
		UsageText: `dyad doctor
dyad doctor --uri bolt://127.0.0.1:7687 --password secret
dyad doctor --format json`,
		Description: "Exits with 6 if something should be mended. Starts and changes nothing.",
		Flags: append(append(dbFlags(),
			&cli.StringFlag{Name: "with", Usage: "check a local server with `docker|java`, whatever NEO4J_URI says"}),
			formatFlag(tableFormats...)),
		Action: e.doctor,
	}
}

// doctor is the action of "dyad doctor".
func (e *env) doctor(c *cli.Context) error {
	if c.NArg() > 0 {
		return usagef("see: dyad doctor --help", "doctor takes no argument")
	}
	o, err := e.serverOptions(c)
	if err != nil {
		return err
	}
	found, err := deploy.Doctor(c.Context, o)
	if err != nil {
		return serverError(err)
	}
	answers := slices.ContainsFunc(found, func(f deploy.Finding) bool { return f.Check == "server" && f.OK })
	if srv, ok := deploy.Current(o); ok && answers {
		found = append(found, e.checkDatabase(c, srv)...)
	}
	g := grid{Columns: []string{"check", "ok", "detail", "mend"}}
	bad := false
	for _, f := range found {
		var ok any = f.OK
		if format := c.String("format"); format == "table" || format == "md" || format == "html" {
			ok = map[bool]string{true: "ok", false: "mend"}[f.OK]
		}
		bad = bad || !f.OK
		g.Rows = append(g.Rows, []any{f.Check, ok, f.Detail, f.Mend})
	}
	if err := writeGrid(e.out, c.String("format"), g); err != nil {
		return err
	}
	if bad {
		return exitWith(exitFindings)
	}
	return nil
}

// checkDatabase logs in and looks at what only a query can tell.
func (e *env) checkDatabase(c *cli.Context, srv deploy.Server) []deploy.Finding {
	db, err := open(c.Context, configOf(srv))
	if err != nil {
		return []deploy.Finding{finding("login", err)}
	}
	defer db.Close(c.Context)
	login := deploy.Finding{Check: "login", OK: true, Detail: srv.Username + " on database " + srv.Database}
	found, err := db.CheckSchema(c.Context)
	if err != nil {
		return []deploy.Finding{login, finding("constraints", dbError(err))}
	}
	return append([]deploy.Finding{login}, schemaFindings(found, len(schema.Constraints())+len(schema.Indexes()))...)
}

// schemaFindings turns what the graph says about its constraints and indexes
// into findings, all missing ones into one. A database without any of them is
// simply new.
func schemaFindings(found []graph.Finding, all int) []deploy.Finding {
	var out []deploy.Finding
	var missing []string
	for _, f := range found {
		if f.Foreign || !strings.HasSuffix(f.Problem, " is missing") {
			out = append(out, deploy.Finding{Check: "constraints", Detail: f.Problem, Mend: f.Mend})
			continue
		}
		missing = append(missing, f.Name)
	}
	switch {
	case len(missing) == all:
		out = append(out, deploy.Finding{Check: "constraints", OK: true, Detail: "none yet: the first dyad load makes them"})
	case len(missing) > 0:
		out = append(out, deploy.Finding{Check: "constraints", Detail: "missing: " + strings.Join(missing, ", "), Mend: "dyad schema apply"})
	case len(found) == 0:
		out = append(out, deploy.Finding{Check: "constraints", OK: true, Detail: fmt.Sprintf("all %d constraints and indexes are there", all)})
	}
	return out
}

// finding turns an error into a finding with the hint as its mend.
func finding(check string, err error) deploy.Finding {
	f := deploy.Finding{Check: check, Detail: err.Error()}
	var known *failure
	if errors.As(err, &known) {
		f.Mend = known.hint
	}
	return f
}
