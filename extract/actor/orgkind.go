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
	for _, m := range rd.allMentions() {
		s := rd.sents[m.sent]
		if m.org != nil && !m.hidden {
			last = m
			if m.org.e == nil && m.org.sector == "" && s.told(m) {
				m.org.sector = "JRN"
			}
			continue
		}
		if last == nil || last.org.e != nil || last.org.sector != "" || m.sent-last.sent > 2 {
			continue
		}
		if noun := rd.takesUpBody(s, m); noun != nil {
			last.org.sector = noun.sector
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
// without further words is: "the airline"; nil if it is none.
func (rd *reading) takesUpBody(s *sentence, m *mention) *agentNoun {
	if m.kind != mNominal && m.kind != mTakeUp || s.word(m.first) != "the" || m.last != m.first+2 {
		return nil
	}
	a := rd.agentAt(s, m.first+1, m.last)
	if a == nil || a.plural || !a.collective || a.sector == "" || m.tie.by != nil {
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
	for _, e := range rd.r.names.names[key(s.folded[first]+" Party")] {
		if e.kind == kindOrg && e.code == rd.home && e.sector == "PTY" {
			return e
		}
	}
	return nil
}
