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
	if m.phrase == "twosome" {
		m.ids = rd.twoBefore(m, before)
		return
	}
	if m.phrase == "country" && rd.whereabouts(m) && rd.named[rd.home] {
		m.ids = []string{rd.countryActor(rd.home).ID} // "fled the country": that of the article
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

// whereabouts reports whether "the country" is only where something is or goes:
// after a preposition of place, after "rest of", or as what somebody leaves.
func (rd *reading) whereabouts(m *mention) bool {
	s := rd.sents[m.sent]
	h := s.Tokens[m.head].Head
	if p := s.Child(m.head, "case"); p >= 0 {
		return rd.r.classes[s.word(p)+"/place"] != "" || s.word(p) == "of" && h >= 0 && s.word(h) == "rest"
	}
	return s.Rel(m.head) == "obj" && h >= 0 && rd.lemmaIs(s, h, "motion")
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

// bodyTakenUp returns the organisation that a definite noun for a body takes up
// where it acts: "The union said" after the name of a union, or of one that has
// the word in its name, or, of a force, after the police or the army; "" if none stands near.
func (rd *reading) bodyTakenUp(m *mention, before []*mention) string {
	s := rd.sents[m.sent]
	if !m.noun.collective || m.noun.plural || m.tie.by != nil || m.tie.code != "" || s.word(m.first) != "the" || m.first+1 != m.nameFirst {
		return ""
	}
	force := rd.r.classes[m.noun.noun+"/uniformed"] != ""
	for i := len(before) - 1; i >= 0 && m.sent-before[i].sent <= 8; i-- {
		o := before[i]
		if o.kind != mOrg && !(o.kind == mInstitution && force) || o.hidden || len(o.ids) != 1 {
			continue
		}
		a := rd.actors[o.ids[0]]
		if a == nil || a.Kind != schema.KindOrganization {
			continue
		}
		if a.Sector == "" && m.noun.sector == "BUS" && m.sent-o.sent <= 3 && a.Code != "IGO" && a.Code != "UNO" && a.Code != "EUR" && a.Code != "IMG" {
			return a.ID
		}
		if a.Sector != "" && a.Sector == m.noun.sector || force && rd.r.classes["sector:"+a.Sector+"/uniformed"] != "" || strings.Contains(" "+strings.ToLower(a.Name)+" ", " "+m.noun.noun+" ") {
			return a.ID
		}
	}
	return ""
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
		m.ids = inOrder(ids[:2], before)
	}
}

// inOrder sorts actors by where they are mentioned last.
func inOrder(ids []string, before []*mention) []string {
	last := func(id string) int {
		for i, o := range slices.Backward(before) {
			if slices.Contains(o.ids, id) {
				return i
			}
		}
		return -1
	}
	slices.SortStableFunc(ids, func(a, b string) int { return last(a) - last(b) })
	return ids
}

// twoLeaders resolves "both presidents" to the last two people of different
// states that hold an office, named or only called by it.
func (rd *reading) twoLeaders(m *mention, before []*mention) bool {
	var ids, codes []string
	for i := len(before) - 1; i >= 0 && len(ids) < 2 && m.sent-before[i].sent <= 5; i-- {
		a := rd.officeHolder(before[i])
		if a != nil && !slices.Contains(codes, a.Code) && !slices.Contains(ids, a.ID) {
			ids, codes = append(ids, a.ID), append(codes, a.Code)
		}
	}
	if len(ids) < 2 {
		return false
	}
	slices.Reverse(ids)
	m.ids = ids
	return true
}

// officeHolder returns the person in the service of a state that a mention by name or by
// an office means, nil if it means none.
func (rd *reading) officeHolder(o *mention) *schema.Actor {
	if len(o.ids) != 1 || o.hidden || o.person == nil && (o.kind != mNominal || !single(o) || o.modifier) {
		return nil
	}
	a := rd.actors[o.ids[0]]
	if a == nil || a.Kind != schema.KindPerson || a.Sector != "GOV" && a.Sector != "MIL" {
		return nil
	}
	return a
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
