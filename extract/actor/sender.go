package actor

// senderCode is the state of those whom a state or one of its bodies moves or holds,
// where nothing else says whose they are: "Peru sent troops to Haiti", "the navy of Chad
// withdrew its last ships", "Chad released 40 prisoners". Soldiers and officials are
// sent, others are held.
func (rd *reading) senderCode(m *mention) string {
	s := rd.sents[m.sent]
	h := s.firstConjunct(m.head)
	verb := s.Tokens[h].Head
	if s.Rel(h) != "obj" || verb < 0 {
		return ""
	}
	class := "holding"
	if m.noun.sector == "MIL" || m.noun.sector == "GOV" {
		class = "sending"
	}
	if !rd.lemmaIs(s, verb, class) {
		return ""
	}
	o := s.takenAt(s.doer(verb))
	if o == nil || o.hidden {
		return ""
	}
	code := ""
	switch {
	case o.kind == mCountry:
		code = o.e.code
	case o.kind == mOrg && o.e != nil && public(o.e.sector):
		code = o.e.code
	case o.kind == mInstitution:
		code = o.tie.code
	}
	if rd.r.tables.countries[code] == nil {
		return ""
	}
	return code
}

// doer returns who does what a verb tells, as the subject of that verb or of those that it
// shares one with; -1 if nobody is named, or whom it is done to is the subject. Unlike
// subjectOf it does not look for whom the verb above tells to do it.
func (s *sentence) doer(verb int) int {
	for n := 0; n < 3 && s.Child(verb, "nsubj") < 0; n++ {
		if rel := s.Rel(verb); rel != "xcomp" && rel != "conj" && rel != "advcl" {
			return -1
		}
		verb = s.Tokens[verb].Head
	}
	k := s.Child(verb, "nsubj")
	if k < 0 || s.Tokens[k].DepRel == "nsubj:pass" {
		return -1
	}
	return k
}
