package event

// How far the rules are trusted beyond what the model has learned of them, in
// units of its scores. The model has seen some hundred articles; the lexicons hold
// what is known of the language and the codebook. The values come from
// cross-validation on news.
const (
	trustType  = 2.5 // for the type that a rule gives its trigger
	trustOther = 1   // against any other type there
	trustNone  = .5  // against an event where no rule sees one
	trustParty = 1   // for the party that a rule finds for a side
	trustAlone = 2   // for it in a sentence that stands alone: the model was learned from whole articles
)

// trust moves the scores of the types of a token by what the rules say.
func (m *model) trust(r *reading, i int, scores []float64) []float64 {
	a := r.actAt(i)
	for c, name := range m.trigger.Classes {
		switch {
		case name == noType:
		case a == nil:
			scores[c] -= trustNone
		case name == a.typ:
			scores[c] += trustType
		default:
			scores[c] -= trustOther
		}
	}
	return scores
}

// trustSide is what a party gains on a side where a rule has found it.
func (r *reading) trustSide(fr *frame, side string, p *party) float64 {
	if fr.rule == nil {
		return 0
	}
	found := fr.rule.src
	if side == "t:" {
		found = fr.rule.tgt
	}
	if overlap(found, p.refs) {
		if r.alone {
			return trustAlone
		}
		return trustParty
	}
	return 0
}
