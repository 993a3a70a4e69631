package queries

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// small is a report with everything that a header can have.
const small = `// Who met whom
// All meetings of an actor.
//
// Oldest first.
//
// param actor actor: who met
// :param actor => 'country:RUS'
// param from date: leave out what was earlier
// :param from => '2011-10'
// param share float: how sure
// :param share => 0.5
// param limit int: at most so many rows
// :param limit => 20
// param all bool: everything
// :param all => false
// view: table
// shape: date, name
MATCH (a:Actor {actorId: $actor})-[:INITIATED]->(e:Event) // $nothing; here
WHERE e.date >= date($from) AND e.type <> 'SET; $x' AND $share < 1 AND NOT $all
RETURN e.date AS date, a.name AS name ORDER BY date LIMIT $limit;
`

func TestParse(t *testing.T) {
	got, err := Parse("some/folder/met.cypher", small)
	if err != nil {
		t.Fatal(err)
	}
	want := Query{
		Name:        "met",
		Title:       "Who met whom",
		Description: "All meetings of an actor.\n\nOldest first.",
		Params: []Param{
			{"actor", TypeActor, "country:RUS", "who met"},
			{"from", TypeDate, "2011-10-01", "leave out what was earlier"},
			{"share", TypeFloat, 0.5, "how sure"},
			{"limit", TypeInt, int64(20), "at most so many rows"},
			{"all", TypeBool, false, "everything"},
		},
		View:      ViewTable,
		Shape:     []string{"date", "name"},
		Text:      small,
		Statement: strings.TrimSuffix(small[strings.Index(small, "MATCH"):], ";\n"),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestParseErrors(t *testing.T) {
	// edit replaces one piece of the good report.
	edit := func(old, new string) string {
		if strings.Count(small, old) != 1 {
			t.Fatalf("%q stands %d times in the report", old, strings.Count(small, old))
		}
		return strings.Replace(small, old, new, 1)
	}
	tests := []struct{ name, file, text, want string }{
		{"name", "Met now.cypher", small, `parse Met now.cypher:1: bad name "Met now": want lower-case words joined by - or .`},
		{"encoding", "m.cypher", "// T\xff", "parse m.cypher:1: the text is not UTF-8"},
		{"empty", "m.cypher", "", `parse m.cypher:1: the first line must be "// Title"`},
		{"no title", "m.cypher", edit("// Who met whom", "//"), `parse m.cypher:1: the first line must be "// Title"`},
		{"no description", "m.cypher", "// T\n// view: table\n// shape: a\nRETURN 1 AS a", "parse m.cypher:4: no description before this line"},
		{"no view", "m.cypher", edit("// view: table\n", ""), `parse m.cypher:17: no line "// view: table" or "// view: graph" before this line`},
		{"bad view", "m.cypher", edit("view: table", "view: chart"), `parse m.cypher:16: view: "chart" is neither "table" nor "graph"`},
		{"two views", "m.cypher", edit("// view: table\n", "// view: table\n// view: graph\n"), "parse m.cypher:17: view: given twice"},
		{"no shape", "m.cypher", edit("// shape: date, name\n", ""), `parse m.cypher:17: no line "// shape: column, column" before this line`},
		{"bad column", "m.cypher", edit("shape: date, name", "shape: date, first name"), `parse m.cypher:17: shape: bad column "first name"`},
		{"column twice", "m.cypher", edit("shape: date, name", "shape: date, date"), "parse m.cypher:17: shape: column date twice"},
		{"bad type", "m.cypher", edit("limit int:", "limit integer:"), `parse m.cypher:12: param limit: there is no type "integer"; types: string, int, float, bool, date, actor, issue, event`},
		{"bad declaration", "m.cypher", edit("param limit int:", "param limit:"), `parse m.cypher:12: param: want "param NAME TYPE: meaning", got "param limit: at most so many rows"`},
		{"no default", "m.cypher", edit("// :param limit => 20\n", ""), `parse m.cypher:13: param limit: its line ":param limit => …" must follow`},
		{"other default", "m.cypher", edit(":param limit =>", ":param limits =>"), `parse m.cypher:13: :param limits: no line "param limits TYPE: meaning" stands before it`},
		{"wrong default", "m.cypher", edit("=> 20", "=> 'many'"), "parse m.cypher:13: param limit: default 'many': bad value many, want a whole number"},
		{"no literal", "m.cypher", edit("=> 20", "=> twenty"), "parse m.cypher:13: param limit: default twenty: want 'text', a number, true, false or null"},
		{"bad date", "m.cypher", edit("'2011-10'", "'2011-13'"), `parse m.cypher:9: param from: default '2011-13': bad date "2011-13", want a date as 2011-10-25`},
		{"declared twice", "m.cypher", edit("param all bool", "param from bool"), "parse m.cypher:14: param from: declared twice"},
		{"undeclared", "m.cypher", edit("LIMIT $limit", "LIMIT $most"), "parse m.cypher:20: $most is used but not declared"},
		{"unused", "m.cypher", edit(" AND NOT $all", ""), "parse m.cypher:18: param all is declared but not used"},
		{"no statement", "m.cypher", edit("MATCH", "// MATCH")[:strings.Index(small, "MATCH")] + ";", "parse m.cypher:18: no statement"},
		{"write", "m.cypher", edit("RETURN e.date", "SET e.date = null RETURN e.date"), "parse m.cypher:20: SET: a report must only read"},
		{"write in transactions", "m.cypher", edit("RETURN e.date", "CALL { RETURN 1 AS one } IN TRANSACTIONS RETURN e.date"), "parse m.cypher:20: TRANSACTIONS: a report must only read"},
		{"two statements", "m.cypher", small + "RETURN 1;", "parse m.cypher:21: text after the semicolon: one statement a file"},
		{"open quote", "m.cypher", edit("'SET; $x'", "'SET"), "parse m.cypher:19: quote without end"},
		{"open comment", "m.cypher", edit("MATCH", "/* MATCH"), "parse m.cypher:18: comment without end"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse(tt.file, tt.text)
			if err == nil {
				t.Fatalf("no error, want %q", tt.want)
			}
			if got := err.Error(); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

// TestReadOnlyWords checks that words of writing clauses are fine as names.
func TestReadOnlyWords(t *testing.T) {
	head := "// T\n// D\n// view: table\n// shape: a\n"
	for _, body := range []string{
		"MATCH (n:Set) RETURN n.delete AS a",
		"MATCH (n) WHERE n:Merge RETURN {set: 1, create: n.name} AS a",
		"RETURN 'CREATE' + \"DELETE\" AS a /* MERGE */ // REMOVE",
		"MATCH (`drop`:Actor) RETURN `drop`.name AS a",
	} {
		if _, err := Parse("t.cypher", head+body); err != nil {
			t.Errorf("%s: %v", body, err)
		}
	}
	for _, body := range []string{
		"CREATE (n) RETURN n AS a", "MATCH (n) detach delete n", "MERGE (n:Actor) RETURN n AS a",
		"MATCH (n) REMOVE n.name RETURN n AS a", "MATCH (n) FOREACH (x IN [1] | SET n.a = x)",
		"LOAD CSV FROM 'file:///x' AS a RETURN a", "DROP INDEX x", "USE other MATCH (n) RETURN n AS a",
		"MATCH (n) SET n:Actor RETURN n AS a", "MATCH (n) SET n.name = 1", "MATCH (n) SET\tn += {a: 1}",
	} {
		if _, err := Parse("t.cypher", head+body); err == nil || !strings.Contains(err.Error(), "a report must only read") {
			t.Errorf("%s: got error %v, want that a report must only read", body, err)
		}
	}
}

// FuzzParse checks what must hold of every text: no panic; what is accepted is
// accepted again when it is printed with its parameters.
func FuzzParse(f *testing.F) {
	f.Add(small)
	for _, q := range Embedded() {
		f.Add(q.Text)
	}
	f.Add("// T\r\n// D\r\n// view: graph\r\n// shape: a\r\nRETURN 1 AS a ;\r\n")
	f.Add("// T\n// D\n// param a string: x\n// :param a => 'it\\'s \\\\ \\n'\n// view: table\n// shape: a\nRETURN $a AS a")
	f.Fuzz(func(t *testing.T, text string) {
		q, err := Parse("f.cypher", text)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "parse f.cypher:") {
				t.Errorf("error without a place: %v", err)
			}
			return
		}
		if q.Title == "" || q.Statement == "" || len(q.Shape) == 0 {
			t.Errorf("accepted without title, statement or shape: %+v", q)
		}
		values, err := Fill(q, nil)
		if err != nil {
			t.Fatalf("its own defaults: %v", err)
		}
		printed := Cypher(q, values)
		lines := strings.SplitN(printed, "\n", len(q.Params)+1)
		for i, p := range q.Params {
			literal, _ := strings.CutPrefix(lines[i], ":param "+p.Name+" => ")
			v, err := parseLiteral(strings.TrimSuffix(literal, ";"))
			if err == nil {
				v, err = checkType(p.Type, v)
			}
			if err != nil || v != p.Default {
				t.Errorf("line %q gives %v, %v, want %v", lines[i], v, err, p.Default)
			}
		}
		again, err := Parse("f.cypher", strings.TrimPrefix(lines[len(q.Params)], "\n"))
		if err != nil {
			t.Fatalf("printed text is refused: %v", err)
		}
		if diff := cmp.Diff(q.Statement, again.Statement); diff != "" {
			t.Errorf("printed statement differs:\n%s", diff)
		}
	})
}
