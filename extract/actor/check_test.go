package actor

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// TestCheck adds a line to a copy of a table and wants what the validator
// says of it; "" where it must find nothing.
func TestCheck(t *testing.T) {
	for _, tt := range []struct{ table, line, want string }{
		{"countries.tsv", "QQQ\tNowhere", `"QQQ" is no ISO 3166-1 alpha-3 code`},
		{"countries.tsv", "GRL\tGreenland Two\tA|A", `"A" stands there twice; take one out`},
		{"countries.tsv", "FRA\tFrance Two", "FRA stands there twice; put both in one line"},
		{"organizations.tsv", "new-body\tNew Body\t\tIGO", ""},
		{"organizations.tsv", "new-body\tNew Body\t\tPUR", `code "PUR" is neither a state of countries.tsv nor a country slot; want ISO 3166-1 alpha-3`},
		{"organizations.tsv", "new-body\tNew Body\t\tABW", "it belongs to a dependency"},
		{"organizations.tsv", "new-body\tNew Body\t\tIGO\tEngland", `country "England" is not in countries.tsv`},
		{"organizations.tsv", "new-body\tNew Body\t\tIGO\t\tIGO", `sector "IGO" is none of PLOVER; it is a country slot: write it as code`},
		{"organizations.tsv", "New Body\tNew Body\t\tIGO", `key "New Body" is no slug`},
		{"organizations.tsv", "nato\tNew Body\t\tIGO", `key "nato" is taken at organizations.tsv:`},
		{"organizations.tsv", "rus-mil\tNew Body\t\tRUS", "is that of a body with code RUS and sector MIL"},
		{"organizations.tsv", "new-body\tThe Namibian\t\tNAM", `"The Namibian" is an article and an adjective`},
		{"armed.tsv", "new-body\tNATO\t\tIGO\t\tMIL", `"NATO" is org:new-body and, at organizations.tsv:`},
		{"armed.tsv", "new-body\tNew Body\tNATO\tPER\t\tREB", ""},
		{"parties.tsv", "new-party\tNew Party\t\tPER\t\tPTY\t2001\t1999", "ends on 1999 before it begins on 2001"},
		{"organizations.tsv", "new-body\tNew Body\t\tIGO\t\t\t\t2001\t\tFRA|DEU:1999..|QQQ", `member "QQQ"; want STATE or STATE:FROM..TO`},
		{"organizations.tsv", "new-body\tNew Body\t\tIGO\t\t\t\t2001\t\tFRA|DEU:1999..2003-05|DEU:2007..", ""},
		{"spellings.tsv", "Newname\tMuhammad", `"Muhammad" stands at line `},
		{"outlets.tsv", "haaretz.com\tISR", `"haaretz.com" stands at line `},
		{"outlets.tsv", "Example.com\tQQQ", `"Example.com" has capitals`},
		{"outlets.tsv", "example.com\tQQQ", `country "QQQ" is not in countries.tsv`},
		{"synonyms.tsv", "Newgroup|newgroup", `"Newgroup" has capitals`},
		{"places.tsv", "QQQ\tNewtown", `country "QQQ" is not in countries.tsv`},
		{"regions.tsv", "Nowhere Region\t\t\tQQQ", `code "QQQ"`},
		{"agents.tsv", "minister\tGOV", `"minister" stands at line `},
		{"agents.tsv", "Newsmonger\tJRN", `"Newsmonger" has capitals; write it in lower case`},
		{"agents.tsv", "newsmonger\tMEDIA\ttitled", `unknown flag "titled"`},
		{"institutions.tsv", "newbody\tnew body\tnew body\tGOV", "has no place for the demonym"},
		{"institutions.tsv", "newbody\t%s new body\tparliament\tGOV", `"parliament" stands at line `},
		{"orgwords.tsv", "Newword\tQQQ", `sector "QQQ" is none of PLOVER`},
		{"nominals.tsv", "newnoun\tanybody", `"newnoun" takes up "anybody"`},
		{"words.tsv", "former\tformer", `"former former" stands at line `},
		{"persons.tsv", "Vladimir Putin", `"Vladimir Putin" stands at line `},
		{"persons.tsv", "Ronald Reagan\t\tx\tQ1", `gender "x"; want f, m or nothing`},
		{"persons.tsv", "Ronald Reagan\t\tm\t1234", `external id "1234"; want an id of Wikidata`},
		{"roles-asia.tsv", "Ann Example\tcountry:JPN\tkeeper of examples\tGOV\t2001-02-03\t2001-02-04", ""},
		{"roles-asia.tsv", "Ann Example\tcountry:JPN\tkeeper of examples\tGOV\t2001\t2001-02", ""},
		{"roles-asia.tsv", "Ann Example\tcountry:JPN\tkeeper of examples\tGOV\t3.2.2001", `bad date "3.2.2001": want YYYY, YYYY-MM or YYYY-MM-DD`},
		{"roles-asia.tsv", "Ann Example\tcountry:JPN\tkeeper of examples\tGOV\t2001-02-30", `bad date "2001-02-30"`},
		{"roles-asia.tsv", "Ann Example\tcountry:JPN\tkeeper of examples\tGOV\t2002-01-01\t2001-01-01", "ends on 2001-01-01 before it begins on 2002-01-01"},
		{"roles-asia.tsv", "Ann Example\tcountry:JPN\tkeeper of examples\tGOV\t2999-01-01", "a date lies after the known-until date"},
		{"roles-asia.tsv", "Ann Example\tcountry:JPN\tkeeper of examples\tGOV", "there is no from"},
		{"roles-asia.tsv", "Ann Example\torg:nothing\tkeeper of examples\tGOV\t2001-01-01", `the office belongs to "org:nothing", which no table has`},
		{"roles-asia.tsv", "Ann Example\tcountry:JPN\tkeeper of examples\tGOV\t2001\nAnn Example\tcountry:JPN\tkeeper of examples\tGOV\t2003", "Ann Example is keeper of examples twice"},
		{"roles-asia.tsv", "Ann Example\tcountry:JPN\tkeeper of examples\tGOV\t2001\nBo Example\tcountry:JPN\tkeeper of examples\tGOV\t2003", "while Ann Example is until today at roles-asia.tsv:"},
		{"roles-asia.tsv", "Ann Example\tcountry:JPN\tkeeper of examples\tGOV\t2001\t2003-01-05\nBo Example\tcountry:JPN\tkeeper of examples\tGOV\t2003-01-01", ""},
		{"roles-asia.tsv", "Ann Example\tcountry:JPN\tsecretary general\tGOV\t2001\nBo Example\tcountry:JPN\tsecretary general\tGOV\t2003", ""},
		{"roles-asia.tsv", "Ann Example\tcountry:JPN\tkeeper of examples\tGOV\t2001\nAnn Example\tcountry:IND\tkeeper of examples\tGOV\t2003", "holds offices of two states at a time"},
		{"roles-asia.tsv", "Vladimir Putin (JPN)\tcountry:JPN\tkeeper of examples\tGOV\t2001", ""},
		{"overlaps.tsv", "country:QQQ\tking\ttest", `the office belongs to "country:QQQ", which no table has`},
		{"shared.tsv", "NATO", "there is no why"},
	} {
		fsys := fewPeople(t)
		path := "data/" + tt.table
		text := strings.TrimSuffix(string(fsys[path].Data), "\n") + "\n"
		fsys[path] = &fstest.MapFile{Data: []byte(text + tt.line + "\n")}
		problems, err := checkTables(fsys)
		if err != nil {
			t.Errorf("%s + %q: %v", tt.table, tt.line, err)
			continue
		}
		last := strings.Count(text, "\n") + strings.Count(tt.line, "\n") + 1
		checkFound(t, problems, tt.table, tt.line, fmt.Sprintf("%s:%d: ", tt.table, last), tt.want)
	}
}

// fewPeople are the tables with two office-holders only, which are checked
// quickly.
func fewPeople(t *testing.T) fstest.MapFS {
	t.Helper()
	fsys := tableCopy(t)
	for name, f := range fsys {
		if !strings.HasPrefix(name, "data/roles-") && name != "data/persons.tsv" && name != "data/parties.tsv" {
			continue
		}
		var keep strings.Builder
		columns := false
		for line := range strings.Lines(string(f.Data)) {
			comment := strings.HasPrefix(line, "#")
			if comment || !columns || strings.HasPrefix(line, "Vladimir Putin\t") || strings.HasPrefix(line, "Ronald Reagan\t") {
				keep.WriteString(line)
			}
			columns = columns || !comment
		}
		f.Data = []byte(keep.String())
	}
	return fsys
}

// checkFound looks for the problem in the new line.
func checkFound(t *testing.T, problems []Problem, table, line, at, want string) {
	t.Helper()
	var got []string
	for _, p := range problems {
		if s := p.String(); strings.HasPrefix(s, at) {
			got = append(got, s)
		}
	}
	switch {
	case want == "" && len(got) > 0:
		t.Errorf("%s + %q: found %q, want nothing", table, line, got)
	case want != "" && !strings.Contains(strings.Join(got, "\n"), want):
		t.Errorf("%s + %q: found %q, want one with %q", table, line, got, want)
	}
}

func TestCheckKnownUntil(t *testing.T) {
	fsys := tableCopy(t)
	fsys["data/roles-new.tsv"] = &fstest.MapFile{Data: []byte("# known until: soon after\nperson\tof\toffice\tsector\tfrom\tto\n")}
	problems, err := checkTables(fsys)
	if err != nil {
		t.Fatal(err)
	}
	if len(problems) != 1 || !strings.HasPrefix(problems[0].String(), `roles-new.tsv: known until "soon after`) {
		t.Errorf("found %v, want one bad date of the table", problems)
	}
}

// TestNameWithoutASharedMark: a name that shared.tsv excuses is no problem.
func TestNameWithoutASharedMark(t *testing.T) {
	fsys := tableCopy(t)
	add := func(table, line string) {
		fsys["data/"+table] = &fstest.MapFile{Data: append(fsys["data/"+table].Data, line+"\n"...)}
	}
	add("organizations.tsv", "new-body\tNew Body\tNATO\tIGO")
	add("shared.tsv", "NATO\ta test")
	problems, err := checkTables(fsys)
	if err != nil || len(problems) > 0 {
		t.Errorf("checkTables = %v, %v, want nothing", problems, err)
	}
}
