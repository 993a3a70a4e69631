package stance

import (
	"slices"
	"strings"

	"dyad/schema"
)

// event: an act coded by the event stage is a stance of its sources towards
// its targets where its type says so; towards its issues too, where the act
// is one of speech.
func (r *reader) event(e *schema.Event) {
	eff, ok := r.lex.events[e.Type]
	if !ok || e.Negated || e.Hypothetical {
		return
	}
	i := r.sentenceOf(e.Trigger.Start)
	if i < 0 {
		return
	}
	for _, h := range e.Sources {
		for _, t := range r.aimsOf(e, i) {
			rule := "event:"
			if strings.HasPrefix(t, "issue:") {
				rule = "event-issue:"
			}
			r.found = append(r.found, finding{
				holder: h, target: t, sign: eff.sign, sentence: i, rule: rule + e.Type, evidence: e.Trigger.Span,
				holderSpan: r.spanOf(i, h, e.Trigger.Span), targetSpan: r.spanOf(i, t, e.Trigger.Span), confidence: eff.share * (.5 + e.Confidence/2),
				guessed: strings.HasPrefix(e.Rule, "learned/"+strings.ToLower(e.Type)),
			})
		}
	}
}

// aimsOf returns what an act takes a side on: its targets, the other parties
// of a friendly act of several, and the issues of an act of speech.
func (r *reader) aimsOf(e *schema.Event, sentence int) []string {
	out := append([]string{}, e.Targets...)
	if len(e.Targets) == 0 && len(e.Sources) > 1 && r.lex.events[e.Type].sign > 0 {
		out = append(out, e.Sources...)
	}
	return append(out, r.issuesOf(e, sentence)...)
}

// issuesOf returns the issues that an act takes a side on: those that its verb
// governs, but not what somebody is accused of, nor what blame that no rule sees speaks
// of. A request is against whom it goes to, but not against what it asks for.
func (r *reader) issuesOf(e *schema.Event, sentence int) []string {
	if e.Type == "REQUEST" || e.Type == "ACCUSE" && e.Rule == "learned/accuse" {
		return nil
	}
	var out []string
	v := r.view(sentence)
	for t := range v.Tokens {
		if tok := &v.Tokens[t]; tok.Start < e.Trigger.Start || tok.End > e.Trigger.End {
			continue
		}
		for _, k := range v.kids[t] {
			if !v.rel(k, "obj", "nsubj:pass") && (e.Type == "ACCUSE" || !v.rel(k, "obl", "nmod")) {
				continue
			}
			for _, p := range v.targets(k) {
				if p.issue && !slices.Contains(out, p.id) {
					out = append(out, p.id)
				}
			}
		}
	}
	return out
}

// sentenceOf returns the index of the sentence that covers byte b, or -1.
func (r *reader) sentenceOf(b int) int {
	for i := range r.ling.Sentences {
		if s := &r.ling.Sentences[i]; s.Start <= b && b < s.End {
			return i
		}
	}
	return -1
}

// spanOf returns the place of a party in a sentence, else of the trigger.
func (r *reader) spanOf(i int, id string, otherwise schema.Span) schema.Span {
	for _, m := range r.mentions[i] {
		if slices.Contains(m.Actors, id) {
			return m.Span
		}
	}
	for _, m := range r.issues[i] {
		if m.Issue == id {
			return m.Span
		}
	}
	if o, ok := r.open[id]; ok && r.sentenceOf(o.mention.Start) == i {
		return o.mention.Span
	}
	return otherwise
}
