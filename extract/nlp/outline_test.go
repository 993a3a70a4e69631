package nlp

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestOutline: children in text order, words in lower case, relations without
// subtype; a head outside of the sentence has no place in it.
func TestOutline(t *testing.T) {
	s := Sentence{Tokens: []Token{
		{Form: "The", Lemma: "the", Head: 1, DepRel: "det"}, {Form: "NATO", Lemma: "NATO", Head: 2, DepRel: "nsubj:pass"},
		{Form: "met", Lemma: "meet", Head: -1, DepRel: "root"}, {Form: ".", Lemma: ".", Head: 2, DepRel: "punct"}, {Form: "x", Lemma: "x", Head: 9, DepRel: "dep"},
	}}
	want := &Outline{
		Kids:  [][]int{{}, {0}, {1, 3}, {}, {}},
		Lower: []string{"the", "nato", "met", ".", "x"}, Lemma: []string{"the", "nato", "meet", ".", "x"}, Main: []string{"det", "nsubj", "root", "punct", "dep"},
	}
	if diff := cmp.Diff(want, s.Outline()); diff != "" {
		t.Error(diff)
	}
	if first := s.Outline(); first != s.Outline() {
		t.Error("an outline is made twice")
	}
}
