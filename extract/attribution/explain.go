package attribution

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"dyad/extract/nlp"
	"dyad/schema"
)

// Explanation says why a word was taken for the cue of an attribution, or why
// not, for people to read.
type Explanation struct {
	// At is the cue word in bytes of the text, Cue the whole cue.
	At  schema.Span `json:"at"`
	Cue string      `json:"cue"`
	// Rule is what the attribution names, Entry the line of the lexicon, nil
	// for a word that it does not have.
	Rule  string `json:"rule"`
	Entry *Entry `json:"entry,omitempty"`
	// Source and Content are the spans that were chosen. SourceBy says
	// whether the subject rules named the source or another noun phrase was
	// better; the leads say by how much the choices were better than the next.
	Source      string  `json:"source"`
	SourceBy    string  `json:"source_by"`
	SourceLead  float64 `json:"source_lead"`
	Content     string  `json:"content"`
	ContentLead float64 `json:"content_lead"`
	// Kept says that there is an attribution. One that is as sure as the
	// limit asks and was not kept lies inside another or repeats it.
	Kept       bool    `json:"kept"`
	Confidence float64 `json:"confidence"`
	Limit      float64 `json:"limit"`
	// Features are the strongest of the last model, for and against.
	Features []Weight `json:"features"`
}

// Entry is a line of the cue lexicon.
type Entry struct {
	Table   string   `json:"table"`
	Line    int      `json:"line"`
	Lemma   string   `json:"lemma"`
	Kind    string   `json:"kind"`
	Frames  []string `json:"frames,omitempty"`
	Preps   []string `json:"preps,omitempty"`
	Example string   `json:"example"`
}

// Weight is a feature and what it adds to the score of a candidate.
type Weight struct {
	Feature string  `json:"feature"`
	Weight  float64 `json:"weight"`
}

// strongest is how many features an explanation lists.
const strongest = 8

// Explain says of every word that may be a cue whether and why it is one, in
// text order.
func (a *Attributor) Explain(ling *nlp.Doc) []Explanation {
	r := newReader(a.lex, ling)
	all := a.model.weigh(r)
	a.model.judge(r, all)
	lists := make([][]Weight, len(all))
	for i := range all {
		lists[i] = a.model.strongest(r, all, i)
	}
	a.model.settleLate(r, all)
	features := make(map[*candidate][]Weight, len(all))
	for i, c := range all {
		features[c] = lists[i]
	}
	kept := a.keep(r, slices.Clone(all))
	slices.SortStableFunc(all, func(x, y *candidate) int { return cmp.Compare(x.at, y.at) })
	var out []Explanation
	for _, c := range all {
		e := r.explain(c)
		e.Kept, e.Limit, e.Features = slices.Contains(kept, c), a.model.limit(c), features[c]
		out = append(out, e)
	}
	return out
}

// explain writes a candidate out.
func (r *reader) explain(c *candidate) Explanation {
	tok := &c.tree.Tokens[c.head]
	e := Explanation{
		At: schema.Span{Start: tok.Start, End: tok.End}, Rule: c.ruleName(), SourceBy: c.sourceBy,
		SourceLead: roundTo(c.sourceLead, 2), ContentLead: roundTo(c.contentLead, 2), Confidence: roundTo(c.confidence, 3),
	}
	e.Cue = joinTexts(r.texts(r.spansOf(c.tree, joined(c.cue)...)))
	e.Content = joinTexts(r.texts(c.content))
	if !c.source.empty() {
		e.Source = joinTexts(r.texts(r.spansOf(c.tree, c.source)))
	}
	if c.entry != nil {
		e.Entry = &Entry{Table: "cues.tsv", Line: c.entry.line, Lemma: c.entry.lemma, Kind: c.entry.kind, Frames: c.entry.frames, Preps: c.entry.preps, Example: c.entry.example}
	}
	return e
}

func joinTexts(list []schema.TextSpan) string {
	var out strings.Builder
	for i, s := range list {
		if i > 0 {
			out.WriteString(" … ")
		}
		out.WriteString(s.Text)
	}
	return out.String()
}

// strongest lists the features of candidate i that add most to its score or
// take most from it.
func (m *model) strongest(r *reader, all []*candidate, i int) []Weight {
	b := newBag("whole", true)
	r.wholeFeatures(b, all, i)
	var out []Weight
	for k, key := range b.Keys {
		if w := m.weights.At(key)[0]; w != 0 {
			out = append(out, Weight{b.Names[k], float64(w) / 100})
		}
	}
	slices.SortStableFunc(out, func(x, y Weight) int {
		return cmp.Or(cmp.Compare(math.Abs(y.Weight), math.Abs(x.Weight)), cmp.Compare(x.Feature, y.Feature))
	})
	return out[:min(strongest, len(out))]
}
