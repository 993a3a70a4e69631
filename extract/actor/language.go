package actor

import "strings"

// isLanguage reports whether a demonym means a language: "in English", "French-
// speaking", "Spanish and Portuguese lessons".
func (rd *reading) isLanguage(s *sentence, first, last int) bool {
	if last-first != 1 || strings.HasSuffix(s.word(first), "s") {
		return false
	}
	next := last
	if s.word(next) == "-" {
		next++
	}
	if rd.r.classes[s.word(next)+"/ofspeech"] != "" {
		return true
	}
	if s.isAny(last, "NOUN", "PROPN", "ADJ") || s.word(last) == "-" {
		return false
	}
	if w := s.word(first - 1); first >= 2 && (w == "and" || w == "or" || w == ",") {
		_, es := rd.r.names.longest(s.folded, first-2)
		return es != nil && es[0].kind == kindDemonym && rd.isLanguage(s, first-2, first-1)
	}
	return first > 0 && rd.lemmaIs(s, first-1, "inspeech")
}
