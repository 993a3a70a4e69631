package event

import (
	"bytes"
	"io"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"dyad/extract/nlp"
	"dyad/schema"
)

// lesson is a marked text with its events: the word of the trigger, the type
// and the parties.
type lesson struct {
	text   string
	events []want
}

type want struct{ word, typ, src, tgt string }

// lessons are a tiny corpus of our own: three verbs that are events, and
// others that are none.
var lessons = []lesson{
	{"[Norway] praised [Iceland] on Monday.", []want{{"praised", "SUPPORT", "Norway", "Iceland"}}},
	{"[Peru] praised [Chile] on Friday.", []want{{"praised", "SUPPORT", "Peru", "Chile"}}},
	{"[Kenya] praised [Ghana] on Tuesday.", []want{{"praised", "SUPPORT", "Kenya", "Ghana"}}},
	{"[Norway] bombed [Iceland] on Monday.", []want{{"bombed", "ASSAULT", "Norway", "Iceland"}}},
	{"[Peru] bombed [Chile] on Friday.", []want{{"bombed", "ASSAULT", "Peru", "Chile"}}},
	{"[Kenya] bombed [Ghana] on Tuesday.", []want{{"bombed", "ASSAULT", "Kenya", "Ghana"}}},
	{"[Iceland] was bombed by [Norway].", []want{{"bombed", "ASSAULT", "Norway", "Iceland"}}},
	{"[Chile] was bombed by [Peru].", []want{{"bombed", "ASSAULT", "Peru", "Chile"}}},
	{"[Ghana] was bombed by [Kenya].", []want{{"bombed", "ASSAULT", "Kenya", "Ghana"}}},
	{"[Norway] painted the boats on Monday.", nil},
	{"[Peru] painted the boats on Friday.", nil},
	{"[Kenya] painted the boats on Tuesday.", nil},
}

// codesOf are the states of the tests.
var codesOf = map[string]string{"Norway": "NOR", "Iceland": "ISL", "Peru": "PER", "Chile": "CHL", "Kenya": "KEN", "Ghana": "GHA", "Malta": "MLT", "Cyprus": "CYP"}

// stated gives the actors of a document their codes.
func stated(doc *schema.Document) {
	for i := range doc.Actors {
		if c := codesOf[doc.Actors[i].Name]; c != "" {
			doc.Actors[i].Code, doc.Actors[i].Kind = c, schema.KindCountry
		}
	}
}

// course makes the examples of the lessons.
func (r *rig) course() []Example {
	r.t.Helper()
	var out []Example
	for _, l := range lessons {
		doc, ling := r.document(l.text)
		stated(doc)
		ex := Example{Doc: doc, Ling: ling, Starts: []int{0}, Fold: l.text}
		for _, w := range l.events {
			k := strings.Index(ling.Text, w.word)
			ex.Events = append(ex.Events, GoldEvent{Trigger: schema.Span{Start: k, End: k + len(w.word)}, Type: w.typ, Sure: 3,
				Sources: []GoldParty{{codesOf[w.src], []string{w.src}}}, Targets: []GoldParty{{codesOf[w.tgt], []string{w.tgt}}}})
		}
		out = append(out, ex)
	}
	return out
}

// taught returns a coder that was trained on the lessons only.
func (r *rig) taught() *Coder {
	r.t.Helper()
	m, err := readModel(r.coder.Train(r.course(), io.Discard))
	if err != nil {
		r.t.Fatal(err)
	}
	c := *r.coder
	c.model = m
	return &c
}

func TestTrainedCoder(t *testing.T) {
	r := newRig(t)
	defer r.save()
	c := r.taught()
	for text, want := range map[string]string{
		"[Malta] bombed [Cyprus] on Sunday.":     "ASSAULT Malta > Cyprus",
		"[Malta] was bombed by [Cyprus].":        "ASSAULT Cyprus > Malta",
		"[Cyprus] praised [Malta] on Sunday.":    "SUPPORT Cyprus > Malta",
		"[Malta] painted the boats on Thursday.": "",
	} {
		doc, ling := r.document(text)
		stated(doc)
		c.Code(doc, ling)
		var got []string
		for k := range doc.Events {
			e := &doc.Events[k]
			got = append(got, short(e))
			if e.Confidence <= 0 || e.Confidence > 1 || !strings.HasPrefix(e.Rule, "learned") {
				t.Errorf("%q: rule %q, confidence %v", text, e.Rule, e.Confidence)
			}
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// TestTrainingIsDeterministic: the same examples give the same bytes.
func TestTrainingIsDeterministic(t *testing.T) {
	r := newRig(t)
	defer r.save()
	a, b := r.coder.Train(r.course(), io.Discard), r.coder.Train(r.course(), io.Discard)
	if !reflect.DeepEqual(a, b) {
		t.Error("a second training gives other weights")
	}
}

// TestRareFeaturesHaveNoWeight: what was seen less than three times is no part
// of the weights, so that they hold no text.
func TestRareFeaturesHaveNoWeight(t *testing.T) {
	r := newRig(t)
	defer r.save()
	trigger := r.coder.Train(append(r.course(), Example{Doc: &schema.Document{}, Ling: &nlp.Doc{}}), io.Discard).Triggers
	if !bytes.Contains(trigger, []byte("l=bomb/VERB")) {
		t.Error("no weight for a verb seen six times")
	}
	if bytes.Contains(trigger, []byte("w+2=Friday")) {
		t.Error("a weight for a word seen twice in its place")
	}
}

// TestOwnFeaturesAreNotKept: what holds only in articles of every kind is learned
// beside the rest and then left out.
func TestOwnFeaturesAreNotKept(t *testing.T) {
	r := newRig(t)
	defer r.save()
	course := r.course()
	plain := r.coder.Train(course, io.Discard).Parties
	for i := range course {
		course[i].Extra = i%2 == 0
	}
	parties := r.coder.Train(course, io.Discard).Parties
	if bytes.Contains(parties, []byte("\n"+ownMark)) {
		t.Error("a feature of some texts has a weight")
	}
	if bytes.Equal(plain, parties) {
		t.Error("features of their own change nothing")
	}
}

func TestExplain(t *testing.T) {
	r := newRig(t)
	defer r.save()
	c := r.taught()
	doc, ling := r.document("[Malta] bombed [Cyprus] on Sunday.")
	stated(doc)
	list := c.Explain(doc, ling, 5)
	k := slices.IndexFunc(list, func(e Explanation) bool { return e.Trigger.Text == "bombed" })
	if k < 0 {
		t.Fatalf("no explanation of the trigger: %+v", list)
	}
	e := list[k]
	if !e.Coded || e.Type != "ASSAULT" || e.P < e.Needed || len(e.Words) == 0 || len(e.Words) > 5 {
		t.Errorf("got %+v", e)
	}
	if !slices.Equal(e.Source.Actors, []string{"Malta"}) || !slices.Equal(e.Target.Actors, []string{"Cyprus"}) || len(e.Source.Words) == 0 {
		t.Errorf("sides: got %+v and %+v", e.Source, e.Target)
	}
	for i := 1; i < len(e.Words); i++ {
		if math.Abs(e.Words[i].Weight) > math.Abs(e.Words[i-1].Weight) {
			t.Errorf("features out of order: %+v", e.Words)
		}
	}
	if got := r.coder.Explain(doc, ling, 5); got != nil {
		t.Errorf("a coder without a model explains %+v", got)
	}
}

// read reads a text of one sentence with the rules.
func (r *rig) read(text string) *reading {
	doc, ling := r.document(text)
	stated(doc)
	return r.coder.readings(doc, ling)[0]
}

// TestTriggerFeatures: a feature names words one or two at a time, names never.
func TestTriggerFeatures(t *testing.T) {
	r := newRig(t)
	defer r.save()
	read := r.read("[Malta] bombed [Cyprus] on Sunday.")
	got := read.triggerFeatures(1)
	for _, f := range []string{"l=bomb/VERB", "h=attack", "sub.o=home", "ru=ASSAULT", "w-1=PROPN"} {
		if !slices.Contains(got, f) {
			t.Errorf("no feature %q in %q", f, got)
		}
	}
	for _, f := range got {
		if strings.Contains(f, "Malta") || strings.Contains(f, "malta") {
			t.Errorf("feature %q names somebody", f)
		}
	}
}

// TestSwallowed: what somebody threatens to do is no act of its own, the second
// thing neither.
func TestSwallowed(t *testing.T) {
	r := newRig(t)
	defer r.save()
	read := r.read("[Malta] threatened to bomb [Cyprus] and to expel diplomats.")
	var got []string
	for i := range read.lemma {
		if read.swallowed(i) {
			got = append(got, read.lemma[i])
		}
	}
	if want := []string{"bomb", "expel"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestRefuses: who rejects a demand demands nothing, whose demand it is does, and
// so does who repeats one.
func TestRefuses(t *testing.T) {
	r := newRig(t)
	defer r.save()
	for _, c := range []struct {
		text, who string
		want      bool
	}{
		{"[Malta] rejected a demand by [Cyprus] for the release of divers.", "MLT", true},
		{"[Malta] rejected a demand by [Cyprus] for the release of divers.", "CYP", false},
		{"[Malta] repeated a demand for the release of divers.", "MLT", false},
	} {
		read := r.read(c.text)
		fr := read.newFrame(slices.Index(read.lemma, "demand"), "REQUEST")
		got := false
		for k := range read.parties {
			if p := &read.parties[k]; p.code == c.who {
				got = got || read.refuses(fr, p)
			}
		}
		if got != c.want {
			t.Errorf("%s: %s refuses the demand: %v", c.text, c.who, got)
		}
	}
}

func TestParties(t *testing.T) {
	r := newRig(t)
	defer r.save()
	read := r.read("[Malta] bombed [Cyprus] on Sunday.")
	fr := read.newFrame(1, "ASSAULT")
	var got []string
	for k := range read.parties {
		p := &read.parties[k]
		got = append(got, p.how+" "+p.code+" "+fr.slot(read, p))
	}
	want := []string{"mention MLT subj", "mention CYP obj", "none  out"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := read.path(0, 2); got != "<nsubj>obj" {
		t.Errorf("path: got %q", got)
	}
	if !excluded(&read.parties[0], &read.parties[0]) || excluded(&read.parties[0], &read.parties[1]) {
		t.Error("only the party itself is excluded")
	}
}

// TestBears: who tells of a deed is not its doer, unless the sentence has him do
// it or telling is the act itself.
func TestBears(t *testing.T) {
	r := newRig(t)
	defer r.save()
	for _, c := range []struct {
		text, typ, word, who string
		want                 bool
	}{
		{"[Malta] said that two men had been killed in [Cyprus].", "ASSAULT", "kill", "MLT", true},
		{"[Malta] said that two men had been killed in [Cyprus].", "ASSAULT", "kill", "CYP", false},
		{"[Malta] said that two men had been killed in [Cyprus].", "ACCUSE", "kill", "MLT", false},
		{"[Malta] said on Sunday that [Malta] had bombed [Cyprus].", "ASSAULT", "bomb", "MLT", false},
	} {
		read := r.read(c.text)
		fr := read.newFrame(slices.Index(read.lemma, c.word), c.typ)
		got := false
		for k := range read.parties {
			p := &read.parties[k]
			got = got || p.code == c.who && fr.bears(p)
		}
		if got != c.want {
			t.Errorf("%s: %s bears the news of %s: %v", c.text, c.who, c.word, got)
		}
	}
}

// TestAgree: a choice between two pairs goes the way of the article.
func TestAgree(t *testing.T) {
	a, b, c := &party{code: "MLT", how: partyMention}, &party{code: "CYP", how: partyMention}, &party{code: "NOR", how: partyMention}
	sure := func() *choice { return &choice{p: .9, options: []pairing{{a, b, .9, .9}}} }
	torn := &choice{p: .9, options: []pairing{{c, b, .55, .9}, {a, b, .45, .9}}}
	m := &model{}
	m.agree([]*choice{torn})
	if torn.src != c {
		t.Error("alone, the more likely source holds")
	}
	m.agree([]*choice{sure(), sure(), sure(), torn})
	if torn.src != a {
		t.Error("three events with another source do not count")
	}
}

// TestTopGroups: many actors of one state add up.
func TestTopGroups(t *testing.T) {
	parties := []party{{code: "MLT"}, {code: "CYP"}, {code: "MLT"}, {how: partyNone}}
	got := topGroups(parties, []float64{.3, .4, .2, .1}, 2)
	if len(got) != 2 || got[0].best != 0 || math.Abs(got[0].sum-.5) > 1e-9 || got[1].best != 1 {
		t.Errorf("got %+v", got)
	}
}

func TestScore(t *testing.T) {
	gold := [][]told{{
		{sentence: 0, typ: "CONSULT", src: []string{"MLT", "CYP"}, sure: 3},
		{sentence: 1, typ: "ASSAULT", src: []string{"MLT"}, tgt: []string{"CYP"}, sure: 3},
		{sentence: 2, typ: "ACCUSE", src: []string{"NOR"}, sure: 1},
	}}
	if f := score(gold, gold); f != (Figures{1, 1, 1, 1, 1}) {
		t.Errorf("gold against itself: %v", f)
	}
	pred := [][]told{{
		{sentence: 0, typ: "CONSULT", src: []string{"CYP"}, tgt: []string{"MLT"}, sure: 3}, // talks have no direction
		{sentence: 1, typ: "ASSAULT", src: []string{"CYP"}, tgt: []string{"MLT"}, sure: 3}, // the wrong way round
	}}
	f := score(gold, pred)
	if f.Type != 1 || math.Abs(f.Triple-.5) > 1e-9 {
		t.Errorf("got %v, want type 1 and triple .5", f)
	}
}

// TestCalibrate: events that are right half of the time get about one half.
func TestCalibrate(t *testing.T) {
	var gold, pred [][]told
	for i := range 40 {
		g := told{typ: "ASSAULT", src: []string{"MLT"}, tgt: []string{"CYP"}, sure: 3}
		p := g
		p.choice = &choice{p: .8, psrc: .9, ptgt: .9}
		if i%2 == 0 {
			p.tgt = []string{"NOR"}
		}
		gold, pred = append(gold, []told{g}), append(pred, []told{p})
	}
	var log bytes.Buffer
	w := calibrate(gold, pred, &log)
	m := &model{set: settings{calibration: w}}
	if got := m.confidence(pred[0][0].choice); math.Abs(got-.5) > .05 {
		t.Errorf("confidence %.2f, want about .5", got)
	}
	if !strings.Contains(log.String(), "40 events") {
		t.Errorf("no reliability printed: %q", log.String())
	}
}

func TestReadModelErrors(t *testing.T) {
	good := []byte("feature\tweights\n=classes\t-:0 ASSAULT:0\n")
	for name, bad := range map[string][]byte{"no number": []byte("feature\tweights\nbias\tASSAULT:x\n"), "empty": nil} {
		for _, w := range []Weights{{bad, good, good}, {good, bad, good}, {good, good, bad}} {
			if _, err := readModel(&w); err == nil {
				t.Errorf("%s: no error of %+v", name, w)
			}
		}
	}
}

// TestModelOfThePackage: the weights that come with the package can be read
// and have all types.
func TestModelOfThePackage(t *testing.T) {
	m, _, err := loadModel()
	if err != nil {
		t.Fatal(err)
	}
	if len(m.trigger.Classes) != 17 || m.trigger.Classes[0] != noType || len(m.set.threshold) != 16 {
		t.Errorf("classes %q, settings %+v", m.trigger.Classes, m.set)
	}
}

// TestTakenUp: a noun for an organisation named before is a party; the name of one
// and a noun that is no mention are none of its kind.
func TestTakenUp(t *testing.T) {
	r := newRig(t)
	defer r.save()
	for rule, want := range map[string]bool{"take-up": true, "name": false} {
		doc, ling := r.document("[Chad] held [talks] with [Mali] in Geneva.")
		for i := range doc.Mentions {
			doc.Mentions[i].Rule = rule
		}
		stated(doc)
		if read := r.coder.readings(doc, ling)[0]; read.takenUp(2) != want || read.takenUp(1) {
			t.Errorf("by the rule %s the noun is taken up: %t, the verb: %t, want %t and false", rule, read.takenUp(2), read.takenUp(1), want)
		}
	}
}
