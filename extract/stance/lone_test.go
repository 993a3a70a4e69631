package stance

import (
	"testing"

	"dyad/schema"
)

func TestWithoutLone(t *testing.T) {
	r := &reader{
		doc:   &schema.Document{Actors: []schema.Actor{{ID: "state", Kind: schema.KindCountry}, {ID: "person", Kind: schema.KindPerson}}},
		given: map[string]bool{"given": true, "other": true},
	}
	stance := func(holder, target, rule string, confidence float64) record {
		return record{Stance: schema.Stance{Holder: holder, Target: target, Polarity: schema.Positive, Rule: rule}, probable: confidence}
	}
	tests := map[string]struct {
		list []record
		want int
	}{
		"the pair model alone, not sure":         {[]record{stance("a", "person", "model:say", .4)}, 0},
		"the pair model alone, sure":             {[]record{stance("a", "person", "model:thank", .5)}, 1},
		"two sentences":                          {[]record{stance("a", "person", "model:say", .4), stance("a", "person", "model:say", .4)}, 2},
		"two targets":                            {[]record{stance("a", "person", "model:say", .4), stance("a", "state", "model:say", .4)}, 0},
		"talk that names a state":                {[]record{stance("a", "state", "talks:obl:to", .8)}, 0},
		"talk of a person":                       {[]record{stance("a", "person", "talks:subj", .6)}, 1},
		"talk of a state, beside what he does":   {[]record{stance("a", "state", "act:praise", .6), stance("a", "state", "talks:subj", .6)}, 2},
		"an act":                                 {[]record{stance("a", "state", "act:praise", .35)}, 1},
		"between mentions that the input gave":   {[]record{stance("given", "other", "model:say", .35)}, 1},
		"a mention that the input gave, and not": {[]record{stance("given", "person", "model:say", .35)}, 0},
	}
	for name, test := range tests {
		if got := r.withoutLone(test.list); len(got) != test.want {
			t.Errorf("%s: kept %d, want %d: %v", name, len(got), test.want, got)
		}
	}
}
