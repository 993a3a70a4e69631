package article

import (
	"fmt"
	"time"
)

// CheckDate says whether a publication date is RFC 3339 or YYYY-MM-DD.
func CheckDate(s string) error {
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil && t.Year() > 0 {
			return nil
		}
	}
	return fmt.Errorf("bad date %q", s)
}
