package actor

import "strings"

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
	if verb < 0 {
		return "", false
	}
	if lemma := strings.ToLower(s.Tokens[verb].Lemma); rd.r.classes[s.common(verb)+"/speech"] == "" && rd.r.classes[lemma+"/telling"] == "" {
		return "", false
	}
	subject := s.Child(verb, "nsubj")
	if subject < 0 && s.Rel(verb) == "advcl" && s.Tokens[verb].Head >= 0 { // "speaking to reporters, the minister said"
		subject = s.Child(s.Tokens[verb].Head, "nsubj")
	}
	for _, o := range s.mentions {
		if o.head != subject || o.hidden {
			continue
		}
		a := rd.actors[first(o.ids)]
		if o.person != nil { // who may stand behind
			a = rd.personActor(o.person)
		}
		if a != nil && a.Code != "" {
			if rd.r.tables.countries[a.Code] == nil {
				return "", true // "NATO's chief told reporters"
			}
			return a.Code, true
		}
	}
	return "", false
}
