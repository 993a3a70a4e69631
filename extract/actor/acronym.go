package actor

// findAcronyms finds the acronyms that the article gives in brackets behind the names
// of organisations wherever they stand and the recogniser saw no name: "the BoS said"
// after "the Bank of Selem (BoS)".
func (rd *reading) findAcronyms() {
	given := map[string]bool{}
	for _, m := range rd.all(mOrg) {
		s := rd.sents[m.sent]
		a := rd.acronymAfter(s, m)
		if isAcronym(a) && initials(rd.text(s, m.first, m.last)) == a || len(a) > 2 && a == casedInitials(s.folded[m.nameFirst:m.nameLast]) {
			given[a] = true
		}
	}
	if len(given) == 0 {
		return
	}
	for si, s := range rd.sents {
		for i, w := range s.folded {
			if given[w] && s.taken[i] == nil {
				s.add(&mention{sent: si, first: i, last: i + 1, nameFirst: i, nameLast: i + 1, head: i, kind: mOrg, rule: "short-name", confidence: 0.8})
			}
		}
	}
}
