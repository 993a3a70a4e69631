package attribution

import (
	"testing"

	"dyad/schema"
)

// TestNamesakes: one name in two articles is two actors where the texts tell of
// two states.
func TestNamesakes(t *testing.T) {
	a, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ code, want string }{{"NOR", "org:morning-tidings~nor"}, {"PER", "org:morning-tidings~per"}, {"", "org:morning-tidings"}} {
		ling := parse(t, "Drivers driver NOUN 2 nsubj\nleft leave VERB 0 root\n. . PUNCT 2 punct\n\nMorning Morning PROPN 2 compound\nTidings Tidings PROPN 3 nsubj\nsaid say VERB 0 root\nroads road NOUN 5 nsubj\nclosed close VERB 3 ccomp")
		doc := &schema.Document{
			Article:  schema.Article{ID: "a", Text: ling.Text},
			Actors:   []schema.Actor{{ID: "group:1", Name: "drivers", Kind: schema.KindGroup, Generic: true, Code: tt.code}},
			Mentions: []schema.Mention{{Span: schema.Span{Start: 0, End: 7}, Last: 1, Actors: []string{"group:1"}}},
		}
		a.Attribute(doc, ling)
		if last := doc.Actors[len(doc.Actors)-1].ID; last != tt.want {
			t.Errorf("with a text about %q: actor %s, want %s", tt.code, last, tt.want)
		}
	}
}
