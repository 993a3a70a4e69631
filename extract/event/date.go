package event

import (
	"strings"
	"time"

	"dyad/schema"
)

// calendar resolves time expressions against the day of publication.
type calendar struct {
	published time.Time
	known     bool
}

// dated is the date of an event and how it was found.
type dated struct {
	day, granularity, rule string
	historical             bool
}

func newCalendar(published string) *calendar {
	t, _, err := schema.ParsePublished(published)
	if err != nil {
		return &calendar{}
	}
	y, m, d := t.Date()
	return &calendar{time.Date(y, m, d, 0, 0, 0, 0, time.UTC), true}
}

func unknown(rule string) dated { return dated{granularity: schema.DateUnknown, rule: rule} }

// date dates an act: by the time expression of its own clause, else by the
// publication date if the sentence tells it as news (a finite verb of the main
// line, in no relative or pluperfect clause), else not at all.
func (c *calendar) date(v *view, a *act) dated {
	for _, t := range v.timexes() {
		if !v.governs(a, t) {
			continue
		}
		d := c.resolve(t, a.future || v.futureAt(a.tok))
		d.historical = c.known && t.decade > 0 && t.decade+10 < c.published.Year() || c.known && d.day != "" && d.day[:4] < c.published.AddDate(-1, 0, 0).Format("2006")
		return d
	}
	switch {
	case a.noun:
		return unknown("no date at the noun")
	case a.future || a.hypothetical:
		return unknown("no date and not yet done")
	case !v.mainLine(a.tok):
		return unknown("no date in the clause")
	case !c.known:
		return unknown("no date, publication unknown")
	}
	return dated{c.published.Format(time.DateOnly), schema.DateDay, "published", false}
}

// governs reports whether a time expression belongs to an act: the nearest
// trigger or verb above it is the act's, or a verb that the act shares its
// clause with.
func (v *view) governs(a *act, t timex) bool {
	own := map[int]bool{a.tok: true}
	for _, s := range a.span {
		own[s] = true
	}
	for i, n := a.tok, 0; i >= 0 && n < len(v.kids); n++ {
		r := v.rel(i)
		if r != "xcomp" && r != "conj" && !(strings.HasPrefix(a.steps[0], "said+") && (r == "ccomp" || r == "parataxis")) || a.noun {
			break
		}
		i = v.head(i)
		own[i] = true
	}
	for _, k := range v.children(a.tok, "parataxis") {
		own[k] = strings.HasPrefix(a.steps[0], "said+")
	}
	i := t.first
	for n := 0; i >= 0 && n < len(v.kids); n++ {
		if i < t.first || i >= t.last {
			if own[i] {
				return true
			}
			if v.verbal(i) || v.built[i] != nil {
				return false
			}
		}
		i = v.head(i)
	}
	return false
}

// mainLine reports whether a verb tells the news: it heads the sentence, a
// clause that somebody reports, or a conjunct of these, and is no pluperfect.
func (v *view) mainLine(i int) bool {
	for n := 0; n < len(v.kids); n++ {
		if v.marker(i, "aux", "had") {
			return false
		}
		if v.head(i) < 0 {
			return true
		}
		switch v.rel(i) {
		case "conj", "parataxis", "ccomp", "xcomp":
			i = v.head(i)
		default:
			return false
		}
	}
	return false
}

// resolve turns an expression into a date. A date without a year is resolved
// only against publication, or by a weekday that leaves one year.
func (c *calendar) resolve(t timex, future bool) dated {
	switch {
	case t.vague:
		return unknown("day and month can be exchanged")
	case t.decade > 0:
		return unknown("decade")
	case t.ahead && !future:
		return unknown("a time to come for what is done")
	case t.year > 0 && t.month > 0 && t.day > 0:
		return fixed(t.year, t.month, t.day, "full date")
	case t.year > 0 && t.month > 0:
		return dated{day: time.Date(t.year, time.Month(t.month), 1, 0, 0, 0, 0, time.UTC).Format(time.DateOnly), granularity: schema.DateMonth, rule: "month and year"}
	case t.year > 0:
		return dated{day: time.Date(t.year, 1, 1, 0, 0, 0, 0, time.UTC).Format(time.DateOnly), granularity: schema.DateYear, rule: "year"}
	case !c.known:
		return unknown("date without a year, publication unknown")
	case t.month > 0:
		return c.nearest(t, future)
	case t.weekday > 0:
		return c.nextWeekday(t, future)
	case t.unit != "":
		return c.shifted(t, future)
	}
	return unknown("time expression not understood")
}

// fixed is a date given in full; a day that does not exist is unknown.
func fixed(y, m, d int, rule string) dated {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Day() != d {
		return unknown("no such day")
	}
	return dated{t.Format(time.DateOnly), schema.DateDay, rule, false}
}

// nearest gives a month, with or without a day, its year: the last one before
// publication, or the next one for what is to come. A weekday that does not
// fit is tried with the years around; only one may fit.
func (c *calendar) nearest(t timex, future bool) dated {
	day := max(t.day, 1)
	at := func(year int) time.Time { return time.Date(year, time.Month(t.month), day, 0, 0, 0, 0, time.UTC) }
	year := c.published.Year()
	switch {
	case future && at(year).Before(c.published.AddDate(0, 0, -1)) && int(c.published.Month()) != t.month:
		year++
	case !future && at(year).After(c.published.AddDate(0, 0, 1)):
		year--
	}
	if t.day == 0 {
		return dated{at(year).Format(time.DateOnly), schema.DateMonth, "month before publication", false}
	}
	if t.weekday > 0 && isoWeekday(at(year)) != t.weekday {
		var fits []int
		for y := year - 3; y <= year+1; y++ {
			if isoWeekday(at(y)) == t.weekday {
				fits = append(fits, y)
			}
		}
		if len(fits) != 1 {
			return unknown("weekday does not fit the date")
		}
		return fixed(fits[0], t.month, t.day, "date and weekday")
	}
	return fixed(year, t.month, t.day, "date against publication")
}

func isoWeekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// nextWeekday resolves a bare weekday: the last one up to publication, or the
// next one for what is to come.
func (c *calendar) nextWeekday(t timex, future bool) dated {
	back := (isoWeekday(c.published) - t.weekday + 7) % 7
	day := c.published.AddDate(0, 0, -back)
	switch {
	case t.offset > 0 || t.offset == 0 && future && back > 0:
		day = day.AddDate(0, 0, 7)
	case t.offset < 0 && back == 0:
		day = day.AddDate(0, 0, -7)
	}
	return dated{day.Format(time.DateOnly), schema.DateDay, "weekday against publication", false}
}

// weekend resolves "the weekend" to its month, unless it lies in two: the last
// one up to publication, or the next one for what is to come.
func (c *calendar) weekend(t timex, future bool) dated {
	saturday := c.published.AddDate(0, 0, 6-isoWeekday(c.published))
	if isoWeekday(c.published) < 6 && !future && t.offset <= 0 || isoWeekday(c.published) >= 6 && t.offset < 0 {
		saturday = saturday.AddDate(0, 0, -7)
	}
	if saturday.Month() != saturday.AddDate(0, 0, 1).Month() {
		return unknown("weekend in two months")
	}
	return dated{saturday.AddDate(0, 0, 1-saturday.Day()).Format(time.DateOnly), schema.DateMonth, "weekend against publication", false}
}

// shifted resolves "yesterday", "last month", "two years ago". A week is given
// as its month, unless it lies in two.
func (c *calendar) shifted(t timex, future bool) dated {
	p := c.published
	switch t.unit {
	case "day":
		return dated{p.AddDate(0, 0, t.offset).Format(time.DateOnly), schema.DateDay, "day against publication", false}
	case "weekend":
		return c.weekend(t, future)
	case "week":
		monday := p.AddDate(0, 0, 7*t.offset-isoWeekday(p)+1)
		if monday.Month() != monday.AddDate(0, 0, 6).Month() {
			return unknown("week in two months")
		}
		return dated{monday.AddDate(0, 0, 1-monday.Day()).Format(time.DateOnly), schema.DateMonth, "week against publication", false}
	case "month":
		first := time.Date(p.Year(), p.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, t.offset, 0)
		return dated{first.Format(time.DateOnly), schema.DateMonth, "month against publication", false}
	}
	return dated{time.Date(p.Year()+t.offset, 1, 1, 0, 0, 0, 0, time.UTC).Format(time.DateOnly), schema.DateYear, "year against publication", false}
}
