package actor

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"dyad/schema"

	"github.com/google/go-cmp/cmp"
)

const ownCSV = `# Our own list.
# known until: 2030-06-30
name,aliases,kind,code,sector,office,of,from,to,external
Ann Example,A. Example|Annie Example,person,,GOV,minister of examples,New Zealand,2020-03-01,2024,Q1001
Ann Example,,person,NZL,LEG,speaker,NZL,2025-01,
Example Front,"EXF|Front, the Exemplary",organization,PER,REB
Sea Sedge Council,,organization,IGO
Dockers of Elm,,group,GBR,LAB
Dmitry Medvedev,,,,SPY,keeper of the example,country:RUS,2021-01-01,
`

func mustOwn(t testing.TB, file, text string) *Own {
	t.Helper()
	o, err := ReadOwn(file, strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func resolverWith(t testing.TB, own ...*Own) *Resolver {
	t.Helper()
	r, err := New(own...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func messages(r *Resolver) []string {
	var out []string
	for _, p := range r.Problems() {
		out = append(out, p.String())
	}
	return out
}

// ownCase is a text and what its actors are by a user's file.
type ownCase struct {
	date, text, actor string
	want              schema.Actor // code, sector, role, kind
}

func checkOwnCases(t *testing.T, r *Resolver, cases []ownCase) {
	t.Helper()
	for _, tt := range cases {
		doc, _ := read(t, r, tt.date, tt.text)
		a := actorByID(doc, tt.actor)
		if a == nil {
			_, ids := checkActor(doc, tt.actor)
			t.Errorf("%s %q: no %s (%v)", tt.date, tt.text, tt.actor, ids)
			continue
		}
		got := schema.Actor{Kind: a.Kind, Code: a.Code, Sector: a.Sector, Role: a.Role}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s %q: %s (-want +got):\n%s", tt.date, tt.text, tt.actor, diff)
		}
	}
}

func TestOwnCSV(t *testing.T) {
	r := resolverWith(t, mustOwn(t, "mine/own.csv", ownCSV))
	if m := messages(r); len(m) > 0 {
		t.Fatalf("problems: %q, want none", m)
	}
	person, org := schema.KindPerson, schema.KindOrganization
	checkOwnCases(t, r, []ownCase{
		{"2021-05-05", "Annie Example met reporters.", "person:ann-example", schema.Actor{Kind: person, Code: "NZL", Sector: "GOV", Role: "minister of examples"}},
		{"2024-12-31", "Annie Example met reporters.", "person:ann-example", schema.Actor{Kind: person, Code: "NZL", Sector: "GOV", Role: "minister of examples"}},
		{"2027-05-05", "Ann Example met reporters.", "person:ann-example", schema.Actor{Kind: person, Code: "NZL", Sector: "LEG", Role: "speaker"}},
		{"2030-07-01", "Ann Example met reporters.", "person:ann-example", schema.Actor{Kind: person, Code: "NZL", Role: "unknown after 2030-06-30"}},
		{"2021-05-05", "The EXF attacked a convoy in Peru.", "org:example-front", schema.Actor{Kind: org, Code: "PER", Sector: "REB"}},
		{"2021-05-05", "The Sea Sedge Council criticised France.", "org:sea-sedge-council", schema.Actor{Kind: org, Code: "IGO"}},
		{"2021-05-05", "Dockers of Elm protested.", "org:dockers-of-elm", schema.Actor{Kind: schema.KindGroup, Code: "GBR", Sector: "LAB"}},
		{"2022-05-05", "Dmitry Medvedev met Angela Merkel.", "person:dmitry-medvedev", schema.Actor{Kind: person, Code: "RUS", Sector: "SPY", Role: "keeper of the example"}},
		{"2010-05-05", "Dmitry Medvedev met Angela Merkel.", "person:dmitry-medvedev", schema.Actor{Kind: person, Code: "RUS", Sector: "GOV", Role: "president"}},
	})
	doc, _ := read(t, r, "2021-05-05", "Annie Example met reporters.")
	if a := actorByID(doc, "person:ann-example"); len(a.Roles) != 2 || a.Roles[0].Source != "own.csv" || a.Roles[0].Of != "country:NZL" {
		t.Errorf("roles = %+v, want two from own.csv of New Zealand", a.Roles)
	}
}

// A file whose lines all have kind and id looks no name up.
func TestOwnCSVOfIDs(t *testing.T) {
	r := resolverWith(t, mustOwn(t, "own.csv", "name,kind,code,id\nAnn Zxample,person,FRA,person:ann-zxample\n"))
	if m := messages(r); len(m) > 0 {
		t.Fatalf("problems: %q, want none", m)
	}
	checkOwnCases(t, r, []ownCase{{"2021-05-05", "Ann Zxample met reporters.", "person:ann-zxample", schema.Actor{Kind: schema.KindPerson, Code: "FRA"}}})
}

func TestOwnCSVProblems(t *testing.T) {
	r := resolverWith(t, mustOwn(t, "own.csv", `name;alias;kind;code;sector;office;of;from;to;external;id
;;person
No Code;;alien;QQQ
No Sector;;organization;FRA;IGO
"open quote;;person
Too Many;;person;FRA;GOV;;;;;;;;
Bad Date;;person;FRA;GOV;mayor;FRA;31.12.2020
Wrong Order;;person;FRA;GOV;mayor;FRA;2020;2019
Whose Office;;person;FRA;GOV;mayor;Nowhere;2020
Bad External;;person;FRA;GOV;;;;;http://example.org
Bad Id;;person;FRA;GOV;;;;;;country:FRA2
No Land;;country
Good One;;person;FRA;GOV
good one;;organization;FRA;GOV
Ja`+"\xff"+`n Latin;;person;FRA;GOV
`))
	want := []string{
		`own.csv:1: there is no column "alias", it is not read; columns: name, aliases, kind, code, country, sector, office, of, from, to, gender, external, id`,
		`own.csv:2: there is no name`,
		`own.csv:3: code "QQQ" is neither a state of countries.tsv nor a country slot; want ISO 3166-1 alpha-3, or one of IGO, UNO, EUR, NGO, ISM, IMG, MNC`,
		`own.csv:3: there is no kind "alien"; kinds: country, organization, person, group`,
		`own.csv:4: sector "IGO" is none of PLOVER; it is a country slot: write it as code`,
		`own.csv:5: the line cannot be split into fields; put quotation marks around a field, and two for one inside it`,
		`own.csv:6: 13 fields, but only 11 columns; put quotation marks around a field with the separator in it`,
		`own.csv:7: bad date "31.12.2020": want YYYY, YYYY-MM or YYYY-MM-DD`,
		`own.csv:8: ends on 2019 before it begins on 2020; swap the dates or mend one`,
		`own.csv:9: the office belongs to "Nowhere", which no table has; name a state or organisation of the tables, or write a line for it before`,
		`own.csv:10: external id "http://example.org"; want an id of Wikidata, as Q30`,
		`own.csv:11: id "country:FRA2"; leave the column empty, or begin with person: or org:`,
		`own.csv:12: the country "No Land" has no code; write its ISO 3166-1 alpha-3 code`,
		`own.csv:14: "good one" is a name of person:good-one already; take it from one of them`,
		`own.csv:15: the line is not UTF-8; save the file as UTF-8`,
	}
	if diff := cmp.Diff(want, messages(r)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	if got := r.Lookup("Good One"); len(got) == 0 || got[0].ID != "person:good-one" {
		t.Errorf("Lookup(Good One) = %v, want the good line taken in", got)
	}
	for _, name := range []string{"No Code", "No Sector", "Bad Date", "Whose Office"} {
		if got := r.Lookup(name); len(got) > 0 {
			t.Errorf("Lookup(%s) = %v, want the bad line left out", name, got)
		}
	}
}

const ownDictionary = `<!-- A dictionary of our own,
over two lines -->
# known until: 2030-06-30
JANE_EXAMPLE_  ; a comment
+DR._EXAMPLE_
	[FINELI <990131]
	[FINGOV 990201-20040131]  # more
	[IGOUNO >040201]
EXAMPLE_FRONT {EXAMPLE_FRONTISTS} [PERREBXYZ]
PERU_ [PER]
+LIMA_
+EXEMPLARIA
WORLD_EXAMPLE_ORGANIZATION_	[IGOUNOHLH]
+WEXO
BO_EXAMPLE [NGO 20000101 - 20101231] [USAMIL]
NOBODY_AT_ALL [---]
OLD_UNION_BODY [SUNGOV]
EXAMPLE_NEWS_AGENCY [GBRMED]
PERUVIAN_TROOPS [PERMIL]
`

func TestOwnDictionary(t *testing.T) {
	r := resolverWith(t, mustOwn(t, "own.actors.txt", ownDictionary))
	if m := messages(r); len(m) > 0 {
		t.Fatalf("problems: %q, want none", m)
	}
	person, org := schema.KindPerson, schema.KindOrganization
	checkOwnCases(t, r, []ownCase{
		{"1998-05-05", "Jane Example met reporters.", "person:jane-example", schema.Actor{Kind: person, Code: "FIN", Sector: "ELI", Role: "former elite"}},
		{"2001-05-05", "Jane Example met reporters.", "person:jane-example", schema.Actor{Kind: person, Code: "FIN", Sector: "GOV", Role: "government"}},
		{"2021-05-05", "Jane Example met reporters.", "person:jane-example", schema.Actor{Kind: person, Code: "UNO", Role: "member"}},
		{"2021-05-05", "The Example Front attacked a convoy.", "org:example-front", schema.Actor{Kind: org, Code: "PER", Sector: "REB"}},
		{"2021-05-05", "Exemplaria accused Chile.", "country:PER", schema.Actor{Kind: schema.KindCountry, Code: "PER"}},
		{"2021-05-05", "Lima accused Chile.", "country:PER", schema.Actor{Kind: schema.KindCountry, Code: "PER"}},
		{"2021-05-05", "The WEXO warned Chile.", "org:world-example-organization", schema.Actor{Kind: org, Code: "UNO", Sector: "MED"}},
		{"2005-05-05", "Bo Example met reporters.", "person:bo-example", schema.Actor{Kind: person, Code: "NGO", Role: "member"}},
		{"2021-05-05", "Bo Example met reporters.", "person:bo-example", schema.Actor{Kind: person, Code: "USA", Sector: "MIL"}},
		{"2021-05-05", "The Old Union Body criticised Chile.", "org:old-union-body", schema.Actor{Kind: org, Code: "RUS", Sector: "GOV"}},
		{"2021-05-05", "The Example News Agency criticised Chile.", "org:example-news-agency", schema.Actor{Kind: org, Code: "GBR", Sector: "JRN"}},
	})
	if got := r.Lookup("Nobody at All"); len(got) > 0 {
		t.Errorf("Lookup(Nobody at All) = %v, want nobody", got)
	}
	doc, _ := read(t, r, "2021-05-05", "Reporters met in Lima.")
	for _, m := range doc.Mentions {
		if doc.Article.Text[m.Start:m.End] == "Lima" && !m.Locative {
			t.Errorf("Lima is %+v, want a place as before", m)
		}
	}
}

// TestOwnSharedAcronym: an acronym that the tables have too does not merge two
// organisations.
func TestOwnSharedAcronym(t *testing.T) {
	r := resolverWith(t, mustOwn(t, "own.csv", "name,aliases,kind,code\nElm Watch,NATO,organization,IGO\n"))
	if got := r.Lookup("Elm Watch"); len(got) != 1 || got[0].ID != "org:elm-watch" {
		t.Errorf("Lookup(Elm Watch) = %v, want an organisation of its own", got)
	}
	checkOwnCases(t, r, []ownCase{{"2012-05-05", "NATO accused Chile.", "org:elm-watch", schema.Actor{Kind: schema.KindOrganization, Code: "IGO"}}})
}

// TestOwnKnownByAnotherName: the first name of a record may be one that the
// tables lack.
func TestOwnKnownByAnotherName(t *testing.T) {
	r := resolverWith(t, mustOwn(t, "d.txt", "CHANCELLOR_EMERITA_A_MERKEL\n+ANGELA_MERKEL\n\t[DEUEDU >250101]\n"))
	got := r.Lookup("Chancellor Emerita A Merkel")
	if len(got) != 1 || got[0].ID != "person:angela-merkel" {
		t.Errorf("Lookup = %v, want the person of the tables", got)
	}
	if got := r.RolesOn("person:angela-merkel", "2010-01-01"); !strings.Contains(got, "chancellor (country:DEU)") {
		t.Errorf("office in 2010: %q, want that of the tables", got)
	}
	if got := r.RolesOn("person:angela-merkel", "2025-02-01"); got != "education (country:DEU)" {
		t.Errorf("office in 2025: %q, want that of the user", got)
	}
}

// TestOwnStayOfNamesake: a user's stay takes the place of the table's for a
// person that the tables tell from others by a mark, too.
func TestOwnStayOfNamesake(t *testing.T) {
	const id = "person:david-johnston~aus"
	if got := mustResolver(t).RolesOn(id, "2014-09-01"); got != "defence minister (country:AUS)" {
		t.Fatalf("office by the tables: %q, want defence minister", got)
	}
	r := resolverWith(t, mustOwn(t, "own.csv", "name,kind,code,sector,office,of,from,to,id\nDavid Johnston,person,AUS,GOV,defence minister,AUS,2013-09-18,2014-06-30,"+id+"\n"))
	if got := r.RolesOn(id, "2014-05-01"); got != "defence minister (country:AUS)" {
		t.Errorf("office within the user's dates: %q, want defence minister", got)
	}
	if got := r.RolesOn(id, "2014-09-01"); strings.Contains(got, "defence minister") {
		t.Errorf("office after the user's dates: %q, want the table's stay replaced", got)
	}
}

func TestOwnDictionaryProblems(t *testing.T) {
	r := resolverWith(t, mustOwn(t, "d.txt", `+LOST_NAME
	[FRAGOV]
NO_CODE_AT_ALL
WRONG_CODE_PERSON [QQQGOV]
WRONG_DATE_PERSON [FRAGOV >2004017]
LATE_PERSON [FRAGOV 050101-040101]
OPEN_BRACKET_PERSON [FRAGOV
MINISTER {} [~GOV]
!PERSON! = MAN, WOMAN
GOOD_PERSON_HERE [FRAGOV >050101]
`))
	want := []string{
		`d.txt:1: "+LOST_NAME" adds to no name; put the name it belongs to before it`,
		`d.txt:2: a code without a name; put the name it belongs to before it`,
		`d.txt:3: "NO CODE AT ALL" has no code; add one, as [FRAGOV]`,
		`d.txt:4: code "QQQGOV" begins with "QQQ", which is neither a state nor a country slot; want a state (DEUGOV), IGO, UNO, NGO, IMG or MNC in front`,
		`d.txt:5: "WRONG DATE PERSON" has no code; add one, as [FRAGOV]`,
		`d.txt:5: bad date in [FRAGOV >2004017]; want <YYMMDD, >YYMMDD or YYMMDD-YYMMDD, years of four digits too`,
		`d.txt:6: ends on 2004-01-01 before it begins on 2005-01-01; swap the dates or mend one`,
		`d.txt:7: "OPEN BRACKET PERSON" has no code; add one, as [FRAGOV]`,
		`d.txt:7: "[FRAGOV" is no code; codes stand in brackets, as [FRAGOV >170514]`,
		`d.txt:8: a line of an agent or verb dictionary; name only actor dictionaries in --actors`,
		`d.txt:9: a line of an agent or verb dictionary; name only actor dictionaries in --actors`,
	}
	if diff := cmp.Diff(want, messages(r)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	if got := r.Lookup("Good Person Here"); len(got) == 0 {
		t.Error("the good line was not taken in")
	}
}

// TestOwnWins: a name of ours means what the user says, and a namesake with
// another code is another actor.
func TestOwnWins(t *testing.T) {
	r := resolverWith(t, mustOwn(t, "own.csv", "name,aliases,kind,code,sector\nNATO,,organization,NZL,BUS\nAngela Merkel,,person,NZL,EDU\n"))
	checkOwnCases(t, r, []ownCase{
		{"2012-05-05", "NATO accused Chile.", "org:nato~nzl", schema.Actor{Kind: schema.KindOrganization, Code: "NZL", Sector: "BUS"}},
		{"2012-05-05", "Angela Merkel accused Chile.", "person:angela-merkel~nzl", schema.Actor{Kind: schema.KindPerson, Code: "NZL", Sector: "EDU"}},
	})
}

// TestOwnNamesakes: two people of one name in a file are told apart by state,
// title and date, and each article says whom else the name may mean.
func TestOwnNamesakes(t *testing.T) {
	r := resolverWith(t, mustOwn(t, "own.csv", `name,kind,code,sector,office,of,from,to
Ann Example,person,NZL,GOV,mayor,NZL,2001,2005
Ann Example,person,CHL,GOV,minister,CHL,2010,2015
Ann Example,person,UNO,,envoy,org:un,2016,
`))
	if m := messages(r); len(m) > 0 {
		t.Fatalf("problems: %q, want none", m)
	}
	person := schema.KindPerson
	checkOwnCases(t, r, []ownCase{
		{"2003-05-05", "Ann Example met reporters.", "person:ann-example", schema.Actor{Kind: person, Code: "NZL", Sector: "GOV", Role: "mayor"}},
		{"2012-05-05", "Ann Example met reporters.", "person:ann-example~chl", schema.Actor{Kind: person, Code: "CHL", Sector: "GOV", Role: "minister"}},
		{"2003-05-05", "Chilean minister Ann Example met reporters.", "person:ann-example~chl", schema.Actor{Kind: person, Code: "CHL", Sector: "GOV", Role: "minister"}},
	})
	doc, _ := read(t, r, "2003-05-05", "Ann Example met reporters.")
	want := []schema.SameAs{{ID: "person:ann-example~chl", Why: `both are called "Ann Example"`}}
	if diff := cmp.Diff(want, actorByID(doc, "person:ann-example").PossiblySameAs); diff != "" {
		t.Errorf("doubts (-want +got):\n%s", diff)
	}
}

func TestOwnChangesTheDigest(t *testing.T) {
	plain := mustResolver(t).DataDigest()
	a := resolverWith(t, mustOwn(t, "a.csv", ownCSV)).DataDigest()
	b := resolverWith(t, mustOwn(t, "elsewhere/b.csv", ownCSV)).DataDigest()
	c := resolverWith(t, mustOwn(t, "a.csv", ownCSV+"\n")).DataDigest()
	if plain == a || a == c || a != b {
		t.Errorf("digests %s, %s, %s, %s: want the content to count and the file's name not", plain, a, b, c)
	}
}

func TestReadOwnNothing(t *testing.T) {
	for _, text := range []string{"", "\n# only a comment\n", "name,code\n"} {
		if _, err := ReadOwn("none.csv", strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), "none.csv") {
			t.Errorf("ReadOwn(%q): error %v, want one that names the file", text, err)
		}
	}
}

func TestProperName(t *testing.T) {
	for name, want := range map[string]string{
		"JANE OF EXAMPLE": "Jane of Example", "AL-KHATIB": "Al-Khatib", "BRIAN O'NEILL": "Brian O'Neill", "J.R. EXAMPLE": "J.R. Example",
		"UN": "UN", "U.S.": "U.S.", "Jane Example": "Jane Example", "MÜLLER": "Müller", "123": "123",
	} {
		if got := properName(name); got != want {
			t.Errorf("properName(%q) = %q, want %q", name, got, want)
		}
	}
	if got := writings("UN MISSION"); !slices.Contains(got, "UN Mission") || !slices.Contains(got, "Un Mission") {
		t.Errorf("writings(UN MISSION) = %q", got)
	}
}

// FuzzOwn reads any text as a file of a user: an error or a resolver that can
// be used, never a panic, and the same one twice.
func FuzzOwn(f *testing.F) {
	f.Add(ownCSV)
	f.Add(ownDictionary)
	f.Add("name\taliases\n\u2028\t|\n\"\t\"\n")
	f.Add("A_ {B_} [FRA <000000] [GOV][[]\n+\n+ [X]\n")
	f.Add("NAME\n[---]\n<!--")
	few := fewTables(f)
	f.Fuzz(func(t *testing.T, text string) {
		o, err := ReadOwn("fuzz", strings.NewReader(text))
		if err != nil {
			return
		}
		r, err := newResolver(few, o)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range o.actors {
			for _, c := range r.Lookup(a.name) {
				if _, ok := r.ByID(c.ID); !ok {
					t.Errorf("%q means %s, which nobody is", a.name, c.ID)
				}
			}
		}
	})
}

// fewTables are the first lines of the tables, which load quickly.
func fewTables(t testing.TB) fstest.MapFS {
	fsys := tableCopy(t)
	for name, f := range fsys {
		var keep []string
		rows := 0
		for line := range strings.Lines(string(f.Data)) {
			if !strings.HasPrefix(line, "#") {
				rows++
			}
			if most := map[string]int{"data/cameo.tsv": 100, "data/persons.tsv": 1, "data/countries.tsv": 12}[name]; rows <= max(most, 5) && (most != 1 || rows <= 1) {
				keep = append(keep, line)
			}
		}
		f.Data = []byte(strings.Join(keep, ""))
	}
	return fsys
}
