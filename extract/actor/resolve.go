package actor

import (
	"cmp"
	"strings"
)

// resolve gives every mention its actors, in text order: a mention can lean
// on those before it.
func (rd *reading) resolve() {
	list := rd.allMentions()
	for i, m := range list {
		if m.hidden || len(m.ids) > 0 {
			continue
		}
		switch m.kind {
		case mCountry:
			rd.resolveCountry(m)
		case mPlace:
			rd.resolvePeople(m)
		case mOrg:
			if rd.resolvePeople(m) {
				continue
			}
			if m.same != nil {
				m.ids = m.same.ids
				continue
			}
			if m.org != nil {
				m.ids = []string{rd.orgActor(m.org).ID}
				if s := rd.sents[m.sent]; m.org.e == nil && len(m.org.mentions) == 1 && m.modifier && s.argument(m.head) {
					m.confidence = weak // only somebody's employer
				}
				m.locative = rd.onPlatform(m)
			} else if m.e != nil && m.e.id != "" {
				m.ids = []string{rd.tableActor(m.e).ID}
			}
		case mRegion:
			if !rd.resolvePeople(m) {
				rd.resolveRegion(m)
			}
		case mPerson:
			if m.person != nil {
				m.ids = []string{rd.personActor(m.person).ID}
				if s := rd.sents[m.sent]; s.Rel(m.head) == "compound" && s.takenAt(m.last) != nil && s.taken[m.last].kind == mInstitution {
					m.confidence = weak // "the Castellano government"
				} else if rd.namesakeThing(s, m) {
					m.confidence = weak
				}
			}
		case mInstitution:
			rd.resolveInstitution(m, list[:i])
		case mNominal:
			if m.noun != nil && m.noun.label && rd.resolveLabel(m, list[:i]) {
				continue
			}
			rd.resolveNominal(m, list[:i])
		case mTakeUp:
			rd.resolveTakeUp(m, list[:i])
		case mPronoun:
			if m.same != nil {
				m.ids = m.same.ids
				continue
			}
			rd.resolvePronoun(m, list[:i])
		}
	}
}

// namesakeThing reports whether a name of a person is part of that of a thing: "the King
// Hussein Bridge", "a Kitty Hawk-class carrier".
func (rd *reading) namesakeThing(s *sentence, m *mention) bool {
	if s.word(m.last) == "-" {
		return s.word(m.last+1) == "class"
	}
	for i := m.last; i < m.last+2 && s.capital(i); i++ {
		if rd.r.classes[s.word(i)+"/namesake"] != "" {
			return true
		}
	}
	return false
}

// onPlatform reports whether the name of a medium that anybody writes in only says
// where something was written: "on Twitter", "a Facebook post". Its company acts
// where the name is subject or object, or belongs to a deed ("by Twitter").
func (rd *reading) onPlatform(m *mention) bool {
	s := rd.sents[m.sent]
	if rd.r.classes[s.word(m.first)+"/platform"] == "" {
		return false
	}
	h := s.firstConjunct(m.head)
	switch c := s.Child(h, "case"); s.Rel(h) {
	case "nsubj":
		return false
	case "obj", "obl":
		return c >= 0 && s.word(c) != "by" && s.word(c) != "against"
	}
	return true
}

// resolveInstitution gives a body of a state its id.
func (rd *reading) resolveInstitution(m *mention, before []*mention) {
	if len(m.ids) > 0 {
		return
	}
	if m.same != nil && m.same.org != nil {
		m.ids = []string{rd.orgActor(m.same.org).ID}
		return
	}
	rd.finishTie(m, before)
	if strings.HasPrefix(m.tie.org, "org:") && m.tie.code != "" && rd.r.tables.countries[m.tie.code] == nil {
		m.ids = []string{m.tie.org} // "NATO's command"
		return
	}
	code := m.tie.code
	if id := rd.bodyBefore(m, before); code == "" && id != "" {
		m.ids, m.rule = []string{id}, "same-body"
		return
	}
	if code == "" && !m.tie.foreign {
		if code = cmp.Or(rd.whereCode(m), rd.sayersCode(m), rd.sceneCode(m)); code == "" {
			code = rd.contextCode(m, before)
		}
		m.confidence -= 0.15
	}
	if rd.r.tables.countries[code] == nil {
		m.ids = []string{rd.groupActor(m, code).ID}
		return
	}
	if len(m.joint) > 0 {
		m.ids, m.rule = rd.jointBodies(m, code), jointRule
		return
	}
	if a := rd.formerGovernment(m, code); a != nil {
		m.ids = []string{a.ID}
		return
	}
	if a := rd.localBody(m, code, before); a != nil {
		m.ids = []string{a.ID}
		return
	}
	m.ids = []string{rd.bodyActor(code, m.inst.key).ID}
}

// bodyBefore finds the body that a vague noun takes up: "the ministry" after
// "the Foreign Ministry".
func (rd *reading) bodyBefore(m *mention, before []*mention) string {
	if !m.inst.weak || m.tie.by != nil {
		return ""
	}
	s := rd.sents[m.sent]
	noun := s.word(m.nameLast - 1)
	for i := len(before) - 1; i >= 0 && m.sent-before[i].sent <= 12; i-- {
		o := before[i]
		if o.kind != mInstitution && o.kind != mOrg || len(o.ids) != 1 {
			continue
		}
		if a := rd.actors[o.ids[0]]; a != nil && !a.Generic && strings.HasSuffix(strings.ToLower(a.Name), noun) {
			return a.ID
		}
	}
	return ""
}

// contextCode is the state that an unqualified noun belongs to: that of the
// last mention of the same noun, else the home state of the article, the nearer one
// of two.
func (rd *reading) contextCode(m *mention, before []*mention) string {
	for i := len(before) - 1; i >= 0; i-- {
		o := before[i]
		if m.sent-o.sent > 6 {
			break
		}
		if o.kind == m.kind && o.phrase == m.phrase && len(o.ids) == 1 && o.tie.by != nil {
			if a := rd.actors[o.ids[0]]; a != nil && a.Code != "" {
				return a.Code
			}
		}
	}
	code := cmp.Or(rd.nearestHome(m), rd.home)
	if !rd.settled[code] {
		return ""
	}
	return code
}

// nearestHome is the last state that the sentence names before a noun, where an article
// names it as much as the state that it is mostly about: a text of one sentence has no
// other home; "" elsewhere.
func (rd *reading) nearestHome(m *mention) string {
	code := ""
	if m.tie.sector == "REF" {
		return "" // refugees are seldom of who takes them in
	}
	s := rd.sents[m.sent]
	for _, o := range s.mentions {
		if rel := s.Rel(o.head); o.e == nil || o.last > m.first || rel == "obj" || rel == "iobj" {
			continue
		}
		if o.e.code == rd.home {
			code = ""
		} else if (o.kind == mCountry || o.kind == mPlace) && rd.weight[o.e.code] > 0 && rd.weight[o.e.code] >= rd.weight[rd.home] {
			code = o.e.code
		}
	}
	return code
}

// finishTie reads codes off people and organisations that a noun belongs to,
// now that those are known.
func (rd *reading) finishTie(m *mention, before []*mention) {
	rd.tieToPronoun(m, before)
	if m.tie.by == nil || m.tie.code != "" {
		return
	}
	switch o := m.tie.by; {
	case o.kind == mInstitution:
		if len(o.ids) == 0 {
			rd.resolveInstitution(o, before)
		}
		if a := rd.actors[first(o.ids)]; a != nil {
			m.tie.code, m.tie.country = a.Code, a.Country
		}
	case o.org != nil:
		m.tie.code, m.tie.country, m.tie.org = o.org.code, o.org.country, o.org.id
		if m.tie.sector == "" || m.tie.inherit && o.org.sector != "" {
			m.tie.sector = o.org.sector
		}
	case o.person != nil:
		if a := rd.personActor(o.person); a != nil {
			m.tie.code, m.tie.country = a.Code, a.Country
			if m.noun != nil && m.noun.follows && m.tie.sector == "" {
				m.tie.sector = followersOf(a.Sector)
			}
		}
	}
}

// followersOf is the sector of those who stand by somebody: of a party for who
// governs, of the opposition for who did or opposes.
func followersOf(sector string) string {
	switch sector {
	case "GOV", "PTY", "LEG":
		return "PTY"
	case "OPP", "ELI":
		return "OPP"
	}
	return ""
}

// tieToPronoun reads the state of "its ambassador", and the sector of "his
// counterpart", off what the pronoun takes up.
func (rd *reading) tieToPronoun(m *mention, before []*mention) {
	for _, o := range rd.sents[m.sent].mentions {
		if o.kind != mPronoun || o.first != m.first || o.same != nil && rd.sents[m.sent].word(o.first) != "whose" {
			continue
		}
		if o.same != nil {
			o.ids = o.same.ids
		} else {
			rd.resolvePronoun(o, before)
		}
		a := rd.actors[first(o.ids)]
		if a == nil || len(o.ids) > 1 {
			continue
		}
		if m.tie.by == nil && m.tie.code == "" && rd.ownedBy(m, rd.sents[m.sent].word(o.first), a) {
			m.tie.code, m.tie.country = a.Code, a.Country
		}
		if m.noun != nil && m.noun.inherit && m.tie.sector == "" {
			m.tie.sector = a.Sector // "his Greek counterpart" is a minister too
			if m.noun.follows {
				m.tie.sector = followersOf(a.Sector)
			}
		}
	}
}

func first(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return ids[0]
}

// resolveNominal resolves an agent noun: to somebody named before, to the
// organisation it belongs to, or to a group or person of this article.
func (rd *reading) resolveNominal(m *mention, before []*mention) {
	s := rd.sents[m.sent]
	if m.same != nil && m.same.person != nil {
		m.ids = []string{rd.personActor(m.same.person).ID}
		return
	}
	if m.same != nil && m.same.org != nil {
		m.ids = []string{rd.orgActor(m.same.org).ID}
		return
	}
	if rd.isPredicate(s, m) || rd.isBare(s, m) {
		return
	}
	if stands := m.noun.noun == "side" || m.noun.noun == "counterpart" && m.noun.plural; stands && rd.r.tables.countries[m.tie.code] != nil && m.tie.by != nil && m.tie.by.kind == mCountry {
		m.ids, m.rule = []string{rd.countryActor(m.tie.code).ID}, m.noun.noun
		return
	}
	if ids := rd.peopleApposed(m); ids != nil {
		m.ids, m.rule = ids, "apposition"
		return
	}
	rd.finishTie(m, before)
	rd.loosen(m)
	if !m.noun.plural && !m.noun.group && !m.noun.collective && (rd.definite(s, m) || m.noun.office) {
		if p, chance := rd.personTakenUp(m, before); p != nil {
			m.ids, m.rule, m.confidence = []string{rd.personActor(p).ID}, "nominal", min(m.confidence, 0.4+chance/2)
			return
		}
	}
	if id := rd.bodyTakenUp(m, before); id != "" {
		m.ids, m.rule = []string{id}, "take-up"
		return
	}
	if ids := rd.peopleNamed(m, before); ids != nil {
		m.ids, m.rule = ids, "apposition"
		return
	}
	if id := rd.groupBefore(m, before); id != "" {
		m.ids, m.rule = []string{id}, "same-group"
		return
	}
	if o := rd.organisationOf(m); o != "" {
		m.ids, m.rule = []string{o}, "member"
		return
	}
	code := cmp.Or(m.tie.code, m.tie.there, m.noun.code)
	if code == "" && m.tie.movement && !m.noun.weak && m.noun.sector != "REL" && m.noun.sector != "SOC" {
		code = "ISM"
	}
	teller, told := rd.toldBy(m)
	if code == "" && told {
		code = teller
	}
	if code == "" && !m.tie.foreign {
		code = cmp.Or(rd.senderCode(m), rd.whereCode(m), rd.sceneCode(m))
	}
	if code == "" && rd.backed(m) {
		code = rd.onlyScene(s)
	}
	if code == "" && !m.tie.foreign && !told && !rd.standsApart(m) {
		code = rd.contextCode(m, before)
		m.confidence -= 0.15
	}
	if len(m.joint) > 0 {
		m.ids, m.rule = rd.jointGroups(m), jointRule
	} else if id := rd.likeGroup(m, code, before); id != "" {
		m.ids, m.rule = []string{id}, "same-group"
	} else {
		m.ids = []string{rd.groupActor(m, code).ID}
	}
	if !s.argument(m.head) || m.modifier {
		m.confidence = weak
	}
}

// definite reports whether a noun phrase is about somebody known: "the minister",
// "this man", "his lawyer".
func (rd *reading) definite(s *sentence, m *mention) bool {
	switch s.word(m.first) {
	case "the", "that", "this", "his", "her", "their", "its":
		return true
	}
	return m.tie.by != nil && m.tie.by.last <= m.nameFirst
}

// namedBefore finds the person that "the minister" takes up: the last one
// before whose title has the noun and whose state fits, or, for an office,
// the one named later.
func (rd *reading) namedBefore(m *mention, before []*mention) *person {
	for i := len(before) - 1; i >= 0; i-- {
		o := before[i]
		if o.person == nil || m.sent-o.sent > 12 {
			continue
		}
		if rd.fits(o.person, m) {
			return o.person
		}
	}
	if !m.noun.office {
		return nil
	}
	for _, p := range rd.people {
		if rd.fits(p, m) {
			return p
		}
	}
	return nil
}

func (rd *reading) fits(p *person, m *mention) bool {
	a := rd.personActor(p)
	if m.tie.by != nil && m.tie.by.org != nil && (p.tie.by == nil || p.tie.by.org != m.tie.by.org) {
		return false // "the union's president" is not the president
	}
	if m.tie.code != "" && a.Code != m.tie.code || m.tie.former != p.tie.former && m.tie.former {
		return false
	}
	noun := m.noun.noun
	has := func(office string) bool { return sameOffice(office, noun) }
	if has(p.tie.office) {
		return true
	}
	if p.e != nil {
		for _, ten := range rd.active(p.e.id) {
			if has(ten.office) || noun == "leader" && (ten.sector == "GOV") {
				return true
			}
		}
	}
	return noun == "leader" && (p.tie.office == "president" || p.tie.office == "prime minister")
}

// sameOffice reports whether a noun can take an office up: "minister" the
// foreign minister, "foreign minister" a minister of foreign affairs.
func sameOffice(office, noun string) bool {
	if office == noun {
		return office != "head" || noun != "head"
	}
	if office == "prime minister" && noun == "premier" || office == "premier" && noun == "prime minister" {
		return true
	}
	return strings.HasSuffix(office, " "+noun) || strings.HasPrefix(office, noun+" of ") || strings.HasSuffix(noun, " "+office) && office != ""
}
