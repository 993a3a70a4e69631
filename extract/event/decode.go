package event

import (
	"cmp"
	"math"
	"slices"

	"dyad/internal/loglinear"
)

// model is the learned part of the coder: which tokens are triggers of which
// type, and who stands on the two sides. Its weights are learned by [Coder.Train].
type model struct {
	trigger *loglinear.Linear // classes: the types and "-"
	party   *loglinear.Linear // one class: the score of a candidate
	matter  *loglinear.Linear // classes: the matters of articles
	set     settings
}

// settings are the operating point of the model.
type settings struct {
	// threshold is the probability from which on each type counts.
	threshold map[string]float64
	// calibration are bias and weights of the confidence.
	calibration [4]float64
}

const noType = "-"

// choice is a trigger with its type and parties as the model decides.
type choice struct {
	tok        int
	typ        string
	p          float64 // of the type
	src, tgt   *party
	psrc, ptgt float64
	frame      *frame
	reading    *reading
	options    []pairing
}

// chooseAll returns the events of an article, sentence by sentence.
func (m *model) chooseAll(list []*reading) [][]*choice {
	out := make([][]*choice, len(list))
	if len(list) > 1 { // a sentence alone has a limit of its own
		list[0].scene.remote = m.remote(list)
	}
	for n, r := range list {
		out[n] = m.choose(r)
	}
	m.agree(slices.Concat(out...))
	for n := range out {
		for _, c := range out[n] {
			c.joinAll()
		}
		out[n] = slices.DeleteFunc(out[n], func(c *choice) bool { return c.groundless() || c.untold() })
		if list[n].alone {
			out[n] = m.surest(out[n])
		}
	}
	return out
}

// surest keeps of the events of a text of one sentence those that are sure
// enough, the surest one in any case: such a text is given for one event, and
// what else it mentions is the background of that. What the sentence itself
// tells goes before what it only refers to.
func (m *model) surest(all []*choice) []*choice {
	sure := func(c *choice) float64 {
		if c.reading.tells(c.tok) {
			return m.confidence(c) + toldMore
		}
		return m.confidence(c)
	}
	best := 0.0
	for _, c := range all {
		best = max(best, sure(c))
	}
	return slices.DeleteFunc(all, func(c *choice) bool { return sure(c) < min(best, aloneSure) })
}

// What a trigger needs in a text of one sentence, the confidence that an event
// needs beside a surer one, and how much of it the sentence gives that tells of
// the event. In cross-validation on such sentences just one event does still
// better, but each of these was chosen for one.
const aloneLimit, aloneSure, toldMore = .5, .85, .2

// tells reports whether a word is what the sentence tells, in its main clause or
// in a clause that is an argument there, and no modifier of it ("after an attack").
func (v *view) tells(i int) bool {
	for n := 0; i >= 0 && n < len(v.kids); n++ {
		switch v.rel(i) {
		case "root":
			return true
		case "conj", "xcomp", "ccomp", "parataxis", "obj", "nsubj":
		default:
			return false
		}
		i = v.head(i)
	}
	return false
}

// groundless reports whether an event rests on too little: no rule sees it, and
// a side comes from outside the sentence.
func (c *choice) groundless() bool {
	return c.reading.ruled[c.tok] == nil && (c.src.outside() || c.tgt.outside())
}

// choose returns the events that the model sees in a sentence, in text order.
func (m *model) choose(r *reading) []*choice {
	out := slices.DeleteFunc(r.single(m.triggers(r, 1)), func(c *choice) bool { return r.swallowed(c.tok) || r.onlyNames(c) || r.undone(c) })
	for _, c := range out {
		m.fill(r, c)
	}
	return out
}

// swallowed reports whether an act is the content of another one, alone or in a
// list: who threatens to deploy missiles and to expel diplomats has done neither.
func (r *reading) swallowed(i int) bool {
	if r.built[i] == nil || !r.built[i].consumed || r.ruled[i] != nil || !r.verbal(i) {
		return false
	}
	i = r.firstConjunct(i)
	switch r.rel(i) {
	case "xcomp", "ccomp":
		return r.actAt(r.head(i)) != nil
	}
	return false
}

// firstConjunct is the first member of the list that a token stands in.
func (v *view) firstConjunct(i int) int {
	for v.rel(i) == "conj" && v.head(i) >= 0 {
		i = v.head(i)
	}
	return i
}

// actAt returns the act of the rules whose trigger a token is, nil if there is none.
func (r *reading) actAt(i int) *act {
	if a := r.ruled[i]; a != nil && a.tok == i {
		return a
	}
	return nil
}

// undone reports whether a noun names what the act above it ends or turns down:
// who suspends joint exercises holds none, who cancels a visit does not come.
func (r *reading) undone(c *choice) bool {
	if r.verbal(c.tok) || !friendly[c.typ] {
		return false
	}
	i := r.firstConjunct(c.tok)
	g := r.governor(i)
	if g < 0 || r.rel(i) != "obj" && !(r.rel(i) == "nsubj" && r.passive(g)) {
		return false
	}
	a := r.actAt(g)
	return a != nil && (a.typ == "SANCTION" || a.typ == "REJECT")
}

// friendly are the types of acts that are worth something to the other side.
var friendly = map[string]bool{"AGREE": true, "CONSULT": true, "SUPPORT": true, "COOPERATE": true, "AID": true}

// onlyNames reports whether a participle before a noun tells no more than what
// somebody is called: "the suspected bomber" is suspected by nobody here.
func (r *reading) onlyNames(c *choice) bool {
	i := c.tok
	if c.typ != "ACCUSE" || r.xpos(i) != "VBN" || len(r.agents(i)) > 0 || r.child(i, "aux", "nsubj", "nsubj:pass", "obl", "advcl", "xcomp") >= 0 || i+1 >= len(r.kids) {
		return false
	}
	switch r.upos(i + 1) {
	case "ADJ", "NOUN", "PROPN":
	default:
		return false
	}
	if i == 0 {
		return true
	}
	switch r.upos(i - 1) {
	case "DET", "VERB", "ADP", "NUM", "ADJ", "CCONJ":
		return true
	}
	return false
}

// limit is the probability that a trigger of a type needs in a text.
func (m *model) limit(r *reading, typ string) float64 {
	if r.alone {
		return aloneLimit
	}
	return r.raise(m.set.threshold[typ])
}

// raise is what a threshold comes to in the article of a sentence.
func (r *reading) raise(threshold float64) float64 {
	switch {
	case r.scene.remote:
		return max(threshold, surely)
	case r.sparse():
		return max(threshold, min(threshold+sparseMore, surely))
	}
	return threshold
}

// sparse reports whether the rules see at most one act in ten of the other
// sentences: so it is in news of sport, business and crime.
func (r *reading) sparse() bool {
	d := r.density()
	return d == bucket(0) || d == bucket(1)
}

// How much more probability a trigger needs in a sparse article, and what is
// always enough; it costs nothing in cross-validation.
const sparseMore, surely = .2, .9

// triggers returns the tokens that reach the probability that their most likely
// type needs, or the one given if that is less, each with that type. The
// probability is the geometric mean of that of any event and that of the type: a
// token that is surely an event counts although two types share it.
func (m *model) triggers(r *reading, most float64) []*choice {
	var out []*choice
	sum := scorer(m.trigger)
	for _, i := range r.candidates() {
		sum.reset()
		r.describeWord(i, sum)
		if r.actAt(i) == nil && m.hopeless(sum.sums()) {
			continue
		}
		r.describeContext(i, sum)
		best, some := -1, 0.0
		p := loglinear.Softmax(m.trust(r, i, sum.sums()))
		for c, x := range p {
			if m.trigger.Classes[c] == noType {
				continue
			}
			if some += x; best < 0 || x > p[best] {
				best = c
			}
		}
		if x := math.Sqrt(some * p[max(best, 0)]); best >= 0 && x >= min(most, m.limit(r, m.trigger.Classes[best])) {
			out = append(out, &choice{tok: i, typ: m.trigger.Classes[best], p: x})
		}
	}
	return out
}

// hopeless reports whether the word alone speaks against an event so clearly
// that its context need not be looked at, which saves most of the time.
func (m *model) hopeless(scores []float64) bool {
	none, best := 0.0, math.Inf(-1)
	for c, x := range scores {
		if m.trigger.Classes[c] == noType {
			none = x
		} else {
			best = max(best, x)
		}
	}
	return none-best > farBehind
}

// farBehind is how far an event may be behind before its context is seen: with
// less, events are lost in cross-validation.
const farBehind = 2

// single keeps the more likely of two triggers of one type that are parts of
// one: a light verb and its noun, an operator and its act.
func (r *reading) single(all []*choice) []*choice {
	slices.SortStableFunc(all, func(a, b *choice) int { return cmp.Compare(b.p, a.p) })
	var out []*choice
	for _, c := range all {
		if !slices.ContainsFunc(out, func(o *choice) bool { return o.typ == c.typ && r.joined(o.tok, c.tok) }) {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b *choice) int { return cmp.Compare(a.tok, b.tok) })
	return out
}

// joined reports whether two tokens are parts of one trigger.
func (r *reading) joined(a, b int) bool {
	if x := r.ruled[a]; x != nil && x == r.ruled[b] {
		return true
	}
	link := func(top, t int) bool {
		if r.head(t) != top {
			return false
		}
		switch r.rel(t) {
		case "obj", "xcomp", "compound", "amod", "flat", "nsubj", "fixed":
			return true
		}
		return false
	}
	return link(a, b) || link(b, a)
}

// fill finds the parties of a choice: the pair of codes that is most likely,
// and of the candidates with these codes the best. Codes gather the
// probability of all candidates that have them, as many actors of one state
// may be named.
func (m *model) fill(r *reading, c *choice) {
	fr := r.newFrame(c.tok, c.typ)
	c.frame, c.reading = fr, r
	src := m.rank(r, fr, "s:", m.base(r, fr, "s:"), nil)
	base := m.base(r, fr, "t:")
	for _, k := range topGroups(r.parties, src, 4) {
		s := &r.parties[k.best]
		tgt := m.rank(r, fr, "t:", base, s)
		for _, g := range topGroups(r.parties, tgt, 4) {
			c.options = append(c.options, pairing{s, &r.parties[g.best], k.sum, g.sum})
		}
	}
	c.take(nil)
}

// pairing is a source and a target with the probabilities of their codes.
type pairing struct {
	src, tgt   *party
	psrc, ptgt float64
}

// take sets the parties of a choice: the most likely pair, as far as nothing
// else in the article speaks for another one.
func (c *choice) take(prior func(*pairing) float64) {
	best := 0.0
	for k := range c.options {
		o := &c.options[k]
		x := o.psrc * o.ptgt
		if prior != nil {
			x *= prior(o)
		}
		if x > best {
			best, c.src, c.tgt, c.psrc, c.ptgt = x, o.src, o.tgt, o.psrc, o.ptgt
		}
	}
}

// agree lets the events of an article have a say in each other's parties: news
// tells of few pairs, and tells of each of them again and again.
func (m *model) agree(all []*choice) {
	sum, total := map[string]float64{}, 0.0
	for _, c := range all {
		for k := range c.options {
			o := &c.options[k]
			w := c.p * o.psrc * o.ptgt
			sum[o.src.code+">"+o.tgt.code] += w
			total += w
		}
	}
	for _, c := range all {
		own := map[string]float64{}
		for k := range c.options {
			o := &c.options[k]
			own[o.src.code+">"+o.tgt.code] += c.p * o.psrc * o.ptgt
		}
		c.take(func(o *pairing) float64 {
			key := o.src.code + ">" + o.tgt.code
			return math.Pow((sum[key]-own[key]+agreeFloor)/(total+1), agreeWeight)
		})
	}
}

// How much the rest of the article counts, and what a pair that it does not
// know is worth, in events.
const agreeWeight, agreeFloor = .3, .1

// base returns the scores of all parties for a side as far as they do not
// depend on the other one.
func (m *model) base(r *reading, fr *frame, side string) []float64 {
	out := make([]float64, len(r.parties))
	sum := scorer(m.party)
	for k := range r.parties {
		sum.reset()
		r.describeParty(fr, side, &r.parties[k], sum)
		out[k] = sum.sums()[0]
	}
	return out
}

// rank returns the probability of every party for a side. Who stands on the
// other side already is out.
func (m *model) rank(r *reading, fr *frame, side string, base []float64, other *party) []float64 {
	scores, sum := make([]float64, len(r.parties)), scorer(m.party)
	for k := range r.parties {
		p := &r.parties[k]
		if fr.barred(p, side, other) || r.keptOff(fr, side, p, other) || side == "s:" && (r.saidByOther(fr, p) || r.refuses(fr, p) || r.governs(fr, p)) {
			scores[k] = math.Inf(-1)
			continue
		}
		sum.reset()
		r.compareParties(fr, side, p, other, sum)
		scores[k] = base[k] + sum.sums()[0] + r.trustSide(fr, side, p)
	}
	return loglinear.Softmax(scores)
}

// excluded reports whether a party shares an actor with the other side.
func excluded(p, other *party) bool {
	return other != nil && overlap(p.refs, other.refs)
}

// group gathers the parties of one code.
type group struct {
	best int
	sum  float64
}

// merit is by what one of several parties of a code is chosen: its probability, less for the
// state that the sentence does not name, where it names somebody of that state.
func merit(p *party, chance float64) float64 {
	if p.how == partyState {
		return chance * stateUnnamed
	}
	return chance
}

// stateUnnamed is what the probability of a state that the sentence does not name counts
// beside others of its code.
const stateUnnamed = .3

// topGroups returns the n codes with the greatest probability.
func topGroups(parties []party, p []float64, n int) []group {
	index := map[string]int{}
	var out []group
	for k := range parties {
		key := parties[k].code
		if key == "" && parties[k].how != partyNone {
			key = "?" + parties[k].refs[0].id
		}
		g, ok := index[key]
		if !ok {
			g = len(out)
			index[key] = g
			out = append(out, group{best: k})
		}
		if merit(&parties[k], p[k]) > merit(&parties[out[g].best], p[out[g].best]) {
			out[g].best = k
		}
		out[g].sum += p[k]
	}
	slices.SortStableFunc(out, func(a, b group) int { return cmp.Compare(b.sum, a.sum) })
	return out[:min(n, len(out))]
}

// confidence is the probability that type and both sides are right.
func (m *model) confidence(c *choice) float64 {
	return loglinear.Sigmoid(dot(m.set.calibration, c.evidence()))
}

// evidence is what the confidence goes by.
func (c *choice) evidence() [4]float64 {
	return [4]float64{1, logit(c.p), math.Log(max(c.psrc, 1e-6)), math.Log(max(c.ptgt, 1e-6))}
}

func logit(p float64) float64 {
	p = min(max(p, 1e-6), 1-1e-6)
	return math.Log(p / (1 - p))
}
