package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"dyad/extract/attribution"
	"dyad/extract/nlp"
	"dyad/internal/corpus"
	"dyad/internal/loglinear"
)

// trainAttribution trains the weights of package attribution on PolNeAR.
func trainAttribution(args []string, log io.Writer) error {
	fs := flag.NewFlagSet("dyad-train attribution", flag.ContinueOnError)
	fs.SetOutput(log)
	input := fs.String("polnear", "", "PolNeAR `file` of JSON lines")
	threshold := fs.Float64("threshold", .43, "probability from which on a candidate is a cue")
	out := fs.String("out", "", "the weights `file` to write")
	if err := fs.Parse(args); err != nil {
		return err
	}
	texts, err := corpus.ReadFile(*input, scanPolnear)
	if err != nil {
		return err
	}
	pipeline, err := nlp.New()
	if err != nil {
		return err
	}
	examples := make([]attribution.Example, len(texts))
	loglinear.Each(len(texts), func(i int) {
		t := texts[i]
		examples[i] = attribution.Example{Ling: pipeline.Analyze(t.text, lineRegions(t.text)), Gold: t.gold, Discard: t.discard}
	})
	a, err := attribution.New()
	if err != nil {
		return err
	}
	fmt.Fprintf(log, "train attribution weights on %d articles\n", len(examples))
	return writeTrained(*out, func(w io.Writer) error { return a.Train(examples, *threshold, w) })
}

// lineRegions makes every line of a text a region, the first a headline if it
// is short.
func lineRegions(text string) []nlp.Region {
	var out []nlp.Region
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		if s := strings.TrimSpace(line); s != "" {
			start := at + strings.Index(line, s)
			out = append(out, nlp.Region{Start: start, End: start + len(s), Headline: len(out) == 0 && len(s) < 150})
		}
		at += len(line)
	}
	return out
}

// writeTrained writes what train makes to a file, and only if all went well.
func writeTrained(path string, train func(io.Writer) error) error {
	var b bytes.Buffer
	if err := train(&b); err != nil {
		return err
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	return nil
}
