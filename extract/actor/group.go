package actor

import (
	"cmp"
	"slices"
	"strings"

	"dyad/schema"
)

// isPredicate reports whether a singular noun only says what somebody is or
// becomes: "he is a member", "appointed as minister".
func (rd *reading) isPredicate(s *sentence, m *mention) bool {
	if m.noun.plural || m.noun.group || m.noun.collective {
		return false
	}
	for _, h := range []int{m.head, s.firstConjunct(m.head)} {
		if h != m.head && (!s.isAny(h, "NOUN") || m.tie.by != nil && m.tie.by.kind == mCountry) {
			return false // a clause is joined, or somebody else: "they are Peru's president and Chile's king"
		}
		if s.Child(h, "cop") >= 0 || s.Rel(h) == "xcomp" || rd.called(s, h) {
			return true
		}
		if p := s.Child(h, "case"); p >= 0 && s.word(p) == "as" {
			return true
		}
	}
	return false
}

// called reports whether the noun at token h says what somebody is taken for: "is considered
// a fugitive", "was named director".
func (rd *reading) called(s *sentence, h int) bool {
	verb := s.Tokens[h].Head
	if s.Rel(h) != "obj" || verb < 0 || verb > h || rd.r.classes[s.word(verb)+"/takenfor"] == "" {
		return false
	}
	k := s.Child(verb, "nsubj")
	return k >= 0 && s.Tokens[k].DepRel == "nsubj:pass"
}

// weak is the confidence of mentions that alone make no actor.
const weak = 0.45

// argument reports whether the token is an argument of a verb, or joined to one.
func (s *sentence) argument(h int) bool {
	h = s.firstConjunct(h)
	switch s.Rel(h) {
	case "nsubj", "obj", "iobj", "obl", "root", "csubj", "vocative", "parataxis":
		return true
	}
	return s.Tokens[h].DepRel == "nmod:poss"
}

// groupBefore finds the group that a bare noun takes up: "the lawmakers" after
// "three opposition lawmakers".
func (rd *reading) groupBefore(m *mention, before []*mention) string {
	if m.tie.by != nil || m.tie.code != "" || m.tie.former || len(rd.groupWordsBefore(m)) > 0 {
		return ""
	}
	for i := len(before) - 1; i >= 0 && m.sent-before[i].sent <= 60; i-- {
		o := before[i]
		if o.kind != mNominal || o.noun == nil || o.noun.plural != m.noun.plural || len(o.ids) != 1 || !rd.sameNoun(o.noun, m.noun) || rd.elsewhere(o, m) {
			continue
		}
		if a := rd.actors[o.ids[0]]; a != nil && a.Generic {
			return a.ID
		}
	}
	return ""
}

// likeGroup finds the group that a noun with words of its own takes up once
// more: one of the same state and sector with the same last word or one that
// means the same ("the striking workers" after "university employees"), or one
// that bears arms as it does ("gangsters" after "the gang members"): an article
// seldom speaks of two such. Not where they belong to two organisations or people.
func (rd *reading) likeGroup(m *mention, code string, before []*mention) string {
	if !m.noun.plural && !m.noun.group && !m.noun.collective || rd.others(m) {
		return ""
	}
	sector := m.tie.sector
	if m.tie.former {
		sector = formerly(sector)
	}
	for i := len(before) - 1; i >= 0; i-- {
		o := before[i]
		if o.kind != mNominal || o.noun == nil || len(o.ids) != 1 || !o.noun.plural && !o.noun.group && !o.noun.collective {
			continue
		}
		if walkOfLife(sector) != "armed" && lastWord(o.noun.noun) != lastWord(m.noun.noun) && !rd.sameNoun(o.noun, m.noun) {
			continue
		}
		a := rd.actors[o.ids[0]]
		if a != nil && a.Generic && a.Kind == schema.KindGroup && a.Code == code && a.Sector == sector && !twoOwners(o.tie.by, m.tie.by) && !rd.elsewhere(o, m) {
			return a.ID
		}
	}
	return ""
}

// others reports whether a noun phrase says that it means further people of a
// kind: "other officials".
func (rd *reading) others(m *mention) bool {
	s := rd.sents[m.sent]
	for i := m.first; i < m.nameFirst; i++ {
		if rd.r.classes[s.word(i)+"/further"] != "" {
			return true
		}
	}
	return false
}

// twoOwners reports whether two nouns belong to different organisations or
// people.
func twoOwners(a, b *mention) bool {
	if a == nil || b == nil {
		return false
	}
	return a.org != b.org || a.person != b.person
}

// elsewhere reports whether a noun means others than one before it: both have a phrase that
// says where they are or what they know about, with two names, or the second with a noun
// that takes no place up: "doctors in Mombasa" after "doctors in Nairobi", "experts in
// trade" after "experts in Kigali", but not "the doctors in the city".
func (rd *reading) elsewhere(before, m *mention) bool {
	o, p := rd.wherePhrase(before), rd.wherePhrase(m)
	if o < 0 || p < 0 {
		return false
	}
	a, b := rd.sents[before.sent], rd.sents[m.sent]
	if !a.isAny(o, "PROPN") || a.word(o) == b.word(p) {
		return false
	}
	if b.isAny(p, "PROPN") {
		return true
	}
	return b.isAny(p, "NOUN") && b.Child(p, "det") < 0 && b.Child(p, "nmod:poss") < 0 && b.word(m.first) != "the"
}

// wherePhrase is the head of the phrase of place right behind a noun, -1 if it has none.
func (rd *reading) wherePhrase(m *mention) int {
	s := rd.sents[m.sent]
	if rd.r.classes[s.word(m.nameLast)+"/place"] == "" {
		return -1
	}
	h := s.Tokens[m.nameLast].Head
	if h <= m.nameLast || s.Tokens[h].Head < 0 || s.Rel(h) != "nmod" || s.Tokens[h].Head < m.nameFirst || s.Tokens[h].Head >= m.nameLast {
		return -1
	}
	return h
}

func lastWord(noun string) string { return noun[strings.LastIndexByte(noun, ' ')+1:] }

// sameNoun reports whether a noun takes another up: the same, its last word,
// or in the plural one that means the same.
func (rd *reading) sameNoun(long, short *agentNoun) bool {
	if long.noun == short.noun || strings.HasSuffix(long.noun, " "+short.noun) {
		return true
	}
	if !short.plural && !short.group {
		return false
	}
	last := lastWord(long.noun)
	for _, set := range rd.r.synonyms[short.noun] {
		if slices.Contains(rd.r.synonyms[long.noun], set) || slices.Contains(rd.r.synonyms[last], set) {
			return true
		}
	}
	return false
}

// groupWordsBefore are the words that modify a noun beyond articles and numbers.
func (rd *reading) groupWordsBefore(m *mention) []string {
	s := rd.sents[m.sent]
	var out []string
	for i := m.first; i < m.nameFirst; i++ {
		if !rd.emptyWord(s, i) {
			out = append(out, s.Tokens[i].Form)
		}
	}
	return out
}

// emptyWord reports whether a word before a noun names no group.
func (rd *reading) emptyWord(s *sentence, i int) bool {
	w, next := s.word(i), s.word(i+1)
	if w == "-" && s.tight(i) {
		return false // "Swiss-backed"
	}
	if w == "year" && s.word(i-1) == "-" && next == "-" || w == "old" && s.word(i-1) == "-" && s.word(i-2) == "year" {
		return true // "34-year-old"
	}
	if w == "at" && (next == "least" || next == "most") || next == "than" || w == "than" || w == "up" && next == "to" || w == "to" && s.word(i-1) == "up" {
		return true // how exact a number is
	}
	if s.isAny(i, "NUM") && s.word(i-1) == "-" && s.tight(i-1) && s.capital(i-2) {
		return false // "MS-13 members"
	}
	return s.isAny(i, "DET", "NUM", "PRON", "PUNCT", "ADV", "SCONJ") || rd.r.words[w] == "quantity" || rd.r.words[w] == "article" ||
		rd.r.classes[w+"/measure"] != "" || w == "of" && i > 0 && rd.r.classes[s.word(i-1)+"/measure"] != ""
}

// organisationOf returns the organisation that a group simply stands for: the
// officers and delegations of an organisation of states, the fighters of an armed one.
func (rd *reading) organisationOf(m *mention) string {
	if m.tie.org == "" || m.tie.by == nil || m.tie.by.kind != mOrg || m.tie.former {
		return ""
	}
	if !m.noun.plural && !m.noun.group && !m.noun.collective {
		return ""
	}
	if o := m.tie.by.org; o != nil && bearsArms(m.noun.sector) && bearsArms(o.sector) {
		return rd.orgActor(o).ID
	}
	switch m.tie.code {
	case "IGO", "EUR", "UNO", "IMG":
		switch m.noun.sector {
		case "GOV", "MIL", "":
			return m.tie.org
		}
	}
	return ""
}

// bearsArms reports whether a sector is that of those who fight for no state.
func bearsArms(sector string) bool { return sector == "REB" || sector == "UAF" }

// groupActor returns the actor of a noun phrase without a proper name. It
// belongs to this article alone.
func (rd *reading) groupActor(m *mention, code string) *schema.Actor {
	words, kind := rd.groupWords(m), schema.KindGroup
	kin := rd.kinWords(m)
	words = cmp.Or(kin, words)
	if m.kind == mNominal && !m.noun.plural && !m.noun.group && !m.noun.collective {
		kind = schema.KindPerson
	}
	if m.kind == mInstitution {
		kind = schema.KindOrganization
	}
	sector := m.tie.sector
	if m.tie.former {
		sector = formerly(sector)
	}
	id := schema.ID("group", rd.doc.Article.ID, strings.ToLower(words), code, sector)
	if a := rd.actors[id]; a != nil {
		return a
	}
	a := &schema.Actor{ID: id, Name: words, Kind: kind, Code: code, Country: m.tie.country, Sector: sector, Generic: true, Role: m.tie.office}
	if rd.r.tables.countries[code] != nil {
		a.Country = code
		if d := rd.r.tables.demonym[code]; m.tie.by == nil && d != "" && kin == "" && !rd.backed(m) {
			a.Name = d + " " + words
		}
	}
	if s := rd.sents[m.sent]; kind == schema.KindGroup && !(sector == "JRN" && rd.r.classes[s.word(m.last)+"/place"] != "") { // "told reporters in Geneva"
		long := *m
		if long.last = rd.extent(s, m); long.last > m.last {
			a.Name = rd.groupWords(&long)
		}
	}
	rd.actors[id] = a
	return a
}

// backed reports whether the words of a group begin with who stands behind it:
// "Swiss-backed rebels", before whom no other state belongs.
func (rd *reading) backed(m *mention) bool {
	s := rd.sents[m.sent]
	for i := m.first; i < m.nameFirst; i++ {
		if o := s.taken[i]; o != nil && o != m {
			return rd.onBehalf(s, o)
		}
		if !rd.emptyWord(s, i) {
			return false
		}
	}
	return false
}

// groupWords are the words of a noun phrase that name the group: without
// articles, numbers and pronouns.
func (rd *reading) groupWords(m *mention) string {
	s := rd.sents[m.sent]
	var out []string
	for i := m.first; i < m.last; i++ {
		if i < m.nameFirst && rd.emptyWord(s, i) {
			continue
		}
		w := s.Tokens[i].Form
		if w == "-" && len(out) == 0 {
			continue // behind a number
		}
		if i == 0 && i == m.head && m.kind == mNominal && !isAcronym(w) {
			w = s.word(i) // only the sentence gives it a capital
		}
		out = append(out, w)
	}
	return strings.NewReplacer(" 's", "'s", " ’s", "’s", " - ", "-", " ,", ",").Replace(strings.Join(out, " "))
}

// isBare reports whether a singular noun stands without an article or
// anything else before it: "appeared as witness", "took hostage"; or behind those whom
// it is said of.
func (rd *reading) isBare(s *sentence, m *mention) bool {
	if m.noun.plural || m.noun.group || m.noun.collective || s.Headline {
		return false
	}
	if i := m.nameFirst - 1; rd.r.classes[s.word(m.nameFirst)+"/captive"] != "" && i >= m.first && (s.Tokens[i].XPOS == "NNS" || s.word(i) == "crew" || s.word(i) == "family") {
		return true // "held 20 passengers hostage"
	}
	return m.first == m.nameFirst && m.tie.by == nil && m.tie.code == "" && s.word(m.first-1) != "'s"
}
