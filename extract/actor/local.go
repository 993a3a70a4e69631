package actor

import (
	"strings"

	"dyad/schema"
)

// localBack is how many sentences before a body without a place may name one.
const localBack = 6

// localBody is the body of a part of a state: of the place that it is tied to
// ("the Ontario government", "the police of Lima"), or, for one that nothing is
// tied to, that of the same kind named last; nil if it is one of the state.
func (rd *reading) localBody(m *mention, code string, before []*mention) *schema.Actor {
	if rd.placeOf(m) != "" {
		return rd.localActor(m, code)
	}
	if m.tie.by != nil {
		return nil
	}
	var only *mention
	for i := len(before) - 1; i >= 0; i-- {
		o := before[i]
		if o.kind != mInstitution || o.inst.key != m.inst.key || len(o.ids) != 1 || o.tie.by == nil {
			continue
		}
		if only = o; m.sent-o.sent > localBack {
			only = nil
		}
		break
	}
	if only == nil && m.inst.key != "gov" {
		only = rd.onlyLocal(m.inst, code)
	}
	if only == nil || rd.placeOf(only) == "" || only.tie.code != code {
		return nil
	}
	return rd.localActor(only, code)
}

// onlyLocal returns the first mention of a kind of body if all that are tied to
// something are tied to one place, and that of the state is not named.
func (rd *reading) onlyLocal(in *institution, code string) *mention {
	var only *mention
	for _, o := range rd.all(mOrg) {
		if o.e != nil && o.e.id == "org:"+strings.ToLower(code)+"-"+in.key {
			return nil
		}
	}
	for _, o := range rd.all(mInstitution) {
		switch {
		case o.inst.key != in.key || o.tie.by == nil || o.hidden:
		case only == nil:
			only = o
		case rd.placeOf(o) != rd.placeOf(only):
			return nil
		}
	}
	return only
}

// localActor is the actor of a body that is tied to a place.
func (rd *reading) localActor(m *mention, code string) *schema.Actor {
	s := rd.sents[m.sent]
	first := m.first
	for first < m.nameFirst && rd.emptyWord(s, first) {
		first++
	}
	return rd.put(&schema.Actor{
		ID: "org:" + strings.ToLower(code) + "-" + m.inst.key + "-" + schema.Slug(rd.placeOf(m)), Name: rd.text(s, first, m.last),
		Kind: schema.KindOrganization, Code: code, Country: code, Sector: m.inst.sector,
	})
}

// placeOf returns the name of the place that a body is tied to, "" if it is tied
// to a state or to nothing. A regime is that of a state, whatever city it is
// called by.
func (rd *reading) placeOf(m *mention) string {
	o, s := m.tie.by, rd.sents[m.sent]
	if o == nil || o.kind != mPlace || s.word(m.nameLast-1) == "regime" || o.first > m.nameLast && s.word(m.nameLast) != "of" {
		return ""
	}
	return rd.text(s, o.first, o.last)
}

// formerGovernment is the government of somebody who has left office ("the Obama
// administration"), which is not that of the day; nil for any other body.
func (rd *reading) formerGovernment(m *mention, code string) *schema.Actor {
	if m.inst.key != "gov" || m.tie.by == nil || m.tie.by.person == nil {
		return nil
	}
	p := rd.personActor(m.tie.by.person)
	if p.Sector != "ELI" || p.Code != code {
		return nil
	}
	s := rd.sents[m.sent]
	first := m.first
	for first < m.nameFirst && rd.emptyWord(s, first) {
		first++
	}
	return rd.put(&schema.Actor{
		ID: "org:" + strings.ToLower(code) + "-gov-" + schema.Slug(p.Name), Name: rd.text(s, first, m.last),
		Kind: schema.KindOrganization, Code: code, Country: code, Sector: "ELI",
	})
}
