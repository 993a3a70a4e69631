package actor

import (
	"maps"
	"slices"
	"strings"
	"time"

	"dyad/internal/lexicon"
	"dyad/schema"
)

// handover is how long two people may hold one office: tables differ on
// whether it ends with the election, the oath or the last day.
const handover = 7 * 24 * time.Hour

// roles checks the rows of a table of offices.
func (c *checker) roles(table *lexicon.Table) error {
	if known := c.t.known[table.Name]; !isDay(known) {
		c.addf(origin{table: table.Name}, "as 2024-06-30", "known until %q", known)
	}
	seen := map[[5]string]origin{}
	for _, row := range table.Rows {
		at := originOf(row)
		c.filled(row, "person", "office", "of", "from")
		c.sector(at, row.Get("sector"))
		c.known(at, row.Get("of"))
		if row.Get("of") != "" && !strings.HasPrefix(row.Get("of"), "country:") && !strings.HasPrefix(row.Get("of"), "org:") {
			c.addf(at, "want a state or organisation", "the office belongs to %q", row.Get("of"))
		}
		c.period(at, row.Get("from"), row.Get("to"), c.t.known[table.Name])
		line := [5]string{row.Get("person"), row.Get("of"), row.Get("office"), row.Get("from"), row.Get("to")}
		if old, ok := seen[line]; ok {
			c.addf(at, "take one out", "the line stands at line %d already", old.line)
		}
		seen[line] = at
	}
	return nil
}

// isDay reports whether a date is a full one.
func isDay(date string) bool {
	_, err := time.Parse(dayForm, date)
	return err == nil
}

// persons checks persons.tsv; readPersons has seen that all hold an office.
func (c *checker) persons(table *lexicon.Table) error {
	seen := map[string]origin{}
	for _, row := range table.Rows {
		at := originOf(row)
		c.filled(row, "name")
		c.unique(seen, at, row.Get("name"))
		c.once(at, append(row.List("aliases"), row.Get("name"))...)
		c.external(row)
		if g := row.Get("gender"); g != "" && g != "f" && g != "m" {
			c.addf(at, "want f, m or nothing", "gender %q", g)
		}
	}
	return nil
}

// readOverlaps reads overlaps.tsv: the offices that several may hold at once.
func (c *checker) readOverlaps(table *lexicon.Table) error {
	for _, row := range table.Rows {
		at := originOf(row)
		c.filled(row, "of", "office", "why")
		if row.Get("of") != "*" {
			c.known(at, row.Get("of"))
		}
		c.overlaps[row.Get("of")+" "+row.Get("office")] = true
	}
	return nil
}

// tenures checks stays in office against each other: nobody holds one office
// twice at a time, and two people hold an office together only for a handover
// or where overlaps.tsv says why. A name that stands for the offices of
// several states without a year between is probably two people.
func (c *checker) tenures() {
	for _, e := range c.t.entries {
		if e.kind == kindPerson {
			c.person(c.t.tenures[e.id])
		}
	}
	c.t.fillOffices()
	seen := map[string]bool{}
	for _, e := range c.t.entries {
		if e.id != "" && !seen[e.id] {
			seen[e.id] = true
			c.office(e.id)
		}
	}
}

// fillOffices lists the holders of each state's and organisation's offices in
// the order of time. Only checks ask for them.
func (t *tables) fillOffices() {
	for _, id := range slices.Sorted(maps.Keys(t.tenures)) {
		for _, ten := range t.tenures[id] {
			t.offices[ten.of] = append(t.offices[ten.of], ten)
		}
	}
	for _, list := range t.offices {
		sortByFrom(list)
	}
}

// person checks the stays of one person, which are in the order of time.
func (c *checker) person(list []tenure) {
	for i, b := range list {
		for _, a := range list[:i] {
			if a.of == b.of && a.office == b.office && overlap(a, b) > 0 {
				c.addf(b.at, "join the two lines or mend the dates", "%s is %s twice: also from %s at %s:%d", b.person, b.office, a.from, a.at.table, a.at.line)
			}
			if stateOf(a) != "" && stateOf(b) != "" && stateOf(a) != stateOf(b) && overlap(a, b) > 0 && !c.overlaps[a.of+" "+a.office] && !c.overlaps[b.of+" "+b.office] {
				c.addf(b.at, "if they are two people, give one a mark, as \"Ali Hassan (SDN)\", else say in overlaps.tsv why", "%s holds offices of two states at a time, of %s too at %s:%d", b.person, stateOf(a), a.at.table, a.at.line)
			}
		}
	}
}

// stateOf is the code of the state that an office belongs to, "" if to none.
func stateOf(t tenure) string {
	code, _ := strings.CutPrefix(t.of, "country:")
	if code == t.of {
		return ""
	}
	return code
}

// office checks the holders of each office of a state or organisation. Heads
// of two kinds ("president", "acting president") are two offices.
func (c *checker) office(of string) {
	byOffice := map[string][]tenure{}
	var order []string
	for _, t := range c.t.offices[of] {
		if byOffice[t.office] == nil {
			order = append(order, t.office)
		}
		byOffice[t.office] = append(byOffice[t.office], t)
	}
	slices.Sort(order)
	for _, office := range order {
		if c.overlaps[of+" "+office] || c.overlaps["* "+office] {
			continue
		}
		list := byOffice[office]
		for i, b := range list {
			for _, a := range list[:i] {
				if a.person != b.person && overlap(a, b) > handover {
					c.addf(b.at, "mend a date, or say in overlaps.tsv why several hold it",
						"%s is %s of %s from %s, while %s is until %s at %s:%d", b.person, office, of, b.from, a.person, openTo(a), a.at.table, a.at.line)
				}
			}
		}
	}
}

func openTo(t tenure) string {
	if t.to == "" {
		return "today"
	}
	return t.to
}

// overlap is how long two stays have in common. Bounds that are known to the
// year or month only are read so that they overlap least.
func overlap(a, b tenure) time.Duration {
	start, end := latest(a.from), earliest(a.to)
	if s := latest(b.from); s.After(start) {
		start = s
	}
	if e := earliest(b.to); e.Before(end) {
		end = e
	}
	return end.Sub(start)
}

// latest is the last day on which a stay may begin.
func latest(from string) time.Time {
	_, last, err := schema.ParsePeriod(from)
	if err != nil {
		return time.Time{} // reported by period
	}
	return last
}

// earliest is the first day on which a stay may end; an open end is far off.
func earliest(to string) time.Time {
	first, _, err := schema.ParsePeriod(to)
	if err != nil {
		return time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return first
}
