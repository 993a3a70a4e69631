package stance

import (
	"slices"
	"strings"

	"dyad/schema"
)

// says: what the speaker of an attribution says about the actors and issues
// in its content. A news medium that only reports says nothing for itself.
func (r *reader) says(a *schema.Attribution) {
	if a.Actor == nil || a.IsCredit() || len(a.Content) == 0 || a.Kind == schema.KindIntention || a.Kind == schema.KindOther {
		return
	}
	speaker := party{id: *a.Actor, weight: 1, span: r.speakerSpan(a)}
	for i := r.sentenceOf(a.Content[0].Start); i >= 0 && i < len(r.ling.Sentences); i++ {
		if r.ling.Sentences[i].Start >= a.Content[len(a.Content)-1].End {
			break
		}
		v := r.view(i)
		done := r.effects(a, v, speaker)
		for _, t := range v.partiesIn(a.Content) {
			if t.id == speaker.id {
				continue
			}
			if s, at, why := v.evaluate(t.head); s != 0 && !(t.issue && slices.Contains(done, t.head)) {
				v.note([]party{speaker}, []party{t.party}, at, s, "says:"+why, .6*a.Confidence, false)
			}
			if good, bad := v.talk(t.head); max(good, bad) > minTalk {
				s, x := 1, good
				if bad > good {
					s, x = -1, bad
				}
				if s < 0 && v.victim(t.head, speaker.id) {
					continue
				}
				v.note([]party{speaker}, []party{t.party}, t.head, s, "talks:"+v.slot(t.head), x*a.Confidence, false)
			}
		}
	}
}

// victim reports whether what stands at a token suffers a hostile act of another
// than the speaker, who is then against who acts, if against anybody; or whether it is
// protected or helped.
func (v *view) victim(h int, speaker string) bool {
	a := v.anchor(h)
	up := v.Tokens[a].Head
	if up < 0 || v.slot(a) != "obj" {
		return false
	}
	w := v.word(up)
	if w == nil || v.Tokens[up].UPOS != "VERB" {
		return false
	}
	if w.to > 0 && !v.negated(up) {
		return true // what is dark is what he is to be helped against
	}
	if w.to >= 0 && w.val >= 0 {
		return false
	}
	agent, _ := v.agentOf(up)
	if agent < 0 || v.r.lex.is("first", v.lower(agent)) {
		return false
	}
	return !slices.ContainsFunc(v.holders(agent), func(p party) bool { return p.id == speaker })
}

// speakerSpan is where the speaker stands: his own mention in the source, else
// the source as a whole, which may name others too, else the cue.
func (r *reader) speakerSpan(a *schema.Attribution) schema.Span {
	if len(a.Source) == 0 {
		return a.Cue[0].Span
	}
	for _, s := range a.Source {
		i := r.sentenceOf(s.Start)
		if i < 0 {
			continue
		}
		for _, m := range r.mentions[i] {
			if s.Start <= m.Start && m.End <= s.End && slices.Contains(m.Actors, *a.Actor) {
				return m.Span
			}
		}
	}
	return a.Source[0].Span
}

// spokenOf reports whether a clause speaks of what stands at a token as such and
// with a word of attitude: owners and names beside others are only mentioned.
func (v *view) spokenOf(h int) bool {
	a := v.anchor(h)
	if up := v.Tokens[a].Head; up >= 0 {
		if v.rel(a, "nmod:poss", "appos", "compound", "flat") {
			return false
		}
		if v.evaluates(up) || v.rel(up, "xcomp", "acl", "advcl", "conj") && v.Tokens[up].Head >= 0 && v.signOf(v.Tokens[up].Head) != 0 {
			return true
		}
	}
	return slices.ContainsFunc(v.kids[h], func(k int) bool { return v.rel(k, "amod", "acl", "cop", "compound") && v.evaluates(k) }) || v.signOf(h) != 0
}

// minTalk is how surely a speaker must talk well or badly of something for it
// to be evidence.
const minTalk = .7

// placed is a party with its head token.
type placed struct {
	party
	head int
}

// partiesIn lists the actors and issues in a content.
func (v *view) partiesIn(content []schema.TextSpan) []placed {
	var out []placed
	inside := func(b int) bool {
		for _, s := range content {
			if s.Start <= b && b < s.End {
				return true
			}
		}
		return false
	}
	for _, m := range v.r.mentions[v.index] {
		if m.Head < 0 || m.Head >= len(v.Tokens) || !inside(v.Tokens[m.Head].Start) || m.Locative {
			continue
		}
		weight := 1.0
		if m.Modifier {
			weight = .8
		}
		for _, id := range m.Actors {
			out = append(out, placed{party{id: id, span: m.Span, weight: weight}, m.Head})
		}
	}
	for _, m := range v.r.issues[v.index] {
		if m.Head >= 0 && m.Head < len(v.Tokens) && inside(v.Tokens[m.Head].Start) {
			out = append(out, placed{party{id: m.Issue, span: m.Span, issue: true, weight: 1}, m.Head})
		}
	}
	return v.openIn(out, content)
}

// openIn adds the noun phrases of a content that a verb says something of: they
// become issues by their own words if it is good or bad.
func (v *view) openIn(out []placed, content []schema.TextSpan) []placed {
	for h := range v.Tokens {
		if !v.rel(h, "nsubj", "obj", "obl") || !within(content, v.Tokens[h].Start) || !v.names(h) {
			continue
		}
		if slices.ContainsFunc(out, func(p placed) bool { return p.issue && p.head == h }) {
			continue
		}
		if s, at, _ := v.evaluate(h); s == 0 || v.newlyCalled(h, at) {
			if good, bad := v.talk(h); max(good, bad) < minTalk {
				continue
			}
		}
		for _, p := range v.openAt(h, .9) {
			out = append(out, placed{p, h})
		}
	}
	return out
}

// newlyCalled reports whether a noun is only what something else is or has, with the
// adjective at a token: who speaks of "an important asset" is for what is one.
func (v *view) newlyCalled(h, adjective int) bool {
	if !v.rel(adjective, "amod") || v.Tokens[adjective].Head != h || v.kid(h, "nmod:poss") >= 0 {
		return false
	}
	d := v.kid(h, "det")
	return d < 0 || !v.r.lex.is("definite", v.lower(d))
}

// evaluate returns what a sentence says about the party at a token, good or
// bad, with the word that says so.
func (v *view) evaluate(h int) (int, int, string) {
	for _, k := range v.kids[h] {
		if v.rel(k, "amod") && !v.denied(h) && v.Tokens[k].UPOS == "ADJ" && v.lower(k) == v.Tokens[k].Form && v.Tokens[k].XPOS != "JJR" {
			if w := v.r.lex.adjs.of(v.lemma(k)); w != nil && w.val != 0 && k < h && !v.r.lex.is("sort", v.lemma(k)) {
				return w.val, k, v.Tokens[k].Lemma
			}
		}
		if v.describes(k) {
			if s := v.predicate(k, 0); s != 0 {
				return s, k, v.Tokens[k].Lemma
			}
		}
		if v.rel(k, "appos") {
			if w := v.r.lex.nouns.of(v.lemma(k)); w != nil && w.val != 0 {
				return w.val, k, v.Tokens[k].Lemma
			}
		}
	}
	up := v.Tokens[h].Head
	switch {
	case up < 0:
		return 0, 0, ""
	case v.rel(h, "nsubj") && !v.rel(h, "nsubj:pass"):
		if v.obliged(up) || v.possible(up) || v.hypothetical(up) || v.wished(up) || v.relates(up) || v.plainDeed(up) {
			return 0, 0, ""
		}
		return v.predicate(up, 0), up, v.Tokens[up].Lemma
	case v.rel(h, "obl") && v.caseOf(h) == "by" && v.Tokens[up].UPOS == "VERB":
		return v.predicate(up, 0), up, v.Tokens[up].Lemma
	case v.rel(h, "nmod:poss", "amod") || v.rel(h, "nmod") && v.r.lex.is("doer", v.caseOf(h)):
		if w := v.r.lex.nouns.of(v.lemma(up)); w != nil && w.val != 0 && w.to <= 0 && !v.r.lex.is("fortune", v.lemma(up)) {
			return w.val, up, v.Tokens[up].Lemma
		}
		if v.rel(up, "nsubj") && !v.rel(up, "nsubj:pass") {
			return v.evaluate(up)
		}
	}
	return 0, 0, ""
}

// denied reports whether a noun is the object of a negated verb: who has no good idea
// does not call it good.
func (v *view) denied(h int) bool {
	up := v.Tokens[h].Head
	return up >= 0 && v.rel(h, "obj") && v.negated(up)
}

// wished reports whether a predicate is only what somebody hopes for or sees to:
// "make sure that they are safe".
func (v *view) wished(i int) bool {
	up := v.Tokens[i].Head
	return up >= 0 && v.rel(i, "ccomp", "xcomp") && v.r.lex.is("wish", v.lemma(up))
}

// possible reports whether a predicate only says what may or can be.
func (v *view) possible(p int) bool {
	for _, k := range v.kids[p] {
		if v.rel(k, "aux") && (v.r.lex.is("perhaps", v.lower(k)) || v.lower(k) == "can") {
			return true
		}
	}
	return false
}

// plainDeed reports whether a verb only tells what befalls its subject, what he has, does by duty or
// does for others: who says so need not be for or against him.
func (v *view) plainDeed(p int) bool {
	lemma := v.lemma(p)
	if v.Tokens[p].UPOS != "VERB" {
		return false
	}
	w := v.word(p)
	return v.r.lex.is("undergo", lemma) || v.r.lex.is("office", lemma) || w != nil && w.to > 0
}

// relates reports whether an adjective has the target that it takes, and so tells
// of a relation instead of its subject: "close to the sea".
func (v *view) relates(i int) bool {
	w := v.word(i)
	if w == nil || w.to == 0 || v.Tokens[i].UPOS != "ADJ" {
		return false
	}
	return slices.ContainsFunc(v.kids[i], func(k int) bool { return v.rel(k, "obl", "nmod") && w.takes(v.caseOf(k)) })
}

// describes reports whether a clause says something about the noun that it
// hangs on: "a plan that threatens us", "a plan threatening us".
func (v *view) describes(k int) bool {
	if !v.rel(k, "acl") || v.Tokens[k].UPOS != "VERB" || v.kid(k, "nsubj:pass", "aux:pass") >= 0 || v.obliged(k) {
		return false
	}
	if v.rel(k, "acl:relcl") {
		subj := v.kid(k, "nsubj")
		return subj < 0 && v.kid(k, "obj") > k || subj >= 0 && v.Tokens[subj].UPOS == "PRON" && strings.HasPrefix(v.Tokens[subj].XPOS, "W")
	}
	return v.Tokens[k].XPOS == "VBG"
}

// obliged reports whether a predicate says what ought to be.
func (v *view) obliged(p int) bool {
	for _, k := range v.kids[p] {
		if v.rel(k, "aux") && v.r.lex.is("duty", v.lower(k)) {
			return true
		}
	}
	return v.Tokens[p].Lemma == "need" && v.kid(p, "xcomp") >= 0
}

// predicate returns the value of a predicate for its subject: that of its
// word, or of what it governs, turned round by shifters and negation.
func (v *view) predicate(p, depth int) int {
	if depth > 4 {
		return 0
	}
	w := v.word(p)
	value := 0
	if w != nil {
		value = w.val
	}
	below := v.below(p, depth)
	switch {
	case w != nil && w.shift && below != 0:
		value = -below
	case value == 0:
		value = below
	}
	if value != 0 && v.negated(p) {
		value = -value
	}
	return value
}

// below returns the value of the first complement that has one. Who knows, weighs or
// speaks of something bad is not bad for that.
func (v *view) below(p, depth int) int {
	if v.r.lex.is("minds", v.lemma(p)) {
		return 0
	}
	for _, k := range v.kids[p] {
		if v.r.lex.is("undergo", v.lemma(k)) && v.rel(k, "xcomp") || v.rel(k, "amod") && v.r.lex.is("sort", v.lemma(k)) {
			continue
		}
		if k < p && !v.rel(k, "amod", "compound") || v.rel(k, "compound") && v.r.lex.is("fortune", v.lemma(k)) {
			continue
		}
		if v.rel(k, "xcomp") && v.Tokens[k].UPOS == "VERB" && v.Tokens[k].XPOS == "VBN" {
			continue // who feels threatened does not threaten
		}
		if v.rel(k, "obj", "xcomp", "acl", "ccomp", "amod", "compound") && !v.rel(k, "acl:relcl") || depth > 0 && v.rel(k, "nmod") && v.caseOf(k) == "of" {
			s := v.predicate(k, depth+1)
			if s > 0 && !v.rel(k, "amod", "compound") && !v.lends(p) {
				continue // to offer help is not yet to be good
			}
			if s != 0 {
				return s
			}
		}
	}
	return 0
}

// lends reports whether a predicate takes its value from its complement, for
// good too: "helps find common ground".
func (v *view) lends(p int) bool {
	w := v.word(p)
	return v.Tokens[p].UPOS != "VERB" || w != nil && (w.shift || w.val != 0) || v.r.lex.is("lends", v.Tokens[p].Lemma)
}

// word returns the entry of a token, nil if it has none.
func (v *view) word(i int) *word { return v.facts[i].word }

// lookUp finds the entry of a token by its part of speech.
func (v *view) lookUp(i int) *word {
	switch v.Tokens[i].UPOS {
	case "VERB":
		return v.r.lex.verbs.of(v.lemma(i))
	case "ADJ":
		return v.r.lex.adjs.of(v.lemma(i))
	case "NOUN", "PROPN":
		for _, k := range v.kids[i] { // "arms race", "common ground"
			if k == i-1 {
				if w := v.r.lex.nouns.of(v.lower(k), " ", v.lemma(i)); w != nil {
					return w
				}
			}
		}
		return v.r.lex.nouns.of(v.lemma(i))
	}
	return nil
}
