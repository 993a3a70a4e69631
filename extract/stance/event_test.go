package stance

import (
	"testing"

	"dyad/extract/nlp"
	"dyad/schema"
)

// TestRequestedIssue: who asks for something is not against it, whoever he is
// against that should grant it.
func TestRequestedIssue(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for typ, want := range map[string]int{"REQUEST": 0, "SUPPORT": 1} {
		ling := &nlp.Doc{Text: "Urges talks.", Sentences: []nlp.Sentence{{End: 12, Tokens: []nlp.Token{
			{End: 5, Form: "Urges", Lemma: "urge", UPOS: "VERB", Head: -1, DepRel: "root"},
			{Start: 6, End: 11, Form: "talks", Lemma: "talk", UPOS: "NOUN", Head: 0, DepRel: "obj"},
		}}}}
		doc := &schema.Document{IssueMentions: []schema.IssueMention{{Span: schema.Span{Start: 6, End: 11}, First: 1, Last: 2, Head: 1, Issue: "issue:talks"}}}
		e := schema.Event{Type: typ, Trigger: schema.TextSpan{Span: schema.Span{End: 5}}}
		if got := newReader(c.lex, c.models, doc, ling).issuesOf(&e, 0); len(got) != want {
			t.Errorf("%s: issues %v, want %d", typ, got, want)
		}
	}
}
