package actor

import (
	"slices"
	"sort"
	"strings"
	"sync"

	"dyad/schema"
)

// Candidate is an actor of the tables that a name may mean, and why.
type Candidate struct {
	ID, Name, Kind, Code, Why string
}

// Lookup returns the actors of the tables that a name means, whatever its
// case: exact names first, then surnames; nil if none.
func (r *Resolver) Lookup(name string) []Candidate {
	k := strings.ToLower(key(strings.TrimSpace(name)))
	var out []Candidate
	seen := map[string]bool{}
	add := func(e *entry, why string) {
		c := r.candidate(e, why)
		if c.ID != "" && !seen[c.ID] {
			seen[c.ID] = true
			out = append(out, c)
		}
	}
	r.lookup.once.Do(r.fillLookup)
	for _, e := range r.tables.folded[k] {
		for _, a := range e.aliases {
			if foldedKey(a) == k {
				add(e, whyOf(e, a))
			}
		}
	}
	for _, surname := range r.lookup.surnames[k] {
		for _, e := range r.surnames[surname] {
			add(e, "surname")
		}
	}
	out = append(out, r.bodiesNamed(k, seen)...)
	return out
}

// lookup are the names of the tables in any case. They are made when the
// first name is looked up.
type lookup struct {
	once     sync.Once
	surnames map[string][]string // in lower case -> as they are indexed
}

func (r *Resolver) fillLookup() {
	r.tables.fillFolded()
	r.lookup.surnames = make(map[string][]string, len(r.surnames))
	for _, s := range r.surnameKeys() {
		r.lookup.surnames[foldedKey(s)] = append(r.lookup.surnames[foldedKey(s)], s)
	}
}

// fillFolded lists all names in lower case, unless that was done.
func (t *tables) fillFolded() {
	if t.folded != nil {
		return
	}
	t.folded = make(map[string][]*entry, 2*len(t.entries))
	for _, e := range t.entries {
		t.index(e, e.aliases...)
	}
}

// index notes names of an entry for byName.
func (t *tables) index(e *entry, names ...string) {
	for _, n := range names {
		if k := foldedKey(n); !slices.Contains(t.folded[k], e) {
			t.folded[k] = append(t.folded[k], e)
		}
	}
}

// ByID returns what the tables say of an actor's id: a state, an organisation,
// a person or a body of a state ("org:rus-gov"); false if they do not have it.
func (r *Resolver) ByID(id string) (schema.Actor, bool) {
	if e := r.byID[id]; e != nil {
		return r.tabled(e), true
	}
	name, _ := strings.CutPrefix(id, "org:")
	code, body, ok := strings.Cut(name, "-")
	code = strings.ToUpper(code)
	if !ok || r.tables.bodies[body] == nil || r.tables.countries[code] == nil {
		return schema.Actor{}, false
	}
	return r.body(code, body), true
}

// bodiesNamed finds bodies of states by their full name: "Russian parliament".
func (r *Resolver) bodiesNamed(k string, seen map[string]bool) []Candidate {
	var out []Candidate
	for _, e := range r.tables.entries {
		if e.kind != kindDemonym {
			continue
		}
		for _, a := range e.aliases {
			rest, ok := strings.CutPrefix(k, strings.ToLower(key(a)))
			if !ok || r.tables.institutions[rest] == nil {
				continue
			}
			b := r.body(e.code, r.tables.institutions[rest].key)
			if !seen[b.ID] {
				seen[b.ID] = true
				out = append(out, Candidate{b.ID, b.Name, b.Kind, b.Code, "body of a state"})
			}
		}
	}
	return out
}

func (r *Resolver) surnameKeys() []string {
	keys := make([]string, 0, len(r.surnames))
	for k := range r.surnames {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

func whyOf(e *entry, alias string) string {
	switch e.kind {
	case kindDemonym:
		return "demonym"
	case kindCapital:
		return "capital"
	case kindSeat:
		return "seat of government"
	}
	if foldedKey(alias) == foldedKey(e.name) {
		return "name"
	}
	return "further name"
}

func (r *Resolver) candidate(e *entry, why string) Candidate {
	switch e.kind {
	case kindCountry, kindDemonym, kindCapital:
		return Candidate{e.id, r.tables.countries[e.code].name, schema.KindCountry, e.code, why}
	case kindSeat:
		b := r.body(e.code, "gov")
		return Candidate{b.ID, b.Name, b.Kind, b.Code, why}
	case kindPerson:
		return Candidate{e.id, e.name, schema.KindPerson, e.code, why}
	case kindOrg:
		return Candidate{e.id, e.name, schema.KindOrganization, e.code, why}
	}
	return Candidate{}
}

// Near returns at most n names of actors that are spelled like the given one,
// the nearest first.
func (r *Resolver) Near(name string, n int) []Candidate {
	type scored struct {
		c Candidate
		d int
	}
	k := strings.ToLower(key(strings.TrimSpace(name)))
	best := map[string]scored{}
	most := 1 + len(k)/4
	try := func(e *entry, name string) {
		spelled := foldedKey(name)
		if len(spelled) > len(k)+most || len(k) > len(spelled)+most {
			return // each letter too many is a step
		}
		d := distance(k, spelled)
		c := r.candidate(e, name)
		if c.ID == "" || d > most {
			return
		}
		if old, ok := best[c.ID]; !ok || d < old.d {
			best[c.ID] = scored{c, d}
		}
	}
	for _, e := range r.tables.entries {
		for _, a := range e.aliases {
			try(e, a)
		}
	}
	for _, surname := range r.surnameKeys() {
		for _, e := range r.surnames[surname] {
			try(e, surname)
		}
	}
	list := make([]scored, 0, len(best))
	for _, s := range best {
		list = append(list, s)
	}
	sort.Slice(list, func(i, j int) bool {
		if list[i].d != list[j].d {
			return list[i].d < list[j].d
		}
		return list[i].c.ID < list[j].c.ID
	})
	var out []Candidate
	for i := 0; i < len(list) && i < n; i++ {
		out = append(out, list[i].c)
	}
	return out
}

// distance is the number of letters to insert, delete, change or swap.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	rows := [3][]int{make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)}
	for j := range rows[1] {
		rows[1][j] = j
	}
	for i := 1; i <= len(x); i++ {
		before, prev, cur := rows[0], rows[1], rows[2]
		cur[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				cur[j] = min(cur[j], before[j-2]+1)
			}
		}
		rows[0], rows[1], rows[2] = prev, cur, before
	}
	return rows[1][len(y)]
}
