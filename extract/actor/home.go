package actor

import (
	"sort"
	"strings"

	"golang.org/x/text/language"
)

// findHome decides which state the article is mostly about: the one named
// most, names near the beginning counting double, and the publisher's own as
// a weak hint. Unqualified nouns ("the government", "police") belong to it.
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
			if rd.sents[m.sent].word(m.first-1) == "ethnic" {
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
	if c := rd.publisherCountry(); c != "" {
		weight[c] += 2
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
}

// publisherCountry reads a state off the outlet and the host of the address:
// a name or capital in it ("Kuwait Times", buenosairestimes.com), else the end
// of the domain (example.co.nz).
func (rd *reading) publisherCountry() string {
	host := rd.doc.Article.URL
	if _, rest, ok := strings.Cut(host, "://"); ok {
		host = rest
	}
	host, _, _ = strings.Cut(host, "/")
	text := strings.ToLower(key(rd.doc.Article.Outlet)) + " " + strings.NewReplacer("-", "", "www.", "").Replace(strings.ToLower(host))
	best, length := rd.r.domainCountry(host), 3
	if len(text) < 4 {
		return best
	}
	for _, n := range rd.r.stateNames {
		if len(n.key) > length && rd.r.classes[n.key+"/language"] == "" && strings.Contains(text, n.key) {
			best, length = n.code, len(n.key)
		}
	}
	return best
}

// domainCountry returns the state of a country-code domain, "" for others and
// for those that are sold to all the world.
func (r *Resolver) domainCountry(host string) string {
	end := host[strings.LastIndexByte(host, '.')+1:]
	if len(end) != 2 || len(end) == len(host) || r.classes[end+"/worldwide-domain"] != "" {
		return ""
	}
	region, err := language.ParseRegion(strings.ToUpper(end))
	if err != nil {
		return ""
	}
	if code := region.Canonicalize().ISO3(); r.tables.countries[code] != nil {
		return code
	}
	return ""
}

// stateName is a name, demonym or capital of a state in the form that it may
// have inside the address of a publisher.
type stateName struct{ key, code string }

func stateNames(t *tables) []stateName {
	var out []stateName
	for _, e := range t.entries {
		if e.kind > kindCapital {
			continue
		}
		for _, a := range e.aliases {
			if k := strings.ToLower(key(a)); len(k) > 3 {
				out = append(out, stateName{k, e.code})
			}
		}
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
