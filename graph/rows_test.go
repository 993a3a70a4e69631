package graph

import (
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dyad/schema"
)

func TestCanonical(t *testing.T) {
	day := time.Date(2011, 10, 25, 0, 0, 0, 0, time.UTC)
	tests := []struct {
		a, b any
		same bool
	}{
		{map[string]any{"x": int64(1), "y": []string{"a"}}, map[string]any{"y": []string{"a"}, "x": int64(1)}, true},
		{[]string{"a", "b"}, []string{"a,b"}, false},
		{[]string{"a"}, "a", false},
		{int64(1), 1.0, false},
		{"1", int64(1), false},
		{nil, "null", false},
		{neo4j.DateOf(day), neo4j.DateOf(day.AddDate(0, 0, 1)), false},
		{day, day.In(time.FixedZone("", 3600)), true},
	}
	for _, tt := range tests {
		if got := canonical(tt.a) == canonical(tt.b); got != tt.same {
			t.Errorf("%v and %v: same %v, want %v (%s, %s)", tt.a, tt.b, got, tt.same, canonical(tt.a), canonical(tt.b))
		}
	}
}

func TestFirstValues(t *testing.T) {
	a := map[string]any{"name": "Russia", "code": "RUS"}
	b := map[string]any{"name": "Rossiya", "sector": "GOV"}
	want := map[string]any{"name": "Rossiya", "code": "RUS", "sector": "GOV"}
	for _, got := range []map[string]any{firstValues(a, b), firstValues(b, a), firstValues(firstValues(a, b), a)} {
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// TestPrepare checks the rows of a document against the schema: known
// properties, keys that are not empty, ends that are written too.
func TestPrepare(t *testing.T) {
	g, err := schema.ReadGraph()
	if err != nil {
		t.Fatal(err)
	}
	db := &DB{conf: Config{Actors: table}}
	for _, d := range corpus() {
		a := db.prepare(d, false)
		nodes := map[string]bool{}
		for _, u := range upserts() {
			for _, r := range a.rows[u.file] {
				if u.from == "" {
					nodes[u.counts+" "+r.id] = true
				} else if !nodes[u.from+" "+r.from] || !nodes[u.to+" "+r.to] {
					t.Errorf("%s: %s from %q to %q has no ends", d.Article.ID, u.file, r.from, r.to)
				}
				n, _ := g.Node(u.counts)
				rel, _ := g.Relationship(u.counts)
				for _, k := range slices.Sorted(maps.Keys(r.props)) {
					if !slices.ContainsFunc(slices.Concat(n.Properties, rel.Properties), func(p schema.Property) bool { return p.Name == k }) {
						t.Errorf("%s: the schema has no %s.%s", u.file, u.counts, k)
					}
				}
			}
		}
	}
}

// TestDocumentHash: what is loaded changes the hash, where it was read does
// not.
func TestDocumentHash(t *testing.T) {
	db := &DB{}
	base := db.prepare(corpus()[0], false)
	tests := []struct {
		name   string
		change func(*schema.Document)
		same   bool
	}{
		{"input", func(d *schema.Document) { d.Article.Input, d.Article.DuplicateOf = "elsewhere.txt", "b" }, true},
		{"order", func(d *schema.Document) { slices.Reverse(d.Actors) }, true},
		{"title", func(d *schema.Document) { d.Article.Title = "Another" }, false},
		{"published", func(d *schema.Document) { d.Article.Published = "2011-10-26" }, false},
		{"run", func(d *schema.Document) { d.Run.ID = "run:2" }, false},
		{"confidence", func(d *schema.Document) { d.Events[0].Confidence = 0.1 }, false},
	}
	for _, tt := range tests {
		d := corpus()[0]
		tt.change(d)
		if got := db.prepare(d, false).hash == base.hash; got != tt.same {
			t.Errorf("%s: same hash %v, want %v", tt.name, got, tt.same)
		}
	}
}

func TestFuzzy(t *testing.T) {
	tests := []struct{ in, want string }{
		{"Nato", "nato~1 OR nato*"},
		{"Unted  Sttes", "unted~1 OR unted* OR sttes~1 OR sttes*"},
		{`a:b" OR *`, "ab~1 OR ab* OR or~1 OR or*"},
		{"*?", ""},
	}
	for _, tt := range tests {
		if got := fuzzy(tt.in); got != tt.want {
			t.Errorf("%q: %s, want %s", tt.in, got, tt.want)
		}
	}
}
