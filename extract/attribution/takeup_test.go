package attribution

import (
	"testing"

	"dyad/extract/nlp"
	"dyad/schema"
)

func readerOf(t *testing.T, ling *nlp.Doc) *reader {
	t.Helper()
	lex, _, err := loadLexicon()
	if err != nil {
		t.Fatal(err)
	}
	return newReader(lex, ling)
}

// TestCalledBefore: "the council" is the council named last in the text, though
// the one of an earlier source was found later.
func TestCalledBefore(t *testing.T) {
	named := "Council Council PROPN 2 nsubj\nmet meet VERB 0 root\n. . PUNCT 2 punct\n\n"
	ling := parse(t, named+named+"The the DET 2 det\ncouncil council NOUN 3 nsubj\nsaid say VERB 0 root\nso so ADV 3 advmod")
	doc := &schema.Document{
		Article: schema.Article{ID: "a", Text: ling.Text},
		Actors:  []schema.Actor{{ID: "org:far", Kind: schema.KindOrganization}, {ID: "org:near", Kind: schema.KindOrganization}},
		Mentions: []schema.Mention{
			{Span: schema.Span{Start: ling.Sentences[1].Start, End: ling.Sentences[1].Start + 7}, Sentence: 1, Last: 1, Form: schema.FormName, Actors: []string{"org:near"}},
		},
	}
	r := readerOf(t, ling)
	w := newWhoIndex(r, doc)
	w.mention(r.trees[0], stretch{0, 1}, 0, "org:far", schema.FormName)
	c := &candidate{tree: r.trees[2], source: stretch{0, 2}, sourceHead: 1}
	if got := w.takenUp(c, chain{}); got != "org:near" {
		t.Errorf("the council is %s, want org:near", got)
	}
}

// TestMentionOrder: the mentions of a sentence stay in text order, whatever a
// source adds.
func TestMentionOrder(t *testing.T) {
	ling := parse(t, "Ada Ada PROPN 2 nsubj\nmet meet VERB 0 root\nBen Ben PROPN 2 obj")
	r := readerOf(t, ling)
	w := newWhoIndex(r, &schema.Document{Mentions: []schema.Mention{{Span: schema.Span{Start: 8, End: 11}, First: 2, Last: 3, Head: 2, Actors: []string{"person:ben"}}}})
	w.mention(r.trees[0], stretch{0, 1}, 0, "person:ada", schema.FormName)
	if got := w.bySentence[0]; len(got) != 2 || got[0].Actors[0] != "person:ada" {
		t.Errorf("first mention is of %v, want person:ada", got[0].Actors)
	}
}

// TestCalled: a speaker without a name who is an actor of the document already
// is no second one; with another code he is.
func TestCalled(t *testing.T) {
	w := newWhoIndex(&reader{}, &schema.Document{Actors: []schema.Actor{{ID: "group:1", Name: "Norwegian drivers", Aliases: []string{"Drivers"}, Kind: schema.KindGroup, Generic: true, Code: "NOR"}}})
	for code, want := range map[string]string{"NOR": "group:1", "PER": ""} {
		if got := w.called("drivers", &schema.Actor{Kind: schema.KindGroup, Code: code}); got != want {
			t.Errorf("drivers of %s are %q, want %q", code, got, want)
		}
	}
}

// TestListFresh: a description is no alias of somebody named, and a mention of
// an actor whom the document does not have is passed over.
func TestListFresh(t *testing.T) {
	ling := parse(t, "The the DET 2 det\nmayor mayor NOUN 3 nsubj\nmet meet VERB 0 root\nBen Ben PROPN 3 obj")
	r := readerOf(t, ling)
	doc := &schema.Document{Article: schema.Article{Text: ling.Text}, Actors: []schema.Actor{{ID: "person:ben", Name: "Ben Lee", Kind: schema.KindPerson}}}
	w := newWhoIndex(r, doc)
	w.mention(r.trees[0], stretch{0, 2}, 1, "person:ben", schema.FormNominal)
	w.mention(r.trees[0], stretch{3, 4}, 3, "person:ben", schema.FormName)
	w.mention(r.trees[0], stretch{3, 4}, 3, "person:nobody", schema.FormName)
	w.listFresh(nil)
	if got := doc.Actors[0]; len(got.Mentions) != 2 || len(got.Aliases) != 1 || got.Aliases[0] != "Ben" {
		t.Errorf("mentions %v, aliases %q; want 2 mentions and the alias Ben", got.Mentions, got.Aliases)
	}
}
