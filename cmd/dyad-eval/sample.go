package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"dyad/extract"
	"dyad/schema"
)

func sampleCommand() *cli.Command {
	return &cli.Command{
		Name: "sample", Usage: "a random sample of what was extracted, in its sentences, to be judged by hand",
		ArgsUsage: "EXTRACTED.jsonl[.gz]",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "what", Usage: "mentions, events, statements, stances, or silent (sentences without event)", Value: "mentions"},
			&cli.IntFlag{Name: "n", Usage: "size of the sample", Value: 100},
			&cli.Uint64Flag{Name: "seed", Usage: "another seed, another sample", Value: 1},
			withoutFlag(), onlyFlag(),
		},
		Action: func(c *cli.Context) error {
			if c.NArg() != 1 || c.Int("n") < 1 {
				return fmt.Errorf("name one file of extracted lines (options before it), and --n of 1 or more")
			}
			if itemsOf[c.String("what")] == nil {
				return fmt.Errorf("--what %q: not mentions, events, statements, stances or silent", c.String("what"))
			}
			return sample(c)
		},
	}
}

// item is one thing to judge: the spans to mark, by document, and what was
// coded.
type item struct {
	doc   *schema.Document
	marks []schema.Span
	// lines are what was coded, one fact a line.
	lines []string
}

// splitter cuts a text into sentences.
type splitter func(text string) []schema.Span

// itemsOf lists all items of a kind in a document, in the order of its line.
var itemsOf = map[string]func(*schema.Document, splitter) []item{
	"mentions": mentionItems, "events": eventItems, "statements": statementItems,
	"stances": stanceItems, "silent": silentItems,
}

// sample draws the items and prints them in the order of the input.
func sample(c *cli.Context) error {
	chosen, err := choice(c)
	if err != nil {
		return err
	}
	x, err := extract.New("eval")
	if err != nil {
		return err
	}
	split := func(text string) []schema.Span { return sentencesOf(x, text) }
	what, seed := c.String("what"), c.Uint64("seed")
	r := reservoir{size: c.Int("n"), rand: rand.New(rand.NewPCG(seed, 0))}
	err = eachLine(c.Args().First(), func(doc *schema.Document) {
		if !chosen(doc.Article.ID) {
			return
		}
		for _, it := range itemsOf[what](doc, split) {
			r.add(it)
		}
	})
	if err != nil {
		return err
	}
	w := c.App.Writer
	kept := r.ordered()
	fmt.Fprintf(w, "sample of %d of %d %s, seed %d\n", len(kept), r.seen, what, seed)
	for i, it := range kept {
		fmt.Fprintf(w, "\n%d  %s\n  %s\n", i+1, it.doc.Article.ID, it.marked(split(it.doc.Article.Text)))
		for _, line := range it.lines {
			fmt.Fprintf(w, "  %s\n", line)
		}
	}
	return nil
}

// reservoir keeps a uniform sample of a stream whose length is not known
// (Vitter's algorithm R), so that no more than the sample is held in memory.
type reservoir struct {
	size, seen int
	rand       *rand.Rand
	kept       []item
	at         []int // position of each kept item in the stream
}

func (r *reservoir) add(it item) {
	if len(r.kept) < r.size {
		r.kept, r.at = append(r.kept, it), append(r.at, r.seen)
	} else if i := r.rand.IntN(r.seen + 1); i < r.size {
		r.kept[i], r.at[i] = it, r.seen
	}
	r.seen++
}

// ordered returns the sample in the order of the stream.
func (r *reservoir) ordered() []item {
	index := make([]int, len(r.kept))
	for i := range index {
		index[i] = i
	}
	slices.SortFunc(index, func(a, b int) int { return r.at[a] - r.at[b] })
	out := make([]item, 0, len(index))
	for _, i := range index {
		out = append(out, r.kept[i])
	}
	return out
}

// marked returns the sentences that the marks touch, on one line, with the
// marks in double brackets.
func (it item) marked(sentences []schema.Span) string {
	lo, hi := it.marks[0].Start, it.marks[0].End
	for _, m := range it.marks {
		lo, hi = min(lo, m.Start), max(hi, m.End)
	}
	start, end := lo, hi
	for _, s := range sentences {
		if s.Start < hi && lo < s.End {
			start, end = min(start, s.Start), max(end, s.End)
		}
	}
	text := []rune(it.doc.Article.Text)
	var b strings.Builder
	for i := start; i <= end; i++ {
		for _, m := range it.marks {
			if m.End == i {
				b.WriteString("]]")
			}
		}
		for _, m := range it.marks {
			if m.Start == i {
				b.WriteString("[[")
			}
		}
		if i < end {
			b.WriteRune(text[i])
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// sentencesOf returns the sentences of a text in code points.
func sentencesOf(x *extract.Extractor, text string) []schema.Span {
	var out []schema.Span
	bytes, runes := 0, 0
	to := func(offset int) int {
		runes += len([]rune(text[bytes:offset]))
		bytes = offset
		return runes
	}
	for _, s := range x.Parse(text).Sentences {
		out = append(out, schema.Span{Start: to(s.Start), End: to(s.End)})
	}
	return out
}

// eachLine reads the lines that dyad extract printed; - is standard input.
func eachLine(name string, use func(*schema.Document)) error {
	var in io.Reader = os.Stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		in = f
	}
	in = bufio.NewReader(in)
	if strings.HasSuffix(name, ".gz") {
		z, err := gzip.NewReader(in)
		if err != nil {
			return fmt.Errorf("read %s: %w", name, err)
		}
		in = z
	}
	d := json.NewDecoder(in)
	for n := 1; ; n++ {
		doc := &schema.Document{}
		switch err := d.Decode(doc); {
		case err == io.EOF:
			return nil
		case err != nil:
			return fmt.Errorf("read %s: document %d: %w", name, n, err)
		}
		use(doc)
	}
}
