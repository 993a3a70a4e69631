package corpus

import (
	"sync"

	"dyad/extract/actor"
	"dyad/extract/attribution"
	"dyad/extract/event"
	"dyad/extract/issue"
	"dyad/extract/nlp"
	"dyad/extract/stance"
	"dyad/schema"
)

// Chain is the stages before stance, as package extract runs them: what stances
// are learned from has to look like what they will be found in.
type Chain struct {
	pipeline    *nlp.Pipeline
	actors      *actor.Resolver
	issues      *issue.Finder
	attribution *attribution.Attributor
	events      *event.Coder
}

// NewChain loads the stages.
func NewChain() (*Chain, error) {
	var c Chain
	var err error
	if c.pipeline, err = nlp.New(); err != nil {
		return nil, err
	}
	if c.actors, err = actor.New(); err != nil {
		return nil, err
	}
	if c.issues, err = issue.New(); err != nil {
		return nil, err
	}
	if c.attribution, err = attribution.New(); err != nil {
		return nil, err
	}
	ont, err := schema.LoadOntology()
	if err != nil {
		return nil, err
	}
	c.events, err = event.New(ont)
	return &c, err
}

// Analyze runs the stages on an article whose given mentions are in bytes.
func (c *Chain) Analyze(art schema.Article) (*schema.Document, *nlp.Doc) {
	regions := make([]nlp.Region, len(art.Blocks))
	for i, b := range art.Blocks {
		regions[i] = nlp.Region{Start: b.Start, End: b.End, Headline: b.Headline}
	}
	doc, ling := &schema.Document{Article: art}, c.pipeline.Analyze(art.Text, regions)
	c.actors.Resolve(doc, ling)
	c.issues.Find(doc, ling)
	c.attribution.Attribute(doc, ling)
	c.events.Code(doc, ling)
	return doc, ling
}

// sentence is an article of one block.
func sentence(text string, given ...schema.GivenMention) schema.Article {
	return schema.Article{Text: text, Given: given, Blocks: []schema.Block{{Span: schema.Span{End: len(text)}}}}
}

// Example analyses a pair as the chain does with mentions of the input.
func (d Pair) Example(c *Chain) stance.Example {
	doc, ling := c.Analyze(sentence(d.Text, schema.GivenMention{Span: d.Spans[0], ID: "p"}, schema.GivenMention{Span: d.Spans[1], ID: "q"}))
	sign := map[[2]string]int{}
	switch d.Label {
	case 1:
		sign[[2]string{"p", "q"}] = 1
	case 2:
		sign[[2]string{"q", "p"}] = 1
	case 3:
		sign[[2]string{"p", "q"}] = -1
	case 4:
		sign[[2]string{"q", "p"}] = -1
	}
	return stance.Example{Doc: doc, Ling: ling, Sign: sign}
}

// Treated analyses a sentence as the chain does.
func (s Targeted) Treated(c *Chain) stance.Treated {
	ling := c.pipeline.Analyze(s.Text, []nlp.Region{{End: len(s.Text)}})
	out := stance.Treated{Doc: &schema.Document{Article: schema.Article{Text: s.Text}}, Ling: ling}
	for _, t := range s.Targets {
		if m, ok := Mention(ling, t.Span, "t"); ok {
			out.Doc.Mentions = append(out.Doc.Mentions, m)
			out.Sign = append(out.Sign, t.Sign)
		}
	}
	return out
}

// Each calls f for 0 to n-1 on two workers.
func Each(n int, f func(int)) {
	var wg sync.WaitGroup
	for w := range 2 {
		wg.Go(func() {
			for i := w; i < n; i += 2 {
				f(i)
			}
		})
	}
	wg.Wait()
}
