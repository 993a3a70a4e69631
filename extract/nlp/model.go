package nlp

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"slices"
	"sort"
	"strings"

	"dyad/internal/perceptron"
)

// magic opens every model file; the number counts the layouts.
const magic = "DYADNLP1"

// sectionEntry is the length of one line of the table of contents: a name of
// eight bytes, offset and length.
const sectionEntry = 16

// Names of the sections of a model file.
const (
	sectionTags    = "tags"
	sectionRels    = "rels"
	sectionTypes   = "types"
	sectionForms   = "forms"
	sectionSets    = "tagsets"
	sectionClasses = "classes"
	sectionLemmas  = "lemmas"
	sectionTagger  = "tagger"
	sectionAction1 = "action1"
	sectionLabel1  = "label1"
	sectionAction2 = "action2"
	sectionLabel2  = "label2"
	sectionEntity  = "entity"
	sectionSenses  = "senses"
	sectionVectors = "vectors"
	// sectionVectorIndex tells the row of a word in the vectors.
	sectionVectorIndex = "vectidx"
)

// File is a model file being put together by the trainer.
type File map[string][]byte

// Bytes returns the file: table of contents, then the sections by name.
func (f File) Bytes() []byte {
	names := make([]string, 0, len(f))
	for n := range f {
		names = append(names, n)
	}
	sort.Strings(names)
	out := []byte(magic)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(names)))
	at := len(out) + sectionEntry*len(names)
	for _, n := range names {
		var name [8]byte
		copy(name[:], n)
		out = append(out, name[:]...)
		out = binary.LittleEndian.AppendUint32(out, uint32(at))
		out = binary.LittleEndian.AppendUint32(out, uint32(len(f[n])))
		at += len(f[n])
	}
	for _, n := range names {
		out = append(out, f[n]...)
	}
	return out
}

// openFile finds the sections of a model file without copying them.
func openFile(data []byte) (File, error) {
	if len(data) < len(magic)+4 || string(data[:len(magic)]) != magic {
		return nil, fmt.Errorf("open model: not a model file of this version")
	}
	n := int(binary.LittleEndian.Uint32(data[len(magic):]))
	f := File{}
	for i := range n {
		at := len(magic) + 4 + sectionEntry*i
		if at+sectionEntry > len(data) {
			return nil, fmt.Errorf("open model: table of contents cut off")
		}
		e := data[at : at+sectionEntry]
		from, size := int(binary.LittleEndian.Uint32(e[8:])), int(binary.LittleEndian.Uint32(e[12:]))
		if from+size > len(data) {
			return nil, fmt.Errorf("open model: section %q cut off", strings.TrimRight(string(e[:8]), "\x00"))
		}
		f[strings.TrimRight(string(e[:8]), "\x00")] = data[from : from+size]
	}
	return f, nil
}

// model is an opened model file.
type model struct {
	tags    tagset
	rels    []string
	rootRel int
	// punctRel is the relation of all punctuation.
	punctRel int
	classes  entityClasses
	lexicon  wordLexicon
	lemmas   *lemmatizer
	tokens   *tokenRules
	keys     keyWords
	tagger   *perceptron.Sparse
	first    *arcModel
	second   *arcModel
	entity   *perceptron.Sparse
	vectors  *Vectors
	digest   string
}

// openModel opens a model file. Nothing is parsed but the short lists; the
// weights are read in place.
func openModel(data []byte) (*model, error) {
	f, err := openFile(data)
	if err != nil {
		return nil, err
	}
	m := &model{keys: newKeyWords(), rels: lines(f[sectionRels]), classes: newEntityClasses(lines(f[sectionTypes])), digest: digestOf(data)}
	m.rootRel, m.punctRel = slices.Index(m.rels, "root"), slices.Index(m.rels, "punct")
	if m.rootRel < 0 || m.punctRel < 0 {
		return nil, fmt.Errorf("open model: no relation root or punct")
	}
	if m.tokens, err = loadTokenRules(); err != nil {
		return nil, err
	}
	m.tags = newTagset(lines(f[sectionTags]))
	if m.lexicon, err = openLexicon(f); err != nil {
		return nil, err
	}
	if m.lemmas, err = openLemmas(f[sectionLemmas]); err != nil {
		return nil, fmt.Errorf("lemmas: %w", err)
	}
	if m.vectors, err = openVectors(f); err != nil {
		return nil, err
	}
	if m.tagger, err = perceptron.OpenSparse(f[sectionTagger]); err != nil {
		return nil, fmt.Errorf("tagger: %w", err)
	}
	if m.first, err = openArcs(f[sectionAction1], f[sectionLabel1]); err != nil {
		return nil, err
	}
	if m.second, err = openArcs(f[sectionAction2], f[sectionLabel2]); err != nil {
		return nil, err
	}
	if m.entity, err = perceptron.OpenSparse(f[sectionEntity]); err != nil {
		return nil, fmt.Errorf("entity recogniser: %w", err)
	}
	if m.tagger.Classes() != len(m.tags.names) || m.first.label.Classes() != len(m.rels) || m.second.label.Classes() != len(m.rels) || m.entity.Classes() != len(m.classes.names) {
		return nil, fmt.Errorf("open model: classes do not fit the lists")
	}
	return m, nil
}

// arcModel is one trained parser: a classifier of actions and one of
// relations.
type arcModel struct {
	action *perceptron.Dense
	label  *perceptron.Sparse
}

// openArcs opens the two classifiers of a parser.
func openArcs(action, label []byte) (*arcModel, error) {
	var m arcModel
	var err error
	if m.action, err = perceptron.OpenDense(action); err != nil {
		return nil, fmt.Errorf("parser: %w", err)
	}
	if m.label, err = perceptron.OpenSparse(label); err != nil {
		return nil, fmt.Errorf("labeller: %w", err)
	}
	return &m, nil
}

// digestOf is the short hash that names a model file in a run.
func digestOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8])
}

// lines splits a list section.
func lines(data []byte) []string {
	if len(data) == 0 {
		return nil
	}
	return strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
}

// list writes a list section.
func list(items []string) []byte {
	return []byte(strings.Join(items, "\n") + "\n")
}
