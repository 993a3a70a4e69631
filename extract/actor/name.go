package actor

import (
	"strings"

	"dyad/extract/nlp"
	"dyad/schema"
)

// findNames finds the names of a sentence: those of the tables and those that
// the entity recogniser adds. The recogniser wins where it sees a longer name
// around one of the tables ("George Washington").
func (rd *reading) findNames(si int) {
	s := rd.sents[si]
	for i := 0; i < len(s.Tokens); {
		last, es := rd.r.names.longest(s.folded, i)
		if es == nil || !s.plausible(i, last) || rd.articleBefore(s, i, last) {
			i++
			continue
		}
		if end := rd.jointBody(si, i); end > i {
			i = end
			continue
		}
		if ent := s.entityOver(i, last); ent != nil && rd.insideName(si, *ent, i, last, es) {
			i = max(i+1, ent.Last)
			continue
		}
		rd.addEntry(si, i, last, es)
		i = last
	}
	for _, ent := range s.Entities {
		rd.addEntity(si, ent)
	}
}

// plausible says whether a match of the tables can be a name at all: lower
// case is left to names written so, and a single word must be tagged like a name.
func (s *sentence) plausible(first, last int) bool {
	switch s.word(last) {
	case "$", "dollar", "dollars":
		return false
	}
	if !s.capital(first) && last-first == 1 && len(s.folded[first]) < 6 {
		return false
	}
	if last-first > 1 {
		return true
	}
	switch s.Tokens[first].UPOS {
	case "VERB", "AUX", "ADV", "DET", "ADP", "CCONJ", "SCONJ", "NUM":
		return false
	case "PRON":
		return s.folded[first] == "US" && s.Tokens[first].XPOS != "PRP" || s.folded[first] == "US" && !s.shouting()
	}
	return true
}

// shouting reports whether the sentence is all in capitals.
func (s *sentence) shouting() bool {
	for i, f := range s.folded {
		if f != s.lower[i] && len(f) > 3 && f[1] >= 'a' {
			return false
		}
	}
	return true
}

// entityOver returns the entity that holds the tokens and more, nil if none.
func (s *sentence) entityOver(first, last int) *nlp.Entity {
	for k := range s.Entities {
		e := &s.Entities[k]
		if e.First <= first && last <= e.Last && e.Last-e.First > last-first {
			return e
		}
	}
	return nil
}

// insideName decides whether a match inside a longer entity is only a part of
// that name. It is then kept as a hint of whose it is.
func (rd *reading) insideName(si int, ent nlp.Entity, first, last int, es []*entry) bool {
	s := rd.sents[si]
	switch es[0].kind {
	case kindPerson:
		return ent.Type == "PER" && rd.givenOnly(s, first, last, ent) || ent.Type == "ORG" && rd.calledAfter(s, last, ent)
	case kindOrg:
		if ent.Type == "PER" && first > ent.First && last-first == 1 && !isAcronym(s.folded[first]) {
			return true // "Hans Wagner"
		}
		return ent.Type == "ORG" && s.word(last) != "'s" && !rd.ofItsState(s, last, ent.Last, es) && !rd.onlyOrgWords(s, last, ent.Last) && !rd.personNoun(s, ent.First, ent.Last)
	}
	switch ent.Type {
	case "PER":
		if first == ent.First && rd.placeOfOffice(s, first, last, ent.Last, es[0]) {
			return false
		}
		return last > rd.stripTitle(s, ent.First, ent.Last)
	case "ORG":
		if rd.institutionOf(s, ent.First, ent.Last) != nil || rd.personNoun(s, ent.First, ent.Last) || rd.ofNamesake(s, ent, first) {
			return false
		}
		if j, rest := rd.r.names.longest(s.folded, last); rest != nil && j == ent.Last && j > last+1 && rest[0].kind == kindOrg && rest[0].code == es[0].code {
			return false // "U.S. Department of Homeland Security" is that of the tables
		}
		m := rd.newName(si, first, last, es)
		if m != nil {
			m.hidden = true
			s.mentions = append(s.mentions, m)
		}
		return true
	}
	return false
}

// onlyOrgWords reports whether nothing but words such as "Agency" follows.
func (rd *reading) onlyOrgWords(s *sentence, first, last int) bool {
	for i := first; i < last; i++ {
		if rd.r.tables.orgWords[s.word(i)] == "" {
			return false
		}
	}
	return true
}

// newName makes a mention of what a name of the tables means here, nil if it
// means nothing.
func (rd *reading) newName(si, first, last int, es []*entry) *mention {
	s := rd.sents[si]
	e := rd.choose(si, first, last, es)
	if e == nil || e.kind == kindDemonym && rd.isLanguage(s, first, last) || rd.water(s, first, last, e) {
		return nil
	}
	m := &mention{sent: si, first: first, last: last, nameFirst: first, nameLast: last, e: e, rule: "name", confidence: 0.95}
	if len(es) > 1 {
		m.readings = es
	}
	m.head = s.headOf(first, last)
	switch e.kind {
	case kindCountry, kindDemonym, kindCapital, kindSeat:
		m.kind = mCountry
	case kindPlaceDemonym:
		m.kind = mPlace
		if e.id != "" {
			m.kind = mOrg
		}
	case kindPlace:
		m.kind = mPlace
	case kindRegion, kindRegionAdjective:
		m.kind = mRegion
	case kindOrg:
		m.kind = mOrg
	case kindPerson:
		m.kind = mPerson
	}
	return m
}

func (rd *reading) addEntry(si, first, last int, es []*entry) {
	m := rd.newName(si, first, last, es)
	if m == nil {
		return
	}
	rd.sents[si].add(m)
	switch m.kind {
	case mPerson:
		rd.extendPerson(m)
	case mPlace:
		rd.addPlace(m, rd.text(rd.sents[si], first, last), m.e.code)
	}
}

// extendPerson takes the rest of an entity around a known person's name in.
func (rd *reading) extendPerson(m *mention) {
	s := rd.sents[m.sent]
	if ent := s.entityOver(m.first, m.last); ent != nil && ent.Type == "PER" && ent.First == m.first {
		for i := m.last; i < ent.Last; i++ {
			s.taken[i] = m
		}
		m.last, m.nameLast = ent.Last, ent.Last
	}
}

// choose picks the reading of a name that has several: a person or body over
// a place of the same name only where the recogniser says so.
func (rd *reading) choose(si, first, last int, es []*entry) *entry {
	s := rd.sents[si]
	typ := ""
	for _, e := range s.Entities {
		if e.First <= first && last <= e.Last {
			typ = e.Type
		}
	}
	best, score := (*entry)(nil), -1
	for _, e := range es {
		v := 1
		switch {
		case rd.insidePlace(s, first, last, e), e.kind == kindDemonym && rd.ofRegion(s, first, last):
			v = -1
		case e.kind == kindOrg && last-first == 1 && rd.r.classes[s.word(first)+"/ordinary"] != "" && (typ != "ORG" || s.opensNounPhrase(first)):
			v = -1
		case typ == "PER" && e.kind == kindPerson, typ == "ORG" && e.kind == kindOrg,
			typ == "LOC" && (e.kind == kindCountry || e.kind == kindPlace || e.kind == kindCapital):
			v = 3
		case typ == "PER" && last-first == 1 && rd.r.classes[s.word(first)+"/givenname"] != "":
			v = -1
		case e.kind == kindCountry:
			v = 2
		}
		if e.code != "" && e.code == rd.home {
			v += 2
		}
		if v > score {
			best, score = e, v
		}
	}
	return best
}

// ofRegion reports whether the demonym of a state is the adjective of a region
// before several states: "six Central African countries".
func (rd *reading) ofRegion(s *sentence, first, last int) bool {
	if last-first < 2 || !strings.HasSuffix(s.word(last), "s") || rd.r.takes[s.Tokens[last].Lemma] != "country" {
		return false
	}
	_, es := rd.r.names.longest(s.folded, first+1)
	return es != nil && es[0].kind == kindRegionAdjective
}

// insidePlace reports whether the name of a place is only a part of another's:
// "New Brighton", "Brighton Road".
func (rd *reading) insidePlace(s *sentence, first, last int, e *entry) bool {
	if e.kind != kindPlace && e.kind != kindCapital {
		return false
	}
	return s.capital(first-1) && rd.r.classes[s.word(first-1)+"/placeprefix"] != "" ||
		s.capital(last) && rd.r.classes[s.word(last)+"/street"] != ""
}

// worshipped reports whether a name is that of a god or a founder of a faith, who does
// nothing in the news: all its words are such, or it follows "Prophet". "Jesus" may be short
// for somebody.
func (rd *reading) worshipped(s *sentence, first, last int) bool {
	for i := first; i < last; i++ {
		if rd.r.classes[s.word(i)+"/divine"] == "" {
			return s.word(first-1) == "prophet" && last == first+1 || s.word(first) == "prophet" && last == first+2
		}
	}
	return last > first+1 || !rd.shortFor(s.word(first))
}

// shortFor reports whether the text has a longer name of a person that ends with a word.
func (rd *reading) shortFor(word string) bool {
	for _, s := range rd.sents {
		for _, e := range s.Entities {
			if e.Type == "PER" && e.Last > e.First+1 && s.word(e.Last-1) == word && rd.r.classes[s.word(e.First)+"/divine"] == "" {
				return true
			}
		}
	}
	return false
}

// addEntity makes a mention of an entity that no table knows.
func (rd *reading) addEntity(si int, ent nlp.Entity) {
	s := rd.sents[si]
	first, last := s.trimEntity(ent)
	if rd.runsIntoTitle(s, first, last) {
		return
	}
	if i := rd.secondBody(s, first, last); ent.Type == "ORG" && i > 0 {
		one, other := ent, ent
		one.Last, other.First = i-1, i
		rd.addEntity(si, one)
		rd.addEntity(si, other)
		return
	}
	if ent.Type == "PER" {
		if o := s.taken[first]; o != nil && o.kind == mCountry && first == ent.First && o.last < last && rd.placeOfOffice(s, first, o.last, last, o.e) {
			first = o.last
		}
		if s.nameGoesOn(last) {
			last++
		}
		first = rd.stripTitle(s, first, last)
		for i := first + 1; i < last; i++ {
			if s.word(i) == "of" {
				last = i
			}
		}
	}
	if first >= last || !s.capital(first) || !s.free(first, last) || ent.Type == "PER" && rd.worshipped(s, first, last) {
		return
	}
	m := &mention{sent: si, first: first, last: last, nameFirst: first, nameLast: last, rule: "entity", confidence: 0.8}
	m.head = s.headOf(first, last)
	typ := ent.Type
	if typ == "LOC" && rd.actsAsBody(s, m) {
		typ = "ORG"
	}
	switch typ {
	case "PER":
		if j, a := rd.agentEnding(s, last); first == 0 && last == 1 && a != nil && a.plural && j == first {
			return // "Gunmen", which only the sentence gives a capital
		}
		m.kind = mPerson
	case "ORG":
		if rd.thing(s, first, last) {
			return
		}
		if i := rd.stripTitle(s, first, last); i > first && s.isAny(first, "NOUN", "PROPN", "ADJ") && rd.names(s, i, last) {
			m.kind, m.first, m.nameFirst = mPerson, i, i // "Special Envoy Hammer"
			break
		}
		if j, a := rd.agentEnding(s, last); rd.institutionOf(s, first, last) != nil || a != nil && j == first || rd.personNoun(s, first, last) {
			return // left to the noun phrases
		}
		m.kind = mOrg
		m.last = rd.orgGoesOn(s, first, last)
		m.nameLast = m.last
	case "LOC":
		m.kind = mPlace
		rd.addPlace(m, rd.text(s, first, last), "")
	default:
		return
	}
	s.add(m)
}

// actsAsBody reports whether a name that was taken for a place is a subject and
// ends with a word for bodies: "the Second World Dairy Forum concluded".
func (rd *reading) actsAsBody(s *sentence, m *mention) bool {
	return m.last-m.first > 1 && rd.r.tables.orgWords[s.word(m.last-1)] != "" && s.Rel(s.firstConjunct(m.head)) == "nsubj"
}

// secondBody returns where the second of two bodies begins that the recogniser took for
// one, -1 where there is one: each is headed by a word for bodies, and the tree joins the
// second to the first: "Institute of Law and Lakeside University", but not "Ministry of
// Health and Human Services".
func (rd *reading) secondBody(s *sentence, first, last int) int {
	body := func(i int) bool { return rd.r.tables.orgWords[s.word(i)] != "" }
	for i := first + 2; i < last-1; i++ {
		if w := s.word(i - 1); w != "and" || !s.capital(i) {
			continue
		}
		if a, b := s.headOf(first, i-1), s.headOf(i, last); body(a) && body(b) && b > i && s.Rel(b) == "conj" && s.Tokens[b].Head == a {
			return i
		}
	}
	return -1
}

// orgGoesOn returns where the name of an organisation ends that the recogniser
// cut off before "and": "Ministry of Fisheries and Oceans". What follows is joined
// to a word of the name that another word of it rules.
func (rd *reading) orgGoesOn(s *sentence, first, last int) int {
	if w := s.word(last); w != "and" && w != "&" || !s.capital(last+1) {
		return last
	}
	of := first
	for i := first; i < last; i++ {
		if s.isAny(i, "ADP") {
			of = i
		}
	}
	for end := last + 1; of > first && end < len(s.Tokens) && end < last+4 && s.taken[end] == nil && s.capital(end) && s.isAny(end, "PROPN", "NOUN", "ADJ"); end++ {
		h := s.Tokens[end].Head
		if s.Rel(end) == "conj" && h > of && h < last && !s.beginsEntity(last+1, "PER") && !s.beginsEntity(last+1, "LOC") {
			return end + 1
		}
	}
	return last
}

// beginsEntity reports whether the recogniser has a name of a type at token i.
func (s *sentence) beginsEntity(i int, typ string) bool {
	for _, e := range s.Entities {
		if e.First == i && e.Type == typ {
			return true
		}
	}
	return false
}

// personNoun reports whether an entity ends with a noun for one person: "UN
// Relief Coordinator" names an office, no organisation, but "Association of African
// Jurists" does.
func (rd *reading) personNoun(s *sentence, first, last int) bool {
	j, a := rd.agentEnding(s, last)
	if a != nil && a.plural {
		for i := first; i+1 < j; i++ {
			if w := s.word(i + 1); rd.r.tables.orgWords[s.word(i)] != "" && s.capital(i) && (w == "of" || w == "for") {
				return false
			}
		}
	}
	return a != nil && j >= first && (a.title || !a.plural && !a.group && !a.collective && !a.weak && a.sector != "")
}

// names reports whether tokens can be a person's name: capitalised, few, and
// none a word of organisations.
func (rd *reading) names(s *sentence, first, last int) bool {
	for i := first; i < last; i++ {
		if !s.capital(i) || !s.isAny(i, "PROPN") || rd.r.tables.orgWords[s.word(i)] != "" || rd.r.tables.things[s.word(i)] {
			return false
		}
	}
	return last-first <= 3
}

// thing reports whether a name that was taken for an organisation is headed by
// a word for treaties, meetings and other things that do not act ("Kyoto
// Protocol", "Convention against Torture"), or has no word in it ("No. 3").
func (rd *reading) thing(s *sentence, first, last int) bool {
	head := last - 1
	for i := first + 1; i < last; i++ {
		if s.isAny(i, "ADP") {
			head = i - 1
			break
		}
	}
	if rd.r.tables.things[s.word(head)] {
		return true
	}
	for i := first; i < last; i++ {
		if w := s.word(i); len(w) > 1 && w != "no." && w != "no" && !s.isAny(i, "NUM", "PUNCT", "SYM") {
			return false
		}
	}
	return true
}

// trimEntity takes articles, marks and 's off the edges of an entity.
func (s *sentence) trimEntity(ent nlp.Entity) (first, last int) {
	first, last = ent.First, ent.Last
	for first < last && (s.isAny(first, "DET", "PUNCT") || s.word(first) == "the") {
		first++
	}
	for last > first && (s.word(last-1) == "'s" || s.word(last-1) == "'" || s.isAny(last-1, "PUNCT") && s.word(last-1) != "." || last-first > 1 && s.weekday(last-1)) {
		last--
	}
	return first, last
}

// nameGoesOn reports whether the token after a person's name belongs to it
// though it was read as a verb: "Col. Omar Said quarrelled". Verbs have a capital
// only in headlines, where all have.
func (s *sentence) nameGoesOn(next int) bool {
	if !s.isAny(next, "VERB") || !s.capital(next) || s.taken[next] != nil {
		return false
	}
	for i := range s.Tokens {
		if s.isAny(i, "VERB") && !s.capital(i) {
			return true
		}
	}
	return false
}

// opensNounPhrase reports whether the first word of a sentence stands before a
// plural noun that was read as a verb, as another verb follows: "Labour costs rose".
func (s *sentence) opensNounPhrase(i int) bool {
	return i == 0 && strings.HasSuffix(s.word(1), "s") && s.isAny(1, "NOUN", "VERB") && s.isAny(2, "VERB", "AUX")
}

// weekday reports whether token i is the name of a day.
func (s *sentence) weekday(i int) bool {
	return strings.HasSuffix(s.word(i), "day") && len(s.word(i)) <= 9 && s.capital(i) && s.Rel(i) == "obl"
}

// free reports whether no mention covers any of the tokens.
func (s *sentence) free(first, last int) bool {
	for i := first; i < last; i++ {
		if s.taken[i] != nil {
			return false
		}
	}
	return true
}

// runsIntoTitle reports whether the end of an entity is the beginning of a
// title: "British Defence" in "British Defence Secretary".
func (rd *reading) runsIntoTitle(s *sentence, first, last int) bool {
	for i := first; i < last; i++ {
		if j, a, _ := rd.phraseAt(s, i); j > last && a != nil {
			return true
		}
	}
	return false
}

func (rd *reading) addPlace(m *mention, name, code string) {
	s := rd.sents[m.sent]
	rd.places = append(rd.places, schema.PlaceMention{
		Span:     schema.Span{Start: s.Tokens[m.first].Start, End: s.Tokens[m.last-1].End},
		Sentence: m.sent, First: m.first, Last: m.last, Head: m.head, Name: name, Country: code,
	})
}
