package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"dyad/extract/actor"
	"dyad/extract/nlp"
	"dyad/internal/corpus"
	"dyad/schema"
)

// trainParts trains the weights of package actor that say who takes part in what
// an article tells, on annotated news.
func trainParts(args []string, log io.Writer) error {
	task, err := readNewsTask("parts", args, log)
	if err != nil {
		return err
	}
	r, texts := task.resolver, task.texts
	examples := make([]actor.PartExample, len(texts))
	err = task.allStages(func(i int, doc *schema.Document, ling *nlp.Doc) {
		examples[i] = actor.PartExample{Doc: doc, Ling: ling, IsActor: texts[i].annotated}
	})
	if err != nil {
		return err
	}
	if err := crossParts(r, texts, examples, log); err != nil {
		return err
	}
	if task.out == "" {
		return nil
	}
	fmt.Fprintf(log, "train weights of who takes part on %d articles\n", len(examples))
	return writeTrained(task.out, func(w io.Writer) error { return r.TrainParts(examples, w) })
}

// crossParts prints how well the actors of articles are told that nothing was
// learned from, by the least chance.
func crossParts(r *actor.Resolver, texts []coded, examples []actor.PartExample, log io.Writer) error {
	judged := make([][]actor.Parted, len(texts))
	of := map[*schema.Document]int{}
	for i := range examples {
		of[examples[i].Doc] = i
	}
	for learn, test := range folds(examples) {
		if err := r.TrainParts(learn, io.Discard); err != nil {
			return err
		}
		for _, ex := range test {
			judged[of[ex.Doc]] = r.Judge(ex.Doc, ex.Ling)
		}
	}
	for _, extra := range []bool{false, true} {
		for _, least := range []float64{0, .1, .2, .25, .3, .4, .5} {
			var names, codes tally
			for i := range texts {
				if texts[i].extra == extra {
					texts[i].count(judged[i], least, &names, &codes)
				}
			}
			fmt.Fprintf(log, "extra %t least %.2f: names %s, codes %s\n", extra, least, names, codes)
		}
	}
	return nil
}

// tally counts what is taken, what is annotated, and what is both.
type tally struct{ taken, gold, right int }

func (t tally) String() string {
	p, q := float64(t.right)/float64(max(t.taken, 1)), float64(t.right)/float64(max(t.gold, 1))
	return fmt.Sprintf("P %.3f R %.3f F %.3f", p, q, 2*p*q/max(p+q, 1e-9))
}

// count adds up the actors of a text that are kept: by name, each annotated one
// once, and by code.
func (t *coded) count(list []actor.Parted, least float64, names, codes *tally) {
	found, has, want := map[int]bool{}, map[string]bool{}, map[string]bool{}
	for _, a := range t.gold.Actors {
		want[a.Code] = true
	}
	for _, p := range list {
		if !p.Needed && p.Chance < least {
			continue
		}
		names.taken++
		if k := t.which(p.Actor, found); k >= 0 {
			found[k] = true
			names.right++
		}
		has[p.Actor.Code] = true
	}
	names.gold += len(t.gold.Actors)
	delete(want, "")
	delete(has, "")
	for c := range has {
		codes.taken++
		if want[c] {
			codes.right++
		}
	}
	codes.gold += len(want)
}

// annotated reports whether the annotation has an actor by one of its names.
func (t *coded) annotated(a *schema.Actor) bool { return t.which(a, nil) >= 0 }

// which returns the annotated actor that shares a name with one, -1 if there is
// none but those found before.
func (t *coded) which(a *schema.Actor, found map[int]bool) int {
	keys := map[string]bool{nameKey(a.Name): true}
	for _, m := range a.Mentions {
		keys[nameKey(m.Text)] = true
	}
	delete(keys, "")
	for k, g := range t.gold.Actors {
		if !found[k] && slices.ContainsFunc(append([]string{g.Name}, g.Aliases...), func(n string) bool { return keys[nameKey(n)] }) {
			return k
		}
	}
	return -1
}

// nameKey is what two names of the same actor have in common.
func nameKey(name string) string {
	w := corpus.NewActor("", name).Words
	list := make([]string, 0, len(w))
	for x := range w {
		list = append(list, x)
	}
	slices.Sort(list)
	return strings.Join(list, " ")
}
