package actor

import "dyad/schema"

// formerKin takes the mark of what is over off a word of family: whoever "his ex-wife,
// the judge" is, she is a judge.
func (t *tie) formerKin(a *agentNoun) {
	if a.kin {
		t.former = false
	}
}

// families makes those who are only known as somebody's family what PLOVER calls
// elites, where they are of the family of who governs or did in a high office: "the
// president's wife", "the prime minister's sons". It runs when all mentions have their actors.
func (rd *reading) families() {
	for _, m := range rd.allMentions() {
		if !rd.ofFamily(m) || m.hidden || len(m.ids) != 1 {
			continue
		}
		a, head := rd.actors[m.ids[0]], rd.ownerOf(m)
		if a == nil || head == nil || head.Kind != schema.KindPerson || a.ID == head.ID || a.Sector != "" && a.Sector != "CVL" {
			continue
		}
		if a.Kind == schema.KindPerson && !a.Generic && (rd.r.byID[a.ID] != nil || rd.r.tables.agents[key(a.Role)] != nil && !rd.r.tables.agents[key(a.Role)].kin) {
			continue // known for something else
		}
		noun := rd.r.tables.agents[key(head.Role)]
		if high := rd.r.byID[head.ID] != nil || noun != nil && noun.office; high && (head.Sector == "GOV" || head.Sector == "ELI") {
			a.Sector = "ELI"
		}
	}
}

// ofFamily reports whether a noun, or the title of a name, is a word of family: "his
// relatives", "her son Emil Roth".
func (rd *reading) ofFamily(m *mention) bool {
	noun := m.noun
	if m.kind == mPerson {
		noun = rd.r.tables.agents[key(m.tie.office)]
	}
	return noun != nil && noun.kin
}

// ownerOf returns the person that a noun belongs to by name or pronoun, nil if none.
func (rd *reading) ownerOf(m *mention) *schema.Actor {
	if m.tie.by != nil && m.tie.by.person != nil {
		return rd.personActor(m.tie.by.person)
	}
	for _, o := range rd.sents[m.sent].mentions {
		if o.kind == mPronoun && o.first == m.first && o.same == nil && len(o.ids) == 1 {
			return rd.actors[o.ids[0]]
		}
	}
	return nil
}

// kinCode returns the state of the person whose family somebody is said to be of:
// "his wife, Ana Paz", "Luis Paz and his son Paul", "the president's sister Ana"; ""
// if nobody is.
func (rd *reading) kinCode(p *person) string {
	for _, m := range p.mentions {
		if o := rd.sents[m.sent].marriedTo(m); o != nil && o.person != nil && o.person != p {
			if c := codeOf(o.person); c != "" {
				return c
			}
		}
		if rd.ofFamily(m) {
			if c := rd.kinOf(p, m); c != "" {
				return c
			}
		}
		if s := rd.sents[m.sent]; s.word(m.first-1) == "," && m.first > 2 && rd.kinAt(s, m.first-2) {
			if c := rd.kinOf(p, &mention{sent: m.sent, first: m.first - 2}); c != "" {
				return c // "his wife, Ana Paz"
			}
		}
		for _, o := range rd.sents[m.sent].mentions {
			if o.same == m && o.noun != nil && o.noun.kin {
				if c := rd.kinOf(p, o); c != "" {
					return c
				}
			}
		}
	}
	return ""
}

// kinAt reports whether a token is a noun for somebody's relative.
func (rd *reading) kinAt(s *sentence, i int) bool {
	if i < 0 {
		return false
	}
	a := rd.agentAt(s, i, i+1)
	return a != nil && a.kin
}

// marriedTo returns the person whom a clause says that m has married: "Paz married the
// singer Ana Ruiz"; nil if none.
func (s *sentence) marriedTo(m *mention) *mention {
	verb := s.Tokens[m.head].Head
	if s.lemma(verb) != "marry" {
		return nil
	}
	for _, rel := range []string{"nsubj", "obj", "obl"} {
		if o := s.personAt(s.Child(verb, rel)); o != nil && o != m {
			return o
		}
	}
	return nil
}

// kinOf returns the state of the owner of the word of family of a mention: of a name
// that it belongs to, or of whom "his" or "her" takes up, the last one named or
// called by an office before in the sentence, or first in the one before it.
func (rd *reading) kinOf(p *person, m *mention) string {
	if o := m.tie.by; o != nil && o.person != nil && o.person != p {
		return codeOf(o.person)
	}
	s := rd.sents[m.sent]
	w := s.word(m.first)
	if w != "his" && w != "her" {
		w = s.word(m.first - 1)
	}
	if w != "his" && w != "her" {
		return ""
	}
	code := ""
	for _, o := range s.mentions {
		if c := rd.somebodysCode(p, o, w); c != "" && o.last <= m.first {
			code = c
		}
	}
	if code != "" || m.sent == 0 {
		return code
	}
	for _, o := range rd.sents[m.sent-1].mentions {
		if c := rd.somebodysCode(p, o, w); c != "" && rd.sents[o.sent].Rel(o.head) == "nsubj" {
			return c
		}
	}
	return ""
}

// somebodysCode returns the state of a mention of one person other than p whom "his"
// or "her" can take up.
func (rd *reading) somebodysCode(p *person, o *mention, pronoun string) string {
	switch {
	case o.hidden:
	case o.person != nil && o.person != p && !(pronoun == "his" && o.person.tie.female || pronoun == "her" && o.person.tie.male):
		return codeOf(o.person)
	case o.kind == mNominal && o.noun != nil && o.same == nil && !o.noun.plural && !o.noun.group && !o.noun.collective && !o.noun.kin:
		return o.tie.code
	}
	return ""
}

// codeOf returns the country slot of a person that the tables or the words of the
// text tell.
func codeOf(p *person) string {
	if p.e != nil {
		return p.e.code
	}
	return p.tie.code
}

// kinWords are the words that name one of somebody's family by whose he is, where names or
// nouns say it: "minister's son", "wife of the mayor Luis Paz"; "" else.
func (rd *reading) kinWords(m *mention) string {
	s := rd.sents[m.sent]
	if m.noun == nil || !m.noun.kin || !single(m) {
		return ""
	}
	first := m.first
	if o := s.takenAt(m.first - 2); s.word(m.first-1) == "'s" && o != nil {
		first = o.first
	}
	for first < m.first && rd.emptyWord(s, first) {
		first++
	}
	last := m.last
	if s.word(last) == "of" {
		last = rd.extent(s, m)
	}
	if first == m.first && last == m.last {
		return ""
	}
	return rd.text(s, first, last)
}
