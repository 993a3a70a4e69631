package attribution

import "strings"

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
	return &bag{model: model, start: hashOf(hashOf(hashStart, model), ":"), named: named, keys: make([]uint64, 0, 128)}
}

// reset empties a bag for another decision.
func (b *bag) reset() { b.keys, b.names = b.keys[:0], b.names[:0] }

// add puts in the feature whose name is the model, the first part and the
// other parts, joined as "cue:lemma=say|VERB".
func (b *bag) add(kind string, values ...string) {
	h := hashOf(b.start, kind)
	for i, v := range values {
		if i > 0 {
			h = hashOf(h, "|")
		}
		h = hashOf(h, v)
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

// hashStart begins an FNV-1a hash; hashOf goes on with it.
const hashStart = 14695981039346656037

func hashOf(h uint64, s string) uint64 {
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}
