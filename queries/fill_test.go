package queries

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFill(t *testing.T) {
	q, err := Parse("met.cypher", small)
	if err != nil {
		t.Fatal(err)
	}
	q.Params = append(q.Params, Param{Name: "issue", Type: TypeIssue})
	defaults := map[string]any{"actor": "country:RUS", "from": "2011-10-01", "share": 0.5, "limit": int64(20), "all": false, "issue": nil}
	tests := []struct {
		name   string
		values map[string]string
		want   map[string]any // what differs from the defaults
		err    string
	}{
		{name: "defaults"},
		{name: "all given",
			values: map[string]string{"actor": " country:USA ", "from": "2012-02-29", "share": "1", "limit": "5", "all": "True", "issue": "issue:x"},
			want:   map[string]any{"actor": "country:USA", "from": "2012-02-29", "share": 1.0, "limit": int64(5), "all": true, "issue": "issue:x"}},
		{name: "month", values: map[string]string{"from": "2012-02"}, want: map[string]any{"from": "2012-02-01"}},
		{name: "year", values: map[string]string{"from": "2012"}, want: map[string]any{"from": "2012-01-01"}},
		{name: "null", values: map[string]string{"issue": "null"}, want: map[string]any{"issue": nil}},
		{name: "empty", values: map[string]string{"issue": ""}, want: map[string]any{"issue": nil}},
		{name: "quotes stay", values: map[string]string{"actor": `x' OR 1=1 //`}, want: map[string]any{"actor": `x' OR 1=1 //`}},
		{name: "bad int", values: map[string]string{"limit": "ten"}, err: `report met: parameter limit: bad value "ten", want a whole number`},
		{name: "negative", values: map[string]string{"limit": "-1"}, err: "report met: parameter limit: bad value -1, want a whole number"},
		{name: "bad float", values: map[string]string{"share": "NaN"}, err: "report met: parameter share: bad value NaN, want a number"},
		{name: "bad bool", values: map[string]string{"all": "perhaps"}, err: `report met: parameter all: bad value "perhaps", want true or false`},
		{name: "bad date", values: map[string]string{"from": "2011-02-30"}, err: `report met: parameter from: bad date "2011-02-30", want a date as 2011-10-25`},
		{name: "no limit", values: map[string]string{"limit": ""}, err: "report met: parameter limit: needs a value, a whole number"},
		{name: "no actor", values: map[string]string{"actor": ""}, err: "report met: parameter actor: needs a value, an actor"},
		{name: "unknown", values: map[string]string{"actors": "x", "zeal": "y"}, err: `report met has no parameter "actors"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Fill(q, tt.values)
			if tt.err != "" {
				var p *ParamError
				if !errors.As(err, &p) || err.Error() != tt.err {
					t.Errorf("got error %v, want %q", err, tt.err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			want := map[string]any{}
			maps.Copy(want, defaults)
			maps.Copy(want, tt.want)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCypher(t *testing.T) {
	q, err := Parse("met.cypher", small)
	if err != nil {
		t.Fatal(err)
	}
	got := Cypher(q, map[string]any{"actor": `it's a \ thing`, "from": nil, "share": 2.0})
	want := `:param actor => 'it\'s a \\ thing';
:param from => null;
:param share => 2.0;
:param limit => 20;
:param all => false;

` + small
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestLoadDir(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := LoadDir(dir); err == nil || !strings.Contains(err.Error(), "holds no file NAME.cypher") {
		t.Errorf("empty folder: got error %v", err)
	}
	if _, err := LoadDir(filepath.Join(dir, "none")); err == nil {
		t.Error("missing folder: no error")
	}
	write("met.cypher", small)
	write("b.graph.cypher", strings.Replace(small, "view: table", "view: graph", 1))
	write("notes.txt", "no report")
	write("bad.cypher", "RETURN 1")
	got, err := LoadDir(dir)
	if want := filepath.Join(dir, "bad.cypher") + `:1: the first line must be "// Title"`; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("got error %v, want one with %q", err, want)
	}
	var names []string
	for _, q := range got {
		names = append(names, q.Name+" "+q.View)
	}
	if diff := cmp.Diff([]string{"b.graph graph", "met table"}, names); diff != "" {
		t.Error(diff)
	}
}

// TestEmbedded checks the habits that every bundled report follows.
func TestEmbedded(t *testing.T) {
	all := Embedded()
	tables := map[string]Query{}
	for _, q := range all {
		if q.View == ViewTable {
			tables[q.Name] = q
		}
	}
	for _, q := range all {
		base, isGraph := strings.CutSuffix(q.Name, ".graph")
		if isGraph != (q.View == ViewGraph) {
			t.Errorf("%s: view %s does not fit the name", q.Name, q.View)
		}
		if _, ok := tables[base]; !ok {
			t.Errorf("%s: no table report %s", q.Name, base)
		}
		if strings.Contains(q.Title, ":") || len(q.Title) > 60 {
			t.Errorf("%s: the title is no short name: %q", q.Name, q.Title)
		}
		for _, clause := range []string{"ORDER BY", "LIMIT "} {
			if !strings.Contains(q.Statement, clause) {
				t.Errorf("%s: no %s", q.Name, clause)
			}
		}
		for _, lib := range []string{"apoc.", "gds."} {
			if strings.Contains(strings.ToLower(q.Statement), lib) {
				t.Errorf("%s: uses %s", q.Name, lib)
			}
		}
		for i, line := range strings.Split(q.Text, "\n") {
			if strings.HasPrefix(line, "//") && !strings.HasPrefix(line, "// shape:") && len([]rune(line)) > 90 {
				t.Errorf("%s.cypher:%d: comment is longer than 90 characters", q.Name, i+1)
			}
		}
		// A graph variant has the parameters of its table or fewer, with the
		// same types and defaults, and perhaps limits of its own.
		for _, p := range q.Params {
			of, ok := tables[base].Param(p.Name)
			if ok && (of.Type != p.Type || of.Default != p.Default && p.Type != TypeInt) {
				t.Errorf("%s: parameter %s differs from that of %s", q.Name, p.Name, base)
			}
		}
	}
	for _, name := range []string{"timeline", "evidence", "statements", "profile", "paths", "dyads"} {
		if _, ok := tables[name]; !ok {
			t.Errorf("no report %s", name)
		}
	}
}
