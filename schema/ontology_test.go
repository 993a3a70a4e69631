package schema

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func loadOntology(t *testing.T) *Ontology {
	t.Helper()
	o, err := LoadOntology()
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func TestOntologyCounts(t *testing.T) {
	o := loadOntology(t)
	modes := 0
	for _, typ := range o.Types() {
		modes += len(typ.Modes)
	}
	got := []int{len(o.Types()), modes, len(o.Contexts()), len(o.Sectors()), len(o.CountrySlots())}
	if diff := cmp.Diff([]int{16, 67, 37, 25, 7}, got); diff != "" {
		t.Errorf("types, modes, contexts, sectors, slots (-want +got):\n%s", diff)
	}
}

// TestOntologyDecisions guards what was decided where the documents differ.
func TestOntologyDecisions(t *testing.T) {
	o := loadOntology(t)
	if accuse, _ := o.Type("ACCUSE"); accuse.Intensity != -3 {
		t.Errorf("intensity of ACCUSE: got %g, want -3", accuse.Intensity)
	}
	if sanction, _ := o.Type("SANCTION"); sanction.Quad != 4 {
		t.Errorf("quad of SANCTION: got %d, want 4", sanction.Quad)
	}
	if got := o.Intensity("PROTEST", "vandalize"); got != -5 {
		t.Errorf("intensity of PROTEST vandalize: got %g, want the type's -5", got)
	}
	for code, want := range map[string]string{"163": "SANCTION discontinue", "20": "ASSAULT ", "042": "CONSULT visit",
		"087": "RETREAT disarm", "0811": "CONCEDE ", "094": "ACCUSE investigate", "191": "COERCE restrict", "010": " "} {
		c, ok := o.CAMEO(code)
		if got := c.Type + " " + c.Mode; !ok || got != want {
			t.Errorf("CAMEO %s: got %q (found %v), want %q", code, got, ok, want)
		}
	}
}

// TestOntologySigns: the scores of conflict are not positive (but a request
// for help), those of cooperation not negative, on both scales.
func TestOntologySigns(t *testing.T) {
	o := loadOntology(t)
	for _, typ := range o.Types() {
		for _, m := range typ.Modes {
			if typ.Quad <= 2 != (m.Intensity > 0) && m.Code.Code != "assist" {
				t.Errorf("%s %s: quad %d, but intensity %g", typ.Code.Code, m.Code.Code, typ.Quad, m.Intensity)
			}
		}
	}
	for _, code := range o.CAMEOCodes() {
		c, _ := o.CAMEO(code)
		if typ, ok := o.Type(c.Type); ok && typ.Quad <= 2 != (c.Goldstein > 0) {
			t.Errorf("%s: %s, but Goldstein %g", code, c.Type, c.Goldstein)
		}
	}
}

func TestExplain(t *testing.T) {
	o := loadOntology(t)
	for _, test := range []struct{ code, want string }{
		{"CONSULT", "mode phone (1.5)"},
		{"consult", "quad 1 (verbal cooperation)"},
		{"CONSULT visit", "intensity 4"},
		{"curfew", "COERCE curfew: mode"},
		{"cyber", "cyber: context"},
		{"JRN", "sector of an actor (journalists)"},
		{"IGO", "in the country slot"},
		{"163", "PLOVER: SANCTION discontinue"},
		{"010", "no event in PLOVER"},
	} {
		if got := o.Explain(test.code); !strings.Contains(got, test.want) {
			t.Errorf("Explain(%q) = %q, want %q in it", test.code, got, test.want)
		}
	}
	if got := o.Explain("FIGHT"); got != "" {
		t.Errorf("Explain of a code that is none: got %q, want nothing", got)
	}
}
