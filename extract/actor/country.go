package actor

import (
	"slices"
	"strings"

	"dyad/schema"
)

// resolveCountry resolves the names of states and of what stands for them. A
// capital is the government only where the syntax says so.
func (rd *reading) resolveCountry(m *mention) {
	s := rd.sents[m.sent]
	e := m.e
	if e.kind == kindSeat {
		m.ids = []string{rd.bodyActor(e.code, "gov").ID}
		m.rule = "seat"
		if p := s.Child(m.head, "case"); p < 0 || s.word(p) != "from" {
			rd.locate(m)
		}
		return
	}
	m.ids = []string{rd.countryActor(e.code).ID}
	switch e.kind {
	case kindDemonym:
		if rd.meansPeople(s, m) {
			m.ids, m.rule = []string{rd.nationals(m).ID}, "nationals"
			return
		}
		m.rule = "demonym"
		m.modifier = m.modifier || s.Rel(m.head) == "amod" || s.Rel(m.head) == "compound" || s.isAny(m.head, "ADJ") && !s.nominal(m.head)
	case kindCapital:
		m.rule = "capital"
		p := s.Child(m.head, "case")
		u := rd.union(s, m)
		if !rd.standsForGovernment(s, m.head) && (u == nil || !rd.ofDeed(s, m.head)) && (!m.modifier || p >= 0 && rd.r.classes[s.word(p)+"/place"] != "") {
			m.locative = true
			rd.addPlace(m, rd.text(s, m.first, m.last), e.code)
		} else if u != nil {
			m.ids = []string{rd.tableActor(u).ID}
		}
		m.confidence = 0.8
	default:
		rd.locate(m)
	}
	m.modifier = m.modifier || rd.modifiesName(s, m)
	if p := s.Child(s.firstConjunct(m.head), "case"); p >= 0 && rd.r.classes[s.word(p)+"/example"] != "" {
		m.confidence = weak // "more than Peru"
	}
	if m.modifier && e.kind != kindSeat && s.taken[m.first] == m && !rd.deed(s, m) {
		m.confidence = weak // it modifies no actor: "Chinese tea"
	}
	m.modifier = m.modifier || s.word(m.last) == "'s" || s.Rel(m.head) == "nmod" && s.Tokens[m.head].DepRel == "nmod:poss"
}

// union returns the union of states that a capital stands for rather than for
// its own state, where the article names that state by nothing else: "Brussels"
// is the European Union unless there are Belgians; nil if it stands for none.
func (rd *reading) union(s *sentence, m *mention) *entry {
	u := rd.r.byID[rd.r.classes[strings.ToLower(rd.text(s, m.first, m.last))+"/union"]]
	if u == nil || slices.ContainsFunc(rd.allMentions(), func(o *mention) bool { return o.e != nil && o.e.code == m.e.code && o.e.kind != kindCapital }) {
		return nil
	}
	return u
}

// ofDeed reports whether "of" ties a name to something that a state puts forward: "the plan
// of Brussels", not "the streets of Brussels".
func (rd *reading) ofDeed(s *sentence, h int) bool {
	p := s.Child(h, "case")
	return p >= 0 && s.word(p) == "of" && s.Rel(h) == "nmod" && rd.lemmaIs(s, s.Tokens[h].Head, "deed")
}

// deed reports whether the noun that a name or demonym modifies is something
// that a state does or puts forward: "Israeli changes", not "Chinese tea".
func (rd *reading) deed(s *sentence, m *mention) bool {
	h := s.Tokens[m.head].Head
	return h >= m.last && h <= m.last+2 && rd.lemmaIs(s, h, "deed")
}

// modifiesName reports whether the name of a state only modifies the noun
// after it: "the Iraq war". Parsers say so too of subjects before a day
// ("Pakistan today threatened"), which are let off.
func (rd *reading) modifiesName(s *sentence, m *mention) bool {
	if s.Rel(m.head) != "compound" || !s.isAny(m.last, "NOUN", "PROPN", "PUNCT") {
		return false
	}
	if m.e.kind == kindCountry && s.word(m.first-1) == "that" {
		return false // "the demand that Israel ease restrictions"
	}
	return rd.r.words[s.word(m.last)] != "time" && !(s.isAny(m.last+1, "NOUN") && m.first == 0)
}

// resolveRegion makes an actor of a region that has a code ("Europe") where
// it acts.
func (rd *reading) resolveRegion(m *mention) {
	s := rd.sents[m.sent]
	if m.e.code == "" || m.e.kind != kindRegion || !s.argument(m.head) || s.Rel(m.head) == "root" {
		return
	}
	if p := s.Child(m.head, "case"); p >= 0 && rd.r.classes[s.word(p)+"/host"] == "" && s.word(p) != "'s" {
		return
	}
	a := rd.put(&schema.Actor{ID: "org:" + schema.Slug(m.e.name), Name: m.e.name, Kind: schema.KindGroup, Code: m.e.code})
	m.ids, m.rule, m.confidence = []string{a.ID}, "region", 0.6
}

// meansPeople reports whether a demonym means people rather than their state:
// "three Kenyans", "most Kuwaitis", but not "the Russians".
func (rd *reading) meansPeople(s *sentence, m *mention) bool {
	i := m.last - 1
	if m.modifier || !s.isAny(i, "NOUN", "PROPN") || s.Rel(i) == "compound" || s.Rel(i) == "amod" {
		return false
	}
	w := s.lower[i]
	plural := strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "men")
	return plural && (s.word(m.first-1) != "the" || rd.livesIn(s, m) != "")
}

// livesIn returns the state that a people is said to live in: "the Albanians
// of southern Serbia"; "" if none or their own.
func (rd *reading) livesIn(s *sentence, m *mention) string {
	if w := s.word(m.last); w != "of" && w != "in" {
		return ""
	}
	t := tie{}
	rd.complement(s, m.last, len(s.Tokens), &t)
	if rd.r.tables.countries[t.code] == nil || m.e != nil && t.code == m.e.code {
		return ""
	}
	return t.code
}

// resolvePeople makes a group of a people that is named in the plural and
// acts: "Chechens", "Iraqi Kurds", "Arabs"; false if the mention is none.
func (rd *reading) resolvePeople(m *mention) bool {
	s := rd.sents[m.sent]
	if m.e == nil || m.e.kind != kindPlaceDemonym && m.e.kind != kindRegionAdjective || !rd.meansPeople(s, m) || !s.argument(m.head) && !rd.measured(s, m.first) {
		return false
	}
	m.ids, m.rule, m.confidence = []string{rd.nationals(m).ID}, "nationals", 0.7
	return true
}

// counted takes the numbers and words of quantity before a people into its
// mention: "three other Kenyans".
func (rd *reading) counted(s *sentence, m *mention) {
	for m.first > 0 && s.taken[m.first-1] == nil && (s.isAny(m.first-1, "NUM") || rd.r.words[s.word(m.first-1)] == "quantity") {
		m.first--
		s.taken[m.first] = m
	}
	m.first = s.quantifier(m.first)
}

// nationals returns the group of people of a state, of this article alone.
func (rd *reading) nationals(m *mention) *schema.Actor {
	s := rd.sents[m.sent]
	words, code := rd.text(s, m.first, m.last), m.e.code
	abroad := rd.livesIn(s, m)
	switch {
	case s.word(m.first-1) == "ethnic":
		if words = "ethnic " + words; abroad == "" {
			abroad = rd.home
		}
		code = abroad
	case abroad != "":
		code = abroad
	default:
		if c := rd.citizens(s, m); c != m {
			code, words = c.e.code, rd.text(s, c.first, m.last)
		}
	}
	a := schema.Actor{
		ID: schema.ID("group", rd.doc.Article.ID, strings.ToLower(words), code), Name: words, Kind: schema.KindGroup,
		Code: code, Sector: "CVL", Generic: true,
	}
	if rd.r.tables.countries[code] != nil {
		a.Country = code
	}
	rd.counted(s, m)
	return rd.put(&a)
}

// locate marks a name after a preposition of place as locative.
func (rd *reading) locate(m *mention) {
	s := rd.sents[m.sent]
	switch rel := s.Rel(m.head); rel {
	case "obl", "nmod", "conj", "root", "appos":
	default:
		return
	}
	head := s.firstConjunct(m.head)
	p := s.Child(head, "case")
	if p < 0 || s.word(m.last) == "'s" {
		return
	}
	h := s.Tokens[head].Head
	going := h >= 0 && rd.lemmaIs(s, h, "motion")
	if rd.r.classes[s.word(p)+"/place"] != "" || going && rd.r.classes[s.word(p)+"/goal"] != "" {
		m.locative = true
		if m.e != nil && m.kind == mCountry {
			rd.addPlace(m, "", m.e.code)
		}
	}
}

// standsForGovernment decides whether a capital at token h is the government:
// as a subject, possessor, object of a verb of dealing with governments, or
// after a preposition that takes partners and opponents.
func (rd *reading) standsForGovernment(s *sentence, h int) bool {
	h = s.firstConjunct(h)
	head := s.Tokens[h].Head
	switch s.Rel(h) {
	case "nsubj", "iobj":
		return true
	case "obj":
		return head >= 0 && rd.lemmaIs(s, head, "act")
	case "nmod":
		if s.Tokens[h].DepRel == "nmod:poss" {
			return true
		}
		p := s.Child(h, "case")
		return p >= 0 && rd.r.classes[s.word(p)+"/host"] != "" && s.word(p) != "of" && s.word(p) != "for"
	case "obl":
		p := s.Child(h, "case")
		return p >= 0 && rd.r.classes[s.word(p)+"/host"] != "" && s.word(p) != "by" || s.Tokens[h].DepRel == "obl:agent"
	case "compound", "amod":
		return true
	}
	return false
}
