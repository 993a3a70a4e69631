package actor

import (
	"slices"
	"strings"
)

// nameTrades reads the walk of life of organisations that their names do not tell
// off what the article says of them: "the airline" right after the name, or that
// somebody tells them something, which people tell the media.
func (rd *reading) nameTrades() {
	var last *mention
	for si, s := range rd.sents {
		for i := range s.Tokens {
			if m := s.taken[i]; m != nil && m.org != nil && m.first == i && !m.hidden {
				last = m
				if m.org.e == nil && m.org.sector == "" && s.told(m) {
					m.org.sector = "JRN"
				}
			}
			if last == nil || last.org.e != nil || last.org.sector != "" || si-last.sent > 2 {
				continue
			}
			if noun := rd.takesUpBody(s, i); noun != nil {
				last.org.sector = noun.sector
			}
		}
	}
}

// told reports whether a name is that of who is told what stands in quotation marks.
func (s *sentence) told(m *mention) bool {
	rel, verb := s.Rel(m.head), s.Tokens[m.head].Head
	if rel != "obj" && rel != "iobj" || !strings.EqualFold(s.Tokens[verb].Lemma, "tell") {
		return false
	}
	return slices.ContainsFunc(s.folded, func(w string) bool { return strings.ContainsAny(w, "\"“”") })
}

// takesUpBody returns the noun for one body or company that a definite noun phrase
// of two words, or of three with a demonym, is: "the airline", "the Chadian airline";
// nil if none starts at token i.
func (rd *reading) takesUpBody(s *sentence, i int) *agentNoun {
	if s.word(i) != "the" {
		return nil
	}
	if o := s.takenAt(i + 1); o != nil && o.e != nil && o.e.kind == kindDemonym && o.last == i+2 {
		i++
	}
	if !s.isAny(i+1, "NOUN") || s.isAny(i+2, "NOUN", "PROPN") || s.word(i+2) == "of" {
		return nil
	}
	a := rd.agentAt(s, i+1, i+2)
	if a == nil || a.plural || !a.collective {
		return nil
	}
	return a
}

// partyCalled returns the party of the home state that is called by the name of a
// body which that state does not have under it: the Congress of India is the Congress
// Party; nil if there is none, or another state stands before the name.
func (rd *reading) partyCalled(s *sentence, first, last int) *entry {
	if last != first+1 || !s.capital(first) {
		return nil
	}
	if o := s.takenAt(first - 1); o != nil && o.e != nil && o.last == first && o.e.code != rd.home {
		return nil
	}
	return rd.homeParty(s.folded[first])
}

// homeParty returns the party of the home state that has a word before "Party" in its
// name, nil if none has.
func (rd *reading) homeParty(word string) *entry {
	for _, e := range rd.r.names.names[key(word+" Party")] {
		if e.kind == kindOrg && e.code == rd.home && e.sector == "PTY" {
			return e
		}
	}
	return nil
}

// orgSector reads the sector off the words of a name: the last that tells one
// before "of", or what it is for. An office that deals with a trade is of the state
// ("Health Authority").
func (rd *reading) orgSector(s *sentence, m *mention) string {
	sector, from, purpose := "", "", false
	t := rd.r.tables
	if m.last == m.first+1 {
		sector = t.orgWords[capped(s.folded[m.first])] // "BankDhofar"
	}
	for i := m.first; i < m.last; i++ {
		w := s.word(i)
		if w == "of" && sector != "" && !t.topics[from] {
			break
		}
		purpose = purpose || sector != "" && (w == "for" || w == "on")
		v := t.orgWords[w]
		if w == "congress" && rd.homeParty(s.folded[i]) != nil {
			v = "PTY"
		}
		switch {
		case v == "" || t.endings[w] && i < m.last-1:
			continue
		case sector == "":
		case purpose && (t.topics[w] || !strings.HasSuffix(w, "s")):
			continue // "Commission for University Education", but "for Workers"
		case t.vague[w] && !(v == "GOV" && t.topics[from]):
			continue
		}
		sector, from = v, w
	}
	if _, a := rd.agentEnding(s, m.last); a != nil && a.plural && t.vague[from] && (trade(a.sector) || a.sector == "JUD" || a.sector == "BUS") {
		return a.sector // "Association of African Jurists"
	}
	return sector
}

// capped returns the first word of two that are written as one with a capital inside,
// in lower case: "bank" of "BankDhofar"; "" of any other.
func capped(w string) string {
	for i := 3; i+2 < len(w); i++ {
		if w[i] >= 'A' && w[i] <= 'Z' && w[i+1] >= 'a' && w[i+1] <= 'z' {
			return strings.ToLower(w[:i])
		}
		if w[i] < 'a' || w[i] > 'z' {
			return ""
		}
	}
	return ""
}

// kindBehind returns the walk of life of the noun right behind the name of an
// organisation that says what it is: "the Rovina daily"; "" if none does.
func (rd *reading) kindBehind(s *sentence, m *mention) string {
	if s.takenAt(m.last) != nil || !s.isAny(m.last, "NOUN", "ADV") || s.isAny(m.last+1, "NOUN", "PROPN") {
		return ""
	}
	if a := rd.agentAt(s, m.last, m.last+1); a != nil && !a.plural && !a.title && (a.collective || a.weak) && a.sector != "CVL" {
		return a.sector
	}
	return ""
}

// shortFor is how many words before a bracket may spell out the acronym in it.
const shortFor = 8

// longSector returns the walk of life that the words tell which an acronym in brackets
// stands for, also where they are no name: "a special investigation court (SIC)".
func (rd *reading) longSector(s *sentence, m *mention) string {
	if s.word(m.first-1) != "(" || s.word(m.last) != ")" || m.last != m.first+1 || len(s.folded[m.first]) < 2 {
		return ""
	}
	a := strings.ToLower(s.folded[m.first])
	last := m.first - 1
	for i := last - 1; i >= 0 && i >= last-shortFor; i-- {
		if !s.isAny(i, "NOUN", "PROPN", "ADJ", "ADP", "CCONJ", "DET") {
			break
		}
		if w := s.word(i); w[:1] == a[:1] && s.isAny(i, "NOUN", "PROPN", "ADJ") && spells(s.lower[i:last], a) {
			if sector := rd.orgSector(s, &mention{sent: m.sent, first: i, last: last}); sector != "GOV" { // parties have committees too
				return sector
			}
			return ""
		}
	}
	return ""
}

// spells reports whether an acronym is made of letters of words in their order, each
// word giving its first letter or none.
func spells(words []string, acronym string) bool {
	at := 0
	for _, w := range words {
		if at < len(acronym) && strings.HasPrefix(w, acronym[at:at+1]) {
			at++
		}
	}
	return at >= len(acronym)-1 && at >= 2
}
