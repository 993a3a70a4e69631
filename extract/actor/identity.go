package actor

import (
	"fmt"
	"slices"
	"strings"

	"dyad/schema"
)

// newPersonID makes the id of a person that no table has.
func newPersonID(name, code, sector string) string {
	return schema.PersonID(name, code, walkOfLife(sector))
}

// walkOfLife tells apart people who bear arms and people of society from
// those in politics and those of whom nothing is said, "". Offices within one
// change too often to tell anybody apart: a minister is a lawmaker, a party
// leader and a former minister in the next article.
func walkOfLife(sector string) string {
	switch sector {
	case "MIL", "REB", "PRM", "UAF", "COP", "SPY", "CRM":
		return "armed"
	case "AGR", "BUS", "EDU", "JRN", "LAB", "MED", "REL":
		return "society"
	}
	return ""
}

// mostSame is how many actors of one name are worth a doubt: beyond it the
// name says nothing.
const mostSame = 5

// namesakes returns the other actors of the tables that share a name with one.
func (r *Resolver) namesakes(id string) []schema.SameAs {
	out := []schema.SameAs{}
	e := r.byID[id]
	if e == nil || e.kind != kindPerson && e.kind != kindOrg {
		return out
	}
	for _, name := range e.aliases {
		for _, o := range r.names.names[key(name)] {
			if o != e && o.kind == e.kind && o.id != "" && !hasSame(out, o.id) {
				out = append(out, schema.SameAs{ID: o.id, Why: fmt.Sprintf("both are called %q", name)})
			}
		}
	}
	return sortSame(out)
}

func hasSame(list []schema.SameAs, id string) bool {
	return slices.ContainsFunc(list, func(s schema.SameAs) bool { return s.ID == id })
}

// sortSame puts doubts in the order of ids; too many are none.
func sortSame(list []schema.SameAs) []schema.SameAs {
	if len(list) > mostSame {
		return []schema.SameAs{}
	}
	slices.SortFunc(list, func(a, b schema.SameAs) int { return strings.Compare(a.ID, b.ID) })
	return list
}

// doubt notes whom else the actors of the article may be: another of the
// tables where all the names in the article are shared with it, a namesake in
// the tables that the text speaks against, or one of several with the surname.
func (rd *reading) doubt() {
	for _, p := range rd.people {
		a := rd.actors[p.id]
		if a == nil || a.Given {
			continue
		}
		if p.e != nil {
			a.PossiblySameAs = rd.sharedNames(p.e, p.mentions)
			continue
		}
		a.PossiblySameAs = rd.sameInTables(a, p)
	}
	for _, o := range rd.orgs {
		if a := rd.actors[o.id]; a != nil && !a.Given && o.e != nil {
			a.PossiblySameAs = rd.sharedNames(o.e, o.mentions)
		}
	}
}

// sharedNames returns the other actors of the tables that every name of the
// mentions means too.
func (rd *reading) sharedNames(e *entry, mentions []*mention) []schema.SameAs {
	var out []schema.SameAs
	for i, m := range mentions {
		s := rd.sents[m.sent]
		name := rd.text(s, m.nameFirst, m.nameLast)
		var same []schema.SameAs
		for _, o := range rd.r.names.names[key(name)] {
			if o != e && o.kind == e.kind && o.id != "" && (i == 0 || hasSame(out, o.id)) {
				same = append(same, schema.SameAs{ID: o.id, Why: fmt.Sprintf("both are called %q", name)})
			}
		}
		if out = same; len(out) == 0 {
			return nil
		}
	}
	return sortSame(out)
}

// sameInTables returns the people of the tables that have the name of one
// whom the tables do not tell for sure.
func (rd *reading) sameInTables(a *schema.Actor, p *person) []schema.SameAs {
	var out []schema.SameAs
	add := func(e *entry, why string) {
		if e.kind == kindPerson && e.id != p.id && !hasSame(out, e.id) {
			out = append(out, schema.SameAs{ID: e.id, Why: why})
		}
	}
	if len(p.tokens) > 1 {
		for _, e := range rd.r.names.names[strings.Join(p.tokens, "")] {
			add(e, "same name, but the text ties it to another state or office")
		}
		return sortSame(out)
	}
	for _, e := range rd.r.surnames[p.tokens[0]] {
		if a.Code == "" || e.code == a.Code {
			add(e, fmt.Sprintf("%q is the surname of both", a.Name))
		}
	}
	return sortSame(out)
}
