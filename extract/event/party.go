package event

import (
	"slices"
	"strings"

	"dyad/schema"
)

// party is a candidate for one side of an event: a mention, a mention with
// its conjuncts, somebody from outside the sentence, or nobody.
type party struct {
	refs    []ref
	tok     int // the head in the sentence, -1 for those outside
	how     string
	mention *schema.Mention
	code    string
}

// Ways in which a party is found. What stands outside the sentence is named in
// the rule of the event.
const (
	partyMention = "mention"
	partyGroup   = "group" // with conjuncts
	partySpeaker = "speaker"
	partyBefore  = "before" // of the sentence before
	partySource  = "lastsrc"
	partyTarget  = "lasttgt"
	partyState   = "homestate"
	partyRule    = "homerule"
	partyPeople  = "homepeople"
	partyNone    = "none"
)

// outside reports whether a party is none that the sentence names or that
// speaks it.
func (p *party) outside() bool {
	switch p.how {
	case partyBefore, partySource, partyTarget, partyState, partyRule, partyPeople:
		return true
	}
	return false
}

// findParties lists who may take part in the events of a sentence, those in it
// in text order, then those outside, then nobody.
func (r *reading) findParties() []party {
	var out []party
	seen := map[string]bool{}
	add := func(p party) {
		if len(p.refs) == 0 && p.how != partyNone {
			return
		}
		p.code = r.scene.codes(p.refs)
		out = append(out, p)
		for _, x := range p.refs {
			seen[x.id] = true
		}
	}
	for k := range r.doc.Mentions {
		m := &r.doc.Mentions[k]
		if m.Sentence != r.n || m.Head < 0 || m.Head >= len(r.kids) {
			continue
		}
		var own []ref
		for _, id := range m.Actors {
			own = append(own, ref{id, m.Head, partyMention, m.Confidence})
		}
		add(party{refs: own, tok: m.Head, how: partyMention, mention: m})
		if !m.Modifier {
			if all := r.actorsAt(m.Head); len(without(all, own)) > 0 && len(without(own, all)) == 0 {
				add(party{refs: all, tok: m.Head, how: partyGroup, mention: m})
			}
		}
	}
	outside := func(how string, conf float64, ids ...string) {
		var refs []ref
		for _, id := range ids {
			if id != "" && !seen[id] {
				refs = append(refs, ref{id, -1, how, conf})
			}
		}
		add(party{refs: refs, tok: -1, how: how})
	}
	outside(partySpeaker, .7, r.speakers()...)
	outside(partyBefore, .5, ids(r.prev)...)
	if r.last != nil {
		outside(partySource, .5, r.last.sources()...)
		outside(partyTarget, .5, r.last.targets()...)
	}
	outside(partyRule, .4, r.scene.homeRule)
	outside(partyPeople, .4, r.scene.homePeople)
	outside(partyState, .4, r.scene.homeState)
	add(party{tok: -1, how: partyNone})
	return out
}

// speakers is the first who says a part of the sentence, as the attributions
// have it, none if nobody does.
func (r *reading) speakers() []string {
	for k := range r.doc.Attributions {
		a := &r.doc.Attributions[k]
		if a.Actor == nil || a.Kind != schema.KindSpeech {
			continue
		}
		for _, s := range a.Content {
			if s.Start < r.sent.End && r.sent.Start < s.End {
				return []string{*a.Actor}
			}
		}
	}
	return nil
}

// frame is a trigger with its type, for which parties are looked for.
type frame struct {
	tok   int
	typ   string
	rule  *act
	slots map[int]string // token of an argument: the slot it stands in
	reps  []ref          // who says it
}

func (r *reading) newFrame(i int, typ string) *frame {
	fr := &frame{tok: i, typ: typ, rule: r.ruled[i], slots: map[int]string{}}
	put := func(slot string, tokens []int) {
		for _, t := range tokens {
			if fr.slots[t] == "" {
				fr.slots[t] = slot
			}
			for _, k := range r.children(t, "conj", "appos", "flat") {
				if fr.slots[k] == "" {
					fr.slots[k] = slot + "+"
				}
			}
		}
	}
	if r.verbal(i) {
		put("subj", r.subjects(i))
		put("obj", r.objects(i))
		put("iobj", r.children(i, "iobj"))
	} else {
		put("poss", r.children(i, "nmod:poss"))
		put("mod", r.children(i, "compound", "amod"))
		if g := r.governor(i); g >= 0 {
			put("gsubj", r.subjects(g))
			put("gobj", r.objects(g))
		}
	}
	fr.phrases(r, put)
	fr.reps = r.speaker(i)
	return fr
}

// phrases puts the phrases with prepositions in slots, also those of the
// object and of the verb above, and the subjects of clauses below.
func (fr *frame) phrases(r *reading, put func(string, []int)) {
	i := fr.tok
	cases := func(slot string, t int) {
		for _, k := range r.children(t, "obl", "nmod", "advcl") {
			if c := r.child(k, "case", "mark"); c >= 0 {
				put(slot+"p:"+r.lemma[c], []int{k})
			}
		}
	}
	cases("", i)
	for _, o := range r.objects(i) {
		put("obj.poss", r.children(o, "nmod:poss"))
		put("obj.mod", r.children(o, "compound", "amod"))
		cases("obj.", o)
	}
	for _, c := range r.children(i, "xcomp", "ccomp", "advcl", "acl") {
		put("csubj", r.subjectsIn(c))
		put("cobj", r.objects(c))
		cases("c.", c)
	}
	if g := r.governor(i); g >= 0 {
		if r.verbal(i) {
			put("gsubj", r.subjects(g))
			put("gobj", r.objects(g))
		}
		cases("g.", g)
	}
}

// slot names where a party stands seen from the trigger: by its own head, or
// by the phrase that it stands in.
func (fr *frame) slot(r *reading, p *party) string {
	if p.tok < 0 {
		return "out"
	}
	if s := fr.slots[p.tok]; s != "" {
		return s
	}
	for t, n := r.head(p.tok), 0; t >= 0 && n < 3; t, n = r.head(t), n+1 {
		if t == fr.tok {
			return "under"
		}
		if s := fr.slots[t]; s != "" {
			return s + "/" + r.rel(p.tok)
		}
		if r.verbal(t) {
			break
		}
	}
	if r.sent.Dominates(fr.tok, p.tok) {
		return "below"
	}
	return "-"
}

// path names the way through the tree between two tokens, at most six steps.
func (r *reading) path(from, to int) string {
	up := map[int]int{}
	for t, n := from, 0; t >= 0 && n < 7; t, n = r.head(t), n+1 {
		up[t] = n
	}
	down, t := []string{}, to
	for n := 0; t >= 0 && n < 7; n++ {
		if k, ok := up[t]; ok {
			var b strings.Builder
			for s, u := from, 0; u < k; s, u = r.head(s), u+1 {
				b.WriteString("<" + r.rel(s))
			}
			for _, d := range slices.Backward(down) {
				b.WriteString(">" + d)
			}
			return b.String()
		}
		down, t = append(down, r.rel(t)), r.head(t)
	}
	return "far"
}

// deeds are the types of which who tells of them is hardly ever the doer.
var deeds = map[string]bool{"AID": true, "ASSAULT": true, "MOBILIZE": true}

// bears reports whether a party only bears the news of the act: it says so, and
// is no argument of the trigger itself. "The police said that two had been
// killed" does not say by whom.
func (fr *frame) bears(p *party) bool {
	if !deeds[fr.typ] || p.how != partyMention && p.how != partySpeaker {
		return false
	}
	switch fr.slots[p.tok] {
	case "", "gsubj":
	default:
		return false
	}
	if fr.rule != nil && overlap(fr.rule.src, p.refs) {
		return false
	}
	return overlap(fr.reps, p.refs)
}

// barred reports whether a party cannot stand on a side: it stands on the other
// one, or only bears the news.
func (fr *frame) barred(p *party, side string, other *party) bool {
	return excluded(p, other) || side == "s:" && fr.bears(p)
}

// spoken are the types of acts that are done in words.
var spoken = map[string]bool{"REQUEST": true, "ACCUSE": true, "THREATEN": true, "REJECT": true, "AGREE": true}

// saidByOther reports whether somebody else says the words that the trigger is
// the cue of, as the attributions have it, and the tree makes the party neither its
// subject nor, of a noun, whose it is ("rejected a Russian demand").
// Training does not know it: there the sides are given.
func (r *reading) saidByOther(fr *frame, p *party) bool {
	if p.how == partyNone || !spoken[fr.typ] {
		return false
	}
	if slot := fr.slot(r, p); strings.HasPrefix(slot, "subj") || strings.HasPrefix(slot, "poss") || strings.HasPrefix(slot, "mod") {
		return false
	}
	at := r.sent.Tokens[fr.tok].Start
	for k := range r.doc.Attributions {
		a := &r.doc.Attributions[k]
		if a.Actor == nil || a.Kind != schema.KindSpeech || len(a.Cue) == 0 || at < a.Cue[0].Start || at >= a.Cue[len(a.Cue)-1].End {
			continue
		}
		own := slices.ContainsFunc(p.refs, func(x ref) bool { return x.id == *a.Actor })
		return !own && slices.ContainsFunc(r.parties, func(o party) bool {
			return o.tok >= 0 && slices.ContainsFunc(o.refs, func(x ref) bool { return x.id == *a.Actor })
		})
	}
	return false
}

// refuses reports whether the trigger is a noun for what the party turns down: who
// rejects a demand demands nothing.
func (r *reading) refuses(fr *frame, p *party) bool {
	if r.verbal(fr.tok) || p.how == partyNone {
		return false
	}
	a := r.actAt(r.governor(fr.tok))
	return a != nil && a.typ == "REJECT" && overlap(a.src, p.refs)
}

// governs reports whether the trigger tells of a protest and the party governs or serves
// a state by its office: who speaks of demonstrations, or whose country they are in, does
// not hold them.
func (r *reading) governs(fr *frame, p *party) bool {
	return fr.typ == "PROTEST" && p.how != partyNone && !slices.ContainsFunc(p.refs, func(x ref) bool {
		return !r.lex.is("governing", r.sector[x.id])
	})
}

// ofKin reports whether a party is only whose family somebody is of who acts or is acted
// upon himself: "the minister's son urged", "the wife of the envoy was arrested".
func (r *reading) ofKin(p *party) bool {
	if p.tok < 0 {
		return false
	}
	i := p.tok
	for n := 0; n < 2 && (r.rel(i) == "appos" || r.rel(i) == "flat"); n++ {
		i = r.head(i)
	}
	h := r.head(i)
	return h >= 0 && r.rel(i) == "nmod" && r.lex.is("kin", r.lemma[h]) && len(r.own(h)) > 0
}

// keptOff reports whether the tree keeps a party off a side of an act: the family of somebody
// who acts himself; as target whose the subject is ("Chad's president sued a paper" does not
// sue Chad), who is to be freed and not asked, one's own envoy who is called home and one's
// own troops that are sent; as source whose the object is.
func (r *reading) keptOff(fr *frame, side string, p, other *party) bool {
	if p.tok < 0 || p.how == partyNone {
		return false
	}
	if r.ofKin(p) || r.insideOther(fr, side, p) || r.locates(fr, p) {
		return true
	}
	if side == "s:" {
		return r.undergoes(fr, p) || r.blamed(fr, p)
	}
	if other == nil {
		return false
	}
	return r.toBeFreed(fr, p) || r.ownSent(fr, p, other)
}

// insideOther reports whether a party only says whose or of which state the actor on the other
// side of a verb is: the possessor of the subject as target, that of the object as source, and
// the demonym or name before it ("three Chadian nurses were killed" does not say that Chad did).
func (r *reading) insideOther(fr *frame, side string, p *party) bool {
	h := r.head(p.tok)
	if h < 0 || !r.verbal(fr.tok) || r.xpos(p.tok) == "PRP$" || len(r.own(h)) == 0 {
		return false
	}
	poss := r.full(p.tok) == "nmod:poss"
	if side == "t:" {
		return poss && fr.slots[h] == "subj"
	}
	return fr.slots[h] == "obj" && (poss || r.rel(p.tok) == "amod" || r.rel(p.tok) == "compound")
}

// toBeFreed reports whether a party is whom a demand would have set free: it goes to others.
func (r *reading) toBeFreed(fr *frame, p *party) bool {
	if fr.typ != "REQUEST" || !r.verbal(fr.tok) {
		return false
	}
	return slices.ContainsFunc(r.objects(fr.tok), func(o int) bool {
		return r.lex.is("freedom", r.lemma[o]) && overlap(r.possessors(o), p.refs)
	})
}

// ownSent reports whether a party is the envoy or the force of who recalls or sends it.
func (r *reading) ownSent(fr *frame, p, other *party) bool {
	if !r.verbal(fr.tok) || p.code != other.code || p.code == "" {
		return false
	}
	return slices.ContainsFunc(r.objects(fr.tok), func(o int) bool {
		if !overlap(r.own(o), p.refs) {
			return false
		}
		return fr.typ == "MOBILIZE" && r.lex.is("bearing", r.sector[p.refs[0].id]) || r.lex.is("callhome", r.lemma[fr.tok]) && r.child(o, "nmod:poss") >= 0
	})
}

// undergoes reports whether a party is to whom the verb in the passive is done: who was
// released released nobody. Forces that are deployed go themselves.
func (r *reading) undergoes(fr *frame, p *party) bool {
	switch fr.typ {
	case "AGREE", "CONSULT", "COOPERATE", "MOBILIZE":
		return false
	}
	if fr.rule != nil && overlap(fr.rule.src, p.refs) { // "is opposed to the plan"
		return false
	}
	return r.verbal(fr.tok) && r.passive(fr.tok) && fr.slots[p.tok] == "obj" && r.child(fr.tok, "aux:pass", "nsubj:pass") >= 0
}

// blamed reports whether a party is the subject of what somebody else says of it in blame:
// "the mayor hides the report, the council says" is an accusation by the council.
func (r *reading) blamed(fr *frame, p *party) bool {
	if fr.typ != "ACCUSE" || fr.rule != nil || !strings.HasPrefix(fr.slots[p.tok], "subj") || r.passive(fr.tok) {
		return false
	}
	if w := r.lemma[fr.tok]; r.lex.is("say", w) || r.lex.is("naming", w) || r.hintsAt(fr.tok, "accusing") {
		return false // an act of speech of its own
	}
	return len(fr.reps) > 0 && !overlap(fr.reps, p.refs)
}

// locates reports whether a party is a state that only says where several agree or meet:
// "signed a truce in Pretoria".
func (r *reading) locates(fr *frame, p *party) bool {
	switch fr.typ {
	case "AGREE", "CONSULT":
	default:
		return false
	}
	if !r.state[p.refs[0].id] || !r.marker(p.tok, "case", "in", "at") || r.head(p.tok) < 0 {
		return false
	}
	return fr.rule == nil || !among(fr.rule.src, p.refs[0]) && !among(fr.rule.tgt, p.refs[0])
}
