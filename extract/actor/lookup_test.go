package actor

import (
	"strings"
	"testing"

	"dyad/internal/lexicon"
	"dyad/schema"

	"github.com/google/go-cmp/cmp"
)

func TestLookup(t *testing.T) {
	r := mustResolver(t)
	for _, c := range []struct{ name, id, why string }{
		{"Russia", "country:RUS", "name"},
		{"U.S.", "country:USA", "further name"},
		{"usa", "country:USA", "further name"},
		{"Washington", "country:USA", "capital"},
		{"british", "country:GBR", "demonym"},
		{"Kremlin", "org:rus-gov", "seat of government"},
		{"nato", "org:nato", "name"},
		{"Medvedev", "person:dmitry-medvedev", "surname"},
		{"Recep Tayyip Erdogan", "person:recep-tayyip-erdogan", "name"},
		{"Turkish army", "org:tur-mil", "body of a state"},
		{"Cote d’Ivoire", "country:CIV", "further name"},
	} {
		got := r.Lookup(c.name)
		if len(got) == 0 || got[0].ID != c.id || got[0].Why != c.why {
			t.Errorf("Lookup(%q) = %v, want %s by %s first", c.name, got, c.id, c.why)
		}
	}
	if got := r.Lookup("Qwertystan"); got != nil {
		t.Errorf("Lookup of an unknown name = %v, want nil", got)
	}
}

func TestLookupOfASurnameWithSeveralBearers(t *testing.T) {
	var ids []string
	for _, c := range mustResolver(t).Lookup("Bush") {
		ids = append(ids, c.ID)
	}
	if diff := cmp.Diff([]string{"person:george-h-w-bush", "person:george-w-bush"}, ids); diff != "" {
		t.Errorf("Lookup(Bush), -want +got:\n%s", diff)
	}
}

func TestNear(t *testing.T) {
	r := mustResolver(t)
	for name, want := range map[string]string{
		"Rusia": "country:RUS", "Medvedyev": "person:dmitry-medvedev", "Unted Nations": "org:un", "Azerbaidjan": "country:AZE",
	} {
		found := false
		for _, c := range r.Near(name, 5) {
			found = found || c.ID == want
		}
		if !found {
			t.Errorf("Near(%q) = %v, want %s among them", name, r.Near(name, 5), want)
		}
	}
	if got := r.Near("Rusia", 2); len(got) > 2 {
		t.Errorf("Near gives %d names, want at most 2", len(got))
	}
	if diff := cmp.Diff(r.Near("Irak", 8), r.Near("Irak", 8)); diff != "" {
		t.Errorf("Near differs between two calls:\n%s", diff)
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"kitten", "sitting", 3}, {"", "abc", 3}, {"iran", "iraq", 1}} {
		if got := distance(c.a, c.b); got != c.want {
			t.Errorf("distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestDataDigest(t *testing.T) {
	a, b := mustResolver(t).DataDigest(), mustResolver(t).DataDigest()
	if a != b || len(a) != 16 {
		t.Errorf("digests %q and %q, want two equal ones of 16 digits", a, b)
	}
}

// FuzzTables reads any text as each of the tables: an error or a table, never
// a panic.
func FuzzTables(f *testing.F) {
	f.Add("code\tname\taliases\tdemonyms\tcapitals\tseats\nRUS\tRussia\tRussian Federation\tRussian\tMoscow\tKremlin\n")
	f.Add("noun\tsector\tflags\tplural\tcode\nminister\tGOV\ttitle\t\t\ny\tGOV\t\t\t\n")
	f.Add("person\tof\toffice\tsector\tfrom\tto\nA B\tcountry:RUS\tpresident\tGOV\t2000-01-01\t\n")
	f.Add("key\tname\tnouns\tsector\tflags\nmil\t%s army\tarmy| |\tMIL\t\n")
	f.Add("code\tname\taliases\tdemonyms\tcapitals\tseats\n\t\t|\t|\t\t\n")
	f.Fuzz(func(t *testing.T, text string) {
		table, err := lexicon.Read("fuzz.tsv", strings.NewReader(text))
		if err != nil {
			return
		}
		for _, columns := range tableReaders {
			if !cmp.Equal(table.Columns, columns.names) {
				continue
			}
			tab := newTables()
			if err := columns.read(tab, table); err != nil {
				continue
			}
			for _, e := range tab.entries {
				if bareName(e, e.name) && len(e.aliases) == 0 {
					t.Errorf("an entry without names: %+v", e)
				}
			}
			newGazetteer(tab).longest([]string{"a", "b"}, 0)
		}
	})
}

var tableReaders = []struct {
	names []string
	read  func(*tables, *lexicon.Table) error
}{
	{strings.Split("code name aliases demonyms capitals seats external", " "), (*tables).readCountries},
	{strings.Split("noun sector flags plural code", " "), (*tables).readAgents},
	{strings.Split("person of office sector from to", " "), func(t *tables, table *lexicon.Table) error {
		return t.readRoles(table, "2025-12-31")
	}},
	{strings.Split("key name nouns sector flags", " "), (*tables).readInstitutions},
	{strings.Split("key name aliases code country sector from to members external", " "), (*tables).readOrgs},
	{strings.Split("code names demonyms", " "), (*tables).readPlaces},
	{strings.Split("name aliases gender external", " "), (*tables).readPersons},
}

func TestByID(t *testing.T) {
	r := mustResolver(t)
	for _, tt := range []struct {
		id   string
		want schema.Actor
		ok   bool
	}{
		{"country:DNK", schema.Actor{ID: "country:DNK", Name: "Denmark", Kind: schema.KindCountry, Code: "DNK", Country: "DNK", Wikidata: "Q35"}, true},
		{"person:dmitry-medvedev", schema.Actor{ID: "person:dmitry-medvedev", Name: "Dmitry Medvedev", Kind: schema.KindPerson, Code: "RUS", Country: "RUS", Wikidata: "Q23530"}, true},
		{"org:rus-gov", schema.Actor{ID: "org:rus-gov", Name: "Russian government", Kind: schema.KindOrganization, Code: "RUS", Country: "RUS", Sector: "GOV"}, true},
		{"org:xxx-gov", schema.Actor{}, false},
		{"org:rus-nothing", schema.Actor{}, false},
		{"person:nobody", schema.Actor{}, false},
		{"", schema.Actor{}, false},
	} {
		got, ok := r.ByID(tt.id)
		if diff := cmp.Diff(tt.want, got); diff != "" || ok != tt.ok {
			t.Errorf("ByID(%q) = %v (-want +got):\n%s", tt.id, ok, diff)
		}
	}
}

func TestFamilyFirst(t *testing.T) {
	r := mustResolver(t)
	for _, tt := range []struct {
		code, word string
		want       bool
	}{
		{"TWN", "Tsai", true},
		{"TWN", "Joseph", false},
		{"SGP", "S.", false},
		{"JPN", "Taro", false},
	} {
		if got := r.familyFirst(tt.code, tt.word); got != tt.want {
			t.Errorf("familyFirst(%q, %q) = %v, want %v", tt.code, tt.word, got, tt.want)
		}
	}
}

// TestLongestName: a name with an article does not end inside a longer one.
func TestLongestName(t *testing.T) {
	tab := newTables()
	tab.entries = []*entry{{name: "West", aliases: []string{"the West"}}, {name: "Palestine", aliases: []string{"West Bank"}}}
	g := newGazetteer(tab)
	for text, want := range map[string]int{"the West Bank": 0, "West Bank": 2, "the West said": 2, "the Bank": 0} {
		if last, _ := g.longest(strings.Fields(text), 0); last != want {
			t.Errorf("%s: ends before token %d, want %d", text, last, want)
		}
	}
}
