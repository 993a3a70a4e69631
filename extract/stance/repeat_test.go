package stance

import (
	"testing"

	"dyad/schema"
)

func TestWithoutRepeats(t *testing.T) {
	of := func(target string, strength float64) record {
		return record{schema.Stance{Holder: "a", Target: target, Polarity: schema.Negative}, .5, strength}
	}
	tests := map[string]struct {
		list []record
		want int
	}{
		"the best stands, however weak":   {[]record{of("b", .2)}, 1},
		"a weak sentence beside it":       {[]record{of("b", .7), of("b", .3)}, 1},
		"a strong sentence beside it":     {[]record{of("b", .7), of("b", .6)}, 2},
		"weak sentences of other stances": {[]record{of("b", .3), of("c", .3)}, 2},
	}
	for name, test := range tests {
		if got := withoutRepeats(test.list); len(got) != test.want {
			t.Errorf("%s: kept %d, want %d", name, len(got), test.want)
		}
	}
}
