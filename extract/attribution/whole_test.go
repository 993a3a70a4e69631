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

var update = flag.Bool("update", false, "write what is found into the test data")

// TestWhole reads testdata/whole/NAME.txtar: a text in which a mechanism of
// the stage shows, with what is found, and one that it must leave alone. The
// text is analysed as articles are.
func TestWhole(t *testing.T) { testTexts(t, "testdata/whole", told) }

// TestSources does the same for the sources and mentions of who speaks.
func TestSources(t *testing.T) { testTexts(t, "testdata/source", sources) }

// testTexts compares what is found in the texts of a folder, as a function prints
// it, with what they say.
func testTexts(t *testing.T, dir string, show func(*schema.Document) string) {
	t.Helper()
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
	files, err := filepath.Glob(dir + "/*.txtar")
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
				got := show(doc)
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

// TestCorrect: "he" of "he said" is a mention of the one whom the stage takes for
// the speaker, and of nobody else; "he" who does not speak stays who he was.
func TestCorrect(t *testing.T) {
	doc := &schema.Document{
		Article: schema.Article{Text: "Mensah met Addo. He said so. He left."},
		Actors:  []schema.Actor{{ID: "person:mensah", Kind: schema.KindPerson}, {ID: "person:addo", Kind: schema.KindPerson}},
	}
	for n, at := range []int{17, 29} {
		m := schema.Mention{Span: schema.Span{Start: at, End: at + 2}, Sentence: n + 1, Form: schema.FormPronoun, Actors: []string{"person:addo"}}
		doc.Mentions = append(doc.Mentions, m)
		doc.Actors[1].Mentions = append(doc.Actors[1].Mentions, schema.TextSpan{Span: m.Span, Text: "He"})
	}
	he := &nlp.Sentence{Tokens: []nlp.Token{{Form: "He"}}}
	r := &reader{trees: []*tree{nil, {Sentence: he, outline: he.Outline(), index: 1, words: make([]word, 1)}, nil}}
	w := newWhoIndex(r, doc)
	w.correct([]*candidate{{tree: r.trees[1], source: stretch{0, 1}, speaker: "person:mensah"}})
	if got := [2]string{doc.Mentions[0].Actors[0], doc.Mentions[1].Actors[0]}; got != [2]string{"person:mensah", "person:addo"} {
		t.Errorf("mentions of %q", got)
	}
	if a, b := len(doc.Actors[0].Mentions), len(doc.Actors[1].Mentions); a != 1 || b != 1 {
		t.Errorf("%d and %d mentions listed, want 1 each", a, b)
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

// sources prints the sources of the attributions of a document, one a line, with
// who they are and how he is called there.
func sources(doc *schema.Document) string {
	var b strings.Builder
	for _, x := range doc.Attributions {
		fmt.Fprintf(&b, "«%s»", joinTexts(x.Source))
		for _, a := range doc.Actors {
			if x.Actor == nil || a.ID != *x.Actor {
				continue
			}
			var names []string
			for _, m := range a.Mentions {
				names = append(names, m.Text)
			}
			fmt.Fprintf(&b, " %s: %s", a.Name, strings.Join(names, "; "))
		}
		b.WriteByte('\n')
	}
	return b.String()
}
