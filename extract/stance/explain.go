package stance

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"dyad/extract/nlp"
	"dyad/internal/loglinear"
	"dyad/schema"
)

// Explanation tells how a stance of a holder towards a target came about, or
// why there is none: Confidence is below [MinConfidence] then, or what [surely] asks
// of evidence that stands alone.
type Explanation struct {
	Polarity   string
	Confidence float64
	// Evidence is what speaks for this polarity, the strongest piece first.
	Evidence []Evidence
	// Strongest are the weights of the article model that decided.
	Strongest []Weight
}

// Evidence is one piece of evidence. Confidence is that of the piece by itself.
type Evidence struct {
	Rule       string
	Confidence float64
	Sentence   int
	Span       schema.Span // bytes
	// Words are the words of attitude in its sentence.
	Words []Word
	// Strongest are the weights of the pair model, or of the treatment model where
	// the rule is "talks": there a word that counts by what it means has a line of
	// its own, "means:place=word".
	Strongest []Weight
}

// Word is a word of attitude: To is what its subject feels towards its target,
// Val what it says of its subject, Tone how good or bad it is here by itself,
// from -4 to 4, negation included.
type Word struct {
	schema.TextSpan
	To, Val int
	Tone    float64
	Negated bool
}

// Weight is what a feature adds to the scores for and against.
type Weight struct {
	Feature      string
	For, Against float64
}

// strongest is how many weights an explanation lists.
const strongest = 8

// Explain reads a document as the stages before left it, and returns what
// tells of a holder and a target what speaks for and against a stance. The
// likelier polarity comes first; one without evidence is left out.
func (c *Classifier) Explain(doc *schema.Document, ling *nlp.Doc) func(holder, target string) []Explanation {
	r := newReader(c.lex, c.models, doc, ling)
	r.named = true
	r.collect()
	b := r.books() // with the findings as they are before they are weighed
	r.weigh()
	return b.explain
}

// explain tells of one holder and target.
func (b *books) explain(holder, target string) []Explanation {
	at, ok := b.at[[2]string{holder, target}]
	if !ok {
		return nil
	}
	r, entries := b.r, b.entries(&b.list[at])
	var out []Explanation
	for row, polarity := range []string{schema.Positive, schema.Negative} {
		x := Explanation{Polarity: polarity, Strongest: r.models.article.why(entries, row)}
		for _, f := range r.found {
			if f.holder == holder && f.target == target && (f.sign > 0) == (row == rowFor) {
				x.Confidence = max(x.Confidence, r.right(f))
				x.Evidence = append(x.Evidence, r.evidence(f, row))
			}
		}
		if len(x.Evidence) > 0 {
			slices.SortStableFunc(x.Evidence, func(a, b Evidence) int { return cmp.Compare(b.Confidence, a.Confidence) })
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, func(a, b Explanation) int { return cmp.Compare(b.Confidence, a.Confidence) })
	return out
}

// evidence explains one finding.
func (r *reader) evidence(f finding, row int) Evidence {
	v := r.view(f.sentence)
	e := Evidence{Rule: f.rule, Confidence: cmp.Or(f.weight, f.confidence), Sentence: f.sentence, Span: f.evidence}
	for i := range v.Tokens {
		to, val := v.attitude(i)
		tone := v.tone(i)
		if to == 0 && val == 0 && tone == 0 {
			continue
		}
		t := &v.Tokens[i]
		e.Words = append(e.Words, Word{TextSpan: r.text(schema.Span{Start: t.Start, End: t.End}), To: to, Val: val,
			Tone: math.Round(float64(tone)*100) / 100, Negated: v.negated(i)})
	}
	if h := v.headOf(f.targetSpan); h >= 0 && strings.HasPrefix(f.rule, "talks:") {
		e.Strongest = v.whyTreated(h, row)
		return e
	}
	for _, p := range r.pairs(f.sentence) {
		if p.holder.Actors[0] == f.target && p.target.Actors[0] == f.holder {
			p = p.back()
		}
		if e.Strongest == nil && p.holder.Actors[0] == f.holder && p.target.Actors[0] == f.target && p.holder.Span == f.holderSpan {
			e.Strongest = r.models.pairs.why(v.features(p, r.ruled(f.sentence)), row)
		}
	}
	return e
}

// whyTreated lists what says most about the treatment of the mention with head
// h.
func (v *view) whyTreated(h, row int) []Weight {
	m := &v.r.models.treatment
	out := m.contributions(v.treats(h))
	for _, w := range v.meanings(h) {
		x := m.meaning(w)
		out = append(out, Weight{"means:" + placeNames[w.place] + "=" + v.lemma(w.token), cent(x[rowFor]), cent(x[rowAgainst])})
	}
	return most(out, row)
}

// why lists the weights that speak most for or against an outcome.
func (m *linear) why(features *loglinear.Bag, row int) []Weight {
	return most(m.contributions(features), row)
}

// contributions lists what each feature with a weight adds.
func (m *linear) contributions(features *loglinear.Bag) []Weight {
	var out []Weight
	x := evenly(len(features.Keys)) / 100
	for i, key := range features.Keys {
		if w := m.weights.At(key); w != (loglinear.Pair{}) {
			out = append(out, Weight{features.Names[i], cent(x * float64(w[rowFor])), cent(x * float64(w[rowAgainst]))})
		}
	}
	return out
}

// most keeps the strongest of weights, the strongest first.
func most(out []Weight, row int) []Weight {
	of := func(w Weight) float64 {
		if row == rowFor {
			return math.Abs(w.For)
		}
		return math.Abs(w.Against)
	}
	slices.SortStableFunc(out, func(a, b Weight) int { return cmp.Or(cmp.Compare(of(b), of(a)), cmp.Compare(a.Feature, b.Feature)) })
	out = slices.Compact(out)
	return out[:min(len(out), strongest)]
}
