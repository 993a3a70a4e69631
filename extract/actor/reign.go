package actor

// reigning returns the head of a state whose government a surname before a noun for
// governments means, where the article has nobody of that name who governs: "the
// Trump administration" beside "Ivanka Trump"; nil if none or several can be meant.
func (rd *reading) reigning(surname string, m *mention) *entry {
	if s := rd.sents[m.sent]; rd.r.classes[s.word(m.last)+"/reign"] == "" {
		return nil
	}
	for _, p := range rd.people {
		if p.mayBe(surname) && (p.e != nil && rd.heads(p.e) || p.tie.sector == "GOV") {
			return nil
		}
	}
	var found *entry
	for _, e := range rd.r.surnames[surname] {
		if !rd.heads(e) {
			continue
		}
		if found != nil && found != e {
			return nil
		}
		found = e
	}
	return found
}

// heads reports whether somebody of the tables has headed a state or government before
// the article was written.
func (rd *reading) heads(e *entry) bool {
	for _, ten := range rd.r.tables.tenures[e.id] {
		if noun := rd.r.tables.agents[key(ten.office)]; noun != nil && noun.office && ten.sector == "GOV" && (rd.date == "" || ten.from <= rd.date) {
			return true
		}
	}
	return false
}
