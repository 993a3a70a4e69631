package actor

import (
	"io/fs"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"
	"testing/fstest"

	"dyad/internal/lexicon"

	"github.com/biter777/countries"
)

func mustTables(t testing.TB) *tables {
	t.Helper()
	tab, err := readTables(dataFiles)
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

func mustTable(t testing.TB, name string) *lexicon.Table {
	t.Helper()
	tab, err := openTable(dataFiles, name)
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

// sectors are the codes of PLOVER 0.8 that a table may use.
var sectors = strings.Fields("AGR BUS COP CRM CVL EDU ELI GOV JRN JUD LAB LEG MED MIL OPP PRE PRM PTY REB REF REL SOC SPY UAF UNK")

// slots are the codes of the country slot that are no states.
var slots = []string{"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}

func isCode(code string) bool {
	return code == "XKX" || countries.ByName(code).Alpha3() == code && len(code) == 3
}

func TestCountriesHaveISOCodes(t *testing.T) {
	seen := map[string]bool{}
	for _, row := range mustTable(t, "countries.tsv").Rows {
		code := row.Get("code")
		if !isCode(code) {
			t.Errorf("countries.tsv:%d: %q is no ISO 3166-1 alpha-3 code", row.Line, code)
		}
		if seen[code] {
			t.Errorf("countries.tsv:%d: %s stands there twice", row.Line, code)
		}
		seen[code] = true
	}
	for code := range strings.FieldsSeq("RUS USA GBR XKX PSE TWN HKG MAC VAT COD COG PRK KOR SSD TLS") {
		if !seen[code] {
			t.Errorf("countries.tsv lacks %s", code)
		}
	}
	if len(seen) < 195+4 {
		t.Errorf("countries.tsv has %d states, want the 193 members of the UN, the Vatican, Kosovo, Palestine, Taiwan, Hong Kong and Macau", len(seen))
	}
}

func TestCodesAndSectors(t *testing.T) {
	tab := mustTables(t)
	for _, e := range tab.entries {
		if e.code != "" && tab.countries[e.code] == nil && !slices.Contains(slots, e.code) {
			t.Errorf("%s (%s): code %q is neither a state of countries.tsv nor a slot", e.name, e.id, e.code)
		}
		if e.country != "" && tab.countries[e.country] == nil {
			t.Errorf("%s (%s): country %q is not in countries.tsv", e.name, e.id, e.country)
		}
		if e.sector != "" && !slices.Contains(sectors, e.sector) {
			t.Errorf("%s (%s): sector %q is none of PLOVER", e.name, e.id, e.sector)
		}
	}
	for _, name := range append(roleTables(t), "agents.tsv", "institutions.tsv", "orgwords.tsv") {
		for _, row := range mustTable(t, name).Rows {
			if s := row.Get("sector"); s != "" && !slices.Contains(sectors, s) {
				t.Errorf("%s:%d: sector %q is none of PLOVER", name, row.Line, s)
			}
		}
	}
}

// shared are names that mean two things on purpose; the reading chooses.
var shared = strings.Fields(strings.ToLower(strings.Join(sharedNames, " ")))

var sharedNames = []string{
	"Luxembourg", "Congo", "Georgia", "NationalLiberationArmy", "ADF", "BRN", "CPP", "CPV", "DPP", "ISI", "NPA", "RSF", "PPP", "SDF", "AFP", "Kingston",
	"PDP", "NLA", "JI", "ADB", "NDC", "SPA", "NSA", "PAN", "CCC", "JMB", "EPP", "ICG", "RAF", "IS", "DPR", "FIS", "RCD", "ETA", "CAM", "NPC", "CSO", "MDC",
	"EuropeanCommission", "SchleswigHolstein", "DemocraticAlliance", "NationalCongressParty", "LDP", "NDP", "NPP", "PNP", "RPF", "UMP",
	"León", "Leon", "Granada", "Valencia", "Cordoba", "Córdoba", "Tripoli", "Victoria", "SantiagodeCuba", "Santiago",
}

// namesakes reports whether two entries are organisations of different states
// or slots, which the reading tells apart by the states of the article.
func namesakes(a, b *entry) bool { return a.kind == kindOrg && b.kind == kindOrg && a.code != b.code }

func TestNoNameMeansTwoOfAKind(t *testing.T) {
	byName := map[string][]*entry{}
	for _, e := range mustTables(t).entries {
		for _, a := range e.aliases {
			k := key(a)
			if !slices.Contains(byName[k], e) {
				byName[k] = append(byName[k], e)
			}
		}
	}
	names := make([]string, 0, len(byName))
	for k := range byName {
		names = append(names, k)
	}
	sort.Strings(names)
	for _, k := range names {
		es := byName[k]
		if len(es) < 2 || slices.Contains(shared, strings.ToLower(k)) {
			continue
		}
		for i := range es {
			for j := range es[:i] {
				if es[i].kind == es[j].kind && !namesakes(es[i], es[j]) {
					t.Errorf("%q is both %s (%s %s) and %s (%s %s)", k, es[j].id, es[j].name, es[j].code, es[i].id, es[i].name, es[i].code)
				}
			}
		}
	}
}

func TestNoNameTwiceInARow(t *testing.T) {
	for _, name := range []string{"countries.tsv", "organizations.tsv", "armed.tsv", "parties.tsv", "disputed.tsv"} {
		for _, row := range mustTable(t, name).Rows {
			list := append([]string{row.Get("name")}, row.List("aliases")...)
			for i := range list {
				if slices.Contains(list[:i], list[i]) {
					t.Errorf("%s:%d: %q stands there twice", name, row.Line, list[i])
				}
			}
		}
	}
}

func TestKeysAreUnique(t *testing.T) {
	seen := map[string]string{}
	for _, name := range []string{"organizations.tsv", "armed.tsv", "parties.tsv", "disputed.tsv"} {
		for _, row := range mustTable(t, name).Rows {
			k := row.Get("key")
			if old := seen[k]; old != "" {
				t.Errorf("%s:%d: key %q is taken by %s", name, row.Line, k, old)
			}
			seen[k] = name
			if !regexp.MustCompile(`^[a-z0-9-]+$`).MatchString(k) {
				t.Errorf("%s:%d: key %q is no slug", name, row.Line, k)
			}
		}
	}
}

var dateForm = regexp.MustCompile(`^(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$`)

// orgTables are the tables with the columns of organizations.tsv.
var orgTables = []string{"organizations.tsv", "armed.tsv", "parties.tsv"}

var looseDate = regexp.MustCompile(`^1[5-9]\d\d$|^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$`)

func TestOrganisationsHaveDates(t *testing.T) {
	for _, name := range orgTables {
		for _, row := range mustTable(t, name).Rows {
			from, to := row.Get("from"), row.Get("to")
			for _, d := range []string{from, to} {
				if d != "" && !looseDate.MatchString(d) {
					t.Errorf("%s:%d: %q is no date, month or year", name, row.Line, d)
				}
			}
			if from != "" && to != "" && to < from {
				t.Errorf("%s:%d: dissolved in %s before it was founded in %s", name, row.Line, to, from)
			}
		}
	}
}

// member is a state in the list of an organisation's members, with dates or without.
var member = regexp.MustCompile(`^([A-Z]{3})(?::(\d{4}(?:-\d\d-\d\d)?)?\.\.(\d{4}(?:-\d\d-\d\d)?)?)?$`)

func TestMembersAreStates(t *testing.T) {
	tab, lists := mustTables(t), 0
	for _, name := range orgTables {
		for _, row := range mustTable(t, name).Rows {
			list := row.List("members")
			if len(list) > 0 {
				lists++
			}
			seen := map[string]bool{}
			for _, m := range list {
				p := member.FindStringSubmatch(m)
				if p == nil || tab.countries[p[1]] == nil {
					t.Errorf("%s:%d: member %q is not STATE or STATE:from..to", name, row.Line, m)
					continue
				}
				if seen[m[:3]] && p[2] == "" {
					t.Errorf("%s:%d: %s is a member twice", name, row.Line, m)
				}
				if p[2] != "" && p[3] != "" && p[3] < p[2] {
					t.Errorf("%s:%d: member %q leaves before it joins", name, row.Line, m)
				}
				seen[m[:3]] = true
			}
		}
	}
	if lists < 40 {
		t.Errorf("only %d organisations have members", lists)
	}
}

func TestExternalIDs(t *testing.T) {
	form, owner := regexp.MustCompile(`^Q[1-9]\d*$`), map[string]string{}
	for _, name := range append([]string{"countries.tsv"}, orgTables...) {
		for _, row := range mustTable(t, name).Rows {
			q := row.Get("external")
			if q == "" {
				continue
			}
			if !form.MatchString(q) {
				t.Errorf("%s:%d: %q is no id of Wikidata", name, row.Line, q)
			}
			if old := owner[q]; old != "" {
				t.Errorf("%s:%d: %s is %s already", name, row.Line, q, old)
			}
			owner[q] = row.Get("name")
		}
	}
}

// TestPartiesStandInTheirTable checks the decision of NOTICE.md on sectors.
func TestPartiesStandInTheirTable(t *testing.T) {
	allowed := strings.Fields("PTY OPP LAB SOC REL AGR EDU")
	for _, row := range mustTable(t, "parties.tsv").Rows {
		if !slices.Contains(allowed, row.Get("sector")) {
			t.Errorf("parties.tsv:%d: %s has sector %q, want one of %v", row.Line, row.Get("name"), row.Get("sector"), allowed)
		}
	}
	for _, row := range mustTable(t, "organizations.tsv").Rows {
		if row.Get("sector") == "PTY" && !slices.Contains(slots, row.Get("code")) {
			t.Errorf("organizations.tsv:%d: the party %s belongs in parties.tsv", row.Line, row.Get("name"))
		}
	}
}

// TestBodiesWithNamesOfTheirOwn checks the keys that give a body of
// institutions.tsv a name, such as isr-parliament.
func TestBodiesWithNamesOfTheirOwn(t *testing.T) {
	tab, found := mustTables(t), 0
	for _, row := range mustTable(t, "organizations.tsv").Rows {
		state, body, _ := strings.Cut(row.Get("key"), "-")
		in := tab.bodies[body]
		if in == nil || tab.countries[strings.ToUpper(state)] == nil {
			continue
		}
		found++
		if row.Get("code") != strings.ToUpper(state) || row.Get("sector") != in.sector {
			t.Errorf("organizations.tsv:%d: %s has code %s and sector %s, the body has %s", row.Line, row.Get("key"), row.Get("code"), row.Get("sector"), in.sector)
		}
	}
	if found < 50 {
		t.Errorf("only %d bodies have a name of their own", found)
	}
}

// TestNamesAreNotAdjectives keeps names out that read like a state's adjective
// with an article: a newspaper "The Namibian".
func TestNamesAreNotAdjectives(t *testing.T) {
	tab := mustTables(t)
	adjective := map[string]bool{}
	for _, e := range tab.entries {
		if e.kind == kindDemonym || e.kind == kindPlaceDemonym {
			for _, a := range e.aliases {
				adjective[a] = true
			}
		}
	}
	for _, e := range tab.entries {
		for _, a := range e.aliases {
			if rest, ok := strings.CutPrefix(a, "The "); ok && e.kind == kindOrg && adjective[rest] {
				t.Errorf("%s: %q is an article and an adjective", e.id, a)
			}
		}
	}
}

func TestTablesAreLarge(t *testing.T) {
	international, states := 0, map[string]bool{}
	for _, row := range mustTable(t, "organizations.tsv").Rows {
		if slices.Contains(slots, row.Get("code")) {
			international++
		}
	}
	parties := mustTable(t, "parties.tsv").Rows
	for _, row := range parties {
		states[row.Get("code")] = true
	}
	if armed := len(mustTable(t, "armed.tsv").Rows); international < 250 || armed < 250 || len(parties) < 400 || len(states) < 100 {
		t.Errorf("%d international organisations, %d armed groups, %d parties of %d states: want 250, 250, 400 and 100",
			international, armed, len(parties), len(states))
	}
}

func TestRolesHaveDatesAndOffices(t *testing.T) {
	tab := mustTables(t)
	for _, name := range roleTables(t) {
		known, err := knownUntil(dataFiles, name)
		if err != nil {
			t.Fatal(err)
		}
		checkRoles(t, tab, mustTable(t, name), known)
	}
}

// roleTables lists the tables of offices.
func roleTables(t testing.TB) []string {
	t.Helper()
	paths, err := fs.Glob(dataFiles, "data/roles-*.tsv")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no tables of offices: %v", err)
	}
	for i := range paths {
		paths[i] = strings.TrimPrefix(paths[i], "data/")
	}
	return paths
}

// checkRoles checks the dates and bodies of a table of offices.
func checkRoles(t *testing.T, tab *tables, table *lexicon.Table, known string) {
	t.Helper()
	for _, row := range table.Rows {
		from, to := row.Get("from"), row.Get("to")
		if !dateForm.MatchString(from) || to != "" && !dateForm.MatchString(to) {
			t.Errorf("%s:%d: dates %q..%q are not YYYY-MM-DD", table.Name, row.Line, from, to)
		}
		if to != "" && to <= from {
			t.Errorf("%s:%d: ends on %s before it begins on %s", table.Name, row.Line, to, from)
		}
		if from > known || to > known {
			t.Errorf("%s:%d: a date lies after the known-until date %s", table.Name, row.Line, known)
		}
		if of := row.Get("of"); tab.byID[of] == nil {
			t.Errorf("%s:%d: the office belongs to %q, which no table has", table.Name, row.Line, of)
		}
	}
}

// shareable are offices that several people hold at a time, or where the
// table keeps holders whose claims overlap.
var shareable = map[string]bool{
	"foreign ministry spokesman": true, "foreign ministry spokeswoman": true, "secretary general": true,
	"senator": true,
}

func TestOfficesDoNotOverlap(t *testing.T) {
	tab := mustTables(t)
	disputed := map[string]bool{"country:LBY prime minister": true, "country:CIV president": true, "country:GMB president": true, "country:KGZ president": true, "country:RUS foreign minister": true}
	keys := make([]string, 0, len(tab.offices))
	for k := range tab.offices {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, of := range keys {
		last := map[string]tenure{}
		for _, ten := range tab.offices[of] {
			old, ok := last[ten.office]
			last[ten.office] = ten
			if !ok || shareable[ten.office] || disputed[of+" "+ten.office] {
				continue
			}
			if old.to == "" || old.to > ten.from {
				t.Errorf("%s of %s: %s (%s..%s) overlaps %s (%s..%s)", ten.office, of, old.person, old.from, old.to, ten.person, ten.from, ten.to)
			}
		}
	}
}

func TestAgentsAreWellFormed(t *testing.T) {
	flags := strings.Fields("title office weak group collective inherit courtesy many stateless female male")
	seen := map[string]bool{}
	for _, row := range mustTable(t, "agents.tsv").Rows {
		noun := row.Get("noun")
		if noun != strings.ToLower(noun) {
			t.Errorf("agents.tsv:%d: %q is not in lower case", row.Line, noun)
		}
		if seen[noun] {
			t.Errorf("agents.tsv:%d: %q stands there twice", row.Line, noun)
		}
		seen[noun] = true
		for f := range strings.SplitSeq(row.Get("flags"), ",") {
			if f != "" && !slices.Contains(flags, f) {
				t.Errorf("agents.tsv:%d: unknown flag %q", row.Line, f)
			}
		}
	}
}

func TestInstitutionsAreWellFormed(t *testing.T) {
	seen := map[string]string{}
	for _, row := range mustTable(t, "institutions.tsv").Rows {
		if !strings.Contains(row.Get("name"), "%s") {
			t.Errorf("institutions.tsv:%d: the name has no place for the demonym", row.Line)
		}
		for _, noun := range row.List("nouns") {
			if old := seen[noun]; old != "" {
				t.Errorf("institutions.tsv:%d: %q belongs to %s already", row.Line, noun, old)
			}
			seen[noun] = row.Get("key")
		}
	}
}

func TestReadTablesNamesTheLine(t *testing.T) {
	fsys := fstest.MapFS{}
	for _, name := range append(roleTables(t), tableNames...) {
		text, err := dataFiles.ReadFile("data/" + name)
		if err != nil {
			t.Fatal(err)
		}
		fsys["data/"+name] = &fstest.MapFile{Data: text}
	}
	fsys["data/persons.tsv"] = &fstest.MapFile{Data: []byte("name\taliases\tgender\texternal\nNobody Known\t\t\t\n")}
	_, err := readTables(fsys)
	if err == nil || !strings.Contains(err.Error(), "persons.tsv:2") {
		t.Errorf("a person without an office: got error %v, want one that names persons.tsv:2", err)
	}
	for _, name := range roleTables(t) {
		delete(fsys, "data/"+name)
	}
	if _, err := readTables(fsys); err == nil || !strings.Contains(err.Error(), "roles-*.tsv") {
		t.Errorf("no table of offices: got error %v, want one that names roles-*.tsv", err)
	}
}

var tableNames = []string{
	"countries.tsv", "disputed.tsv", "places.tsv", "regions.tsv", "organizations.tsv", "armed.tsv", "parties.tsv", "agents.tsv",
	"institutions.tsv", "orgwords.tsv", "persons.tsv", "words.tsv", "nominals.tsv", "synonyms.tsv", "spellings.tsv",
}
