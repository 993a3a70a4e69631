package actor

import (
	"fmt"
	"slices"
	"strings"

	"dyad/schema"
)

// Description is all that the tables and the user's files say of an actor.
type Description struct {
	ID       string          `json:"id"`
	Name     string          `json:"name"`
	Kind     string          `json:"kind"`
	Code     string          `json:"code"`
	Country  string          `json:"country"`
	Sector   string          `json:"sector"`
	External string          `json:"external"`
	Aliases  []string        `json:"aliases"`
	Demonyms []string        `json:"demonyms"`
	Capitals []string        `json:"capitals"`
	Seats    []string        `json:"seats"`
	Roles    []KnownRole     `json:"roles"`
	Same     []schema.SameAs `json:"possibly_same_as"`
	// Source is the line that the actor was read from, "" for a body of a
	// state, which is made by a pattern.
	Source string `json:"source"`
}

// KnownRole is a stay in an office with what the tables add to a
// [schema.Role].
type KnownRole struct {
	schema.Role
	Sector     string `json:"sector"`
	KnownUntil string `json:"known_until"`
}

// Describe returns what is known of the actor with an id; false if nothing is.
func (r *Resolver) Describe(id string) (Description, bool) {
	a, ok := r.ByID(id)
	if !ok {
		return Description{}, false
	}
	d := Description{
		ID: a.ID, Name: a.Name, Kind: a.Kind, Code: a.Code, Country: a.Country, Sector: a.Sector, External: a.Wikidata,
		Aliases: []string{}, Demonyms: []string{}, Capitals: []string{}, Seats: []string{}, Roles: []KnownRole{}, Same: r.namesakes(a.ID),
	}
	if e := r.byID[id]; e != nil {
		d.Source = fmt.Sprintf("%s:%d", e.at.table, e.at.line)
	}
	lists := map[entryKind]*[]string{kindDemonym: &d.Demonyms, kindPlaceDemonym: &d.Demonyms, kindCapital: &d.Capitals, kindSeat: &d.Seats}
	for _, e := range r.tables.entries {
		seat := e.kind == kindSeat && a.Kind == schema.KindCountry && e.code == a.Code
		if e.id != id && !seat {
			continue
		}
		list := lists[e.kind]
		if list == nil {
			list = &d.Aliases
		}
		for _, n := range e.aliases {
			if n != d.Name && !slices.Contains(*list, n) {
				*list = append(*list, n)
			}
		}
	}
	for _, t := range r.tables.tenures[id] {
		d.Roles = append(d.Roles, KnownRole{
			Role:   schema.Role{Office: t.office, Of: t.of, From: t.from, To: t.to, Source: t.at.source()},
			Sector: t.sector, KnownUntil: t.known,
		})
	}
	return d, true
}

// RolesOn returns the offices that a person holds on a day, "unknown after
// DATE" where the tables do not reach it, "" for nobody's office.
func (r *Resolver) RolesOn(id, day string) string {
	var offices []string
	for _, t := range r.tables.heldOn(id, day) {
		offices = append(offices, t.office+" ("+t.of+")")
	}
	if known := knownTo(r.tables.tenures[id], day); len(offices) == 0 && known != "" {
		return "unknown after " + known
	}
	return strings.Join(offices, ", ")
}
