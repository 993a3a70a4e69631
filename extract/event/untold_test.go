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
		{"[The envoy] may visit [Cyprus] in May.", "visit", "CONSULT", true},
		{"[The envoy] may not visit [Cyprus] in May.", "visit", "CONSULT", false},
		{"[The envoy] could accuse [Cyprus] of theft.", "accuse", "ACCUSE", false}, // said all the same
		{"There were no commitments by [Malta].", "commitment", "REJECT", true},
		{"[The envoy] has no objection to the bridge of [Cyprus].", "objection", "REJECT", true},
		{"[Malta] gave no commitments to [Cyprus].", "commitment", "REJECT", false},
		{"[Malta] sent men to fight alongside [Cyprus].", "fight", "ASSAULT", true},
		{"[Malta] sent men to fight alongside [Cyprus] against [Norway].", "fight", "ASSAULT", false},
		{"The party has 40 percent support among [nurses].", "support", "SUPPORT", true},
		{"[The party] has the support of [nurses].", "support", "SUPPORT", false},
	} {
		read := r.read(c.text)
		nobody := &party{how: partyNone, tok: -1}
		x := &choice{tok: slices.Index(read.lemma, c.lemma), typ: c.typ, src: nobody, tgt: nobody, reading: read}
		if got := x.untold(); got != c.want {
			t.Errorf("%s: %q is untold: %v", c.text, c.lemma, got)
		}
	}
}

// TestWordless: in an article, blame, refusal and threat that no rule sees need a word of
// their kind.
func TestWordless(t *testing.T) {
	r := newRig(t)
	defer r.save()
	for _, c := range []struct {
		text, lemma, typ string
		want             bool
	}{
		{"[The minister] said that [the fund] paid lawyers.", "pay", "ACCUSE", true}, // no word of reproach
		{"[The minister] said that [the fund] paid lawyers without cause.", "pay", "ACCUSE", false},
		{"[The minister] widened the port of [Cyprus].", "widen", "REJECT", true},
		{"[The minister] widened the port of [Cyprus].", "widen", "THREATEN", true},
		{"[The minister] rattled the guards of [Cyprus].", "rattle", "THREATEN", false},
	} {
		read := r.read(c.text)
		read.alone = false
		x := &choice{tok: slices.Index(read.lemma, c.lemma), typ: c.typ, reading: read}
		if got := x.blameless() || x.wordless(); got != c.want {
			t.Errorf("%s: %s has no word of its kind: %v", c.text, c.typ, got)
		}
	}
}

// TestUndertakenByOthers: what others do is no promise of who speaks of it.
func TestUndertakenByOthers(t *testing.T) {
	r := newRig(t)
	defer r.save()
	for text, want := range map[string]bool{
		"[Malta] said that [Cyprus] widened the port.": true,
		"[Malta] widened the port of [Cyprus].":        false,
		"\"We widened the port\", [Malta] said.":       false,
	} {
		read := r.read(text)
		read.alone = false
		x := &choice{tok: slices.Index(read.lemma, "widen"), typ: "AGREE", src: &read.parties[0], tgt: read.partyOf(nil), reading: read}
		if got := x.undertakenByOthers(); got != want {
			t.Errorf("%s: undertaken by others: %v", text, got)
		}
	}
}

// TestOrdinaryCrime: in news of crime a hostile act is an event only where somebody
// with a part in politics suffers it; one word of crime in a long article is not
// enough, nor are many where the rules see act after act.
func TestOrdinaryCrime(t *testing.T) {
	r := newRig(t)
	defer r.save()
	for _, c := range []struct {
		text, typ    string
		crimes, acts int
		want         bool
	}{
		{"[Guards] arrested [the trader].", "COERCE", 1, 0, true},
		{"[Guards] arrested [the trader].", "CONSULT", 1, 0, false},
		{"[Guards] arrested [the trader].", "COERCE", 0, 0, false},
		{"[Guards] arrested [the trader].", "COERCE", 1, 9, false},
		{"[Guards] arrested [the minister!GOV].", "COERCE", 1, 0, false},
	} {
		read := r.read(c.text)
		read.alone, read.here = false, counts{}
		read.scene.crimes, read.scene.rules = c.crimes, counts{countKey("acts"): c.acts}
		last := read.parties[len(read.parties)-2]
		x := &choice{tok: 1, typ: c.typ, src: &read.parties[0], tgt: &last, reading: read}
		if got := x.ordinaryCrime(); got != c.want {
			t.Errorf("%s as %s with %d, %d: ordinary crime: %v (%v)", c.text, c.typ, c.crimes, c.acts, got, last.how)
		}
	}
}

// TestBlameless: an accusation that no rule sees needs a word of reproach, unless it is
// part of what somebody says.
func TestBlameless(t *testing.T) {
	r := newRig(t)
	defer r.save()
	for _, c := range []struct {
		text, lemma string
		want        bool
	}{
		{"[Malta] chose [Cyprus] as its partner.", "choose", true},
		{"[Malta] put the crisis down to [Cyprus].", "put", false},
		{"[Malta] said that [Cyprus] chose its friends.", "choose", false},
	} {
		read := r.read(c.text)
		read.alone = false
		x := &choice{tok: slices.Index(read.lemma, c.lemma), typ: "ACCUSE", reading: read}
		if got := x.blameless(); got != c.want {
			t.Errorf("%s: %q is blameless: %v", c.text, c.lemma, got)
		}
	}
}

// TestDutyOfNobody: a duty needs somebody who has it, in the sentence or for the rules.
func TestDutyOfNobody(t *testing.T) {
	r := newRig(t)
	defer r.save()
	for _, c := range []struct {
		text, lemma string
		how         string
		want        bool
	}{
		{"\"There must be limits,\" [Malta] said.", "be", partyBefore, true},
		{"\"There must be limits,\" [Malta] said.", "be", partyMention, false},
		{"\"[Cyprus] must pay,\" [Malta] said.", "pay", partyBefore, false},
	} {
		read := r.read(c.text)
		x := &choice{tok: slices.Index(read.lemma, c.lemma), typ: "REQUEST", tgt: &party{how: c.how}, reading: read}
		if got := x.dutyOfNobody(); got != c.want {
			t.Errorf("%s: a duty of nobody: %v", c.text, got)
		}
	}
}
