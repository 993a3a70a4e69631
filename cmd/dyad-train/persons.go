package main

import (
	"fmt"
	"io"

	"dyad/extract/actor"
	"dyad/extract/nlp"
	"dyad/internal/corpus"
	"dyad/schema"
)

// trainPersons trains the weights of package actor that say which person a
// definite noun takes up, on annotated news.
func trainPersons(args []string, log io.Writer) error {
	task, err := readNewsTask("persons", args, log)
	if err != nil {
		return err
	}
	r, texts := task.resolver, task.texts
	examples := make([]actor.PersonExample, len(texts))
	err = task.parsers(func(i int, p *nlp.Pipeline) { examples[i] = personExample(&texts[i], r, p) })
	if err != nil {
		return err
	}
	var sum actor.PronounScore
	for learn, test := range folds(examples) {
		if err := r.TrainPersons(learn, io.Discard); err != nil {
			return err
		}
		n := r.ScorePersons(test)
		sum.Asked, sum.Answerable, sum.Answered, sum.Right = sum.Asked+n.Asked, sum.Answerable+n.Answerable, sum.Answered+n.Answered, sum.Right+n.Right
	}
	fmt.Fprintf(log, "nouns for people: %d asked, %d answerable, %d answered, %d right in cross-validation\n", sum.Asked, sum.Answerable, sum.Answered, sum.Right)
	if task.out == "" {
		return nil
	}
	fmt.Fprintf(log, "train weights of whom nouns take up on %d articles\n", len(examples))
	return writeTrained(task.out, func(w io.Writer) error { return r.TrainPersons(examples, w) })
}

// personExample analyses an annotated article.
func personExample(t *coded, r *actor.Resolver, p *nlp.Pipeline) actor.PersonExample {
	doc, ling := &schema.Document{Article: t.art}, corpus.Parse(p, t.art)
	r.Resolve(doc, ling)
	means := map[string]string{}
	for _, a := range t.gold.Actors {
		for _, n := range append([]string{a.Name}, a.Aliases...) {
			n = bare(n)
			if k, ok := means[n]; ok && k != a.Key {
				means[n] = ""
			} else {
				means[n] = a.Key
			}
		}
	}
	named := map[string]string{}
	for _, m := range doc.Mentions {
		if k := means[bare(t.art.Text[m.Start:m.End])]; m.Form == schema.FormName && len(m.Actors) == 1 && k != "" && named[m.Actors[0]] == "" {
			named[m.Actors[0]] = k
		}
	}
	return actor.PersonExample{
		Article: t.art, Ling: ling, Actors: named,
		Means: func(words string) string { return means[bare(words)] },
	}
}
