package actor

import "strings"

// findApposedOrgs joins names to the nouns for bodies and companies that stand in
// apposition to them or are said of them: "Volgamash, a Russian state company".
// What the recogniser took for a place or a person is an organisation then, and
// the noun tells its state and walk of life.
func (rd *reading) findApposedOrgs(si int) {
	s := rd.sents[si]
	rd.joinBodies(s)
	for i := range s.Tokens {
		if !s.isAny(i, "NOUN") || s.Rel(i) != "appos" && s.Child(i, "cop") < 0 {
			continue
		}
		sector, ok := rd.bodyNoun(s, i)
		if !ok {
			continue
		}
		o := s.takenAt(s.Tokens[i].Head)
		if s.Rel(i) != "appos" {
			o = s.takenAt(s.Child(i, "nsubj"))
		}
		if o == nil || o.e != nil || o.hidden || o.last > i || !rd.canBeOrg(s, o) {
			continue
		}
		if o.kind == mPlace {
			rd.dropPlace(o)
			o.hidden = false
			for k := o.first; k < o.last; k++ {
				s.taken[k] = o
			}
		}
		o.kind = mOrg
		m, t := s.taken[i], tie{}
		if m == nil || m.kind != mNominal {
			rd.modifiers(s, i, &t, &mention{kind: mNominal})
		} else if m.same == nil {
			t, m.same, m.rule = m.tie, o, "apposition"
		}
		if t.sector = sector; o.tie.code == "" {
			o.tie.merge(t)
		}
	}
}

// joinBodies joins nouns for bodies to the names of the tables that they stand in
// apposition to: "the Awami League, the ruling party".
func (rd *reading) joinBodies(s *sentence) {
	for _, m := range s.mentions {
		if m.same != nil || m.kind != mInstitution && (m.kind != mNominal || !m.noun.collective || m.noun.plural) || s.Rel(m.head) != "appos" {
			continue
		}
		o := s.takenAt(s.Tokens[m.head].Head)
		if o == nil || o.kind != mOrg || o.hidden || o.e == nil || o.last != m.first-1 || s.word(o.last) != "," {
			continue
		}
		if (m.tie.code == "" || m.tie.code == o.e.code) && (m.kind == mNominal || m.inst.sector == o.e.sector) {
			m.same, m.rule = o, "apposition"
		}
	}
}

// bodyNoun returns the walk of life of a noun for one body or company; false if
// token i is no such noun.
func (rd *reading) bodyNoun(s *sentence, i int) (string, bool) {
	w := s.word(i)
	if _, a := rd.agentEnding(s, i+1); a != nil && a.collective && !a.plural {
		return a.sector, true
	}
	if v := rd.r.tables.orgWords[w]; v != "" && !rd.r.tables.topics[w] && !rd.r.tables.endings[w] && s.Tokens[i].XPOS != "NNS" {
		if rd.r.tables.vague[w] || s.word(i+1) == "of" {
			v = "" // "a group of miners"
		}
		return v, true
	}
	switch v := rd.r.classes[w+"/bodynoun"]; v {
	case "":
	case "bodynoun": // no sector of its own
		return "", true
	default:
		return v, true
	}
	return "", rd.r.classes[w+"/orgnoun"] != ""
}

// canBeOrg reports whether a name can be that of an organisation.
func (rd *reading) canBeOrg(s *sentence, o *mention) bool {
	switch o.kind {
	case mOrg:
		return true
	case mPlace:
		return !s.shouted(o)
	case mPerson:
		return o.first == o.nameFirst && !rd.isGivenName(s, o)
	}
	return false
}

// isGivenName reports whether a name begins with a given name.
func (rd *reading) isGivenName(s *sentence, o *mention) bool {
	w := s.word(o.nameFirst)
	return rd.r.classes[w+"/givenname"] != "" || rd.r.classes[w+"/woman"] != "" || rd.r.classes[w+"/man"] != ""
}

// shouted reports whether a name is all in capitals, as the place is where a report
// comes from: "KUALA LUMPUR (Reuters)".
func (s *sentence) shouted(o *mention) bool {
	for i := o.first; i < o.last; i++ {
		if f := s.folded[i]; f != strings.ToUpper(f) {
			return false
		}
	}
	return o.first == 0
}
