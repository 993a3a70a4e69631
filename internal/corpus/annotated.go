package corpus

import (
	"dyad/extract/nlp"
	"dyad/extract/stance"
	"dyad/internal/score"
	"dyad/schema"
)

// Article is an analysed article with its annotated stances, to learn from:
// the annotated sentences begin at the bytes of starts.
func (n News) Article(doc *schema.Document, ling *nlp.Doc, starts []int) stance.Article {
	return stance.Article{Doc: doc, Ling: ling, Match: n.matches(doc), Sign: n.signs(doc, starts), Weight: 1}
}

// signs tells what the annotation has of a holder and a target, both by name, in
// the sentence at a span. Where it has the stance in another sentence this one
// may show it too: that is unknown.
func (n News) signs(doc *schema.Document, starts []int) func(at schema.Span, holder, target string) (sign int, known bool) {
	parties := Parties(doc)
	return func(at schema.Span, holder, target string) (int, bool) {
		h, t, known := parties[holder], parties[target], true
		for _, s := range n.Stances {
			if s.Polarity == schema.Neutral || s.Target.Issue || !s.Holder.Shares(h) || !s.Target.Shares(t) {
				continue
			}
			known = false
			for _, k := range s.Sentences {
				if k >= 0 && k < len(starts) && starts[k] < at.End && (k+1 == len(starts) || at.Start < starts[k+1]) {
					if s.Polarity == schema.Negative {
						return -1, true
					}
					return 1, true
				}
			}
		}
		return 0, known
	}
}

// matches lists the stances of the gold that one of a document may be: those
// whose actors have the same names first, then those of the same code.
func (n News) matches(doc *schema.Document) func(holder, target, issue string, sign int) []int {
	parties := Parties(doc)
	return func(holder, target, issue string, sign int) []int {
		t, ok := parties[target]
		if !ok {
			t = NewIssue(issue)
		}
		h := parties[holder]
		var named, coded []int
		for i, s := range n.Stances {
			switch {
			case s.Polarity != polarity(sign) || !s.Holder.Same(h) || !s.Target.Same(t):
			case s.Holder.Shares(h) && s.Target.Shares(t):
				named = append(named, i)
			default:
				coded = append(coded, i)
			}
		}
		return append(named, coded...)
	}
}

func polarity(sign int) string {
	if sign > 0 {
		return schema.Positive
	}
	return schema.Negative
}

// ScoreNews compares the stances of a document with the gold: one to one, each
// holder, target and polarity once. Stances that the gold is not sure of count
// for precision only.
func ScoreNews(n News, doc *schema.Document, least float64) score.PRF {
	parties := Parties(doc)
	type key struct{ holder, target, polarity string }
	var found []NewsStance
	seen := map[key]bool{}
	for _, s := range doc.Stances {
		k := key{s.Holder, s.Target, s.Polarity}
		if seen[k] || s.Confidence < least {
			continue
		}
		seen[k] = true
		found = append(found, NewsStance{Holder: parties[s.Holder], Target: parties[s.Target], Polarity: s.Polarity})
	}
	var sure []NewsStance
	for _, s := range n.Stances {
		if s.Sure >= 2 && s.Polarity != schema.Neutral {
			sure = append(sure, s)
		}
	}
	hits := match(n.Stances, found)
	missed := len(sure) - match(sure, found)
	return score.PRF{TP: hits, FP: len(found) - hits, FN: missed}
}

// match counts the largest one-to-one pairing.
func match(gold, found []NewsStance) int {
	owner := make([]int, len(found))
	for i := range owner {
		owner[i] = -1
	}
	var place func(g int, seen []bool) bool
	place = func(g int, seen []bool) bool {
		for k, s := range found {
			if seen[k] || s.Polarity != gold[g].Polarity || !s.Holder.Same(gold[g].Holder) || !s.Target.Same(gold[g].Target) {
				continue
			}
			seen[k] = true
			if owner[k] < 0 || place(owner[k], seen) {
				owner[k] = g
				return true
			}
		}
		return false
	}
	n := 0
	for g := range gold {
		if place(g, make([]bool, len(found))) {
			n++
		}
	}
	return n
}
