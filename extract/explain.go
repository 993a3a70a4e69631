package extract

import (
	"slices"

	"dyad/extract/attribution"
	"dyad/extract/event"
	"dyad/extract/nlp"
	"dyad/extract/stance"
	"dyad/schema"
)

// Analysis is a document together with what it was read from, so that a
// reader can be told why something was coded.
type Analysis struct {
	// Doc is the document as Extract returns it; its Mentions, like Ling,
	// count bytes.
	Doc  *schema.Document
	Ling *nlp.Doc
	// Events, Misses and Attributions say why words were taken for triggers and
	// cues or not, with offsets in bytes.
	Events       []event.Explanation
	Misses       []event.Miss
	Attributions []attribution.Explanation
	stances      map[[2]string][]stance.Explanation // by holder and target
	at           *offsets
}

// strongest is how many features an explanation lists.
const strongest = 5

// Analyze extracts an article and keeps the analysis of its language.
func (x *Extractor) Analyze(art schema.Article) *Analysis {
	a := &Analysis{stances: map[[2]string][]stance.Explanation{}, at: newOffsets(art.Text)}
	doc, ling := x.analyze(art, func(doc *schema.Document, ling *nlp.Doc) {
		a.Events, a.Misses = x.events.Explain(doc, ling, strongest), x.events.Misses(doc, ling)
		a.Attributions = x.attribution.Explain(ling)
		why := x.stances.Explain(doc, ling)
		for _, s := range doc.Stances {
			if k := [2]string{s.Holder, s.Target}; a.stances[k] == nil {
				a.stances[k] = why(s.Holder, s.Target)
			}
		}
	})
	mentions := slices.Clone(doc.Mentions)
	toCodePoints(doc)
	fillEmpty(doc)
	doc.Mentions = mentions
	a.Doc, a.Ling = doc, ling
	return a
}

// Stance explains a stance of the document, with offsets in bytes.
func (a *Analysis) Stance(s *schema.Stance) []stance.Explanation {
	return a.stances[[2]string{s.Holder, s.Target}]
}

// EventEntries returns the lexicon entries that the rule of an event names.
func (x *Extractor) EventEntries(rule string) []event.Entry { return x.events.Entries(rule) }

// Sentence returns the span of a sentence in code points.
func (a *Analysis) Sentence(i int) schema.Span {
	return a.Runes(schema.Span{Start: a.Ling.Sentences[i].Start, End: a.Ling.Sentences[i].End})
}

// Runes returns a span of bytes in code points.
func (a *Analysis) Runes(s schema.Span) schema.Span {
	a.at.span(&s)
	return s
}

// Parse analyses the language of a text.
func (x *Extractor) Parse(text string) *nlp.Doc {
	return x.pipeline.Analyze(text, []nlp.Region{{Start: 0, End: len(text)}})
}
