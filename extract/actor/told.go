package actor

// toldBy returns the country slot of who tells journalists something, where they are
// the object of a verb of saying: reporters whom a minister of Chad tells something are
// taken for those of Chad, whatever else the article is about. False where nobody is
// known to tell them anything.
func (rd *reading) toldBy(m *mention) (string, bool) {
	s := rd.sents[m.sent]
	if m.noun.sector != "JRN" || !m.noun.plural && !m.noun.group {
		return "", false
	}
	if rel := s.Rel(m.head); rel != "obj" && rel != "iobj" && rel != "obl" {
		return "", false
	}
	verb := s.Tokens[m.head].Head
	if rd.r.classes[s.common(verb)+"/speech"] == "" && s.Tokens[verb].Lemma != "tell" {
		return "", false
	}
	subject := s.Child(verb, "nsubj")
	for _, o := range s.mentions {
		if o.head != subject || o.hidden || len(o.ids) != 1 {
			continue
		}
		if a := rd.actors[o.ids[0]]; a != nil && a.Code != "" {
			if rd.r.tables.countries[a.Code] == nil {
				return "", true // "NATO's chief told reporters"
			}
			return a.Code, true
		}
	}
	return "", false
}
