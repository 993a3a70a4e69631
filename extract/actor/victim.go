package actor

// victims reports whether a noun for people is the object of a verb of doing something to
// people whose subject is an actor: "the junta detained dozens of women". Those of whom
// an accident is told are none.
func (rd *reading) victims(s *sentence, first, last int, a *agentNoun) bool {
	if !a.plural || a.sector != "CVL" {
		return false
	}
	h := s.headOf(first, last)
	if rd.measured(s, first) && s.Rel(h) == "nmod" {
		h = s.Tokens[h].Head // "dozens of women"
	}
	h = s.firstConjunct(h)
	verb := s.Tokens[h].Head
	if s.Rel(h) != "obj" || verb < 0 || !rd.lemmaIs(s, verb, "against") {
		return false
	}
	k := s.doer(verb)
	if k < 0 {
		return false
	}
	if o := s.takenAt(k); o != nil {
		return o.kind != mPlace
	}
	_, agent, body := rd.phraseAt(s, k)
	return agent != nil || body != nil
}
