package actor

import (
	"cmp"
	"fmt"
	"strings"

	"dyad/schema"
)

// countryActor returns the actor of a state.
func (rd *reading) countryActor(code string) *schema.Actor {
	e := rd.r.tables.countries[code]
	if e == nil {
		return nil
	}
	a := state(e, code)
	return rd.put(&a)
}

// state is the actor of a state with a code.
func state(e *entry, code string) schema.Actor {
	return schema.Actor{ID: e.id, Name: e.name, Kind: schema.KindCountry, Code: code, Country: code, Wikidata: e.external}
}

// bodyActor returns the actor of a body of a state, "org:rus-gov".
func (rd *reading) bodyActor(code, body string) *schema.Actor {
	a := rd.r.body(code, body)
	return rd.put(&a)
}

// body is a body of a state; where the tables give it a name of its own, such
// as the Knesset, by that.
func (r *Resolver) body(code, body string) schema.Actor {
	in, id := r.tables.bodies[body], "org:"+strings.ToLower(code)+"-"+body
	if e := r.byID[id]; e != nil {
		return r.tabled(e)
	}
	return schema.Actor{
		ID: id, Name: fmt.Sprintf(in.name, r.tables.demonym[code]),
		Kind: schema.KindOrganization, Code: code, Country: code, Sector: in.sector,
	}
}

func (rd *reading) tableActor(e *entry) *schema.Actor {
	a := rd.r.tabled(e)
	return rd.put(&a)
}

// tabled is what the tables say of an entry that is an actor.
func (r *Resolver) tabled(e *entry) schema.Actor {
	kind, country := schema.KindOrganization, e.country
	switch e.kind {
	case kindCountry, kindDemonym, kindCapital:
		return state(r.tables.countries[e.code], e.code)
	case kindPerson:
		kind = schema.KindPerson
	}
	if r.tables.countries[e.code] != nil {
		country = e.code
	}
	if e.as != "" {
		kind = e.as
	}
	return schema.Actor{ID: e.id, Name: e.name, Kind: kind, Code: e.code, Country: country, Sector: e.sector, Wikidata: e.external}
}

func (rd *reading) orgActor(o *org) *schema.Actor {
	if o.e != nil {
		return rd.tableActor(o.e)
	}
	a := &schema.Actor{ID: o.id, Name: o.name, Kind: schema.KindOrganization, Code: o.code, Country: o.country, Sector: o.sector}
	if rd.r.tables.countries[o.code] != nil {
		a.Country = o.code
	}
	return rd.put(a)
}

// put returns the actor of the same id if there is one, else takes this in.
func (rd *reading) put(a *schema.Actor) *schema.Actor {
	if old := rd.actors[a.ID]; old != nil {
		return old
	}
	rd.actors[a.ID] = a
	return a
}

// personActor returns the actor of a person, with sector and role on the date
// of the article.
func (rd *reading) personActor(p *person) *schema.Actor {
	if a := rd.actors[p.id]; a != nil {
		return a
	}
	a := &schema.Actor{ID: p.id, Name: p.name, Kind: schema.KindPerson, Code: p.tie.code, Country: p.tie.country, Sector: p.tie.sector, Role: p.tie.office}
	if p.e != nil {
		a.Name, a.Code, a.Country, a.Wikidata = p.e.name, p.e.code, p.e.country, p.e.external
		rd.tableRole(a, p)
	} else if p.tie.office != "" {
		a.Roles = []schema.Role{{Office: p.tie.office, Of: rd.ofActor(p.tie), Source: "text"}}
	}
	if noun := rd.r.tables.agents[key(p.tie.office)]; p.tie.former && (a.Sector != "" || noun != nil && noun.title && p.tie.by != nil && p.tie.by.kind == mCountry) { // a former member or chairman may be of anything
		a.Sector = formerly(a.Sector)
	}
	if rd.r.tables.countries[a.Code] != nil {
		a.Country = a.Code
	}
	return rd.put(a)
}

// ofActor returns the id of what an office belongs to.
func (rd *reading) ofActor(t tie) string {
	if t.org != "" {
		return t.org
	}
	if rd.r.tables.countries[t.code] != nil {
		return "country:" + t.code
	}
	return ""
}

// heldNow returns which of the offices that somebody holds he has in the text: the
// one of that name, but an office of the state rather than one of a party.
func heldNow(now []tenure, office string) tenure {
	held := now[len(now)-1]
	for _, ten := range now {
		if ten.office == office {
			held = ten
		}
	}
	if held.sector == "PTY" {
		for _, ten := range now {
			if public(ten.sector) {
				held = ten
			}
		}
	}
	return held
}

// tableRole fills in what the table knows for the date: the offices held
// then, or that the time after its last date is unknown. Without a date the
// words of the text count, else the only or longest office, and the actor is
// marked as undated.
func (rd *reading) tableRole(a *schema.Actor, p *person) {
	all := rd.r.tables.tenures[p.e.id]
	if a.Sector == "ELI" && p.tie.yields && len(all) > 0 {
		a.Sector = "" // "Prince" tells less than the table
	}
	for _, ten := range all {
		a.Roles = append(a.Roles, schema.Role{Office: ten.office, Of: ten.of, From: ten.from, To: ten.to, Source: ten.at.source()})
	}
	if len(all) == 0 {
		a.Sector = cmp.Or(p.e.sector, a.Sector)
		return
	}
	switch now := rd.active(p.e.id); {
	case len(now) > 0:
		held := heldNow(now, p.tie.office)
		a.Role, a.Sector = held.office, held.sector
		office := entry{}
		if rd.r.tables.tieToOffice(&office, held); office.code != "" {
			a.Code, a.Country = office.code, office.country // who heads the IMF speaks for it
		}
		if held.code != "" && held.code != a.Code {
			a.Code, a.Country = held.code, ""
		}
	case p.e.sector != "":
		a.Sector = p.e.sector // of a user's file: for all other times
	case rd.date == "" && (a.Sector == "" || heldBy(all, p.tie.office)) && len(since(all, rd.floor)) == 0:
		a.Sector = formerly(longest(all).sector)
	case rd.date == "":
		if late := since(all, rd.floor); len(late) > 0 {
			all = late
		}
		for _, ten := range all {
			office := entry{}
			if rd.r.tables.tieToOffice(&office, ten); office.code != "" && office.code == p.tie.code && office.code != a.Code {
				a.Code, a.Country = office.code, office.country // the text says for whom he speaks here
				break
			}
		}
		if a.Sector == "" {
			ten := longest(all)
			a.Sector, a.Role, a.Undated = ten.sector, ten.office, true
		}
	case rd.date < all[0].from:
	case knownTo(all, rd.date) != "":
		if a.Role == "" {
			a.Role = "unknown after " + knownTo(all, rd.date)
		}
	case a.Sector == "" || a.Sector == "GOV":
		a.Sector = "ELI"
	}
}
