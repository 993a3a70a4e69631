package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"dyad/extract"
	"dyad/extract/actor"
	"dyad/extract/issue"
	"dyad/graph"
	"dyad/queries"
)

// Errors on names that nobody knows.
var (
	errUnknownActor = errors.New("no such actor")
	errUnknownIssue = errors.New("no such issue")
)

// nameTables are the tables that know names of actors and issues.
type nameTables struct {
	actors *actor.Resolver
	issues *issue.Finder
}

// nameTables reads the tables.
func (e *env) nameTables(c *cli.Context) (*nameTables, error) {
	a, err := e.actorTables(c)
	if err != nil {
		return nil, err
	}
	i, err := issue.New()
	if err != nil {
		return nil, err
	}
	return &nameTables{a, i}, nil
}

// tablesOf returns the tables of an extractor.
func tablesOf(x *extract.Extractor) *nameTables {
	return &nameTables{x.Actors(), x.Issues()}
}

// resolveNames replaces the names that a user gave for actors and issues by
// ids. Without a database only the tables are asked.
func (e *env) resolveNames(ctx context.Context, db *graph.DB, names *nameTables, q queries.Query, values map[string]string) (map[string]string, error) {
	out := map[string]string{}
	for _, p := range q.Params {
		v, given := values[p.Name]
		if !given {
			continue
		}
		out[p.Name] = v
		if v = strings.TrimSpace(v); v == "" || v == "null" {
			continue
		}
		var id string
		var err error
		switch p.Type {
		case queries.TypeActor:
			id, err = e.actorID(ctx, db, names, v)
		case queries.TypeIssue:
			id, err = issueID(ctx, db, names.issues, v)
		default:
			continue
		}
		if err != nil {
			return nil, err
		}
		out[p.Name] = id
	}
	return out, nil
}

// candidate is an actor that a name may mean.
type candidate struct {
	id, name string
	mentions int64
}

// actorID returns the id of the actor that a name means: by the tables, else
// by the graph. Of several the one that articles mention most is taken, and
// the others are named on standard error.
func (e *env) actorID(ctx context.Context, db *graph.DB, names *nameTables, name string) (string, error) {
	found, near := inTables(names.actors, name), []string(nil)
	if db != nil {
		var err error
		if found, near, err = inGraph(ctx, db, name, found); err != nil {
			return "", dbError(err)
		}
	}
	if len(found) == 0 {
		for _, c := range names.actors.Near(name, 3) {
			near = append(near, c.Name)
		}
		return "", unknownActor(name, near)
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(b.mentions, a.mentions) })
	var others []string
	for _, f := range found[1:] {
		if f.mentions > 0 || found[0].mentions == 0 {
			others = append(others, fmt.Sprintf("%s (%s)", f.name, f.id))
		}
	}
	if len(others) > 0 {
		fmt.Fprintf(e.err, "%s is taken for %s (%s); it may also be %s\n", name, found[0].name, found[0].id, strings.Join(others, ", "))
	}
	return found[0].id, nil
}

// inTables returns the actors of the tables that a name means. Surnames count
// only where nobody has the name as it stands.
func inTables(actors *actor.Resolver, name string) []candidate {
	var full, surname []candidate
	for _, a := range actors.Lookup(name) {
		c := candidate{id: a.ID, name: a.Name}
		if a.Why == "surname" {
			surname = append(surname, c)
		} else {
			full = append(full, c)
		}
	}
	if len(full) > 0 {
		return full
	}
	return surname
}

// inGraph adds what the graph knows: how often the articles mention those
// found in the tables, and, where they mention none of them, whom they call so.
func inGraph(ctx context.Context, db *graph.DB, name string, found []candidate) (all []candidate, near []string, err error) {
	mentioned := false
	for i, f := range found {
		by, _, err := db.FindActor(ctx, f.id)
		if err != nil {
			return nil, nil, err
		}
		for _, m := range by {
			found[i].mentions += m.Mentions
			mentioned = mentioned || m.Mentions > 0
		}
	}
	if mentioned {
		return found, nil, nil
	}
	matches, alike, err := db.FindActor(ctx, name)
	if len(matches) > 0 {
		found = nil
	}
	for _, m := range matches {
		found = append(found, candidate{m.ID, m.Name, m.Mentions})
	}
	for _, m := range alike {
		near = append(near, m.Form)
	}
	return found, near, err
}

// unknownActor is the error for a name that nobody knows.
func unknownActor(name string, near []string) error {
	hint := "look names up: dyad actors find NAME"
	if near = slices.Compact(near); len(near) > 0 {
		hint = "did you mean: " + strings.Join(near[:min(3, len(near))], ", ")
	}
	return &failure{code: exitUsage, err: fmt.Errorf("%w: %q", errUnknownActor, name), hint: hint}
}

// issueID returns the id of the issue that a name means: by the table, else
// among the issues of the graph, which articles may bring of their own.
func issueID(ctx context.Context, db *graph.DB, issues *issue.Finder, name string) (string, error) {
	if id, _, ok := issues.Lookup(name); ok {
		return id, nil
	}
	if strings.HasPrefix(name, "issue:") {
		return name, nil
	}
	near := issues.Near(name)
	if db != nil {
		known, err := issuesOf(ctx, db)
		if err != nil {
			return "", err
		}
		for _, k := range known {
			if strings.EqualFold(k.name, name) {
				return k.id, nil
			}
			if strings.Contains(strings.ToLower(k.name), strings.ToLower(name)) {
				near = append([]string{k.name}, near...)
			}
		}
	}
	hint := "all issues of the graph: dyad report issues"
	if len(near) > 0 {
		hint = "did you mean: " + strings.Join(near[:min(3, len(near))], ", ") + "; " + hint
	}
	return "", &failure{code: exitUsage, err: fmt.Errorf("%w: %q", errUnknownIssue, name), hint: hint}
}

// issuesOf lists the issues of the graph by the report of that name.
func issuesOf(ctx context.Context, db *graph.DB) ([]candidate, error) {
	q, err := findReport(queries.Embedded(), "issues")
	if err != nil {
		return nil, err
	}
	t, err := db.Run(ctx, q.Statement, map[string]any{"limit": int64(10_000)})
	if err != nil {
		return nil, dbError(err)
	}
	name, id := slices.Index(t.Columns, "issue"), slices.Index(t.Columns, "id")
	out := make([]candidate, 0, len(t.Rows))
	for _, row := range t.Rows {
		out = append(out, candidate{name: cell(row[name]), id: cell(row[id])})
	}
	return out, nil
}
