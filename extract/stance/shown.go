package stance

import (
	"slices"
	"strings"

	"dyad/schema"
)

// What a sentence shows. Evidence counts where its sentence has both parties
// and, for what only the pair model sees, a word of attitude between them.

// shown reports whether a finding stands on its own sentence.
func (r *reader) shown(f finding) bool {
	if r.given[f.holder] && r.given[f.target] {
		return true
	}
	kind, _, _ := strings.Cut(f.rule, ":")
	switch kind {
	case "event", "event-issue":
		return r.political() && r.present(f.sentence, f.holder, f.evidence.Start) && r.present(f.sentence, f.target, -1)
	case "talks":
		v := r.view(f.sentence)
		h := v.headOf(f.targetSpan)
		if f.rule == "talks:nmod:poss" {
			return false // whose something is, is hardly what is spoken of: one of six read was right
		}
		if f.rule == "talks:subj" && h >= 0 && !v.spokenOf(h) {
			return false // he only tells what somebody does: one of seven read was right
		}
		return r.political() || h < 0 || !strings.HasPrefix(f.target, "issue:") || v.spokenOf(h)
	case "model":
		return (r.political() || f.weight >= plainly) && r.view(f.sentence).attitudeBetween(f)
	}
	return true
}

// modelled reports whether only the pair model sees a finding.
func (f finding) modelled() bool { return strings.HasPrefix(f.rule, "model:") }

// plainly is how sure the pair model must be of a stance in an article that is
// not about politics.
const plainly = .8

// political reports whether the article is a report of politics: one in which
// political actors act on each other. In all others an act, or two names beside
// each other, hardly ever is a stance: a trial, a match, a new product.
func (r *reader) political() bool {
	if r.politics == 0 {
		r.politics = -1
		words := 0
		for i := range r.ling.Sentences {
			words += len(r.ling.Sentences[i].Tokens)
		}
		if acts := r.politicalActs(); words < shortText || float64(acts) >= actsPerToken*float64(words) {
			r.politics = 1
		}
	}
	return r.politics > 0
}

// A text with fewer tokens than shortText is too short to tell; actsPerToken is
// what nine in ten annotated articles on politics have, and one in three of all
// kinds.
const (
	shortText    = 100
	actsPerToken = .0015
)

// politicalActs counts the events of political actors towards each other.
func (r *reader) politicalActs() int {
	political := map[string]bool{}
	for _, a := range r.doc.Actors {
		political[a.ID] = a.Kind == schema.KindCountry || r.lex.is("political", a.Sector) || r.lex.is("political", a.Code)
	}
	is := func(id string) bool { return political[id] }
	n := 0
	for _, e := range r.doc.Events {
		if e.Confidence >= likelyAct && slices.ContainsFunc(e.Sources, is) && slices.ContainsFunc(slices.Concat(e.Targets, e.Sources[1:]), is) {
			n++
		}
	}
	return n
}

// likelyAct is how sure an event must be to count as an act.
const likelyAct = .3

// present reports whether a sentence names a party, or whether he is the speaker
// of what stands at byte at.
func (r *reader) present(sentence int, id string, at int) bool {
	if strings.HasPrefix(id, "issue:") {
		return true
	}
	if slices.ContainsFunc(r.mentions[sentence], func(m *schema.Mention) bool { return slices.Contains(m.Actors, id) }) {
		return true
	}
	return at >= 0 && slices.ContainsFunc(r.doc.Attributions, func(a schema.Attribution) bool {
		return a.Actor != nil && *a.Actor == id && within(a.Content, at)
	})
}

// attitudeBetween reports whether a word of attitude joins holder and target:
// the word where their ways meet, one on the way down to the target, or what
// these govern.
func (v *view) attitudeBetween(f finding) bool {
	a, b := v.headOf(f.holderSpan), v.headOf(f.targetSpan)
	if a < 0 || b < 0 {
		return true
	}
	a, b = v.anchor(a), v.anchor(b)
	top := v.above(a, b)
	for h, n := v.Tokens[b].Head, 0; h >= 0 && n < maxDepth; h, n = v.Tokens[h].Head, n+1 {
		if v.evaluates(h) {
			return true
		}
		if h == top {
			return false
		}
	}
	return top >= 0 && v.evaluates(top)
}

// evaluates reports whether a word or what it governs is one of attitude.
func (v *view) evaluates(i int) bool {
	if v.signOf(i) != 0 {
		return true
	}
	return slices.ContainsFunc(v.kids[i], func(k int) bool {
		return v.rel(k, "obj", "xcomp", "advmod", "amod") && v.signOf(k) != 0
	})
}

// headOf returns the head of what stands at a span, or -1.
func (v *view) headOf(s schema.Span) int {
	for _, m := range v.r.mentions[v.index] {
		if m.Span == s {
			return m.Head
		}
	}
	for i := range v.Tokens {
		t := &v.Tokens[i]
		if s.Start <= t.Start && t.End <= s.End && (t.Head < 0 || v.Tokens[t.Head].Start < s.Start || v.Tokens[t.Head].End > s.End) {
			return i
		}
	}
	return -1
}
