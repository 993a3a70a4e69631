package actor

// longTitle reads a title with a complement: "Minister of Tourism Iván Ruiz".
// It returns where the title begins, start if there is none.
func (rd *reading) longTitle(s *sentence, m *mention, start int) int {
	prepositions, begin := 0, start
	start = s.beforeBracket(start)
	for i := start - 1; i >= 0 && i > start-12; i-- {
		if s.taken[i] != nil && s.taken[i].kind == mPerson {
			break
		}
		if o := s.taken[i]; o != nil && o.kind == mCountry {
			i = o.first // "of" in the name of a state goes before nothing else
			continue
		}
		if rd.r.classes[s.word(i)+"/officeof"] != "" {
			j, a := rd.agentEnding(s, i)
			if a != nil && a.title && !a.plural && s.capital(j) {
				m.tie.take(a, s.joined(j, i))
				if t := (tie{}); rd.modifiers(s, j, &t, m) < j && t.code != "" {
					return j // "the Chadian envoy in Cairo" is Chad's
				}
				rd.complement(s, i, begin, &m.tie)
				return j
			}
			if prepositions++; prepositions > 1 {
				break
			}
			continue
		}
		if !s.isAny(i, "NOUN", "PROPN", "ADJ", "DET", "CCONJ") && s.taken[i] == nil && !s.possessor(i) {
			break
		}
	}
	return begin
}

// beforeBracket returns where a word in brackets begins that ends before a token:
// "Head of the River Board (RB) Ana Paz"; the token if there is none.
func (s *sentence) beforeBracket(i int) int {
	if s.word(i-1) == ")" && s.word(i-3) == "(" {
		return i - 3
	}
	return i
}

// behindBracket returns the token behind a word in brackets that begins at a token:
// "the River Board (RB) of Chad"; the token if there is none.
func (s *sentence) behindBracket(i int) int {
	if s.word(i) == "(" && s.word(i+2) == ")" {
		return i + 3
	}
	return i
}

// listedReach is how many words before a name an office may begin whose portfolios
// are a list.
const listedReach = 24

// listedOffice reads an office in capitals whose portfolios are a list up to the comma
// before the name, which trees seldom get right: "the Chadian Minister for Gender,
// Labour, and Social Development, Ana Ruiz".
func (rd *reading) listedOffice(s *sentence, m *mention) {
	comma := m.nameFirst - 1
	if m.first != m.nameFirst || m.e != nil || m.tie.office != "" || s.word(comma) != "," {
		return
	}
	if rd.openingOffice(s, m, comma) {
		return
	}
	content := 0
	for i := comma - 1; i >= 0 && i >= comma-listedReach; i-- {
		if o := s.taken[i]; o != nil && o.kind == mPerson {
			return
		}
		w := s.word(i)
		if w == "of" || w == "for" {
			j, a := rd.agentEnding(s, i)
			if a != nil && a.title && !a.plural && !a.courtesy && s.capital(j) && content > 0 && rd.atClause(s, j) {
				m.tie.take(a, s.joined(j, i))
				rd.modifiers(s, j, &m.tie, m)
				if m.tie.by == nil && m.tie.code == "" {
					rd.complement(s, i, comma, &m.tie)
				}
				return
			}
		}
		switch {
		case w == "," || w == "and" || w == "&" || w == "of" || w == "for" || w == "the":
		case s.capital(i):
			content++
		default:
			return
		}
	}
}

// atClause reports whether an office at token j stands where somebody can be spoken
// of anew: not behind a preposition, where the name after the comma may be another's
// ("in talks with the Minister of Trade, Luis Paz won"), nor behind a name and a comma,
// whose office it is.
func (rd *reading) atClause(s *sentence, j int) bool {
	first := rd.modifiers(s, j, &tie{}, &mention{kind: mNominal, nameFirst: len(s.Tokens)})
	if s.word(first-1) == "," && s.personAt(first-2) != nil {
		return false
	}
	return first == 0 || !s.isAny(first-1, "ADP") || s.word(first-1) == "by" || s.word(first-1) == "to"
}

// openingOffice reads an office that a sentence opens with up to the comma before the
// name: "Chad Alliance councillor, Ana Ruiz said".
func (rd *reading) openingOffice(s *sentence, m *mention, comma int) bool {
	j, a := rd.agentEnding(s, comma)
	if a == nil || !a.title || a.plural || a.courtesy || s.covered(j, comma, m) {
		return false
	}
	t := tie{}
	if rd.modifiers(s, j, &t, m) > 0 {
		return false
	}
	t.take(a, s.joined(j, comma))
	m.tie.merge(t)
	return true
}
