package actor

// longestExtent is how many tokens may follow a noun and still belong to its name.
const longestExtent = 12

// extent returns where the noun phrase of a mention ends with the phrases that
// prepositions tie to its noun: "victims of the floods", "people with
// disabilities"; not with clauses, and not beyond a comma or another member of
// a list.
func (rd *reading) extent(s *sentence, m *mention) int {
	end := m.last
	for end < len(s.Tokens) && end < m.last+longestExtent && rd.within(s, end, m) {
		end++
	}
	for end > m.last && s.isAny(end-1, "PUNCT", "ADP", "CCONJ", "DET", "PART", "ADJ", "NUM") {
		end--
	}
	return end
}

// within reports whether token i hangs below the head of a mention by nothing
// but the relations of a noun phrase, with a nominal that follows the mention.
func (rd *reading) within(s *sentence, i int, m *mention) bool {
	if s.isAny(i, "PUNCT") && s.word(i) != "-" && s.word(i) != "'" || s.isAny(i, "NUM") && len(s.word(i)) == 4 {
		return false // a year says when
	}
	for range longestExtent {
		h := s.Tokens[i].Head
		if h < 0 {
			return false
		}
		switch s.Rel(i) {
		case "nmod":
			if c := s.Child(i, "case"); c < m.last || !ofParts[s.word(c)] || s.word(c) != "of" && rd.saysWhen(s, i) {
				return false // "attaches on Wednesday"
			} else if s.word(c) == "for" && s.charge(c+1, i) {
				return false // "diplomats for alleged spying"
			}
			if h == m.head {
				return true
			}
		case "case", "det", "amod", "compound", "flat", "nummod", "fixed", "goeswith", "punct":
			if h == m.head {
				return false
			}
		default:
			return false
		}
		i = h
	}
	return false
}

// charge reports whether one of the tokens says that what follows is held against
// somebody: "alleged".
func (s *sentence) charge(first, last int) bool {
	for i := first; i < last; i++ {
		if w := s.word(i); w == "alleged" || w == "suspected" {
			return true
		}
	}
	return false
}

// saysWhen reports whether token i is a day, a month or another stretch of time.
func (rd *reading) saysWhen(s *sentence, i int) bool {
	w := s.word(i)
	return rd.r.words[w] == "time" || rd.r.classes[w+"/period"] != "" || rd.r.classes[w+"/month"] != "" && s.capital(i)
}

// ofParts are the prepositions that say whose or which a group is, rather than when.
var ofParts = map[string]bool{"of": true, "for": true, "with": true, "from": true, "in": true, "at": true, "against": true, "to": true, "on": true}
