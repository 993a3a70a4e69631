package stance

import (
	"strings"

	"dyad/schema"
)

// Repeats: what one sentence shows another may show again. The best evidence of a
// stance always stands; further sentences count where they show it by themselves.

// record is a stance with how probable it is by all that the article shows, and how strong
// its own evidence is.
type record struct {
	schema.Stance
	probable, strength float64
}

// same reports whether two records are of the same stance.
func (a record) same(b record) bool {
	return a.Holder == b.Holder && a.Target == b.Target && a.Polarity == b.Polarity
}

// side is a stance without its evidence.
type side struct {
	holder, target string
	sign           int
}

func (f finding) side() side { return side{f.holder, f.target, f.sign} }

// strength is how surely the evidence of a finding shows a stance by itself: how sure
// its rule was, or that the act happened, times how often one of its kind is right. Of what was read, words of
// attitude were right in two of three sentences, acts in one of two, what only sounds
// good or bad in one of four.
func (r *reader) strength(f finding) float64 {
	kind, what, _ := strings.Cut(f.rule, ":")
	switch kind {
	case "talks":
		return f.weight * .4
	case "says", "model":
		return f.weight * .7
	case "event":
		return f.weight / r.lex.events[what].share * .6
	}
	return f.weight
}

// repeated is how strong further evidence of a stance must be.
const repeated = .45

// withoutRepeats leaves out the weak evidence of stances that better evidence shows.
// The list has the evidence of a stance side by side, the best first.
func withoutRepeats(list []record) []schema.Stance {
	var out []schema.Stance
	for i, s := range list {
		if i == 0 || !s.same(list[i-1]) || s.strength >= repeated {
			out = append(out, s.Stance)
		}
	}
	return out
}
