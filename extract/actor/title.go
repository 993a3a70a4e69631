package actor

import (
	"cmp"
	"slices"

	"dyad/schema"
)

// findTitles extends every person's name to the left by titles and what they
// belong to ("Russia's President Dmitry Medvedev") and reads appositions.
func (rd *reading) findTitles(si int) {
	s := rd.sents[si]
	rd.titledNames(si)
	for _, m := range slices.Clone(s.mentions) {
		if m.kind != mPerson || m.hidden {
			continue
		}
		rd.titlesBefore(s, m)
		rd.listedOffice(s, m)
		if w := s.word(m.last); m.tie.code == "" && (w == "of" || w == "from") {
			rd.complement(s, m.last, len(s.Tokens), &m.tie) // "King Hassan of Morocco"
		}
		if c := s.bracketed(m); c != "" && m.tie.code == "" {
			m.tie.code, m.tie.by = c, s.taken[m.last+1]
		}
		if o := s.takenAt(m.last + 1); s.word(m.last) == "(" && o != nil && o.e != nil && o.e.sector == "PTY" && s.word(o.last) == ")" && m.tie.by == nil {
			rd.tieTo(s, o, &m.tie) // "Ana Paz (ANC)"
		}
		rd.appositionAfter(s, m)
	}
}

// bracketed returns the state that stands in brackets behind a name: "Ana Paz
// (Peru)"; "" if none does.
func (s *sentence) bracketed(m *mention) string {
	if s.word(m.last) != "(" {
		return ""
	}
	o := s.takenAt(m.last + 1)
	if o == nil || o.kind != mCountry || o.e.kind != kindCountry || s.word(o.last) != ")" {
		return ""
	}
	return o.e.code
}

// titledNames makes persons of capitalised words after a title where the
// recogniser saw none: "Prime Minister Hun Manet".
func (rd *reading) titledNames(si int) {
	s := rd.sents[si]
	for i := 1; i < len(s.Tokens); i++ {
		if o := s.taken[i]; o != nil && o.kind == mPlace && o.last == i+1 && rd.r.words[s.word(i-1)] == "personal" {
			rd.dropPlace(o) // "Sheikh Sabah" is no region of Malaysia
		}
		if s.taken[i] != nil || !s.capital(i) || !s.isAny(i, "PROPN") {
			continue
		}
		if _, a := rd.agentEnding(s, i); a == nil || !a.title || a.plural || !s.capital(i-1) {
			continue
		}
		if j, a, in := rd.phraseAt(s, i); j > i && (a != nil || in != nil) {
			continue
		}
		if _, a := rd.agentEnding(s, i+1); a != nil {
			continue // the end of a longer title
		}
		if t, _ := rd.agentEnding(s, i); rd.r.words[s.word(t-1)] == "article" || rd.institutionWithin(s, t, i+1) || rd.r.tables.orgWords[s.word(i)] != "" {
			continue
		}
		last := i + 1
		for last < len(s.Tokens) && s.taken[last] == nil && s.capital(last) && s.isAny(last, "PROPN") {
			last++
		}
		m := &mention{kind: mPerson, sent: si, first: i, last: last, nameFirst: i, nameLast: last, rule: "title", confidence: 0.7}
		m.head = s.headOf(i, last)
		s.add(m)
	}
}

// dropPlace takes a place back that is a person's name.
func (rd *reading) dropPlace(m *mention) {
	m.hidden = true
	s := rd.sents[m.sent]
	for i := m.first; i < m.last; i++ {
		s.taken[i] = nil
	}
	rd.places = slices.DeleteFunc(rd.places, func(p schema.PlaceMention) bool { return p.Sentence == m.sent && p.First == m.first })
}

// institutionWithin reports whether a body of a state starts at the token and
// reaches beyond another: "General Staff" is no general.
func (rd *reading) institutionWithin(s *sentence, first, last int) bool {
	end, _, in := rd.phraseAt(s, first)
	return in != nil && end >= last
}

// titlesBefore walks left from a name over titles and their modifiers.
func (rd *reading) titlesBefore(s *sentence, m *mention) {
	i := m.nameFirst
	if b := s.beforeBracket(i); b < i {
		if _, a := rd.agentEnding(s, b); a != nil && a.title && !a.plural {
			i = b // "superintendent of police (SP) Ana Ruiz"
		}
	}
	for {
		if o := s.takenAt(i - 1); o != nil && o.kind == mCountry {
			break // "States" of "United States" is no title
		}
		j, a := rd.agentEnding(s, i)
		if a == nil || !a.title && !a.weak && !a.inherit && a.sector == "" || a.proper && !s.capital(j) || s.covered(j, i, m) {
			break
		}
		if a.plural {
			rd.shareTitle(s, m, j, i, a)
			return
		}
		m.tie.take(a, s.joined(j, i))
		i = j
	}
	if i == m.nameFirst && rd.listAfterTitle(s, m) {
		return
	}
	i = rd.longTitle(s, m, i)
	first := rd.modifiers(s, i, &m.tie, m)
	if i == m.nameFirst && m.tie.by == nil {
		return
	}
	m.widen(s, first)
}

// listAfterTitle shares a title in the plural with the names that a dash or
// colon lists behind it: "three deputies -- Ana Ruiz, Luis Paz and Eva Sol".
func (rd *reading) listAfterTitle(s *sentence, m *mention) bool {
	i := m.nameFirst - 1
	switch s.word(i) {
	case "--", "—", "–", ":":
	default:
		return false
	}
	for k := i; k > 0 && k > i-6; k-- {
		j, a := rd.agentEnding(s, k)
		if a == nil || !a.plural || !a.title || s.covered(j, k, m) {
			continue
		}
		t := tie{}
		if k < i && rd.complement(s, k, i, &t) != i {
			return false
		}
		t.take(a, s.joined(j, k))
		rd.modifiers(s, j, &t, m)
		rd.shareTie(s, m, t)
		return true
	}
	return false
}

// shareTitle gives a title in the plural to all the names of a list: "deputies
// Ana Ruiz, Luis Paz and Eva Sol".
func (rd *reading) shareTitle(s *sentence, m *mention, first, last int, a *agentNoun) {
	if !a.title && (a.sector == "" || a.group || a.collective) {
		return
	}
	t := tie{}
	t.take(a, s.joined(first, last))
	rd.modifiers(s, first, &t, m)
	for i := first; i < last; i++ {
		s.taken[i] = m // "Presidents" of "Presidents Ruiz and Paz" is nobody else
	}
	rd.shareTie(s, m, t)
}

// shareTie gives what is said of a list of names to each of them.
func (rd *reading) shareTie(s *sentence, m *mention, t tie) {
	for o := m; o != nil && o.kind == mPerson; {
		o.tie.merge(t)
		i := o.last
		if s.word(i) == "(" && s.word(i+2) == ")" {
			i += 3 // "deputies Ana Ruiz (PSD) and Luis Paz"
		}
		from := i
		for s.word(i) == "," || s.word(i) == "and" {
			i++
		}
		if i == from {
			return
		}
		o = s.takenAt(i)
	}
}

// take notes a title: the one nearest to the name that has a sector counts.
func (t *tie) take(a *agentNoun, office string) {
	t.female, t.male, t.former = t.female || a.female, t.male || a.male, t.former || a.former
	if a.courtesy || a.faith() {
		return
	}
	t.hold(tie{sector: a.sector, office: a.noun, inherit: a.inherit, yields: a.givesWay()})
}

// hold notes an office and its sector: the first that has a sector counts, but an
// office counts more than a rank or what anybody can be called.
func (t *tie) hold(o tie) {
	switch {
	case t.sector == "", t.yields && !o.yields && o.sector != "" && o.office != "", outranks(o, *t):
		if o.office != "" && (t.office == "" || o.sector != "") {
			t.office = o.office
		}
		t.sector, t.inherit, t.yields = o.sector, o.inherit, o.yields
	case t.office == "":
		t.office = o.office
	}
}

// covered reports whether tokens first to last belong to another person.
func (s *sentence) covered(first, last int, m *mention) bool {
	for i := first; i < last; i++ {
		if o := s.taken[i]; o != nil && o != m && (o.kind == mPerson || o.kind == mOrg || o.kind == mInstitution) {
			return true
		}
	}
	return false
}

// widen lets a mention begin at an earlier token. Mentions inside become
// modifiers.
func (m *mention) widen(s *sentence, first int) {
	m.first = first
	m.head = s.headOf(first, m.last)
	for i := first; i < m.last; i++ {
		if o := s.taken[i]; o != nil && o != m && o.kind != mPlace {
			o.modifier = true
		}
	}
	for i := first; i < m.last; i++ {
		if s.taken[i] == nil {
			s.taken[i] = m
		}
	}
}

// tieTo notes that a name belongs to the state, body or person of mention o;
// false if it cannot.
func (rd *reading) tieTo(s *sentence, o *mention, t *tie) bool {
	switch o.kind {
	case mCountry:
		if t.code == "" {
			t.code, t.by = o.e.code, o
		}
		if o.e.kind == kindSeat && t.sector == "" {
			t.sector = "GOV"
		}
	case mOrg:
		if rd.r.classes[s.word(o.first)+"/platform"] != "" && rd.r.classes[s.word(o.last)+"/onplatform"] != "" {
			return true // "Twitter users" write there
		}
		if t.by == nil || t.by.kind == mRegion && t.code == "" { // "the Africa director of the union"
			t.by = o
			if o.e != nil {
				t.org = o.e.id
				rd.tieOrg(o.e, t)
			}
		}
	case mInstitution:
		if t.by == nil {
			t.code, t.by = o.tie.code, o
		}
		if t.sector == "" {
			t.sector = o.inst.sector
		}
	case mPlace:
		if t.code == "" && o.e != nil {
			t.code, t.by = rd.placeCode(o), o
		}
	case mRegion:
		t.foreign = true
		if t.code == "" {
			t.code, t.by = o.e.code, o
		}
	case mPerson:
		if t.by == nil {
			t.by = o
		}
	default:
		return false
	}
	return true
}

// placeCode returns the state of a place or people. A people that lives in
// several states belongs to the home state of an article that does not name
// the other.
func (rd *reading) placeCode(o *mention) string {
	if o.e.kind == kindPlaceDemonym && !rd.named[o.e.code] && rd.home != "" {
		return rd.home
	}
	return o.e.code
}

func (rd *reading) tieOrg(e *entry, t *tie) {
	if t.code == "" {
		t.code, t.country = e.code, e.country
	}
	if t.sector == "" || t.inherit && e.sector != "" {
		t.sector = e.sector
	}
}

// appositionAfter reads ", the head of the academy," after a name.
func (rd *reading) appositionAfter(s *sentence, m *mention) {
	i := m.last
	if j := s.behindBracket(i); s.word(j) == "," {
		i = j // "Ana Paz (53), a minister"
	}
	if s.word(i) != "," && s.word(i) != "(" || s.quoted(i, min(i+2, len(s.Tokens))) {
		return
	}
	when := rd.r.classes[s.word(i+1)+"/when"] // "once the ambassador to Kenya"
	if when != "" {
		i++
	}
	if i+1 < len(s.Tokens) && s.Tokens[i+1].XPOS == "VBG" { // "founding managing director", where "managing" is no such word
		_, own, _ := rd.phraseAt(s, i+1)
		if _, a, _ := rd.phraseAt(s, i+2); own == nil && a != nil {
			i++
		}
	}
	if last, a, _ := rd.phraseAt(s, i+1); s.isAny(i+1, "ADP", "CCONJ", "SCONJ", "ADV", "VERB", "AUX") && (a == nil || last < i+3) {
		return
	}
	for j := i + 1; j < len(s.Tokens) && j < i+14; j++ {
		w := s.word(j)
		last, a, _ := rd.phraseAt(s, j)
		if w == "," || w == "." || w == ")" || w == "who" || w == "whose" || w == "which" || s.isAny(j, "AUX", "PRON") && w != "its" && w != "his" && w != "her" ||
			s.isAny(j, "VERB") && s.Rel(j) != "amod" && !s.attributive(j) && (a == nil || last < j+2) || s.isAny(j, "CCONJ") || s.taken[j] != nil && s.taken[j].kind == mPerson {
			return
		}
		if a == nil || a.plural && !(s.word(i+1) == "one" && s.word(i+2) == "of") || a.courtesy || last <= j || s.taken[j] != nil || s.nounFollows(last) {
			continue
		}
		if s.titles(last) {
			return
		}
		t := tie{}
		first := rd.modifiers(s, j, &t, &mention{kind: mNominal, noun: a, nameFirst: len(s.Tokens)})
		if first > i+1 && s.taken[first] != nil {
			continue
		}
		t.former = t.former || when == "former"
		t.take(a, "")
		end := max(last, rd.complement(s, last, len(s.Tokens), &t))
		if o := s.takenAt(last); t.by == nil && t.code == "" && o != nil && o.kind == mOrg && o.first == last {
			rd.tieTo(s, o, &t) // "Ana Paz, Director WWF Congo"
		}
		m.tie.merge(t)
		rd.sameActor(s, m, first, end, s.headOf(j, last))
		return
	}
}

// titles reports whether a noun that ends before token i is, or is joined to, the title
// of a name behind it: "finance minister and party member Ana Ruiz".
func (s *sentence) titles(i int) bool {
	if s.word(i) != "and" {
		return false
	}
	for i++; i < len(s.Tokens); i++ {
		if p := s.personAt(i); p != nil {
			return p.first <= i && (s.isAny(i-1, "NOUN") || p.nameFirst > i)
		}
		if !s.isAny(i, "NOUN", "PROPN", "ADJ") {
			return false
		}
	}
	return false
}

// attributive reports whether a participle stands between an article or
// possessor and a noun, whatever the tree says: "Chad's leading activist".
func (s *sentence) attributive(i int) bool {
	return (s.word(i-1) == "'s" || s.isAny(i-1, "DET", "ADJ")) && s.isAny(i+1, "NOUN", "ADJ")
}

// sameActor makes a mention of a noun phrase that names m once more.
func (rd *reading) sameActor(s *sentence, m *mention, first, last, head int) {
	o := &mention{kind: mNominal, sent: m.sent, first: first, last: last, nameFirst: first, nameLast: last, head: head, same: m, rule: "apposition", confidence: 0.8}
	for i := first; i < last; i++ {
		if t := s.taken[i]; t != nil {
			t.modifier = true
			continue
		}
		s.taken[i] = o
	}
	s.mentions = append(s.mentions, o)
}

// nounFollows reports whether the noun before token i only modifies another.
func (s *sentence) nounFollows(i int) bool {
	return i < len(s.Tokens) && s.isAny(i, "NOUN") && s.Tokens[i-1].UPOS != "PROPN"
}

// merge adds what another part of the text says of the same actor.
func (t *tie) merge(o tie) {
	if t.code == "" {
		t.code, t.country = o.code, o.country
	}
	if t.by == nil {
		t.by = o.by
	}
	if t.org == "" {
		t.org = o.org
	}
	t.origin, t.born = cmp.Or(t.origin, o.origin), cmp.Or(t.born, o.born)
	t.hold(o)
	t.former = t.former || o.former
	t.female = t.female || o.female
	t.male = t.male || o.male
}
