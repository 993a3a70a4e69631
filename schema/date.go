package schema

import (
	"fmt"
	"time"
)

// ParsePublished reads a publication date: RFC 3339, or YYYY-MM-DD. The second
// value says whether a time of day was given.
func ParsePublished(s string) (t time.Time, timed bool, err error) {
	if t, err = time.Parse(time.DateOnly, s); err == nil {
		return t, false, nil
	}
	if t, err = time.Parse(time.RFC3339, s); err == nil {
		return t, true, nil
	}
	return time.Time{}, false, fmt.Errorf("bad date %q: want YYYY-MM-DD or RFC 3339", s)
}

// PublishedDay returns the day of publication as YYYY-MM-DD, in the time zone
// that the input states, or "" if it is unknown or unreadable.
func PublishedDay(s string) string {
	t, _, err := ParsePublished(s)
	if err != nil {
		return ""
	}
	return t.Format(time.DateOnly)
}

// ParsePeriod reads a date of which month or day may be missing (YYYY,
// YYYY-MM or YYYY-MM-DD) and returns the first and the last day it covers.
func ParsePeriod(s string) (first, last time.Time, err error) {
	if first, err = time.Parse(time.DateOnly, s); err == nil {
		return first, first, nil
	}
	if first, err = time.Parse("2006-01", s); err == nil {
		return first, first.AddDate(0, 1, -1), nil
	}
	if first, err = time.Parse("2006", s); err == nil {
		return first, first.AddDate(1, 0, -1), nil
	}
	return time.Time{}, time.Time{}, fmt.Errorf("bad date %q: want YYYY, YYYY-MM or YYYY-MM-DD", s)
}
