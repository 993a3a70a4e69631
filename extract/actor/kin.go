package actor

import "dyad/schema"

// formerKin takes the mark of what is over off a word of family: whoever "his ex-wife,
// the judge" is, she is a judge.
func (t *tie) formerKin(a *agentNoun) {
	if a.kin {
		t.former = false
	}
}

// families makes those who are only known as somebody's family what PLOVER calls
// elites, where they are of the family of who governs or did in a high office: "the
// president's wife", "the prime minister's sons". It runs when all mentions have their actors.
func (rd *reading) families() {
	for _, m := range rd.allMentions() {
		if !rd.ofFamily(m) || m.hidden || len(m.ids) != 1 {
			continue
		}
		a, head := rd.actors[m.ids[0]], rd.ownerOf(m)
		if a == nil || head == nil || head.Kind != schema.KindPerson || a.ID == head.ID || a.Sector != "" && a.Sector != "CVL" {
			continue
		}
		if a.Kind == schema.KindPerson && !a.Generic && (rd.r.byID[a.ID] != nil || rd.r.tables.agents[key(a.Role)] != nil && !rd.r.tables.agents[key(a.Role)].kin) {
			continue // known for something else
		}
		noun := rd.r.tables.agents[key(head.Role)]
		if high := rd.r.byID[head.ID] != nil || noun != nil && noun.office; high && (head.Sector == "GOV" || head.Sector == "ELI") {
			a.Sector = "ELI"
		}
	}
}

// ofFamily reports whether a noun, or the title of a name, is a word of family: "his
// relatives", "her son Emil Roth".
func (rd *reading) ofFamily(m *mention) bool {
	noun := m.noun
	if m.kind == mPerson {
		noun = rd.r.tables.agents[key(m.tie.office)]
	}
	return noun != nil && noun.kin
}

// ownerOf returns the person that a noun belongs to by name or pronoun, nil if none.
func (rd *reading) ownerOf(m *mention) *schema.Actor {
	if m.tie.by != nil && m.tie.by.person != nil {
		return rd.personActor(m.tie.by.person)
	}
	for _, o := range rd.sents[m.sent].mentions {
		if o.kind == mPronoun && o.first == m.first && o.same == nil && len(o.ids) == 1 {
			return rd.actors[o.ids[0]]
		}
	}
	return nil
}
