package actor

import "testing"

func TestTenureOn(t *testing.T) {
	for _, tt := range []struct {
		from, to, known, day string
		want                 bool
	}{
		{"2001-02-03", "2005-06-07", "2024-12-31", "2001-02-03", true},
		{"2001-02-03", "2005-06-07", "2024-12-31", "2001-02-02", false},
		{"2001-02-03", "2005-06-07", "2024-12-31", "2005-06-07", true},
		{"2001-02-03", "2005-06-07", "2024-12-31", "2005-06-08", false},
		{"2001", "2005", "2024-12-31", "2001-01-01", true},
		{"2001", "2005", "2024-12-31", "2005-12-31", true},
		{"2001", "2005-06", "2024-12-31", "2005-06-30", true},
		{"2001", "2005-06", "2024-12-31", "2005-07-01", false},
		{"2001", "", "2024-12-31", "2024-12-31", true},
		{"2001", "", "2024-12-31", "2025-01-01", false},
		{"2001", "", "", "2999-01-01", true},
	} {
		ten := tenure{from: tt.from, to: tt.to, known: tt.known}
		if got := ten.on(tt.day); got != tt.want {
			t.Errorf("office from %q to %q, known until %q, held on %s: %v, want %v", tt.from, tt.to, tt.known, tt.day, got, tt.want)
		}
	}
}

func TestLongest(t *testing.T) {
	list := []tenure{
		{office: "minister", from: "1999", to: "2004-01-01"},
		{office: "president", from: "2004-01-02", to: "2008"},
		{office: "mayor", from: "2009", to: "2012"},
		{office: "president", from: "2012-05-01", known: "2014-12-31"},
	}
	if got := longest(list); got.office != "president" || got.from != "2012-05-01" {
		t.Errorf("longest = %+v, want the last stay as president", got)
	}
}

// TestStaleTable: behind the day until which a table is known a role is not
// taken to go on, table by table.
func TestStaleTable(t *testing.T) {
	r := mustResolver(t)
	for i := range r.tables.tenures["person:dmitry-medvedev"] {
		r.tables.tenures["person:dmitry-medvedev"][i].to = ""
		r.tables.tenures["person:dmitry-medvedev"][i].known = "2009-06-30"
	}
	for _, tt := range []struct{ date, text, role, sector string }{
		{"2009-06-01", "Dmitry Medvedev met Angela Merkel.", "president", "GOV"},
		{"2011-06-01", "Dmitry Medvedev met Angela Merkel.", "unknown after 2009-06-30", ""},
		{"2011-06-01", "President Dmitry Medvedev met Angela Merkel.", "president", "GOV"},
	} {
		doc, _ := read(t, r, tt.date, tt.text)
		a, b := actorByID(doc, "person:dmitry-medvedev"), actorByID(doc, "person:angela-merkel")
		if a == nil || a.Role != tt.role || a.Sector != tt.sector {
			t.Errorf("%s, %q: got %+v, want role %q, sector %q", tt.date, tt.text, a, tt.role, tt.sector)
		}
		if b == nil || b.Role != "chancellor" {
			t.Errorf("%s: got %+v, want the chancellor, whose table reaches further", tt.date, b)
		}
	}
}
