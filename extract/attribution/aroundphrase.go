package attribution

import (
	"slices"

	"dyad/schema"
)

// behindPhrase puts right what stands around "according to somebody": a description of
// him behind his comma belongs to the source ("according to Ann Lee, | head of the
// union, | it rains"), as does a relative clause without one ("according to a survey | that
// the union published"), and a clause that only leads to it is no part of what he said
// ("fires that, | according to the union, | burnt the pier").
func (r *reader) behindPhrase(c *candidate) {
	t := c.tree
	if c.rule != "phrase" || c.source.empty() || len(c.content) == 0 {
		return
	}
	if n := len(c.content) - 1; n == 1 && c.content[0].End <= t.Tokens[c.cue[0].first].Start && c.content[0].Start >= t.Start && c.content[0].End > t.Start {
		i := t.tokenAt(c.content[0].End - 1)
		first := t.tokenAt(c.content[1].Start)
		if first == c.source.last && (t.isRelative(first) || t.lower(first) == "that") {
			c.source.last = t.tokenAt(c.content[1].End-1) + 1
			c.content = slices.Clone(c.content[:1])
			return
		}
		if i > 3 && first > c.source.last-1 && (t.isRelative(i) || t.Tokens[i].UPOS == "SCONJ" || t.Tokens[i].UPOS == "CCONJ" && t.opensMain(first) || t.lower(i) == "that") && t.finiteIn(first, t.tokenAt(c.content[1].End-1)+1) {
			c.content = slices.Clone(c.content[1:])
		}
		return
	}
	i := t.tokenAt(c.content[0].Start)
	if len(c.content) != 1 || i != c.source.last+1 || t.Tokens[i-1].Form != "," || c.content[0].End > t.End {
		return
	}
	e, person, relative := i, false, false
	for e+1 < len(t.Tokens) && t.Tokens[e].Form != "," {
		relative = relative || t.lower(e) == "who" && person && (t.lower(i) == "a" || t.lower(i) == "an")
		if !relative && (t.isFinite(e) || t.isRelative(e)) {
			return
		}
		person = person || e < i+4 && (r.lex.is("human", t.lemma(e)) || r.lex.is("proxy", t.lemma(e)) || r.humanEnding(t.lemma(e)))
		e++
	}
	if !person || e+2 >= len(t.Tokens) || t.Tokens[e].Form != "," || !nominal(t, i) || !t.opensMain(e+1) || t.Tokens[e+1].Start >= c.content[0].End {
		return
	}
	c.source.last = e
	c.content = []schema.Span{{Start: t.Tokens[e+1].Start, End: c.content[0].End}}
}
