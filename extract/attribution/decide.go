package attribution

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"dyad/internal/loglinear"
	"dyad/schema"
)

// hopeless is the probability of a cue below which it is none. Below unlikely,
// source and content are those of the rules until the whole has turned out to be
// right after all.
const hopeless, unlikely = .1, .2

// byUnsettled is who names the source of an unlikely cue.
const byUnsettled = "unsettled"

// weigh scores the candidates of a text with the cue model and settles source
// and content of those that have a chance.
func (m *model) weigh(r *reader) []*candidate {
	var out []*candidate
	cues, sources, contents := newBag("cue", false), newBag("source", false), newBag("content", false)
	for _, c := range r.candidates() {
		c.seen = m.see(r, c, cues)
		p := loglinear.Sigmoid(c.seen)
		if !c.fixed() && p < hopeless {
			continue
		}
		if p < unlikely && !c.settled() && !c.direct {
			c.sourceBy = byUnsettled
			out = append(out, c)
			continue
		}
		m.settleSource(r, c, sources)
		out = append(out, m.settleContent(r, c, contents))
	}
	return out
}

// see returns the score of a candidate by the cue model, minus infinity where the
// first features are enough to say that it is hopeless.
func (m *model) see(r *reader, c *candidate, b *loglinear.Bag) float64 {
	p := r.parts(c)
	sum := m.partSum(b, func() { r.firstFeatures(b, c, p) })
	if sum < dim {
		return math.Inf(-1)
	}
	return float64(sum+m.partSum(b, func() { r.furtherFeatures(b, c, p) })) / 100
}

// dim is a score by the first features, in hundredths: of 100 candidates below it
// not one turns out to have a chance.
const dim = -200

// settleLate gives the unlikely cues that are right after all their source and
// content.
func (m *model) settleLate(r *reader, all []*candidate) {
	sources, contents := newBag("source", false), newBag("content", false)
	for i, c := range all {
		if c.sourceBy == byUnsettled && c.confidence >= m.limit(c) {
			m.settleSource(r, c, sources)
			all[i] = m.settleContent(r, c, contents)
			all[i].confidence = c.confidence
		}
	}
}

// fixed reports whether a rule needs no model: the name below a motto, the turn of a
// quoted transcript.
func (c *candidate) fixed() bool { return c.rule == ruleDash || c.rule == ruleTurn }

// settled reports whether the rule of a candidate knows its source for sure.
func (c *candidate) settled() bool {
	return c.rule == "phrase" || c.rule == "colon" || c.rule == "tail" || c.fixed()
}

// settleSource gives a candidate its best source.
func (m *model) settleSource(r *reader, c *candidate, b *loglinear.Bag) {
	if c.settled() {
		return
	}
	options := r.sourceOptions(r.options[:0], c)
	r.options = options // their room is used again
	heads := m.scoreHeads(r, c, options, b)
	least := slices.Max(heads) - spanBeam
	best, lead := pick(len(options), func(i int) int {
		switch o := options[i]; {
		case o.head < 0:
			return m.partSum(b, func() { r.noneFeatures(b, c, o) })
		case heads[i] < least:
			return never
		default:
			return heads[i] + m.partSum(b, func() { r.spanFeatures(b, c, o) })
		}
	})
	c.sourceLead, c.sourceBy = lead, "other"
	if o := options[best]; o.rule {
		c.sourceBy = "rule"
	} else {
		r.setSource(c, o)
	}
}

// Beams, in hundredths of a score: how far a head may be behind the best by its
// place to be looked at closely, how far by all about it for its spans to be, and
// how far a reading for its other ends to be. In one of a thousand choices the
// best is farther behind.
const placeBeam, spanBeam, endBeam = 100, 200, 100

// never is the score of what was not looked at closely.
const never = math.MinInt / 2

// scoreHeads scores the heads of options: all by their place, and by all about
// them those that come near.
func (m *model) scoreHeads(r *reader, c *candidate, options []sourceOption, b *loglinear.Bag) []int {
	scores, p := make([]int, len(options)), r.parts(c)
	same := func(i int) bool {
		return i > 0 && options[i].head == options[i-1].head && options[i].rule == options[i-1].rule
	}
	top := never
	for i, o := range options {
		switch {
		case o.head < 0:
			scores[i] = never
		case same(i):
			scores[i] = scores[i-1]
		default:
			o.path = loglinear.PartOf(c.tree.path(c.head, o.head))
			options[i].path = o.path
			scores[i] = m.partSum(b, func() { r.placeFeatures(b, c, o) })
			top = max(top, scores[i])
		}
	}
	others := m.partSum(b, func() { r.byFeatures(b, c, sourceOption{}) })
	for i, o := range options {
		switch {
		case o.head < 0:
		case same(i):
			scores[i] = scores[i-1]
		case o.rule:
			scores[i] += m.partSum(b, func() { r.byFeatures(b, c, o); r.headFeatures(b, c, o, p) })
		case scores[i] < top-placeBeam:
			scores[i] = never
		default:
			scores[i] += others + m.partSum(b, func() { r.headFeatures(b, c, o, p) })
		}
	}
	return scores
}

// setSource changes the source of a candidate and reads its content anew.
func (r *reader) setSource(c *candidate, o sourceOption) {
	c.sourceHead, c.source = o.head, o.span
	if c.tree.Tokens[c.head].UPOS == "VERB" {
		*c = *r.reread(c)
		return
	}
	c.content = r.withoutActs(c)
}

// reread reads the content of a verb cue again.
func (r *reader) reread(c *candidate) *candidate {
	o := r.again(c, false)
	r.read(o)
	return o
}

// settleContent returns the candidate with its best content: the best reading of a
// rule, or one that ends elsewhere, if the rule comes near the best.
func (m *model) settleContent(r *reader, c *candidate, b *loglinear.Bag) *candidate {
	if c.settled() {
		return c
	}
	list := r.ruledReadings(c)
	least, rules := m.fit(r, c, list, b)-endBeam, len(list)
	for _, o := range list {
		if o.fit >= least {
			list = r.otherEnds(list, o)
		}
	}
	m.fit(r, c, list[rules:], b)
	list = r.fullReadings(list)
	best, lead := pick(len(list), func(i int) int { return list[i].fit })
	o := list[best]
	o.contentLead = lead
	r.takeBack(o)
	return o
}

// fit scores readings and returns the score of the best.
func (m *model) fit(r *reader, c *candidate, list []*candidate, b *loglinear.Bag) int {
	opening, was, top := 0, edges{}, never // of the readings that only end elsewhere, one behind the other
	for i, o := range list {
		e := o.edges()
		if i == 0 || o == c || list[i-1] == c || !o.opensLike(list[i-1], e, was) {
			opening = m.partSum(b, func() { r.openingFeatures(b, c, o, e) })
		}
		was = e
		o.fit = opening + m.partSum(b, func() { r.endingFeatures(b, o, e) })
		top = max(top, o.fit)
	}
	return top
}

// pick returns the index of the best of n options, whose scores are in hundredths,
// and its lead over the next.
func pick(n int, score func(int) int) (int, float64) {
	best, first, second := 0, never, never
	for i := range n {
		switch s := score(i); {
		case s > first:
			best, first, second = i, s, first
		case s > second:
			second = s
		}
	}
	return best, min(float64(first-second)/100, 9)
}

// judge scores every candidate again, now that it has source and content and
// the other candidates of the text are known.
func (m *model) judge(r *reader, all []*candidate) {
	b := newBag("whole", false)
	for i, c := range all {
		b.Reset()
		r.wholeFeatures(b, all, i)
		c.confidence = loglinear.Sigmoid(m.score(b))
		if c.fixed() {
			c.confidence = dashConfidence
		}
	}
}

// wholeFeatures describes a candidate among the others.
func (r *reader) wholeFeatures(b *loglinear.Bag, all []*candidate, i int) {
	c := all[i]
	t, h := c.tree, c.head
	lemma, lex, src := loglinear.PartOf(t.lemma(h)), loglinear.PartOf(lexType(c)), loglinear.PartOf(sourceType(c))
	seen, rule, by := loglinear.PartOf(step(c.seen)), loglinear.PartOf(c.rule), loglinear.PartOf(c.sourceBy)
	r.cueFeatures(b, c)
	b.Join("seen=", &seen)
	b.Add("seen+rule=", seen.Text(), c.rule+c.end)
	b.Join("seen+by=", &seen, &by)
	b.Join("seen+src=", &seen, &src)
	b.Add("sourcelead=", step(c.sourceLead), c.sourceBy)
	b.Add("contentlead=", step(c.contentLead), c.rule)
	b.Add("rule=", c.rule+c.end)
	b.Join("rule+lex=", &rule, &lex)
	b.Join("src+by=", &src, &by)
	b.Join("src+lemma=", &src, &lemma)
	b.Join("rule+lemma=", &rule, &lemma)
	b.Join("lex=", &lex)
	n := newNeighbours()
	for k := i - 1; k >= 0 && all[k].tree.index >= t.index-3; k-- {
		n.note(all[k], c)
	}
	for k := i + 1; k < len(all) && all[k].tree.index <= t.index+3; k++ {
		n.note(all[k], c)
	}
	b.Add("outer=", step(n.outer))
	b.Add("outer+seen=", step(n.outer), seen.Text())
	b.Add("outer+rule=", step(n.outer), n.outerRule)
	b.Add("inner=", step(n.inner))
	b.Add("inner+seen=", step(n.inner), seen.Text())
	b.Add("same=", step(n.same))
	b.Add("same+seen=", step(n.same), seen.Text())
	if c.quoted {
		b.Add("quoted+outer=", step(n.outer))
	}
	b.Add("size=", bucket(c.size()/12), c.rule)
	b.Add("length=", bucket(len(t.Tokens)/3))
}

// neighbours holds how sure the cue model is of the surest candidate whose
// content holds the cue of this one, whose cue lies in its content, and that
// has its cue or content.
type neighbours struct {
	outer, inner, same float64
	outerRule          string
}

func newNeighbours() neighbours {
	x := math.Inf(-1)
	return neighbours{x, x, x, ""}
}

// note takes notice of another candidate.
func (n *neighbours) note(o, c *candidate) {
	switch {
	case o.at == c.at || o.shares(c) || o.cueTouches(c):
		n.same = max(n.same, o.seen)
	case covers(o.content, c.at):
		if o.seen > n.outer {
			n.outer, n.outerRule = o.seen, o.rule
		}
	case covers(c.content, o.at):
		n.inner = max(n.inner, o.seen)
	}
}

// cueTouches reports whether two cues share a word.
func (c *candidate) cueTouches(o *candidate) bool {
	if c.tree != o.tree {
		return false
	}
	for _, a := range c.cue {
		if slices.ContainsFunc(o.cue, a.touches) {
			return true
		}
	}
	return false
}

// step coarsens a score.
func step(x float64) string {
	if math.IsInf(x, -1) {
		return "none"
	}
	return strconv.Itoa(int(math.Floor(max(min(x, 6), -6))))
}

// choose keeps the candidates that the model believes in, the surest first:
// attributions do not nest, and a cue reports once. Cues inside quotations
// come last: who the quotation is of may turn out only sentences later. All
// that were weighed are returned beside them, the surest first.
func (a *Attributor) choose(r *reader) (kept, weighed []*candidate) {
	all := a.model.weigh(r)
	a.model.judge(r, all)
	a.model.settleLate(r, all)
	return a.keep(r, all), all
}

// keep sorts the candidates by confidence and returns those that stay, in
// text order.
func (a *Attributor) keep(r *reader, all []*candidate) []*candidate {
	slices.SortStableFunc(all, func(x, y *candidate) int {
		return cmp.Or(cmp.Compare(y.confidence, x.confidence), cmp.Compare(x.at, y.at))
	})
	var out []*candidate
	for _, quoted := range [2]bool{false, true} {
		for _, c := range all {
			if c.quoted != quoted || c.confidence < a.model.limit(c) || a.inPhraseSource(all, c) {
				continue
			}
			for _, o := range out {
				r.part(o, c)
				r.part(c, o)
			}
			if !slices.ContainsFunc(out, c.clashes) {
				out = append(out, c)
			}
		}
		slices.SortStableFunc(out, func(x, y *candidate) int { return cmp.Compare(x.at, y.at) })
		r.unshareQuotes(out)
		r.continueQuotes(out)
	}
	return out
}

// inPhraseSource reports whether a participle belongs to the source of a phrase:
// "according to the report cited above".
func (a *Attributor) inPhraseSource(all []*candidate, c *candidate) bool {
	if c.tree.Tokens[c.head].XPOS != "VBN" {
		return false
	}
	return slices.ContainsFunc(all, func(o *candidate) bool {
		return o.rule == "phrase" && o.tree == c.tree && o.confidence >= a.model.limit(o) && o.source.has(c.head)
	})
}

// part cuts the content of a cue before another cue that is coordinated with
// it or says how it was meant and has the same source, or has one of its own
// and a quotation: "said it was late | but urged him to go", "refused to go, |
// saying it was late", "said it was late | and the envoy replied: "Wait."".
func (r *reader) part(c, next *candidate) {
	t := c.tree
	if next.tree != t || c.sourceHead < 0 || next.head <= c.head || c.source.last > c.head && c.rule != "fronted" && c.rule != "around" && c.rule != "phrase" || !covers(c.content, next.at) {
		return
	}
	first, x := next.cue[0].first, t.Tokens[next.head].XPOS
	switch beside := x == "VBG" && t.rel(next.head, "advcl", "acl", "xcomp", "conj", "parataxis"); {
	case beside && next.sourceHead == c.sourceHead && next.kind == schema.KindSpeech:
	case !t.rel(next.head, "conj") || x != "VBD" && x != "VBZ" && x != "VBP" && x != "VBN":
		return
	case next.sourceHead == c.sourceHead:
	case c.rule == "phrase" && next.rule == "clause" && next.sourceHead > c.source.last && next.sourceHead < next.head && next.source.first > 1 && t.Tokens[next.source.first-1].UPOS == "CCONJ" && t.Tokens[next.source.first-2].Form == ",":
		first = next.source.first // "according to the paper, it is late|, but others said"
	case next.direct && !c.direct && next.sourceHead > c.head && next.sourceHead < next.head:
		first = t.lo[next.head]
		if first <= c.head {
			first = next.source.first
		}
	default:
		return
	}
	n := slices.IndexFunc(c.content, func(s schema.Span) bool { return covers([]schema.Span{s}, next.at) })
	from := t.tokenAt(c.content[n].Start)
	for first > from && (!t.isWord(first-1) || t.rel(first-1, "cc", "advmod", "mark")) {
		first--
	}
	if from <= c.head || first <= from && n == 0 {
		return
	}
	c.content = slices.Clone(c.content[:n])
	r.setContent(c, stretch{from, first})
}
