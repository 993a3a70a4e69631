package actor

import "strings"

// joined returns the lower-case key of tokens first to last.
func (s *sentence) joined(first, last int) string {
	if last == first+1 {
		return s.lower[first]
	}
	return strings.Join(s.lower[first:last], "")
}

// appendJoined appends that key to a buffer: most keys are looked up once and not
// kept, which needs no string.
func (s *sentence) appendJoined(key []byte, first, last int) []byte {
	for _, w := range s.lower[first:last] {
		key = append(key, w...)
	}
	return key
}

// agentAt returns the agent noun that the tokens are, nil if none.
func (rd *reading) agentAt(s *sentence, first, last int) *agentNoun {
	var room [64]byte
	return rd.r.tables.agents[string(s.appendJoined(room[:0], first, last))]
}

// agentEnding returns the longest agent noun that ends before token end, and
// where it starts.
func (rd *reading) agentEnding(s *sentence, end int) (int, *agentNoun) {
	for i := max(0, end-6); i < end; i++ {
		if a := rd.agentAt(s, i, end); a != nil && !(s.lower[i] == "general" && rd.headed(s, i-1)) {
			return i, a
		}
	}
	return end, nil
}

// institutionOf returns the body that the tokens name when a leading or
// trailing state is taken off: "Russian Foreign Ministry", "Ministry of
// Defence of Ukraine"; nil if they name something else.
func (rd *reading) institutionOf(s *sentence, first, last int) *institution {
	for i := first; i < last; i++ {
		if in := rd.r.tables.institutions[s.joined(i, last)]; in != nil && rd.onlyState(s, first, i) {
			return in
		}
	}
	for j := last - 1; j > first; j-- {
		if in := rd.r.tables.institutions[s.joined(first, j)]; in != nil && s.lower[j] == "of" && rd.onlyState(s, j+1, last) {
			return in
		}
	}
	return nil
}

// onlyState reports whether the tokens are nothing but the name or demonym of
// a state, an article or 's.
func (rd *reading) onlyState(s *sentence, first, last int) bool {
	for i := first; i < last; {
		if s.lower[i] == "the" || s.lower[i] == "'s" {
			i++
			continue
		}
		j, es := rd.r.names.longest(s.folded, i)
		if es == nil || j > last || es[0].kind > kindCapital {
			return false
		}
		i = j
	}
	return true
}

// phraseStart is the beginning of a phrase that tells quickly that none can
// start with a word.
func phraseStart(k string) string { return k[:min(2, len(k))] }

// phraseStarts collects the beginnings of all agent nouns and bodies.
func phraseStarts(t *tables) map[string]bool {
	out := map[string]bool{}
	for k := range t.agents {
		out[phraseStart(k)] = true
	}
	for k := range t.institutions {
		out[phraseStart(k)] = true
	}
	return out
}

// phraseAt returns the longest agent noun or body that starts at token i and
// where it ends.
func (rd *reading) phraseAt(s *sentence, i int) (int, *agentNoun, *institution) {
	if i >= len(s.lower) {
		return i, nil, nil
	}
	if s.phrases == nil {
		s.phrases = make([]phrase, len(s.lower))
	}
	p := &s.phrases[i]
	if p.last == 0 {
		p.last, p.agent, p.body = rd.findPhrase(s, i)
		p.last++ // zero is for what was not looked up yet
	}
	return p.last - 1, p.agent, p.body
}

// phrase is the answer of phraseAt for a token.
type phrase struct {
	last  int
	agent *agentNoun
	body  *institution
}

// findPhrase looks the phrase at token i up.
func (rd *reading) findPhrase(s *sentence, i int) (int, *agentNoun, *institution) {
	if i >= len(s.lower) || !rd.r.starts[phraseStart(s.lower[i])] {
		return i, nil, nil
	}
	if s.lower[i] == "pm" && s.isAny(i-1, "NUM") {
		return i, nil, nil // "7 pm"
	}
	if s.lower[i] == "general" && rd.headed(s, i-1) {
		return i, nil, nil // "Supervisor General"
	}
	if s.lower[i] == "deputy" && i+1 < len(s.lower) && rd.agentAt(s, i, i+2) == nil {
		if j, a, _ := rd.phraseAt(s, i+1); a != nil && !a.plural && !a.group && !a.collective && (a.title || a.office) {
			return j, a, nil // "deputy executive director"
		}
	}
	end := min(len(s.lower), i+6)
	var room [64]byte
	key := s.appendJoined(room[:0], i, end)
	for j := end; j > i; j-- {
		if in := rd.r.tables.institutions[string(key)]; in != nil {
			return j, nil, in
		}
		if a := rd.r.tables.agents[string(key)]; a != nil {
			return j, a, nil
		}
		key = key[:len(key)-len(s.lower[j-1])]
	}
	return i, nil, nil
}

// headed reports whether a word in capitals names who does something, which "general"
// behind it says of a whole body and not of an army: "Supervisor General", but
// "Army General", "Former General".
func (rd *reading) headed(s *sentence, i int) bool {
	w := s.word(i)
	return s.capital(i) && s.isAny(i, "NOUN", "PROPN") && rd.r.words[w] == "" && rd.r.tables.agents[w] == nil && (strings.HasSuffix(w, "or") || strings.HasSuffix(w, "er"))
}
