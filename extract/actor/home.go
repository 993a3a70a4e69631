package actor

import "sort"

// What speaks for the publisher's own state: its names count more, as a paper
// seldom says that its government is its own, and it has some weight unnamed.
const (
	ownFactor = 1.5
	ownWeight = 3
)

// findHome decides which state the article is mostly about: the one named
// most, names near the beginning counting double, and the publisher's own
// counting more than others. Unqualified nouns ("the government", "police")
// belong to it.
func (rd *reading) findHome() {
	weight, short := map[string]float64{}, map[string]float64{}
	rd.named = map[string]bool{}
	for _, m := range rd.allMentions() {
		w := 1.0
		if m.sent < 3 {
			w = 2
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
	rd.publisher = rd.publisherCountry()
	if c := rd.publisher; c != "" {
		weight[c] = weight[c]*ownFactor + ownWeight
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
