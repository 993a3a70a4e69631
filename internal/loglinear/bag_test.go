package loglinear

import (
	"strings"
	"testing"
)

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
		say, verb := PartOf("say"), PartOf("VERB")
		if b.Join("lemma=", &say, &verb); b.Keys[2] != b.Keys[1] || b.Names[2] != b.Names[1] {
			t.Errorf("joined feature is %q with %x, want %q with %x", b.Names[2], b.Keys[2], b.Names[1], b.Keys[1])
		}
		if got := Joined(&say, &verb); got != Hash(HashStart, "sayVERB") {
			t.Errorf("joined parts have hash %x", got)
		}
		if b.Reset(); len(b.Keys) != 0 || len(b.Names) != 0 {
			t.Error("reset leaves features")
		}
	}
}

// TestPart checks that a hash goes on with a part as with its text.
func TestPart(t *testing.T) {
	for n := range 200 {
		text := strings.Repeat("é", n)
		p := PartOf(text)
		if got, want := HashStart*p.power+p.hash, Hash(HashStart, text); got != want || p.Text() != text {
			t.Errorf("%d bytes: hash %x, want %x", len(text), got, want)
		}
	}
}
