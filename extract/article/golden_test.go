package article

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"dyad/schema"
)

var update = flag.Bool("update", false, "write what the reader gives into testdata/*.txtar")

// clock is the time of all tests.
func clock() time.Time { return time.Date(2012, 6, 1, 12, 0, 0, 0, time.UTC) }

// TestGolden reads the first files of each archive in testdata and compares
// what comes out with its file "want".
func TestGolden(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("testdata: %v, %d archives", err, len(archives))
	}
	for _, path := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got, want := "", ""
			dir := t.TempDir()
			for _, f := range ar.Files {
				if f.Name == "want" {
					want = string(f.Data)
					continue
				}
				name := filepath.Join(dir, f.Name)
				if err := os.WriteFile(name, f.Data, 0o600); err != nil {
					t.Fatal(err)
				}
				got += strings.ReplaceAll(render(NewReader(Options{Now: clock}), name), dir+"/", "")
			}
			if diff := cmp.Diff(want, got); diff != "" && !*update {
				t.Errorf("-want +got:\n%s", diff)
			}
			if *update {
				ar.Files[len(ar.Files)-1].Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(ar), 0o600); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// render writes what a reader yields as text: metadata, then the pieces of the
// text in order, each with what became of it.
func render(r *Reader, inputs ...string) string {
	var b strings.Builder
	for art, err := range r.Read(context.Background(), inputs) {
		if err != nil {
			fmt.Fprintf(&b, "error: %v\n", err)
			continue
		}
		fmt.Fprintf(&b, "article %s\n", art.Input)
		for _, m := range [][2]string{
			{"title", art.Title}, {"published", art.Published}, {"outlet", art.Outlet}, {"agency", art.Agency},
			{"authors", strings.Join(art.Authors, "; ")}, {"url", art.URL}, {"language", art.Language}, {"duplicate of", art.DuplicateOf},
		} {
			if m[1] != "" {
				fmt.Fprintf(&b, "  %s: %s\n", m[0], m[1])
			}
		}
		b.WriteString(renderPieces(&art))
	}
	return b.String()
}

func renderPieces(art *schema.Article) string {
	var b strings.Builder
	dropped := art.Dropped
	flush := func(before int) {
		for len(dropped) > 0 && dropped[0].Start < before {
			fmt.Fprintf(&b, "[%s] %q\n", dropped[0].Reason, art.Text[dropped[0].Start:dropped[0].End])
			dropped = dropped[1:]
		}
	}
	for _, block := range art.Blocks {
		flush(block.Start)
		kind := "block"
		if block.Headline {
			kind = "headline"
		}
		fmt.Fprintf(&b, "%s %q\n", kind, art.Text[block.Start:block.End])
	}
	flush(len(art.Text) + 1)
	return b.String()
}
