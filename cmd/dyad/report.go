package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"dyad/extract"
	"dyad/graph"
	"dyad/queries"
)

// reportFormats are what a report can be printed as.
var reportFormats = append(slices.Clone(tableFormats), "cypher")

func (e *env) reportCommand() *cli.Command {
	return &cli.Command{
		Name:      "report",
		Usage:     "list the saved reports, or run one",
		ArgsUsage: "[NAME [PARAMETER=VALUE…]]",
		UsageText: `dyad report                                            all reports
dyad report timeline --help                            its parameters
dyad report timeline --param a=Russia --param b=NATO   or shorter: a=Russia b=NATO
dyad report dyads from=2011-11 to=2011-12-31 --format csv
dyad report paths a=Moscow b=Helsinki --format cypher  to paste in Neo4j Browser
dyad report mine --queries my-reports/                 a report of your own`,
		Description: "Actors may be given by any name: Russia, Moscow, U.S., \"Hillary Clinton\", or by id.\n" +
			"Reports named NAME.graph give nodes and relationships, for Neo4j Browser.",
		HideHelp: true,
		Flags: slices.Concat([]cli.Flag{
			&cli.GenericFlag{Name: "param", Value: &assignments{}, Usage: "`NAME=VALUE` of a parameter; may be repeated"},
			formatFlag(reportFormats...),
			helpFlag{&cli.GenericFlag{Name: "help", Aliases: []string{"h"}, Value: new(wanted), Usage: "show help; with a NAME, the parameters of that report"}},
		}, settingFlags("queries", "actors"), dbFlags()),
		Action: e.runReport,
	}
}

// assignments is the value of a flag NAME=VALUE that may be repeated.
type assignments []string

// Set adds one.
func (a *assignments) Set(s string) error {
	*a = append(*a, s)
	return nil
}

// String lists all of them.
func (a *assignments) String() string { return strings.Join(*a, " ") }

// helpFlag is a --help that reaches the command: the one of urfave/cli takes
// the arguments for topics of its own.
type helpFlag struct{ *cli.GenericFlag }

// TakesValue says that --help stands alone.
func (helpFlag) TakesValue() bool { return false }

// wanted is the value of a helpFlag.
type wanted bool

// Set switches help on.
func (w *wanted) Set(s string) error {
	*w = *w || s == "true"
	return nil
}

// String is empty, so that urfave/cli does not take the flag for its own.
func (w *wanted) String() string { return "" }

// IsBoolFlag lets package flag accept --help without a value.
func (w *wanted) IsBoolFlag() bool { return true }

// runReport is the action of "dyad report".
func (e *env) runReport(c *cli.Context) error {
	help := bool(*c.Generic("help").(*wanted))
	if help && c.NArg() == 0 {
		return cli.ShowSubcommandHelp(c)
	}
	all, err := e.reports(c)
	if err != nil {
		return err
	}
	if c.NArg() == 0 {
		return e.listReports(c, all)
	}
	q, err := findReport(all, c.Args().First())
	if err != nil {
		return err
	}
	if help {
		return e.describeReport(q)
	}
	given := append(slices.Clone(*c.Generic("param").(*assignments)), c.Args().Tail()...)
	values, err := parseAssignments(q, given)
	if err != nil {
		return err
	}
	names, err := e.nameTables(c)
	if err != nil {
		return err
	}
	if c.String("format") == "cypher" {
		return e.reportCypher(c, names, q, values)
	}
	db, err := e.openDB(c)
	if err != nil {
		return err
	}
	defer db.Close(context.WithoutCancel(c.Context))
	return e.answer(c.Context, db, names, q, values, c.String("format"))
}

// reports returns the bundled reports and those of --queries, sorted by name.
// A user's report takes the place of a bundled one with the same name.
func (e *env) reports(c *cli.Context) ([]queries.Query, error) {
	all := queries.Embedded()
	dir, _, err := e.setting(c, "queries")
	if err != nil || dir == "" {
		return all, err
	}
	own, err := queries.LoadDir(dir)
	if err != nil && len(own) == 0 {
		return nil, failf(exitUsage, "the format is described in docs/reports.md", "%w", err)
	}
	if err != nil {
		e.warn(err, "left out; the other reports of the folder can be used", exitFailed)
	}
	for _, q := range own {
		all = slices.DeleteFunc(all, func(old queries.Query) bool { return old.Name == q.Name })
	}
	all = append(all, own...)
	slices.SortFunc(all, func(a, b queries.Query) int { return strings.Compare(a.Name, b.Name) })
	return all, nil
}

// findReport returns the report of that name.
func findReport(all []queries.Query, name string) (queries.Query, error) {
	var names []string
	for _, q := range all {
		if q.Name == name {
			return q, nil
		}
		names = append(names, q.Name)
	}
	hint := "all reports: dyad report"
	if near := nearest(name, names); near != "" {
		hint = "did you mean: dyad report " + near
	}
	return queries.Query{}, usagef(hint, "there is no report %q", name)
}

// parseAssignments reads NAME=VALUE texts for a report.
func parseAssignments(q queries.Query, given []string) (map[string]string, error) {
	var names []string
	for _, p := range q.Params {
		names = append(names, p.Name)
	}
	values := map[string]string{}
	for _, g := range given {
		name, value, ok := strings.Cut(g, "=")
		if !ok {
			return nil, usagef("as "+example(q), "report %s: %q is no NAME=VALUE", q.Name, g)
		}
		if !slices.Contains(names, name) {
			hint := "parameters: " + strings.Join(names, ", ")
			if near := nearest(name, names); near != "" {
				hint = "did you mean: " + near + "; " + hint
			}
			return nil, usagef(hint, "%w", &queries.ParamError{Query: q.Name, Param: name, Unknown: true})
		}
		if _, twice := values[name]; twice {
			return nil, usagef("", "report %s: parameter %s is given twice", q.Name, name)
		}
		values[name] = value
	}
	return values, nil
}

// fill gives the parameters of a report their types.
func fill(q queries.Query, values map[string]string) (map[string]any, error) {
	params, err := queries.Fill(q, values)
	var bad *queries.ParamError
	if errors.As(err, &bad) {
		return nil, usagef("see: dyad report "+q.Name+" --help", "%w", err)
	}
	return params, err
}

// answer runs a report and prints what it gives. What a reader should know
// besides goes to standard error.
func (e *env) answer(ctx context.Context, db *graph.DB, names *nameTables, q queries.Query, values map[string]string, format string) error {
	ids, err := e.resolveNames(ctx, db, names, q, values)
	if err != nil {
		return err
	}
	params, err := fill(q, ids)
	if err != nil {
		return err
	}
	table, err := db.Run(ctx, q.Statement, params)
	if err != nil {
		return dbError(fmt.Errorf("report %s: %w", q.Name, err))
	}
	if len(table.Rows) == 0 {
		fmt.Fprintf(e.err, "report %s: the graph has nothing that fits%s\n", q.Name, fromTo(params))
	}
	return e.writeReport(q, values, table, format)
}

// fromTo names the period of an empty answer, the usual reason for it.
func fromTo(params map[string]any) string {
	var s strings.Builder
	for _, name := range []string{"from", "to"} {
		if v, ok := params[name].(string); ok {
			s.WriteString(" " + name + " " + v)
		}
	}
	return s.String()
}

// printReport runs a bundled report with names as a user gives them and
// prints its table.
func (e *env) printReport(ctx context.Context, db *graph.DB, x *extract.Extractor, name string, values map[string]string) error {
	q, err := findReport(queries.Embedded(), name)
	if err != nil {
		return err
	}
	return e.answer(ctx, db, tablesOf(x), q, values, "table")
}

// reportCypher prints a report with its parameters filled in. Names are looked
// up in the tables; a database is asked only for what they do not know.
func (e *env) reportCypher(c *cli.Context, names *nameTables, q queries.Query, values map[string]string) error {
	ids, err := e.resolveNames(c.Context, nil, names, q, values)
	if errors.Is(err, errUnknownActor) {
		db, dbErr := e.openDB(c)
		if dbErr != nil {
			return err
		}
		defer db.Close(context.WithoutCancel(c.Context))
		ids, err = e.resolveNames(c.Context, db, names, q, values)
	}
	if err != nil {
		return err
	}
	params, err := fill(q, ids)
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(e.out, queries.Cypher(q, params))
	return err
}
