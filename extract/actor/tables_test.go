package actor

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"dyad/internal/lexicon"
)

// TestTables runs the validator over the tables of the package.
func TestTables(t *testing.T) {
	problems, err := Check()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Error(p)
	}
}

func TestCountriesAreComplete(t *testing.T) {
	codes := mustTables(t).countries
	for code := range strings.FieldsSeq("RUS USA GBR XKX PSE TWN HKG MAC VAT COD COG PRK KOR SSD TLS") {
		if codes[code] == nil {
			t.Errorf("countries.tsv lacks %s", code)
		}
	}
	if len(codes) < 195+4 {
		t.Errorf("countries.tsv has %d states, want the 193 members of the UN, the Vatican, Kosovo, Palestine, Taiwan, Hong Kong and Macau", len(codes))
	}
}

func mustTables(t testing.TB) *tables {
	t.Helper()
	tab, err := readTables(dataFiles)
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

// tableCopy returns the tables of the package, to spoil them.
func tableCopy(t testing.TB) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{}
	files, err := dataFiles.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		text, err := dataFiles.ReadFile("data/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		fsys["data/"+f.Name()] = &fstest.MapFile{Data: text}
	}
	return fsys
}

func TestReadTablesNamesTheLine(t *testing.T) {
	fsys := tableCopy(t)
	fsys["data/persons.tsv"] = &fstest.MapFile{Data: []byte("name\taliases\tgender\texternal\nNobody Known\t\t\t\n")}
	_, err := readTables(fsys)
	if err == nil || !strings.Contains(err.Error(), "persons.tsv:2") {
		t.Errorf("a person without an office: got error %v, want one that names persons.tsv:2", err)
	}
	delete(fsys, "data/roles-asia.tsv")
	delete(fsys, "data/countries.tsv")
	if _, err := readTables(fsys); err == nil || !strings.Contains(err.Error(), "countries.tsv") {
		t.Errorf("a missing table: got error %v, want one that names countries.tsv", err)
	}
}

// mustTable reads one table.
func mustTable(t testing.TB, name string) *lexicon.Table {
	t.Helper()
	tab, err := openTable(dataFiles, name)
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

// slots are the codes of the country slot that are no states.
var slots = []string{"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}

func TestTablesAreLarge(t *testing.T) {
	international, lists, states := 0, 0, map[string]bool{}
	for _, row := range mustTable(t, "organizations.tsv").Rows {
		if slices.Contains(slots, row.Get("code")) {
			international++
		}
		if len(row.List("members")) > 0 {
			lists++
		}
	}
	parties := mustTable(t, "parties.tsv").Rows
	for _, row := range parties {
		states[row.Get("code")] = true
	}
	if armed := len(mustTable(t, "armed.tsv").Rows); international < 250 || lists < 40 || armed < 250 || len(parties) < 400 || len(states) < 100 {
		t.Errorf("%d international organisations, %d with members, %d armed groups, %d parties of %d states: want 250, 40, 250, 400 and 100",
			international, lists, armed, len(parties), len(states))
	}
}

// TestBodiesWithNamesOfTheirOwn: many bodies of institutions.tsv have a name
// in organizations.tsv, such as isr-parliament.
func TestBodiesWithNamesOfTheirOwn(t *testing.T) {
	tab, found := mustTables(t), 0
	for _, row := range mustTable(t, "organizations.tsv").Rows {
		if state, body, _ := strings.Cut(row.Get("key"), "-"); tab.bodies[body] != nil && tab.countries[strings.ToUpper(state)] != nil {
			found++
		}
	}
	if found < 50 {
		t.Errorf("only %d bodies have a name of their own", found)
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
