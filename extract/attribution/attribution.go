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
// Reads: the sentences of nlp.Doc; Mentions and IssueMentions of the
// document. Writes: Attributions.
package attribution

import (
	"cmp"
	"slices"

	"dyad/extract/nlp"
	"dyad/schema"
)

// Attributor holds the cue lexicon and the weights of the cue model. It is
// safe for concurrent use.
type Attributor struct {
	lex    *lexicon
	model  model
	digest string
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
	return &Attributor{lex: lex, model: m, digest: schema.ID("attribution", digest, raw)}, nil
}

// DataDigest identifies the tables and weights.
func (a *Attributor) DataDigest() string { return a.digest }

// Attribute fills doc.Attributions, in text order of the cues.
func (a *Attributor) Attribute(doc *schema.Document, ling *nlp.Doc) {
	r := newReader(a.lex, ling)
	found := a.choose(r.candidates())
	r.continueQuotes(found)
	doc.Attributions = nil
	who := newWhoIndex(a.lex, doc)
	who.resolve(found)
	for _, c := range found {
		doc.Attributions = append(doc.Attributions, r.record(doc, who, c))
	}
}

// choose keeps the candidates that the model believes in. Where the content
// of one holds the cue of another, the outer one stays: what the speaker
// reports of others is part of what he says. Cues of the lexicon go first.
func (a *Attributor) choose(all []*candidate) []*candidate {
	for _, c := range all {
		c.confidence = a.model.probability(c)
	}
	slices.SortStableFunc(all, func(x, y *candidate) int {
		return cmp.Or(compareBool(x.quoted, y.quoted), compareBool(x.loose, y.loose), cmp.Compare(y.size(), x.size()), cmp.Compare(y.confidence, x.confidence), cmp.Compare(x.at, y.at))
	})
	var out []*candidate
	for _, c := range all {
		if c.confidence < a.model.limit(c) {
			continue
		}
		if !slices.ContainsFunc(out, c.clashes) {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(x, y *candidate) int { return cmp.Compare(x.at, y.at) })
	return out
}

// compareBool orders false before true.
func compareBool(x, y bool) int {
	switch {
	case x == y:
		return 0
	case y:
		return -1
	}
	return 1
}
