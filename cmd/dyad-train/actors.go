package main

import (
	"flag"
	"fmt"
	"io"

	"dyad/extract/actor"
	"dyad/extract/nlp"
	"dyad/internal/corpus"
)

// trainActors trains the weights of package actor: whom pronouns take up, on a
// treebank with coreference.
func trainActors(args []string, log io.Writer) error {
	fs := flag.NewFlagSet("dyad-train actors", flag.ContinueOnError)
	fs.SetOutput(log)
	coref := fs.String("coref", "", "CoNLL-U `files` with coreference in Entity entries of MISC")
	news := fs.String("news", "", "`folder` of annotated news; the articles on its check list are left out")
	model := fs.String("model", "", "language `model`, best one that has not seen these articles; else the embedded one")
	dev := fs.String("dev", "", "CoNLL-U `files` to score")
	out := fs.String("out", "", "the weights `file` to write; without one the weights in force are scored")
	if err := fs.Parse(args); err != nil {
		return err
	}
	p, err := corpus.OpenPipeline(*model)
	if err != nil {
		return err
	}
	r, err := actor.New()
	if err != nil {
		return err
	}
	if *out != "" {
		examples, err := readPronouns(p, *coref)
		if err != nil {
			return err
		}
		if *news != "" {
			texts, err := readNews(*news, "")
			if err != nil {
				return err
			}
			for i := range texts {
				examples = append(examples, speakerExample(&texts[i], r, p))
			}
		}
		fmt.Fprintf(log, "train pronoun weights on %d documents\n", len(examples))
		if err := writeTrained(*out, func(w io.Writer) error { return r.TrainPronouns(examples, w) }); err != nil {
			return err
		}
	}
	examples, err := readPronouns(p, *dev)
	if err != nil {
		return err
	}
	scores := r.ScorePronouns(examples)
	for _, class := range []string{"he", "she", "it", "they"} {
		s := scores[class]
		fmt.Fprintf(log, "%-4s %d asked, %d answerable, %d answered, %d right\n", class, s.Asked, s.Answerable, s.Answered, s.Right)
	}
	return nil
}

// readPronouns reads the files of a list separated by commas.
func readPronouns(p *nlp.Pipeline, names string) ([]actor.PronounExample, error) {
	docs, err := readAll(names)
	if err != nil {
		return nil, err
	}
	var out []actor.PronounExample
	for _, doc := range docs {
		out = append(out, pronounExamples(p, doc)...)
	}
	return out, nil
}
