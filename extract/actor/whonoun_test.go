package actor

import (
	"strings"
	"testing"

	"dyad/schema"
)

// TestNounTakesUp: a definite noun is whoever was named before and may be meant,
// and somebody new where nobody is.
func TestNounTakesUp(t *testing.T) {
	r := mustResolver(t)
	for text, want := range map[string]string{
		"Senator Ana Ruiz of Peru rejected the bill. The lawmaker called it a sham.":                            "Ana Ruiz",
		"Ana Ruiz, a Peruvian writer, rejected the bill. The author called it a sham.":                          "Ana Ruiz",
		"Peru's president Ana Ruiz met Juan Soto, a farmer. The head of state praised him.":                     "Ana Ruiz",
		"Ana Ruiz, a Peruvian writer, rejected the bill. Chile's new defence minister called it a sham.":        "minister",
		"Senator Ana Ruiz of Peru rejected the bill. The head of the port of Antofagasta called it a good one.": "head",
	} {
		doc, _ := read(t, r, "2020-05-05", text)
		got := ""
		for _, m := range doc.Mentions {
			if m.Sentence == 1 && m.First == 0 && m.Form == schema.FormNominal {
				got = actorByID(doc, m.Actors[0]).Name
			}
		}
		if !strings.Contains(got, want) {
			t.Errorf("%s: the noun means %q, want %q", text, got, want)
		}
	}
}
