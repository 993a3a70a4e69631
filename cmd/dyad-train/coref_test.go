package main

import (
	"slices"
	"testing"

	"dyad/extract/nlp"
)

func TestEntityParts(t *testing.T) {
	for misc, want := range map[string][]string{
		"": nil, "SpaceAfter=No": nil,
		"Entity=(1-person-new-cf1-1-coref":                {"(1-person-new-cf1-1-coref"},
		"Entity=(6-person-giv-cf1-1-ana)|SpaceAfter=No":   {"(6-person-giv-cf1-1-ana", "6"},
		"Entity=(4-abstract-new-cf2-3(5-object-new-cf3-1": {"(4-abstract-new-cf2-3", "(5-object-new-cf3-1"},
		"Entity=4)3)": {"4", "3"},
	} {
		if got := entityParts(misc); !slices.Equal(got, want) {
			t.Errorf("entityParts(%q) = %q, want %q", misc, got, want)
		}
	}
}

// TestChainsOf reads "[[Peru]'s envoy] ... he": the head of the longer mention
// is its second noun.
func TestChainsOf(t *testing.T) {
	tokens := []nlp.Token{
		{Form: "Peru", Misc: "Entity=(2-person-new-nnn-cf1-3-coref(1-place-new-nnn-cf2-1-sgl)"}, {Form: "'s"}, {Form: "envoy", Misc: "Entity=2)"},
		{Form: "left"}, {Form: "he", Misc: "Entity=(2-person-giv:act-nnn-cf1-1-ana)"},
	}
	got := chainsOf([]nlp.Sentence{{Tokens: tokens}})
	for token, want := range []string{"1", "", "2", "", "2"} {
		if got[[2]int{0, token}] != want {
			t.Errorf("token %d means %q, want %q", token, got[[2]int{0, token}], want)
		}
	}
}
