package actor

import (
	"slices"
	"sort"
	"strings"
)

// mostNameWords is how many words the longest name of a state has that a title is searched for.
const mostNameWords = 3

// What speaks for the publisher's own state: its names count more, as a paper
// seldom says that its government is its own, and it has some weight unnamed.
const (
	ownFactor = 1.5
	ownWeight = 2
)

// What names count by where they stand: in the title or the address of the article, in
// its first sentence and in the two after it; by how much more as the subject of the only
// sentence of a text; and how little demonyms count that only say
// where one person or organisation is from ("a Spanish charity").
const (
	titleWeight   = 6
	leadWeight    = 3
	earlyWeight   = 2
	originFactor  = .4
	subjectFactor = 1.25
)

// findHome decides which state the article is mostly about: the one named
// most, names in the title and near the beginning counting more, and the publisher's own
// counting more than others. Unqualified nouns ("the government", "police")
// belong to it.
func (rd *reading) findHome() {
	weight, short := map[string]float64{}, map[string]float64{}
	rd.named, rd.settled = map[string]bool{}, map[string]bool{}
	for _, m := range rd.allMentions() {
		w := positionWeight(m.sent)
		if len(rd.sents) == 1 && rd.leads(m) {
			w *= subjectFactor
		}
		switch {
		case m.e == nil || rd.r.tables.countries[m.e.code] == nil:
			continue
		case m.kind == mCountry && m.e.kind == kindDemonym:
			if s := rd.sents[m.sent]; s.word(m.first-1) == "ethnic" || rd.onBehalf(s, m) {
				continue
			}
			w *= 1.2
		case m.kind == mPlace:
			w *= 0.8
		case m.kind == mOrg && (m.e.sector == "JRN" || m.severalStates()):
			continue
		case m.kind == mOrg && !m.e.own && isAcronym(rd.text(rd.sents[m.sent], m.first, m.last)):
			short[m.e.code] += w
			continue
		}
		if rd.onlyOrigin(m) {
			w *= originFactor
		} else if !rd.ofVisitors(m) {
			rd.settled[m.e.code] = true
		}
		weight[m.e.code] += w
		if (m.kind == mCountry || m.kind == mPlace && m.e.kind == kindPlace) && !m.hidden {
			rd.named[m.e.code] = true
		}
	}
	for c, w := range short { // letters may stand for something else where nothing speaks for the state
		if weight[c] > 0 || len(rd.named) == 0 {
			weight[c] += w
		}
	}
	for _, c := range rd.titled() {
		rd.settled[c] = true
		weight[c] += titleWeight
	}
	rd.publisher = rd.publisherCountry()
	if c := rd.publisher; c != "" {
		weight[c] = weight[c]*ownFactor + ownWeight
		rd.settled[c] = true
	}
	codes := make([]string, 0, len(weight))
	for c := range weight {
		codes = append(codes, c)
	}
	sort.Slice(codes, func(i, j int) bool {
		if weight[codes[i]] != weight[codes[j]] {
			return weight[codes[i]] > weight[codes[j]]
		}
		return codes[i] < codes[j]
	})
	if len(codes) > 0 {
		rd.home = codes[0]
	}
	rd.weight, rd.ranked = weight, codes
	for _, c := range codes {
		rd.total += weight[c]
	}
}

// leads reports whether a name is the subject of the main clause or of what is said there.
func (rd *reading) leads(m *mention) bool {
	s := rd.sents[m.sent]
	h := s.Tokens[m.head].Head
	return h >= 0 && s.Rel(m.head) == "nsubj" && (s.Tokens[h].Head < 0 || s.Rel(h) == "ccomp" && s.Tokens[s.Tokens[h].Head].Head < 0)
}

// positionWeight is what a name in a sentence counts.
func positionWeight(sent int) float64 {
	switch {
	case sent == 0:
		return leadWeight
	case sent < 3:
		return earlyWeight
	}
	return 1
}

// onlyOrigin reports whether the name of a state or a demonym says no more than where somebody
// is from: one person or organisation that is none of the state's, those who are sent to another
// state, or whoever is "from" there: "the Spanish charity", "a Chinese engineer", "the US
// ambassador", "migrants from Libya", but not "Spanish charities" and "the Chinese minister".
func (rd *reading) onlyOrigin(m *mention) bool {
	s := rd.sents[m.sent]
	if m.kind != mCountry && m.kind != mPlace {
		return false
	}
	h := s.Tokens[m.head].Head
	if c := s.Child(m.head, "case"); c >= 0 && s.word(c) == "from" && h >= 0 && rd.agentAt(s, h, h+1) != nil {
		return true
	}
	if h < m.last || h > m.last+3 {
		return false
	}
	if rd.r.classes[s.word(h)+"/posted"] != "" {
		return true
	}
	a := rd.agentAt(s, h, h+1)
	switch {
	case m.e.kind == kindDemonym && rd.r.classes[s.word(h)+"/bodynoun"] != "":
		return true
	case a == nil || m.e.kind != kindDemonym:
		return false
	case a.code == "NGO":
		return true
	}
	return !a.plural && !a.group && !a.office && !public(a.sector)
}

// ofVisitors reports whether a demonym says of which state people are who are often in
// another one: "Polish tourists", "the South Korean hostages".
func (rd *reading) ofVisitors(m *mention) bool {
	s := rd.sents[m.sent]
	if m.e.kind != kindDemonym {
		return false
	}
	for i := m.last; i < min(m.last+3, len(s.Tokens)); i++ {
		if _, a, _ := rd.phraseAt(s, i); a != nil {
			return rd.r.classes[a.noun+"/visitor"] != ""
		}
	}
	return false
}

// titled lists the states whose names, people or capitals the title of the article or the
// words of its address name, each once.
func (rd *reading) titled() []string {
	_, path, _ := strings.Cut(rd.doc.Article.URL, "://")
	_, path, _ = strings.Cut(path, "/")
	codes := append(rd.r.statesIn(rd.doc.Article.Title), rd.r.statesIn(path)...)
	slices.Sort(codes)
	return slices.Compact(codes)
}

// statesIn lists the states whose names, people or capitals stand among the words of a line.
func (r *Resolver) statesIn(line string) []string {
	words := strings.FieldsFunc(strings.ToLower(fold(line)), func(c rune) bool { return c < 'a' || c > 'z' })
	var out []string
	for i := 0; i < len(words); {
		name, code, next := "", "", i+1
		for j := i; j < min(i+mostNameWords, len(words)); j++ {
			name += words[j]
			if c := r.stateKeys[name]; c != "" {
				code, next = c, j+1 // the longest: not Sudan in "South Sudan"
			}
		}
		if code != "" {
			out = append(out, code)
		}
		i = next
	}
	return out
}

// all returns the mentions of a kind in text order.
func (rd *reading) all(kind mentionKind) []*mention {
	var out []*mention
	for _, m := range rd.allMentions() {
		if m.kind == kind {
			out = append(out, m)
		}
	}
	return out
}

// allMentions returns all mentions in text order, longer ones first.
func (rd *reading) allMentions() []*mention {
	var out []*mention
	for _, s := range rd.sents {
		list := append([]*mention(nil), s.mentions...)
		sort.SliceStable(list, func(i, j int) bool {
			if list[i].first != list[j].first {
				return list[i].first < list[j].first
			}
			return list[i].last > list[j].last
		})
		out = append(out, list...)
	}
	return out
}
