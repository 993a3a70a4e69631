package event

import (
	"slices"

	"dyad/extract/nlp"
	"dyad/internal/loglinear"
	"dyad/schema"
)

// Explanation says why the model took a token for the trigger of an event, or
// why it did not.
type Explanation struct {
	Sentence int
	Trigger  schema.TextSpan // offsets as in the analysed text: bytes
	Type     string
	// P is the probability of the type, Needed what it has to reach. Coded
	// says whether the token became an event: one that reaches the limit does
	// not if it is part of another event or, in a text of one sentence, less sure
	// than one.
	P, Needed float64
	Coded     bool
	// Rule is the act of the lexicons at the trigger, "" if there is none.
	Rule string
	// Words are the features with most weight for the type against no event.
	Words          []loglinear.Contribution
	Source, Target Side
}

// Side says who was chosen for a side of an event and why.
type Side struct {
	Actors []string
	// How says where the party was found: a mention, a group, the speaker,
	// the sentence before, the state that the article is about, or none.
	How   string
	P     float64
	Words []loglinear.Contribution
}

// seen is the probability from which on a token is worth explaining.
const seen = .1

// Explain says for all events of an article, and for what came near to one,
// which features spoke for it most, at most top each. It returns nothing for a
// coder without a model.
func (c *Coder) Explain(doc *schema.Document, ling *nlp.Doc, top int) []Explanation {
	if c.model == nil {
		return nil
	}
	readings := c.readings(doc, ling)
	var out []Explanation
	for n, chosen := range c.model.chooseAll(readings) {
		r := readings[n]
		for _, x := range c.model.triggers(r, seen) {
			e := c.explain(r, x, top)
			for _, k := range chosen {
				if k.tok == x.tok {
					e.Coded = true
					e.Source = c.model.side(r, k, "s:", k.src, nil, k.psrc, top)
					e.Target = c.model.side(r, k, "t:", k.tgt, k.src, k.ptgt, top)
				}
			}
			out = append(out, e)
		}
	}
	return out
}

// explain fills in what concerns the trigger.
func (c *Coder) explain(r *reading, x *choice, top int) Explanation {
	tok := r.sent.Tokens[x.tok]
	e := Explanation{Sentence: r.n, Type: x.typ, P: x.p, Needed: c.model.limit(r, x.typ),
		Trigger: schema.TextSpan{Span: schema.Span{Start: tok.Start, End: tok.End}, Text: tok.Form}}
	if a := r.ruled[x.tok]; a != nil {
		e.Rule = a.rule()
	}
	classes := c.model.trigger.Classes
	e.Words = c.model.trigger.Contributions(r.triggerFeatures(x.tok), slices.Index(classes, x.typ), slices.Index(classes, noType), top)
	return e
}

// side explains one side of a choice.
func (m *model) side(r *reading, c *choice, side string, p, other *party, prob float64, top int) Side {
	return Side{Actors: ids(p.refs), How: p.how, P: prob,
		Words: m.party.Contributions(r.partyFeatures(c.frame, side, p, other), 0, -1, top)}
}
