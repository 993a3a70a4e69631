package actor

import (
	"cmp"
	"slices"
	"strings"

	"dyad/schema"
)

// org is one organisation of an article that no table knows, or one that does.
type org struct {
	name, id, code, country, sector string
	assumed                         bool // the state is only the one that the article is about
	e                               *entry
	mentions                        []*mention
}

// gatherOrgs makes organisations of the mentions by name and joins acronyms to
// the names that they stand for: "Orange Water Commission (OWC)".
func (rd *reading) gatherOrgs() {
	byName := map[string]*org{}
	bodies := rd.shortBodies()
	for _, m := range longFirst(rd.all(mOrg)) {
		if m.hidden {
			continue
		}
		s := rd.sents[m.sent]
		name := rd.text(s, m.first, m.last)
		if b := bodies[name]; b != nil && (m.e == nil || isAcronym(name) && !m.e.own && m.e.code != rd.home) && m.after(b) {
			m.same, m.rule = b, "short-name"
			continue
		}
		k := strings.ToLower(key(name))
		if m.e != nil {
			k = m.e.id
		}
		o := byName[k]
		if o == nil && m.e == nil {
			if o = rd.spelledOut(name); o == nil {
				o = rd.shortened(m)
			}
		}
		if o == nil {
			o = rd.newOrg(m, name)
			byName[k] = o
			rd.orgs = append(rd.orgs, o)
			if a := rd.acronymAfter(s, m); a != "" {
				byName[strings.ToLower(a)] = o
			}
		}
		m.org = o
		o.mentions = append(o.mentions, m)
		if n := rd.nounBefore(s, m); n != nil {
			n.same, n.rule = m, "apposition"
			if o.sector == "" && o.e == nil {
				o.sector = n.noun.sector
			}
		}
	}
}

// nounBefore returns the noun phrase right before a name that says what it is:
// "the consulting firm Kaprona"; nil if there is none.
func (rd *reading) nounBefore(s *sentence, m *mention) *mention {
	o := s.takenAt(m.first - 1)
	if o == nil || o.kind != mNominal || o.last != m.first || o.nameLast != m.first || o.same != nil || o.noun.plural || !o.noun.collective && !o.noun.group {
		return nil
	}
	return o
}

// demoteOrgs takes the table's reading off names that mean something else in
// this article.
func (rd *reading) demoteOrgs() {
	list := rd.all(mOrg)
	for _, m := range list {
		rd.settle(m)
	}
	defined, surnames := rd.acronyms(list), rd.surnamesOf()
	for _, m := range list {
		name := rd.text(rd.sents[m.sent], m.first, m.last)
		if m.e != nil && !m.hidden && (defined[name] != nil && defined[name] != m.e || surnames[name] && !rd.atHome(m.e) || rd.unlikely(m, name)) {
			m.e = nil
		}
	}
}

// atHome reports whether a body is one of a state that the article names or is
// mostly about, or of no state.
func (rd *reading) atHome(e *entry) bool {
	return e.own || e.code == rd.home || rd.named[e.code] || rd.r.tables.countries[e.code] == nil
}

// surnamesOf returns the last words of the full names of people, which alone mean
// them and no body of a state that the article is not about: "Duma" after
// "Siboniso Duma".
func (rd *reading) surnamesOf() map[string]bool {
	out := map[string]bool{}
	for _, m := range rd.all(mPerson) {
		if m.nameLast-m.nameFirst > 1 && !m.hidden {
			out[rd.sents[m.sent].Tokens[m.nameLast-1].Form] = true
		}
	}
	return out
}

// longFirst puts names of several words before those of one, so that an
// acronym finds what it stands for.
func longFirst(list []*mention) []*mention {
	out := slices.Clone(list)
	slices.SortStableFunc(out, func(a, b *mention) int {
		return min(b.last-b.first, 2) - min(a.last-a.first, 2)
	})
	return out
}

// spelledOut finds the organisation whose initials an acronym has.
func (rd *reading) spelledOut(name string) *org {
	if len(name) < 2 || len(name) > 8 || strings.ToUpper(name) != name || strings.ContainsAny(name, " .") {
		return nil
	}
	for _, o := range rd.orgs {
		if o.e == nil && initials(o.name) == name {
			return o
		}
	}
	return nil
}

// shortened finds the organisation of the article that a part of its name
// means: its last word ("the Agency" after "Atlas Agency"), or several words
// at its beginning or end. Of several the one named last before it is meant.
func (rd *reading) shortened(m *mention) *org {
	s := rd.sents[m.sent]
	words := s.folded[m.first:m.last]
	var best *org
	for _, o := range rd.orgs {
		long := rd.longestName(o)
		n := len(words)
		if len(long) <= n || !slices.Equal(long[len(long)-n:], words) &&
			(!slices.Equal(long[:n], words) || n < 2 && !rd.allOrgWords(long[n:]) && !rd.distinctive(s, m)) {
			continue
		}
		if best == nil || m.after(o.mentions[0]) && (!m.after(best.mentions[0]) || o.mentions[0].after(best.mentions[0])) {
			best = o
		}
	}
	return best
}

// distinctive reports whether a name of one word can be the short form of any
// longer one that begins with it ("Actua" of "Actua Canada"): no word of the
// tables and no given name.
func (rd *reading) distinctive(s *sentence, m *mention) bool {
	w := s.word(m.first)
	_, es := rd.r.names.longest(s.folded, m.first)
	return m.last == m.first+1 && es == nil && len(w) > 3 && rd.r.words[w] == "" && rd.r.tables.orgWords[w] == "" &&
		rd.r.tables.agents[w] == nil && rd.r.classes[w+"/givenname"] == "" && !isAcronym(s.folded[m.first])
}

// allOrgWords reports whether words only say what an organisation is.
func (rd *reading) allOrgWords(words []string) bool {
	for _, w := range words {
		if rd.r.tables.orgWords[strings.ToLower(w)] == "" {
			return false
		}
	}
	return true
}

// shortBodies returns the bodies of states by the short names that the article
// has for them: an acronym in brackets, their initials, or their last word.
func (rd *reading) shortBodies() map[string]*mention {
	out := map[string]*mention{}
	for _, m := range rd.all(mInstitution) {
		s := rd.sents[m.sent]
		short := rd.acronymAfter(s, m)
		if i := initials(rd.text(s, m.nameFirst, m.nameLast)); short == "" && len(i) >= 2 {
			short = i
		}
		if short != "" && out[short] == nil {
			out[short] = m
		}
		if last := m.nameLast - 1; last > m.nameFirst && s.capital(last) && out[s.Tokens[last].Form] == nil {
			out[s.Tokens[last].Form] = m // "Assembly" after "the National Assembly"
		}
	}
	return out
}

// swapKinds mends kinds that the recogniser got wrong in one place and right
// in another: a single word that ends the full name of a person is that
// person, one that ends the name of an organisation is that organisation.
func (rd *reading) swapKinds() {
	people, orgs := map[string]bool{}, map[string]bool{}
	for _, m := range rd.allMentions() {
		if n := m.nameLast - m.nameFirst; n < 2 || m.hidden || m.kind != mPerson && m.kind != mOrg {
			continue
		}
		w := rd.sents[m.sent].lower[m.nameLast-1]
		if m.kind == mPerson {
			people[w] = true
		} else {
			orgs[w] = true
		}
	}
	for _, m := range rd.allMentions() {
		if m.e != nil || m.hidden || m.nameLast-m.nameFirst != 1 {
			continue
		}
		w := rd.sents[m.sent].lower[m.nameFirst]
		switch {
		case m.kind == mOrg && people[w] && !orgs[w]:
			m.kind = mPerson
		case m.kind == mPerson && orgs[w] && !people[w] && m.first == m.nameFirst:
			m.kind = mOrg
		}
	}
}

// longestName returns the folded words of the longest mention of an
// organisation.
func (rd *reading) longestName(o *org) []string {
	var long []string
	for _, m := range o.mentions {
		if w := rd.sents[m.sent].folded[m.first:m.last]; len(w) > len(long) {
			long = w
		}
	}
	return long
}

// initials returns the first letters of the capitalised words of a name.
func initials(name string) string {
	var b strings.Builder
	for w := range strings.FieldsFuncSeq(name, func(c rune) bool { return c == ' ' || c == '-' || c == '–' }) {
		if c := w[0]; c >= 'A' && c <= 'Z' {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// casedInitials returns the first letters of the words of a name as they are written:
// "BoG" of "Bank of Ghana".
func casedInitials(words []string) string {
	var b strings.Builder
	for _, w := range words {
		if w != "" && w != "the" && w != "The" {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}

// acronyms returns what the acronyms stand for that the article itself gives
// in brackets; nobody where the name before is not in the tables.
func (rd *reading) acronyms(list []*mention) map[string]*entry {
	out := map[string]*entry{}
	for _, m := range list {
		if a := rd.acronymAfter(rd.sents[m.sent], m); a != "" && !m.hidden {
			out[a] = &entry{}
			if m.e != nil {
				out[a] = m.e
			}
		}
	}
	return out
}

// unlikely reports whether a national body of the tables is probably not
// meant: an acronym, or a name that several states have, of a state that the
// article does not name otherwise.
func (rd *reading) unlikely(m *mention, name string) bool {
	e := m.e
	if isAcronym(name) && rd.notYet(e) {
		return true
	}
	if e.own || rd.r.tables.countries[e.code] == nil || e.code == rd.home {
		return false
	}
	last := strings.ToLower(name[strings.LastIndexByte(name, ' ')+1:])
	if m.severalStates() {
		return rd.foreignNamesake(m, last)
	}
	if e.sector == "JRN" || e.sector == "SPY" || rd.named[e.code] || rd.r.classes[strings.ToLower(name)+"/famous"] != "" {
		return false
	}
	if isAcronym(name) {
		return true
	}
	s := rd.sents[m.sent]
	if _, es := rd.r.names.longest(s.folded[:m.last-1], m.first); es != nil && es[0].kind <= kindCapital {
		return false // "US Congress"
	}
	return rd.r.classes[last+"/common"] != ""
}

func (rd *reading) newOrg(m *mention, name string) *org {
	if m.e != nil {
		return &org{name: m.e.name, id: m.e.id, code: m.e.code, country: m.e.country, sector: m.e.sector, e: m.e}
	}
	s := rd.sents[m.sent]
	o := &org{name: name, sector: rd.orgSector(s, m)}
	if o.sector == "" {
		o.sector = cmp.Or(m.tie.sector, rd.kindBehind(s, m), rd.longSector(s, m))
	}
	t := rd.ownTie(s, m, o.sector)
	if t.code == "" && !t.foreign {
		t.code, o.assumed = rd.home, true
	}
	if _, a := rd.agentEnding(s, m.first); o.sector == "" && a != nil && !a.plural && (a.collective || a.group) {
		o.sector = a.sector // "the consulting firm Kaprona"
	}
	o.code, o.country = t.code, t.country
	if o.code == "IGO" && (o.sector == "GOV" || o.sector == "CVL") {
		o.sector = "" // what its last word would tell of a body of one state
	}
	o.id = schema.OrgID(name, o.code)
	return o
}

// worldwide returns the slot of an organisation whose name says that it is of
// no state: IGO where states found such bodies ("International Grain Office"),
// else NGO ("World Water Forum"); "" for companies, media and all others.
func (rd *reading) worldwide(s *sentence, m *mention, sector string) string {
	first := s.word(m.first)
	if s.ordinal(m.first) && m.last-m.first > 2 {
		first = s.word(m.first + 1) // "Third World Dairy Forum"
	}
	if first == "intergovernmental" {
		return "IGO"
	}
	if rd.r.classes[first+"/worldwide"] == "" || sector == "BUS" || sector == "JRN" || sector == "EDU" {
		return ""
	}
	return rd.ofStates(s, m)
}

// ordinal reports whether token i counts: "Third", "21st".
func (s *sentence) ordinal(i int) bool {
	w := s.word(i)
	return s.isAny(i, "NUM") || w == "first" || w == "second" || w == "third" || len(w) > 3 && (strings.HasSuffix(w, "th") || w[0] <= '9' && w[0] >= '0')
}

// blend reports whether a word in brackets is made of the beginnings of the
// name before it: "Radio Marina Norte (Ramano)".
func (rd *reading) blend(s *sentence, i int, m *mention) bool {
	w := strings.ToLower(s.folded[i])
	if !s.capital(i) || len(w) < 4 || s.taken[i] != nil && s.taken[i].kind != mOrg && s.taken[i].kind != mPerson {
		return false
	}
	at := 0
	for k := m.first; k < m.last && at < len(w); k++ {
		n := 0
		for n < len(s.lower[k]) && at+n < len(w) && s.lower[k][n] == w[at+n] {
			n++
		}
		at += n
	}
	return at == len(w)
}

// shortName reports whether a word in brackets is the short name of the
// organisation of several words before it, whatever language it is made in:
// "Union of River Ports (Fluvimar)".
func (rd *reading) shortName(s *sentence, i int, m *mention) bool {
	if m.kind != mOrg || m.last-m.first < 3 || !s.capital(i) || len(s.folded[i]) < 4 || !s.isAny(i, "PROPN") {
		return false
	}
	o := s.taken[i]
	return o == nil || o.e == nil && (o.kind == mOrg || o.kind == mPerson || o.kind == mPlace)
}

// acronymAfter returns the acronym in brackets after a name, "" if none.
func (rd *reading) acronymAfter(s *sentence, m *mention) string {
	i := m.last
	if s.word(i) != "(" || s.word(i+2) != ")" {
		return ""
	}
	a := s.folded[i+1]
	if len(a) >= 2 && len(a) <= 10 && strings.ToUpper(a) == a {
		return a
	}
	if len(a) >= 3 && a == casedInitials(s.folded[m.nameFirst:m.nameLast]) || rd.blend(s, i+1, m) || rd.shortName(s, i+1, m) {
		return a
	}
	return ""
}
