package schema

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write docs/graph.md")

func readGraph(t *testing.T) *Graph {
	t.Helper()
	g, err := ReadGraph()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// TestNames checks that the schema keeps to its own conventions.
func TestNames(t *testing.T) {
	pascal := regexp.MustCompile(`^[A-Z][a-zA-Z]*$`)
	upper := regexp.MustCompile(`^[A-Z]+(_[A-Z]+)*$`)
	camel := regexp.MustCompile(`^[a-z][a-zA-Z0-9]*$`)
	snake := regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)
	types := []string{"STRING", "INTEGER", "FLOAT", "BOOLEAN", "DATE", "ZONED DATETIME", "LIST<STRING>"}
	g := readGraph(t)
	check := func(where, description string, ps []Property) {
		if !strings.HasSuffix(description, ".") {
			t.Errorf("%s: the description is no sentence: %q", where, description)
		}
		for _, p := range ps {
			if !camel.MatchString(p.Name) || !slices.Contains(types, p.Type) || !strings.HasSuffix(p.Description, ".") {
				t.Errorf("%s: bad property %+v", where, p)
			}
		}
	}
	for _, n := range g.Nodes {
		check(n.Label, n.Description, n.Properties)
		if !pascal.MatchString(n.Label) {
			t.Errorf("label %s is not in PascalCase", n.Label)
		}
		if key := g.KeyOf(n.Label); key == "" || n.Of == "" && !hasProperty(n.Properties, key) {
			t.Errorf("%s has no key", n.Label)
		}
	}
	for _, r := range g.Relationships {
		check(r.Type, r.Description, r.Properties)
		if !upper.MatchString(r.Type) {
			t.Errorf("type %s is not in UPPER_SNAKE", r.Type)
		}
		for _, l := range slices.Concat(r.From, r.To) {
			if n, ok := g.Node(l); !ok || n.Key == "" {
				t.Errorf("%s: unknown end %s", r.Type, l)
			}
		}
	}
	for _, r := range slices.Concat(Constraints(), Indexes()) {
		if !snake.MatchString(r.Name) {
			t.Errorf("%s is not in snake_case", r.Name)
		}
	}
}

// TestConstraints checks that every key is unique, and that the files hold
// nothing but statements that rules can read and properties of the schema.
func TestConstraints(t *testing.T) {
	g := readGraph(t)
	var got, want []string
	for _, r := range Constraints() {
		got = append(got, r.String())
	}
	for _, n := range g.Keyed() {
		want = append(want, "UNIQUENESS of "+n.Label+"("+n.Key+")")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("constraints (-schema +file):\n%s", diff)
	}
	for _, f := range []string{constraintsCypher, indexesCypher} {
		if got, want := len(rules(f)), strings.Count(f, ";"); got != want {
			t.Errorf("%d of %d statements fit the shape", got, want)
		}
	}
	for _, r := range Indexes() {
		n, _ := g.Node(r.On)
		rel, _ := g.Relationship(r.On)
		for _, p := range r.Properties {
			if !hasProperty(slices.Concat(n.Properties, rel.Properties), p) {
				t.Errorf("index %s: %s has no property %s", r.Name, r.On, p)
			}
		}
	}
	var names []string
	for _, r := range Indexes() {
		names = append(names, r.String())
	}
	for _, need := range []string{"RANGE of Event(date)", "RANGE of Event(type)", "FULLTEXT of Actor(name)", "FULLTEXT of MENTIONS(forms)"} {
		if !slices.Contains(names, need) {
			t.Errorf("there is no index %s", need)
		}
	}
}

// TestStyle checks that the style sheet knows every label and shows a property
// that the label has.
func TestStyle(t *testing.T) {
	g := readGraph(t)
	rule := regexp.MustCompile(`(?s)node\.(\w+) \{[^}]*caption: "\{(\w+)\}"`)
	styled := map[string]bool{}
	for _, m := range rule.FindAllStringSubmatch(Style, -1) {
		styled[m[1]] = true
		n, ok := g.Node(m[1])
		if n.Of != "" {
			n, _ = g.Node(n.Of)
		}
		if !ok || !hasProperty(n.Properties, m[2]) {
			t.Errorf("the style shows %s of %s", m[2], m[1])
		}
	}
	for _, n := range g.Nodes {
		if !styled[n.Label] {
			t.Errorf("%s has no style", n.Label)
		}
	}
}

// TestPage keeps docs/graph.md equal to the schema.
func TestPage(t *testing.T) {
	const file = "../docs/graph.md"
	want := readGraph(t).Page()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v (write it with -update)", err)
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("docs/graph.md is out of date, run go test ./schema -update (-want +got):\n%s", diff)
	}
}

// TestQueriesKnowTheSchema reads every .cypher file of the repository and
// fails on a label, type or property that the schema does not have.
func TestQueriesKnowTheSchema(t *testing.T) {
	g := readGraph(t)
	n := 0
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && strings.HasPrefix(d.Name(), ".") && d.Name() != ".." {
			return fs.SkipDir
		}
		if filepath.Ext(path) != ".cypher" {
			return nil
		}
		n++
		query, err := os.ReadFile(path)
		for _, name := range g.Unknown(string(query)) {
			t.Errorf("%s: the schema knows no %s", path, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if n < 40 {
		t.Errorf("only %d .cypher files were found", n)
	}
}

func TestUnknown(t *testing.T) {
	g := readGraph(t)
	tests := []struct {
		name, query string
		want        []string
	}{
		{"all known", "MATCH (a:Actor {actorId: $id})-[r:INITIATED]->(e:Event) WHERE e.date > $d RETURN a.name, r", nil},
		{"label", "MATCH (a:Acter) RETURN a", []string{"label Acter"}},
		{"one of several labels", "MATCH (a:Actor|Thing) RETURN a", []string{"label Thing"}},
		{"type", "MATCH (:Actor)-[:DID|MADE]->(x) RETURN x", []string{"relationship type DID"}},
		{"property of a label", "MATCH (e:Event) RETURN e.content", []string{"property content of Event"}},
		{"property of a second label", "MATCH (c:Country) RETURN c.code, c.colour", []string{"property colour of Country"}},
		{"property of a type", "MATCH ()-[r:EVIDENCED_BY]->() RETURN r.count", []string{"property count of EVIDENCED_BY"}},
		{"property of any node", "MATCH (x) RETURN x.wrong", []string{"property x.wrong"}},
		{"key in a pattern", "MATCH (e:Event {kindOf: 'x'}) RETURN e", []string{"property kindOf"}},
		{"predicate", "MATCH (x) WHERE x:Actor OR x:Alien RETURN x", []string{"label Alien"}},
		{"maps, strings and comments are no patterns", "// MATCH (x:Wrong)\nRETURN {Wrong: 'a:Bad', b: size($rows)} /* (y:Worse) */", nil},
		{"rows are no nodes", "UNWIND $rows AS row MERGE (n:Event {eventId: row.id}) SET n += row.props", nil},
		{"subquery", "MATCH (a:Actor) WHERE EXISTS { (a)-[:WRONG]->() } RETURN COUNT { (a)--(:Bad) }", []string{"label Bad", "relationship type WRONG"}},
		{"quantified", "MATCH p = (a:Actor)-[:INTERACTED_WITH*1..3]-(b:Actor) RETURN p", nil},
		{"broken", "MATCH (a:", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, g.Unknown(tt.query)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func FuzzUnknown(f *testing.F) {
	f.Add("MATCH (a:Actor {actorId: 'x'})-[r:MADE*1..2]->(b) WHERE b:Statement RETURN a.`name`, {k: 1}")
	f.Add("((([{:`'")
	g, err := ReadGraph()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, query string) {
		found := g.Unknown(query)
		if !slices.IsSorted(found) || len(slices.Compact(slices.Clone(found))) != len(found) {
			t.Errorf("%q: not sorted or not unique: %q", query, found)
		}
		if again := g.Unknown(query); !slices.Equal(found, again) {
			t.Errorf("%q: %q, then %q", query, found, again)
		}
	})
}
