package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"dyad/extract/actor"
	"dyad/extract/article"
	"dyad/schema"
)

// actorsHelp says what the files of --actors hold.
const actorsHelp = `Your own actors win over the tables. --actors FILE (or DYAD_ACTORS, or "actors" in
dyad.json) reads

CSV, whose first line names its columns; only name is needed, a line is an actor or
one more office of a person named before; "# known until: 2024-06-30" says until when
empty ends hold:

  name,aliases,kind,code,country,sector,office,of,from,to,gender,external,id
  Ann Example,A. Example|Annie,person,,,GOV,minister of trade,NZL,2020-03-01,2023,f,Q1001
  Ann Example,,person,,,LEG,speaker,New Zealand,2024,
  Example Front,EXF,organization,PER,,REB

PETRARCH actor dictionaries, with their dates:

  JANE_EXAMPLE_  ; a comment
  +DR._EXAMPLE_
  	[FINGOV 990201-20040131]
  	[IGOUNO >040201]

Lines with an error are named and left out; the exit code is then 3.`

func (e *env) actorsCommand() *cli.Command {
	return &cli.Command{
		Name:  "actors",
		Usage: "look actors up, show what is known of one, list names that nobody knows",
		UsageText: `dyad actors find Medvedev                      who that may be
dyad actors find Medvedev --on 2011-10-25      with the office on that day
dyad actors show person:dmitry-medvedev        names, offices, namesakes
dyad actors show NATO --format json
dyad actors unresolved articles/               names without an entry, the most frequent first
dyad actors unresolved --actors own.csv --top 100 --format csv articles/
dyad actors check own.csv                      what is wrong in a file of your own`,
		Description: actorsHelp,
		Subcommands: []*cli.Command{
			{Name: "find", Usage: "list the actors that a name may mean", ArgsUsage: "NAME", Action: e.actorsFind,
				UsageText: "dyad actors find Moscow\ndyad actors find \"Hillary Clinton\" --on 2010-05-01 --format json",
				Flags: append([]cli.Flag{&cli.StringFlag{Name: "on", Usage: "show the offices on a `DATE` (YYYY-MM-DD)"}, formatFlag(tableFormats...)},
					settingFlags("actors")...)},
			{Name: "show", Usage: "show what is known of an actor", ArgsUsage: "ID", Action: e.actorsShow,
				UsageText: "dyad actors show country:RUS\ndyad actors show \"Hillary Clinton\" --format md",
				Flags:     append([]cli.Flag{formatFlag(tableFormats...)}, settingFlags("actors")...)},
			{Name: "unresolved", Usage: "list the names of articles that have no entry, the most frequent first", ArgsUsage: inputsUsage, Action: e.actorsUnresolved,
				UsageText: "dyad actors unresolved articles/ --top 20\ndyad extract articles/ | dyad actors unresolved -    of documents that were extracted before",
				Flags: append(append(inputFlags(), formatFlag(tableFormats...)),
					&cli.IntFlag{Name: "top", Value: 50, Usage: "at most `N` names; 0 for all"})},
			{Name: "check", Usage: "say what is wrong in files of your own; exit code 6 if anything", ArgsUsage: "[FILE…]", Action: e.actorsCheck,
				UsageText: "dyad actors check own.csv dictionary.txt\ndyad actors check        the tables of dyad itself",
				Flags:     []cli.Flag{formatFlag(tableFormats...)}},
		},
		Action: noSubcommand,
	}
}

// oneName returns the argument of find and show; words without quotation
// marks are one name.
func oneName(c *cli.Context) (string, error) {
	name := strings.TrimSpace(strings.Join(c.Args().Slice(), " "))
	if name == "" {
		return "", usagef("see: dyad actors "+c.Command.Name+" --help", "no name given")
	}
	return name, nil
}

// missing is the error for a name that the tables do not have.
func missing(r *actor.Resolver, name string) error {
	var near []string
	for _, c := range r.Near(name, 3) {
		near = append(near, fmt.Sprintf("%s (%s)", c.Name, c.ID))
	}
	hint := "names that articles use and nobody knows: dyad actors unresolved INPUT"
	if len(near) > 0 {
		hint = "did you mean: " + strings.Join(near, ", ")
	}
	return &failure{code: exitUsage, err: fmt.Errorf("%w: %q", errUnknownActor, name), hint: hint}
}

// actorsFind is the action of "dyad actors find".
func (e *env) actorsFind(c *cli.Context) error {
	name, err := oneName(c)
	if err != nil {
		return err
	}
	day := c.String("on")
	if day != "" {
		if err := article.CheckDate(day); err != nil {
			return usagef("as 2011-10-25", "--on: %v", err)
		}
		day = schema.PublishedDay(day)
	}
	r, err := e.actorTables(c)
	if err != nil {
		return err
	}
	found := r.Lookup(name)
	if _, ok := r.ByID(name); ok && len(found) == 0 {
		found = []actor.Candidate{{ID: name, Why: "id"}}
	}
	if len(found) == 0 {
		return missing(r, name)
	}
	g := grid{Columns: []string{"name", "id", "kind", "code", "sector"}}
	if day != "" {
		g.Columns = append(g.Columns, "office")
	}
	g.Columns = append(g.Columns, "why")
	for _, f := range found {
		a, _ := r.ByID(f.ID)
		row := []any{a.Name, a.ID, a.Kind, a.Code, a.Sector}
		if day != "" {
			row = append(row, r.RolesOn(f.ID, day))
		}
		g.Rows = append(g.Rows, append(row, f.Why))
	}
	return writeGrid(e.out, c.String("format"), g)
}

// actorsShow is the action of "dyad actors show".
func (e *env) actorsShow(c *cli.Context) error {
	name, err := oneName(c)
	if err != nil {
		return err
	}
	r, err := e.actorTables(c)
	if err != nil {
		return err
	}
	d, ok := r.Describe(name)
	if !ok {
		found := r.Lookup(name)
		if len(found) == 0 {
			return missing(r, name)
		}
		if len(found) > 1 {
			var others []string
			for _, f := range found[1:] {
				others = append(others, fmt.Sprintf("%s (%s)", f.Name, f.ID))
			}
			fmt.Fprintf(e.err, "%s is taken for %s (%s); it may also be %s\n", name, found[0].Name, found[0].ID, strings.Join(others, ", "))
		}
		d, _ = r.Describe(found[0].ID)
	}
	return e.printActor(c.String("format"), d)
}

// printActor prints a description: as an object in JSON, else as lines of
// field and value, with a line for each office.
func (e *env) printActor(format string, d actor.Description) error {
	if strings.HasPrefix(format, "json") {
		var b strings.Builder
		if err := jsonTo(&b, d); err != nil {
			return err
		}
		_, err := fmt.Fprintln(e.out, b.String())
		return err
	}
	g := grid{Columns: []string{"field", "value"}}
	add := func(field, value string) {
		if value != "" {
			g.Rows = append(g.Rows, []any{field, value})
		}
	}
	add("id", d.ID)
	add("name", d.Name)
	add("kind", d.Kind)
	add("code", d.Code)
	if d.Country != d.Code {
		add("country", d.Country)
	}
	add("sector", d.Sector)
	add("wikidata", d.External)
	add("further names", strings.Join(d.Aliases, ", "))
	add("demonyms", strings.Join(d.Demonyms, ", "))
	add("capitals", strings.Join(d.Capitals, ", "))
	add("seats", strings.Join(d.Seats, ", "))
	for _, r := range d.Roles {
		add("office", roleLine(r))
	}
	for _, s := range d.Same {
		add("possibly same as", s.ID+": "+s.Why)
	}
	add("source", d.Source)
	return writeGrid(e.out, format, g)
}

// roleLine writes an office on one line: "president of country:RUS, GOV,
// 2008-05-07 to 2012-05-07, roles-europe.tsv".
func roleLine(r actor.KnownRole) string {
	to := r.To
	if to == "" && r.KnownUntil != "" {
		to = "today (known until " + r.KnownUntil + ")"
	}
	parts := []string{r.Office}
	if r.Of != "" {
		parts[0] += " of " + r.Of
	}
	if r.Sector != "" {
		parts = append(parts, r.Sector)
	}
	return strings.Join(append(parts, fmt.Sprintf("%s to %s", cmp.Or(r.From, "?"), cmp.Or(to, "today")), r.Source), ", ")
}
