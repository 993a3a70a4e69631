package graph

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dyad/schema"
)

// encounter is a report in which somebody with an id threatens NATO.
func encounter(id, person, code string) *schema.Document {
	m := newDoc(id, "2011-10-25", "Daily")
	s := m.say("Ann Example threatened NATO.")
	m.actor(person, "Ann Example", schema.KindPerson, code, m.span(s, "Ann Example"))
	m.actor("org:nato", "NATO", schema.KindOrganization, "IGO", m.span(s, "NATO"))
	e := m.event(s, "THREATEN", "threatened", "2011-10-25", person, "org:nato")
	e.CAMEO, e.Quad = "130", 3
	return m.done()
}

// TestSameName: a name in several places is one actor each, joined by a doubt
// that does not depend on the order of loading and goes with its actor.
func TestSameName(t *testing.T) {
	db := open(t)
	docs := []*schema.Document{
		encounter("a1", "person:ann-example~gbr", "GBR"), encounter("a2", "person:ann-example~fra", "FRA"),
		encounter("a3", "person:ann-example", "USA"), encounter("a4", "person:ann-example-smith~gbr", "GBR"),
	}
	load(t, db, LoadOptions{}, docs...)
	want := digest(t, db)
	edges := "MATCH (a:Actor)-[s:POSSIBLY_SAME_AS]->(b:Actor) RETURN a.actorId, b.actorId, s.why ORDER BY a.actorId, b.actorId"
	pairs := [][]any{
		{"person:ann-example", "person:ann-example~fra", sameName}, {"person:ann-example", "person:ann-example~gbr", sameName},
		{"person:ann-example~fra", "person:ann-example~gbr", sameName},
	}
	if diff := cmp.Diff(pairs, ask(t, db, edges, nil)); diff != "" {
		t.Errorf("doubts (-want +got):\n%s", diff)
	}
	wipe(t, db)
	for _, i := range []int{3, 1, 2, 0, 1} {
		load(t, db, LoadOptions{}, docs[i])
	}
	if digest(t, db) != want {
		t.Error("another order of loading gives another graph")
	}
	if _, err := db.Retract(context.Background(), "a3"); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(pairs[2:], ask(t, db, edges, nil)); diff != "" {
		t.Errorf("doubts without the third (-want +got):\n%s", diff)
	}
	if n := number(t, db, "MATCH (a:Actor {actorId: 'person:ann-example'}) RETURN count(a)"); n != 0 {
		t.Error("the actor of a retracted article is left")
	}
}
