package actor

import (
	"cmp"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"github.com/biter777/countries"

	"dyad/internal/lexicon"
	"dyad/schema"
)

// Problem is something wrong in a table or in a file of a user: where it
// stands, what it is, and how to mend it.
type Problem struct {
	File string
	Line int // 0 for the whole file
	What string
	Mend string // "" where the problem says it all
}

// String is "file:line: what; mend".
func (p Problem) String() string {
	s := p.File
	if p.Line > 0 {
		s = fmt.Sprintf("%s:%d", s, p.Line)
	}
	s += ": " + p.What
	if p.Mend != "" {
		s += "; " + p.Mend
	}
	return s
}

// Check returns what is wrong with the tables of this package, by file and
// line; nil if nothing is. An error means that a table cannot be read at all.
func Check() ([]Problem, error) { return checkTables(dataFiles) }

// checkTables checks the tables of a file system.
func checkTables(fsys fs.FS) ([]Problem, error) {
	t, err := readTables(fsys)
	if err != nil {
		return nil, err
	}
	c, err := newChecker(t)
	if err != nil {
		return nil, err
	}
	roles, err := roleTables(fsys)
	if err != nil {
		return nil, err
	}
	checks := []tableReader{
		{"countries.tsv", c.countries}, {"disputed.tsv", c.orgs}, {"organizations.tsv", c.orgs}, {"armed.tsv", c.orgs}, {"parties.tsv", c.orgs},
		{"places.tsv", c.places}, {"regions.tsv", c.regions}, {"agents.tsv", c.agents}, {"institutions.tsv", c.institutions},
		{"orgwords.tsv", c.orgWords}, {"synonyms.tsv", c.synonyms}, {"spellings.tsv", c.spellings}, {"nominals.tsv", c.nominals}, {"words.tsv", c.words}, {"persons.tsv", c.persons},
		{"shared.tsv", c.readShared}, {"overlaps.tsv", c.readOverlaps}, {"cameo.tsv", c.cameoCodes}, {"outlets.tsv", c.outlets},
	}
	for _, name := range roles {
		checks = append(checks, tableReader{name, c.roles})
	}
	if err := readAll(fsys, checks); err != nil {
		return nil, err
	}
	c.tenures()
	c.names()
	return c.sorted(), nil
}

// checker collects the problems of tables that were read into t.
type checker struct {
	t         *tables
	sectors   map[string]string // code -> name
	slots     map[string]bool
	keys      map[string]origin // of organisations
	externals map[string]origin // by id of Wikidata
	shared    map[string]bool   // keys of names that mean two things on purpose
	overlaps  map[string]bool   // "of office", and "* office" for any state
	problems  []Problem
}

func newChecker(t *tables) (*checker, error) {
	ont, err := schema.LoadOntology()
	if err != nil {
		return nil, err
	}
	c := &checker{t: t, sectors: map[string]string{}, slots: map[string]bool{}, keys: map[string]origin{}, externals: map[string]origin{}, shared: map[string]bool{}, overlaps: map[string]bool{}}
	for _, s := range ont.Sectors() {
		c.sectors[s.Code] = s.Name
	}
	for _, s := range ont.CountrySlots() {
		c.slots[s.Code] = true
	}
	return c, nil
}

// addf notes a problem; mend may be "".
func (c *checker) addf(at origin, mend, format string, args ...any) {
	c.problems = append(c.problems, Problem{at.table, at.line, fmt.Sprintf(format, args...), mend})
}

// sorted returns the problems by file and line.
func (c *checker) sorted() []Problem {
	slices.SortStableFunc(c.problems, func(a, b Problem) int {
		return cmp.Or(strings.Compare(a.File, b.File), a.Line-b.Line, strings.Compare(a.What, b.What))
	})
	return slices.Compact(c.problems)
}

// isISO reports whether a code is an ISO 3166-1 alpha-3 code, or the XKX that
// stands in for one.
func isISO(code string) bool {
	return code == "XKX" || len(code) == 3 && countries.ByName(code).Alpha3() == code
}

// code checks a country slot; "" is allowed.
func (c *checker) code(at origin, code string) bool {
	if code == "" || c.slots[code] || c.t.countries[code] != nil {
		return true
	}
	mend := "want ISO 3166-1 alpha-3, or one of IGO, UNO, EUR, NGO, ISM, IMG, MNC"
	if isISO(code) {
		mend = "it belongs to a dependency: take the code of the state it belongs to"
	}
	c.addf(at, mend, "code %q is neither a state of countries.tsv nor a country slot", code)
	return false
}

// country checks the state of seat or citizenship; "" is allowed.
func (c *checker) country(at origin, country string) bool {
	if country == "" || c.t.countries[country] != nil {
		return true
	}
	c.addf(at, "want ISO 3166-1 alpha-3", "country %q is not in countries.tsv", country)
	return false
}

// sector checks a sector; "" is allowed.
func (c *checker) sector(at origin, sector string) bool {
	if sector == "" || c.sectors[sector] != "" {
		return true
	}
	mend := "codes with their meaning: dyad schema explain CODE"
	if c.slots[sector] {
		mend = "it is a country slot: write it as code"
	}
	c.addf(at, mend, "sector %q is none of PLOVER", sector)
	return false
}

// known checks that an office belongs to somebody; "" is allowed.
func (c *checker) known(at origin, of string) bool {
	if of == "" || c.t.byID[of] != nil {
		return true
	}
	c.addf(at, "want the id of a state or organisation, as country:FRA or org:nato", "the office belongs to %q, which no table has", of)
	return false
}

// period checks the two ends of a stay in office: each a date of which month
// or day may be missing, in their order, none after the day until which the
// table is known ("" if there is none).
func (c *checker) period(at origin, from, to, known string) bool {
	first, _, ok := c.date(at, from)
	end, last, ok2 := c.date(at, to)
	switch {
	case !ok || !ok2:
		return false
	case from != "" && to != "" && last < first:
		c.addf(at, "swap the dates or mend one", "ends on %s before it begins on %s", to, from)
	case known != "" && (first > known || end > known):
		c.addf(at, "leave it out, or bring the whole table up to date", "a date lies after the known-until date %s", known)
	default:
		return true
	}
	return false
}

// date reads a date that may be "" and returns its first and last day.
func (c *checker) date(at origin, date string) (first, last string, ok bool) {
	if date == "" {
		return "", "", true
	}
	a, b, err := schema.ParsePeriod(date)
	if err != nil {
		c.addf(at, "", "%v", err)
		return "", "", false
	}
	return a.Format(dayForm), b.Format(dayForm), true
}

const dayForm = "2006-01-02"

// once reports names that stand twice in a list.
func (c *checker) once(at origin, names ...string) {
	for i, n := range names {
		if slices.Contains(names[:i], n) {
			c.addf(at, "take one out", "%q stands there twice", n)
		}
	}
}

// filled reports an empty field.
func (c *checker) filled(row lexicon.Row, columns ...string) {
	for _, column := range columns {
		if row.Get(column) == "" {
			c.addf(originOf(row), "", "there is no %s", column)
		}
	}
}

// qid is the shape of an id of Wikidata.
var qid = regexp.MustCompile(`^Q[1-9][0-9]*$`)

// external checks the id of Wikidata where the table has the column.
func (c *checker) external(row lexicon.Row) {
	at, x := originOf(row), row.Optional("external")
	if x == "" {
		return
	}
	if !qid.MatchString(x) {
		c.addf(at, "want an id of Wikidata, as Q30", "external id %q", x)
	}
	if old, ok := c.externals[x]; ok {
		c.addf(at, "take it from one of them", "external id %s stands at %s:%d already", x, old.table, old.line)
	}
	c.externals[x] = at
}
