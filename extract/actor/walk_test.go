package actor

import (
	"bytes"
	"slices"
	"testing"

	"dyad/internal/loglinear"
	"dyad/schema"
)

// walkModel is a model in which "brewed" speaks for business and "preached" for
// religion, both with the same weight.
func walkModel(t *testing.T, weight string) *loglinear.Linear {
	t.Helper()
	m, err := loglinear.ReadLinear("walks", []byte("feature\tweights\n=classes\t-:0 BUS:0 CRM:0 CVL:0 GOV:0 LEG:0 REL:0\n"+
		"under brew\tBUS:"+weight+"\nunder preach\tREL:"+weight+"\nunder rob\tCRM:"+weight+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestSectors: what the words round somebody speak for replaces what the rules say
// where it leads, and only for those whom no table knows.
func TestSectors(t *testing.T) {
	r := mustResolver(t)
	for _, tt := range []struct{ text, name, weight, want string }{
		{"Ana Ruiz brewed in Lima. Nobody came.", "Ana Ruiz", "4", "BUS"},
		{"Ana Ruiz preached in Lima. Nobody came.", "Ana Ruiz", "4", "REL"},
		{"Ana Ruiz preached in Lima. Nobody came.", "Ana Ruiz", ".1", "CVL"}, // no lead over civilians
		{"Ana Ruiz preached in Lima. Nobody came.", "Ana Ruiz", "1", "CVL"},  // .35, and nobody acts
		{"Senator Ana Ruiz preached in Lima. Nobody came.", "Ana Ruiz", "4", "REL"},
		{"Senator Ana Ruiz preached in Lima. Nobody came.", "Ana Ruiz", ".9", "LEG"},                                             // a third, no lead over the rules
		{"Ana Ruiz preached in Lima.", "Ana Ruiz", "9", "CVL"},                                                                   // alone
		{"NATO preached in Lima. Nobody came.", "NATO", "9", "MIL"},                                                              // of the tables
		{"Peru preached to Chile. Nobody came.", "Peru", "9", ""},                                                                // a state
		{"Chairman Ana Ruiz preached in Lima. Nobody came.", "Ana Ruiz", ".1", "REL"},                                            // holds an office of something
		{"UNESCO chairman Ana Ruiz preached. Nobody came.", "Ana Ruiz", ".1", ""},                                                // of no state
		{"Rovina House brewed in Lima. Nobody came. The coordinator of Rovina House, Ana Ruiz, waited.", "Ana Ruiz", "4", "BUS"}, // as what she heads
		{"Rovina House brewed in Lima. Nobody came. The friend of Rovina House, Ana Ruiz, waited.", "Ana Ruiz", "4", "CVL"},
		{"Ana Ruiz left Lima. She is the owner of a gym. Nobody came.", "Ana Ruiz", ".1", "BUS"}, // by a pronoun
		{"Ana Ruiz left Lima. She is not the owner of a gym. Nobody came.", "Ana Ruiz", ".1", "CVL"},
		{"Peru waited. Her sons preached in Lima. Nobody came.", "Peruvian sons", ".1", "CVL"}, // family
		{"Peru waited. The team preached in Lima. Nobody came.", "Peruvian team", ".1", "REL"}, // likelier than none
	} {
		doc, ling := read(t, r, "2020-05-05", tt.text)
		r.walks = walkModel(t, tt.weight)
		r.Sectors(doc, ling)
		found := false
		for _, a := range doc.Actors {
			if a.Name == tt.name {
				found = true
				if a.Sector != tt.want {
					t.Errorf("%s (%s): %s has sector %q, want %q", tt.text, tt.weight, tt.name, a.Sector, tt.want)
				}
			}
		}
		if !found {
			t.Errorf("%s: no actor %s", tt.text, tt.name)
		}
	}
}

// TestTrainWalks: what was learned from some people holds for others, and the same
// examples give the same bytes.
func TestTrainWalks(t *testing.T) {
	r := mustResolver(t)
	var examples []WalkExample
	add := func(sector, verb string, names ...string) {
		for _, n := range names {
			doc, ling := read(t, r, "2020-05-05", n+" "+verb+" in Lima. Nobody came.")
			examples = append(examples, WalkExample{Doc: doc, Ling: ling, Sector: func(a *schema.Actor) (string, bool) { return sector, a.Name == n }})
		}
	}
	names := []string{"Ana Ruiz", "Juan Soto", "Luis Paz", "Eva Sol", "Mara Vega", "Ivo Lind", "Nils Berg", "Rosa Diaz", "Olga Stein", "Hugo Maier"}
	add("BUS", "brewed", names...)
	add("REL", "preached", names...)
	m := r.TrainWalks(examples)
	var a, b bytes.Buffer
	m.Write(&a, "")
	r.TrainWalks(examples).Write(&b, "")
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two trainings give two models")
	}
	for verb, want := range map[string]string{"brewed": "BUS", "preached": "REL"} {
		doc, ling := read(t, r, "2020-05-05", "Tomas Kern "+verb+" in Lima. Nobody came.")
		got := r.WalksBy(m, &WalkExample{Doc: doc, Ling: ling, Sector: func(a *schema.Actor) (string, bool) { return want, a.Kind == schema.KindPerson }})
		if len(got) != 1 || got[0].Got != want || got[0].Gold != want {
			t.Errorf("%s: judged %v, want one of sector %s", verb, got, want)
		}
	}
	if bytes.Contains(a.Bytes(), []byte("Ruiz")) || bytes.Contains(a.Bytes(), []byte("ruiz")) {
		t.Error("the weights hold the name of a person")
	}
}

// TestWalkClasses: the shipped weights know sectors of PLOVER only.
func TestWalkClasses(t *testing.T) {
	ont, err := schema.LoadOntology()
	if err != nil {
		t.Fatal(err)
	}
	classes := mustResolver(t).walks.Classes
	if len(classes) < 20 {
		t.Errorf("%d classes, want those of nearly all sectors", len(classes))
	}
	for _, c := range classes {
		if c != noWalk && !slices.ContainsFunc(ont.Sectors(), func(s schema.Code) bool { return s.Code == c }) {
			t.Errorf("class %q is no sector", c)
		}
	}
}
