package actor

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
