package actor

import (
	"slices"
	"strings"
)

// nicknameReach is how many tokens may stand between "known" and "as" before a nickname.
const nicknameReach = 5

// nicknames finds the names that the text says somebody is called by besides, with who
// that is: "Kofi Banda, better known as Toto".
func (rd *reading) nicknames(list []*mention) map[*mention]*mention {
	out := map[*mention]*mention{}
	for _, m := range list {
		if m.e != nil || m.first != m.nameFirst {
			continue
		}
		if p := rd.nicknameOf(m); p != nil && p != m && p.nameLast-p.nameFirst >= min(2, m.nameLast-m.nameFirst) {
			out[m] = p
		}
	}
	return out
}

// nicknameOf returns the person whose nickname a name is; nil if it is none.
func (rd *reading) nicknameOf(m *mention) *mention {
	s := rd.sents[m.sent]
	i := m.first - 1
	if s.isAny(i, "PUNCT") && s.quoted(i, i+1) {
		i--
	}
	if rd.r.classes[s.word(i)+"/alias"] == "" {
		if s.word(i) != "as" {
			return nil
		}
		for i--; s.word(i) != "known"; i-- {
			if i < m.first-nicknameReach || s.takenAt(i) != nil || s.isAny(i, "VERB", "PUNCT", "PRON") {
				return nil
			}
		}
	}
	for i--; i > 0 && s.personAt(i) == nil && (s.isAny(i, "ADV", "PUNCT") || s.word(i) == "is" || s.word(i) == "was" || s.word(i) == "who" || s.word(i) == "also"); {
		i--
	}
	return s.personAt(i)
}

// takeNicknames joins nicknames, and further mentions by them, to the people they mean.
func (rd *reading) takeNicknames(list []*mention, called map[*mention]*mention) {
	for _, m := range list {
		for _, n := range list {
			p := called[n]
			if p == nil || p.person == nil || m != n && (m.person != nil || !rd.sameName(m, n)) {
				continue
			}
			p.person.join(m)
			break
		}
	}
}

// isNickname reports whether a mention has the words of a nickname.
func (rd *reading) isNickname(m *mention, called map[*mention]*mention) bool {
	for n := range called {
		if m == n || rd.sameName(m, n) {
			return true
		}
	}
	return false
}

// sameName reports whether two names have the same words.
func (rd *reading) sameName(a, b *mention) bool {
	return slices.EqualFunc(rd.nameTokens(rd.sents[a.sent], a.nameFirst, a.nameLast), rd.nameTokens(rd.sents[b.sent], b.nameFirst, b.nameLast), strings.EqualFold)
}
