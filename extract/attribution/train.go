package attribution

import (
	"fmt"
	"io"
	"strings"

	"dyad/extract/nlp"
	"dyad/internal/loglinear"
	"dyad/schema"
)

// Example is an analysed text with its annotated attributions, in bytes.
type Example struct {
	Ling *nlp.Doc
	Gold []Gold
	// Discard are stretches that were not annotated.
	Discard []schema.Span
}

// Gold is one annotated attribution.
type Gold struct{ Source, Cue, Content []schema.Span }

// folds is how often the first models are trained on a part of the examples,
// so that the last one learns from their answers to texts they have not seen.
const folds = 2

// Settings of the learner, chosen on the dev part: passes over the decisions,
// size of a step, penalty on the size of a weight, and how small a weight may
// be and still be written.
const rounds, rate, penalty, weak = 8, .05, .002, .05

// Train learns the weights of the models and writes them as a table.
func (a *Attributor) Train(examples []Example, threshold float64, out io.Writer) error {
	whole := newLearner()
	for k := range folds {
		var seen, unseen []Example
		for i, ex := range examples {
			if i%folds == k {
				unseen = append(unseen, ex)
			} else {
				seen = append(seen, ex)
			}
		}
		m := fittedModel(a.firstModels(seen))
		a.learnWhole(whole, &m, unseen)
	}
	fmt.Fprintf(out, "# Weights of the linear models over the features of a candidate; see NOTICE.md.\nfeature\tweight\nthreshold\t%.3f\n", threshold)
	whole.fit(rounds, rate, penalty)
	for _, l := range append(a.firstModels(examples), whole) {
		if err := l.write(out); err != nil {
			return err
		}
	}
	return nil
}

// firstModels trains the models of cues, sources and contents.
func (a *Attributor) firstModels(examples []Example) []*learner {
	cues, sources, contents := newLearner(), newLearner(), newLearner()
	for i := range examples {
		ex := &examples[i]
		r := newReader(a.lex, ex.Ling)
		for _, c := range r.candidates() {
			if covers(ex.Discard, c.at) {
				continue
			}
			g := ex.cueOf(c)
			cues.ask(r, c, g != nil)
			if g == nil || c.settled() {
				continue
			}
			ex.learnSource(sources, r, c, g)
			if g.sourceIn(c) {
				ex.learnContent(contents, r, c, g)
			}
		}
	}
	cues.fit(rounds, rate, penalty)
	sources.fit(rounds, rate, penalty)
	contents.fit(rounds, rate, penalty)
	return []*learner{cues, sources, contents}
}

// ask adds the yes-or-no question of the cue model.
func (l *learner) ask(r *reader, c *candidate, yes bool) {
	b := newBag("cue", true)
	r.cueFeatures(b, c)
	l.addQuestion(b, yes)
}

func (l *learner) addQuestion(b *loglinear.Bag, yes bool) {
	gain := 0.0
	if yes {
		gain = 1
	}
	l.groups = append(l.groups, group{[][]int32{l.Add(b.Names)}, []float64{gain}})
}

// learnSource adds the choice of the source of a true cue.
func (ex *Example) learnSource(l *learner, r *reader, c *candidate, g *Gold) {
	var choice group
	b := newBag("source", true)
	for _, o := range r.sourceOptions(nil, c) {
		b.Reset()
		r.sourceFeatures(b, c, o)
		choice.options = append(choice.options, l.Add(b.Names))
		choice.gain = append(choice.gain, g.sourceGain(c.tree, o))
	}
	if len(choice.options) > 1 {
		l.groups = append(l.groups, choice)
	}
}

// learnContent adds the choice of the content of a true cue.
func (ex *Example) learnContent(l *learner, r *reader, c *candidate, g *Gold) {
	var choice group
	b := newBag("content", true)
	for _, o := range r.readings(c) {
		b.Reset()
		r.contentFeatures(b, c, o)
		choice.options = append(choice.options, l.Add(b.Names))
		choice.gain = append(choice.gain, g.contentGain(o))
	}
	if len(choice.options) > 1 {
		l.groups = append(l.groups, choice)
	}
}

// learnWhole adds the questions of the last model: whether cue and source of
// a candidate, as the first models have settled them, are right.
func (a *Attributor) learnWhole(l *learner, m *model, examples []Example) {
	b := newBag("whole", true)
	for i := range examples {
		ex := &examples[i]
		r := newReader(a.lex, ex.Ling)
		all := m.weigh(r)
		for k, c := range all {
			if covers(ex.Discard, c.at) {
				continue
			}
			b.Reset()
			r.wholeFeatures(b, all, k)
			g := ex.cueOf(c)
			l.addQuestion(b, g != nil && g.sourceGain(c.tree, sourceOption{head: c.sourceHead, span: c.source}) > 0)
		}
	}
}

// cueOf returns the annotated attribution whose cue shares a word with that of
// a candidate.
func (ex *Example) cueOf(c *candidate) *Gold {
	for i := range ex.Gold {
		for _, p := range c.cue {
			for _, s := range ex.Gold[i].Cue {
				if c.tree.Tokens[p.first].Start < s.End && s.Start < c.tree.Tokens[p.last-1].End {
					return &ex.Gold[i]
				}
			}
		}
	}
	return nil
}

// sourceIn reports whether the head of the source lies in the annotated one.
func (g *Gold) sourceIn(c *candidate) bool {
	if c.sourceHead < 0 {
		return len(g.Source) == 0
	}
	return covers(g.Source, c.tree.Tokens[c.sourceHead].Start)
}

// sourceGain is 1 if a source and the annotated one hold the head of each
// other.
func (g *Gold) sourceGain(t *tree, o sourceOption) float64 {
	if o.head < 0 || len(g.Source) == 0 {
		if o.head < 0 && len(g.Source) == 0 {
			return 1
		}
		return 0
	}
	want := stretch{-1, -1}
	for i := range t.Tokens {
		if covers(g.Source, t.Tokens[i].Start) {
			if want.first < 0 {
				want.first = i
			}
			want.last = i + 1
		}
	}
	if want.first >= 0 && o.span.has(t.surfaceHead(want)) && want.has(t.surfaceHead(o.span)) {
		return 1
	}
	return 0
}

// surfaceHead is the head of a noun phrase without a look at its tree, which
// may be broken: the last word before the first comma, bracket, preposition,
// conjunction or relative.
func (t *tree) surfaceHead(s stretch) int {
	last := -1
	for i := s.first; i < s.last; i++ {
		stop := !t.isWord(i) || t.Tokens[i].UPOS == "ADP" || t.Tokens[i].UPOS == "CCONJ" || t.Tokens[i].UPOS == "SCONJ" || strings.HasPrefix(t.Tokens[i].XPOS, "W")
		if stop && last >= 0 && t.Tokens[i].Form != "'" && t.Tokens[i].Form != "-" && t.Tokens[i].Form != "." {
			break
		}
		if !stop && t.Tokens[i].UPOS != "PART" {
			last = i
		}
	}
	if last < 0 {
		return s.last - 1
	}
	return last
}

// contentGain compares a content with the annotated one in the sentence of
// the cue: half the gain is for sharing more than half, the rest for being
// the same.
func (g *Gold) contentGain(c *candidate) float64 {
	x := overlap(clip(c.content, c.tree), clip(g.Content, c.tree))
	gain := .15 * x * x
	if x >= .5 {
		gain += .45
	}
	if x >= .98 {
		gain += .4
	}
	return gain
}

// clip cuts spans to a sentence, if any lies in it.
func clip(spans []schema.Span, t *tree) []schema.Span {
	var out []schema.Span
	for _, s := range spans {
		s.Start, s.End = max(s.Start, t.Start), min(s.End, t.End)
		if s.Start < s.End {
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		return spans
	}
	return out
}
