package corpus

import (
	"context"
	"fmt"
	"slices"

	"dyad/extract/article"
	"dyad/extract/stance"
	"dyad/internal/score"
	"dyad/schema"
)

// Annotated analyses the articles of a file that a folder of annotated news
// tells of, except some, in the order of their ids.
func Annotated(ctx context.Context, goldDir, articles string, without map[string]bool) ([]News, []stance.Article, error) {
	gold, err := ReadNews(goldDir)
	if err != nil {
		return nil, nil, err
	}
	gold = slices.DeleteFunc(gold, func(n News) bool { return without[n.ID] })
	arts := map[string]schema.Article{}
	for art, err := range article.NewReader(article.Options{InputFormat: article.FormatJSONL}).Read(ctx, []string{articles}) {
		if err == nil {
			arts[art.ID] = art
		}
	}
	c, err := NewChain("")
	if err != nil {
		return nil, nil, err
	}
	list := make([]stance.Article, len(gold))
	for _, n := range gold {
		if _, ok := arts[n.ID]; !ok {
			return nil, nil, fmt.Errorf("read %s: no article %q", articles, n.ID)
		}
	}
	Each(len(gold), func(i int) {
		doc, ling := c.Analyze(arts[gold[i].ID])
		list[i] = stance.Article{Doc: doc, Ling: ling, Match: gold[i].matches(doc), Weight: 1}
	})
	return gold, list, nil
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
