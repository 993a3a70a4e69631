package event

import (
	"testing"

	"dyad/schema"
)

func TestResolve(t *testing.T) {
	for _, test := range []struct {
		name, published string
		expr            timex
		future          bool
		day, granul     string
	}{
		{"full date", "", timex{year: 2011, month: 10, day: 25}, false, "2011-10-25", schema.DateDay},
		{"month and year", "", timex{year: 1962, month: 3}, false, "1962-03-01", schema.DateMonth},
		{"year", "", timex{year: 1962}, false, "1962-01-01", schema.DateYear},
		{"no such day", "", timex{year: 2011, month: 2, day: 30}, false, "", schema.DateUnknown},
		{"no year, no publication", "", timex{month: 10, day: 25}, false, "", schema.DateUnknown},
		{"weekday, no publication", "", timex{weekday: 2}, false, "", schema.DateUnknown},
		{"date with weekday", "2011-10-25", timex{month: 10, day: 25, weekday: 2}, false, "2011-10-25", schema.DateDay},
		{"weekday fits another year", "2011-10-25", timex{month: 10, day: 25, weekday: 1}, false, "2010-10-25", schema.DateDay},
		{"December told in January", "2012-01-03", timex{month: 12, day: 30}, false, "2011-12-30", schema.DateDay},
		{"January told in December", "2011-12-30", timex{month: 1, day: 3}, true, "2012-01-03", schema.DateDay},
		{"weekday of today", "2011-10-25", timex{weekday: 2}, false, "2011-10-25", schema.DateDay},
		{"weekday before", "2011-10-25", timex{weekday: 5}, false, "2011-10-21", schema.DateDay},
		{"weekday to come", "2011-10-25", timex{weekday: 5}, true, "2011-10-28", schema.DateDay},
		{"last Tuesday on a Tuesday", "2011-10-25", timex{weekday: 2, offset: -1}, false, "2011-10-18", schema.DateDay},
		{"yesterday", "2011-03-01", timex{unit: "day", offset: -1}, false, "2011-02-28", schema.DateDay},
		{"last week", "2011-10-25", timex{unit: "week", offset: -1}, false, "2011-10-01", schema.DateMonth},
		{"last week in two months", "2011-11-08", timex{unit: "week", offset: -1}, false, "", schema.DateUnknown},
		{"weekend", "2011-10-25", timex{unit: "weekend"}, false, "2011-10-01", schema.DateMonth},
		{"next weekend in two months", "2011-12-30", timex{unit: "weekend"}, true, "", schema.DateUnknown},
		{"decade", "2011-10-25", timex{decade: 1990}, false, "", schema.DateUnknown},
		{"in two weeks", "2011-10-10", timex{unit: "week", offset: 1, ahead: true}, true, "2011-10-01", schema.DateMonth},
		{"in two weeks, but done", "2011-10-10", timex{unit: "week", offset: 1, ahead: true}, false, "", schema.DateUnknown},
		{"day and month exchangeable", "2011-10-25", timex{year: 2011, vague: true}, false, "", schema.DateUnknown},
		{"last month", "2012-01-31", timex{unit: "month", offset: -1}, false, "2011-12-01", schema.DateMonth},
		{"two years ago", "2011-10-25", timex{unit: "year", offset: -2}, false, "2009-01-01", schema.DateYear},
	} {
		got := newCalendar(test.published).resolve(test.expr, test.future)
		if got.day != test.day || got.granularity != test.granul {
			t.Errorf("%s: got %q (%s, %s), want %q (%s)", test.name, got.day, got.granularity, got.rule, test.day, test.granul)
		}
		if got.rule == "" {
			t.Errorf("%s: the date has no rule", test.name)
		}
	}
}
