package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"dyad/extract/attribution"
	"dyad/extract/nlp"
	"dyad/extract/stance"
	"dyad/schema"
)

// trainStance trains the pair weights of package stance on DSE.
func trainStance(args []string, log io.Writer) error {
	fs := flag.NewFlagSet("dyad-train stance", flag.ContinueOnError)
	fs.SetOutput(log)
	input := fs.String("dse", "", "DSE `file`: sentence, p, q, label")
	shift := fs.Float64("shift", .2, "how much of the log prior of a class is taken off its score")
	out := fs.String("out", "", "the weights `file` to write")
	if err := fs.Parse(args); err != nil {
		return err
	}
	f, err := os.Open(*input)
	if err != nil {
		return err
	}
	defer f.Close()
	pairs, err := readDSE(*input, f)
	if err != nil {
		return err
	}
	pipeline, err := nlp.New()
	if err != nil {
		return err
	}
	attributor, err := attribution.New()
	if err != nil {
		return err
	}
	examples := make([]stance.Example, len(pairs))
	each(len(pairs), func(i int) { examples[i] = stanceExample(pipeline, attributor, pairs[i]) })
	c, err := stance.New()
	if err != nil {
		return err
	}
	fmt.Fprintf(log, "train pair weights on %d sentences\n", len(examples))
	return writeTrained(*out, func(w io.Writer) error { return c.Train(examples, *shift, w) })
}

// stanceExample analyses a sentence as the chain does with given mentions.
func stanceExample(p *nlp.Pipeline, a *attribution.Attributor, d pair) stance.Example {
	ling := p.Analyze(d.text, []nlp.Region{{Start: 0, End: len(d.text)}})
	doc := &schema.Document{Article: schema.Article{Text: d.text}}
	for i, id := range []string{"p", "q"} {
		if m, ok := mentionOf(ling, d.spans[i], id); ok {
			doc.Mentions = append(doc.Mentions, m)
		}
	}
	a.Attribute(doc, ling)
	sign := map[[2]string]int{}
	switch d.label {
	case 1:
		sign[[2]string{"p", "q"}] = 1
	case 2:
		sign[[2]string{"q", "p"}] = 1
	case 3:
		sign[[2]string{"p", "q"}] = -1
	case 4:
		sign[[2]string{"q", "p"}] = -1
	}
	return stance.Example{Doc: doc, Ling: ling, Sign: sign}
}

// mentionOf places a span on the first sentence that it touches; its head is
// the topmost token inside it above its first one.
func mentionOf(ling *nlp.Doc, span schema.Span, id string) (schema.Mention, bool) {
	for i := range ling.Sentences {
		s := &ling.Sentences[i]
		first, last := -1, -1
		for k, t := range s.Tokens {
			if t.Start < span.End && span.Start < t.End {
				if first < 0 {
					first = k
				}
				last = k + 1
			}
		}
		if first < 0 {
			continue
		}
		head := first
		for h, n := s.Tokens[first].Head, 0; h >= first && h < last && n < last-first; n++ {
			head, h = h, s.Tokens[h].Head
		}
		return schema.Mention{Span: span, Sentence: i, First: first, Last: last, Head: head,
			Actors: []string{id}, Form: schema.FormGiven, Confidence: 1}, true
	}
	return schema.Mention{}, false
}
