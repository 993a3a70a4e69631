package actor

import "cmp"

// ownTie returns what the name of an organisation, or what stands right before and
// after it, says about whose it is. A part belongs to whom the whole does: "the
// Centre for Rural Law at the University of Pretoria", "UN News".
func (rd *reading) ownTie(s *sentence, m *mention, sector string) tie {
	t := tie{code: m.tie.code}
	rd.modifiers(s, m.first, &t, m)
	for _, h := range s.mentions {
		if h.hidden && h.first >= m.first && h.last <= m.last && t.code == "" && h.e != nil && (h.kind != mPlace || rd.named[h.e.code]) {
			t.code = h.e.code
		}
	}
	if t.code == "" {
		t.code = cmp.Or(rd.kindBefore(s, m, false), rd.partOf(s, m))
	}
	if t.code == "" {
		t.by = nil
		rd.complement(s, s.behindBracket(m.last), len(s.Tokens), &t)
	}
	if whole := t.by; t.code == "" && whole != nil && whole.kind == mOrg && whole.e == nil && whole.first > m.last {
		t.code = rd.ownTie(s, whole, rd.orgSector(s, whole)).code
	}
	if t.code == "" {
		t.code = cmp.Or(s.bracketed(m), s.address(m), rd.basedIn(s, m.last))
	}
	if t.code == "" {
		t.code = cmp.Or(rd.worldwide(s, m, sector), rd.regional(s, m, sector))
	}
	return t
}

// kindBefore returns the state of the noun phrase right before a name that says
// what it is: "the Italian giant Eni"; of one in the plural before a list, also for
// the second and later names: "British companies Soco and Dominion".
func (rd *reading) kindBefore(s *sentence, m *mention, plural bool) string {
	o := s.takenAt(m.first - 1)
	if w := s.word(m.first - 1); w == "and" || w == "," {
		if o = s.takenAt(m.first - 2); o != nil && o.kind == mOrg && o != m {
			return rd.kindBefore(s, o, true)
		}
		return ""
	}
	if o == nil || o.kind != mNominal || o.noun == nil || o.last != m.first || o.nameLast != m.first || plural && !o.noun.plural {
		return ""
	}
	if w := rd.r.classes[s.word(o.nameLast-1)+"/orgnoun"]; w == "" && !o.noun.collective && !o.noun.group {
		return ""
	}
	return o.tie.code
}

// partOf returns the slot of the organisation of no state whose name an
// organisation's begins with: "UN News Service", "EU Naval Force".
func (rd *reading) partOf(s *sentence, m *mention) string {
	last, es := rd.r.names.longest(s.folded, m.first)
	if es == nil || last >= m.last || s.word(last) == "of" || es[0].kind != kindOrg || rd.r.takes[s.Tokens[m.last-1].Lemma] == "country" {
		return ""
	}
	switch e := es[0]; e.code {
	case "MNC", "NGO":
		if end, where := rd.r.names.longest(s.folded, last); end == m.last && where[0].kind <= kindRegionAdjective {
			return e.code // "Oxfam Kenya"
		}
	case "UNO", "EUR", "IGO":
		if e.code == "UNO" || isAcronym(rd.text(s, m.first, last)) {
			return e.code
		}
	}
	return ""
}

// basedIn returns the state of the place where what follows a name and a comma says
// that it is based: "Donga University, a private school based in Busan"; "" if it
// says nothing of that.
func (rd *reading) basedIn(s *sentence, i int) string {
	if w := s.word(i); w != "," && w != "(" && w != "based" {
		return ""
	}
	for end := i + 12; i < len(s.Tokens) && i < end; i++ {
		if s.word(i) == "based" && s.word(i+1) == "in" {
			if o := s.takenAt(i + 2); o != nil && o.e != nil && (o.kind == mCountry || o.kind == mPlace) {
				return rd.placeCode(o)
			}
			return ""
		}
		if o := s.taken[i]; o != nil && (o.kind == mPerson || o.kind == mOrg) || s.isAny(i, "AUX", "PRON") || s.isAny(i, "VERB") && s.word(i) != "based" {
			return ""
		}
	}
	return ""
}

// address returns the state that stands between commas behind the name of a body:
// "the Board of Schools, India, said"; "" if none does, or it is one of a list.
func (s *sentence) address(m *mention) string {
	o := s.takenAt(m.last + 1)
	if s.word(m.last) != "," || o == nil || o.kind != mCountry || o.e.kind != kindCountry || o.first != m.last+1 || s.Rel(o.head) == "conj" {
		return ""
	}
	if w := s.word(o.last); w != "," && w != "." && w != ")" {
		return ""
	}
	if s.Child(o.head, "conj") >= 0 || s.word(o.last+1) == "and" {
		return ""
	}
	return o.e.code
}
