package actor

// sceneCode is the state where people who are named no nearer act: "thousands
// of people blocked streets in Peru". It must be a state named as such in the
// clause that they are the subject of, or the first name after people that a
// sentence begins with, as trees of such sentences are often wrong.
func (rd *reading) sceneCode(m *mention) string {
	s := rd.sents[m.sent]
	h := s.firstConjunct(m.head)
	if m.noun.sector != "CVL" || s.Rel(h) != "nsubj" && m.first > 0 {
		return ""
	}
	verb := s.Tokens[h].Head
	for _, o := range s.mentions {
		if o.kind != mCountry || o.e.kind != kindCountry || o.first < m.last || s.Child(o.head, "case") < 0 || rd.r.classes[s.word(s.Child(o.head, "case"))+"/scene"] == "" {
			continue
		}
		g := s.Tokens[o.head].Head
		if g >= 0 && s.Rel(h) == "nsubj" && (g == verb || s.Rel(g) == "obj" && s.Tokens[g].Head == verb) {
			return o.e.code
		}
		if m.first == 0 && m.head < o.first && s.free(m.last, o.first) {
			return o.e.code
		}
	}
	return ""
}
