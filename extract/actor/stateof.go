package actor

import (
	"slices"
	"strconv"

	"dyad/internal/loglinear"
)

// Bounds of what is asked about one person: states, mentions that are looked at, and
// how many sentences before and behind the first of them.
const (
	mostStates    = 8
	mostLooks     = 6
	sentencesBack = 3
	sentencesOn   = 2
)

// surerBy is how much likelier another state has to be than the home state.
const surerBy = .2

// typical is how much a name is like those of a state's people that could well be
// one of them. Beyond it a name tells nothing more, or chance would tell states that
// share their names apart.
const typical = .75

// stateQuestion asks which state a person is of whom no table knows and whom nothing
// near ties to anybody: the state that the article is about, as the rules have it, or
// another that the article names. A log-linear model weighs where and how much every
// state is named against whose names the person's is like.
type stateQuestion struct {
	rd       *reading
	mentions []*mention
	codes    []string // the first is the home state
	signs    []map[string]bool
	gaps     []int     // by code: sentences from the first mention to the nearest sign, sentencesBack+1 if none is near
	local    []float64 // by code: share of what is named around the first mention
	names    []float64 // by code: how much the name is like those of its people
}

// stateOf returns the state of a person of whom no more is known than the name.
func (rd *reading) stateOf(p *person) string {
	if rd.home == "" || len(rd.ranked) < 2 && rd.publisher == rd.home {
		return rd.home
	}
	q := rd.stateQuestion(p)
	if rd.askedState != nil {
		return rd.askedState(q)
	}
	return q.codes[q.choose()]
}

// choose returns the number of the likeliest code, or of the home state if no other
// is surer.
func (q *stateQuestion) choose() int {
	if len(q.codes) < 2 {
		return 0
	}
	p := loglinear.Softmax(q.rd.r.states.scores(len(q.codes), q.describe))
	best := 0
	for k := range p {
		if p[k] > p[best] {
			best = k
		}
	}
	if p[best] < p[0]+surerBy {
		return 0
	}
	return best
}

// stateQuestion lists the states that a person may be of and what speaks for them.
func (rd *reading) stateQuestion(p *person) *stateQuestion {
	q := &stateQuestion{rd: rd, mentions: p.mentions[:min(mostLooks, len(p.mentions))]}
	q.add(rd.home)
	for _, m := range q.mentions {
		for _, x := range rd.signsIn(m.sent) {
			q.add(x.code)
		}
	}
	q.add(rd.publisher)
	for _, m := range q.mentions {
		for _, x := range rd.signsIn(m.sent - 1) {
			q.add(x.code)
		}
	}
	for _, c := range rd.ranked[:min(3, len(rd.ranked))] {
		q.add(c)
	}
	n := len(q.codes)
	q.gaps, q.local, q.names, q.signs = make([]int, n), make([]float64, n), make([]float64, n), make([]map[string]bool, n)
	q.look()
	o := rd.r.origins()
	for k, c := range q.codes {
		q.names[k] = o.like(p.tokens, c)
	}
	return q
}

func (q *stateQuestion) add(code string) {
	if q.rd.r.tables.countries[code] != nil && len(q.codes) < mostStates && !slices.Contains(q.codes, code) {
		q.codes = append(q.codes, code)
	}
}

// look notes what names the states around the first mention, and in the sentences
// of all.
func (q *stateQuestion) look() {
	for k := range q.gaps {
		q.gaps[k], q.signs[k] = sentencesBack+1, map[string]bool{}
	}
	total := 0.0
	m := q.mentions[0]
	for d := -sentencesBack; d <= sentencesOn; d++ {
		away := max(d, -d)
		for _, x := range q.rd.signsIn(m.sent + d) {
			if x.m == m {
				continue
			}
			total += 1 / float64(1+away)
			if k := slices.Index(q.codes, x.code); k >= 0 {
				q.gaps[k] = min(q.gaps[k], away)
				q.local[k] += 1 / float64(1+away)
			}
		}
	}
	for k := range q.local {
		q.local[k] /= max(total, 1e-9)
	}
	for _, m := range q.mentions {
		for _, x := range q.rd.signsIn(m.sent) {
			if k := slices.Index(q.codes, x.code); k >= 0 && x.m != m {
				q.signs[k][x.class] = true
			}
		}
	}
}

// The steps that numbers are cut into: a feature says that one is reached.
var (
	localSteps = []float64{.1, .2, .35, .5, .7, .9}
	shareSteps = []float64{.05, .1, .2, .35, .5}
	nameSteps  = []float64{-1, -.5, .25, .5, .75, 1, 1.5, 2}
)

// steps adds a feature for every step that a number reaches.
func steps(b *loglinear.Bag, name string, x float64, list []float64) {
	for i, s := range list {
		if x >= s {
			b.Add(name, strconv.Itoa(i))
		}
	}
}

// describe puts the features of state k into a bag.
func (q *stateQuestion) describe(b *loglinear.Bag, k int) {
	rd, code := q.rd, q.codes[k]
	if k == 0 {
		b.Add("home")
		switch {
		case code == rd.publisher:
			b.Add("home publisher")
		case rd.publisher != "":
			b.Add("home not publisher")
		}
		return
	}
	gap, home := q.gaps[k], q.gaps[0]
	b.Add("abroad")
	b.Add("gap", strconv.Itoa(gap))
	b.Add("home gap", strconv.Itoa(home))
	if gap == 0 && home > 1 {
		b.Add("only here")
	}
	if gap <= 1 && home > sentencesBack {
		b.Add("only near")
	}
	steps(b, "local", q.local[k], localSteps)
	if rd.total > 0 {
		steps(b, "share", rd.weight[code]/rd.total, shareSteps)
	}
	steps(b, "name", min(q.names[k], typical)-min(q.names[0], typical), nameSteps)
	for _, class := range signClasses {
		if q.signs[k][class] {
			b.Add("with", class)
		}
	}
	if code == rd.publisher {
		b.Add("publisher")
	}
	if rd.publisher == rd.home {
		b.Add("against publisher")
	}
}

// sign is a mention that names a state or something of one.
type sign struct {
	m           *mention
	code, class string
}

// signClasses are the classes of signs.
var signClasses = []string{"state", "demonym", "capital", "seat", "place", "org", "person"}

// signsIn returns the signs of states in a sentence, none outside the text.
func (rd *reading) signsIn(sent int) []sign {
	if sent < 0 || sent >= len(rd.sents) {
		return nil
	}
	if rd.signs == nil {
		rd.signs = make([][]sign, len(rd.sents))
	}
	if rd.signs[sent] != nil {
		return rd.signs[sent]
	}
	out := []sign{}
	for _, m := range rd.sents[sent].mentions {
		if m.e == nil || rd.r.tables.countries[m.e.code] == nil {
			continue
		}
		x := sign{m: m, code: m.e.code}
		switch m.kind {
		case mCountry:
			x.class = signClasses[min(int(m.e.kind-kindCountry), 3)]
		case mOrg:
			x.class = "org"
		case mPerson:
			x.class = "person"
		case mPlace:
			x.code, x.class = rd.placeCode(m), "place"
		default:
			continue
		}
		out = append(out, x)
	}
	rd.signs[sent] = out
	return out
}
