package actor

import (
	"slices"
	"strings"

	"dyad/schema"
)

// resolveTakeUp resolves "the alliance", "the country", "both countries".
func (rd *reading) resolveTakeUp(m *mention, before []*mention) {
	if m.phrase == "both" || m.phrase == "people" {
		rd.resolveBoth(m, before)
		return
	}
	for i := len(before) - 1; i >= 0; i-- {
		o := before[i]
		if m.sent-o.sent > 8 {
			return
		}
		if o.hidden || len(o.ids) != 1 || o.kind == mPronoun || o.modifier && m.phrase == "country" && o.e != nil && o.e.kind == kindDemonym {
			continue
		}
		if a := rd.actors[o.ids[0]]; a != nil && rd.takenUpBy(a, o, m) {
			m.ids = []string{a.ID}
			return
		}
	}
}

func (rd *reading) takenUpBy(a *schema.Actor, o, m *mention) bool {
	switch m.phrase {
	case "country":
		return a.Kind == schema.KindCountry && (!o.locative || a.Code == rd.home)
	case "igo":
		return a.Kind == schema.KindOrganization && !a.Generic && (a.Code == "IGO" || a.Code == "EUR" || a.Code == "UNO")
	case "org":
		return a.Kind == schema.KindOrganization && !a.Generic && !strings.Contains(a.ID, "-gov")
	case "armed":
		return a.Kind == schema.KindOrganization && slices.Contains([]string{"REB", "UAF", "PTY", "OPP", "CVL", "CRM", "NGO"}, a.Sector)
	case "name":
		_, noun, _ := strings.Cut(m.rule, ":")
		return a.Kind == schema.KindOrganization && strings.Contains(strings.ToLower(a.Name), noun)
	}
	return false
}

// resolveBoth resolves "the two sides" to two states or organisations named
// before: those of the sentences next to it, places only after them, else the
// two named most. "The two leaders" are two people of different states.
func (rd *reading) resolveBoth(m *mention, before []*mention) {
	if m.phrase == "people" && rd.twoLeaders(m, before) {
		return
	}
	var ids []string
	for _, places := range []bool{false, true} {
		for i := len(before) - 1; i >= 0 && len(ids) < 2 && m.sent-before[i].sent <= 1; i-- {
			if o := before[i]; places || !o.locative {
				ids = rd.addParties(ids, o)
			}
		}
	}
	if len(ids) < 2 {
		ids = rd.mostNamed(before)
	}
	if len(ids) >= 2 {
		slices.Sort(ids[:2])
		m.ids = ids[:2]
	}
}

// twoLeaders resolves "both presidents" to the last two people of different
// states that hold an office.
func (rd *reading) twoLeaders(m *mention, before []*mention) bool {
	var ids, codes []string
	for i := len(before) - 1; i >= 0 && len(ids) < 2 && m.sent-before[i].sent <= 5; i-- {
		o := before[i]
		if o.person == nil || len(o.ids) != 1 {
			continue
		}
		a := rd.personActor(o.person)
		if (a.Sector == "GOV" || a.Sector == "MIL") && !slices.Contains(codes, a.Code) {
			ids, codes = append(ids, a.ID), append(codes, a.Code)
		}
	}
	if len(ids) < 2 {
		return false
	}
	slices.Sort(ids)
	m.ids = ids
	return true
}

// mostNamed returns the two states or organisations named most before, places
// left out.
func (rd *reading) mostNamed(before []*mention) []string {
	count := map[string]int{}
	var order []string
	for _, o := range before {
		if o.locative || o.kind == mPronoun {
			continue
		}
		for _, id := range rd.addParties(nil, o) {
			if count[id] == 0 {
				order = append(order, id)
			}
			count[id]++
		}
	}
	slices.SortStableFunc(order, func(a, b string) int { return count[b] - count[a] })
	return order
}

// addParties adds the states and organisations that a mention means.
func (rd *reading) addParties(ids []string, o *mention) []string {
	for _, id := range o.ids {
		a := rd.actors[id]
		if a == nil || a.Generic || slices.Contains(ids, id) {
			continue
		}
		if a.Kind == schema.KindCountry || a.Kind == schema.KindOrganization && a.Sector != "JRN" && rd.r.tables.countries[a.Code] == nil {
			ids = append(ids, id)
		}
	}
	return ids
}

// resolvePronoun finds what a pronoun takes up: the subject of the clause or
// sentence before, else the last name that fits.
func (rd *reading) resolvePronoun(m *mention, before []*mention) {
	best, score := (*mention)(nil), 0.0
	for i := len(before) - 1; i >= 0; i-- {
		o := before[i]
		if m.sent-o.sent > 2 {
			break
		}
		if o.hidden || len(o.ids) == 0 || o.last > m.first && o.sent == m.sent || !rd.agrees(o, m) {
			continue
		}
		if v := rd.salience(o, m); v > score {
			best, score = o, v
		}
	}
	if best != nil {
		m.ids = slices.Clone(best.ids)
	}
}

// salience says how likely a pronoun m takes up o.
func (rd *reading) salience(o, m *mention) float64 {
	s := rd.sents[o.sent]
	v := 10 - 4*float64(m.sent-o.sent)
	switch {
	case s.Rel(o.head) == "nsubj":
		v += 4
		if h := s.Tokens[o.head].Head; h >= 0 && s.Rel(h) == "root" {
			v++
		}
	case o.modifier:
		v -= 3
	case s.Rel(o.head) == "obj", s.Rel(o.head) == "root":
		v++
	}
	if o.locative {
		v -= 4
	}
	if o.kind == mPronoun {
		v++
	}
	return v + float64(o.first)/1000
}

// agrees reports whether number and gender allow that pronoun m takes up o.
func (rd *reading) agrees(o, m *mention) bool {
	a := rd.actors[o.ids[0]]
	if a == nil {
		return false
	}
	many := len(o.ids) > 1 || a.Kind == schema.KindGroup
	person := a.Kind == schema.KindPerson && !many
	switch m.phrase {
	case "he":
		return person && !rd.female(o)
	case "she":
		return person && rd.maybeFemale(o)
	case "it":
		return !many && !person && (!o.modifier || o.kind == mCountry && o.e.kind != kindDemonym) && !o.locative
	case "they":
		return many || a.Kind == schema.KindOrganization && o.kind != mPronoun
	}
	return false
}

func (rd *reading) female(o *mention) bool {
	if o.noun != nil && o.noun.female {
		return true
	}
	p := o.person
	return p != nil && (p.tie.female || p.e != nil && p.e.female)
}

// maybeFemale also lets people pass of whom nothing is known.
func (rd *reading) maybeFemale(o *mention) bool {
	p := o.person
	if p == nil {
		return o.noun == nil || !o.noun.male
	}
	return rd.female(o) || p.e == nil && !p.tie.male
}
