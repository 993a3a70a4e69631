package actor

import (
	"slices"
	"time"

	"dyad/internal/lexicon"
)

// tenure is one stay of one person in one office.
type tenure struct {
	person, of, office, sector string
	from, to                   string // dates of which month or day may be missing; "" for an open end
	known                      string // the day until which an open end holds, "" for ever
	code                       string // country slot, where a user's file has another one than that of the person
	own                        bool   // of a user's file
	at                         origin
}

// on reports whether the office was held on a day.
func (t tenure) on(day string) bool {
	switch {
	case t.from > day:
		return false
	case t.to == "":
		return t.known == "" || day <= t.known
	}
	return day[:min(len(day), len(t.to))] <= t.to
}

// days is how long the office was held. An open end counts to the day until
// which its table is known, or four years, the usual term.
func (t tenure) days() int {
	if t.from == "" {
		return 4 * 365
	}
	from := latest(t.from)
	to := t.to
	if to == "" {
		to = t.known
	}
	if to == "" {
		return int(from.AddDate(4, 0, 0).Sub(from) / (24 * time.Hour))
	}
	return int(earliest(to).Sub(from) / (24 * time.Hour))
}

// knownTo returns the day until which it is known what somebody is, where one
// of the offices may go on on a day that its table does not reach; else "".
func knownTo(list []tenure, day string) string {
	known := ""
	for _, t := range list {
		if t.to == "" && t.known != "" && day > t.known {
			known = max(known, t.known)
		}
	}
	return known
}

// ownOnly leaves those of a user's file, if there are any.
func ownOnly(list []tenure) []tenure {
	if !slices.ContainsFunc(list, func(t tenure) bool { return t.own }) {
		return list
	}
	return slices.DeleteFunc(list, func(t tenure) bool { return !t.own })
}

// longest returns the office that somebody held longest, all stays in it
// taken together: its last stay.
func longest(list []tenure) tenure {
	type office struct{ of, name string }
	sum := map[office]int{}
	best, days := list[0], -1
	for _, t := range list {
		k := office{t.of, t.office}
		sum[k] += t.days()
		if sum[k] >= days {
			best, days = t, sum[k]
		}
	}
	return best
}

// readRoles takes the offices of a table in whose open ends hold until known.
func (t *tables) readRoles(table *lexicon.Table, known string) error {
	t.known[table.Name] = known
	for _, row := range table.Rows {
		ten := tenure{
			person: row.Get("person"), of: row.Get("of"), office: row.Get("office"), sector: row.Get("sector"),
			from: row.Get("from"), to: row.Get("to"), known: known, at: originOf(row),
		}
		id := t.personID(ten.person)
		if t.byID[id] == nil {
			name, mark := splitMark(ten.person)
			e := &entry{kind: kindPerson, id: id, name: name, marked: mark != "", at: ten.at}
			t.tieToOffice(e, ten)
			t.add(e, []string{name})
		}
		t.hold(id, ten)
	}
	return nil
}

// hold takes in a stay of somebody in an office. Most people have one, so that
// the first of each is put into the room for all.
func (t *tables) hold(id string, ten tenure) {
	list, ok := t.tenures[id]
	if !ok {
		t.room = append(t.room, ten)
		list = t.room[len(t.room)-1 : len(t.room) : len(t.room)]
	} else {
		list = append(list, ten)
	}
	t.tenures[id] = list
}
