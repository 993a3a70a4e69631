package actor

import (
	"cmp"
	"slices"
	"strconv"

	"dyad/schema"
)

// severalBack is how many sentences before a noun in the plural may name those whom it
// takes up.
const severalBack = 3

// peopleApposed returns the people of the list that stands in apposition to a noun in the
// plural: "the two activists, Ana Paz and Otto Lind, were freed"; nil where there is none, or
// one of another number.
func (rd *reading) peopleApposed(m *mention) []string {
	s := rd.sents[m.sent]
	if !m.noun.plural || rd.r.classes[s.word(m.first)+"/further"] != "" {
		return nil
	}
	n := rd.number(s, m.first, m.nameFirst)
	p := s.apposed(m)
	if p == nil && n > 1 && s.word(m.last) == "," {
		p = s.personAt(m.last + 1) // whatever the tree says
	}
	if p == nil || p.person == nil {
		return nil
	}
	ids := rd.listed(s, p)
	if len(ids) < 2 || n != 0 && n != len(ids) || rd.measured(s, m.nameFirst) {
		return nil
	}
	return ids
}

// twoBefore returns the two people or states whom "the two" takes up: those of the last
// sentence before that met or are named together; nil if none.
func (rd *reading) twoBefore(m *mention, before []*mention) []string {
	for i := m.sent - 1; i >= max(0, m.sent-severalBack); i-- {
		for _, o := range slices.Backward(before) {
			if o.sent == i && len(o.ids) == 2 && !o.hidden && (o.kind == mNominal || o.kind == mTakeUp || o.kind == mPronoun) {
				return slices.Clone(o.ids)
			}
		}
		if ids := rd.pairIn(i, len(rd.sents[i].Tokens), rd.quoted(m.sent, m.first)); len(ids) == 2 {
			return ids
		}
		for _, o := range slices.Backward(before) {
			if o.sent == i && o.person != nil && !o.hidden {
				if ids := rd.listed(rd.sents[i], o); len(ids) == 2 {
					return ids
				}
			}
		}
	}
	return nil
}

// listed returns the people of the list that a name is in, in text order; nil if others are in
// it, too.
func (rd *reading) listed(s *sentence, p *mention) []string {
	var ids []string
	top := s.firstConjunct(p.head)
	for i := range s.Tokens {
		if i != top && (s.Rel(i) != "conj" || s.firstConjunct(i) != top) {
			continue
		}
		o := s.takenAt(i)
		if o != nil && o.kind == mNominal && o.same != nil {
			o = o.same
		}
		if o == nil || o.kind != mPerson || o.person == nil {
			return nil
		}
		if id := rd.personActor(o.person).ID; !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// number returns the number among the words before a noun, 0 for none and -1 for one that is
// not small.
func (rd *reading) number(s *sentence, first, last int) int {
	for i := first; i < last; i++ {
		if n, err := strconv.Atoi(cmp.Or(rd.r.classes[s.word(i)+"/number"], s.word(i))); err == nil && n > 1 {
			return n
		}
		if s.isAny(i, "NUM") {
			return -1
		}
	}
	return 0
}

// peopleNamed returns the people of the last list of names whom a definite noun in the
// plural without further words takes up: "the ministers" after "Justice Minister Ana Paz and
// Home Minister Otto Lind"; nil where they are named otherwise, or somebody of the noun without
// a name stands between.
func (rd *reading) peopleNamed(m *mention, before []*mention) []string {
	s := rd.sents[m.sent]
	if !m.noun.plural || m.tie.by != nil || m.tie.former || s.word(m.first) != "the" || len(rd.groupWordsBefore(m)) > 0 || rd.measured(s, m.nameFirst) || rd.extent(s, m) > m.last {
		return nil
	}
	n := rd.number(s, m.first, m.nameFirst)
	for _, o := range slices.Backward(before) {
		if m.sent-o.sent > severalBack || o.sent == m.sent {
			if o.sent == m.sent {
				continue
			}
			return nil
		}
		if o.kind == mNominal && o.noun != nil && o.noun.plural && rd.sameNoun(o.noun, m.noun) {
			if len(o.ids) > 1 && o.rule == "apposition" && (n == 0 || n == len(o.ids)) {
				return slices.Clone(o.ids)
			}
			return nil
		}
		if o.person == nil || o.hidden {
			continue
		}
		if ids := rd.listed(rd.sents[o.sent], o); len(ids) >= 2 && (n == 0 || n == len(ids)) && rd.allFit(ids, m) {
			return ids
		}
	}
	return nil
}

// allFit reports whether a noun in the plural may be said of everybody of a list by the
// office or trade that the article gives them.
func (rd *reading) allFit(ids []string, m *mention) bool {
	for _, id := range ids {
		p := rd.personOf(id)
		if p == nil || !sameOffice(p.tie.office, m.noun.noun) && !(p.e != nil && rd.fits(p, m)) {
			return false
		}
	}
	return true
}

// personOf returns the person of the article with an id, nil if there is none.
func (rd *reading) personOf(id string) *person {
	for _, p := range rd.people {
		if a := rd.personActor(p); a != nil && a.Kind == schema.KindPerson && a.ID == id {
			return p
		}
	}
	return nil
}
