package attribution

import (
	"math"
	"slices"
	"strconv"

	"dyad/schema"
)

// record turns a candidate into an attribution.
func (r *reader) record(doc *schema.Document, who *whoIndex, c *candidate) schema.Attribution {
	a := schema.Attribution{
		Kind: c.kind, Direct: c.direct, Rule: c.ruleName(), Confidence: roundTo(c.confidence, 3),
		Sentence: schema.Span{Start: c.tree.Start, End: c.tree.End},
		Content:  r.texts(c.content),
	}
	if !c.source.empty() {
		a.Source = r.texts(r.spansOf(c.tree, c.source))
	}
	a.Cue = r.texts(r.spansOf(c.tree, joined(c.cue)...))
	speaker := c.speaker
	if speaker != "" {
		a.Actor = &speaker
	}
	a.Addressee, a.Carrier = r.addresseeSpans(c), c.carrier
	a.About = who.about(c.content, speaker)
	a.Issues = who.issues(c.content)
	parts := []string{doc.Article.ID, speaker, c.tree.Tokens[c.head].Form}
	for _, s := range a.Source {
		parts = append(parts, s.Text)
	}
	for _, s := range c.content {
		parts = append(parts, strconv.Itoa(s.Start), strconv.Itoa(s.End))
	}
	a.ID = schema.ID("statement", parts...)
	return a
}

// ruleName names the rule with the cue it used: "clause:say".
func (c *candidate) ruleName() string {
	name := c.rule + ":" + c.tree.lemma(c.head)
	if c.prep != "" {
		name += "+" + c.prep
	}
	return name
}

func roundTo(x float64, digits int) float64 {
	p := 1.0
	for range digits {
		p *= 10
	}
	return math.Round(x*p) / p
}

// joined merges stretches that touch, in text order.
func joined(list []stretch) []stretch {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b stretch) int { return a.first - b.first })
	var out []stretch
	for _, s := range list {
		if n := len(out); n > 0 && s.first <= out[n-1].last {
			out[n-1].last = max(out[n-1].last, s.last)
			continue
		}
		out = append(out, s)
	}
	return out
}

func (r *reader) spansOf(t *tree, parts ...stretch) []schema.Span {
	var out []schema.Span
	for _, p := range parts {
		if !p.empty() {
			out = append(out, schema.Span{Start: t.Tokens[p.first].Start, End: t.Tokens[p.last-1].End})
		}
	}
	return out
}

func (r *reader) texts(spans []schema.Span) []schema.TextSpan {
	var out []schema.TextSpan
	for _, s := range spans {
		out = append(out, schema.TextSpan{Span: s, Text: r.ling.Text[s.Start:s.End]})
	}
	return out
}
