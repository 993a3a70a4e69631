package actor

// findInstitutions makes mentions of the bodies of states in a sentence: "the
// Turkish army", "Ministry of Defence of Ukraine".
func (rd *reading) findInstitutions(si int) {
	s := rd.sents[si]
	for i := 0; i < len(s.Tokens); {
		last, _, in := rd.phraseAt(s, i)
		if in == nil || s.taken[i] != nil || !s.noun(i, last) || rd.insideAgent(s, i, last) {
			i++
			continue
		}
		if e := rd.partyCalled(s, i, last); e != nil {
			s.add(&mention{kind: mOrg, sent: si, first: i, last: last, nameFirst: i, nameLast: last, head: s.headOf(i, last), e: e, rule: "party", confidence: 0.8})
			i = last
			continue
		}
		rd.addInstitution(si, i, last, in)
		i = last
	}
}

// insideAgent reports whether the tokens are part of a longer agent noun:
// "police" in "chief of police".
func (rd *reading) insideAgent(s *sentence, first, last int) bool {
	for i := max(0, first-4); i < first; i++ {
		if end, a, _ := rd.phraseAt(s, i); a != nil && end >= last {
			return true
		}
	}
	return false
}

// findNominals makes mentions of the agent nouns of a sentence: "senior
// Russian officials", "protesters".
func (rd *reading) findNominals(si int) {
	s := rd.sents[si]
	for i := 0; i < len(s.Tokens); {
		last, a, _ := rd.phraseAt(s, i)
		if a == nil || a.courtesy || s.taken[i] != nil || !s.noun(i, last) && !rd.misread(s, i, last, a) || rd.modifiesNoun(s, last) {
			i++
			continue
		}
		rd.addAgent(si, i, last, a)
		i = last
	}
}

// noun reports whether free tokens make a noun phrase: not "general" in "in
// general", nor a part of "co-president".
func (s *sentence) noun(first, last int) bool {
	for i := first; i < last; i++ {
		if s.taken[i] != nil {
			return false
		}
	}
	if !s.isAny(last-1, "NOUN", "PROPN") && !s.isAny(first, "NOUN", "PROPN") && !s.nominal(last-1) && (last-first == 1 || s.isAny(last-1, "VERB", "ADV")) {
		return false
	}
	return s.word(last) != "-" && (first == 0 || s.word(first-1) != "-" || !s.tight(first-1))
}

// misread reports whether a noun in the plural that was read as a verb stands behind a
// demonym and before a verb: "Catalan separatists rejected".
func (rd *reading) misread(s *sentence, first, last int, a *agentNoun) bool {
	o := s.takenAt(first - 1)
	if !a.plural || last != first+1 || !s.isAny(first, "VERB") || o == nil || o.last != first || o.e == nil || !s.isAny(last, "VERB", "AUX") {
		return false
	}
	return o.e.kind == kindDemonym || o.e.kind == kindPlaceDemonym || o.e.kind == kindRegionAdjective
}

// nominal reports whether an adjective stands where a noun does: "the
// military said", "Israel's military ordered", whatever it was taken to modify.
func (s *sentence) nominal(i int) bool {
	return s.isAny(i, "ADJ") && (s.word(i-1) == "'s" && s.isAny(i+1, "VERB", "AUX") || s.Rel(i) == "nsubj" || s.Rel(i) == "obj" || s.Rel(i) == "obl" || s.Rel(i) == "nmod") && !s.isAny(i+1, "NOUN", "PROPN", "ADJ")
}

// modifiesNoun reports whether the noun before token last only modifies the
// one after it: "police" in "police station".
func (rd *reading) modifiesNoun(s *sentence, last int) bool {
	if s.taken[last-1] == nil && last < len(s.Tokens) && s.taken[last] == nil &&
		(s.isAny(last, "NOUN") || s.isAny(last, "PROPN") && s.capital(last-1)) {
		j, a, in := rd.phraseAt(s, last)
		return j == last && a == nil && in == nil && s.Rel(last-1) != "nsubj"
	}
	return false
}

// nounPhrase reads modifiers and complements around a noun.
func (rd *reading) nounPhrase(m *mention, nounFirst, nounLast int) {
	s := rd.sents[m.sent]
	m.first = rd.modifiers(s, nounFirst, &m.tie, m)
	m.last = nounLast
	there := tie{sector: m.tie.sector}
	behind := &m.tie
	if s.word(nounLast) != "of" && m.goesAbroad() && rd.whose(s, nounFirst) {
		behind = &there // "its soldiers in Chad" are not of Chad
	}
	if end := rd.complement(s, nounLast, len(s.Tokens), behind); end > nounLast && !rd.metThere(s, m, nounLast) {
		m.last, m.tie.there = end, there.code
	}
	m.head = s.headOf(nounFirst, nounLast)
	rd.joinStates(s, m)
	rd.takeQuantity(s, m)
	m.first = s.quantifier(m.first)
	for i := m.first; i < m.last; i++ {
		if o := s.taken[i]; o != nil {
			o.modifier = true
			continue
		}
		s.taken[i] = m
	}
	s.mentions = append(s.mentions, m)
}

// metThere reports whether the phrase behind a noun for one person, whose state stands
// before it, only says where something happened: "met Chad's president in Geneva".
func (rd *reading) metThere(s *sentence, m *mention, nounLast int) bool {
	return m.kind == mNominal && single(m) && m.tie.by != nil && m.tie.by.kind == mCountry && rd.r.classes[s.word(nounLast)+"/place"] != ""
}

// goesAbroad reports whether a noun means soldiers, officials or citizens, who stay those
// of a state wherever they are, unlike its companies and schools there; so do its forces.
func (m *mention) goesAbroad() bool {
	a := m.noun
	if a == nil {
		return m.inst != nil && (m.inst.sector == "MIL" || m.inst.sector == "COP")
	}
	return !a.mutual && (a.sector == "MIL" || a.sector == "GOV" || a.sector == "CVL")
}

// takeQuantity takes "dozens of", "a group of" before a noun into its mention.
func (rd *reading) takeQuantity(s *sentence, m *mention) {
	for m.first >= 2 && s.word(m.first-1) == "of" && s.taken[m.first-2] == nil && rd.r.classes[s.word(m.first-2)+"/measure"] != "" {
		m.head = m.first - 2
		m.first -= 2
		for m.first > 0 && s.taken[m.first-1] == nil && s.isAny(m.first-1, "NUM", "DET", "ADJ") {
			m.first--
		}
	}
}

// quantifier returns where the words begin that say how exact a number is before
// the noun phrase that starts at token i: "at least two", "more than 30".
func (s *sentence) quantifier(i int) int {
	if s.word(i-1) == "than" && (s.word(i-2) == "more" || s.word(i-2) == "less" || s.word(i-2) == "fewer") ||
		s.word(i-1) == "least" && s.word(i-2) == "at" || s.word(i-1) == "to" && s.word(i-2) == "up" && s.isAny(i, "NUM") {
		return i - 2
	}
	if (s.word(i) == "least" || s.word(i) == "most") && s.word(i-1) == "at" || s.word(i) == "than" && s.isAny(i-1, "ADJ", "ADV") {
		return i - 1
	}
	return i
}

// measured reports whether a quantity stands before the noun at token i.
func (rd *reading) measured(s *sentence, i int) bool {
	for i > 0 && s.isAny(i-1, "ADJ", "NUM", "DET", "NOUN") && s.word(i-1) != "of" {
		i--
	}
	return i >= 2 && s.word(i-1) == "of" && rd.r.classes[s.word(i-2)+"/measure"] != ""
}

func (rd *reading) addAgent(si, first, last int, a *agentNoun) {
	s := rd.sents[si]
	m := &mention{kind: mNominal, sent: si, noun: a, nameFirst: first, nameLast: last, phrase: a.noun, rule: "agent", confidence: 0.75}
	m.tie.sector, m.tie.inherit, m.tie.yields = a.sector, a.inherit, a.givesWay()
	probe := tie{}
	rd.modifiers(s, first, &probe, m)
	if probe.by == nil {
		rd.complement(s, last, len(s.Tokens), &probe)
	}
	if !rd.actorNoun(s, first, last, a, probe.by) || rd.headsList(s, last) {
		return
	}
	if a.inherit && a.noun == "supporter" || a.noun == "critic" {
		probe.by = nil
	}
	named := s.takenAt(first - 1)
	rd.nounPhrase(m, first, last)
	rd.linkedTo(s, m)
	m.tie.foreign = m.tie.foreign || rd.r.classes[s.word(last-1)+"/abroad"] != ""
	if p := s.takenAt(last + 1); a.follows && m.tie.by == nil && s.word(last) == "of" && p != nil && p.kind == mPerson {
		m.tie.by = p // "supporters of Ana Paz"
	}
	if a.stateless && a.sector == "" {
		m.tie.sector = "" // critics of a government are not of it
	}
	for i := m.first; i < first; i++ {
		if s.word(i) == "civilian" && m.tie.sector != "REF" {
			m.tie.sector = "CVL" // "civilian advisers"
		}
	}
	if named != nil && named.kind == mOrg && !a.plural && rd.r.classes[s.word(last-1)+"/orgnoun"] != "" && named.first >= m.first {
		m.same, m.rule = named, "apposition" // "the Atlas news agency"
	} else if !a.plural {
		rd.bearShort(s, m, last)
	}
	rd.nameAfter(s, m)
	if s.Rel(m.head) == "compound" || s.Rel(m.head) == "amod" {
		m.modifier = true
	}
}

// bearShort joins a noun that ends before token last to the organisation whose short name in
// brackets stands before it: "the Popular Union (PU) opposition party".
func (rd *reading) bearShort(s *sentence, m *mention, last int) {
	i := m.first
	if m.tie.by != nil || rd.r.classes[s.word(last-1)+"/orgnoun"] == "" || s.word(i-1) != ")" || s.word(i-3) != "(" {
		return
	}
	o := s.takenAt(i - 4)
	if o == nil || o.kind != mOrg || o.hidden {
		return
	}
	m.same, m.rule = o, "apposition"
	if o.e == nil && o.tie.sector == "" {
		o.tie.sector = m.tie.sector
	}
}

// headsList reports whether the names of states follow a noun after a colon: "four
// countries: Chad, Niger, Mali and Togo" are those and no group besides.
func (rd *reading) headsList(s *sentence, last int) bool {
	o := s.takenAt(last + 1)
	return s.word(last) == ":" && o != nil && o.kind == mCountry && rd.r.takes[s.Tokens[last-1].Lemma] == "country"
}

// takesUp lets weak nouns pass that stand for somebody named before ("the
// leader"), for people in general who act ("the people"), or for somebody of a
// family who acts ("the president's son").
func (rd *reading) takesUp(s *sentence, first, last int, a *agentNoun) bool {
	rel := s.Rel(last - 1)
	subject := rel == "nsubj"
	if a.noun == "source" {
		p := s.Child(last-1, "case")
		return subject || p >= 0 && s.word(p) == "according"
	}
	return subject && (a.plural || (a.title || a.collective) && s.word(first-1) == "the" || a.kin && (s.word(first-1) == "'s" || s.word(last) == "of"))
}

func (rd *reading) addInstitution(si, first, last int, in *institution) {
	s := rd.sents[si]
	if s.word(last) == "of" && rd.r.classes[s.word(last-1)+"/deedof"] != "" && last == first+1 {
		return // "the prosecution of Ana Paz" is what is done to her
	}
	m := &mention{kind: mInstitution, sent: si, inst: in, nameFirst: first, nameLast: last, phrase: in.key, rule: "institution", confidence: 0.8}
	probe := tie{}
	rd.modifiers(s, first, &probe, m)
	if probe.by == nil {
		rd.complement(s, last, len(s.Tokens), &probe)
	}
	if in.weak && probe.by == nil && !s.capital(first) && s.Rel(last-1) != "nsubj" {
		return
	}
	idle := rd.modifiesNoun(s, last)
	rd.nounPhrase(m, first, last)
	m.tie.sector = in.sector
	rd.bearShort(s, m, last)
	_, next, _ := rd.phraseAt(s, m.last)
	switch {
	case idle:
		m.modifier, m.confidence = true, weak
	case next != nil && m.last == last && !s.isAny(last, "VERB", "AUX"): // but "the army accused them"
		m.modifier = true
	}
}

// findTakeUps makes mentions of definite nouns that take up somebody named
// before ("the alliance", "both countries"), and of pronouns.
func (rd *reading) findTakeUps(si int) {
	s := rd.sents[si]
	for i := range s.Tokens {
		if s.Rel(i) == "expl" {
			continue
		}
		w := s.word(i)
		if class := rd.r.classes[w+"/pronoun"]; class != "" && s.inNominal(i) && s.isAny(i, "PRON", "DET") {
			m := &mention{kind: mPronoun, sent: si, first: i, last: i + 1, head: i, phrase: class, rule: "pronoun", confidence: 0.6}
			m.modifier = s.Rel(i) == "nmod" || s.Rel(i) == "det"
			s.mentions = append(s.mentions, m)
			continue
		}
		if rd.addRelative(s, si, i) {
			continue
		}
		rd.addTakeUp(s, si, i)
	}
}

// addRelative makes a mention of a relative pronoun that takes up a name or
// noun phrase: "Peru, which recalled its envoy", "Peru, whose president resigned".
func (rd *reading) addRelative(s *sentence, si, i int) bool {
	whose := s.word(i) == "whose"
	switch s.word(i) {
	case "who", "which", "that", "whom", "whose":
	default:
		return false
	}
	if !s.isAny(i, "PRON") && !(whose && s.isAny(i, "DET")) || s.taken[i] != nil && !(whose && s.inNominal(i)) {
		return false
	}
	if o := rd.antecedentOf(s, i); o != nil {
		s.mentions = append(s.mentions, &mention{kind: mPronoun, sent: si, first: i, last: i + 1, head: i, same: o, modifier: whose, rule: "relative", confidence: 0.7})
		return true
	}
	return false
}

// antecedentOf returns the mention that a relative pronoun takes up: what its clause
// hangs on by the tree, else the name or noun phrase that ends right before the comma
// before it, as trees often make a clause after a comma one of its own.
func (rd *reading) antecedentOf(s *sentence, i int) *mention {
	verb := s.Tokens[i].Head
	for n := 0; verb >= 0 && n < 4 && s.Rel(verb) != "acl"; n++ {
		verb = s.Tokens[verb].Head
	}
	var o *mention
	switch {
	case verb >= 0 && s.Rel(verb) == "acl" && s.Tokens[verb].Head >= 0:
		o = s.takenAt(s.Tokens[verb].Head)
	case s.word(i-1) == "," && (s.word(i) == "whose" || s.Rel(i) == "nsubj"):
		if o = s.takenAt(i - 2); o == nil || o.modifier || o.hidden || (s.word(i) == "who") != rd.ofPeople(o) && s.word(i) != "whose" {
			return nil
		}
	}
	if o == nil || o.kind == mPlace || o.kind == mRegion || o.last > i {
		return nil
	}
	return o
}

// ofPeople reports whether a mention is one of a person or of people, whom "who" takes up.
func (rd *reading) ofPeople(o *mention) bool {
	return o.kind == mPerson || o.kind == mNominal && o.noun != nil && !o.noun.collective
}

// inNominal reports whether a token is free or part of a noun phrase that has
// no name: "its" in "its ambassador", or of the title of a name: "her" in "her son
// Emil".
func (s *sentence) inNominal(i int) bool {
	o := s.taken[i]
	return o == nil || o.kind == mPerson && o.first == i && i < o.nameFirst || o.kind == mNominal || o.kind == mInstitution
}

func (rd *reading) addTakeUp(s *sentence, si, i int) {
	first := i
	two := false
	for first > 0 && first > i-4 {
		w := s.word(first - 1)
		if w == "two" || w == "both" {
			two = true
		}
		if w == "the" || w == "this" || w == "both" || w == "that" {
			first--
			break
		}
		if w != "two" && !s.isAny(first-1, "ADJ", "NUM") {
			return
		}
		first--
	}
	if first == i {
		return
	}
	w := s.word(i)
	if first == i-1 && rd.r.classes[w+"/twosome"] != "" && s.word(first) == "the" && s.Rel(i) == "nsubj" && s.taken[i] == nil && !s.isAny(i+1, "NOUN", "PROPN", "ADJ", "NUM", "ADP") {
		s.add(&mention{kind: mTakeUp, sent: si, first: first, last: i + 1, nameFirst: i, nameLast: i + 1, head: i, phrase: "twosome", rule: "take-up", confidence: 0.65})
		return
	}
	takes := rd.r.takes[w]
	if two {
		takes = rd.r.takes[s.Tokens[i].Lemma+"/both"]
	}
	if takes == "" || s.taken[i] != nil && (s.taken[i].kind != mNominal || !two) || s.isAny(i+1, "NOUN", "PROPN") || s.word(i+1) == "of" {
		return
	}
	for j := first; j <= i; j++ {
		if o := s.taken[j]; o != nil && (o.kind != mNominal || !two) {
			return
		}
	}
	if o := s.taken[i]; o != nil {
		o.hidden = true
	}
	m := &mention{kind: mTakeUp, sent: si, first: first, last: i + 1, nameFirst: i, nameLast: i + 1, head: i, phrase: takes, rule: "take-up", confidence: 0.65}
	if takes == "name" {
		m.rule = "take-up:" + w
	}
	s.add(m)
}
