package nlp

import (
	"slices"

	"dyad/internal/perceptron"
)

// entityFloor drops the smallest weights of the entity recogniser.
const entityFloor = 2

// entityText is a text with gold entity classes and predicted tags.
type entityText struct {
	sentences []entitySentence
	seen      docMemory
}

type entitySentence struct {
	words []word
	gold  []int
}

// trainEntities trains the entity recogniser, text by text: what it found in
// the sentences before is a feature of the next.
func (t *trainer) trainEntities() error {
	var texts []*entityText
	for _, d := range t.Entities {
		for from := 0; from < len(d.Sentences); {
			to := from + 1
			for to < len(d.Sentences) && to-from < longText && !d.Sentences[to].BeginsText() {
				to++
			}
			texts = append(texts, t.entityText(d.Sentences[from:to]))
			from = to
		}
	}
	seeds := make([]*perceptron.Weights, t.EntitySeeds)
	for seed := range seeds {
		p := perceptron.NewTrainer(t.EntityBits, len(t.m.classes.names))
		et := &entityTrainer{t, p, &analyzer{m: t.m}, make([]float32, p.Classes())}
		rng := t.rng(3000 + uint64(seed))
		for range t.EntityEpochs {
			for _, k := range rng.Perm(len(texts)) {
				et.text(texts[k])
			}
		}
		seeds[seed] = p.Average()
	}
	t.file[sectionEntity] = perceptron.PackSparse(sum(seeds), entityFloor)
	var err error
	t.m.entity, err = perceptron.OpenSparse(t.file[sectionEntity])
	return err
}

// longText cuts corpora without text boundaries.
const longText = 40

// entityText prepares a text.
func (t *trainer) entityText(sentences []Sentence) *entityText {
	a := &analyzer{m: t.m}
	classOf := indexOf(t.m.classes.names)
	out := &entityText{}
	out.seen.clear()
	for i := range sentences {
		s := &sentences[i]
		a.load(s)
		a.tagAll()
		e := entitySentence{gold: make([]int, len(s.Tokens)), words: slices.Clone(a.words)}
		for _, ent := range s.Entities {
			for k := ent.First; k < ent.Last; k++ {
				e.gold[k] = classOf["I-"+ent.Type]
			}
			e.gold[ent.First] = classOf["B-"+ent.Type]
		}
		out.seen.observe(e.words, &t.m.tags, &t.m.keys)
		out.sentences = append(out.sentences, e)
	}
	return out
}

// entityTrainer trains the entity recogniser.
type entityTrainer struct {
	*trainer
	p      *perceptron.Trainer
	a      *analyzer
	scores []float32
}

// text trains on a text from its first to its last sentence.
func (t *entityTrainer) text(e *entityText) {
	for _, m := range e.seen.forms {
		m.types = [8]uint8{}
	}
	for i := range e.sentences {
		s := &e.sentences[i]
		e.seen.recall(s.words)
		t.sentence(s)
		e.seen.remember(s.words, t.a.entity, t.m.classes.typeOf)
	}
}

// sentence finds entities with the weights so far and corrects them.
func (t *entityTrainer) sentence(e *entitySentence) {
	one, two := noEntity, noEntity
	t.a.entity = t.a.entity[:0]
	for i := range e.words {
		if one == noEntity && t.m.lexicon.plain(&e.words[i], &t.m.tags) {
			t.a.entity = append(t.a.entity, noEntity)
			two = one
			continue
		}
		t.a.rows.reset(t.EntityBits)
		entityRows(&t.a.rows, e.words, i, uint32(one), uint32(two))
		t.p.Score(t.a.rows.list, t.scores)
		best := bestOf(t.scores, func(c int) bool { return t.m.classes.follows(one, c) })
		t.p.Step()
		if gold := e.gold[i]; t.m.classes.follows(one, gold) {
			bad := bestOf(t.scores, func(c int) bool { return c != gold && t.m.classes.follows(one, c) })
			if bad >= 0 && (bad == best || t.scores[gold]-t.scores[bad] < t.EntityMargin) {
				t.p.Update(t.a.rows.list, gold, 1)
				t.p.Update(t.a.rows.list, bad, -1)
			}
		}
		t.a.entity = append(t.a.entity, uint8(best))
		one, two = best, one
	}
}
