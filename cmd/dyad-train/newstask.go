package main

import (
	"flag"
	"io"
	"iter"

	"dyad/extract/actor"
	"dyad/extract/nlp"
	"dyad/extract/stance"
	"dyad/internal/corpus"
	"dyad/internal/loglinear"
	"dyad/schema"
)

// newsTask is what a model of package actor is learned from, and the file for
// its weights, "" if only the figures of cross-validation are asked for.
type newsTask struct {
	resolver    *actor.Resolver
	texts       []coded
	models, out string
}

// readNewsTask reads the flags of such a task and its articles.
func readNewsTask(name string, args []string, log io.Writer) (*newsTask, error) {
	fs := flag.NewFlagSet("dyad-train "+name, flag.ContinueOnError)
	fs.SetOutput(log)
	var t newsTask
	news := fs.String("news", "", "`folder` of annotated news; the articles on its check list are left out")
	more := fs.String("more", "", "`folder` of further annotated news")
	fs.StringVar(&t.models, "model", "", "language `models` FILE=IDS,FILE=IDS that have not seen the names of some texts; else the embedded one")
	fs.StringVar(&t.out, "out", "", "the weights `file` to write; without one only the figures of cross-validation are printed")
	if err := fs.Parse(args); err != nil {
		return nil, err
	}
	var err error
	if t.resolver, err = actor.New(); err != nil {
		return nil, err
	}
	t.texts, err = readNews(*news, *more)
	return &t, err
}

// partFolds is how many parts the articles are cut into for cross-validation.
const partFolds = 5

// folds gives every fifth of the examples in turn, with the others to learn from.
func folds[T any](examples []T) iter.Seq2[[]T, []T] {
	return func(yield func(learn, test []T) bool) {
		for fold := range partFolds {
			var learn, test []T
			for i := range examples {
				if i%partFolds == fold {
					test = append(test, examples[i])
				} else {
					learn = append(learn, examples[i])
				}
			}
			if !yield(learn, test) {
				return
			}
		}
	}
}

// allStages reads the articles by all stages, with the language models of the task,
// and hands them to use, on two workers.
func (t *newsTask) allStages(use func(i int, doc *schema.Document, ling *nlp.Doc)) error {
	readers, err := openReaders(t.models, corpus.NewChain)
	if err != nil {
		return err
	}
	stances, err := stance.New()
	if err != nil {
		return err
	}
	loglinear.Each(len(t.texts), func(i int) {
		doc, ling := readerOf(readers, t.texts[i].art.ID).Analyze(t.texts[i].art)
		stances.Classify(doc, ling)
		use(i, doc, ling)
	})
	return nil
}

// parsers hands every article to use, on two workers, with the pipeline that has not
// seen its names.
func (t *newsTask) parsers(use func(i int, p *nlp.Pipeline)) error {
	pipelines, err := openReaders(t.models, corpus.OpenPipeline)
	if err != nil {
		return err
	}
	loglinear.Each(len(t.texts), func(i int) { use(i, readerOf(pipelines, t.texts[i].art.ID)) })
	return nil
}
