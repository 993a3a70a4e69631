package actor

import (
	"slices"
	"strconv"
)

// findFloor finds a day before which an article without a date was not written: an
// office that it gives to somebody of the tables has begun by then ("President
// Castellano"), and it names no year but the next that is still to come. Who left his
// last office before that day is out of office in the article.
func (rd *reading) findFloor() {
	if rd.date != "" {
		return
	}
	for _, p := range rd.people {
		if p.e == nil || p.tie.office == "" || p.tie.former {
			continue
		}
		for _, ten := range rd.r.tables.tenures[p.e.id] { // by time: the first stay is the safe one
			if ten.office == p.tie.office {
				rd.floor = max(rd.floor, ten.from)
				break
			}
		}
	}
	if year := rd.latestYear(); year > 0 {
		rd.floor = max(rd.floor, strconv.Itoa(year-1))
	}
}

// latestYear returns the latest year that the article names, 0 if none: not one of a
// goal ("by 2030", "Vision 2030"), nor one that no table of offices reaches.
func (rd *reading) latestYear() int {
	latest, reach := 0, 0
	for _, known := range rd.r.tables.known {
		if y, err := strconv.Atoi(known[:min(4, len(known))]); err == nil {
			reach = max(reach, y)
		}
	}
	for _, s := range rd.sents {
		for i := range s.Tokens {
			if len(s.folded[i]) != 4 || s.folded[i][0] < '0' || s.folded[i][0] > '9' {
				continue // few words are numbers
			}
			y, err := strconv.Atoi(s.folded[i])
			if err != nil || y < 1900 || y > reach || rd.r.classes[s.word(i-1)+"/until"] != "" {
				continue
			}
			if s.isAny(i-1, "PROPN") && rd.r.classes[s.word(i-1)+"/month"] == "" || s.isAny(i+1, "PROPN") && s.Rel(i) != "obl" {
				continue
			}
			latest = max(latest, y)
		}
	}
	return latest
}

// since returns the stays in office that can last on a day or begin after it.
func since(list []tenure, day string) []tenure {
	return slices.DeleteFunc(slices.Clone(list), func(t tenure) bool {
		return t.to != "" && t.to < day[:min(len(day), len(t.to))]
	})
}

// heldBy reports whether an office is one of these.
func heldBy(list []tenure, office string) bool {
	return slices.ContainsFunc(list, func(t tenure) bool { return t.office == office })
}
