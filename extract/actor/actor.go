// Package actor finds who acts, speaks or is acted on in an article: states,
// organisations, people and groups, with the codes of PLOVER and the office
// held on the date of the article.
//
// It works in passes over the whole article. Names of the tables and those
// that the entity recogniser sees are found first, with the titles around
// them; then the state that the article is mostly about; then people and
// organisations are gathered, so that "Medvedev" in a headline is the "Dmitry
// Medvedev" of the text; then noun phrases ("senior Turkish officials"), what
// takes up a name ("the alliance") and pronouns are resolved in text order.
//
// Reads: Article (text, publication date, publisher, given mentions) and the
// nlp.Doc. Writes: Actors, Mentions, Places.
package actor

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"

	"dyad/extract/nlp"
	"dyad/internal/loglinear"
	"dyad/schema"
)

// Resolver finds actors by the tables of this package.
type Resolver struct {
	tables   *tables
	names    *gazetteer
	surnames map[string][]*entry
	spelled  *spellings
	byID     map[string]*entry // of the tables; the entry of a state, not that of a demonym or a capital
	words    map[string]string // word -> its first class
	classes  map[string]string // "word/class" -> value
	takes    map[string]string // noun of nominals.tsv -> what it takes up
	synonyms map[string][]int  // noun -> its sets in synonyms.tsv
	pronouns weights           // weights of the features of antecedents
	nouns    weights           // weights of the features of agent nouns
	parts    weights           // weights of the features of those who take part
	walks    *loglinear.Linear // of the sectors of those whom no table knows
	persons  weights           // weights of the features of people that a noun takes up
	states   weights           // weights of the features of the states of people
	origins  func() *origins   // how the people of every state are called, counted when first asked for
	digest   string
	lookup   lookup
	problems []Problem

	stateNames []stateName
	stateKeys  map[string]string // the codes of stateNames
	starts     map[string]bool   // beginnings of agent nouns and bodies
}

// New reads the tables and takes in what a user knows. What is wrong in the
// user's files is left out and listed by [Resolver.Problems].
func New(own ...*Own) (*Resolver, error) { return newResolver(dataFiles, own...) }

func newResolver(fsys fs.FS, own ...*Own) (*Resolver, error) {
	t, err := readTables(fsys)
	if err != nil {
		return nil, fmt.Errorf("load actor tables: %w", err)
	}
	problems, err := t.applyOwn(fsys, own)
	if err != nil {
		return nil, fmt.Errorf("load actor tables: %w", err)
	}
	r := &Resolver{
		tables: t, names: newGazetteer(t), byID: t.byID,
		stateNames: stateNames(t), starts: phraseStarts(t), words: map[string]string{}, classes: map[string]string{}, takes: map[string]string{}, synonyms: map[string][]int{},
	}
	r.stateKeys = make(map[string]string, len(r.stateNames))
	for _, n := range slices.Backward(r.stateNames) { // the first of two of a name stands
		r.stateKeys[n.key] = n.code
	}
	if err := r.readWords(fsys); err != nil {
		return nil, fmt.Errorf("load actor tables: %w", err)
	}
	if err := r.indexSpellings(fsys); err != nil {
		return nil, fmt.Errorf("load actor tables: %w", err)
	}
	r.problems = problems
	for _, m := range []struct {
		file string
		into *weights
	}{{"pronoun-weights.tsv", &r.pronouns}, {"noun-weights.tsv", &r.nouns}, {"part-weights.tsv", &r.parts}, {"person-weights.tsv", &r.persons}, {"state-weights.tsv", &r.states}} {
		if *m.into, err = readWeights(fsys, m.file); err != nil {
			return nil, fmt.Errorf("load actor tables: %w", err)
		}
	}
	if r.walks, err = readWalks(fsys); err != nil {
		return nil, fmt.Errorf("load actor tables: %w", err)
	}
	r.indexSurnames()
	r.origins = sync.OnceValue(func() *origins { return newOrigins(t) })
	if r.digest, err = digest(fsys); err != nil {
		return nil, fmt.Errorf("load actor tables: %w", err)
	}
	r.digest = digestOwn(r.digest, own)
	return r, nil
}

func (r *Resolver) readWords(fsys fs.FS) error {
	table, err := openTable(fsys, "words.tsv")
	if err != nil {
		return err
	}
	for _, row := range table.Rows {
		w, class := row.Get("word"), row.Get("class")
		class, value, _ := strings.Cut(class, "=")
		if value == "" {
			value = class
		}
		if r.words[w] == "" {
			r.words[w] = class
		}
		r.classes[w+"/"+class] = value
	}
	if table, err = openTable(fsys, "synonyms.tsv"); err != nil {
		return err
	}
	for i, row := range table.Rows {
		for _, noun := range row.List("nouns") {
			r.synonyms[noun] = append(r.synonyms[noun], i)
		}
	}
	if table, err = openTable(fsys, "nominals.tsv"); err != nil {
		return err
	}
	for _, row := range table.Rows {
		noun, takes := row.Get("noun"), row.Get("takes")
		if takes == "both" || takes == "people" {
			noun += "/both"
		}
		r.takes[noun] = takes
	}
	return nil
}

// readWeights reads the weights of a log-linear model by the hash of the feature.
func readWeights(fsys fs.FS, name string) (weights, error) {
	table, err := openTable(fsys, name)
	if err != nil {
		return nil, err
	}
	out := make(weights, len(table.Rows))
	for _, row := range table.Rows {
		w, err := strconv.ParseFloat(row.Get("weight"), 32)
		if err != nil {
			return nil, fmt.Errorf("read %s:%d: %w", name, row.Line, err)
		}
		out[loglinear.Hash(loglinear.HashStart, row.Get("feature"))] = float32(w)
	}
	return out, nil
}

// readWalks reads the model of sectors.
func readWalks(fsys fs.FS) (*loglinear.Linear, error) {
	raw, err := fs.ReadFile(fsys, "data/walk-weights.tsv")
	if err != nil {
		return nil, fmt.Errorf("read walk-weights.tsv: %w", err)
	}
	return loglinear.ReadLinear("walk-weights.tsv", raw)
}

// indexSurnames lists the people of the tables by the name they are called
// by: the last word, or the first where the family name comes first.
func (r *Resolver) indexSurnames() {
	r.surnames = make(map[string][]*entry, len(r.tables.entries)/2)
	var w []string
	for _, e := range r.tables.entries {
		if e.kind != kindPerson {
			continue
		}
		for _, a := range e.aliases {
			w = slices.AppendSeq(w[:0], strings.FieldsSeq(fold(a)))
			for len(w) > 1 && r.words[strings.ToLower(w[len(w)-1])] == "suffix" {
				w = w[:len(w)-1]
			}
			surname := w[len(w)-1]
			if len(w) > 1 && r.familyFirst(e.code, w[0]) {
				surname = w[0]
			}
			surname = r.bare(surname)
			list := r.surnames[surname]
			if len(list) == 0 || list[len(list)-1] != e { // once, however many names end so
				r.surnames[surname] = append(list, e)
			}
		}
	}
}

// familyFirst reports whether a name that begins with w begins with the family
// name: so in the states of words.tsv, but not where a Western given name or
// an initial comes first ("Joseph Wu", "S. Jayakumar").
func (r *Resolver) familyFirst(code, w string) bool {
	return r.classes[code+"/surname-first"] != "" && r.classes[strings.ToLower(w)+"/western"] == "" && !strings.HasSuffix(w, ".")
}

// digest returns the hash over all tables.
func digest(fsys fs.FS) (string, error) {
	names, err := fs.Glob(fsys, "data/*.tsv")
	if err != nil {
		return "", err
	}
	sort.Strings(names)
	h := sha256.New()
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return "", fmt.Errorf("read %s: %w", name, err)
		}
		fmt.Fprintf(h, "%s %d\n", name, len(text))
		h.Write(text)
	}
	return hex.EncodeToString(h.Sum(nil)[:8]), nil
}

// Problems lists what was wrong in the files of the user and left out, by
// file and line.
func (r *Resolver) Problems() []Problem { return r.problems }

// DataDigest returns the hash over all tables and the user's files: two resolvers with the same
// digest and program give the same actors.
func (r *Resolver) DataDigest() string { return r.digest }

// Resolve fills doc.Actors, doc.Mentions and doc.Places.
func (r *Resolver) Resolve(doc *schema.Document, ling *nlp.Doc) {
	rd := newReading(r, doc, ling)
	rd.read()
	rd.doubt()
	rd.applyGiven()
	rd.write()
}

// read finds the mentions of an article and whom they mean.
func (rd *reading) read() {
	for si := range rd.sents {
		rd.findNames(si)
	}
	rd.findAcronyms()
	rd.findHome()
	rd.demoteOrgs()
	for si := range rd.sents {
		rd.findInstitutions(si)
		rd.findTitles(si)
		rd.findNominals(si)
		rd.findAppositions(si)
		rd.findEmployers(si)
		rd.findHomelands(si)
		rd.findReigns(si)
		rd.findApposedOrgs(si)
		rd.findTakeUps(si)
	}
	rd.swapKinds()
	rd.gatherOrgs()
	rd.nameTrades()
	rd.gatherPeople()
	rd.findFloor()
	rd.resolve()
	rd.families()
}
