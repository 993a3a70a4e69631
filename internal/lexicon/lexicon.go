// Package lexicon reads the commented tables that dyad keeps its words, codes
// and names in: tab-separated, UTF-8, "#" starts a comment line, the first
// other line names the columns.
package lexicon

import (
	"bufio"
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

// Read reads a table. Errors name the table and the line.
func Read(name string, in io.Reader) (*Table, error) {
	t := &Table{Name: name}
	sc := bufio.NewScanner(in)
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimRight(sc.Text(), "\r")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		for i, f := range fields {
			fields[i] = strings.TrimSpace(f)
		}
		if t.Columns == nil {
			t.Columns = fields
			continue
		}
		if len(fields) > len(t.Columns) {
			return nil, fmt.Errorf("read %s:%d: %d fields, but only %d columns", name, n, len(fields), len(t.Columns))
		}
		t.Rows = append(t.Rows, Row{t, n, fields})
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if t.Columns == nil {
		return nil, fmt.Errorf("read %s: no line of column names", name)
	}
	return t, nil
}
