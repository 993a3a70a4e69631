package corpus

import (
	"os"

	"dyad/extract/actor"
	"dyad/extract/attribution"
	"dyad/extract/event"
	"dyad/extract/issue"
	"dyad/extract/nlp"
	"dyad/extract/stance"
	"dyad/schema"
)

// Reader is the stages before the events, as package extract runs them: what
// is learned from has to look like what it will be found in.
type Reader struct {
	pipeline    *nlp.Pipeline
	actors      *actor.Resolver
	issues      *issue.Finder
	attribution *attribution.Attributor
}

// NewReader loads the stages, with the language model of a file, or the
// embedded one for "".
func NewReader(model string) (*Reader, error) {
	var r Reader
	var err error
	if r.pipeline, err = OpenPipeline(model); err != nil {
		return nil, err
	}
	if r.actors, err = actor.New(); err != nil {
		return nil, err
	}
	if r.issues, err = issue.New(); err != nil {
		return nil, err
	}
	r.attribution, err = attribution.New()
	return &r, err
}

// OpenPipeline opens a language model of a file, or the embedded one for "".
func OpenPipeline(model string) (*nlp.Pipeline, error) {
	if model == "" {
		return nlp.New()
	}
	data, err := os.ReadFile(model)
	if err != nil {
		return nil, err
	}
	return nlp.Open(data)
}

// Parse reads the text of an article block by block.
func Parse(p *nlp.Pipeline, art schema.Article) *nlp.Doc {
	regions := make([]nlp.Region, len(art.Blocks))
	for i, b := range art.Blocks {
		regions[i] = nlp.Region{Start: b.Start, End: b.End, Headline: b.Headline}
	}
	return p.Analyze(art.Text, regions)
}

// Analyze runs the stages on an article whose given mentions are in bytes.
func (r *Reader) Analyze(art schema.Article) (*schema.Document, *nlp.Doc) {
	doc, ling := &schema.Document{Article: art}, Parse(r.pipeline, art)
	r.actors.Resolve(doc, ling)
	r.issues.Find(doc, ling)
	r.attribution.Attribute(doc, ling)
	return doc, ling
}

// Chain is the stages before stance.
type Chain struct {
	*Reader
	events *event.Coder
}

// NewChain loads the stages, with the language model of a file, or the embedded
// one for "".
func NewChain(model string) (*Chain, error) {
	r, err := NewReader(model)
	if err != nil {
		return nil, err
	}
	ont, err := schema.LoadOntology()
	if err != nil {
		return nil, err
	}
	events, err := event.New(ont)
	return &Chain{r, events}, err
}

// Analyze runs the stages on an article whose given mentions are in bytes.
func (c *Chain) Analyze(art schema.Article) (*schema.Document, *nlp.Doc) {
	doc, ling := c.Reader.Analyze(art)
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
