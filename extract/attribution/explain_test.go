package attribution

import (
	"strings"
	"testing"
)

// TestExplain checks that a kept cue names its entry and its features, and
// that a sentence without one still tells of the words that were weighed.
func TestExplain(t *testing.T) {
	a, err := New()
	if err != nil {
		t.Fatal(err)
	}
	ling := parse(t, "Porter Porter PROPN 2 nsubj\nsaid say VERB 0 root\nthat that SCONJ 5 mark\nroads road NOUN 5 nsubj\nclosed close VERB 2 ccomp\n. . PUNCT 2 punct")
	list := a.Explain(ling)
	if len(list) == 0 {
		t.Fatal("no explanation")
	}
	e := list[0]
	if !e.Kept || e.Cue != "said" || e.Source != "Porter" || e.Content != "that roads closed" || e.Rule != "clause:say" || e.Confidence < e.Limit {
		t.Errorf("got %+v", e)
	}
	if e.Entry == nil || e.Entry.Lemma != "say" || e.Entry.Line == 0 || e.Entry.Example == "" {
		t.Errorf("entry %+v, want that of say", e.Entry)
	}
	if len(e.Features) != strongest || !strings.HasPrefix(e.Features[0].Feature, "whole:") || e.Features[0].Weight == 0 {
		t.Errorf("features %v, want %d of the last model", e.Features, strongest)
	}
}
