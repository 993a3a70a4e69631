package actor

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"dyad/internal/lexicon"

	"github.com/biter777/countries"
)

// leader is a tenure of another list: its end is known to the month, and
// empty for somebody in office when the list ends.
type leader struct {
	code, name, from, to string
	of                   []string // ids of what the tables tie the office to
	place                string   // file and line
}

// near is how far two dates of one event may lie apart.
const near = 31

// TestLeadersAreKnown compares the tables of offices with two other lists of
// leaders, which the repository may not hold: DYAD_GOLD names the folder with
// their files. Each leader since 1990 is in our tables with dates within 31
// days, or testdata/leaders-*.tsv says why not.
func TestLeadersAreKnown(t *testing.T) {
	dir := filepath.Join(os.Getenv("DYAD_GOLD"), "leaders")
	if _, err := os.Stat(dir); os.Getenv("DYAD_GOLD") == "" || errors.Is(err, fs.ErrNotExist) {
		t.Skip("DYAD_GOLD names no folder with leaders in it: no list of leaders here")
	}
	tab, reasons, codes := mustTables(t), readReasons(t), readLeaderCodes(t)
	tab.fillOffices()
	list := readReign(t, filepath.Join(dir, "reign-leaders-1950-2021-03.csv"), codes)
	list = append(list, readCurrent(t, filepath.Join(dir, "leaders-2026.csv"), codes)...)
	right, explained := 0, 0
	for _, l := range list {
		switch {
		case tab.hasLeader(l):
			right++
		case reasons[reasonKey(l.code, l.from, l.to)]:
			explained++
		default:
			t.Errorf("%s: %s %s %s..%s: no office within %d days and no reason in testdata/leaders-*.tsv", l.place, l.code, l.name, l.from, l.to, near)
		}
	}
	t.Logf("%d leaders, %d in the tables, %d explained", len(list), right, explained)
}

// TestLeaderReasons checks the files of differences without the lists.
func TestLeaderReasons(t *testing.T) {
	if len(readReasons(t)) == 0 {
		t.Error("testdata/leaders-*.tsv give no reason at all")
	}
}

// TestHasLeader shows what counts as the same tenure.
func TestHasLeader(t *testing.T) {
	tab := newTables()
	for _, ten := range []tenure{
		{person: "Amador Belmonte", of: "country:AND", office: "minister", from: "1990-03-01", to: "1994-06-30"},
		{person: "Amador Belmonte", of: "country:AND", office: "president", from: "1994-07-01", to: "1998-07-01"},
		{person: "Ruy de Castel", of: "country:AND", office: "president", from: "1998-07-01"},
	} {
		ten.known = "2025-12-31"
		id := personID(ten.person)
		tab.byID[id] = &entry{id: id, name: ten.person, aliases: []string{ten.person}}
		tab.offices[ten.of] = append(tab.offices[ten.of], ten)
	}
	for _, c := range []struct {
		name, from, to string
		want           bool
	}{
		{"Belmonte", "1994-07-20", "1998-06", true},
		{"A. Bellmonte", "1994-07-20", "1998-06", true}, // another spelling
		{"Belmonte", "1990-03-10", "1998-07", true},     // two offices in a row
		{"Belmonte", "1994-09-20", "1998-06", false},    // starts too late
		{"Belmonte", "1994-07-01", "1999-06", false},    // ends too late
		{"deCastel", "1998-07-01", "", true},
		{"Ruy", "1998-07-01", "2003-05", false}, // not over here
		{"de Castel", "1994-07-01", "", false},  // somebody else's start
		{"Morell", "1994-07-01", "1998-06", false},
	} {
		l := leader{code: "AND", name: c.name, from: c.from, to: c.to, of: []string{"country:AND"}}
		if got := tab.hasLeader(l); got != c.want {
			t.Errorf("%s %s..%s: found %v, want %v", c.name, c.from, c.to, got, c.want)
		}
	}
}

// hasLeader reports whether one person of the tables, called so, held offices
// without a break from the start of the other list to its end. A start before
// 1990 is not compared.
func (t *tables) hasLeader(l leader) bool {
	for _, of := range l.of {
		for _, first := range t.offices[of] {
			if !namedLike(t.byID[personID(first.person)], l.name) {
				continue
			}
			starts := days(first.from, l.from) <= near
			if l.from < "1990" {
				starts = first.from < "1990-02"
			}
			if starts && t.endsLike(first, l) {
				return true
			}
		}
	}
	return false
}

// endsLike follows the offices of a person that adjoin each other and reports
// whether one of them ends like the leader's.
func (t *tables) endsLike(ten tenure, l leader) bool {
	if l.to == "" && ten.to == "" || l.to != "" && ten.to != "" && daysToMonth(ten.to, l.to) <= near {
		return true
	}
	if l.to == "" && ten.to > endOfList {
		return true
	}
	for _, next := range t.offices[ten.of] {
		if next.person == ten.person && ten.to != "" && next.from > ten.from && days(next.from, ten.to) <= near && t.endsLike(next, l) {
			return true
		}
	}
	return false
}

// endOfList is the end of the longer list: who is in office then has no end there.
const endOfList = "2021-02-28"

// days is the number of days between two dates.
func days(a, b string) int {
	d := parseDay(a).Sub(parseDay(b))
	return int(d.Abs().Hours() / 24)
}

// daysToMonth is the number of days from a date to the nearest day of a month.
func daysToMonth(date, month string) int {
	switch {
	case date[:7] == month:
		return 0
	case date < month:
		return days(date, month+"-01")
	}
	return days(date, parseDay(month+"-01").AddDate(0, 1, -1).Format(time.DateOnly))
}

// parseDay reads a date, and takes a day that the month does not have as one
// of the next month.
func parseDay(s string) time.Time {
	f := strings.Split(s, "-")
	var n [3]int
	for i := range f {
		n[i], _ = strconv.Atoi(f[i])
	}
	return time.Date(n[0], time.Month(n[1]), max(n[2], 1), 0, 0, 0, 0, time.UTC)
}

// particles are words of names that say nothing of who it is.
var particles = strings.Fields("al el bin ibn ben de da do dos du van von der and of the acting time sir prince king")

// nameWords splits a name into folded words.
func nameWords(name string) []string {
	return strings.FieldsFunc(strings.ToLower(fold(name)), func(r rune) bool { return !unicode.IsLetter(r) })
}

// namedLike reports whether a name of the other list may mean a person: a
// word in common, in the same or nearly the same spelling.
func namedLike(e *entry, name string) bool {
	if e == nil {
		return false
	}
	words := nameWords(name)
	for _, a := range e.aliases {
		ours := nameWords(a)
		if joined := strings.Join(words, ""); len(joined) >= 6 && strings.HasSuffix(strings.Join(ours, ""), joined) {
			return true
		}
		for _, w := range words {
			if !slices.Contains(particles, w) && len(w) > 1 && slices.ContainsFunc(ours, func(o string) bool { return spelledLike(o, w) }) {
				return true
			}
		}
	}
	return false
}

// spelledLike allows a slip or two in long words: "Djotidia" for "Djotodia".
func spelledLike(a, b string) bool {
	short := min(len(a), len(b))
	return a == b || short >= 5 && distance(a, b) <= 1 || short >= 7 && distance(a, b) <= 2
}

// reasonKey names a tenure of another list; the day does not count.
func reasonKey(code, from, to string) string { return code + " " + from[:7] + " " + to }

// readReasons reads why some leaders differ from our tables.
func readReasons(t *testing.T) map[string]bool {
	t.Helper()
	paths, err := filepath.Glob("testdata/leaders-*.tsv")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for _, path := range paths {
		if path == leaderCodes {
			continue
		}
		for _, row := range readTestTable(t, path).Rows {
			code, from, to := row.Get("code"), row.Get("from"), row.Get("to")
			if row.Get("name") == "" || row.Get("reason") == "" || !isDay(from) || !isISO(code) {
				t.Errorf("%s:%d: want code, name, from as YYYY-MM-DD, to and a reason", path, row.Line)
				continue
			}
			out[reasonKey(code, from, to)] = true
		}
	}
	return out
}

// leaderCodes is the table of letters of states in the other lists.
const leaderCodes = "testdata/leaders-codes.tsv"

func readLeaderCodes(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	for _, row := range readTestTable(t, leaderCodes).Rows {
		out[row.Get("letters")] = row.List("of")
	}
	return out
}

func readTestTable(t *testing.T, path string) *lexicon.Table {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	table, err := lexicon.Read(path, f)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// eachRecord hands the records of a CSV file to a function, by column.
func eachRecord(t *testing.T, path string, do func(place string, get func(column string) string)) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	head, err := r.Read()
	if err != nil {
		t.Fatal(err)
	}
	for {
		rec, err := r.Read()
		if err == io.EOF {
			return
		} else if err != nil {
			t.Fatal(err)
		}
		line, _ := r.FieldPos(0)
		do(fmt.Sprintf("%s:%d", filepath.Base(path), line), func(column string) string {
			if i := slices.Index(head, column); i >= 0 && i < len(rec) {
				return strings.TrimSpace(rec[i])
			}
			return ""
		})
	}
}

// readReign reads the leaders in power since 1990 of the longer list.
func readReign(t *testing.T, path string, codes map[string][]string) []leader {
	t.Helper()
	var out []leader
	eachRecord(t, path, func(place string, get func(string) string) {
		n := func(column string) int {
			v, _ := strconv.Atoi(get(column))
			return v
		}
		l := leader{name: get("leader"), of: codes[get("stateabb")], place: place}
		l.from = fmt.Sprintf("%04d-%02d-%02d", n("syear"), max(n("smonth"), 1), max(n("sdate"), 1))
		if n("eyear") > 0 {
			l.to = fmt.Sprintf("%04d-%02d", n("eyear"), max(n("emonth"), 1))
		}
		if l.to != "" && l.to < "1990" {
			return
		}
		if len(l.of) == 0 {
			t.Errorf("%s: %s has no line of state %q", place, leaderCodes, get("stateabb"))
			return
		}
		l.code = strings.TrimPrefix(l.of[0], "country:")
		out = append(out, l)
	})
	return out
}

// readCurrent reads the heads of state and government of the shorter list, as
// far as the tables are known to reach.
func readCurrent(t *testing.T, path string, codes map[string][]string) []leader {
	t.Helper()
	var out []leader
	eachRecord(t, path, func(place string, get func(string) string) {
		for _, head := range [][2]string{{"Head of Government", "HoG Since"}, {"Head of State", "HoS Since"}} {
			l := leader{name: get(head[0]), from: get(head[1]), of: codes[get("ISO")], place: place}
			if l.of == nil {
				l.of = []string{"country:" + countries.ByName(get("ISO")).Alpha3()}
			}
			l.code = strings.TrimPrefix(l.of[0], "country:")
			if l.name != "" && isDay(l.from) && l.from <= "2025-12-31" {
				out = append(out, l)
			}
		}
	})
	return out
}
