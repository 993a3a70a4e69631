package stance

import "dyad/internal/loglinear"

// Parts of the names of many features: what stands between two words, and the two
// parties of a pair.
var (
	spacePart  = loglinear.PartOf(" ")
	linkPart   = loglinear.PartOf("_")
	holderPart = loglinear.PartOf("A")
	targetPart = loglinear.PartOf("B")
)

// namePart is name as a part of the names of features.
func (v *view) namePart(i int) *loglinear.Part {
	if v.nameParts == nil {
		v.nameParts = v.partsOf(v.name)
	}
	return &v.nameParts[i]
}

// plainPart is plain as a part of the names of features.
func (v *view) plainPart(i int) *loglinear.Part {
	if v.plainParts == nil {
		v.plainParts = v.partsOf(v.plain)
	}
	return &v.plainParts[i]
}

// partsOf makes parts of what is said of every token.
func (v *view) partsOf(say func(i int) string) []loglinear.Part {
	out := v.r.rooms.parts.Take(len(v.Tokens))
	for i := range out {
		out[i] = loglinear.PartOf(say(i))
	}
	return out
}
