package event

import (
	"strings"
	"testing"
)

// TestCodeUnseen checks that an event is coded by a model that has not learned
// from its fold: with all attacks in one fold it is less sure of them than the
// model that has seen them.
func TestCodeUnseen(t *testing.T) {
	r := newRig(t)
	defer r.save()
	c := r.taught()
	unseen := r.course()
	for i := range unseen {
		if unseen[i].Fold = "peace"; strings.Contains(unseen[i].Ling.Text, "bombed") {
			unseen[i].Fold = "war"
		}
	}
	c.CodeUnseen(unseen)
	attacks := 0
	for i, ex := range r.course() {
		c.Code(ex.Doc, ex.Ling)
		for _, e := range ex.Doc.Events {
			if e.Type != "ASSAULT" {
				continue
			}
			attacks++
			for _, u := range unseen[i].Doc.Events {
				if u.Type == "ASSAULT" && u.Confidence >= e.Confidence {
					t.Errorf("%q: unseen confidence %.2f, seen %.2f", ex.Ling.Text, u.Confidence, e.Confidence)
				}
			}
		}
	}
	if attacks == 0 {
		t.Error("the model that has seen the attacks codes none")
	}
}
