// Package extract turns an article into a document: who did what to whom, who
// said what, who stands where. It is the tour of the flow:
//
//	article.Reader   finds the text in files, pages and JSON lines and marks
//	                 what is no article: repeats of the title, credits, teasers
//	nlp.Pipeline     sentences, tokens, tags, trees, named entities
//	actor.Resolver   who is meant: mentions, actors with code, sector and role
//	issue.Finder     disputes and topics
//	attribution      who said or thinks what
//	event.Coder      who did what to whom, when and where (PLOVER, CAMEO)
//	stance           who is for or against whom or what, from all of these
//
// Every stage reads and adds to one schema.Document, in this order; no stage
// reads what a later one writes.
//
// Reads: schema.Article. Writes: schema.Document, whose offsets are bytes
// while the stages work and code points when [Extractor.Extract] returns it.
package extract

import (
	"fmt"

	"golang.org/x/sync/errgroup"

	"dyad/extract/actor"
	"dyad/extract/article"
	"dyad/extract/attribution"
	"dyad/extract/event"
	"dyad/extract/issue"
	"dyad/extract/nlp"
	"dyad/extract/stance"
	"dyad/schema"
)

// Extractor holds the models and tables of all stages. It is safe for
// concurrent use.
type Extractor struct {
	pipeline    *nlp.Pipeline
	actors      *actor.Resolver
	issues      *issue.Finder
	attribution *attribution.Attributor
	events      *event.Coder
	stances     *stance.Classifier
	run         schema.Run
	least       float64 // confidence; see WithMinConfidence
}

// New loads all models and tables. The version names the program in the run
// of every document; own is what the user knows of actors.
func New(version string, own ...*actor.Own) (*Extractor, error) {
	x := &Extractor{}
	var g errgroup.Group
	load := func(what string, f func() error) {
		g.Go(func() error {
			if err := f(); err != nil {
				return fmt.Errorf("load %s: %w", what, err)
			}
			return nil
		})
	}
	load("language model", func() (err error) { x.pipeline, err = nlp.New(); return })
	load("actors", func() (err error) { x.actors, err = actor.New(own...); return })
	load("issues", func() (err error) { x.issues, err = issue.New(); return })
	load("attribution cues", func() (err error) { x.attribution, err = attribution.New(); return })
	load("stance lexicon", func() (err error) { x.stances, err = stance.New(); return })
	load("event lexicon", func() error {
		ont, err := schema.LoadOntology()
		if err != nil {
			return err
		}
		x.events, err = event.New(ont)
		return err
	})
	if err := g.Wait(); err != nil {
		return nil, err
	}
	x.run = newRun(version, article.NewReader(article.Options{}).DataDigest(), x.pipeline.DataDigest(), x.actors.DataDigest(), x.issues.DataDigest(),
		x.attribution.DataDigest(), x.events.DataDigest(), x.stances.DataDigest())
	return x, nil
}

// newRun describes a run: its id is the hash of the version and of all data.
func newRun(version string, digests ...string) schema.Run {
	data := schema.ID("data", digests...)
	return schema.Run{ID: schema.ID("run", version, data), Version: version, Data: data, Settings: []string{}}
}

// Actors is the table of known actors, for looking names up.
func (x *Extractor) Actors() *actor.Resolver { return x.actors }

// Issues is the table of known issues, for looking names up.
func (x *Extractor) Issues() *issue.Finder { return x.issues }

// Extract analyses one article. Offsets of the article and of the result
// count code points, except for Dropped and Blocks of the article, which come
// in bytes as package article leaves them.
func (x *Extractor) Extract(art schema.Article) *schema.Document {
	doc, _ := x.analyze(art, nil)
	toCodePoints(doc)
	fillEmpty(doc)
	return doc
}

// analyze runs the stages; all offsets count bytes. The probe, if there is one,
// sees the document before anything is taken out of it again.
func (x *Extractor) analyze(art schema.Article, probe func(*schema.Document, *nlp.Doc)) (*schema.Document, *nlp.Doc) {
	doc := &schema.Document{Article: art, Run: x.run}
	regions := make([]nlp.Region, len(art.Blocks))
	for i, b := range art.Blocks {
		regions[i] = nlp.Region{Start: b.Start, End: b.End, Headline: b.Headline}
	}
	ling := x.pipeline.Analyze(art.Text, regions)
	givenToBytes(doc)
	x.actors.Resolve(doc, ling)
	x.issues.Find(doc, ling)
	x.attribution.Attribute(doc, ling)
	x.events.Code(doc, ling)
	x.stances.Classify(doc, ling)
	if probe != nil {
		probe(doc, ling)
	}
	x.confident(doc)
	x.actors.Prune(doc, ling)
	x.actors.Sectors(doc, ling)
	return doc, ling
}
