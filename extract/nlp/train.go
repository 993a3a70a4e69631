package nlp

import (
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"sort"
	"sync"
	"unicode"
	"unicode/utf8"

	"dyad/internal/perceptron"
)

// Corpus is what a model is trained on.
type Corpus struct {
	// Trees have gold tags, lemmas and heads.
	Trees []*Doc
	// Entities have gold entities, and tokens only.
	Entities []*Doc
	// Text has tokens only; word classes are made from it.
	Text []*Doc
	// Vectors are word vectors of another source, the most frequent words
	// first; without them a model has none.
	Vectors []WordVector
}

// Settings are the numbers of a training.
type Settings struct {
	// Seed starts the random numbers.
	Seed uint64
	// Folds is the number of parts for jackknifing, Workers how many
	// trainings run side by side (which changes no result).
	Folds, Workers int
	// Seeds is how many taggers and parsers, and EntitySeeds how many entity
	// recognisers, are trained and added up.
	Seeds, EntitySeeds int
	// Passes over the data.
	TagEpochs, GuideEpochs, ParseEpochs, EntityEpochs int
	// Sizes of the tables, as powers of two.
	TagBits, GuideBits, ActionBits, LabelBits, EntityBits int
	// Margins by which the right answer has to win in training.
	TagMargin, ParseMargin, EntityMargin float32
	// Base is a finished model of which only the entity recogniser is trained
	// anew, nil to train everything.
	Base []byte
}

// DefaultSettings are the settings of the embedded model.
func DefaultSettings() Settings {
	return Settings{Seed: 1, Folds: 4, Workers: 2, Seeds: 3, EntitySeeds: 9,
		TagEpochs: 6, GuideEpochs: 4, ParseEpochs: 7, EntityEpochs: 9,
		TagBits: 19, GuideBits: 20, ActionBits: 21, LabelBits: 19, EntityBits: 19,
		TagMargin: 5, ParseMargin: 8, EntityMargin: 10}
}

// trainer holds what the steps of a training share.
type trainer struct {
	Corpus
	Settings
	log   io.Writer
	trees []example
	file  File
	m     *model
}

// example is a gold sentence in numbers.
type example struct {
	sent  *Sentence
	words []word // with predicted tags
	tags  []int
	heads []int32 // the root is the number of words
	rels  []int32
}

// Train makes a model file. The same corpus and settings give the same bytes.
func Train(c Corpus, s Settings, log io.Writer) ([]byte, error) {
	t := &trainer{Corpus: c, Settings: s, log: log, file: File{}}
	t.m = &model{keys: newKeyWords()}
	t.lists()
	if err := t.examples(); err != nil {
		return nil, err
	}
	if t.Base != nil {
		return t.entitiesOnly()
	}
	steps := []struct {
		name string
		run  func() error
	}{
		{"word classes", t.trainClasses},
		{"word vectors", t.trainVectors},
		{"lexicon and lemmas", t.trainLexicon},
		{"tagger", t.trainTagger},
		{"parser", t.trainParser},
		{"entity recogniser", t.trainEntities},
	}
	for _, step := range steps {
		fmt.Fprintf(log, "train %s\n", step.name)
		if err := step.run(); err != nil {
			return nil, fmt.Errorf("train %s: %w", step.name, err)
		}
	}
	return t.file.Bytes(), nil
}

// entitiesOnly trains the entity recogniser again and keeps the rest of the
// base model.
func (t *trainer) entitiesOnly() ([]byte, error) {
	f, err := openFile(t.Base)
	if err != nil {
		return nil, err
	}
	types := t.file[sectionTypes]
	t.file = f
	t.file[sectionTypes] = types
	if err := t.trainVectors(); err != nil {
		return nil, err
	}
	if t.m.lexicon, err = openLexicon(f); err != nil {
		return nil, err
	}
	if t.m.tagger, err = perceptron.OpenSparse(f[sectionTagger]); err != nil {
		return nil, err
	}
	if err := t.trainEntities(); err != nil {
		return nil, err
	}
	return t.file.Bytes(), nil
}

// lists numbers tags, relations and entity classes, in order of the alphabet.
func (t *trainer) lists() {
	tags, rels, types := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, d := range t.Trees {
		for i := range d.Sentences {
			for _, tok := range d.Sentences[i].Tokens {
				tags[tok.UPOS+"|"+tok.XPOS] = true
				rels[tok.DepRel] = true
			}
		}
	}
	for _, d := range t.Entities {
		for i := range d.Sentences {
			for _, e := range d.Sentences[i].Entities {
				types[e.Type] = true
			}
		}
	}
	classes := []string{"O"}
	for _, typ := range sortedKeys(types) {
		classes = append(classes, "B-"+typ, "I-"+typ)
	}
	t.file[sectionTags], t.file[sectionRels], t.file[sectionTypes] = list(sortedKeys(tags)), list(sortedKeys(rels)), list(classes)
	t.m.tags, t.m.rels, t.m.classes = newTagset(sortedKeys(tags)), sortedKeys(rels), newEntityClasses(classes)
	t.m.rootRel, t.m.punctRel = slices.Index(t.m.rels, "root"), slices.Index(t.m.rels, "punct")
}

func sortedKeys(set map[string]bool) []string {
	out := make([]string, 0, len(set))
	for k := range set {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

// examples turns the trees into numbers.
func (t *trainer) examples() error {
	tagOf, relOf := indexOf(t.m.tags.names), indexOf(t.m.rels)
	for _, d := range t.Trees {
		for i := range d.Sentences {
			s := &d.Sentences[i]
			e := example{sent: s}
			for _, tok := range s.Tokens {
				h := int32(tok.Head)
				if h < 0 {
					h = int32(len(s.Tokens))
				}
				e.tags = append(e.tags, tagOf[tok.UPOS+"|"+tok.XPOS])
				e.heads = append(e.heads, h)
				e.rels = append(e.rels, int32(relOf[tok.DepRel]))
			}
			e.words = make([]word, len(s.Tokens))
			t.trees = append(t.trees, e)
			if len(t.trees)%headlineEvery == 0 && len(s.Tokens) > 4 {
				t.trees = append(t.trees, e.headline())
			}
		}
	}
	if len(t.trees) == 0 || t.m.rootRel < 0 || t.m.punctRel < 0 {
		return fmt.Errorf("train: no trees")
	}
	return nil
}

// headlineEvery is the number of sentences from which one more is made that
// looks like a headline.
const headlineEvery = 20

// headline copies an example with capitals on its words, but not on the
// smallest ones.
func (e example) headline() example {
	s := *e.sent
	s.Tokens = slices.Clone(s.Tokens)
	for i := range s.Tokens {
		t := &s.Tokens[i]
		switch t.UPOS {
		case "ADP", "DET", "CCONJ", "PART", "PUNCT":
			if i > 0 {
				continue
			}
		}
		r, n := utf8.DecodeRuneInString(t.Form)
		t.Form = string(unicode.ToUpper(r)) + t.Form[n:]
	}
	e.sent, e.words = &s, make([]word, len(s.Tokens))
	return e
}

func indexOf(names []string) map[string]int {
	out := map[string]int{}
	for i, n := range names {
		out[n] = i
	}
	return out
}

// rng returns the random numbers of a step, so that no step depends on how
// many another one drew.
func (t *trainer) rng(step uint64) *rand.Rand { return rand.New(rand.NewPCG(t.Seed, step)) }

// parallel calls f with the numbers below n, as many at a time as there are
// workers.
func (t *trainer) parallel(n int, f func(int)) {
	slots := make(chan bool, t.Workers)
	var all sync.WaitGroup
	for i := range n {
		slots <- true
		all.Go(func() {
			f(i)
			<-slots
		})
	}
	all.Wait()
}

// sum adds up the weights of several trainings.
func sum(seeds []*perceptron.Weights) *perceptron.Weights {
	for _, w := range seeds[1:] {
		seeds[0].Add(w)
	}
	return seeds[0]
}

// bestOf returns the class with the highest score among those that ok allows.
func bestOf(scores []float32, ok func(int) bool) int {
	best := -1
	for c, s := range scores {
		if ok(c) && (best < 0 || s > scores[best]) {
			best = c
		}
	}
	return best
}
