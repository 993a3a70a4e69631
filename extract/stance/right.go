package stance

import "strings"

// How often evidence is right, as it was read: two stances that the article makes as
// probable differ by what shows them. A word of attitude is right in four of five, what is
// said of an issue in three of four, an act in one of three, surer ones in three of five, and
// what only sounds good or bad in one of four.

// right returns the confidence of a stance: how often one is right that evidence of its
// kind shows and that the article makes so probable. What is too weak stays as it is.
func (r *reader) right(f finding) float64 {
	if f.confidence < MinConfidence || r.given[f.holder] && r.given[f.target] {
		return f.confidence
	}
	kind, _, _ := strings.Cut(f.rule, ":")
	least, most := f.bounds(kind)
	return least + (most-least)*max(0, f.confidence-MinConfidence)/(1-MinConfidence)
}

// bounds are how often evidence of a kind is right where the article makes the stance
// barely probable, and where it makes it certain.
func (f finding) bounds(kind string) (least, most float64) {
	issue := strings.HasPrefix(f.target, "issue:")
	switch {
	case kind == "talks":
		return MinConfidence, .4
	case kind == "event", kind == "model":
		return MinConfidence, .5
	case kind == "says" && !issue:
		return MinConfidence, .55
	case kind == "act" && !issue:
		return .7, .95
	case kind == "says", kind == "issue", kind == "event-issue":
		return .5, .8
	case kind == "act":
		return .55, .85
	}
	return .65, .9
}
