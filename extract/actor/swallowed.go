package actor

import (
	"strings"

	"dyad/extract/nlp"
)

// givenOnly reports whether a name of the tables is only the given names of
// somebody whose name goes on: "Juan Carlos Vega" is no king.
func (rd *reading) givenOnly(s *sentence, first, last int, ent nlp.Entity) bool {
	if last >= ent.Last || first != ent.First || !s.isAny(last, "PROPN") || rd.r.words[s.word(last)] == "suffix" || strings.Trim(s.folded[last], "IVX") == "" {
		return false
	}
	for i := first; i < last; i++ {
		w := s.word(i)
		if rd.r.classes[w+"/givenname"] == "" && rd.r.classes[w+"/man"] == "" && rd.r.classes[w+"/woman"] == "" {
			return false
		}
	}
	return true
}

// calledAfter reports whether a person's name only begins that of a body: "Nelson
// Mandela University", but not "the Mandela government".
func (rd *reading) calledAfter(s *sentence, last int, ent nlp.Entity) bool {
	w := s.word(ent.Last - 1)
	return last < ent.Last && s.word(last) != "'s" && rd.r.tables.orgWords[w] != "" && rd.r.classes[w+"/reign"] == ""
}

// placeOfOffice reports whether the state or capital at the beginning of what the
// recogniser took for a person's name is where that person has an office: "the
// envoy to Malta Ana Ruiz", "the ambassador in Cairo Mariam Al Kaabi".
func (rd *reading) placeOfOffice(s *sentence, first, last, end int, e *entry) bool {
	return end-last >= 2 && s.capital(last) && rd.post(s, first, e)
}

// post reports whether the state or capital at a token stands behind a preposition
// of where somebody is sent or has his office.
func (rd *reading) post(s *sentence, first int, e *entry) bool {
	return (e.kind == kindCountry || e.kind == kindCapital) && rd.r.classes[s.word(first-1)+"/post"] != ""
}

// placeOfPost reports whether the name of a state or capital before a person's name
// is not the person's own but where somebody with a title is sent: "the ambassador in
// Cairo Ana Ruiz".
func (rd *reading) placeOfPost(s *sentence, o *mention) bool {
	return o.kind == mCountry && rd.post(s, o.first, o.e)
}

// stripTitle skips the demonyms and titles that the recogniser took into a
// name: all up to the last title.
func (rd *reading) stripTitle(s *sentence, first, last int) int {
	for end := last - 1; end > first; end-- {
		if _, a := rd.agentEnding(s, end); a != nil && a.title { // it may begin before the name
			return end
		}
	}
	if j, es := rd.r.names.longest(s.folded, first); es != nil && es[0].kind == kindDemonym && j < last {
		return j
	}
	return first
}

// articleBefore reports whether a name that begins with an article ends inside a longer
// one behind the article: "The Guardian" before "Council".
func (rd *reading) articleBefore(s *sentence, first, last int) bool {
	if s.word(first) != "the" || last-first < 2 {
		return false
	}
	end, es := rd.r.names.longest(s.folded, first+1)
	return es != nil && end > last
}
