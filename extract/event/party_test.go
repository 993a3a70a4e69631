package event

import (
	"slices"
	"testing"

	"dyad/extract/nlp"
	"dyad/schema"
)

// TestOnlyNames: a participle before a noun that says what somebody is called
// accuses nobody; one with an agent or as the predicate does.
func TestOnlyNames(t *testing.T) {
	r := newRig(t)
	defer r.save()
	for text, want := range map[string]bool{
		"[Malta] arrested the suspected smuggler in [Cyprus].":      true,
		"[Malta] was suspected of fraud by [Cyprus].":               false,
		"[Malta] suspected traders in [Cyprus] of fraud on Sunday.": false,
	} {
		read := r.read(text)
		i := slices.IndexFunc(read.sent.Tokens, func(k nlp.Token) bool { return k.Form == "suspected" })
		if got := read.onlyNames(&choice{tok: i, typ: "ACCUSE"}); got != want {
			t.Errorf("%s: only names: %v, want %v", text, got, want)
		}
	}
}

// TestSaidByOther: the source of words is who the attributions say speaks them.
func TestSaidByOther(t *testing.T) {
	r := newRig(t)
	defer r.save()
	read := r.read("[Malta] met [Cyprus], urging [Norway] to talk.")
	i := slices.Index(read.lemma, "urge")
	span := schema.Span{Start: read.sent.Tokens[i].Start, End: read.sent.Tokens[i].End}
	actor := read.parties[0].refs[0].id
	read.doc.Attributions = []schema.Attribution{{Kind: schema.KindSpeech, Actor: &actor, Cue: []schema.TextSpan{{Span: span}}}}
	fr := read.newFrame(i, "REQUEST")
	for k, want := range []bool{false, true, true} {
		if got := read.saidByOther(fr, &read.parties[k]); got != want {
			t.Errorf("%s: said by another one: %v, want %v", read.parties[k].code, got, want)
		}
	}
	if read.saidByOther(read.newFrame(slices.Index(read.lemma, "meet"), "CONSULT"), &read.parties[1]) {
		t.Error("a verb that is no cue has the parties that it has")
	}
}

// TestSaidByOtherOwn: a demand that somebody turns down is that of whose it is,
// though the verb that turns it down is the cue of a statement.
func TestSaidByOtherOwn(t *testing.T) {
	r := newRig(t)
	defer r.save()
	read := r.read("[Malta] rejected [Cyprus]'s demand for talks.")
	i := slices.Index(read.lemma, "demand")
	actor := read.parties[0].refs[0].id
	cue := schema.Span{Start: read.sent.Tokens[slices.Index(read.lemma, "reject")].Start, End: read.sent.Tokens[i].End}
	read.doc.Attributions = []schema.Attribution{{Kind: schema.KindSpeech, Actor: &actor, Cue: []schema.TextSpan{{Span: cue}}}}
	fr := read.newFrame(i, "REQUEST")
	for k := range read.parties {
		if p := &read.parties[k]; len(p.refs) == 1 && p.refs[0].id != actor && read.saidByOther(fr, p) {
			t.Errorf("%v is not the source of its own demand", p.refs)
		}
	}
}

// TestTrustAlone: a rule's party counts more in a sentence that stands alone.
func TestTrustAlone(t *testing.T) {
	r := newRig(t)
	defer r.save()
	read := r.read("[Malta] attacked [Cyprus].")
	fr := read.newFrame(slices.Index(read.lemma, "attack"), "ASSAULT")
	for _, c := range []struct {
		alone bool
		side  string
		party int
		want  float64
	}{{false, "s:", 0, trustParty}, {true, "s:", 0, trustAlone}, {true, "t:", 0, 0}, {true, "t:", 1, trustAlone}} {
		read.alone = c.alone
		if got := read.trustSide(fr, c.side, &read.parties[c.party]); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

// TestUndone: what an act ends or turns down is no event beside it.
func TestUndone(t *testing.T) {
	r := newRig(t)
	defer r.save()
	for text, want := range map[string]bool{
		"[Malta] suspended joint exercises with [Cyprus].": true,
		"[Malta] held joint exercises with [Cyprus].":      false,
	} {
		read := r.read(text)
		i := slices.Index(read.lemma, "exercise")
		if got := read.undone(&choice{tok: i, typ: "COOPERATE"}); got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
		if read.undone(&choice{tok: i, typ: "MOBILIZE"}) {
			t.Errorf("%s: only what is friendly is undone", text)
		}
	}
}

// TestJoinAll: of an act done together all are sources and nobody is the target.
func TestJoinAll(t *testing.T) {
	r := newRig(t)
	defer r.save()
	read := r.read("[Malta] and [Cyprus] signed a treaty in [Norway].")
	i := slices.Index(read.lemma, "sign")
	malta, norway := &read.parties[0], &read.parties[len(read.parties)-1]
	for k := range read.parties {
		if read.parties[k].code == "NOR" {
			norway = &read.parties[k]
		}
	}
	c := &choice{tok: i, typ: "SUPPORT", reading: read, src: malta, tgt: norway}
	if c.joinAll(); c.src.code != "CYP+MLT" || c.tgt.how != partyNone {
		t.Errorf("%q and %q, want Cyprus and Malta and nobody", c.src.code, c.tgt.code)
	}
	c = &choice{tok: i, typ: "AGREE", reading: read, src: malta, tgt: norway}
	if c.joinAll(); c.tgt != norway {
		t.Error("the parties of another type are those of the rule")
	}
	c = &choice{tok: i, typ: "SUPPORT", reading: read, src: norway, tgt: read.partyOf(nil)}
	if c.joinAll(); c.src != norway {
		t.Error("who has no part in it is replaced")
	}
	for text, want := range map[string]bool{
		"[Malta] and [Cyprus] accused each other of attacks on [Norway].": true,
		"[Malta] and [Cyprus] accused others of attacks on [Norway].":     false,
	} {
		read := r.read(text)
		c := &choice{tok: slices.Index(read.lemma, "accuse"), typ: "ACCUSE", reading: read}
		for k := range read.parties {
			switch p := &read.parties[k]; p.code {
			case "CYP+MLT":
				c.src = p
			case "NOR":
				c.tgt = p
			}
		}
		if c.joinAll(); (c.tgt.how == partyNone) != want {
			t.Errorf("%s: target %q", text, c.tgt.code)
		}
	}
}

// TestKeptOff: whose the subject is, of which state the object is, whose family somebody is of, who is to be freed, who
// is called home, and the state in which others agree are on no side; to whom something is
// done, and of whom somebody else says something in blame, is no source.
func TestKeptOff(t *testing.T) {
	r := newRig(t)
	defer r.save()
	for _, c := range []struct {
		text, verb, typ, side, code string
		want                        bool
	}{
		{"[Malta]'s [president] sued a paper in [Cyprus].", "sue", "ACCUSE", "t:", "MLT", true},
		{"[Malta]'s [president] sued [Cyprus].", "sue", "ACCUSE", "t:", "CYP", false},
		{"The [wife] of [Malta] sued [Cyprus].", "sue", "ACCUSE", "s:", "MLT", true},
		{"The [envoy] of [Malta] sued [Cyprus].", "sue", "ACCUSE", "s:", "MLT", false},
		{"[Malta] demanded [Cyprus]'s release.", "demand", "REQUEST", "t:", "CYP", true},
		{"[Malta] demanded [Cyprus]'s apology.", "demand", "REQUEST", "t:", "CYP", false},
		{"[Malta] was freed by [Cyprus].", "free", "RETREAT", "s:", "MLT", true},
		{"[Malta] was freed by [Cyprus].", "free", "RETREAT", "s:", "CYP", false},
		{"Three [Cypriot=Cyprus] [nurses] were killed in [Malta].", "kill", "ASSAULT", "s:", "CYP", true},
		{"The [Cypriot=Cyprus] invasion killed three [nurses] in [Malta].", "kill", "ASSAULT", "s:", "CYP", false},
		{"[The judge] said that [Malta] spoils the water of [Cyprus].", "spoil", "ACCUSE", "s:", "MLT", true},
		{"[Malta] spoils the water of [Cyprus].", "spoil", "ACCUSE", "s:", "MLT", false},
		{"[The judge] and [the envoy] signed a truce in [Malta].", "sign", "AGREE", "t:", "MLT", true},
		{"[The judge] signed a truce with [Malta].", "sign", "AGREE", "t:", "MLT", false},
	} {
		read := r.read(c.text)
		fr := read.newFrame(slices.Index(read.lemma, c.verb), c.typ)
		for k := range read.parties {
			if p := &read.parties[k]; p.how == partyMention && p.code == c.code {
				if got := read.keptOff(fr, c.side, p, read.partyOf(nil)); got != c.want {
					t.Errorf("%s: %s kept off: %v, want %v", c.text, c.code, got, c.want)
				}
			}
		}
	}
}

// TestGoverns: a ruler speaks of protests and holds none, a crowd does.
func TestGoverns(t *testing.T) {
	r := newRig(t)
	defer r.save()
	read := r.read("[Malta] said that protests by [Cyprus] would end.")
	i := slices.Index(read.lemma, "protest")
	for k, want := range []bool{true, false} {
		p := &read.parties[k]
		read.sector[p.refs[0].id] = map[bool]string{true: "gov", false: "cvl"}[want]
		if got := read.governs(read.newFrame(i, "PROTEST"), p); got != want {
			t.Errorf("%s governs: %v, want %v", p.code, got, want)
		}
		if read.governs(read.newFrame(i, "ACCUSE"), p) {
			t.Error("who governs may accuse")
		}
	}
}

// TestMerit: of two of one code whom the sentence names goes before the state that it
// does not name.
func TestMerit(t *testing.T) {
	named, unnamed := &party{how: partyMention}, &party{how: partyState}
	if merit(named, .4) < merit(unnamed, .5) || merit(named, .1) > merit(unnamed, .9) {
		t.Error("who is named counts more, but not any more")
	}
}
