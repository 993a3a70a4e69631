package schema

import (
	"testing"
	"time"
)

// TestEventID: what belongs to a fact changes its id, what belongs to a report
// does not.
func TestEventID(t *testing.T) {
	base := func() *Event {
		return &Event{Date: "2011-10-25", DateGranularity: DateDay, Type: "CONSULT", Mode: "visit", CAMEO: "042",
			Sources: []string{"a", "b"}, Targets: []string{"c"}}
	}
	want := EventID(base(), "article1")
	tests := []struct {
		name   string
		change func(*Event)
		same   bool
	}{
		{"order of actors", func(e *Event) { e.Sources = []string{"b", "a", "b"} }, true},
		{"report", func(e *Event) {
			e.Historical, e.Confidence, e.Rule, e.Place.Name, e.Goldstein = true, 1, "x", "Moscow", 3
		}, true},
		{"date", func(e *Event) { e.Date = "2011-10-26" }, false},
		{"granularity", func(e *Event) { e.DateGranularity = DateMonth }, false},
		{"type", func(e *Event) { e.Type = "AID" }, false},
		{"mode", func(e *Event) { e.Mode = "" }, false},
		{"cameo", func(e *Event) { e.CAMEO = "040" }, false},
		{"source", func(e *Event) { e.Sources = []string{"a"} }, false},
		{"direction", func(e *Event) { e.Sources, e.Targets = e.Targets, e.Sources }, false},
		{"negated", func(e *Event) { e.Negated = true }, false},
		{"future", func(e *Event) { e.Future = true }, false},
		{"hypothetical", func(e *Event) { e.Hypothetical = true }, false},
	}
	for _, tt := range tests {
		e := base()
		tt.change(e)
		if got := EventID(e, "article2"); (got == want) != tt.same {
			t.Errorf("%s: same id %v, want %v", tt.name, got == want, tt.same)
		}
	}
	e := base()
	e.Date, e.DateGranularity = "", DateUnknown
	if EventID(e, "article1") == EventID(e, "article2") {
		t.Error("events without a date are one fact across articles")
	}
	e = base()
	e.Sources, e.Targets = nil, nil
	if EventID(e, "article1") == EventID(e, "article2") {
		t.Error("events that name nobody are one fact across articles")
	}
}

func TestStanceID(t *testing.T) {
	if StanceID("h", "t", Negative, "2011-10-25", "a1") != StanceID("h", "t", Negative, "2011-10-25", "a2") {
		t.Error("one attitude on one day has two ids")
	}
	if StanceID("h", "t", Negative, "", "a1") == StanceID("h", "t", Negative, "", "a2") {
		t.Error("attitudes of unknown date are one across articles")
	}
}

func TestParsePublished(t *testing.T) {
	tests := []struct {
		in, day string
		timed   bool
	}{
		{"2011-10-25", "2011-10-25", false},
		{"2011-10-25T23:30:00-05:00", "2011-10-25", true},
		{"2011-10-25T00:30:00+09:00", "2011-10-25", true},
		{"25 October 2011", "", false},
		{"", "", false},
	}
	for _, tt := range tests {
		if got := PublishedDay(tt.in); got != tt.day {
			t.Errorf("%q: day %q, want %q", tt.in, got, tt.day)
		}
		if _, timed, err := ParsePublished(tt.in); timed != tt.timed || (err == nil) != (tt.day != "") {
			t.Errorf("%q: timed %v, %v", tt.in, timed, err)
		}
	}
}

func TestParsePeriod(t *testing.T) {
	tests := []struct{ in, first, last string }{
		{"2012", "2012-01-01", "2012-12-31"},
		{"2012-02", "2012-02-01", "2012-02-29"},
		{"2012-05-07", "2012-05-07", "2012-05-07"},
	}
	for _, tt := range tests {
		first, last, err := ParsePeriod(tt.in)
		if err != nil || first.Format(time.DateOnly) != tt.first || last.Format(time.DateOnly) != tt.last {
			t.Errorf("%q: %v to %v, %v", tt.in, first, last, err)
		}
	}
	if _, _, err := ParsePeriod("12"); err == nil {
		t.Error("12 is read as a date")
	}
}
