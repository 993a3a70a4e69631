package main

import (
	"fmt"
	"io"

	"dyad/extract/actor"
	"dyad/extract/nlp"
	"dyad/internal/corpus"
)

// trainStates trains the weights of package actor that say which state a person is
// of of whom only the name is known, on annotated news.
func trainStates(args []string, log io.Writer) error {
	task, err := readNewsTask("states", args, log)
	if err != nil {
		return err
	}
	r, texts := task.resolver, task.texts
	examples := make([]actor.StateExample, len(texts))
	err = task.parsers(func(i int, p *nlp.Pipeline) { examples[i] = stateExample(&texts[i], p) })
	if err != nil {
		return err
	}
	var sum actor.StateScore
	for learn, test := range folds(examples) {
		if err := r.TrainStates(learn, io.Discard); err != nil {
			return err
		}
		n := r.ScoreStates(test)
		sum.Asked, sum.Home, sum.Any = sum.Asked+n.Asked, sum.Home+n.Home, sum.Any+n.Any
		sum.Right, sum.Better, sum.Worse = sum.Right+n.Right, sum.Better+n.Better, sum.Worse+n.Worse
	}
	fmt.Fprintf(log, "states of people: %d asked, home right in %d, some state in %d, model in %d (%d better, %d worse) in cross-validation\n",
		sum.Asked, sum.Home, sum.Any, sum.Right, sum.Better, sum.Worse)
	if task.out == "" {
		return nil
	}
	fmt.Fprintf(log, "train weights of the states of people on %d articles\n", len(examples))
	return writeTrained(task.out, func(w io.Writer) error { return r.TrainStates(examples, w) })
}

// stateExample analyses an annotated article.
func stateExample(t *coded, p *nlp.Pipeline) actor.StateExample {
	codes, several := map[string]string{}, map[string]bool{}
	for _, a := range t.gold.Actors {
		for _, n := range append([]string{a.Name}, a.Aliases...) {
			n = bare(n)
			c, ok := codes[n]
			several[n] = several[n] || ok && c != a.Code
			codes[n] = a.Code
		}
	}
	delete(codes, "")
	return actor.StateExample{
		Article: t.art, Ling: corpus.Parse(p, t.art),
		Code: func(words string) (string, bool) {
			n := bare(words)
			c, ok := codes[n]
			return c, ok && !several[n]
		},
	}
}
