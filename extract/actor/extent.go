package actor

// longestExtent is how many tokens may follow a noun and still belong to its name.
const longestExtent = 12

// extent returns where the noun phrase of a mention ends with the phrases that
// prepositions tie to its noun: "victims of the floods", "people with
// disabilities"; not with clauses, and not beyond a comma or another member of
// a list.
func (s *sentence) extent(m *mention) int {
	end := m.last
	for end < len(s.Tokens) && end < m.last+longestExtent && s.within(end, m) {
		end++
	}
	for end > m.last && s.isAny(end-1, "PUNCT", "ADP", "CCONJ", "DET", "PART", "ADJ", "NUM") {
		end--
	}
	return end
}

// within reports whether token i hangs below the head of a mention by nothing
// but the relations of a noun phrase, with a nominal that follows the mention.
func (s *sentence) within(i int, m *mention) bool {
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
			if c := s.Child(i, "case"); c < m.last || !ofParts[s.word(c)] {
				return false
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

// ofParts are the prepositions that say whose or which a group is, rather than when.
var ofParts = map[string]bool{"of": true, "for": true, "with": true, "from": true, "in": true, "at": true, "against": true, "to": true, "on": true}
