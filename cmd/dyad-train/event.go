package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"dyad/extract/article"
	"dyad/extract/event"
	"dyad/internal/corpus"
	"dyad/internal/loglinear"
	"dyad/schema"
)

// trainEvent trains the model of package event on annotated news, the articles
// of the check list left out, and prints the figures of cross-validation.
func trainEvent(args []string, log io.Writer) error {
	fs := flag.NewFlagSet("dyad-train event", flag.ContinueOnError)
	fs.SetOutput(log)
	news := fs.String("news", "", "`folder` with articles.jsonl.gz, check.txt, gold and sentences")
	more := fs.String("more", "", "`folder` with gold and sentences of more articles of --news")
	models := fs.String("model", "", "language models to read the texts with: `FILE=IDS`, separated by commas; a text is read with the first one whose list IDS, given to it as --without, has its id, else with the first; none: the embedded one")
	out := fs.String("out", "", "the `folder` to write the weights to, none to print figures only")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if *news == "" {
		return fmt.Errorf("--news is missing: the folder of annotated articles")
	}
	_, examples, err := eventExamples(*news, *more, *models)
	if err != nil {
		return err
	}
	ont, err := schema.LoadOntology()
	if err != nil {
		return err
	}
	coder, err := event.NewRules(ont)
	if err != nil {
		return err
	}
	w := coder.Train(examples, log)
	if *out == "" {
		return nil
	}
	for _, t := range []struct {
		name string
		data []byte
	}{{"trigger", w.Triggers}, {"party", w.Parties}, {"matter", w.Matters}} {
		if err := writeTrained(filepath.Join(*out, t.name+"-weights.tsv"), wholly(t.data)); err != nil {
			return err
		}
	}
	return nil
}

// wholly writes ready bytes.
func wholly(data []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	}
}

// eventExamples reads and analyses the texts to train on.
func eventExamples(news, more, models string) ([]coded, []event.Example, error) {
	texts, err := readNews(news, more)
	if err != nil {
		return nil, nil, err
	}
	readers, err := openReaders(models, corpus.NewReader)
	if err != nil {
		return nil, nil, err
	}
	examples := make([]event.Example, len(texts))
	loglinear.Each(len(texts), func(i int) { examples[i] = texts[i].example(readerOf(readers, texts[i].art.ID)) })
	return texts, examples, nil
}

// reader reads texts with a language model that has not seen the names in some.
type reader[R any] struct {
	chain  R
	unseen map[string]bool
}

// openReaders opens the models of a list FILE=IDS,FILE=IDS, the embedded one
// for an empty list.
func openReaders[R any](models string, open func(model string) (R, error)) ([]reader[R], error) {
	var out []reader[R]
	for spec := range strings.SplitSeq(models, ",") {
		file, ids, _ := strings.Cut(spec, "=")
		unseen, err := corpus.ReadIDs(ids)
		if err != nil {
			return nil, err
		}
		r, err := open(file)
		if err != nil {
			return nil, err
		}
		out = append(out, reader[R]{r, unseen})
	}
	return out, nil
}

// readerOf returns the reader for a text.
func readerOf[R any](list []reader[R], id string) R {
	for _, r := range list {
		if r.unseen[id] {
			return r.chain
		}
	}
	return list[0].chain
}

// readArticles reads the articles of a file of JSON lines.
func readArticles(name string) ([]schema.Article, error) {
	var out []schema.Article
	for art, err := range article.NewReader(article.Options{InputFormat: article.FormatJSONL}).Read(context.Background(), []string{name}) {
		if err != nil {
			return nil, err
		}
		out = append(out, art)
	}
	return out, nil
}

// readTexts reads articles: their texts by id.
func readTexts(name string) (map[string]string, error) {
	arts, err := readArticles(name)
	texts := make(map[string]string, len(arts))
	for _, a := range arts {
		texts[a.ID] = a.Text
	}
	return texts, err
}

// readNews reads the annotated articles of a folder that are not on its check
// list, and those that another folder annotates.
func readNews(dir, more string) ([]coded, error) {
	check, err := corpus.ReadIDs(filepath.Join(dir, "check.txt"))
	if err != nil {
		return nil, err
	}
	arts, err := readArticles(filepath.Join(dir, "articles.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	var out []coded
	for _, folder := range []string{dir, more} {
		if folder == "" {
			continue
		}
		list, err := readCoded(folder, arts, check)
		if err != nil {
			return nil, err
		}
		for i := range list {
			list[i].extra = folder == more
		}
		out = append(out, list...)
	}
	return out, nil
}

// readCoded reads the annotations of a folder, in the order of the articles.
func readCoded(dir string, arts []schema.Article, check map[string]bool) ([]coded, error) {
	list, err := corpus.ReadAnnotations(filepath.Join(dir, "gold"))
	if err != nil {
		return nil, err
	}
	gold := map[string]*corpus.Annotation{}
	for i := range list {
		gold[list[i].ID] = &list[i]
	}
	var out []coded
	for _, art := range arts {
		if gold[art.ID] == nil || check[art.ID] {
			continue
		}
		lines, err := os.ReadFile(filepath.Join(dir, "sentences", art.ID+".txt"))
		if err != nil {
			return nil, err
		}
		c, err := newCoded(art, gold[art.ID], string(lines))
		if err != nil {
			return nil, fmt.Errorf("read annotation of %s: %w", art.ID, err)
		}
		out = append(out, c)
	}
	return out, nil
}

// example analyses a text as the extraction does.
func (t *coded) example(r *corpus.Reader) event.Example {
	doc, ling := r.Analyze(t.art)
	return event.Example{Doc: doc, Ling: ling, Starts: t.starts, Events: t.events, Fold: t.fold, Extra: t.extra}
}
