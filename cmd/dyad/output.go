package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/urfave/cli/v2"
	"golang.org/x/term"
)

// grid is a table to print: a row holds one plain value a column.
type grid struct {
	Columns []string
	Rows    [][]any
}

// tableFormats are the formats that writeGrid knows.
var tableFormats = []string{"table", "json", "jsonl", "csv", "md", "html"}

// formatFlag is the --format flag with the formats that a command offers; the
// first one is the default.
func formatFlag(formats ...string) cli.Flag {
	return &cli.StringFlag{
		Name:    "format",
		Aliases: []string{"f"},
		Value:   formats[0],
		Usage:   "output `FORMAT`: " + strings.Join(formats, ", "),
		Action: func(_ *cli.Context, v string) error {
			if slices.Contains(formats, v) {
				return nil
			}
			return usagef("formats: "+strings.Join(formats, ", "), "there is no format %q here", v)
		},
	}
}

// writeGrid writes a table in one of tableFormats.
func writeGrid(w io.Writer, format string, g grid) error {
	switch format {
	case "json", "jsonl":
		return writeJSONRows(w, format, g)
	case "csv":
		return writeCSV(w, g)
	case "md", "html", "table":
		return writePretty(w, format, g)
	}
	return usagef("formats: "+strings.Join(tableFormats, ", "), "there is no format %q", format)
}

// writeJSONRows writes rows as objects whose keys stand in column order.
func writeJSONRows(w io.Writer, format string, g grid) error {
	var b strings.Builder
	open, sep, end := "", "\n", "\n"
	if format == "json" {
		open, sep, end = "[\n", ",\n", "\n]\n"
	}
	b.WriteString(open)
	for i, row := range g.Rows {
		if i > 0 {
			b.WriteString(sep)
		}
		b.WriteString("{")
		for j, v := range row {
			if j > 0 {
				b.WriteString(",")
			}
			if err := jsonTo(&b, g.Columns[j]); err != nil {
				return err
			}
			b.WriteString(":")
			if err := jsonTo(&b, v); err != nil {
				return fmt.Errorf("print column %s: %w", g.Columns[j], err)
			}
		}
		b.WriteString("}")
	}
	if len(g.Rows) > 0 || format == "json" {
		b.WriteString(end)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// jsonTo appends v as JSON, without escaping <, > and &.
func jsonTo(b *strings.Builder, v any) error {
	enc := json.NewEncoder(trimNewline{b})
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// trimNewline drops the line end that json.Encoder writes.
type trimNewline struct{ w io.Writer }

func (t trimNewline) Write(p []byte) (int, error) {
	if _, err := t.w.Write([]byte(strings.TrimSuffix(string(p), "\n"))); err != nil {
		return 0, err
	}
	return len(p), nil
}

func writeCSV(w io.Writer, g grid) error {
	out := csv.NewWriter(w)
	if err := out.Write(g.Columns); err != nil {
		return err
	}
	for _, row := range g.Rows {
		fields := make([]string, len(row))
		for i, v := range row {
			fields[i] = cell(v)
		}
		if err := out.Write(fields); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// writePretty writes tables for people: plain, Markdown or HTML.
func writePretty(w io.Writer, format string, g grid) error {
	t := table.NewWriter()
	head := make(table.Row, len(g.Columns))
	for i, c := range g.Columns {
		head[i] = c
	}
	t.AppendHeader(head)
	for _, row := range g.Rows {
		cells := make(table.Row, len(row))
		for i, v := range row {
			cells[i] = cell(v)
		}
		t.AppendRow(cells)
	}
	var s string
	switch format {
	case "md":
		s = t.RenderMarkdown()
	case "html":
		s = t.RenderHTML()
	default:
		t.SetStyle(table.StyleLight)
		t.Style().Format.Header = text.FormatDefault
		t.Style().Options.SeparateRows = false
		t.SetColumnConfigs(columnWidths(g, outputWidth(w)))
		s = t.Render()
	}
	_, err := fmt.Fprintln(w, s)
	return err
}

// columnWidths shares a line of the given width among the columns: narrow
// columns keep their width, wide ones are wrapped at word boundaries.
func columnWidths(g grid, width int) []table.ColumnConfig {
	need := make([]int, len(g.Columns))
	for i, c := range g.Columns {
		need[i] = text.RuneWidthWithoutEscSequences(c)
	}
	for _, row := range g.Rows {
		for i, v := range row {
			for line := range strings.SplitSeq(cell(v), "\n") {
				need[i] = max(need[i], text.RuneWidthWithoutEscSequences(line))
			}
		}
	}
	order := make([]int, len(need))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return need[a] - need[b] })
	left := width - 3*len(need) - 1
	configs := make([]table.ColumnConfig, len(need))
	for n, i := range order {
		share := max(8, left/(len(order)-n))
		got := min(need[i], share)
		left -= got
		configs[i] = table.ColumnConfig{Number: i + 1, WidthMax: got, WidthMaxEnforcer: text.WrapSoft}
	}
	return configs
}

// outputWidth is the width of a terminal, 160 elsewhere: wide enough to read,
// and the same everywhere.
func outputWidth(w io.Writer) int {
	if f, ok := w.(*os.File); ok {
		if n, _, err := term.GetSize(int(f.Fd())); err == nil && n >= 60 {
			return n
		}
	}
	return 160
}

// cell is the text of a value in a table for people: lists are joined, nil is
// empty, numbers are short.
func cell(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case float64:
		return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", v), "0"), ".")
	case []string:
		return strings.Join(v, ", ")
	case []any:
		parts := make([]string, len(v))
		for i, x := range v {
			parts[i] = cell(x)
		}
		return strings.Join(parts, ", ")
	case map[string]any:
		var b strings.Builder
		if err := jsonTo(&b, v); err != nil {
			return fmt.Sprint(v)
		}
		return b.String()
	}
	return fmt.Sprint(v)
}
