package stance

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"dyad/schema"
)

// TestNeeded: a hostile act needs witnesses where it goes against the holder's own
// side or a court, or where the target is only told, or stands beside.
func TestNeeded(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	tree := func(rel, prep string) string {
		return "Porter Porter PROPN 2 nsubj @porter\nprotested protest VERB 0 root\n" + prep + " " + prep + " ADP 4 case\nLund Lund PROPN 2 " + rel + " @lund"
	}
	tests := []struct {
		name   string
		tree   string
		change func(*schema.Document)
		sign   int
		want   int
	}{
		{"against another", tree("obl", "against"), nil, -1, 0},
		{"in a town", tree("obl", "in"), nil, -1, 2},
		{"together with", tree("obl", "with"), nil, -1, 2},
		{"a friendly act", tree("obl", "with"), nil, 1, 0},
		{"who is told", tree("iobj", "to"), nil, -1, 2},
		{"a court", tree("obl", "against"), func(d *schema.Document) {
			d.Actors = []schema.Actor{{ID: "lund", Sector: "JUD"}}
		}, -1, 2},
		{"told by a newspaper", tree("obl", "against"), func(d *schema.Document) {
			d.Actors = []schema.Actor{{ID: "porter", Sector: "JRN"}}
		}, -1, 2},
		{"the own party", tree("obl", "against"), func(d *schema.Document) {
			d.Actors = []schema.Actor{{ID: "porter", Roles: []schema.Role{{Office: "leader", Of: "lund"}}}}
		}, -1, 2},
		{"the own leader", tree("obl", "against"), func(d *schema.Document) {
			d.Actors = []schema.Actor{{ID: "lund", Roles: []schema.Role{{Office: "leader", Of: "porter"}}}}
		}, -1, 2},
		{"named after it", tree("obl", "against"), func(d *schema.Document) {
			d.Mentions = append(d.Mentions, schema.Mention{Span: schema.Span{End: 2}, Last: 1, Actors: []string{"lund"}})
		}, -1, 2},
		{"an office elsewhere", tree("obl", "against"), func(d *schema.Document) {
			d.Actors = []schema.Actor{{ID: "porter", Roles: []schema.Role{{Office: "leader", Of: "novak"}}}}
		}, -1, 0},
	}
	for _, tt := range tests {
		doc, ling := parse(t, tt.tree)
		if tt.change != nil {
			tt.change(doc)
		}
		f := finding{holder: "porter", target: "lund", sign: tt.sign, targetSpan: doc.Mentions[1].Span}
		if got := newReader(c.lex, models{}, doc, ling).needed(f); got != tt.want {
			t.Errorf("%s: needs %d witnesses, want %d", tt.name, got, tt.want)
		}
	}
}

// TestWitnessed: witnesses make up for a doubtful target and for a request; what only
// the pair model sees has to be seen surely.
func TestWitnessed(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	const hostile, plain = "condemned condemn", "met meet"
	own := []schema.Actor{{ID: "porter", Code: "NOR", Roles: []schema.Role{{Office: "leader", Of: "lund"}}}, {ID: "lund", Code: "NOR"}}
	others := []schema.Actor{{ID: "porter", Code: "NOR"}, {ID: "lund", Code: "FIN"}}
	police := []schema.Actor{{ID: "porter", Code: "NOR", Sector: "COP"}, {ID: "lund", Code: "FIN"}}
	tests := []struct {
		name, verb, rule   string
		actors             []schema.Actor
		weight, confidence float64
		want               bool
	}{
		{"a request that sounds hostile", hostile, "event:REQUEST", others, .9, .9, true},
		{"a request", plain, "event:REQUEST", others, .9, .9, false},
		{"an accusation", plain, "event:ACCUSE", others, .9, .6, true},
		{"a doubtful accusation that sounds hostile", hostile, "event:ACCUSE", others, .9, .4, true},
		{"a doubtful accusation", plain, "event:ACCUSE", others, .9, .4, false},
		{"another act", plain, "event:REJECT", others, .9, .4, true},
		{"a meeting", plain, "event:CONSULT", others, .9, .9, false},
		{"a friendly act", plain, "event:SUPPORT", others, .9, .9, true},
		{"an arrest by the police", plain, "act:arrest", police, .9, .9, false},
		{"an arrest by others", plain, "act:arrest", others, .9, .9, true},
		{"criticism by the police", plain, "act:criticise", police, .9, .9, true},
		{"the pair model, surely", plain, "model:meet", others, .6, .6, true},
		{"the pair model, hardly", plain, "model:meet", others, .3, .6, false},
		{"dark words of another", plain, "talks:obj", others, .9, .9, true},
		{"dark words of the own side", plain, "talks:obj", own, .9, .9, false},
		{"a word about a stranger", plain, "says:bad", others, .9, .4, true},
		{"a word about a compatriot", plain, "says:bad", own, .9, .4, false},
		{"a sure word about a compatriot", plain, "says:bad", own, .9, .5, true},
	}
	for _, tt := range tests {
		doc, ling := parse(t, "Porter Porter PROPN 2 nsubj @porter\n"+tt.verb+" VERB 0 root\nLund Lund PROPN 2 obj @lund")
		doc.Actors = tt.actors
		f := finding{holder: "porter", target: "lund", sign: -1, targetSpan: doc.Mentions[1].Span, rule: tt.rule, weight: tt.weight, confidence: tt.confidence}
		if got := newReader(c.lex, c.models, doc, ling).witnessed(f); got != tt.want {
			t.Errorf("%s: witnessed %t, want %t", tt.name, got, tt.want)
		}
	}
}

// TestWithoutWeak: an accusation that only the event model sees is left out beside other
// evidence, not where it is all that there is.
func TestWithoutWeak(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	doc, ling := parse(t, "Porter Porter PROPN 2 nsubj @porter\nmet meet VERB 0 root\nLund Lund PROPN 2 obj @lund")
	find := func(target, rule string, guessed bool) finding {
		return finding{holder: "porter", target: target, sign: -1, rule: rule, guessed: guessed, confidence: .8, targetSpan: doc.Mentions[1].Span}
	}
	r := newReader(c.lex, c.models, doc, ling)
	r.found = []finding{
		find("lund", "event:ACCUSE", true), find("lund", "act:accuse", false),
		find("novak", "event:ACCUSE", true), find("olsen", "event:ACCUSE", false), find("olsen", "act:accuse", false),
	}
	r.withoutWeak()
	var got []string
	for _, f := range r.found {
		got = append(got, f.target+" "+f.rule)
	}
	want := []string{"lund act:accuse", "novak event:ACCUSE", "olsen event:ACCUSE", "olsen act:accuse"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}

// TestActsFor: an authority has no view of its own state, others have.
func TestActsFor(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		sector, code string
		want         bool
	}{{"GOV", "NOR", true}, {"CVL", "NOR", false}, {"GOV", "SWE", false}} {
		doc, ling := parse(t, "Porter Porter PROPN 2 nsubj @porter\nblamed blame VERB 0 root\nNorway Norway PROPN 2 obj @norway")
		doc.Actors = []schema.Actor{{ID: "porter", Code: tt.code, Sector: tt.sector}, {ID: "norway", Code: "NOR", Kind: schema.KindCountry}}
		if got := newReader(c.lex, models{}, doc, ling).actsFor("porter", "norway"); got != tt.want {
			t.Errorf("%s of %s: %v, want %v", tt.sector, tt.code, got, tt.want)
		}
	}
}
