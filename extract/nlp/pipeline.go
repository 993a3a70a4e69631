package nlp

import (
	_ "embed" // the weights
	"iter"
	"slices"
	"strings"
	"sync"
)

//go:embed model/english.bin
var english []byte

// Pipeline analyses English text. It is safe for concurrent use.
type Pipeline struct {
	m    *model
	pool sync.Pool
}

// New returns a pipeline with the embedded English model.
func New() (*Pipeline, error) {
	return Open(english)
}

// Open returns a pipeline with the model in data, which must not change
// afterwards.
func Open(data []byte) (*Pipeline, error) {
	m, err := openModel(data)
	if err != nil {
		return nil, err
	}
	return newPipeline(m), nil
}

func newPipeline(m *model) *Pipeline {
	p := &Pipeline{m: m}
	p.pool.New = func() any { return &analyzer{m: m} }
	return p
}

// DataDigest is a short hash of the model in use.
func (p *Pipeline) DataDigest() string { return p.m.digest }

// Analyze analyses the regions of a text.
func (p *Pipeline) Analyze(text string, regions []Region) *Doc {
	doc := &Doc{Text: text}
	t := p.m.tokens.tokenizer(text)
	for i, r := range regions {
		t.region(r, i)
	}
	doc.Sentences = t.sentences
	p.Annotate(doc)
	return doc
}

// Annotate adds tags, lemmas, trees and entities to the sentences of a
// document, whose tokens are taken as they are. A comment "# newdoc" begins
// another text.
func (p *Pipeline) Annotate(doc *Doc) {
	a := p.pool.Get().(*analyzer)
	defer p.pool.Put(a)
	doc.Vectors = p.m.vectors
	for from := 0; from < len(doc.Sentences); {
		to := from + 1
		for to < len(doc.Sentences) && !doc.Sentences[to].BeginsText() {
			to++
		}
		a.annotate(doc.Sentences[from:to])
		from = to
	}
}

// BeginsText reports whether a sentence of CoNLL-U input begins a new text.
func (s *Sentence) BeginsText() bool {
	for _, c := range s.Comments {
		if strings.HasPrefix(c, "# newdoc") {
			return true
		}
	}
	return false
}

// analyzer holds the buffers of one analysis at a time.
type analyzer struct {
	m      *model
	all    []word // of the sentences in the window
	words  []word // of the sentence in work
	memory docMemory
	mirror []word
	guides []guide
	open   []int32 // brackets and quotation marks not yet closed
	rows   rows
	scores [256]int32
	parser parser
	entity []uint8
}

// window is the number of sentences that are held in memory together; only
// very long texts have more. The memory of names goes on.
const window = 500

// annotate analyses the sentences of one text: each for itself up to its
// tree, then the entities with what the whole text tells about its names.
func (a *analyzer) annotate(sentences []Sentence) {
	a.memory.clear()
	for len(sentences) > 0 {
		n := min(len(sentences), window)
		a.annotateWindow(sentences[:n])
		sentences = sentences[n:]
	}
}

// annotateWindow takes the sentences through one model after the other: what a
// model often reads of its weights then stays near the processor.
func (a *analyzer) annotateWindow(sentences []Sentence) {
	a.all, a.guides = a.all[:0], a.guides[:0]
	for i := range sentences {
		a.load(&sentences[i])
		a.tagAll()
	}
	for range a.each(sentences) {
		a.foresee()
	}
	guides := a.guides
	for s := range a.each(sentences) {
		n := len(s.Tokens) + 2
		a.parse(guides[:n])
		guides = guides[n:]
		a.store(s)
		a.memory.observe(a.words, &a.m.tags, &a.m.keys)
	}
	for s := range a.each(sentences) {
		a.memory.recall(a.words)
		a.recognize()
		a.memory.remember(a.words, a.entity, a.m.classes.typeOf)
		s.Entities = a.entities(s.Entities[:0])
	}
}

// each yields the sentences of the window, their words in a.words.
func (a *analyzer) each(sentences []Sentence) iter.Seq[*Sentence] {
	return func(yield func(*Sentence) bool) {
		from := 0
		for i := range sentences {
			s := &sentences[i]
			a.words = a.all[from : from+len(s.Tokens)]
			from += len(s.Tokens)
			if !yield(s) {
				return
			}
		}
	}
}

// load makes the words of a sentence, behind those of the sentences before.
func (a *analyzer) load(s *Sentence) {
	from, n := len(a.all), len(s.Tokens)
	a.all = slices.Grow(a.all, n)[:from+n]
	a.words = a.all[from:]
	for i := range s.Tokens {
		a.words[i].fill(s.Tokens[i].Form, &a.m.lexicon)
	}
	if titleCase(a.words) {
		for i := range a.words {
			a.words[i].titled = 1
		}
	}
}

// titleCase reports whether nearly all longer words have capitals, as in a
// headline.
func titleCase(ws []word) bool {
	upper, all := 0, 0
	for i := range ws {
		if ws[i].suffix[3] == 0 || ws[i].digit {
			continue
		}
		all++
		if ws[i].upper {
			upper++
		}
	}
	return all >= 3 && upper*10 >= all*8
}

// store writes the analysis to the sentence.
func (a *analyzer) store(s *Sentence) {
	tags := &a.m.tags
	for i := range s.Tokens {
		t, w, n := &s.Tokens[i], &a.words[i], &a.parser.nodes[i]
		t.Class = uint16(w.fine)
		t.UPOS, t.XPOS = tags.upos[w.tag], tags.xpos[w.tag]
		t.Lemma = a.m.lemmas.lemma(t.Form, w.lower, t.UPOS, t.XPOS)
		if t.Vector = a.m.vectors.row(w.lower); t.Vector == 0 {
			t.Vector = a.m.vectors.row(hashString(t.Lemma))
		}
		t.Head, t.DepRel = int(n.head), a.m.rels[n.rel]
		if t.Head >= len(s.Tokens) {
			t.Head = -1
		}
	}
	s.outline = newOutline(s.Tokens)
}
