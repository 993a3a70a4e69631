package event

import (
	"math"
	"slices"
	"testing"
)

// TestLimit: where hardly anybody acts, a trigger needs more.
func TestLimit(t *testing.T) {
	m := &model{set: settings{threshold: map[string]float64{"AID": .3, "ACCUSE": .8, "PROTEST": .95}}}
	r := &reading{scene: &scene{sentences: 20, rules: counts{countKey("acts"): 1}}}
	if a, b := m.limit(r, "AID"), m.limit(r, "ACCUSE"); math.Abs(a-.5) > 1e-9 || b != surely {
		t.Errorf("one act in 20 sentences: %v, %v", a, b)
	}
	if x := m.limit(r, "PROTEST"); x != .95 {
		t.Errorf("a threshold falls to %v", x)
	}
	r.scene.rules[countKey("acts")] = 10
	if x := m.limit(r, "AID"); x != .3 {
		t.Errorf("ten acts in 20 sentences: %v", x)
	}
	r.scene.remote = true
	if x := m.limit(r, "AID"); x != surely {
		t.Errorf("an article on other matters: %v", x)
	}
	r.alone = true
	if x := m.limit(r, "AID"); x != aloneLimit {
		t.Errorf("a sentence alone: %v", x)
	}
}

// TestSurest: a text of one sentence keeps what is sure, the surest in any case;
// what it tells of goes before what it refers to.
func TestSurest(t *testing.T) {
	r := newRig(t)
	defer r.save()
	read := r.read("[Malta] expelled a diplomat after the attack on [Cyprus].")
	verb, noun := slices.Index(read.lemma, "expel"), slices.Index(read.lemma, "attack")
	m := &model{set: settings{calibration: [4]float64{0, 1, 0, 0}}} // the confidence is that of the trigger
	for _, c := range []struct{ told, aside, wantTold, wantAside float64 }{
		{.9, .9, .9, .9},
		{.9, .6, .9, 0},
		{.45, .45, .45, 0},
		{.2, .45, 0, .45},
		{.2, .25, .2, 0},
	} {
		var told, aside float64
		for _, x := range m.surest([]*choice{{tok: verb, p: c.told, reading: read}, {tok: noun, p: c.aside, reading: read}}) {
			if x.tok == verb {
				told = x.p
			} else {
				aside = x.p
			}
		}
		if told != c.wantTold || aside != c.wantAside {
			t.Errorf("told %v, aside %v: kept %v and %v", c.told, c.aside, told, aside)
		}
	}
}
