package event

import (
	"slices"
	"testing"
)

// TestUntold: what a model takes for an event is none where the word belongs to a
// name, where an act without a rule is still to come, and where an accident is told.
func TestUntold(t *testing.T) {
	r := newRig(t)
	defer r.save()
	for _, c := range []struct {
		text, lemma, typ string
		want             bool
	}{
		{"[Malta] visited the Museum of the Desert War.", "war", "ASSAULT", true},
		{"[Malta] began a war against [Cyprus].", "war", "ASSAULT", false},
		{"[Malta] will widen the port of [Cyprus].", "widen", "COOPERATE", true},
		{"[Malta] widened the port of [Cyprus].", "widen", "COOPERATE", false},
		{"[Malta] will bomb [Cyprus].", "bomb", "ASSAULT", false}, // a rule sees it
		{"A flood killed [two soldiers].", "kill", "ASSAULT", true},
		{"[Rebels] killed [two soldiers] near a river in flood.", "kill", "ASSAULT", false},
	} {
		read := r.read(c.text)
		nobody := &party{how: partyNone, tok: -1}
		x := &choice{tok: slices.Index(read.lemma, c.lemma), typ: c.typ, src: nobody, tgt: nobody, reading: read}
		if got := x.untold(); got != c.want {
			t.Errorf("%s: %q is untold: %v", c.text, c.lemma, got)
		}
	}
}
