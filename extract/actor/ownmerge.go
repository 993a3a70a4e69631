package actor

import (
	"cmp"
	"slices"
	"strings"

	"dyad/schema"
)

// guessKind tells what an actor is that does not say so: what the tables have
// under the name; a person where offices or dates stand; a state where there
// is nothing but its code; an organisation where a word of the name says so,
// the name is an acronym or one word, or the sector is none of a person.
func (m *merger) guessKind(w *ownActor) entryKind {
	for _, e := range m.byNames(w) {
		if e.id != "" && (e.kind == kindPerson || e.kind == kindOrg || e.kind == kindCountry) {
			return e.kind
		}
	}
	words := strings.Fields(strings.ToLower(w.name))
	switch {
	case len(w.stays) > 0:
		return kindPerson
	case m.t.countries[w.code] != nil && w.sector == "":
		return kindCountry
	case len(words) < 2 || len(words) > 4 || w.sector == "" || slices.ContainsFunc(words, m.orgWord):
		return kindOrg
	}
	return kindPerson
}

// orgWord reports whether a word of a name tells that it is no person's.
func (m *merger) orgWord(word string) bool {
	if m.t.orgWords[word] != "" || m.t.agents[word] != nil || m.t.institutions[word] != nil {
		return true
	}
	return slices.Contains([]string{"of", "for", "and", "the", "&"}, word)
}

// byNames returns the entries that the name means, and then those that a
// further name of several words does: "SECRETARY-GENERAL_JANE_EXAMPLE" may be
// known by her other name. An acronym or surname shared makes nobody the same.
func (m *merger) byNames(w *ownActor) []*entry {
	out := slices.Clone(m.byName(w.name))
	for _, n := range w.aliases {
		if len(strings.Fields(n)) > 1 {
			out = append(out, m.byName(n)...)
		}
	}
	return out
}

// byName returns the entries that a name means, in any case.
func (m *merger) byName(name string) []*entry {
	return m.t.folded[foldedKey(name)]
}

// target returns the entry that an actor of a user is: the one of the tables
// with its id, or with one of its names and its kind where the code does not contradict;
// else a new one. A name that the file has given to another actor is refused.
func (m *merger) target(w *ownActor, kind entryKind) *entry {
	if w.id != "" {
		if e := m.t.byID[w.id]; e != nil {
			return e
		}
		prefix, rest, _ := strings.Cut(w.id, ":")
		if ownKinds[prefix] != kind && (prefix != "org" || kind != kindOrg) || rest == "" || kind == kindCountry {
			m.addf(w.at, "leave the column empty, or begin with person: or org:", "id %q", w.id)
			return nil
		}
		return m.create(w, kind, w.id)
	}
	if kind == kindCountry {
		if e := m.t.countries[w.code]; e != nil {
			return e
		}
		m.addf(w.at, "write its ISO 3166-1 alpha-3 code", "the country %q has no code", w.name)
		return nil
	}
	for _, e := range m.byNames(w) {
		if e.kind == kind && e.id != "" && (w.code == "" || e.code == "" || e.code == w.code || len(w.stays) > 0 && !m.states(w.code, e.code)) {
			return e
		}
	}
	id := "org:" + schema.Slug(w.name)
	if kind == kindPerson {
		id = "person:" + schema.Slug(w.name)
	}
	if m.t.byID[id] != nil {
		id += "~" + strings.ToLower(w.code)
	}
	if schema.Slug(w.name) == "" || m.t.byID[id] != nil {
		m.addf(w.at, "give it an id of its own in the column id", "the id %q that the name makes is empty or taken", id)
		return nil
	}
	return m.create(w, kind, id)
}

// states reports whether two codes are of two states: a person may go from a
// state's office to that of an organisation, but hardly to another state's.
func (m *merger) states(a, b string) bool {
	return a != b && m.t.countries[a] != nil && m.t.countries[b] != nil
}

// create adds an entry to the tables.
func (m *merger) create(w *ownActor, kind entryKind, id string) *entry {
	e := &entry{kind: kind, id: id, name: properName(w.name), own: true, at: w.at}
	if w.kind == schema.KindGroup {
		e.as = schema.KindGroup
	}
	return m.t.add(e)
}

// fill gives an entry what the user knows: codes replace those of the tables,
// names are added and mean nobody else any more, offices take the place of
// those at the same time.
func (m *merger) fill(e *entry, w *ownActor, stays []tenure) {
	if e.kind != kindCountry {
		e.code, e.country, e.sector = cmp.Or(w.code, e.code), cmp.Or(w.country, e.country), cmp.Or(w.sector, e.sector)
		if last := len(stays) - 1; e.code == "" && last >= 0 {
			if e.code = stays[last].code; e.code == "" {
				m.t.tieToOffice(e, stays[last])
			}
		}
	}
	e.external = cmp.Or(w.extern, e.external)
	e.female = w.gender == "f" || e.female && w.gender == ""
	for _, n := range append([]string{w.name}, w.aliases...) {
		m.name(e, w.at, n)
	}
	for _, s := range stays {
		m.hold(e, s)
	}
}

// name gives an entry a name, as it stands and, where it is all in capitals,
// as it would stand in a text.
func (m *merger) name(e *entry, at origin, name string) {
	name = spaced(name)
	k := foldedKey(name)
	if k == "" || len(name) > maxName {
		return
	}
	for _, other := range m.named[k] {
		if other != e && (other.kind != e.kind || other.code == e.code) {
			m.addf(at, "take it from one of them", "%q is a name of %s already", name, other.id)
			return
		}
	}
	if !slices.Contains(m.named[k], e) {
		m.named[k] = append(m.named[k], e)
	}
	if e.kind == kindCountry && m.finer(name, e.code) {
		return
	}
	for _, form := range writings(name) {
		if !slices.Contains(e.aliases, form) {
			e.aliases = append(e.aliases, form)
		}
		m.t.own[key(form)] = slices.Clone(m.named[k]) // and nobody else
	}
	m.t.index(e, name)
}

// finer reports whether the tables have a name as a capital, demonym or place
// of the state, which says more than that it stands for the state.
func (m *merger) finer(name, code string) bool {
	return slices.ContainsFunc(m.byName(name), func(e *entry) bool {
		return !e.own && e.code == code && e.kind >= kindDemonym && e.kind <= kindPlaceDemonym
	})
}

// composed reports whether the reading makes an actor of the words of a name
// by itself: a state or demonym before a body or agent noun ("EXAMPLIAN ARMY").
func (m *merger) composed(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	for i := 1; i < len(words); i++ {
		rest := strings.Join(words[i:], "")
		if m.t.agents[rest] == nil && m.t.institutions[rest] == nil {
			continue
		}
		for _, e := range m.byName(strings.Join(words[:i], " ")) {
			if !e.own && (e.kind == kindCountry || e.kind == kindDemonym || e.kind == kindCapital) {
				return true
			}
		}
	}
	return false
}

// hold adds a stay in office and takes out those of the tables in the same
// office that it contradicts.
func (m *merger) hold(e *entry, s tenure) {
	same := func(t tenure) bool {
		return !t.own && t.of == s.of && strings.EqualFold(t.office, s.office) && overlap(t, s) > 0
	}
	for _, t := range m.t.tenures[e.id] {
		if t.own && t.office == s.office && t.of == s.of && overlap(t, s) > 0 && t.sector == s.sector {
			m.addf(s.at, "join the two lines or mend the dates", "%s is %s twice: also at line %d", e.name, s.office, t.at.line)
			return
		}
	}
	m.t.tenures[e.id] = append(slices.DeleteFunc(m.t.tenures[e.id], same), s)
}

// shortest is the length up to which a word in capitals is taken for an
// acronym and not for a name.
const shortest = 3

// writings are the forms under which a name is looked up: dictionaries are
// often all in capitals. A short word may be an acronym or not ("UN MISSION",
// "XI JINPING"), so both forms count; alone it stays as it is: "US" is not "Us".
func writings(name string) []string {
	proper := properName(name)
	if proper == name {
		return []string{name}
	}
	out := []string{name, proper}
	words := strings.Fields(proper)
	for i, w := range words {
		if len(w) <= shortest && !small[strings.ToLower(w)] {
			words[i] = strings.ToUpper(w)
		}
	}
	if mixed := strings.Join(words, " "); mixed != proper && mixed != name {
		out = append(out, mixed)
	}
	return out
}

// small are the words that stay small in names.
var small = map[string]bool{
	"of": true, "the": true, "and": true, "for": true, "in": true, "on": true, "to": true,
	"de": true, "da": true, "del": true, "der": true, "van": true, "von": true, "bin": true,
}

// properName writes a name that is all in capitals as names are written:
// "JANE OF EXAMPLE" is "Jane of Example". Others, and acronyms, stay as they are.
func properName(name string) string {
	words := strings.Fields(name)
	if name != strings.ToUpper(name) || name == strings.ToLower(name) || len(words) == 1 && (len(name) <= shortest || strings.Contains(name, ".")) {
		return name
	}
	for i, w := range words {
		words[i] = strings.ToLower(w)
		if i == 0 || !small[words[i]] {
			words[i] = capitalised(words[i])
		}
	}
	return strings.Join(words, " ")
}

// capitalised begins a word, and what follows a hyphen, an apostrophe after
// one letter, or a full stop, with a capital: "Al-Khatib", "O'Neill", "J.R.".
func capitalised(word string) string {
	up := true
	var b strings.Builder
	for i, r := range word {
		if up {
			b.WriteString(strings.ToUpper(string(r)))
		} else {
			b.WriteRune(r)
		}
		up = r == '-' || r == '.' || r == '/' || r == '(' || (r == '\'' || r == '’') && i == 1
	}
	return b.String()
}
