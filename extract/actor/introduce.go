package actor

import (
	"slices"
	"strings"
)

// leastShout is how many letters a word needs to be a demonym in capitals rather than
// an acronym.
const leastShout = 5

// calm returns a demonym that stands in capitals, as the first words of an article may,
// as it is written elsewhere ("A CHADIAN nurse"); any other word as it is.
func (r *Resolver) calm(w string) string {
	if len(w) < leastShout || w[1] < 'A' || w[1] > 'Z' || w != strings.ToUpper(w) {
		return w
	}
	low := w[:1] + strings.ToLower(w[1:])
	if slices.ContainsFunc(r.names.names[low], func(e *entry) bool { return e.kind == kindDemonym }) {
		return low
	}
	return w
}

// An indefinite noun phrase of the first leadSentences of an article introduces who
// is named up to namedWithin sentences later.
const (
	leadSentences = 4
	namedWithin   = 2
)

// introduceAll finds whom the beginning of the article calls by a state and a noun
// before it names him: "A Chadian nurse was convicted in Lima. The judge told Emil
// Roth (40) to pay." It runs when all people are gathered and before their states are
// looked for.
func (rd *reading) introduceAll() {
	for si := 0; si < min(leadSentences, len(rd.sents)); si++ {
		s := rd.sents[si]
		for _, o := range s.mentions {
			if o.hidden || o.kind != mCountry || o.e.kind != kindDemonym {
				continue
			}
			h := s.Tokens[o.head].Head
			if h < o.last {
				continue
			}
			first, a := rd.agentEnding(s, h+1)
			d := s.Child(h, "det")
			if a == nil || a.plural || a.group || a.collective || a.office || a.kin || first < o.last || d < 0 || s.word(d) != "a" && s.word(d) != "an" {
				continue
			}
			if m := s.taken[h]; m != nil && (m.kind != mNominal || m.same != nil) || s.personAt(h+1) != nil || s.Child(h, "cop") >= 0 || s.Rel(h) == "appos" {
				continue
			}
			if p := rd.namedAfter(si, a); p != nil {
				p.tie.merge(tie{code: o.e.code, by: o})
				if a.weak {
					a = &agentNoun{female: a.female, male: a.male} // "a woman" is no office
				}
				p.tie.take(a, a.noun)
				if m := s.taken[h]; m != nil {
					m.same, m.rule = p.mentions[0], "introduction"
				}
			}
		}
	}
}

// namedAfter returns the first person who is named for the first time in the
// sentences behind one and of whom the text tells no state, body or other office;
// nil if there is none, or he is heard as a speaker, who may be anybody.
func (rd *reading) namedAfter(si int, a *agentNoun) *person {
	var first *person
	for _, p := range rd.people {
		if len(p.mentions) == 0 || p.e != nil || p.tie.code != "" || p.tie.by != nil || p.tie.office != "" && !sameOffice(p.tie.office, a.noun) {
			continue
		}
		m := p.firstNamed()
		if m.sent > si && m.sent <= si+namedWithin && (first == nil || first.firstNamed().after(m)) {
			first = p
		}
	}
	if first == nil || a.female && first.tie.male || a.male && first.tie.female {
		return nil
	}
	if m := first.firstNamed(); rd.speaks(rd.sents[m.sent], m.head) {
		return nil
	}
	return first
}

// firstNamed returns the first mention of a person in the text.
func (p *person) firstNamed() *mention {
	m := p.mentions[0]
	for _, o := range p.mentions {
		if m.after(o) {
			m = o
		}
	}
	return m
}
