package main

import (
	"cmp"
	"fmt"
	"html"
	"io"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/urfave/cli/v2"

	"dyad/graph"
	"dyad/queries"
)

// longCell is the width of a column that stands beside others in a table for
// people. Where cells are wider the column stands below, or its few long cells
// are cut; half of it is the least that a column is narrowed to.
const longCell = 32

// maxLong is how many long columns may stand below the others.
const maxLong = 4

// minLast is the room that the last column needs to be wrapped in its place.
const minLast = 40

// listReports prints all reports with their parameters.
func (e *env) listReports(c *cli.Context, all []queries.Query) error {
	format := c.String("format")
	if format == "cypher" {
		return usagef("as: dyad report timeline --format cypher", "--format cypher needs the name of a report")
	}
	g := grid{Columns: []string{"report", "title", "view", "parameters"}}
	for _, q := range all {
		var params []any
		for _, p := range q.Params {
			params = append(params, p.Name)
		}
		g.Rows = append(g.Rows, []any{q.Name, q.Title, q.View, params})
	}
	if err := writeGrid(e.out, format, g); err != nil || format != "table" {
		return err
	}
	_, err := fmt.Fprintln(e.out, "Parameters with their types and defaults: dyad report NAME --help")
	return err
}

// describeReport prints what a report answers and its parameters.
func (e *env) describeReport(q queries.Query) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n\n%s\n\n", q.Name, q.Title, q.Description)
	width := 0
	for _, p := range q.Params {
		width = max(width, len(p.Name))
	}
	b.WriteString("Parameters:\n")
	for _, p := range q.Params {
		fmt.Fprintf(&b, "  %-*s  %-6s  %s (default: %s)\n", width, p.Name, p.Type, p.Doc, queries.Literal(p.Default))
	}
	fmt.Fprintf(&b, "\nColumns: %s\n\nExample:\n  %s\n", strings.Join(q.Shape, ", "), example(q))
	_, err := io.WriteString(e.out, b.String())
	return err
}

// example is a command line for a report that sets up to three parameters.
func example(q queries.Query) string {
	samples := map[string]string{
		queries.TypeActor: "Russia", queries.TypeDate: "2011-11-01", queries.TypeIssue: "\"missile defence\"",
		queries.TypeInt: "20", queries.TypeFloat: "0.5", queries.TypeBool: "false", queries.TypeEvent: "event:…", queries.TypeString: "…",
	}
	var s strings.Builder
	s.WriteString("dyad report " + q.Name)
	actors, n := 0, 0
	for _, p := range q.Params {
		v := samples[p.Type]
		switch {
		case n == 3 || p.Type == queries.TypeEvent || p.Type == queries.TypeString || p.Type == queries.TypeIssue:
			continue
		case p.Type == queries.TypeActor:
			if actors++; actors > 1 {
				v = "NATO"
			}
		}
		n++
		s.WriteString(" --param " + p.Name + "=" + v)
	}
	return s.String()
}

// writeReport prints the answer of a report.
func (e *env) writeReport(q queries.Query, values map[string]string, t *graph.Table, format string) error {
	g := grid{Columns: t.Columns, Rows: t.Rows}
	if q.View == queries.ViewGraph {
		g = edgeGrid(t)
	}
	switch heading := reportHeading(q, values); format {
	case "table":
		fmt.Fprintln(e.out, heading)
		if q.View == queries.ViewTable {
			return writeReading(e.out, g, outputWidth(e.out))
		}
	case "md":
		fmt.Fprintf(e.out, "## %s\n\n", heading)
	case "html":
		fmt.Fprintf(e.out, "<h2>%s</h2>\n", html.EscapeString(heading))
	}
	return writeGrid(e.out, format, g)
}

// reportHeading is the title with the parameters that were given, and the
// actors that the report takes where none is given.
func reportHeading(q queries.Query, values map[string]string) string {
	var given []string
	for _, p := range q.Params {
		if v, ok := values[p.Name]; ok {
			given = append(given, p.Name+" "+v)
		} else if p.Type == queries.TypeActor && p.Default != nil {
			given = append(given, fmt.Sprintf("%s %v (default)", p.Name, p.Default))
		}
	}
	if len(given) == 0 {
		return q.Title
	}
	return q.Title + ": " + strings.Join(given, ", ")
}

// writeReading prints a table to be read: the short columns of a row side by
// side, the long ones (sentences, titles) below them, wrapped; a long last
// column alone stays in its place. Where the short columns alone are too wide,
// each row becomes a block of lines. The other formats cut nothing.
func writeReading(w io.Writer, g grid, width int) error {
	l, ok := layOut(g, width)
	if !ok {
		return writeBlocks(w, g, width)
	}
	var b strings.Builder
	b.WriteString("\n" + l.line(func(i int) string { return g.Columns[i] }))
	for _, row := range g.Rows {
		b.WriteString(l.line(func(i int) string { return cell(row[i]) }))
		for _, i := range l.below {
			b.WriteString(below(g.Columns[i], cell(row[i]), l.label, 4, width))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// layout says where the columns of a table stand.
type layout struct {
	widths        []int
	beside, below []int // columns
	last          int   // the column wrapped behind those beside one another, or -1
	room          int   // its width
	label         int   // width of the names of the columns below
}

// layOut shares the columns out; false if they do not fit.
func layOut(g grid, width int) (layout, bool) {
	l := layout{last: -1}
	total := 0
	for i, c := range g.Columns {
		widest, sum := text.RuneWidthWithoutEscSequences(c), 0
		for _, row := range g.Rows {
			n := text.RuneWidthWithoutEscSequences(cell(row[i]))
			widest, sum = max(widest, n), sum+n
		}
		l.widths = append(l.widths, min(widest, longCell))
		if widest > longCell && (sum > len(g.Rows)*longCell*3/4 || i == len(g.Columns)-1) {
			l.below = append(l.below, i)
			continue
		}
		l.beside = append(l.beside, i)
		total += l.widths[i] + 2
	}
	for total > width {
		i := slices.MaxFunc(l.beside, func(a, b int) int { return cmp.Compare(l.widths[a], l.widths[b]) })
		if len(l.below) > maxLong || l.widths[i] <= longCell/2 {
			return l, false
		}
		l.widths[i]--
		total--
	}
	if len(l.below) == 1 && l.below[0] == len(g.Columns)-1 && width-total >= minLast {
		l.last, l.room, l.below = l.below[0], width-total, nil
	}
	slices.Sort(l.below)
	for _, i := range l.below {
		l.label = max(l.label, len(g.Columns[i]))
	}
	return l, true
}

// line is one row of the columns side by side.
func (l layout) line(value func(int) string) string {
	var b strings.Builder
	margin := 0
	for _, i := range l.beside {
		b.WriteString(text.Pad(text.Snip(value(i), l.widths[i], "…"), l.widths[i]+2, ' '))
		margin += l.widths[i] + 2
	}
	if l.last >= 0 {
		b.WriteString(strings.ReplaceAll(text.WrapSoft(value(l.last), l.room), "\n", "\n"+strings.Repeat(" ", margin)))
	}
	lines := strings.Split(b.String(), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ") + "\n"
	}
	return strings.Join(lines, "")
}

// below is a value with its name in front, indented and wrapped; nothing if it
// is empty.
func below(name, value string, label, indent, width int) string {
	if value == "" {
		return ""
	}
	var b strings.Builder
	wrapped := text.WrapSoft(value, max(20, width-indent-label-2))
	for i, line := range strings.Split(wrapped, "\n") {
		if i > 0 {
			name = ""
		}
		fmt.Fprintf(&b, "%*s%-*s  %s\n", indent, "", label, name, strings.TrimRight(line, " "))
	}
	return b.String()
}

// writeBlocks prints each row as lines "column  value", without empty values.
func writeBlocks(w io.Writer, g grid, width int) error {
	label := 0
	for _, c := range g.Columns {
		label = max(label, len(c))
	}
	var b strings.Builder
	for i, row := range g.Rows {
		fmt.Fprintf(&b, "\n%d of %d\n", i+1, len(g.Rows))
		for j, v := range row {
			b.WriteString(below(g.Columns[j], cell(v), label, 2, width))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// edgeGrid lists the relationships of a picture.
func edgeGrid(t *graph.Table) grid {
	nodes, edges := t.Graph()
	names := map[string]string{}
	for _, n := range nodes {
		names[n.ID] = nodeCaption(n)
	}
	g := grid{Columns: []string{"from", "relationship", "to"}}
	for _, r := range edges {
		g.Rows = append(g.Rows, []any{names[r.From], r.Type, names[r.To]})
	}
	slices.SortStableFunc(g.Rows, func(a, b []any) int {
		return cmp.Or(cmp.Compare(a[0].(string), b[0].(string)), cmp.Compare(a[1].(string), b[1].(string)), cmp.Compare(a[2].(string), b[2].(string)))
	})
	return g
}

// nodeCaption shows a node by its label and what a reader knows it by.
func nodeCaption(n graph.Node) string {
	label := ""
	for _, l := range n.Labels {
		if l != "Actor" || label == "" {
			label = l
		}
	}
	for _, p := range []string{"name", "office", "text", "content", "title", "polarity", "type"} {
		v, ok := n.Properties[p].(string)
		if !ok {
			continue
		}
		if d, ok := n.Properties["date"].(string); ok {
			v += " " + d
		}
		return label + ": " + v
	}
	return label + ": " + n.ID
}
