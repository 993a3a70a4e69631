package actor

import "dyad/internal/loglinear"

// featureForm joins the parts of the name of a feature by blanks.
var featureForm = loglinear.Form{Separator: " ", Plain: 1}

// count names a number: what matters is whether it is one, two or more.
func count(n int) string {
	switch {
	case n <= 0:
		return "0"
	case n == 1:
		return "1"
	case n == 2:
		return "2"
	case n <= 4:
		return "3"
	}
	return "5"
}
