// Package stance finds who is for or against whom or what: a holder (an
// actor), a target (an actor or an issue) and a polarity.
//
// Three kinds of evidence, each named in the rule of a stance: what the holder
// does, calls it or wants done with it (event, act, issue), what the holder says of
// the target (says, talks) and how the holder is described (adjective, noun, phrase).
// A stance on an issue may be plain by its words alone. Words of attitude and their
// effect on each role are a table (data/polarity.tsv), as are the shares of
// event types that carry a stance (data/events.tsv) and the valence of words
// (data/valence.tsv). Three linear models weigh them: how a sentence treats
// somebody (data/treatment-weights.tsv), who stands how towards whom in it
// (data/pair-weights.tsv, rule "model"), and how probable a stance is by all
// that the article shows (data/article-weights.tsv), at least
// that of the rule where its words show a stance on an issue by themselves. Its
// confidence is how often evidence of its kind is right where it is that probable.
// Between mentions that the input gave the second decides alone. A target that
// no table knows becomes an issue by its own words. Where the evidence is too
// weak there is no stance.
//
// Reads: the sentences of nlp.Doc; Actors, Mentions, IssueMentions, Attributions
// and Events of the document. Writes: Stances, and the Issues that they alone
// know.
package stance

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"dyad/extract/nlp"
	"dyad/schema"
)

// Classifier holds the lexicon of attitudes and the weights of the pair model. It is safe for concurrent use.
type Classifier struct {
	lex    *lexicon
	models models
	digest string
	rooms  *sync.Pool // of *rooms
}

// New loads the tables of the package.
func New() (*Classifier, error) {
	lex, digest, err := loadLexicon()
	if err != nil {
		return nil, err
	}
	m, raw, err := loadModels()
	if err != nil {
		return nil, err
	}
	return &Classifier{lex: lex, models: m, digest: schema.ID("stance", digest, raw), rooms: &sync.Pool{New: func() any { return &rooms{} }}}, nil
}

// DataDigest identifies the tables.
func (c *Classifier) DataDigest() string { return c.digest }

// MinConfidence is what a stance needs: no stance is better than a guess. The
// value is the greatest that costs nothing in F1 on annotated news.
const MinConfidence = .35

// leastTalk is what evidence needs that only the model of treatment sees: it
// tells how a sentence sounds where somebody is named, which often is no view of
// him.
const leastTalk = .5

// least is the confidence that a finding needs.
func (f finding) least() float64 {
	if strings.HasPrefix(f.rule, "talks:") {
		return leastTalk
	}
	return MinConfidence
}

// Classify fills doc.Stances: for every holder, target and polarity each
// piece of evidence, the best first.
func (c *Classifier) Classify(doc *schema.Document, ling *nlp.Doc) {
	r := newReader(c.lex, c.models, doc, ling)
	r.rooms = c.rooms.Get().(*rooms)
	defer func() {
		r.rooms.reset()
		c.rooms.Put(r.rooms)
	}()
	r.collect()
	r.weigh()
	r.found = slices.DeleteFunc(r.found, func(f finding) bool { return f.confidence < MinConfidence || !r.shown(f) || !r.witnessed(f) })
	r.withoutWeak()
	doc.Stances = r.records()
	r.addIssues()
}

// collect gathers all evidence.
func (r *reader) collect() {
	r.rules()
	for i := range r.ling.Sentences {
		r.learned(i)
	}
	r.askBare()
	r.found = slices.DeleteFunc(r.found, r.spared)
}

// rules collects what the rules find.
func (r *reader) rules() {
	for i := range r.ling.Sentences {
		r.sentence(i)
	}
	for i := range r.doc.Attributions {
		r.says(&r.doc.Attributions[i])
	}
	for i := range r.doc.Events {
		r.event(&r.doc.Events[i])
	}
}

// records turns the findings into stances without repeats, in the order of
// holder, target and polarity, best evidence first.
func (r *reader) records() []schema.Stance {
	var out []record
	worded := make(map[side]bool, len(r.found))
	for i := range r.found {
		if f := &r.found[i]; !f.modelled() {
			worded[f.side()] = true
		}
	}
	for _, f := range r.found {
		if f.modelled() && f.weight < plainly && worded[f.side()] && !r.given[f.holder] {
			continue // a rule shows it in a better place
		}
		if f.confidence < f.least() || f.holder == f.target || f.holder == "" || f.target == "" {
			continue
		}
		out = append(out, record{r.record(f), f.confidence, r.strength(f)})
	}
	slices.SortStableFunc(out, func(a, b record) int {
		return cmp.Or(cmp.Compare(a.Holder, b.Holder), cmp.Compare(a.Target, b.Target), cmp.Compare(a.Polarity, b.Polarity),
			cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(b.strength, a.strength),
			cmp.Compare(a.Evidence.Start, b.Evidence.Start), cmp.Compare(a.Rule, b.Rule))
	})
	seen := map[string]bool{}
	out = slices.DeleteFunc(out, func(s record) bool {
		// the same sentence shows a stance once, by its best rule
		key := s.Holder + "\x1f" + s.Target + "\x1f" + s.Polarity + "\x1f" + strconv.Itoa(s.Sentence.Start)
		was := seen[key]
		seen[key] = true
		return was
	})
	return withoutRepeats(r.withoutLone(out))
}

// record writes one finding as a stance.
func (r *reader) record(f finding) schema.Stance {
	polarity := schema.Positive
	if f.sign < 0 {
		polarity = schema.Negative
	}
	sent := r.ling.Sentences[f.sentence]
	return schema.Stance{
		ID: schema.ID("stance", f.holder, f.target, polarity, r.doc.Article.ID,
			strconv.Itoa(f.evidence.Start), strconv.Itoa(f.evidence.End)),
		Holder: f.holder, Target: f.target, Polarity: polarity,
		HolderMention: r.text(f.holderSpan), TargetMention: r.text(f.targetSpan), Evidence: r.text(f.evidence),
		Sentence: schema.Span{Start: sent.Start, End: sent.End}, Rule: f.rule, Confidence: round2(r.right(f)),
	}
}

func (r *reader) text(s schema.Span) schema.TextSpan {
	return schema.TextSpan{Span: s, Text: r.ling.Text[s.Start:s.End]}
}

func round2(x float64) float64 { return float64(int(x*1000+.5)) / 1000 }
