package nlp

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"dyad/internal/perceptron"
)

// explore is the share of the wrong predictions that the training follows,
// from the second epoch on, to see the states that mistakes lead to.
const explore = 0.9

// Weights of the labellers that are not above these steps of int8 are
// dropped: features that one mistake brought in.
const (
	firstFloor  = 5
	secondFloor = 1
)

// arcExample is a tree in numbers, in the direction that it is parsed in.
type arcExample struct {
	words       []word
	heads, rels []int32
	guide       []guide
}

// forward and backward are the examples of the two directions.
func (e *example) forward() arcExample {
	return arcExample{words: e.words, heads: e.heads, rels: e.rels}
}

func (e *example) backward() arcExample {
	n := int32(len(e.words))
	out := arcExample{words: mirrored(nil, e.words), rels: slices.Clone(e.rels)}
	slices.Reverse(out.rels)
	for i := n - 1; i >= 0; i-- {
		h := e.heads[i]
		if h < n {
			h = n - 1 - h
		}
		out.heads = append(out.heads, h)
	}
	return out
}

// trainParser trains the backward parser; then the forward parser with the
// trees of backward parsers that did not see the sentence as its guide.
func (t *trainer) trainParser() error {
	var back, front []arcExample
	for i := range t.trees {
		back = append(back, t.trees[i].backward())
		front = append(front, t.trees[i].forward())
	}
	errs := make([]error, t.Folds)
	t.parallel(t.Folds, func(fold int) { errs[fold] = t.guideFold(back, front, fold) })
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	seeds := make([]arcWeights, t.Seeds+1)
	t.parallel(len(seeds), func(i int) {
		if i == 0 {
			seeds[i] = t.trainArcs(back, t.GuideBits, t.GuideEpochs, t.rng(2000))
		} else {
			seeds[i] = t.trainArcs(front, t.ActionBits, t.ParseEpochs, t.rng(2500+uint64(i)))
		}
	})
	w1, w2 := seeds[0], seeds[1]
	for _, w := range seeds[2:] {
		w2.action.Add(w.action)
		w2.label.Add(w.label)
	}
	var err error
	if t.m.first, err = w1.pack(t.file, sectionAction1, sectionLabel1, firstFloor); err != nil {
		return err
	}
	t.m.second, err = w2.pack(t.file, sectionAction2, sectionLabel2, secondFloor)
	return err
}

// guideFold gives the forward examples of a fold the guide of a backward
// parser trained on the other folds.
func (t *trainer) guideFold(back, front []arcExample, fold int) error {
	in, out := t.fold(fold)
	var examples []arcExample
	for _, i := range in {
		examples = append(examples, back[i])
	}
	w := t.trainArcs(examples, t.GuideBits, t.GuideEpochs, t.rng(2100+uint64(fold)))
	m, err := w.pack(File{}, sectionAction1, sectionLabel1, firstFloor)
	if err != nil {
		return err
	}
	a := &analyzer{m: t.m}
	right, all := 0, 0
	for _, i := range out {
		a.parser.start(back[i].words, &t.m.tags, nil)
		a.run(m)
		front[i].guide = guidesOf(nil, a.parser.nodes, len(back[i].words))
		for k, h := range front[i].heads {
			all++
			if front[i].guide[k].head == h {
				right++
			}
		}
	}
	fmt.Fprintf(t.log, "  guide of fold %d: %.2f%% of the heads right\n", fold, 100*float64(right)/float64(max(all, 1)))
	return nil
}

// foldBlock is the number of neighbouring sentences that go to one fold: so
// every fold has all genres.
const foldBlock = 50

// fold returns the numbers of the trees outside and inside of a fold.
func (t *trainer) fold(fold int) (in, out []int) {
	for i := range t.trees {
		if i/foldBlock%t.Folds == fold {
			out = append(out, i)
		} else {
			in = append(in, i)
		}
	}
	return in, out
}

// arcWeights are the trained weights of a parser.
type arcWeights struct{ action, label *perceptron.Weights }

// pack writes the weights to a file and opens them.
func (w arcWeights) pack(f File, action, label string, floor int) (*arcModel, error) {
	f[action] = perceptron.PackDense(w.action)
	f[label] = perceptron.PackSparse(w.label, floor)
	return openArcs(f[action], f[label])
}

// arcTrainer trains the two classifiers of a parser together.
type arcTrainer struct {
	*trainer
	action, label *perceptron.Trainer
	a             *analyzer
	rng           *rand.Rand
	scores        []float32
	roam          float64
}

// trainArcs trains a parser.
func (t *trainer) trainArcs(examples []arcExample, bits, epochs int, rng *rand.Rand) arcWeights {
	pt := &arcTrainer{trainer: t, rng: rng, scores: make([]float32, len(t.m.rels)),
		action: perceptron.NewTrainer(bits, actions), label: perceptron.NewTrainer(t.LabelBits, len(t.m.rels)),
		a: &analyzer{m: t.m}}
	for epoch := range epochs {
		if epoch > 0 {
			pt.roam = explore
		}
		for _, k := range rng.Perm(len(examples)) {
			pt.sentence(&examples[k])
		}
	}
	return arcWeights{pt.action.Average(), pt.label.Average()}
}

// sentence parses a sentence with the weights so far and corrects them.
func (t *arcTrainer) sentence(e *arcExample) {
	p := &t.a.parser
	p.start(e.words, &t.m.tags, e.guide)
	for !p.done() {
		act := t.step(e)
		rel := int32(0)
		if act != shift {
			rel = t.relate(e, act)
		}
		p.apply(act, rel)
	}
}

// step chooses the next action, correcting the weights if the best one costs
// gold arcs or is not ahead of those by the margin.
func (t *arcTrainer) step(e *arcExample) int {
	p := &t.a.parser
	t.a.rows.reset(t.action.Bits())
	actionRows(&t.a.rows, p)
	scores := t.scores[:actions]
	t.action.Score(t.a.rows.list, scores)
	var cost [actions]int
	least := 1 << 30
	for act := range actions {
		if p.allowed(act) {
			cost[act] = p.cost(act, e.heads)
			least = min(least, cost[act])
		}
	}
	good := bestOf(scores, func(act int) bool { return p.allowed(act) && cost[act] == least })
	bad := bestOf(scores, func(act int) bool { return p.allowed(act) && cost[act] > least })
	t.action.Step()
	if bad < 0 {
		return good
	}
	wrong := scores[bad] > scores[good] || scores[bad] == scores[good] && bad < good
	if wrong || scores[good]-scores[bad] < t.ParseMargin {
		t.action.Update(t.a.rows.list, good, 1)
		t.action.Update(t.a.rows.list, bad, -1)
	}
	if wrong && t.rng.Float64() < t.roam {
		return bad
	}
	return good
}

// relate chooses the relation of the arc that an action makes. Only arcs of
// the gold tree teach the labeller.
func (t *arcTrainer) relate(e *arcExample, act int) int32 {
	p := &t.a.parser
	h, d := p.arc(act)
	if int(h) == p.n {
		return int32(t.m.rootRel)
	}
	if t.m.tags.punct[p.words[d].tag] {
		return int32(t.m.punctRel)
	}
	t.a.rows.reset(t.LabelBits)
	labelRows(&t.a.rows, p, h, d)
	t.label.Score(t.a.rows.list, t.scores)
	best := bestOf(t.scores, func(c int) bool { return c != t.m.rootRel })
	if e.heads[d] == h {
		t.label.Step()
		if gold := int(e.rels[d]); gold != best {
			t.label.Update(t.a.rows.list, gold, 1)
			t.label.Update(t.a.rows.list, best, -1)
		}
	}
	return int32(best)
}
