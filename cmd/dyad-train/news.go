package main

import (
	"fmt"
	"regexp"
	"strings"

	"dyad/extract/event"
	"dyad/internal/corpus"
	"dyad/schema"
)

// coded is a text with its annotated events, offsets in bytes.
type coded struct {
	art    schema.Article
	starts []int // of the numbered sentences
	events []event.GoldEvent
	fold   string
	extra  bool               // from another folder than the rest, to learn from only
	gold   *corpus.Annotation // of news
}

var numbered = regexp.MustCompile(`(?m)^\[\d+\] (.*)$`)

// newCoded lines an annotation up with the text of its article. Trigger words
// that a sentence does not have stand at its beginning and are no evidence.
func newCoded(art schema.Article, a *corpus.Annotation, sentences string) (coded, error) {
	c := coded{art: art, fold: sameStory(art.ID), gold: a}
	texts := sentencesOf(sentences)
	spans, err := corpus.Align(art.Text, texts)
	if err != nil {
		return c, err
	}
	for _, s := range spans {
		c.starts = append(c.starts, s[0])
	}
	parties := map[string]event.GoldParty{}
	for _, x := range a.Actors {
		parties[x.Key] = event.GoldParty{Code: x.Code, Names: append([]string{x.Name}, x.Aliases...)}
	}
	side := func(keys []string) []event.GoldParty {
		var out []event.GoldParty
		for _, k := range keys {
			out = append(out, parties[k])
		}
		return out
	}
	used := map[int]bool{}
	for _, e := range a.Events {
		if e.Sentence < 0 || e.Sentence >= len(texts) {
			return c, fmt.Errorf("event %q in sentence %d of %d", e.Trigger, e.Sentence, len(texts))
		}
		g := event.GoldEvent{Sentence: e.Sentence, Type: e.Type, Sources: side(e.Sources), Targets: side(e.Targets), Negated: e.Negated, Sure: 3}
		if e.Sure != nil {
			g.Sure = *e.Sure
		}
		g.Trigger = findWords(texts[e.Sentence], e.Trigger, c.starts[e.Sentence], used)
		c.events = append(c.events, g)
	}
	return c, nil
}

// sameStory names the fold of an article. Two articles tell one story.
func sameStory(id string) string {
	if id == "cn_article_scmp_58" {
		return "cn_article_scmp_41"
	}
	return id
}

// findWords returns where words stand in a sentence that begins at start: the
// first place that no event before has taken.
func findWords(sentence, words string, start int, used map[int]bool) schema.Span {
	for from := 0; words != ""; {
		k := strings.Index(sentence[from:], words)
		if k < 0 {
			break
		}
		at := start + from + k
		if !used[at] {
			used[at] = true
			return schema.Span{Start: at, End: at + len(words)}
		}
		from += k + len(words)
	}
	return schema.Span{Start: start, End: start}
}
