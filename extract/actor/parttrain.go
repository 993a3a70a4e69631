package actor

import (
	"io"

	"dyad/extract/nlp"
	"dyad/internal/loglinear"
	"dyad/schema"
)

// PartExample is an article as all stages have read it, before anything is taken
// out, and what its annotation calls actors.
type PartExample struct {
	Doc  *schema.Document
	Ling *nlp.Doc
	// IsActor reports whether an actor of the document is one of the annotation.
	IsActor func(*schema.Actor) bool
}

// Settings of the learner of parts; see those of pronouns.
const (
	partRounds  = 200
	partPenalty = 4
	partWeak    = .03
)

// TrainParts learns which actors take part and writes the weights.
func (r *Resolver) TrainParts(examples []PartExample, out io.Writer) error {
	v := loglinear.NewVocabulary()
	var groups []choice
	b := loglinear.NewBag(featureForm, true)
	for i := range examples {
		ex := &examples[i]
		p := newParts(r, ex.Doc, ex.Ling)
		for k := range ex.Doc.Actors {
			a := &ex.Doc.Actors[k]
			if p.needed[a.ID] {
				continue
			}
			b.Reset()
			p.describe(b, a)
			groups = append(groups, isOrNot(v, b, ex.IsActor(a)))
		}
	}
	w := fitChoices(v, groups, partRounds, partPenalty)
	r.parts = weightsOf(v, w, 0)
	return writeWeights(out, "whether an actor takes part", v, w, partWeak)
}

// Parted is an actor of a text with its chance to take part; one that is needed
// stays whatever its chance.
type Parted struct {
	Actor  *schema.Actor
	Needed bool
	Chance float64
}

// Judge gives the chances of the actors of a document.
func (r *Resolver) Judge(doc *schema.Document, ling *nlp.Doc) []Parted {
	p := newParts(r, doc, ling)
	var out []Parted
	for i := range doc.Actors {
		a := &doc.Actors[i]
		out = append(out, Parted{a, p.needed[a.ID], p.chance(a)})
	}
	return out
}
