package attribution

import (
	"slices"
	"strings"

	"dyad/schema"
)

// Credits: a news medium that says what it was told or has read is no speaker.
// "AP reports" credits the news to AP; in "Interfax quoted the minister" and
// "Reuters said, citing the minister" the minister speaks. The spans of source
// and cue stay as they are: it is the actor that changes.

// credit sets the carrier of a statement, and its speaker where the carrier
// cites somebody. The others are the candidates that were weighed with it.
func (w *whoIndex) credit(c *candidate, others []*candidate) {
	if c.kind != schema.KindSpeech && c.kind != schema.KindBelief {
		return
	}
	switch {
	case !w.isMedium(c.speaker):
		c.carrier = w.throughMedium(c, others)
	case w.carries(c):
		c.carrier = c.speaker
		if id := w.cited(c, others); id != "" {
			c.speaker = id
		}
	}
}

// isMedium reports whether an actor is a news medium; its people are not.
func (w *whoIndex) isMedium(id string) bool {
	a := w.actors[id]
	if a == nil || a.Sector != "JRN" {
		return false
	}
	_, head, _ := cutLast(strings.ToLower(a.Name))
	return a.Kind == schema.KindOrganization || a.Kind == schema.KindGroup && w.lex.is("medium", head)
}

// cutLast splits a name before its last word.
func cutLast(s string) (before, last string, found bool) {
	i := strings.LastIndexByte(s, ' ')
	return s[:max(i, 0)], s[i+1:], i >= 0
}

// carries reports whether a medium only passes on what it says: the cue is a
// verb of reporting, no leading article is named, and it is not about itself.
func (w *whoIndex) carries(c *candidate) bool {
	t := c.tree
	if !w.lex.is("carries", t.lemma(c.head)) {
		return false
	}
	for _, k := range t.kids[c.head] {
		if t.rel(k, "obl", "nsubj") && w.lex.is("opinion", t.lemma(k)) {
			return false
		}
	}
	for i := c.source.first; i < c.source.last; i++ {
		if w.lex.is("opinion", t.lemma(i)) {
			return false
		}
	}
	return !slices.ContainsFunc(w.bySentence[t.index], func(m *schema.Mention) bool {
		return covers(c.content, m.Start) && slices.Contains(m.Actors, c.speaker)
	})
}

// cited returns whom a medium cites: the object of "citing" or "quoting", of
// the cue itself ("Interfax quoted him as saying"), the subject of the passive,
// or the source of the speech that fills the content ("AFP said the ministry
// had denied it"), "" if nobody.
func (w *whoIndex) cited(c *candidate, others []*candidate) string {
	t := c.tree
	if w.lex.is("cites", t.lemma(c.head)) {
		if c.passive {
			return w.citedAt(t, t.kid(c.head, "nsubj:pass"))
		}
		return w.citedAt(t, t.kid(c.head, "obj"))
	}
	for i := range t.Tokens {
		if !w.lex.is("cites", t.lemma(i)) || t.Tokens[i].XPOS != "VBG" || covers(c.content, t.Tokens[i].Start) && i < c.head {
			continue
		}
		if id := w.citedAt(t, t.kid(i, "obj")); id != "" {
			return id
		}
	}
	return w.innerSpeaker(c, others)
}

// citedAt returns the actor at a token that is no medium, or for whom it
// speaks: "the ministry's statement".
func (w *whoIndex) citedAt(t *tree, i int) string {
	if i < 0 {
		return ""
	}
	id := w.at(t.index, i)
	if id == "" || w.generic[id] {
		if p := w.principal(t, i); p != "" {
			id = p
		}
	}
	if w.isMedium(id) {
		return ""
	}
	return id
}

// innerShare is how much of what a medium says another statement in it must
// fill, in tenths, to be all that it says.
const innerShare = 6

// innerSpeaker returns the speaker of the statement that fills the content.
func (w *whoIndex) innerSpeaker(c *candidate, others []*candidate) string {
	for _, o := range others {
		if o.tree != c.tree || o == c || o.sourceHead < 0 || o.kind != schema.KindSpeech || !covers(c.content, o.at) || !w.lex.verbs[o.tree.lemma(o.head)].takes(frameQuote) || o.confidence < innerConfidence || w.lex.is("deed", o.tree.lemma(o.head)) && !w.saysSo(o) {
			continue // "the court ordered them to pay" is what happened
		}
		in := 0
		for _, s := range o.content {
			if covers(c.content, s.Start) {
				in += o.beforeWhich(s) - s.Start
			}
		}
		if 10*in < innerShare*c.size() {
			continue
		}
		if id := w.speaker(o); id != "" && id != c.speaker && !w.isMedium(id) {
			return id
		}
	}
	return ""
}

// beforeWhich is where a content without a verb ends: before the relative clause behind a
// comma that the medium adds ("claimed a loss |, which helped him").
func (c *candidate) beforeWhich(s schema.Span) int {
	t := c.tree
	first := t.tokenAt(s.Start)
	for i := max(1, first); first >= 0 && i < len(t.Tokens) && t.Tokens[i].Start < s.End && !t.isFinite(i); i++ {
		if t.Tokens[i-1].Form == "," && t.isRelative(i) {
			return max(s.Start, t.Tokens[i-1].Start)
		}
	}
	return s.End
}

// innerConfidence is how sure a statement inside another one must be. It has
// lost against the outer one, which says little about whether it is speech.
const innerConfidence = .1

// throughMedium returns the medium through which a speaker is heard: he told
// it, it quotes him, or its "AFP reported" stands around his statement.
func (w *whoIndex) throughMedium(c *candidate, others []*candidate) string {
	for _, a := range c.addressees {
		for _, id := range a.actors {
			if w.isMedium(id) {
				return id
			}
		}
	}
	t := c.tree
	for i := range t.Tokens {
		if !w.lex.is("cites", t.lemma(i)) || t.Tokens[i].UPOS != "VERB" || i >= c.head || c.head > t.hi[i] || t.kid(i, "aux:pass") < 0 {
			continue
		}
		if k := t.agent(i); k >= 0 {
			if id := w.at(t.index, k); w.isMedium(id) {
				return id
			}
		}
	}
	for _, o := range others {
		if o.tree != t || o == c || o.sourceHead < 0 || !w.lex.is("carries", t.lemma(o.head)) || o.confidence < innerConfidence {
			continue
		}
		swallowed := !c.direct && covers(c.content, o.at) && (o.rule == "fronted" || o.rule == "tail" || o.rule == "phrase")
		if !swallowed && !covers(o.content, c.at) && !o.shares(c) {
			continue
		}
		if id := w.speaker(o); w.isMedium(id) && id != c.speaker {
			return id
		}
	}
	return ""
}
