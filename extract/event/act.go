package event

import (
	"math"
	"slices"
	"strings"
)

// act is what a trigger says before it becomes an event.
type act struct {
	tok  int // the trigger
	from *entry
	span []int // further tokens of the trigger: particle, noun of a light verb
	code
	src, tgt []ref
	lead     []ref // the subject's side of an act that all parties do together
	noun     bool  // found at a noun
	carried  bool  // an event only with an operator or light verb
	recip    bool  // of a noun: all parties do it together
	bare     bool  // of a noun: an event even without parties
	two      bool  // of a noun: no event with less than two parties
	consumed bool  // part of another act
	steps    []string
	conf     float64
	fixed    *float64 // the confidence, where the model has decided it

	negated, future, hypothetical, historical bool
}

func newAct(i int, e *entry) *act {
	a := &act{tok: i, from: e, code: e.code, steps: []string{e.name}, conf: .9, noun: e.table == "noun"}
	if e.has("low") {
		a.conf = .6
	}
	return a
}

func ids(refs []ref) []string {
	out := []string{}
	for _, r := range refs {
		out = append(out, r.id)
	}
	return out
}

func (a *act) sources() []string { return ids(a.src) }
func (a *act) targets() []string { return ids(a.tgt) }

// rule names the lexicon entry and the operators passed.
func (a *act) rule() string { return strings.Join(a.steps, "/") }

// extent returns the first and last token of the trigger; parts far from it
// are left out.
func (a *act) extent() (first, last int) {
	first, last = a.tok, a.tok
	for _, t := range slices.Sorted(slices.Values(a.span)) {
		if t-last <= 6 && t > last {
			last = t
		}
	}
	return first, last
}

// confidence estimates how likely type and parties are all right. It grows
// with the certainty of the lexicon entry and of the least certain party; an
// act that lacks a party is rarely right as a whole. The factors follow the
// reliability seen on annotated news.
func (a *act) confidence() float64 {
	if a.fixed != nil {
		return *a.fixed
	}
	conf := a.conf
	for _, r := range slices.Concat(a.src, a.tgt) {
		if r.conf > 0 {
			conf = min(conf, a.conf*r.conf)
		}
	}
	switch {
	case len(a.src) > 0 && len(a.tgt) > 0 || len(a.src) > 1:
		conf = .25 + .65*conf
	case len(a.src)+len(a.tgt) > 0:
		conf *= .4
	default:
		conf *= .2
	}
	return math.Round(conf*100) / 100
}

// settle puts the parties in order: nobody is target of his own act, and an
// act that is done together lists all parties as sources.
func (a *act) settle(together bool) *act {
	a.tgt = without(a.tgt, a.src)
	if together && len(a.src) > 1 {
		a.tgt = nil
	}
	return a
}

// borne reports whether a light verb or an operator carries the act: other steps
// only say where its parties come from.
func (a *act) borne() bool {
	return slices.ContainsFunc(a.steps[1:], func(s string) bool {
		switch s {
		case "takeup", "infer", "aim", "cause":
			return false
		}
		return true
	})
}

// joint reports whether the type is one that several do with each other.
func (a *act) joint() bool {
	switch a.typ {
	case "CONSULT", "COOPERATE", "AGREE", "SUPPORT":
		return true
	}
	return false
}
