package attribution

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"dyad/extract/actor"
	"dyad/extract/nlp"
	"dyad/schema"
)

var update = flag.Bool("update", false, "write what is found into testdata/whole")

// TestWhole reads testdata/whole/NAME.txtar: a text in which a mechanism of
// the stage shows, with what is found, and one that it must leave alone. The
// text is analysed as articles are.
func TestWhole(t *testing.T) {
	pipeline, err := nlp.New()
	if err != nil {
		t.Fatal(err)
	}
	actors, err := actor.New()
	if err != nil {
		t.Fatal(err)
	}
	a, err := New()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/whole/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no test files: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			part := map[string]*txtar.File{}
			for i := range ar.Files {
				part[ar.Files[i].Name] = &ar.Files[i]
			}
			for _, side := range []string{"match", "miss"} {
				text := strings.TrimSpace(string(part[side+".txt"].Data))
				doc := &schema.Document{Article: schema.Article{ID: "a", Text: text, Published: "2020-05-05"}}
				var regions []nlp.Region
				at := 0
				for line := range strings.Lines(text) {
					regions = append(regions, nlp.Region{Start: at, End: at + len(strings.TrimSuffix(line, "\n"))})
					doc.Article.Blocks = append(doc.Article.Blocks, schema.Block{Span: schema.Span{Start: at, End: at + len(line)}})
					at += len(line)
				}
				ling := pipeline.Analyze(text, regions)
				actors.Resolve(doc, ling)
				a.Attribute(doc, ling)
				got := told(doc)
				if *update {
					part[side+".want"].Data = []byte(got)
					continue
				}
				if diff := cmp.Diff(string(part[side+".want"].Data), got); diff != "" {
					t.Errorf("%s (-want +got):\n%s", side, diff)
				}
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// told prints the attributions of a document, one a line: who, what kind, to
// whom, through which medium, what.
func told(doc *schema.Document) string {
	var b strings.Builder
	names := map[string]string{}
	for _, x := range doc.Actors {
		names[x.ID] = x.Name
	}
	for _, x := range doc.Attributions {
		who := "nobody"
		if x.Actor != nil {
			who = names[*x.Actor]
		}
		fmt.Fprintf(&b, "%s, %s", who, x.Kind)
		for _, to := range x.Addressee {
			var ids []string
			for _, id := range to.Actors {
				ids = append(ids, names[id])
			}
			fmt.Fprintf(&b, ", to %q (%s)", to.Text, strings.Join(ids, ", "))
		}
		if x.Carrier != "" {
			fmt.Fprintf(&b, ", through %s", names[x.Carrier])
		}
		fmt.Fprintf(&b, ": %s\n", joinTexts(x.Content))
	}
	return b.String()
}
