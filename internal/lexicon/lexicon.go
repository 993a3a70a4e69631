// Package lexicon reads the commented tables that dyad keeps its words, codes
// and names in: tab-separated, UTF-8, "#" starts a comment line, the first
// other line names the columns.
package lexicon

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// Table is a table with named columns.
type Table struct {
	Name    string
	Columns []string
	Rows    []Row
}

// Row is one line of a table.
type Row struct {
	table  *Table
	Line   int
	Fields []string
}

// Get returns the field of the named column, "" if the row is shorter. It
// panics on a column that the table does not have: that is a mistake of the
// program, found by its first test.
func (r Row) Get(column string) string {
	for i, c := range r.table.Columns {
		if c == column {
			if i < len(r.Fields) {
				return r.Fields[i]
			}
			return ""
		}
	}
	panic(fmt.Sprintf("lexicon: %s has no column %q", r.table.Name, column))
}

// Optional is Get for a column that not every table of the kind has.
func (r Row) Optional(column string) string {
	if !slices.Contains(r.table.Columns, column) {
		return ""
	}
	return r.Get(column)
}

// Table returns the name of the table that the row stands in.
func (r Row) Table() string { return r.table.Name }

// List returns the field of the named column split at "|", blanks trimmed,
// nil if it is empty.
func (r Row) List(column string) []string {
	var out []string
	for f := range strings.SplitSeq(r.Get(column), "|") {
		if f = strings.TrimSpace(f); f != "" {
			out = append(out, f)
		}
	}
	return out
}

// OptionalList is List for a column that not every table of the kind has.
func (r Row) OptionalList(column string) []string {
	if r.Optional(column) == "" {
		return nil
	}
	return r.List(column)
}

// maxLine is the longest line of a table in bytes.
const maxLine = 1 << 20

// Read reads a table. Errors name the table and the line.
func Read(name string, in io.Reader) (*Table, error) {
	text, err := io.ReadAll(in)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return Parse(name, string(text))
}

// Parse is [Read] for a text at hand. The fields are parts of the text.
func Parse(name, text string) (*Table, error) {
	t := &Table{Name: name, Rows: make([]Row, 0, strings.Count(text, "\n"))}
	var cut cutter
	n := 0
	for line := range strings.Lines(text) {
		n++
		if len(line) > maxLine {
			return nil, fmt.Errorf("read %s:%d: line of %d bytes, at most %d", name, n, len(line), maxLine)
		}
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := cut.fields(line)
		if t.Columns == nil {
			t.Columns = fields
			continue
		}
		if len(fields) > len(t.Columns) {
			return nil, fmt.Errorf("read %s:%d: %d fields, but only %d columns", name, n, len(fields), len(t.Columns))
		}
		t.Rows = append(t.Rows, Row{t, n, fields})
	}
	if t.Columns == nil {
		return nil, fmt.Errorf("read %s: no line of column names", name)
	}
	return t, nil
}

// cutter cuts lines into fields. It takes the room for many lines at once, as
// tables have thousands.
type cutter struct{ room []string }

// fields cuts a line at its tabs and trims blanks.
func (c *cutter) fields(line string) []string {
	n := strings.Count(line, "\t") + 1
	if n > len(c.room) {
		c.room = make([]string, max(n, 1024))
	}
	out := c.room[:0:n]
	c.room = c.room[n:]
	for f := range strings.SplitSeq(line, "\t") {
		out = append(out, strings.TrimSpace(f))
	}
	return out
}
