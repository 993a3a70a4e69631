package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"dyad/extract"
	"dyad/extract/article"
	"dyad/internal/score"
	"dyad/schema"
)

func actorsCommand() *cli.Command {
	return &cli.Command{
		Name: "actors", Usage: "codes, sectors and names of actors: all that are extracted against the gold",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "gsr", Usage: "`file` of PLOVER gold records: codes and sectors of every sentence"},
			&cli.StringFlag{Name: "news", Usage: "`folder` of annotated news: codes, names and sectors of every article"},
			&cli.StringFlag{Name: "articles", Usage: "JSON lines `file` with the articles of --news"},
			withoutFlag(), onlyFlag(),
			&cli.IntFlag{Name: "confused", Usage: "show the `N` most frequent confusions of codes and sectors"},
		},
		Action: func(c *cli.Context) error {
			if c.String("gsr") == "" && c.String("news") == "" {
				return fmt.Errorf("name --gsr FILE, or --news FOLDER with --articles FILE")
			}
			x, err := extract.New("eval")
			if err != nil {
				return err
			}
			if name := c.String("gsr"); name != "" {
				if err := measureRecords(c, x, name); err != nil {
					return err
				}
			}
			if folder := c.String("news"); folder != "" {
				return measureNews(c, x, folder)
			}
			return nil
		},
	}
}

// coded is an actor as the scores see it.
type coded struct{ code, sector string }

// tally counts what was found of codes, of sectors with their codes, and of
// names, and what was confused with what.
type tally struct {
	codes, sectors, names score.PRF
	codeOfName, secOfName [2]int // right, of how many matched by name
	confused              map[string]int
}

func (t *tally) confuse(format string, args ...any) {
	if t.confused == nil {
		t.confused = map[string]int{}
	}
	t.confused[fmt.Sprintf(format, args...)]++
}

// sets compares the codes of a text, and for the codes that the gold has, the
// sectors.
func (t *tally) sets(gold, got []coded) {
	g, p := codesOf(gold), codesOf(got)
	t.codes.Add(overlap(g, p))
	t.differences("code", g, p, func(a coded) string { return a.code })
	gs, ps := map[coded]bool{}, map[coded]bool{}
	for _, a := range gold {
		if a.sector != "" {
			gs[a] = true
		}
	}
	for _, a := range got {
		if a.sector != "" && g[coded{code: a.code}] {
			ps[a] = true
		}
	}
	t.sectors.Add(overlap(gs, ps))
	t.differences("sector", gs, ps, func(a coded) string { return a.sector })
}

// differences notes what is in one set only.
func (t *tally) differences(what string, gold, got map[coded]bool, name func(coded) string) {
	for a := range gold {
		if !got[a] {
			t.confuse("%s missed: %s", what, name(a))
		}
	}
	for a := range got {
		if !gold[a] {
			t.confuse("%s too many: %s", what, name(a))
		}
	}
}

func codesOf(list []coded) map[coded]bool {
	out := map[coded]bool{}
	for _, a := range list {
		if a.code != "" {
			out[coded{code: a.code}] = true
		}
	}
	return out
}

// overlap counts what two sets have in common.
func overlap(gold, got map[coded]bool) score.PRF {
	p := score.PRF{FP: len(got), FN: len(gold)}
	for a := range gold {
		if got[a] {
			p.TP++
			p.FP--
			p.FN--
		}
	}
	return p
}

// print writes the figures of a corpus.
func (t *tally) print(w io.Writer, what string, texts, most int) {
	fmt.Fprintf(w, "%s: %d texts\n", what, texts)
	fmt.Fprintf(w, "  codes    %v\n  sectors  %v\n", t.codes, t.sectors)
	if t.names.TP+t.names.FN > 0 {
		fmt.Fprintf(w, "  names    %v\n  of the names found: code right %s, sector right %s\n", t.names, share(t.codeOfName), share(t.secOfName))
	}
	list := slices.SortedFunc(maps.Keys(t.confused), func(a, b string) int {
		return cmp.Or(t.confused[b]-t.confused[a], strings.Compare(a, b))
	})
	for _, s := range list[:min(most, len(list))] {
		fmt.Fprintf(w, "  %4d %s\n", t.confused[s], s)
	}
}

func share(n [2]int) string {
	return fmt.Sprintf("%.2f (%d of %d)", 100*float64(n[0])/float64(max(1, n[1])), n[0], n[1])
}

// measureRecords scores the sentences of a file of gold records.
func measureRecords(c *cli.Context, x *extract.Extractor, name string) error {
	gold, input, err := readRecords(name)
	if err != nil {
		return err
	}
	t := &tally{}
	opts := article.Options{InputFormat: "jsonl", Stdin: bytes.NewReader(input), Now: time.Now}
	err = eachDocument(c.Context, x, opts, "-", func(doc *schema.Document) {
		var got []coded
		for _, a := range doc.Actors {
			got = append(got, levelled(a.Code, a.Sector))
		}
		t.sets(gold[doc.Article.ID], got)
	})
	if err != nil {
		return err
	}
	t.print(c.App.Writer, name, len(gold), c.Int("confused"))
	return nil
}

// measureNews scores whole annotated articles.
func measureNews(c *cli.Context, x *extract.Extractor, folder string) error {
	chosen, err := choice(c)
	if err != nil {
		return err
	}
	gold, err := readNews(folder)
	if err != nil {
		return err
	}
	t, n := &tally{}, 0
	opts := article.Options{InputFormat: "jsonl", Now: time.Now}
	err = eachDocument(c.Context, x, opts, c.String("articles"), func(doc *schema.Document) {
		list, ok := gold[doc.Article.ID]
		if !ok || !chosen(doc.Article.ID) {
			return
		}
		n++
		t.article(list, doc)
	})
	if err != nil {
		return err
	}
	t.print(c.App.Writer, folder, n, c.Int("confused"))
	return nil
}

// article compares the actors of an article: as sets of codes, and one to one
// by name.
func (t *tally) article(gold []goldActor, doc *schema.Document) {
	var want, got []coded
	for _, g := range gold {
		want = append(want, g.coded)
	}
	for _, a := range doc.Actors {
		got = append(got, levelled(a.Code, a.Sector))
	}
	t.sets(want, got)
	taken := make([]bool, len(doc.Actors))
	for _, g := range gold {
		i := 0
		for i < len(taken) && (taken[i] || !g.called(doc.Actors[i])) {
			i++
		}
		if i == len(taken) {
			t.names.FN++
			continue
		}
		taken[i] = true
		t.names.TP++
		t.codeOfName[1]++
		t.secOfName[1]++
		if got[i].code == g.code {
			t.codeOfName[0]++
		} else {
			t.confuse("code %s for %s", cmp.Or(got[i].code, "none"), cmp.Or(g.code, "none"))
		}
		if got[i].sector == g.sector {
			t.secOfName[0]++
		} else {
			t.confuse("sector %s for %s", cmp.Or(got[i].sector, "none"), cmp.Or(g.sector, "none"))
		}
	}
	for _, used := range taken {
		if !used {
			t.names.FP++
		}
	}
}

// eachDocument extracts an input and hands the documents on in their order.
func eachDocument(ctx context.Context, x *extract.Extractor, opts article.Options, input string, use func(*schema.Document)) error {
	if input != "-" {
		if _, err := os.Stat(input); err != nil {
			return fmt.Errorf("read articles: %w", err)
		}
	}
	for doc, err := range x.Stream(ctx, article.NewReader(opts).Read(ctx, []string{input}), runtime.NumCPU()) {
		if err != nil {
			return err
		}
		use(doc)
	}
	return nil
}
