package actor

import "slices"

// jointRule is the rule of mentions that name one group of each of several states.
const jointRule = "joint"

// joinStates takes the demonyms into a noun phrase in the plural or one for bodies that a
// list before it shares with its own: "Chilean" in "Chilean and Peruvian sailors" means Chilean
// sailors and Peruvian ones; "Chile and Peruvian sailors" does not.
func (rd *reading) joinStates(s *sentence, m *mention) {
	own := m.tie.by
	if m.kind != mInstitution && (m.kind != mNominal || !m.noun.plural) || own == nil || own.kind != mCountry && own.kind != mRegion || own.first != m.first {
		return
	}
	for i := m.first - 1; i > 0; i = m.first - 1 {
		if w := s.word(i); w != "and" && w != "," && w != "or" {
			break
		}
		if i > 1 && s.word(i) == "and" && s.word(i-1) == "," {
			i--
		}
		o := s.takenAt(i - 1)
		if o == nil || o.kind != mCountry || o.last != i || o.e.kind > kindDemonym || !rd.sharesNoun(s, o, m) {
			break
		}
		m.joint = append(m.joint, o)
		m.first = o.first
	}
	if len(m.joint) > 0 && m.first > 0 && s.taken[m.first-1] == nil && rd.r.words[s.word(m.first-1)] == "article" {
		m.first--
	}
	slices.Reverse(m.joint)
}

// sharesNoun reports whether the name of a state or a demonym that a list joins to the
// one at the beginning of a noun phrase stands before the same noun: a demonym does, a
// name only where it is short for one.
func (rd *reading) sharesNoun(s *sentence, o, m *mention) bool {
	if o.e.kind == kindCountry {
		return isAcronym(s.folded[o.first])
	}
	h := s.Tokens[o.head].Head
	return s.isAny(o.head, "ADJ") || (s.Rel(o.head) == "amod" || s.Rel(o.head) == "compound") && h >= m.nameFirst && h < m.last
}

// jointBodies returns the bodies of a kind that several states share a noun for.
func (rd *reading) jointBodies(m *mention, code string) []string {
	var ids []string
	for _, o := range m.joint {
		ids = append(ids, rd.bodyActor(o.e.code, m.inst.key).ID)
	}
	return append(ids, rd.bodyActor(code, m.inst.key).ID)
}

// jointGroups returns the groups of a noun that several states share, in text order;
// bodies of states where the noun is the plural of one: "the Greek and Turkish
// governments".
func (rd *reading) jointGroups(m *mention) []string {
	in := rd.r.tables.institutions[key(m.noun.noun)]
	group := func(m *mention, code string) string {
		if in != nil && rd.r.tables.countries[code] != nil {
			return rd.bodyActor(code, in.key).ID
		}
		return rd.groupActor(m, code).ID
	}
	var ids []string
	own := *m
	own.first, own.joint = m.tie.by.first, nil
	for _, o := range m.joint {
		other := own
		other.first, other.tie.by = own.tie.by.last, nil
		other.tie.code, other.tie.country = o.e.code, ""
		ids = append(ids, group(&other, o.e.code))
	}
	return append(ids, group(&own, own.tie.code))
}
