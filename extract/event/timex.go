package event

import (
	"strconv"
	"strings"
	"time"
)

// timex is a time expression: what its words say, before it is resolved.
// Zero values mean that a part is not said.
type timex struct {
	first, last      int // tokens, last exclusive
	year, month, day int
	decade           int    // its first year
	vague            bool   // a date whose parts can be read in two ways
	weekday          int    // 1 Monday to 7 Sunday
	unit             string // day, week, month, year: an offset from publication
	offset           int
	ahead            bool // "in two weeks": only for what is to come
	exact            bool // the offset names one day, week, month or year, not "some days ago"
}

// timexes finds the time expressions of a sentence in text order.
func (v *view) timexes() []timex {
	var out []timex
	for i := 0; i < len(v.kids); {
		t, ok := v.timexAt(i)
		if !ok {
			i++
			continue
		}
		if n := len(out); n > 0 && v.adjacent(out[n-1].last, i) && out[n-1].join(t) {
			out[n-1].last = t.last
		} else {
			out = append(out, t)
		}
		i = t.last
	}
	return out
}

// adjacent reports whether only commas and "of", "the" stand between tokens.
func (v *view) adjacent(from, to int) bool {
	for i := from; i < to; i++ {
		if f := v.form(i); f != "," && f != "of" && f != "the" {
			return false
		}
	}
	return true
}

// join adds the parts of another expression ("Tuesday" + "October 25" +
// "2011") and reports whether they fit.
func (t *timex) join(o timex) bool {
	if t.unit != "" || o.unit != "" || t.year*o.year+t.month*o.month+t.weekday*o.weekday > 0 || t.day > 0 && o.day > 0 {
		return false
	}
	if o.year > 0 && t.month == 0 {
		return false
	}
	t.year, t.month, t.day, t.weekday = t.year+o.year, t.month+o.month, t.day+o.day, t.weekday+o.weekday
	return true
}

// timexAt reads the expression that starts at a token.
func (v *view) timexAt(i int) (timex, bool) {
	t := timex{first: i, last: i + 1}
	f := strings.TrimSuffix(v.form(i), ".")
	if startsNumber(f) { // other words would only make errors
		if d, err := time.Parse(time.DateOnly, f); err == nil {
			t.year, t.month, t.day = d.Year(), int(d.Month()), d.Day()
			return t, true
		}
		if t.slashed(f) {
			return t, true
		}
	}
	cal := v.lex.calendar
	if last, n := v.aroundDay(i); n != 0 {
		t.unit, t.offset, t.exact, t.last = "day", n, true, last
		return t, true
	}
	if f == "weekend" {
		t.unit = f
		return t, true
	}
	if n, ok := cal["weekday"][f]; ok {
		t.weekday = n
		return t, true
	}
	if n, ok := cal["day"][f]; ok {
		t.unit, t.offset, t.exact = "day", n, true
		return t, true
	}
	if d, ok := v.monthDay(i); ok {
		return d, true
	}
	if len(f) == 5 && f[4] == 's' && startsNumber(f) { // "the 1990s"
		if y, err := strconv.Atoi(f[:4]); err == nil && y >= 1500 && y < 2100 {
			t.decade = y
			return t, true
		}
	}
	if y, ok := number(f); ok && len(f) == 4 && y >= 1500 && y < 2100 && v.yearContext(i) {
		t.year = y
		return t, true
	}
	return v.relativeTimex(i)
}

// startsNumber reports whether a word may be a number.
func startsNumber(f string) bool {
	return f != "" && ('0' <= f[0] && f[0] <= '9' || f[0] == '-' || f[0] == '+')
}

// number reads a whole number; most words are none, which their first byte tells.
func number(f string) (int, bool) {
	if !startsNumber(f) {
		return 0, false
	}
	n, err := strconv.Atoi(f)
	return n, err == nil
}

// monthDay reads a month with or without a day on either side.
func (v *view) monthDay(i int) (timex, bool) {
	t := timex{first: i, last: i + 1}
	if n := v.monthAt(i); n > 0 {
		t.month = n
		if i+1 < len(v.kids) {
			if d := v.dayAt(i + 1); d > 0 {
				t.day, t.last = d, i+2
			}
		}
		return t, true
	}
	if d := v.dayAt(i); d > 0 && i+1 < len(v.kids) {
		m := i + 1
		if v.form(m) == "of" && m+1 < len(v.kids) {
			m++
		}
		if n := v.monthAt(m); n > 0 {
			t.day, t.month, t.last = d, n, m+1
			if v.rangeBefore(i) {
				t.day = 0 // "from 3 to 5 May" is some time in May
			}
			return t, true
		}
	}
	return t, false
}

// slashed reads a date like 25/10/2011 and reports whether the word is one.
// Where day and month can be exchanged, the date is vague.
func (t *timex) slashed(f string) bool {
	p := strings.Split(f, "/")
	if len(p) != 3 || len(p[2]) != 4 {
		return false
	}
	a, err1 := strconv.Atoi(p[0])
	b, err2 := strconv.Atoi(p[1])
	y, err3 := strconv.Atoi(p[2])
	if err1 != nil || err2 != nil || err3 != nil || a < 1 || b < 1 || min(a, b) > 12 || max(a, b) > 31 {
		return false
	}
	t.year = y
	switch {
	case a > 12 || a == b:
		t.day, t.month = a, b
	case b > 12:
		t.day, t.month = b, a
	default:
		t.vague = true
	}
	return true
}

// aroundDay reads "the day before yesterday" and "the day after tomorrow": the
// token after it and the offset, 0 if there is neither.
func (v *view) aroundDay(i int) (last, offset int) {
	if v.form(i) != "day" || i+2 >= len(v.kids) {
		return 0, 0
	}
	switch v.form(i+1) + " " + v.form(i+2) {
	case "before yesterday":
		return i + 3, -2
	case "after tomorrow":
		return i + 3, 2
	}
	return 0, 0
}

// rangeBefore reports whether a day ends a range: "3 to 5 May".
func (v *view) rangeBefore(i int) bool {
	if i < 2 || v.dayAt(i-2) == 0 {
		return false
	}
	switch v.form(i - 1) {
	case "to", "and", "-", "–", "until":
		return true
	}
	return false
}

// monthAt returns the month that a token names, 0 if none. "May" and "March"
// must be names in form.
func (v *view) monthAt(i int) int {
	form := v.sent.Tokens[i].Form
	if form == strings.ToLower(form) || v.verbal(i) || v.upos(i) == "AUX" {
		return 0
	}
	return v.lex.calendar["month"][strings.TrimSuffix(v.form(i), ".")]
}

func (v *view) dayAt(i int) int {
	f := v.form(i)
	for _, s := range []string{"st", "nd", "rd", "th"} {
		f = strings.TrimSuffix(f, s)
	}
	if n, ok := number(f); ok && n >= 1 && n <= 31 && len(f) <= 2 {
		return n
	}
	return 0
}

// yearContext reports whether a number of four digits is a year: after a
// month, "in", "since" and the like.
func (v *view) yearContext(i int) bool {
	if i == 0 {
		return false
	}
	if v.marker(i, "case", "in", "since", "of", "from", "until", "by", "during", "after", "before") {
		return true
	}
	if v.form(i-1) == "," && i > 1 {
		return v.dayAt(i-2) > 0
	}
	return v.lex.calendar["month"][strings.TrimSuffix(v.form(i-1), ".")] > 0 || v.dayAt(i-1) > 0 && i > 1 && v.monthAt(i-2) > 0
}

// relativeTimex reads "last week", "this year", "two days ago".
func (v *view) relativeTimex(i int) (timex, bool) {
	if i+1 >= len(v.kids) {
		return timex{}, false
	}
	if n, ok := v.lex.calendar["turn"][v.form(i)]; ok {
		return v.turned(i, n)
	}
	n, ok := v.lex.calendar["number"][v.form(i)]
	if !ok {
		if n, ok = number(v.form(i)); !ok || n > 500 {
			return timex{}, false
		}
	}
	if u := v.unit(i + 1); u != "" && i > 0 && v.form(i-1) == "in" && (i+2 >= len(v.kids) || v.form(i+2) != "ago") && v.upos(i) == "NUM" {
		return timex{first: i, last: i + 2, unit: u, offset: n, ahead: true}, true
	}
	if u := v.unit(i + 1); u != "" && i+2 < len(v.kids) && (v.form(i+2) == "ago" || v.form(i+2) == "earlier") {
		return timex{first: i, last: i + 3, unit: u, offset: -n, exact: true}, true
	}
	return timex{}, false
}

// turned reads what follows "last", "this" or "next", n being the turn.
func (v *view) turned(i, n int) (timex, bool) {
	t := timex{first: i, last: i + 2, offset: n, exact: true}
	if t.unit = v.unit(i + 1); t.unit != "" {
		return t, t.unit != "day"
	}
	switch v.form(i + 1) {
	case "weekend":
		t.unit = "weekend"
		return t, true
	case "night", "morning", "evening", "afternoon":
		t.unit = "day"
		return t, true
	}
	t.weekday = v.lex.calendar["weekday"][v.form(i+1)]
	t.month = v.monthAt(i + 1)
	return t, t.weekday+t.month > 0
}

// unit returns the unit of time that a word names, "" if none.
func (v *view) unit(i int) string {
	switch v.lemma[i] {
	case "day", "week", "month", "year":
		return v.lemma[i]
	}
	return ""
}
