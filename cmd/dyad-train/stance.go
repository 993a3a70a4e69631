package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"path/filepath"

	"dyad/extract/stance"
	"dyad/internal/corpus"
)

// trainStance trains the weights of package stance: how a sentence speaks of
// somebody on NewsMTSC, who stands how towards whom on DSE.
func trainStance(args []string, log io.Writer) error {
	fs := flag.NewFlagSet("dyad-train stance", flag.ContinueOnError)
	fs.SetOutput(log)
	newsmtsc := fs.String("newsmtsc", "", "NewsMTSC `file`")
	dse := fs.String("dse", "", "DSE `file`: sentence, p, q, label")
	news := fs.String("news", "", "`folder` of annotated news")
	more := fs.String("more", "", "`folder` of more annotated news")
	weight := fs.Float64("more-weight", .1, "what an article of --more counts, as part of one of --news")
	articles := fs.String("articles", "", "JSON lines `file` with the articles of --news")
	without := fs.String("without", "", "`file` with ids of articles that are not trained on")
	out := fs.String("out", "", "the `folder` to write the weights to")
	if err := fs.Parse(args); err != nil {
		return err
	}
	c, err := stance.New()
	if err != nil {
		return err
	}
	chain, err := corpus.NewChain("")
	if err != nil {
		return err
	}
	// In this order: each model is among the evidence of the next.
	if *newsmtsc != "" {
		if err := trainTreatment(c, chain, *newsmtsc, *out, log); err != nil {
			return err
		}
	}
	if *dse != "" {
		if err := trainPairs(c, chain, *dse, *out, log); err != nil {
			return err
		}
	}
	if *news == "" {
		return nil
	}
	return trainArticles(c, []string{*news, *more}, *weight, *articles, *without, *out, log)
}

// trainTreatment trains on NewsMTSC.
func trainTreatment(c *stance.Classifier, chain *corpus.Chain, name, out string, log io.Writer) error {
	list, err := corpus.ReadFile(name, corpus.ReadNewsMTSC)
	if err != nil {
		return err
	}
	examples := make([]stance.Treated, len(list))
	corpus.Each(len(list), func(i int) { examples[i] = list[i].Treated(chain) })
	fmt.Fprintf(log, "train treatment weights on %d sentences\n", len(examples))
	c.TrainTreatment(examples, stance.TreatmentSettings())
	return writeTrained(filepath.Join(out, "treatment-weights.tsv"), c.WriteTreatment)
}

// trainPairs trains on DSE.
func trainPairs(c *stance.Classifier, chain *corpus.Chain, name, out string, log io.Writer) error {
	list, err := corpus.ReadFile(name, corpus.ReadDSE)
	if err != nil {
		return err
	}
	examples := make([]stance.Example, len(list))
	corpus.Each(len(list), func(i int) { examples[i] = list[i].Example(chain) })
	fmt.Fprintf(log, "train pair weights on %d sentences\n", len(examples))
	c.TrainPairs(examples, stance.PairSettings())
	return writeTrained(filepath.Join(out, "pair-weights.tsv"), c.WritePairs)
}

// trainArticles trains on annotated news.
func trainArticles(c *stance.Classifier, dirs []string, weight float64, articles, without, out string, log io.Writer) error {
	ids, err := corpus.ReadIDs(without)
	if err != nil {
		return err
	}
	var list []stance.Article
	for i, dir := range dirs {
		if dir == "" {
			continue
		}
		_, some, err := corpus.Annotated(context.Background(), dir, articles, ids)
		if err != nil {
			return err
		}
		for k := range some {
			if i > 0 {
				some[k].Weight = weight
			}
		}
		list = append(list, some...)
	}
	fmt.Fprintf(log, "train article weights on %d articles\n", len(list))
	c.TrainArticles(list, stance.ArticleSettings())
	return writeTrained(filepath.Join(out, "article-weights.tsv"), c.WriteArticles)
}
