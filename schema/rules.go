package schema

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"
)

//go:embed constraints.cypher
var constraintsCypher string

//go:embed indexes.cypher
var indexesCypher string

// Rule is a constraint or index that the graph needs.
type Rule struct {
	Name string
	// Kind is UNIQUENESS, or the type of an index: RANGE, FULLTEXT.
	Kind string
	// On is the label or relationship type, Edge says which of the two.
	On         string
	Edge       bool
	Properties []string
	// Statement creates it.
	Statement string
}

// String says what the rule demands, such as "UNIQUENESS of Actor(actorId)".
func (r Rule) String() string {
	return fmt.Sprintf("%s of %s(%s)", r.Kind, r.On, strings.Join(r.Properties, ", "))
}

// Constraints returns the constraints of constraints.cypher.
func Constraints() []Rule { return rules(constraintsCypher) }

// Indexes returns the indexes of indexes.cypher.
func Indexes() []Rule { return rules(indexesCypher) }

// ruleShape is the shape of every statement in the two files.
var ruleShape = regexp.MustCompile(`^CREATE (?:(FULLTEXT) )?(CONSTRAINT|INDEX) (\w+) IF NOT EXISTS FOR (?:\(\w+:(\w+)\)|\(\)-\[\w+:(\w+)\]-\(\)) (?:REQUIRE|ON|ON EACH) (.*)$`)

// propertyShape finds the properties in the rest of the statement.
var propertyShape = regexp.MustCompile(`\b\w+\.(\w+)`)

// rules reads a file of statements; a test makes sure that all fit the shape.
func rules(file string) []Rule {
	var out []Rule
	for _, stmt := range statements(file) {
		m := ruleShape.FindStringSubmatch(stmt)
		if m == nil {
			continue
		}
		r := Rule{Name: m[3], Kind: "RANGE", On: m[4] + m[5], Edge: m[5] != "", Statement: stmt}
		switch {
		case m[2] == "CONSTRAINT":
			r.Kind = "UNIQUENESS"
		case m[1] != "":
			r.Kind = m[1]
		}
		for _, p := range propertyShape.FindAllStringSubmatch(m[6], -1) {
			r.Properties = append(r.Properties, p[1])
		}
		out = append(out, r)
	}
	return out
}

// statements splits a file of statements at the semicolons at line ends and
// drops the comment lines.
func statements(file string) []string {
	var out []string
	var b strings.Builder
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "//") {
			continue
		}
		b.WriteString(line)
		if s, ok := strings.CutSuffix(b.String(), ";"); ok {
			out = append(out, s)
			b.Reset()
			continue
		}
		b.WriteString(" ")
	}
	return out
}
