package attribution

import (
	"strings"

	"dyad/internal/loglinear"
)

// bag collects the features of one decision. Features are hashed as they come,
// since most are looked up once and never printed; a bag that keeps names is
// for training and for explanations.
type bag struct {
	model string
	start uint64 // the hash of the name of the model
	named bool
	keys  []uint64
	names []string
}

func newBag(model string, named bool) *bag {
	return &bag{model: model, start: loglinear.Hash(loglinear.Hash(loglinear.HashStart, model), ":"), named: named, keys: make([]uint64, 0, 128)}
}

// reset empties a bag for another decision.
func (b *bag) reset() { b.keys, b.names = b.keys[:0], b.names[:0] }

// add puts in the feature whose name is the model, the first part and the
// other parts, joined as "cue:lemma=say|VERB".
func (b *bag) add(kind string, values ...string) {
	h := loglinear.Hash(b.start, kind)
	for i, v := range values {
		if i > 0 {
			h = loglinear.Hash(h, "|")
		}
		h = loglinear.Hash(h, v)
	}
	b.keys = append(b.keys, h)
	if b.named {
		b.names = append(b.names, featureName(b.model, kind, values))
	}
}

func featureName(model, kind string, values []string) string {
	var name strings.Builder
	name.WriteString(model + ":" + kind)
	for i, v := range values {
		if i > 0 {
			name.WriteString("|")
		}
		name.WriteString(v)
	}
	return name.String()
}
