package attribution

import (
	"strings"
	"testing"

	"dyad/schema"
)

// TestSpeaker checks who is meant by sources that are more than a name.
func TestSpeaker(t *testing.T) {
	a, err := New()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, tree string
		mentions   []schema.Mention
		want       string
	}{
		{"a name in apposition goes before a role",
			"A a DET 2 det\nlawyer lawyer NOUN 10 nsubj\nfor for ADP 5 case\nthe the DET 5 det\npress press NOUN 2 nmod\n, , PUNCT 2 punct\nAnn Ann PROPN 2 appos\nLee Lee PROPN 7 flat\n, , PUNCT 2 punct\nsaid say VERB 0 root\nroads road NOUN 12 nsubj\nclosed close VERB 10 ccomp",
			[]schema.Mention{{First: 0, Last: 2, Head: 1, Actors: []string{"group:1"}}, {First: 6, Last: 8, Head: 6, Actors: []string{"person:lee"}}},
			"person:lee"},
		{"who speaks for somebody means him",
			"A a DET 2 det\nspokesman spokesman NOUN 5 nsubj\nfor for ADP 4 case\nPorter Porter PROPN 2 nmod\nsaid say VERB 0 root\nroads road NOUN 7 nsubj\nclosed close VERB 5 ccomp",
			[]schema.Mention{{First: 0, Last: 2, Head: 1, Actors: []string{"group:1"}}, {First: 3, Last: 4, Head: 3, Actors: []string{"person:porter"}}},
			"person:porter"},
		{"supporters of his critics are nobody's voice",
			"Soldiers soldier NOUN 4 nsubj\nfrom from ADP 3 case\nPorter Porter PROPN 1 nmod\nsaid say VERB 0 root\nroads road NOUN 6 nsubj\nclosed close VERB 4 ccomp",
			[]schema.Mention{{First: 0, Last: 1, Head: 0, Actors: []string{"group:1"}}, {First: 2, Last: 3, Head: 2, Actors: []string{"person:porter"}}},
			"group:1"},
		{"a document speaks for who issued it",
			"Porter Porter PROPN 2 nsubj\nissued issue VERB 0 root\na a DET 4 det\nletter letter NOUN 2 obj\n. . PUNCT 2 punct\n\nThe the DET 2 det\nletter letter NOUN 3 nsubj\nsaid say VERB 0 root\nroads road NOUN 5 nsubj\nclosed close VERB 3 ccomp",
			[]schema.Mention{{First: 0, Last: 1, Head: 0, Actors: []string{"person:porter"}}},
			"person:porter person:porter"},
		{"one of the spokesmen of somebody",
			"One one NUM 6 nsubj\nof of ADP 5 case\nPorter Porter PROPN 5 nmod:poss\n's 's PART 3 case\nspokesmen spokesman NOUN 1 nmod\nsaid say VERB 0 root\nroads road NOUN 8 nsubj\nclosed close VERB 6 ccomp",
			[]schema.Mention{{First: 2, Last: 3, Head: 2, Modifier: true, Actors: []string{"person:porter"}}},
			"person:porter"},
		{"a surname that is an ordinary word",
			"Ann Ann PROPN 3 nsubj\nKing King PROPN 1 flat\nwon win VERB 0 root\n. . PUNCT 3 punct\n\nKing king NOUN 2 nsubj\nsaid say VERB 0 root\nroads road NOUN 4 nsubj\nclosed close VERB 2 ccomp",
			[]schema.Mention{{First: 0, Last: 2, Head: 0, Form: schema.FormName, Actors: []string{"person:lee"}}},
			"person:lee"},
		{"an ordinary word that is somebody's surname is somebody else",
			"Ann Ann PROPN 3 nsubj\nKing King PROPN 1 flat\nwon win VERB 0 root\n. . PUNCT 3 punct\n\nThe the DET 2 det\nking king NOUN 3 nsubj\nsaid say VERB 0 root\nroads road NOUN 5 nsubj\nclosed close VERB 3 ccomp",
			[]schema.Mention{{First: 0, Last: 2, Head: 0, Form: schema.FormName, Actors: []string{"person:lee"}}},
			schema.ID("group", "a", "king", "", "")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ling := parse(t, tt.tree)
			doc := &schema.Document{Article: schema.Article{ID: "a", Text: ling.Text}, Mentions: tt.mentions, Actors: []schema.Actor{
				{ID: "group:1", Kind: schema.KindPerson, Generic: true}, {ID: "person:lee", Kind: schema.KindPerson}, {ID: "person:porter", Kind: schema.KindPerson}}}
			for i := range doc.Mentions {
				m := &doc.Mentions[i]
				m.Start, m.End = ling.Sentences[0].Tokens[m.First].Start, ling.Sentences[0].Tokens[m.Last-1].End
			}
			a.Attribute(doc, ling)
			var got []string
			for _, x := range doc.Attributions {
				if x.Actor != nil {
					got = append(got, *x.Actor)
				}
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("speakers %v, want %s", got, tt.want)
			}
		})
	}
}
