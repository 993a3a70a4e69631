package event

import (
	"slices"

	"dyad/extract/nlp"
	"dyad/schema"
)

// Miss is a word with a lexicon entry that gave no event, and the condition
// that failed.
type Miss struct {
	Sentence int             `json:"sentence"`
	Word     schema.TextSpan `json:"word"` // bytes
	Entry    string          `json:"entry"`
	Type     string          `json:"type"`
	Why      string          `json:"why"`
}

// miss notes that an entry gave no event at a token, where somebody asks.
func (v *view) miss(i int, e *entry, why string) {
	if v.misses == nil {
		return
	}
	m := Miss{Sentence: v.n, Word: v.wordAt(i), Why: why}
	if e != nil {
		m.Entry, m.Type = e.name, e.typ
	}
	*v.misses = append(*v.misses, m)
}

// wordAt is a token with its text.
func (v *view) wordAt(i int) schema.TextSpan {
	t := v.sent.Tokens[i]
	return schema.TextSpan{Span: schema.Span{Start: t.Start, End: t.End}, Text: v.ling.Text[t.Start:t.End]}
}

// Misses says of every word that an entry of the lexicons has, and that the
// rules found no event at, which entries were tried and what they lacked, in
// text order.
func (c *Coder) Misses(doc *schema.Document, ling *nlp.Doc) []Miss {
	past, who := &memory{}, newCast(doc, ling)
	var out []Miss
	for n := range ling.Sentences {
		v := newView(c.lex, who, n)
		var tried []Miss
		v.misses = &tried
		at := map[int]bool{}
		for _, a := range findActs(v, past) {
			for _, t := range append([]int{a.tok}, a.span...) {
				at[v.sent.Tokens[t].Start] = true
			}
		}
		for i, a := range v.built {
			if a != nil && a.consumed {
				at[v.sent.Tokens[i].Start] = true // a part of another event
			}
		}
		tried = slices.DeleteFunc(tried, func(m Miss) bool { return at[m.Word.Start] })
		slices.SortStableFunc(tried, func(a, b Miss) int { return a.Word.Start - b.Word.Start })
		out = append(out, slices.Compact(tried)...)
	}
	return out
}
