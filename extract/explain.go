package extract

import (
	"slices"

	"dyad/extract/event"
	"dyad/extract/nlp"
	"dyad/schema"
)

// Analysis is a document together with what it was read from, so that a
// reader can be told why something was coded.
type Analysis struct {
	// Doc is the document as Extract returns it; its Mentions, like Ling,
	// count bytes.
	Doc  *schema.Document
	Ling *nlp.Doc
}

// Analyze extracts an article and keeps the analysis of its language.
func (x *Extractor) Analyze(art schema.Article) *Analysis {
	doc, ling := x.analyze(art)
	mentions := slices.Clone(doc.Mentions)
	toCodePoints(doc)
	fillEmpty(doc)
	doc.Mentions = mentions
	return &Analysis{Doc: doc, Ling: ling}
}

// EventEntries returns the lexicon entries that the rule of an event names.
func (x *Extractor) EventEntries(rule string) []event.Entry { return x.events.Entries(rule) }

// Sentence returns the span of a sentence in code points.
func (a *Analysis) Sentence(i int) schema.Span {
	s := schema.Span{Start: a.Ling.Sentences[i].Start, End: a.Ling.Sentences[i].End}
	newOffsets(a.Doc.Article.Text).span(&s)
	return s
}

// Parse analyses the language of a text.
func (x *Extractor) Parse(text string) *nlp.Doc {
	return x.pipeline.Analyze(text, []nlp.Region{{Start: 0, End: len(text)}})
}
