package actor

import (
	"testing"

	"dyad/extract/nlp"
	"dyad/schema"
)

// TestActsAsBody: a name that the recogniser takes for a place is that of an
// organisation where it ends like one and acts.
func TestActsAsBody(t *testing.T) {
	r, p := mustResolver(t), mustPipeline(t)
	for text, want := range map[string]bool{
		"The Sandy Lake Council rejected the offer of Peru.":  true,
		"Peru sent two miners to the Sandy Lake Council.":     false,
		"The Sandy Lake Valley surprised the miners of Peru.": false,
	} {
		ling := p.Analyze(text, []nlp.Region{{End: len(text)}})
		for i := range ling.Sentences[0].Entities {
			ling.Sentences[0].Entities[i].Type = "LOC"
		}
		doc := &schema.Document{Article: schema.Article{ID: "test", Text: text}}
		r.Resolve(doc, ling)
		if got := actorByID(doc, "org:sandy-lake-council~per") != nil; got != want {
			t.Errorf("%s: an organisation: %t, want %t", text, got, want)
		}
	}
}

// TestCapped: two words written as one are cut, names with a capital inside are not.
func TestCapped(t *testing.T) {
	for w, want := range map[string]string{"BankDhofar": "bank", "KiwiRail": "kiwi", "MacDonald": "mac", "Bankdhofar": "", "BANKDhofar": "", "UNESCO": "", "O'Brien": "", "Bank": "", "": ""} {
		if got := capped(w); got != want {
			t.Errorf("capped(%q) = %q, want %q", w, got, want)
		}
	}
}
