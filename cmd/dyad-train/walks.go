package main

import (
	"bytes"
	"fmt"
	"io"

	"dyad/extract/actor"
	"dyad/extract/nlp"
	"dyad/schema"
)

// trainWalks trains the weights of package actor that say by which sector those go
// whom no table knows, on annotated news.
func trainWalks(args []string, log io.Writer) error {
	task, err := readNewsTask("walks", args, log)
	if err != nil {
		return err
	}
	r, texts := task.resolver, task.texts
	examples := make([]actor.WalkExample, len(texts))
	err = task.allStages(func(i int, doc *schema.Document, ling *nlp.Doc) {
		t := &texts[i]
		r.Prune(doc, ling)
		examples[i] = actor.WalkExample{Doc: doc, Ling: ling, Sector: func(a *schema.Actor) (string, bool) {
			k := t.which(a, nil)
			if k < 0 || t.gold.Actors[k].Kind == schema.KindCountry { // "Iran's foreign minister" as a name of Iran
				return "", false
			}
			return t.gold.Actors[k].Sector, true
		}}
	})
	if err != nil {
		return err
	}
	crossWalks(r, texts, examples, log)
	if task.out == "" {
		return nil
	}
	fmt.Fprintf(log, "train weights of sectors on %d articles\n", len(examples))
	return writeTrained(task.out, func(w io.Writer) error {
		var b bytes.Buffer
		r.TrainWalks(examples).Write(&b, "Weights of the sectors of actors whom no table knows; see NOTICE.md.")
		_, err := b.WriteTo(w)
		return err
	})
}

// crossWalks prints how many sectors of actors are right in articles that nothing
// was learned from, beside those by rule.
func crossWalks(r *actor.Resolver, texts []coded, examples []actor.WalkExample, log io.Writer) {
	type key struct {
		extra bool
		kind  string
	}
	n, rule, right := map[key]int{}, map[key]int{}, map[key]int{}
	extra := map[*schema.Document]bool{}
	for i := range examples {
		extra[examples[i].Doc] = texts[i].extra
	}
	for learn, test := range folds(examples) {
		m := r.TrainWalks(learn)
		for i := range test {
			for _, v := range r.WalksBy(m, &test[i]) {
				for _, k := range []key{{extra[test[i].Doc], v.Kind}, {extra[test[i].Doc], "all"}} {
					n[k]++
					if v.Rule == v.Gold {
						rule[k]++
					}
					if v.Got == v.Gold {
						right[k]++
					}
				}
			}
		}
	}
	for _, extra := range []bool{false, true} {
		for _, kind := range []string{"all", schema.KindPerson, schema.KindOrganization, schema.KindGroup} {
			k := key{extra, kind}
			fmt.Fprintf(log, "extra %t %s: %d, right by rule %.3f, learned %.3f\n", extra, kind, n[k], float64(rule[k])/float64(max(n[k], 1)), float64(right[k])/float64(max(n[k], 1)))
		}
	}
}
