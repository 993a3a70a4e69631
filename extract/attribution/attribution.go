// Package attribution finds who said, thinks or means to do what: the source,
// the cue and the content of reported speech, beliefs and intentions.
//
// The cues are a table (data/cues.tsv); the rules, one a frame, say how the
// content hangs on the cue in a dependency tree: a clause, a quotation, an
// infinitive, an object, a prepositional phrase. Spans follow the PolNeAR
// scheme (Newell, Margolin and Ruths 2018): the source is the whole noun
// phrase with its appositions, the cue takes auxiliaries, adverbs, particles
// and the preposition of its content, and attributions do not nest.
//
// Four linear models decide where rules cannot: whether a word is a cue
// (feature.go), which noun phrase is its source (choosesource.go), which of
// the readings of all rules is its content (choosecontent.go), and whether
// the whole is right among its neighbours (decide.go). docs/attribution.md
// has their training and scores.
//
// Reads: the sentences of nlp.Doc; Actors, Mentions, Places and IssueMentions of
// the document. Writes: Attributions; those who only speak in Actors, with what
// sources call actors as mentions of theirs.
package attribution

import (
	"sync"

	"dyad/extract/nlp"
	"dyad/schema"
)

// Attributor holds the cue lexicon and the weights of the models. It is
// safe for concurrent use.
type Attributor struct {
	lex    *lexicon
	model  model
	digest string
	rooms  *sync.Pool // of *rooms
}

// New loads the tables and weights of the package.
func New() (*Attributor, error) {
	lex, digest, err := loadLexicon()
	if err != nil {
		return nil, err
	}
	m, raw, err := loadModel()
	if err != nil {
		return nil, err
	}
	return &Attributor{lex: lex, model: m, digest: schema.ID("attribution", digest, raw), rooms: &sync.Pool{New: func() any { return &rooms{} }}}, nil
}

// DataDigest identifies the tables and weights.
func (a *Attributor) DataDigest() string { return a.digest }

// Attribute fills doc.Attributions, in text order of the cues.
func (a *Attributor) Attribute(doc *schema.Document, ling *nlp.Doc) {
	in := a.rooms.Get().(*rooms)
	defer func() {
		in.reset()
		a.rooms.Put(in)
	}()
	r := newReaderIn(in, a.lex, ling)
	found, weighed := a.choose(r)
	names := r.namesOf(doc)
	for _, c := range found {
		r.behindWhen(c)
		r.behindAgent(c)
		r.sourceBehind(c)
		r.wholeName(c, names[c.tree.index])
		r.mend(c, weighed, found)
	}
	found = r.secondActs(found)
	doc.Attributions = nil
	who := newWhoIndex(r, doc)
	who.resolve(found, weighed)
	for _, c := range found {
		doc.Attributions = append(doc.Attributions, r.record(doc, who, c))
	}
}
