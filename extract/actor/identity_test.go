package actor

import (
	"testing"

	"dyad/schema"

	"github.com/google/go-cmp/cmp"
)

func TestNewPersonID(t *testing.T) {
	for _, tt := range []struct{ name, code, sector, want string }{
		{"Ann Example", "GBR", "GOV", "person:ann-example~gbr"},
		{"Ann Example", "GBR", "LEG", "person:ann-example~gbr"},
		{"Ann Example", "GBR", "", "person:ann-example~gbr"},
		{"Ann Example", "GBR", "MIL", "person:ann-example~gbr-armed"},
		{"Ann Example", "FRA", "JRN", "person:ann-example~fra-society"},
		{"Ann Example", "", "REB", "person:ann-example~armed"},
		{"Ann Example", "", "", "person:ann-example"},
	} {
		if got := newPersonID(tt.name, tt.code, tt.sector); got != tt.want {
			t.Errorf("newPersonID(%q, %q, %q) = %q, want %q", tt.name, tt.code, tt.sector, got, tt.want)
		}
	}
}

// TestDoubt: a name that somebody of the tables has too is never merged
// against the text, and never left without a doubt.
func TestDoubt(t *testing.T) {
	r := resolverWith(t, mustOwn(t, "own.csv", `name,aliases,kind,code,sector,id
Ann Example,,person,NZL,GOV,
Elm Front,EFX,organization,PER,REB,
`))
	two := r.byID["org:elm-front"]
	other := &entry{kind: kindOrg, id: "org:elm-fund", name: "Elm Fund", code: "CHL", sector: "BUS", aliases: []string{"Elm Fund", "EFX"}}
	r.tables.entries, r.byID[other.id] = append(r.tables.entries, other), other
	r.names.names["EFX"] = []*entry{two, other}
	for _, tt := range []struct {
		text, actor string
		want        []schema.SameAs
	}{
		{"General Ann Example of the French army met reporters in Lyon.", "person:ann-example~fra-armed",
			[]schema.SameAs{{ID: "person:ann-example", Why: "same name, but the text ties it to another state or office"}}},
		{"Ann Example of New Zealand met reporters.", "person:ann-example", nil},
		{"The EFX attacked a convoy in Peru.", "org:elm-front", []schema.SameAs{{ID: "org:elm-fund", Why: `both are called "EFX"`}}},
		{"The Elm Front attacked a convoy in Peru, and the EFX denied it.", "org:elm-front", nil},
	} {
		doc, _ := read(t, r, "2015-05-05", tt.text)
		a := actorByID(doc, tt.actor)
		if a == nil {
			var ids []string
			for _, a := range doc.Actors {
				ids = append(ids, a.ID)
			}
			t.Errorf("%q: no %s, only %q", tt.text, tt.actor, ids)
			continue
		}
		if diff := cmp.Diff(tt.want, a.PossiblySameAs); diff != "" && len(tt.want)+len(a.PossiblySameAs) > 0 {
			t.Errorf("%q: doubts about %s (-want +got):\n%s", tt.text, tt.actor, diff)
		}
	}
}
