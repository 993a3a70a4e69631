package actor

// nameAfter joins a noun phrase to the name that follows it between commas:
// "the spokesperson for the ministry, Nasser Kanaani, said", also where more
// words belong to the noun: "the Minister of Labour and Mines, Ana Paz, said".
// One of several is named so too: "one of the senators, Ana Paz, said".
func (rd *reading) nameAfter(s *sentence, m *mention) {
	if m.noun.group || m.noun.collective || m.noun.plural && !s.oneOf(m) {
		return
	}
	end := rd.titleEnd(s, m.last)
	if s.word(end) != "," {
		return
	}
	o := s.takenAt(end + 1)
	if o == nil || o.kind != mPerson || o.first != end+1 {
		return
	}
	switch s.word(o.last) {
	case ",", ".", "", ":", ";", ")", "who", "(":
	case "and":
		if !s.isAny(o.last+1, "DET") && !rd.bareTitle(s, m, o) {
			return // "the minister of Chile, Ana Paz and Luis Ruiz said"
		}
	default:
		if !rd.bareTitle(s, m, o) {
			return
		}
	}
	if !m.noun.plural {
		m.same, m.rule = o, "apposition"
	}
	rd.describe(o, m)
}

// oneOf reports whether a noun in the plural is said of one of many: "one of the
// senators".
func (s *sentence) oneOf(m *mention) bool {
	i := m.nameFirst - 1
	for i > 0 && s.word(i) != "of" && i > m.nameFirst-4 {
		i--
	}
	return s.word(i) == "of" && s.word(i-1) == "one"
}

// bareTitle reports whether a title without an article stands before a comma and
// the name that the clause goes on with: "Chairman of the board, Ana Paz won", but
// not "in talks with the chairman, Ana Paz won".
func (rd *reading) bareTitle(s *sentence, m, o *mention) bool {
	return m.noun.title && m.first == m.nameFirst && s.capital(m.first) && (m.first == 0 || !s.isAny(m.first-1, "ADP", "DET")) && s.isAny(o.last, "VERB", "AUX")
}

// titleReach is how many tokens may belong to an office behind its noun.
const titleReach = 20

// titleEnd returns where the phrase that an office rules ends when it goes on
// after token i with "of", "for", "in", "at" or "to": nouns, adjectives and "and"
// up to a comma, or where a short name in brackets ends it; i if it does not.
func (rd *reading) titleEnd(s *sentence, i int) int {
	if s.word(i) == "(" && s.word(i+2) == ")" && s.word(i+3) == "," {
		return i + 3
	}
	if rd.r.classes[s.word(i)+"/officeof"] == "" {
		return i
	}
	for j := i + 1; j < len(s.Tokens) && j < i+titleReach; j++ {
		if s.word(j) == "," {
			return j
		}
		if s.word(j) == "(" && s.word(j+2) == ")" {
			j += 2 // the short name of what it is the office of
			continue
		}
		if o := s.taken[j]; o != nil && o.kind == mPerson ||
			!s.isAny(j, "NOUN", "PROPN", "ADJ", "DET", "CCONJ", "ADP", "PART", "NUM") && !(s.word(j) == "-" && s.tight(j)) && !(s.isAny(j, "VERB") && (s.Rel(j) == "amod" || s.word(j-1) == "-")) {
			return i
		}
	}
	return i
}
