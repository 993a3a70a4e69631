package nlp

import (
	"fmt"

	"dyad/internal/perceptron"
)

// tagFloor drops the smallest weights of the tagger.
const tagFloor = 1

// trainTagger trains the tagger on all trees, and before that gives every
// tree the tags that a tagger of the other folds predicts: the parser has to
// learn with the mistakes it will meet.
func (t *trainer) trainTagger() error {
	right, all := 0, 0
	taggers := make([]*analyzer, t.Folds)
	errs := make([]error, t.Folds)
	t.parallel(t.Folds, func(fold int) {
		in, _ := t.fold(fold)
		taggers[fold], errs[fold] = t.foldTagger(in, uint64(fold))
	})
	for fold, a := range taggers {
		if errs[fold] != nil {
			return errs[fold]
		}
		_, out := t.fold(fold)
		for _, i := range out {
			e := &t.trees[i]
			a.all = a.all[:0]
			a.load(e.sent)
			a.tagAll()
			for k := range a.words {
				all++
				if int(a.words[k].tag) == e.tags[k] {
					right++
				}
			}
			copy(e.words, a.words)
		}
	}
	fmt.Fprintf(t.log, "  jackknifed tags: %.2f%% right\n", 100*float64(right)/float64(max(all, 1)))
	var every []int
	for i := range t.trees {
		every = append(every, i)
	}
	seeds := make([]*perceptron.Weights, t.Seeds)
	t.parallel(t.Seeds, func(seed int) { seeds[seed] = t.tagWeights(every, &t.m.lexicon, 100+uint64(seed)) })
	t.file[sectionTagger] = perceptron.PackSparse(sum(seeds), tagFloor)
	var err error
	t.m.tagger, err = perceptron.OpenSparse(t.file[sectionTagger])
	return err
}

// foldTagger trains a tagger with a lexicon of its own on some of the trees.
func (t *trainer) foldTagger(in []int, step uint64) (*analyzer, error) {
	f := File{sectionClasses: t.file[sectionClasses]}
	var examples []example
	for _, i := range in {
		examples = append(examples, t.trees[i])
	}
	if err := t.lexiconOf(examples, f); err != nil {
		return nil, err
	}
	lex, err := openLexicon(f)
	if err != nil {
		return nil, err
	}
	tagger, err := perceptron.OpenSparse(perceptron.PackSparse(t.tagWeights(in, &lex, step), tagFloor))
	if err != nil {
		return nil, err
	}
	return &analyzer{m: &model{tags: t.m.tags, lexicon: lex, tagger: tagger}}, nil
}

// tagWeights trains a tagger on the given trees.
func (t *trainer) tagWeights(in []int, lex *wordLexicon, step uint64) *perceptron.Weights {
	p := perceptron.NewTrainer(t.TagBits, len(t.m.tags.names))
	rng := t.rng(1000 + step)
	a := &analyzer{m: &model{tags: t.m.tags, lexicon: *lex}}
	scores := make([]float32, p.Classes())
	for range t.TagEpochs {
		for _, k := range rng.Perm(len(in)) {
			t.tagSentence(p, a, &t.trees[in[k]], scores)
		}
	}
	return p.Average()
}

// tagSentence tags a sentence with the weights so far and corrects them.
func (t *trainer) tagSentence(p *perceptron.Trainer, a *analyzer, e *example, scores []float32) {
	a.all = a.all[:0]
	a.load(e.sent)
	for i := range a.words {
		w := &a.words[i]
		var only []uint8
		if w.closed {
			only = a.m.lexicon.sets[w.set-1]
			if len(only) == 1 {
				a.setTag(w, int(only[0]))
				continue
			}
		}
		a.rows.reset(t.TagBits)
		tagRows(&a.rows, a.words, i)
		p.Score(a.rows.list, scores)
		best := 0
		if only != nil {
			best = int(only[0])
			for _, c := range only {
				if scores[c] > scores[best] {
					best = int(c)
				}
			}
		} else {
			best = bestOf(scores, func(int) bool { return true })
		}
		gold, bad := e.tags[i], best
		if best == gold {
			bad = runnerUp(scores, gold, only)
		}
		if bad >= 0 && (best != gold || scores[gold]-scores[bad] < t.TagMargin) {
			p.Update(a.rows.list, gold, 1)
			p.Update(a.rows.list, bad, -1)
		}
		p.Step()
		a.setTag(w, best)
	}
}

// runnerUp is the best class but the gold one, among some or all, -1 if there
// is none.
func runnerUp(scores []float32, gold int, only []uint8) int {
	if only == nil {
		return bestOf(scores, func(c int) bool { return c != gold })
	}
	best := -1
	for _, c := range only {
		if int(c) != gold && (best < 0 || scores[c] > scores[best]) {
			best = int(c)
		}
	}
	return best
}
