package actor

// complement reads what follows a preposition after an agent noun between
// tokens from and to: the state or body that it belongs to.
func (rd *reading) complement(s *sentence, from, to int, t *tie) int {
	if rd.r.classes[s.word(from)+"/tie"] == "" {
		return from
	}
	if rd.r.classes[s.word(from-1)+"/posted"] != "" && rd.r.classes[s.word(from)+"/place"] != "" {
		return from // "its ambassador in Cairo" is not of Egypt
	}
	for i, end := from+1, from+5; i < to && i < end; i++ {
		o := s.taken[i]
		if o != nil && rd.onBehalf(s, o) {
			i, end = o.last+1, end+3
			continue
		}
		if o == nil {
			if !s.isAny(i, "DET", "ADJ", "NOUN", "PROPN", "NUM") {
				return from
			}
			continue
		}
		if o.kind == mPerson || s.word(o.last) == "'s" && o.kind == mPlace {
			return from
		}
		if t.sector == "JRN" && rd.r.classes[s.word(from)+"/place"] != "" && o.kind != mOrg && (o.e == nil || o.e.kind != kindCountry) {
			return from // "told reporters in Geneva"
		}
		if !rd.tieTo(s, o, t) {
			return from
		}
		if o.kind == mRegion && s.word(o.last) == "of" { // "the director for Africa of the ILO"
			return max(rd.nounEnd(s, o.last), rd.complement(s, o.last, to, t))
		}
		if s.word(o.last) == "'s" {
			j := o.last + 1
			for j < to && s.taken[j] == nil && s.isAny(j, "ADJ") {
				j++
			}
			if b := s.takenAt(j); b != nil && b.kind == mInstitution {
				if t.inherit && t.sector == "" {
					t.sector = b.inst.sector // "leaders of Chad's new government"
				}
				return b.last // "the speaker of Chad's parliament"
			}
			return rd.nounEnd(s, o.last+1)
		}
		if s.word(o.last) == "-" && s.tight(o.last) && s.isAny(o.last+1, "VERB", "ADJ") { // "of a Greek-owned ship"
			return rd.nounEnd(s, o.last+2)
		}
		return rd.nounEnd(s, o.last)
	}
	return from
}

// nounEnd returns where the noun phrase that goes on at token i ends.
func (rd *reading) nounEnd(s *sentence, i int) int {
	for i < len(s.Tokens) && s.taken[i] == nil && (s.isAny(i, "NOUN", "PROPN", "ADJ") || s.word(i) == "-" && s.tight(i) && s.takenAt(i+1) == nil && s.isAny(i+1, "NOUN", "PROPN", "ADJ")) {
		i++
	}
	return i
}

// topic reports whether the name of a state before a noun says what somebody
// knows about, not whose he is: "a China specialist", but "a Chinese specialist".
func (rd *reading) topic(s *sentence, o *mention, noun int) bool {
	_, a, _ := rd.phraseAt(s, noun)
	return a != nil && a.stateless && o.kind == mCountry && o.e.kind == kindCountry
}

// onBehalf reports whether the name of a state says who stands behind what
// follows, which is another's: "Israeli-occupied", "Iran-backed".
func (rd *reading) onBehalf(s *sentence, o *mention) bool {
	return o.kind == mCountry && s.word(o.last) == "-" && rd.r.classes[s.word(o.last+1)+"/behalf"] != ""
}

// linkedTo ties a group to the state that the words right behind it say it is close to:
// "hackers linked to Chad", "militias loyal to Peru".
func (rd *reading) linkedTo(s *sentence, m *mention) {
	if m.tie.by != nil || m.tie.code != "" || single(m) || rd.r.classes[s.word(m.last)+"/linked"] == "" {
		return
	}
	if w := s.word(m.last + 1); w != "to" && w != "with" {
		return
	}
	if o := s.takenAt(m.last + 2); o != nil && o.kind == mCountry && o.e.kind != kindDemonym {
		rd.tieTo(s, o, &m.tie)
	}
}
