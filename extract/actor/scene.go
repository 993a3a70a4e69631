package actor

import "strings"

// sceneBack is how many sentences before its own may set the scene of a noun.
const sceneBack = 3

// sceneCode is the state where those who are named no nearer act: that of a
// place in the clause that they are the subject of ("thousands of people
// blocked streets in Peru"), else of the last place before them in the
// sentence ("gathered outside the consulate in Lima; police dispersed them"),
// else of the sentences just before in the paragraph.
func (rd *reading) sceneCode(m *mention) string {
	if !rd.ofThePlace(m) {
		return ""
	}
	s := rd.sents[m.sent]
	if code := rd.sceneAfter(s, m); code != "" {
		return code
	}
	for i := m.sent; i >= 0 && i >= m.sent-sceneBack && rd.sameParagraph(i, m.sent); i-- {
		end := len(rd.sents[i].Tokens)
		if i == m.sent {
			end = m.first
		}
		if code := rd.sceneBefore(rd.sents[i], end); code != "" {
			return code
		}
	}
	return ""
}

// ofThePlace reports whether a noun means those who are where something
// happens: crowds and the police, and who governs a town, but not the
// officials and soldiers of a state, who act abroad too.
func (rd *reading) ofThePlace(m *mention) bool {
	sector := m.tie.sector
	if m.noun != nil {
		sector = m.noun.sector
	}
	if rd.r.classes["sector:"+sector+"/ofplace"] != "" {
		return true
	}
	s := rd.sents[m.sent]
	for i := m.first; i < m.nameLast; i++ {
		if s.taken[i] == m && rd.r.classes[s.word(i)+"/settlement"] != "" {
			return true // "a city official"
		}
	}
	return false
}

// sceneAfter is the state named in the clause that the noun is the subject of, or
// the object that is harmed, or the first name after people that a sentence begins with, as trees of such
// sentences are often wrong.
func (rd *reading) sceneAfter(s *sentence, m *mention) string {
	h := s.firstConjunct(m.head)
	verb := s.Tokens[h].Head
	struck := s.Rel(h) == "obj" && rd.lemmaIs(s, verb, "against")
	if s.Rel(h) != "nsubj" && m.first > 0 && !struck {
		return ""
	}
	for _, o := range s.mentions {
		if o.first < m.last || !rd.scene(s, o) {
			continue
		}
		g := s.Tokens[o.head].Head
		if struck && s.happensAt(verb, g) {
			return rd.placeCode(o)
		}
		if g >= 0 && s.Rel(h) == "nsubj" && (g == verb || s.Tokens[g].Head == verb && (s.Rel(g) == "obj" || s.Rel(g) == "obl" && !s.who(g))) {
			return rd.placeCode(o)
		}
		if m.first == 0 && m.head < o.first && s.free(m.last, o.first) {
			return rd.placeCode(o)
		}
	}
	return ""
}

// happensAt reports whether what stands above a place is a verb, an adverbial clause of it,
// or a phrase there that means no people ("in a market in Lima").
func (s *sentence) happensAt(verb, i int) bool {
	for n := 0; n < 3 && i >= 0 && i != verb && !s.who(i) && (s.Rel(i) == "obl" || s.Rel(i) == "nmod"); n++ {
		i = s.Tokens[i].Head
	}
	return i >= 0 && (i == verb || s.Rel(i) == "advcl" && s.Tokens[i].Head == verb)
}

// who reports whether token i means people: "near the miners in Peru" is not
// said of who acts there.
func (s *sentence) who(i int) bool {
	o := s.taken[i]
	return o != nil && (o.kind == mNominal || o.kind == mPerson)
}

// sceneBefore is the state of the place that a sentence names nearest to its
// main verb before token end, "" if there are two. A place where something is
// only said is none: "he said in Lima that".
func (rd *reading) sceneBefore(s *sentence, end int) string {
	code, least := "", len(s.Tokens)
	for _, o := range s.mentions {
		if o.last > end || !rd.scene(s, o) || rd.saidThere(s, o) || rd.ofOnePerson(s, o) {
			continue
		}
		c, d := rd.placeCode(o), s.depth(o.head)
		switch {
		case d < least:
			code, least = c, d
		case d == least && c != code:
			code = ""
		}
	}
	return code
}

// onlyScene is the state of the places where a sentence says that something happens,
// "" if it names none or several.
func (rd *reading) onlyScene(s *sentence) string {
	code := ""
	for _, o := range s.mentions {
		if !rd.scene(s, o) {
			continue
		}
		if c := rd.placeCode(o); code != "" && c != code {
			return ""
		} else {
			code = c
		}
	}
	return code
}

// depth returns how many tokens stand above token i in its tree.
func (s *sentence) depth(i int) int {
	n := 0
	for i = s.firstConjunct(i); s.Tokens[i].Head >= 0 && n < len(s.Tokens); i = s.Tokens[i].Head {
		n++
	}
	return n
}

// scene reports whether a mention names a place where something happens: "in
// Lima", "across Peru", "in the Peruvian port of Ilo".
func (rd *reading) scene(s *sentence, o *mention) bool {
	if o.e == nil || rd.r.tables.countries[o.e.code] == nil || o.kind != mCountry && o.kind != mPlace {
		return false
	}
	h := o.head
	switch o.e.kind {
	case kindCountry, kindCapital, kindPlace:
	case kindDemonym:
		if h = s.Tokens[h].Head; h < o.last || rd.r.classes[s.common(h)+"/settlement"] == "" {
			return false
		}
	default:
		return false
	}
	c := s.Child(h, "case")
	return c >= 0 && rd.r.classes[s.word(c)+"/scene"] != "" && s.word(o.last) != "'s" && s.word(o.last) != "-"
}

// saidThere reports whether a place belongs to a verb that has a clause for
// what is said.
func (rd *reading) saidThere(s *sentence, o *mention) bool {
	for g, n := s.Tokens[o.head].Head, 0; g >= 0 && n < 6; g, n = s.Tokens[g].Head, n+1 {
		if s.isAny(g, "VERB") {
			return s.Child(g, "ccomp") >= 0 || rd.r.classes[s.common(g)+"/speech"] != ""
		}
	}
	return false
}

// ofOnePerson reports whether a place is told of one person only, in a clause that
// describes him: "a former minister who lives in Belgium". A clause with "who"
// describes whoever stands before it, whatever the tree hangs it on.
func (rd *reading) ofOnePerson(s *sentence, o *mention) bool {
	for g, n := s.Tokens[o.head].Head, 0; g >= 0 && n < 6; g, n = s.Tokens[g].Head, n+1 {
		if !s.isAny(g, "VERB") {
			continue
		}
		who := s.Child(g, "nsubj")
		p := s.takenAt(who - 1)
		switch {
		case s.Rel(g) == "acl":
			p = s.takenAt(s.Tokens[g].Head)
		case s.word(who) != "who":
			return false
		case s.word(who-1) == ",":
			p = s.takenAt(who - 2)
		}
		return p != nil && (p.kind == mPerson || p.kind == mNominal && single(p))
	}
	return false
}

// sameParagraph reports whether no line ends between two sentences.
func (rd *reading) sameParagraph(a, b int) bool {
	if a == b {
		return true
	}
	s, e := rd.sents[a], rd.sents[b]
	return s.Region == e.Region && !s.Headline && !strings.Contains(rd.doc.Article.Text[s.End:e.Start], "\n")
}

// whereCode is the state that "where" before a noun takes up: "visited Chad, where he
// met the president"; "" if none is named right before it.
func (rd *reading) whereCode(m *mention) string {
	s := rd.sents[m.sent]
	for i := m.first - 1; i > 0; i-- {
		if o := s.taken[i]; o != nil && (o.kind == mCountry || o.kind == mPlace) {
			return "" // nearer than the one before
		}
		if s.word(i) != "where" {
			continue
		}
		o := s.takenAt(i - 1)
		if s.word(i-1) == "," {
			o = s.takenAt(i - 2)
		}
		if o == nil || o.e == nil || o.e.kind == kindDemonym || o.kind != mCountry && o.kind != mPlace || rd.r.tables.countries[o.e.code] == nil {
			return ""
		}
		return o.e.code
	}
	return ""
}

// sayersCode is the state of a force that only tells of what another of the kind did in
// the same sentence, which names its state: "Chadian troops killed six rebels, the army
// said"; "" elsewhere.
func (rd *reading) sayersCode(m *mention) string {
	s := rd.sents[m.sent]
	h := s.firstConjunct(m.head)
	if m.inst.sector != "MIL" && m.inst.sector != "COP" || s.Rel(h) != "nsubj" || s.Tokens[h].Head < 0 || !rd.r.Speaks(s.Tokens[s.Tokens[h].Head].Lemma) {
		return ""
	}
	for _, o := range s.mentions {
		if o != m && (o.kind == mNominal && !single(o) || o.kind == mInstitution) && o.tie.sector == m.inst.sector && o.tie.by != nil && s.Rel(o.head) == "nsubj" && rd.r.tables.countries[o.tie.code] != nil {
			return o.tie.code
		}
	}
	return ""
}
