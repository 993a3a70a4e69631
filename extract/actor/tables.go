package actor

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"dyad/internal/lexicon"
	"dyad/schema"
)

//go:embed data/*.tsv
var dataFiles embed.FS

// entryKind says what a name of the gazetteer stands for.
type entryKind int

const (
	kindCountry entryKind = iota
	kindDemonym
	kindCapital // a city that stands for the government
	kindSeat    // a building or quarter that stands for the government
	kindPlace
	kindPlaceDemonym
	kindRegion
	kindRegionAdjective
	kindOrg
	kindPerson
)

// entry is what one name of the gazetteer means. Several names share one.
type entry struct {
	kind     entryKind
	id       string // actor id, "" for places and regions
	name     string
	code     string // country slot
	country  string // state of seat where code is none
	sector   string
	female   bool
	aliases  []string
	external string // id of Wikidata, "" if the tables have none
	as       string // kind of the actor where it is not that of the entry kind
	own      bool   // of a user's file
	marked   bool   // a person told apart from others of the name by a mark in the tables
	at       origin

	founded, dissolved string // of an organisation: a date, a month or a year, "" if open or unknown
}

// origin is the line of a table that something was read from.
type origin struct {
	table string
	line  int
}

func originOf(row lexicon.Row) origin { return origin{row.Table(), row.Line} }

// agentNoun is a line of agents.tsv.
type agentNoun struct {
	noun, sector, code                                                                                                    string
	title, office, weak, group, collective, inherit, courtesy, stateless, female, male, follows, mutual, label, kin, rank bool
	plural                                                                                                                bool // the form found is the plural
	former                                                                                                                bool // "ex-minister"
	proper                                                                                                                bool // only with a capital
}

// institution is a line of institutions.tsv.
type institution struct {
	key, name, sector string
	weak              bool
}

// tables are the data of the package, read once by [New].
type tables struct {
	entries      []*entry
	countries    map[string]*entry     // by code
	demonym      map[string]string     // code -> adjective
	byID         map[string]*entry     // the first of each id
	ids          map[string]string     // name of a person in the tables -> id
	agents       map[string]*agentNoun // by key of a singular or plural form
	institutions map[string]*institution
	bodies       map[string]*institution // by key of the table
	orgWords     map[string]string
	vague        map[string]bool     // words of orgWords that another word overrides
	topics       map[string]bool     // words of orgWords for what somebody deals with
	endings      map[string]bool     // words of orgWords that tell something only where a name ends
	things       map[string]bool     // words of names that are no actors: treaties, meetings, roads
	tenures      map[string][]tenure // by person id, by from date
	room         []tenure            // of the first stay of each person
	offices      map[string][]tenure // by id of what the office belongs to; filled by fillOffices
	own          map[string][]*entry // key of a name that a user's file gives -> the only ones it means
	folded       map[string][]*entry // name in any case -> entries; made when asked for
	outlets      map[string]string   // domain of a paper -> its state
	known        map[string]string   // table of offices -> the day until which it is known
}

func openTable(fsys fs.FS, name string) (*lexicon.Table, error) {
	text, err := fs.ReadFile(fsys, "data/"+name)
	if err != nil {
		return nil, fmt.Errorf("open table %s: %w", name, err)
	}
	return lexicon.Parse(name, string(text))
}

func newTables() *tables {
	return &tables{
		countries: map[string]*entry{}, demonym: map[string]string{}, byID: make(map[string]*entry, 16000), ids: make(map[string]string, 8000),
		agents: map[string]*agentNoun{}, institutions: map[string]*institution{}, bodies: map[string]*institution{},
		orgWords: map[string]string{}, vague: map[string]bool{}, topics: map[string]bool{}, endings: map[string]bool{}, things: map[string]bool{},
		tenures: make(map[string][]tenure, 8000), room: make([]tenure, 0, 8000), offices: map[string][]tenure{}, known: map[string]string{}, own: map[string][]*entry{},
	}
}

// tableReader names a table and the method that takes its rows in.
type tableReader struct {
	name string
	read func(*lexicon.Table) error
}

// readTables reads every table of the package.
func readTables(fsys fs.FS) (*tables, error) {
	t := newTables()
	readers := []tableReader{
		{"countries.tsv", t.readCountries}, {"disputed.tsv", t.readDisputed}, {"places.tsv", t.readPlaces},
		{"regions.tsv", t.readRegions}, {"organizations.tsv", t.readOrgs}, {"armed.tsv", t.readOrgs}, {"parties.tsv", t.readOrgs},
		{"agents.tsv", t.readAgents}, {"institutions.tsv", t.readInstitutions}, {"orgwords.tsv", t.readOrgWords},
		{"outlets.tsv", t.readOutlets},
	}
	roles, err := roleTables(fsys)
	if err != nil {
		return nil, err
	}
	for _, name := range roles {
		known, err := knownUntil(fsys, name)
		if err != nil {
			return nil, err
		}
		readers = append(readers, tableReader{name, func(table *lexicon.Table) error { return t.readRoles(table, known) }})
	}
	readers = append(readers, tableReader{"persons.tsv", t.readPersons})
	if err := readAll(fsys, readers); err != nil {
		return nil, err
	}
	t.sortTenures()
	return t, nil
}

// readAll hands each table to its reader, in their order.
func readAll(fsys fs.FS, readers []tableReader) error {
	for _, r := range readers {
		table, err := openTable(fsys, r.name)
		if err != nil {
			return err
		}
		if err := r.read(table); err != nil {
			return err
		}
	}
	return nil
}

// roleTables lists the tables of offices.
func roleTables(fsys fs.FS) ([]string, error) {
	paths, err := fs.Glob(fsys, "data/roles-*.tsv")
	if err != nil || len(paths) == 0 {
		return nil, fmt.Errorf("find data/roles-*.tsv: no table of offices (%w)", errors.Join(err, fs.ErrNotExist))
	}
	for i := range paths {
		paths[i] = strings.TrimPrefix(paths[i], "data/")
	}
	return paths, nil
}

// add takes an entry in, with its names; the first is the name of its own.
func (t *tables) add(e *entry, names ...[]string) *entry {
	for _, list := range names {
		e.aliases = append(e.aliases, list...)
	}
	t.entries = append(t.entries, e)
	if e.id != "" && t.byID[e.id] == nil {
		t.byID[e.id] = e
	}
	return e
}

func (t *tables) readCountries(table *lexicon.Table) error {
	for _, row := range table.Rows {
		code, name := row.Get("code"), row.Get("name")
		id := "country:" + code
		e := t.add(&entry{kind: kindCountry, id: id, name: name, code: code, external: row.Optional("external"), at: originOf(row)}, []string{name}, row.List("aliases"))
		t.countries[code] = e
		dem := row.List("demonyms")
		t.demonym[code] = name
		if len(dem) > 0 {
			t.demonym[code] = dem[0]
		}
		same := entry{id: id, name: name, code: code, at: originOf(row)}
		t.addKind(same, kindDemonym, plurals(dem))
		t.addKind(same, kindCapital, row.List("capitals"))
		same.id, same.sector = "", "GOV"
		t.addKind(same, kindSeat, row.List("seats"))
	}
	return nil
}

func (t *tables) addKind(e entry, kind entryKind, names []string) {
	if len(names) > 0 {
		e.kind = kind
		t.add(&e, names)
	}
}

// plurals adds the plural of demonyms that take an s: Russian, Russians.
func plurals(demonyms []string) []string {
	var out []string
	for _, d := range demonyms {
		out = append(out, d)
		if last := d[len(d)-1]; strings.IndexByte("anioketbrdfcu", last) >= 0 && !strings.HasSuffix(d, "men") {
			out = append(out, d+"s")
		}
	}
	return out
}

func (t *tables) readDisputed(table *lexicon.Table) error {
	for _, row := range table.Rows {
		e := entry{kind: kindOrg, id: "org:" + row.Get("key"), name: row.Get("name"), code: row.Get("code"), sector: "PRE", external: row.Optional("external"), at: originOf(row)}
		first := e
		t.add(&first, []string{e.name}, row.List("aliases"))
		t.addKind(e, kindPlaceDemonym, plurals(row.List("demonyms")))
		e.id = ""
		t.addKind(e, kindPlace, row.List("capitals"))
	}
	return nil
}

func (t *tables) readPlaces(table *lexicon.Table) error {
	for _, row := range table.Rows {
		code := row.Get("code")
		for _, name := range row.List("names") {
			t.add(&entry{kind: kindPlace, name: name, code: code, at: originOf(row)}, []string{name})
		}
		t.addKind(entry{code: code, at: originOf(row)}, kindPlaceDemonym, plurals(row.List("demonyms")))
	}
	return nil
}

func (t *tables) readRegions(table *lexicon.Table) error {
	for _, row := range table.Rows {
		e := entry{kind: kindRegion, name: row.Get("name"), code: row.Get("code"), at: originOf(row)}
		first := e
		t.add(&first, []string{e.name}, row.List("aliases"))
		t.addKind(e, kindRegionAdjective, row.List("adjectives"))
	}
	return nil
}

func (t *tables) readOrgs(table *lexicon.Table) error {
	for _, row := range table.Rows {
		t.add(&entry{
			kind: kindOrg, id: "org:" + row.Get("key"), name: row.Get("name"),
			code: row.Get("code"), country: row.Get("country"), sector: row.Get("sector"),
			founded: row.Get("from"), dissolved: row.Get("to"), external: row.Optional("external"), at: originOf(row),
		}, []string{row.Get("name")}, row.List("aliases"))
	}
	return nil
}

func (t *tables) readAgents(table *lexicon.Table) error {
	for _, row := range table.Rows {
		flags := strings.Split(row.Get("flags"), ",")
		has := func(f string) bool { return slices.Contains(flags, f) }
		a := agentNoun{
			noun: row.Get("noun"), sector: row.Get("sector"), code: row.Get("code"), title: has("title"), office: has("office"), weak: has("weak"),
			group: has("group"), collective: has("collective"), inherit: has("inherit"), courtesy: has("courtesy"),
			stateless: has("stateless"), female: has("female"), male: has("male"), follows: has("follows"), mutual: has("mutual"), label: has("label"), kin: has("kin"), rank: has("rank"),
		}
		one, many := a, a
		many.plural = true
		plural := row.Get("plural")
		if plural == "" {
			plural = regularPlural(a.noun)
		}
		if has("many") && a.title { // one of them is an actor only by name: "Justice Ana Paz"
			one.label, one.proper = true, true
		}
		if !has("many") || a.title {
			t.agents[key(a.noun)] = &one
			t.addFormer(one)
		}
		if a.courtesy || strings.HasSuffix(a.noun, ".") {
			continue
		}
		if _, ok := t.agents[key(plural)]; !ok || a.group {
			t.agents[key(plural)] = &many
		}
	}
	return nil
}

// addFormer adds the form that says that an office is over, where the
// tokeniser leaves it in one piece: "ex-minister".
func (t *tables) addFormer(a agentNoun) {
	if a.courtesy || a.sector == "" || strings.HasSuffix(a.noun, ".") {
		return
	}
	a.former = true
	if k := key("ex-" + a.noun); t.agents[k] == nil {
		t.agents[k] = &a
	}
}

func regularPlural(noun string) string {
	switch {
	case len(noun) > 1 && strings.HasSuffix(noun, "y") && strings.IndexByte("aeo", noun[len(noun)-2]) < 0:
		return noun[:len(noun)-1] + "ies"
	case strings.HasSuffix(noun, "s"), strings.HasSuffix(noun, "ch"), strings.HasSuffix(noun, "sh"):
		return noun + "es"
	}
	return noun + "s"
}

func (t *tables) readInstitutions(table *lexicon.Table) error {
	for _, row := range table.Rows {
		in := &institution{key: row.Get("key"), name: row.Get("name"), sector: row.Get("sector"), weak: row.Get("flags") == "weak"}
		t.bodies[in.key] = in
		for _, noun := range row.List("nouns") {
			t.institutions[key(noun)] = in
		}
	}
	return nil
}

func (t *tables) readOrgWords(table *lexicon.Table) error {
	for _, row := range table.Rows {
		t.orgWords[row.Get("word")] = row.Get("sector")
		t.vague[row.Get("word")] = row.Get("flags") == "vague"
		t.topics[row.Get("word")] = row.Get("flags") == "topic"
		t.endings[row.Get("word")] = row.Get("flags") == "last"
		t.things[row.Get("word")] = row.Get("flags") == "thing"
	}
	return nil
}

// personID returns the id of a person by the name in the tables.
func personID(name string) string {
	name, mark := splitMark(name)
	id := "person:" + schema.Slug(name)
	if mark != "" {
		id += "~" + schema.Slug(mark)
	}
	return id
}

// personID is the function of that name, which remembers: people hold several
// offices.
func (t *tables) personID(name string) string {
	id, ok := t.ids[name]
	if !ok {
		id = personID(name)
		t.ids[name] = id
	}
	return id
}

// splitMark takes off the mark that tells people of one name apart: the state
// in "Ali Hassan (SDN)".
func splitMark(name string) (bare, mark string) {
	if bare, mark, ok := strings.Cut(strings.TrimSuffix(name, ")"), " ("); ok {
		return bare, mark
	}
	return name, ""
}

// sortTenures puts the offices of each person in the order of time.
func (t *tables) sortTenures() {
	for _, list := range t.tenures {
		sortByFrom(list)
	}
}

func sortByFrom(list []tenure) {
	byFrom := func(a, b tenure) int { return strings.Compare(a.from, b.from) }
	if !slices.IsSortedFunc(list, byFrom) {
		slices.SortStableFunc(list, byFrom)
	}
}

// tieToOffice gives a person the country slot of the office: the state, or
// the code of the organisation.
func (t *tables) tieToOffice(e *entry, ten tenure) {
	if code, ok := strings.CutPrefix(ten.of, "country:"); ok {
		e.code = code
	} else if org := t.byID[ten.of]; org != nil {
		e.code, e.country = org.code, org.country
	}
}

func (t *tables) readPersons(table *lexicon.Table) error {
	for _, row := range table.Rows {
		e := t.byID[t.personID(row.Get("name"))]
		if e == nil {
			return fmt.Errorf("read %s:%d: %s holds no office in roles-*.tsv", table.Name, row.Line, row.Get("name"))
		}
		e.aliases = append(e.aliases, row.List("aliases")...)
		e.female = row.Get("gender") == "f"
		e.external = row.Optional("external")
	}
	return nil
}

// knownUntil reads the date in the comment of a table of offices up to which
// its open ends hold.
func knownUntil(fsys fs.FS, name string) (string, error) {
	text, err := fs.ReadFile(fsys, "data/"+name)
	if err != nil {
		return "", fmt.Errorf("read %s: %w", name, err)
	}
	_, rest, ok := strings.Cut(string(text), "known until: ")
	if !ok || len(rest) < 10 {
		return "", fmt.Errorf("read %s: no comment \"known until: YYYY-MM-DD\"", name)
	}
	return rest[:10], nil
}
