package graph

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dyad/schema"
)

// told is a report with two statements: an official tells a newspaper and the
// council something, and the newspaper reports something for itself.
func told() *schema.Document {
	m := newDoc("told", "2011-10-28", "Daily")
	s := m.say("Ann Lee told the Herald and the council that Russia had agreed.")
	m.actor("person:ann-lee", "Ann Lee", schema.KindPerson, "GEO", m.span(s, "Ann Lee"))
	m.actor("org:herald", "Herald", schema.KindOrganization, "", m.span(s, "Herald"))
	m.actor("org:council", "Council", schema.KindOrganization, "IGO", m.span(s, "council"))
	m.actor("country:RUS", "Russia", schema.KindCountry, "RUS", m.span(s, "Russia"))
	lee, herald := "person:ann-lee", "org:herald"
	m.doc.Attributions = []schema.Attribution{{ID: "told-1", Kind: schema.KindSpeech, Actor: &lee, Carrier: herald,
		Source: []schema.TextSpan{m.span(s, "Ann Lee")}, Cue: []schema.TextSpan{m.span(s, "told")},
		Addressee: []schema.Addressee{{TextSpan: m.span(s, "the Herald and the council"), Actors: []string{herald, "org:council"}}},
		Content:   []schema.TextSpan{m.span(s, "that Russia had agreed")}, About: []string{"country:RUS"},
		Sentence: s, Rule: "clause:tell", Confidence: 0.9}}
	s = m.say("The ferry has sunk, the Herald reported.")
	m.actor("org:herald", "Herald", schema.KindOrganization, "", m.span(s, "Herald"))
	m.doc.Attributions = append(m.doc.Attributions, schema.Attribution{ID: "told-2", Kind: schema.KindSpeech, Actor: &herald, Carrier: herald,
		Source: []schema.TextSpan{m.span(s, "the Herald")}, Cue: []schema.TextSpan{m.span(s, "reported")},
		Content: []schema.TextSpan{m.span(s, "The ferry has sunk")}, Sentence: s, Rule: "fronted:report", Confidence: 0.9})
	return m.done()
}

// TestAddressee checks whom statements are addressed and credited to, that a
// medium makes none of what it only reports, and that nothing of it stays.
func TestAddressee(t *testing.T) {
	db := open(t)
	load(t, db, LoadOptions{}, corpus()...)
	want := digest(t, db)
	load(t, db, LoadOptions{}, told())
	got := ask(t, db, `MATCH (st:Statement)-[:EVIDENCED_BY]->(:Sentence)-[:PART_OF]->(:Article {articleId: 'told'})
RETURN st.content AS content, [(x)-[:MADE]->(st) | x.name] AS made, COLLECT { MATCH (st)-[:ADDRESSED_TO]->(x) RETURN x.name ORDER BY x.name } AS to,
  [(st)-[:CREDITED_TO]->(x) | x.name] AS credited ORDER BY content`, nil)
	rows := [][]any{
		{"The ferry has sunk", []any{}, []any{}, []any{"Herald"}},
		{"that Russia had agreed", []any{"Ann Lee"}, []any{"Council", "Herald"}, []any{"Herald"}},
	}
	if diff := cmp.Diff(rows, got); diff != "" {
		t.Errorf("statements (-want +got):\n%s", diff)
	}
	id := ask(t, db, "MATCH (st:Statement)-[:ADDRESSED_TO]->(:Actor {actorId: 'org:council'}) RETURN st.statementId", nil)[0][0].(string)
	x, err := db.Explain(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	if len(x.Addressees) != 2 || x.Addressees[0]["id"] != "org:council" || len(x.Carriers) != 1 || x.Carriers[0]["id"] != "org:herald" {
		t.Errorf("explained with addressees %v, carriers %v", x.Addressees, x.Carriers)
	}
	both := digest(t, db)
	if load(t, db, LoadOptions{}, told()); digest(t, db) != both {
		t.Error("a second load changed the graph")
	}
	if _, err := db.Retract(context.Background(), "told"); err != nil {
		t.Fatal(err)
	}
	if digest(t, db) != want {
		t.Error("something of the article is left after it was retracted")
	}
}
