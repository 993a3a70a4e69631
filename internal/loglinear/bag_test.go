package loglinear

import "testing"

// TestBagNames checks that a feature has the hash of its name, which is what
// the weights are read by, in every form.
func TestBagNames(t *testing.T) {
	for form, want := range map[Form][]string{
		{Prefix: "cue:", Separator: "|", Plain: 2}: {"cue:bias", "cue:lemma=say|VERB"},
		{Separator: " ", Plain: 1}:                 {"bias", "lemma= say VERB"},
		{}:                                         {"bias", "lemma=sayVERB"},
	} {
		b := NewBag(form, true).Add("bias").Add("lemma=", "say", "VERB")
		for i, name := range want {
			if b.Names[i] != name || b.Keys[i] != Hash(HashStart, name) {
				t.Errorf("feature %d is %q with %x, want %q with its hash", i, b.Names[i], b.Keys[i], name)
			}
		}
		if b.Reset(); len(b.Keys) != 0 || len(b.Names) != 0 {
			t.Error("reset leaves features")
		}
	}
}
