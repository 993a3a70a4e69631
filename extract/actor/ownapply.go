package actor

import (
	"cmp"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"dyad/schema"
)

// ownKinds are the kinds that a user may write, with those of the entries.
var ownKinds = map[string]entryKind{
	schema.KindCountry: kindCountry, schema.KindOrganization: kindOrg, schema.KindGroup: kindOrg, schema.KindPerson: kindPerson,
}

// merger takes the actors of a user into the tables, and names what is wrong
// with them.
type merger struct {
	*checker
	codes map[string]string // "slot/UNO" -> "UNO", by cameo.tsv
	file  *Own
	named map[string][]*entry // names of this file -> whose they are
}

// applyOwn takes the files in, in their order: a later one wins over an
// earlier one, and all of them over the tables. What is wrong is left out and
// returned.
func (t *tables) applyOwn(fsys fs.FS, files []*Own) ([]Problem, error) {
	if len(files) == 0 {
		return nil, nil
	}
	var problems []Problem
	c, err := newChecker(t)
	if err != nil {
		return nil, err
	}
	m := &merger{checker: c, codes: map[string]string{}}
	table, err := openTable(fsys, "cameo.tsv")
	if err != nil {
		return nil, err
	}
	for _, row := range table.Rows {
		m.codes[row.Get("place")+"/"+row.Get("cameo")] = row.Get("ours")
	}
	t.fillFolded()
	for _, f := range files {
		m.file, m.named, m.problems = f, map[string][]*entry{}, slices.Clone(f.problems)
		for i := range f.actors {
			m.actor(&f.actors[i])
		}
		problems = append(problems, m.sorted()...)
	}
	t.sortTenures()
	return problems, nil
}

// maxName is the number of bytes that a name may have.
const maxName = 300

// spaced makes every white space of a name one blank.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

// actor takes one actor in. A line with an error in it is left out whole.
func (m *merger) actor(a *ownActor) {
	w := *a
	w.name = spaced(a.name)
	before := len(m.problems)
	kind, ok := ownKinds[a.kind]
	switch {
	case foldedKey(w.name) == "":
		m.addf(a.at, "", "there is no name")
	case len(w.name) > maxName:
		m.addf(a.at, "", "the name has %d bytes, more than %d", len(w.name), maxName)
	case a.kind != "" && !ok:
		m.addf(a.at, "kinds: country, organization, person, group", "there is no kind %q", a.kind)
	case a.gender != "" && a.gender != "f" && a.gender != "m":
		m.addf(a.at, "want f, m or nothing", "gender %q", a.gender)
	case a.extern != "" && !qid.MatchString(a.extern):
		m.addf(a.at, "want an id of Wikidata, as Q30", "external id %q", a.extern)
	}
	w.code, w.sector = m.codesOf(a.at, a.code, a.sector)
	m.country(a.at, a.country)
	if !ok {
		if len(a.stays) == 0 && (m.finer(w.name, w.code) || m.composed(w.name)) {
			return // the tables say more, and how to tell the place from its government
		}
		kind = m.guessKind(&w)
	}
	stays := m.stays(&w)
	if len(m.problems) > before {
		return
	}
	if e := m.target(&w, kind); e != nil {
		m.fill(e, &w, stays)
	}
}

// codesOf reads code and sector: those of PLOVER, or a code of CAMEO that
// joins both ("DEUGOV").
func (m *merger) codesOf(at origin, code, sector string) (string, string) {
	if code == nullCode {
		return "", ""
	}
	if len(code) > 3 || code != "" && !m.slots[code] && m.t.countries[code] == nil {
		joined := code
		var rest string
		if code, rest = m.cameo(at, joined); sector == "" {
			sector = rest
		}
	}
	m.sector(at, sector)
	return code, sector
}

// cameo splits a code of CAMEO into its parts of three letters: the country
// slot, and the first part after it that is a sector.
func (m *merger) cameo(at origin, joined string) (code, sector string) {
	var parts []string
	for i := 0; i < len(joined); i += 3 {
		parts = append(parts, joined[i:min(i+3, len(joined))])
	}
	first := parts[0]
	ours, known := m.codes["slot/"+first]
	switch {
	case m.t.countries[first] != nil:
		code = first
	case known:
		code = ours
	case m.sectorOf(first) != "":
		sector = m.sectorOf(first)
	case len(joined) <= 3:
		m.checker.code(at, joined)
	default:
		m.addf(at, "want a state (DEUGOV), IGO, UNO, NGO, IMG or MNC in front", "code %q begins with %q, which is neither a state nor a country slot", joined, first)
	}
	for _, p := range parts[1:] {
		if code == "IGO" && (p == "UNO" || m.codes["slot/"+p] == "EUR" || p == "EUR") {
			code = "UNO"
			if p != "UNO" {
				code = "EUR"
			}
			continue
		}
		if sector == "" {
			sector = m.sectorOf(p)
		}
	}
	if code == "IMG" && sector == "" {
		sector = "REB"
	}
	return code, sector
}

// sectorOf is the sector of PLOVER that a part of a CAMEO code means.
func (m *merger) sectorOf(part string) string {
	if ours, ok := m.codes["sector/"+part]; ok {
		return ours
	}
	if m.sectors[part] != "" {
		return part
	}
	return ""
}

// stays checks the offices of an actor and resolves what they belong to.
func (m *merger) stays(a *ownActor) []tenure {
	var out []tenure
	for _, s := range a.stays {
		known := ""
		if s.to == "" {
			known = m.file.known
		}
		t := tenure{person: a.name, office: s.office, from: s.from, to: s.to, known: known, at: s.at, own: true}
		t.code, t.sector = m.codesOf(s.at, s.code, s.sector)
		if !m.period(s.at, s.from, s.to, m.file.known) {
			continue
		}
		t.of = m.ofWhat(s.at, s.of, t.code)
		if t.office == "" {
			t.office = m.officeOf(t.sector)
		}
		out = append(out, t)
	}
	return out
}

// ofWhat returns the id of the state or organisation that an office belongs
// to: the one named, by id, code or name, else the one that the code stands for.
func (m *merger) ofWhat(at origin, of, code string) string {
	if of == "" {
		switch {
		case m.t.countries[code] != nil:
			return "country:" + code
		case code == "UNO":
			return "org:un"
		case code == "EUR":
			return "org:eu"
		}
		return ""
	}
	if m.t.byID[of] != nil {
		return of
	}
	if e := m.t.countries[strings.ToUpper(of)]; e != nil {
		return e.id
	}
	named := m.byName(of)
	for _, e := range m.t.entries {
		if (e.kind == kindCountry || e.kind == kindOrg) && e.id != "" && slices.Contains(named, e) {
			return e.id
		}
	}
	m.addf(at, "name a state or organisation of the tables, or write a line for it before", "the office belongs to %q, which no table has", of)
	return ""
}

// officeOf names an office of which only the sector is known.
func (m *merger) officeOf(sector string) string {
	return cmp.Or(m.sectors[sector], "member")
}

// source is how a table or file of a user is called in the output: without its folder.
func (o origin) source() string { return filepath.Base(o.table) }

// digestOwn adds the content of the files to the digest of the tables.
func digestOwn(digest string, files []*Own) string {
	if len(files) == 0 {
		return digest
	}
	parts := []string{digest}
	for _, f := range files {
		parts = append(parts, f.digest)
	}
	_, hash, _ := strings.Cut(schema.ID("own", parts...), ":")
	return hash
}
