// Package event codes events by PLOVER 0.8: who did what to whom, when, where
// and whether it happened at all.
//
// A sentence is coded in four steps. Its words are looked up in the lexicons
// of data/ (verbs with their frames, event nouns, light verbs); arguments are
// found over the dependency tree; operators of modality (promise, threaten,
// refuse, demand, accuse, stop, "will") turn the act below them into another
// one by one table; date, place, issues and contexts are added. Every event
// names its lexicon entry and the operators passed in its rule.
//
// What these rules find is evidence for a learned coder (learn.go), which
// decides which tokens are triggers of which type and who stands on the two
// sides. The way of a sentence through it: triggerfeature.go and party.go
// describe tokens and candidates, a loglinear.Linear weighs them, decode.go chooses,
// explain.go says why; train.go, crossval.go and calibrate.go make
// the weights.
//
// Reads: Article, Mentions, Places, IssueMentions, Actors and Attributions of
// a [schema.Document] and the trees of an [nlp.Doc]. Writes: Document.Events.
package event

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"dyad/extract/nlp"
	"dyad/schema"
)

// Coder codes events. It is safe for concurrent use.
type Coder struct {
	ont *schema.Ontology
	lex *lexicons
	learned
}

// New returns a coder with the lexicons and the model that come with the
// package, checked against the ontology.
func New(ont *schema.Ontology) (*Coder, error) {
	c, err := NewRules(ont)
	if err != nil {
		return nil, err
	}
	return c, c.addModel()
}

// NewRules returns a coder that goes by the lexicons alone: what the model is
// trained with, and what the tests of the rules use.
func NewRules(ont *schema.Ontology) (*Coder, error) {
	lex, err := loadLexicons(ont)
	if err != nil {
		return nil, err
	}
	c := &Coder{ont: ont, lex: lex}
	return c, c.addTables()
}

// DataDigest returns a hash of the lexicons and the model, part of the run id.
func (c *Coder) DataDigest() string {
	return strings.TrimPrefix(schema.ID("event", c.lex.digest, c.learned.digest), "event:")
}

// Code fills doc.Events from the sentences of ling, in text order.
func (c *Coder) Code(doc *schema.Document, ling *nlp.Doc) {
	doc.Events = []schema.Event{}
	when := newCalendar(doc.Article.Published)
	readings := c.readings(doc, ling)
	learned := c.learnedActs(readings)
	for n, r := range readings {
		acts := r.acts
		if learned != nil {
			acts = learned[n]
		}
		for _, a := range acts {
			doc.Events = append(doc.Events, c.event(r.view, a, when))
		}
	}
}

// acts returns the acts of a sentence that are events, those of one type with
// the same parties only once.
func (c *Coder) acts(v *view, past *memory) []*act {
	acts := findActs(v, past)
	slices.SortStableFunc(acts, func(a, b *act) int { return cmp.Compare(a.tok, b.tok) })
	return distinct(acts)
}

// distinct keeps the first of the acts of one type with the same parties.
func distinct(acts []*act) []*act {
	var out []*act
	seen := map[string]bool{}
	for _, a := range acts {
		key := a.typ + "\x1f" + strings.Join(a.sources(), " ") + "\x1f" + strings.Join(a.targets(), " ")
		if !seen[key] {
			seen[key] = true
			out = append(out, a)
		}
	}
	return out
}

// event turns an act into the record of the document.
func (c *Coder) event(v *view, a *act, when *calendar) schema.Event {
	typ, _ := c.ont.Type(a.typ)
	cameo, _ := c.ont.CAMEO(a.cameo)
	date := when.date(v, a)
	first, last := a.extent()
	e := schema.Event{
		Type: a.typ, Mode: a.mode, CAMEO: a.cameo, Quad: typ.Quad,
		Goldstein: cameo.Goldstein, Intensity: c.ont.Intensity(a.typ, a.mode),
		Context: c.contexts(v, a), Sources: a.sources(), Targets: a.targets(),
		Date: date.day, DateGranularity: date.granularity, DateRule: date.rule,
		Place: v.place(a), Negated: a.negated, Future: a.future, Hypothetical: a.hypothetical,
		Historical: a.historical || date.historical,
		Sentence:   schema.Span{Start: v.sent.Start, End: v.sent.End},
		Issues:     v.issues(a), Rule: a.rule(), Confidence: a.confidence(),
	}
	start, end := v.sent.Tokens[first].Start, v.sent.Tokens[last].End
	e.Trigger = schema.TextSpan{Span: schema.Span{Start: start, End: end}, Text: v.ling.Text[start:end]}
	e.ID = schema.EventID(&e, v.doc.Article.ID)
	e.MentionID = schema.ID("mention", v.doc.Article.ID, strconv.Itoa(start), e.Type, strings.Join(e.Sources, " "), strings.Join(e.Targets, " "))
	return e
}
