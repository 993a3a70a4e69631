package actor

// water reports whether the name of a state or its demonym is only a part of that of a
// gulf, an ocean or a strait, which is of no state: "the Gulf of Mexico", "the Sea of
// Japan", "the Indian Ocean". "The South China Sea" and "the Taiwan Strait" stand for the
// state that a dispute there is with.
func (rd *reading) water(s *sentence, first, last int, e *entry) bool {
	if e.kind > kindCapital {
		return false
	}
	if rd.r.classes[s.word(last)+"/water"] == "water" {
		return s.capital(last)
	}
	return s.word(first-1) == "of" && s.capital(first-2) && rd.r.classes[s.word(first-2)+"/water"] != ""
}
