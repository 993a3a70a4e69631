package actor

// modifiers walks left from token i over what may modify a title or agent
// noun, notes the states and bodies it meets, and returns where it stopped.
func (rd *reading) modifiers(s *sentence, i int, t *tie, self *mention) int {
	start := i
	for i > 0 {
		p := i - 1
		if o := s.taken[p]; o != nil && o != self && !((o.kind == mNominal || o.kind == mPerson) && s.possessor(p)) {
			if o.last != i || o.kind == mPerson && self.kind != mInstitution {
				break
			}
			if i == start && self.kind == mPerson && rd.placeOfPost(s, o) || rd.receives(s, o, start) {
				break
			}
			if s.word(o.first-1) == "ethnic" {
				i = o.first - 1 // "ethnic Albanian rebels" are of the state they live in
				continue
			}
			if c := rd.citizens(s, o); c != o && rd.tieTo(s, c, t) {
				i = c.first
				continue
			}
			if !(i == start && rd.topic(s, o, start)) && !rd.onBehalf(s, o) && !rd.tieTo(s, o, t) {
				break
			}
			i = o.first
			continue
		}
		w := s.word(p)
		class := rd.r.words[w]
		if s.word(p-1) == "to" && rd.r.classes[w+"/infinitive"] != "" {
			return rd.trimLeft(s, i, start)
		}
		if rd.opensPhrase(s, p) {
			return p
		}
		if s.isAny(p, "VERB") && rd.endsBody(s, p) {
			return rd.trimLeft(s, i, start)
		}
		switch {
		case class == "former":
			t.former = true
		case class == "incumbent": // "the then minister" is one in what is told
		case class == "foreign":
			t.foreign = true
			t.movement = t.movement || rd.r.classes[w+"/movement"] != ""
		case w == "'s" || w == "'":
			if p > 0 && s.taken[p-1] == nil {
				if first, a := rd.agentEnding(s, p); t.inherit && a != nil && a.collective && !a.plural && a.sector != "" && rd.r.words[s.word(first-1)] == "article" {
					t.sector, t.inherit = a.sector, false // "the union's president"
				}
			}
			if p == 0 || s.taken[p-1] == nil || !rd.tieTo(s, s.taken[p-1], t) {
				return rd.trimLeft(s, i, start)
			}
			i = s.taken[p-1].first
			continue
		case s.Rel(p) == "mark", w == "that" && self.noun != nil && self.noun.plural: // "said that rebels"
			return rd.trimLeft(s, i, start)
		case class == "article", s.isAny(p, "DET"), s.isAny(p, "PRON") && s.Rel(p) == "nmod" || w == "its" || w == "his" || w == "their" || w == "her" || w == "our" || w == "my":
			return p
		case s.isAny(p, "ADJ", "NOUN", "PROPN", "NUM"), w == "-" && s.tight(p), s.isAny(p, "VERB") && (s.Rel(p) == "amod" || s.Tokens[p].XPOS == "VBN" && s.Rel(p) == "amod"):
			if a := rd.r.tables.agents[w]; a != nil && !a.label && t.sector == "" && i == start && self.kind != mPerson && !(a.faith() && single(self)) {
				t.sector = a.sector
			}
		default:
			if j := s.joinedModifier(p, i); j < p {
				i = j
				continue
			}
			return rd.trimLeft(s, i, start)
		}
		i--
	}
	return rd.trimLeft(s, i, start)
}

// receives reports whether a name is of whom something is given that the noun at token
// start is: "gave Poland fighter jets", "granted Greenland new powers", but not "gave Poland
// fans a ticket".
func (rd *reading) receives(s *sentence, o *mention, start int) bool {
	if o.last <= o.head || s.Rel(o.head) == "iobj" {
		return o.last > o.head
	}
	for n := 0; n < 3 && s.Rel(start) == "compound"; n++ {
		start = s.Tokens[start].Head
	}
	verb := s.Tokens[start].Head
	if verb < 0 || verb != o.first-1 || s.Rel(start) != "obj" || rd.r.classes[s.Tokens[verb].Lemma+"/giving"] == "" {
		return false
	}
	for i := start + 1; i < len(s.Tokens); i++ {
		if s.Tokens[i].Head == verb && s.Rel(i) == "obj" {
			return false // what is given follows
		}
	}
	return o.e != nil && (o.e.kind == kindCountry || o.e.kind == kindPlace) && !isAcronym(s.folded[o.first])
}

// opensPhrase reports whether a number begins a noun phrase as no article stands before
// it, so that what does is of another: "two" in "shot dead two men" and "gave Poland two
// ships", not in "the last two men".
func (rd *reading) opensPhrase(s *sentence, i int) bool {
	if o := s.takenAt(i - 1); o != nil && o.kind == mCountry && o.e.kind == kindCountry && o.last == i {
		return s.isAny(i, "NUM")
	}
	if !s.isAny(i, "NUM") || i == 0 || s.taken[i-1] != nil || !s.isAny(i-1, "ADJ", "NOUN", "PROPN", "VERB") {
		return false
	}
	w := s.word(i - 1)
	return rd.r.words[w] == "" && rd.r.classes[w+"/further"] == "" && !s.isAny(i-2, "DET", "PRON", "PART")
}

// endsBody reports whether the noun for a body ends before token i, so that a verb there
// is what it does: "the army ordered residents to leave".
func (rd *reading) endsBody(s *sentence, i int) bool {
	for j := max(0, i-4); j < i; j++ {
		if last, _, in := rd.phraseAt(s, j); in != nil && last == i {
			return true
		}
	}
	return false
}

// joinedModifier returns where a modifier starts that "and" at token p joins to
// the one at token i: "intelligence and security officials"; p if none does. An
// article says that two are meant: "the party and opposition leaders".
func (s *sentence) joinedModifier(p, i int) int {
	j := p - 1
	if w := s.word(p); w != "and" && w != "or" || j < 0 || s.taken[j] != nil || !s.isAny(j, "ADJ", "NOUN") || !s.isAny(i, "ADJ", "NOUN") {
		return p
	}
	if s.isAny(j, "NOUN") && (s.Tokens[j].XPOS == "NNS" || s.Rel(j) != "compound" && s.Rel(j) != "amod" && s.Rel(j) != "nmod") {
		return p
	}
	if h := s.Tokens[j].Head; h < i {
		return p
	}
	return j
}

// tight reports whether token i stands between its neighbours without blanks.
func (s *sentence) tight(i int) bool {
	return i > 0 && i+1 < len(s.Tokens) && s.Tokens[i-1].End == s.Tokens[i].Start && s.Tokens[i].End == s.Tokens[i+1].Start
}

// trimLeft takes a dash or number at the left edge off again.
func (rd *reading) trimLeft(s *sentence, i, start int) int {
	for i < start && (s.word(i) == "-" || s.isAny(i, "PUNCT")) {
		i++
	}
	return i
}

// possessor reports whether token i is the 's of a name that another noun phrase
// has taken in: "the head of Chad's" before "Water Agency".
func (s *sentence) possessor(i int) bool {
	return s.word(i) == "'s" && i > 0 && s.taken[i-1] != nil && s.taken[i-1] != s.taken[i] && s.taken[i-1].kind != mNominal
}

// single reports whether a mention is of one person, not of people or a body.
func single(m *mention) bool {
	return m.noun != nil && !m.noun.plural && !m.noun.group && !m.noun.collective
}
