package actor

// jointBody makes a mention of a body of two states whose name begins with both at
// token i ("the Saudi-Greek Partnership Council"), which the recogniser often
// cuts or misses, and returns where it ends; i if none begins there.
func (rd *reading) jointBody(si, i int) int {
	s := rd.sents[si]
	a, first := rd.stateAt(s, i)
	if first == nil || s.word(a) != "-" {
		return i
	}
	b, second := rd.stateAt(s, a+1)
	if second == nil || second[0].code == first[0].code {
		return i
	}
	last := b
	for last < len(s.Tokens) && (s.capital(last) || s.word(last) == "-" && s.tight(last)) && rd.r.classes[s.word(last)+"/commerce"] == "" {
		last++
	}
	if last == b || !rd.founded(s.word(last-1)) {
		return i
	}
	m := &mention{kind: mOrg, sent: si, first: i, last: last, nameFirst: i, nameLast: last, head: s.headOf(i, last), rule: "joint-body", confidence: 0.8}
	m.tie.code = "IGO"
	s.add(m)
	for _, h := range []*mention{rd.newName(si, i, a, first), rd.newName(si, a+1, b, second)} {
		if h != nil {
			h.hidden = true
			s.mentions = append(s.mentions, h)
		}
	}
	return last
}

// stateAt returns the state or demonym that begins at token i, and where it ends.
func (rd *reading) stateAt(s *sentence, i int) (int, []*entry) {
	j, es := rd.r.names.longest(s.folded, i)
	if es == nil || es[0].kind != kindCountry && es[0].kind != kindDemonym {
		return i, nil
	}
	return j, es
}

// founded reports whether a word ends the names of bodies that states found together.
func (rd *reading) founded(w string) bool {
	return rd.r.classes[w+"/interstate"] != "" || rd.r.classes[w+"/joint"] != ""
}

// regional returns the slot of an organisation whose name begins with a region of
// many states, as [reading.worldwide] does for the world: IGO of "African Grain
// Organization", NGO of "Asian Archery Confederation"; "" for companies, parties and
// associations of people. Those of a region's people have it behind "of": NGO of the
// "Association of African Jurists".
func (rd *reading) regional(s *sentence, m *mention, sector string) string {
	for _, h := range s.mentions {
		if h.hidden && h.kind == mRegion && h.e.code == "" && h.first > m.first+1 && s.word(h.first-1) == "of" && rd.namesPeople(s, h.last, m.last) {
			return "NGO"
		}
		if h.hidden && h.kind == mRegion && h.e.code == "" && h.last == m.last && h.first > m.first+1 && rd.forRegion(s, m.first, h.first) && (sector == "GOV" || sector == "CVL" || sector == "") {
			return rd.ofStates(s, m)
		}
		first := m.first
		if s.word(first) == "pan" {
			first++
		}
		if !h.hidden || h.kind != mRegion || h.e.code != "" || h.first != first || rd.r.classes[s.word(h.last-1)+"/continent"] == "" {
			continue
		}
		if (sector == "GOV" || sector == "CVL" || sector == "" || rd.r.tables.vague[s.word(m.last-1)]) && !rd.namesPeople(s, h.last, m.last) {
			return rd.ofStates(s, m)
		}
	}
	return ""
}

// namesPeople reports whether some of the words of a name are a noun for people:
// "African Traders Organisation" may well be one of a single state.
func (rd *reading) namesPeople(s *sentence, first, last int) bool {
	for i := first; i < last; i++ {
		if a := rd.agentAt(s, i, i+1); a != nil && a.plural {
			return true
		}
	}
	return false
}

// ofStates is IGO if a word of a name says that states founded what it names, else NGO.
func (rd *reading) ofStates(s *sentence, m *mention) string {
	for i := m.first; i < m.last; i++ {
		if rd.r.classes[s.word(i)+"/interstate"] != "" {
			return "IGO"
		}
	}
	return "NGO"
}

// forRegion reports whether a name up to the region at token last is that of a body
// for it: "Economic Council for Latin America".
func (rd *reading) forRegion(s *sentence, first, last int) bool {
	if w := s.word(last - 1); w != "for" && w != "of" {
		return false
	}
	for i := first; i < last-1; i++ {
		if rd.founded(s.word(i)) {
			return true
		}
		if s.isAny(i, "ADP") {
			return false
		}
	}
	return false
}
