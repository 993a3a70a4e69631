package main

import (
	"flag"
	"fmt"
	"io"
	"strings"

	"dyad/extract/actor"
	"dyad/extract/nlp"
	"dyad/internal/corpus"
)

// trainNouns trains the weights of package actor that say whether an agent noun
// is an actor, on annotated news.
func trainNouns(args []string, log io.Writer) error {
	fs := flag.NewFlagSet("dyad-train nouns", flag.ContinueOnError)
	fs.SetOutput(log)
	news := fs.String("news", "", "`folder` of annotated news; the articles on its check list are left out")
	more := fs.String("more", "", "`folder` of further annotated news, whose annotators list fewer actors")
	fold := fs.Int("fold", -1, "leave this fifth of the articles out, and score it")
	out := fs.String("out", "", "the weights `file` to write; without one the weights in force are scored")
	if err := fs.Parse(args); err != nil {
		return err
	}
	p, err := corpus.OpenPipeline("")
	if err != nil {
		return err
	}
	r, err := actor.New()
	if err != nil {
		return err
	}
	texts, err := readNews(*news, *more)
	if err != nil {
		return err
	}
	var learn, test []actor.NounExample
	for i := range texts {
		ex := nounExample(&texts[i], p)
		switch {
		case *fold < 0:
			learn, test = append(learn, ex), append(test, ex)
		case i%5 == *fold:
			test = append(test, ex)
		default:
			learn = append(learn, ex)
		}
	}
	if *out != "" {
		fmt.Fprintf(log, "train noun weights on %d articles\n", len(learn))
		if err := writeTrained(*out, func(w io.Writer) error { return r.TrainNouns(learn, w) }); err != nil {
			return err
		}
	}
	for _, sparse := range []bool{false, true} {
		var list []actor.NounExample
		for _, ex := range test {
			if ex.Sparse == sparse {
				list = append(list, ex)
			}
		}
		weak, others := r.ScoreNouns(list)
		fmt.Fprintf(log, "%d articles, weak nouns: %d annotated, %d taken, %d right; others: %d annotated, %d taken, %d right\n",
			len(list), weak.Annotated, weak.Taken, weak.Right, others.Annotated, others.Taken, others.Right)
	}
	return nil
}

// nounExample analyses an annotated article. Words are an actor if they are one
// of its names there.
func nounExample(t *coded, p *nlp.Pipeline) actor.NounExample {
	names := map[string]bool{}
	for _, a := range t.gold.Actors {
		for _, n := range append([]string{a.Name}, a.Aliases...) {
			names[bare(n)] = true
		}
	}
	delete(names, "")
	return actor.NounExample{
		Article: t.art, Ling: corpus.Parse(p, t.art), Sparse: t.extra,
		IsActor: func(words string) bool { return names[bare(words)] },
	}
}

// bare is a name without the articles and words of quantity that it begins with.
func bare(name string) string {
	w := strings.Split(plain(name), "-")
	for len(w) > 1 && opening[w[0]] {
		w = w[1:]
	}
	return strings.Join(w, "-")
}

var opening = map[string]bool{"a": true, "an": true, "the": true, "some": true, "all": true, "many": true, "other": true, "several": true, "these": true, "those": true, "his": true, "her": true, "its": true, "their": true, "our": true}
