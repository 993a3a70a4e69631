package stance

import (
	"strings"

	"dyad/schema"
)

// surely is how sure evidence must be that stands alone: in one sentence only, by
// its kind. Of 22 stances of news that had less, all that 189 articles had, 4 were
// right. What a speaker says where a state is named is hardly ever a view of that
// state, however well or badly he speaks there: "he came home to New Zealand".
func surely(kind string, state bool) float64 {
	switch {
	case kind == "talks" && state:
		return 1
	case kind == "model":
		return .42
	}
	return MinConfidence
}

// withoutLone leaves out the stances that only one sentence shows, and that one
// not surely enough. The list has the evidence of a stance side by side. Between
// mentions that the input gave the pair model has decided.
func (r *reader) withoutLone(list []record) []record {
	state := map[string]bool{}
	for _, a := range r.doc.Actors {
		state[a.ID] = a.Kind == schema.KindCountry
	}
	beside := func(i, k int) bool {
		if k < 0 || k >= len(list) {
			return false
		}
		return list[i].same(list[k])
	}
	var out []record
	for i, s := range list {
		kind, _, _ := strings.Cut(s.Rule, ":")
		given := r.given[s.Holder] && r.given[s.Target]
		if given || beside(i, i-1) || beside(i, i+1) || s.probable >= surely(kind, state[s.Target]) {
			out = append(out, s)
		}
	}
	return out
}
