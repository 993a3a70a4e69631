package attribution

import "dyad/internal/loglinear"

// newBag returns an empty bag for the features of a model, whose names are like
// "cue:lemma=say|VERB": the model, the first part and the other parts.
func newBag(model string, named bool) *loglinear.Bag {
	return loglinear.NewBag(loglinear.Form{Prefix: model + ":", Separator: "|", Plain: 2}, named)
}
