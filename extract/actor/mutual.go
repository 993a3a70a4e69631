package actor

import "dyad/schema"

// standsApart reports whether a noun without a state of its own has none
// either by where it is told of: analysts and critics, somebody's partners,
// and the ambassadors of member states. Those who are joined to others are at
// home with them: "the union's members and allies".
func (rd *reading) standsApart(m *mention) bool {
	return m.noun.mutual && rd.sents[m.sent].Rel(m.head) != "conj" || m.noun.stateless && (m.noun.plural || m.noun.group) || rd.ofMutual(m)
}

// loosen takes the state of whose partner somebody is off the noun: "its
// partners", "the allies of Peru", but not "Peruvian allies" and "allies of
// President Paz", who are at home where their leader is.
func (rd *reading) loosen(m *mention) {
	o := m.tie.by
	if !m.noun.mutual || o == nil || o.kind != mCountry || o.e.kind == kindDemonym {
		return
	}
	if s := rd.sents[m.sent]; o.first >= m.nameLast || s.word(o.last) == "'s" || s.word(o.last) == "'" {
		m.tie.code, m.tie.country = "", ""
	}
}

// ownedBy reports whether a noun that a pronoun belongs to is of the state of
// whom the pronoun takes up.
func (rd *reading) ownedBy(m *mention, word string, owner *schema.Actor) bool {
	if m.noun == nil || !m.noun.mutual {
		return true
	}
	return owner.Kind == schema.KindPerson && (word == "his" || word == "her") && m.noun.noun != "counterpart"
}

// ofMutual reports whether a group is tied by "of" to nouns that are of many
// states: "ambassadors of the member states".
func (rd *reading) ofMutual(m *mention) bool {
	s := rd.sents[m.sent]
	if s.word(m.last) != "of" {
		return false
	}
	for i := m.last + 1; i < len(s.Tokens) && i < m.last+5; i++ {
		if _, a, _ := rd.phraseAt(s, i); a != nil {
			return a.mutual && a.plural
		}
		if !s.isAny(i, "DET", "ADJ", "NUM", "PRON") {
			return false
		}
	}
	return false
}
