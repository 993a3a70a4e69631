package event

import "testing"

func TestMisses(t *testing.T) {
	r := newRig(t)
	defer r.save()
	for _, tt := range []struct{ sentence, word, why string }{
		{"[Chad] held a cup.", "held", "the object is none of its words"},
		{"[Egypt] met the deadline.", "met", "no actor stands where it needs one"},
		{"The taxi left.", "left", "no phrase with its preposition"},
	} {
		doc, ling := r.document(tt.sentence)
		got := r.coder.Misses(doc, ling)
		found := false
		for _, m := range got {
			if m.Word.Text == tt.word && m.Why == tt.why {
				found = true
			}
		}
		if !found {
			t.Errorf("%q: got %v, want %q: %s", tt.sentence, got, tt.word, tt.why)
		}
	}
}
