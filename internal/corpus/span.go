package corpus

import (
	"fmt"

	"dyad/extract/nlp"
	"dyad/schema"
)

// Offsets lists the byte at which each code point starts, and the end.
func Offsets(text string) []int {
	var out []int
	for b := range text {
		out = append(out, b)
	}
	return append(out, len(text))
}

// ByteSpan turns a span of code points into bytes. One that runs over the end
// by a character is cut; others that do not lie in the text are errors.
func ByteSpan(offsets []int, start, end int) (schema.Span, error) {
	if start < 0 || end < start || end > len(offsets) || start >= len(offsets) {
		return schema.Span{}, fmt.Errorf("span %d to %d is not in the text", start, end)
	}
	return schema.Span{Start: offsets[start], End: offsets[min(end, len(offsets)-1)]}, nil
}

// Mention places a span on the first sentence that it touches, as the chain
// does with mentions of the input; its head is the topmost token inside it
// above its first one.
func Mention(ling *nlp.Doc, span schema.Span, id string) (schema.Mention, bool) {
	for i := range ling.Sentences {
		s := &ling.Sentences[i]
		first, last := -1, -1
		for k, t := range s.Tokens {
			if t.Start < span.End && span.Start < t.End {
				if first < 0 {
					first = k
				}
				last = k + 1
			}
		}
		if first < 0 {
			continue
		}
		head := first
		for h, n := s.Tokens[first].Head, 0; h >= first && h < last && n < last-first; n++ {
			head, h = h, s.Tokens[h].Head
		}
		return schema.Mention{Span: span, Sentence: i, First: first, Last: last, Head: head,
			Actors: []string{id}, Form: schema.FormGiven, Confidence: 1}, true
	}
	return schema.Mention{}, false
}
