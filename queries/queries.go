// Package queries holds the saved reports: Cypher files that a person can
// paste in Neo4j Browser and that `dyad report` runs. It reads them ([Parse],
// [Embedded], [LoadDir]), gives their parameters values of the right type
// ([Fill]) and prints them ready to paste ([Cypher]). The format is described
// at [Parse].
//
// Reads: its own *.cypher files and those of a folder. Writes: nothing; it
// runs no query.
package queries

import (
	"embed"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
)

//go:embed *.cypher
var files embed.FS

// Ext is how the name of a saved report's file ends.
const Ext = ".cypher"

// maxFile bounds the size of a file in a user's folder.
const maxFile = 1 << 20

// Views of a report.
const (
	ViewTable = "table" // rows of plain values
	ViewGraph = "graph" // nodes and relationships, for Neo4j Browser
)

// Query is one saved report.
type Query struct {
	// Name is the file's name without its ending: "timeline", "timeline.graph".
	Name string
	// Title is the first comment line, Description the paragraphs after it.
	Title, Description string
	Params             []Param
	// View is ViewTable or ViewGraph.
	View string
	// Shape lists the columns of the answer in their order.
	Shape []string
	// Text is the whole file, Statement the Cypher alone without comments
	// before it and without the semicolon behind it.
	Text, Statement string
}

// Param is a parameter of a query.
type Param struct {
	Name string
	// Type is one of the Type constants.
	Type string
	// Default is the value that a run without this parameter takes: string,
	// int64, float64, bool or nil.
	Default any
	Doc     string
}

// Types of parameters. Actors, issues and events are given by their ids; who
// asks a person for them may look names up. Dates are strings in Cypher too
// ("2011-10-25"), so that a `:param` line is easy to write; the queries turn
// them into dates.
const (
	TypeString = "string"
	TypeInt    = "int"
	TypeFloat  = "float"
	TypeBool   = "bool"
	TypeDate   = "date"
	TypeActor  = "actor"
	TypeIssue  = "issue"
	TypeEvent  = "event"
)

// types are all types of parameters.
var types = []string{TypeString, TypeInt, TypeFloat, TypeBool, TypeDate, TypeActor, TypeIssue, TypeEvent}

// Param returns the parameter of that name.
func (q Query) Param(name string) (Param, bool) {
	for _, p := range q.Params {
		if p.Name == name {
			return p, true
		}
	}
	return Param{}, false
}

// Embedded returns the reports that come with dyad, sorted by name. It panics
// when one of them is malformed, which the tests rule out.
func Embedded() []Query {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic(err)
	}
	var all []Query
	for _, e := range entries {
		text, err := files.ReadFile(e.Name())
		if err != nil {
			panic(err)
		}
		q, err := Parse(e.Name(), string(text))
		if err != nil {
			panic(err)
		}
		all = append(all, q)
	}
	return all
}

// LoadDir returns the reports of a folder, sorted by name. Files that cannot
// be read as reports are left out and named in the error, so a folder with one
// bad file is still of use. A folder without any report is an error.
func LoadDir(dir string) ([]Query, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("read reports: %w", err)
	}
	var all []Query
	var bad []error
	for _, e := range entries {
		if e.IsDir() || !strings.HasSuffix(e.Name(), Ext) {
			continue
		}
		q, err := loadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			bad = append(bad, err)
			continue
		}
		all = append(all, q)
	}
	if len(all) == 0 && len(bad) == 0 {
		return nil, fmt.Errorf("read reports: %s holds no file NAME%s", dir, Ext)
	}
	return all, errors.Join(bad...)
}

// loadFile reads one report from a file.
func loadFile(file string) (Query, error) {
	info, err := os.Stat(file)
	if err != nil {
		return Query{}, fmt.Errorf("read report: %w", err)
	}
	if !info.Mode().IsRegular() || info.Size() > maxFile {
		return Query{}, fmt.Errorf("read report %s: no regular file of at most %d bytes", file, maxFile)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return Query{}, fmt.Errorf("read report: %w", err)
	}
	return Parse(file, string(text))
}

// baseName is the name of a report by its file.
func baseName(file string) string {
	return strings.TrimSuffix(path.Base(filepath.ToSlash(file)), Ext)
}
