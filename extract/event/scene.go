package event

import (
	"slices"
	"strings"

	"dyad/internal/loglinear"
	"dyad/schema"
)

// scene is what the learned coder knows of an article as a whole: its actors,
// how often each is mentioned, and the state that the article is mostly about.
type scene struct {
	doc    *schema.Document
	actors map[string]*schema.Actor
	counts map[string]int
	// home is the code of the state that most mentions belong to, and
	// homeState, homeRule and homePeople who stands for it: the state as such,
	// its most mentioned authority and its most mentioned people.
	home                            string
	homeState, homeRule, homePeople string
	weights                         map[string]float64 // of the codes, by mentions
	total                           float64
	domestic                        string // how many of the mentions belong to it, coarsened
	// rules counts what the rules found in the article: types, codes on either
	// side, pairs of codes.
	rules counts
	// politics is how much of the mentions belongs to states, authorities and
	// others who take part in politics, coarsened; sentences are counted to tell
	// how dense acts are.
	politics  string
	sentences int
	crimes    int  // sentences with a word of crime
	remote    bool // the article is about other than public matters
}

// note counts an act of the rules, by which a sentence can tell what the rest
// of the article is about.
func (s *scene) note(a *act, found counts) {
	src, tgt := s.codes(a.src), s.codes(a.tgt)
	found[countKey("acts")]++
	found[countKey("src ", src)]++
	found[countKey("tgt ", tgt)]++
	found[countKey("pair ", src, ">", tgt)]++
	found[countKey("pair ", a.typ, src, ">", tgt)]++
}

// counts are numbers by the hash of a name that may come in parts.
type counts map[uint64]int

// countKey is the hash of a name.
func countKey(parts ...string) uint64 {
	h := loglinear.HashStart
	for _, p := range parts {
		h = loglinear.Hash(h, p)
	}
	return h
}

func newScene(doc *schema.Document) *scene {
	s := &scene{doc: doc, actors: map[string]*schema.Actor{}, counts: map[string]int{}, rules: counts{}, weights: map[string]float64{}}
	for i := range doc.Actors {
		s.actors[doc.Actors[i].ID] = &doc.Actors[i]
	}
	weight := map[string]float64{}
	politic, all := 0, 0
	for i := range doc.Mentions {
		m := &doc.Mentions[i]
		s.sentences = max(s.sentences, m.Sentence+1)
		for _, id := range m.Actors {
			s.counts[id]++
			a := s.actors[id]
			if a == nil {
				continue
			}
			all++
			if political(a) {
				politic++
			}
			if a.Code != "" {
				s.weights[slotCode(a.Code)]++
				s.total++
			}
			if c := stateCode(a); c != "" {
				w := 1.0
				if m.Sentence < 3 {
					w = 2
				}
				weight[c] += w
			}
		}
	}
	s.findHome(weight)
	s.domestic = s.share(s.home)
	s.politics = bucket(10 * politic / max(all, 1))
	return s
}

// findHome chooses the state with the greatest weight and those who stand for
// it.
func (s *scene) findHome(weight map[string]float64) {
	for i := range s.doc.Actors {
		if c := stateCode(&s.doc.Actors[i]); c != "" && (s.home == "" || weight[c] > weight[s.home]) {
			s.home = c
		}
	}
	best := func(old string, a *schema.Actor) string {
		if old == "" || s.counts[a.ID] > s.counts[old] {
			return a.ID
		}
		return old
	}
	for i := range s.doc.Actors {
		a := &s.doc.Actors[i]
		if stateCode(a) != s.home || s.home == "" {
			continue
		}
		switch {
		case a.Kind == schema.KindCountry:
			s.homeState = best(s.homeState, a)
		case a.Sector == "GOV":
			s.homeRule = best(s.homeRule, a)
		case a.Sector == "CVL" || a.Sector == "OPP":
			s.homePeople = best(s.homePeople, a)
		}
	}
}

// stateCode is the state that an actor belongs to, "" if none is known or the
// actor is international.
func stateCode(a *schema.Actor) string {
	c := a.Code
	if nonState[c] {
		c = a.Country
	}
	return c
}

// nonState are the values of the country slot that are no states.
var nonState = map[string]bool{"": true, "IGO": true, "UNO": true, "EUR": true, "NGO": true, "ISM": true, "IMG": true, "MNC": true}

// slotCode is the country slot of an actor as scores compare it: all
// organisations of states and for people count as one.
func slotCode(code string) string {
	switch code {
	case "UNO", "EUR", "NGO", "NGM", "INT":
		return "IGO"
	}
	return code
}

// codes joins the country slots of a party, "" if none has one.
func (s *scene) codes(refs []ref) string {
	out := s.list(refs)
	slices.Sort(out)
	return strings.Join(slices.Compact(out), "+")
}

// list returns the codes of a side, those without a code left out.
func (s *scene) list(refs []ref) []string {
	var out []string
	for _, r := range refs {
		if a := s.actors[r.id]; a != nil && a.Code != "" {
			out = append(out, slotCode(a.Code))
		}
	}
	return out
}

// describe returns kind and sector of the first actor of a party.
func (s *scene) describe(refs []ref) (kind, sector, origin string) {
	kind, sector, origin = "none", "-", "-"
	if len(refs) == 0 {
		return kind, sector, origin
	}
	a := s.actors[refs[0].id]
	if a == nil {
		return "unknown", sector, origin
	}
	kind = a.Kind
	if a.Sector != "" {
		sector = a.Sector
	}
	switch {
	case a.Code == "":
		origin = "nocode"
	case nonState[a.Code]:
		origin = a.Code
	case a.Code == s.home:
		origin = "home"
	default:
		origin = "foreign"
	}
	return kind, sector, origin
}

// bucket coarsens a count.
func bucket(n int) string {
	for i, edge := range []int{0, 1, 2, 3, 5, 8, 13, 21} {
		if n <= edge {
			return "abcdefgh"[i : i+1]
		}
	}
	return "z"
}

// share is how much of the mentions belongs to a code, coarsened.
func (s *scene) share(code string) string {
	return bucket(int(10 * s.weights[code] / max(s.total, 1)))
}

// political reports whether an actor takes part in politics by what it is.
func political(a *schema.Actor) bool {
	switch a.Sector {
	case "GOV", "MIL", "COP", "LEG", "PTY", "OPP", "JUD", "SPY", "REB", "UAF", "ELI":
		return true
	case "":
		return a.Kind == schema.KindCountry
	}
	return false
}

// density is how many acts the rules see in the other sentences, for each ten
// sentences, coarsened.
func (r *reading) density() string {
	if r.alone {
		return "alone"
	}
	return bucket(10 * r.elsewhere("acts") / max(r.scene.sentences, 1))
}
