package main

import (
	"flag"
	"fmt"
	"io"
	"path/filepath"

	"dyad/extract/event"
	"dyad/extract/stance"
	"dyad/internal/corpus"
	"dyad/internal/loglinear"
	"dyad/internal/score"
	"dyad/schema"
)

// trainStance trains the weights of package stance: how a sentence speaks of
// somebody on NewsMTSC, who stands how towards whom on DSE and annotated news,
// how probable a stance is on the latter, with the figures of cross-validation.
func trainStance(args []string, log io.Writer) error {
	fs := flag.NewFlagSet("dyad-train stance", flag.ContinueOnError)
	fs.SetOutput(log)
	newsmtsc := fs.String("newsmtsc", "", "NewsMTSC `file`")
	dse := fs.String("dse", "", "DSE `file`: sentence, p, q, label")
	news := fs.String("news", "", "`folder` with articles.jsonl.gz, check.txt, gold and sentences")
	more := fs.String("more", "", "`folder` with gold and sentences of more articles of --news")
	weight := fs.Float64("more-weight", .1, "what an article of --more counts, as part of one of --news")
	models := fs.String("model", "", "language models to read --news with, as in dyad-train event")
	out := fs.String("out", "", "the `folder` to write the weights to")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if *news != "" && *dse == "" {
		return fmt.Errorf("--news needs --dse: the pair model at hand has learned from these articles")
	}
	c, err := stance.New()
	if err != nil {
		return err
	}
	chain, err := corpus.NewChain("")
	if err != nil {
		return err
	}
	var list []stance.Article
	var gold []corpus.News
	if *news != "" {
		if gold, list, err = stanceArticles(*news, *more, *models, *weight); err != nil {
			return err
		}
	}
	// In this order: each model is among the evidence of the next.
	if *newsmtsc != "" {
		if err := trainTreatment(c, chain, *newsmtsc, *out, log); err != nil {
			return err
		}
	}
	if *dse != "" {
		if err := trainPairs(c, chain, *dse, list, *out, log); err != nil {
			return err
		}
	}
	if *news == "" {
		return nil
	}
	return trainArticles(c, gold, list, *out, log)
}

// stanceArticles reads and analyses annotated news. Their events come from
// models that were learned without them, and the articles of one story are in
// one fold.
func stanceArticles(news, more, models string, weight float64) ([]corpus.News, []stance.Article, error) {
	texts, examples, err := eventExamples(news, more, models)
	if err != nil {
		return nil, nil, err
	}
	ont, err := schema.LoadOntology()
	if err != nil {
		return nil, nil, err
	}
	events, err := event.New(ont)
	if err != nil {
		return nil, nil, err
	}
	events.CodeUnseen(examples)
	var gold []corpus.News
	var list []stance.Article
	fold := map[string]int{}
	for i, t := range texts {
		n, err := t.gold.News()
		if err != nil {
			return nil, nil, err
		}
		a := n.Article(examples[i].Doc, examples[i].Ling, t.starts)
		if t.extra {
			a.Weight = weight
		}
		if _, ok := fold[t.fold]; !ok {
			fold[t.fold] = len(fold) % stance.Folds
		}
		a.Fold = fold[t.fold]
		gold, list = append(gold, n), append(list, a)
	}
	return gold, list, nil
}

// trainTreatment trains on NewsMTSC.
func trainTreatment(c *stance.Classifier, chain *corpus.Chain, name, out string, log io.Writer) error {
	list, err := corpus.ReadFile(name, corpus.ReadNewsMTSC)
	if err != nil {
		return err
	}
	examples := make([]stance.Treated, len(list))
	loglinear.Each(len(list), func(i int) { examples[i] = list[i].Treated(chain) })
	fmt.Fprintf(log, "train treatment weights on %d sentences\n", len(examples))
	c.TrainTreatment(examples, stance.TreatmentSettings())
	return writeTrained(filepath.Join(out, "treatment-weights.tsv"), c.WriteTreatment)
}

// trainPairs trains on DSE and annotated news.
func trainPairs(c *stance.Classifier, chain *corpus.Chain, name string, articles []stance.Article, out string, log io.Writer) error {
	list, err := corpus.ReadFile(name, corpus.ReadDSE)
	if err != nil {
		return err
	}
	examples := make([]stance.Example, len(list))
	loglinear.Each(len(list), func(i int) { examples[i] = list[i].Example(chain) })
	fmt.Fprintf(log, "train pair weights on %d sentences and %d articles\n", len(examples), len(articles))
	c.TrainPairs(examples, articles, stance.PairSettings())
	return writeTrained(filepath.Join(out, "pair-weights.tsv"), c.WritePairs)
}

// trainArticles trains on annotated news and prints the figures of
// cross-validation, those of the articles that count less apart.
func trainArticles(c *stance.Classifier, gold []corpus.News, list []stance.Article, out string, log io.Writer) error {
	fmt.Fprintf(log, "train article weights on %d articles\n", len(list))
	c.CrossArticles(list, stance.ArticleSettings())
	for _, least := range []float64{stance.MinConfidence, .4, .45, .5} {
		var whole, rest score.PRF
		for i := range list {
			if s := corpus.ScoreNews(gold[i], list[i].Doc, least); list[i].Weight == 1 {
				whole.Add(s)
			} else {
				rest.Add(s)
			}
		}
		fmt.Fprintf(log, "least confidence %.2f: %v, more articles %v\n", least, whole, rest)
	}
	c.TrainArticles(list, stance.ArticleSettings())
	return writeTrained(filepath.Join(out, "article-weights.tsv"), c.WriteArticles)
}
