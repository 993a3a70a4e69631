package attribution

import (
	"slices"
	"strings"

	"dyad/schema"
)

// redescribed tells whom a source without a name means that the actor stage gives to
// somebody named. A new person with "a" is not he ("a party source"); a description
// that nothing in the text ties to him is that of whoever spoke last, if he is called so; and a name at the end of the source is the one described ("the head of the
// union Ann Lee").
func (w *whoIndex) redescribed(c *candidate, last chain, before []*candidate) (string, bool) {
	t, h, p := c.tree, c.sourceHead, last.person
	// "a party source said … the source said"
	again := p != nil && w.generic[p.speaker] && p.sourceHead >= 0 && p.tree.lemma(p.sourceHead) == t.lemma(h) && t.index-p.tree.index <= 2*chainSentences(c)
	if again && w.generic[c.speaker] && w.kinds[c.speaker] == schema.KindPerson && t.definite(h) && t.kid(h, "amod", "compound", "nmod", "acl", "nummod", "appos") < 0 && !w.saidOf(c, p) {
		return p.speaker, true
	}
	if c.speaker == "" || w.kinds[c.speaker] != schema.KindPerson || w.generic[c.speaker] || t.Tokens[h].UPOS != "NOUN" && !capital(t.Tokens[h].Form) || !w.nominalAt(t.index, h, c.speaker) {
		return "", false
	}
	for _, m := range w.bySentence[t.index] {
		if m.First < c.source.first || m.Last > c.source.last || !w.namesPerson(m) {
			continue
		}
		if m.Actors[0] == c.speaker {
			return "", false
		}
		if m.Last == c.source.last && m.First > h && nominal(t, m.First-1) {
			return m.Actors[0], true
		}
	}
	d := t.kid(h, "det")
	if d < 0 || d < c.source.first {
		return "", false
	}
	switch t.lower(d) {
	case "a", "an", "another":
		if apposed := c.source.first > 0 && t.Tokens[c.source.first-1].Form == "," && c.source.last < len(t.Tokens) && t.Tokens[c.source.last].Form == ","; apposed && w.endsAt(t.index, c.source.first-1, c.speaker) {
			return "", false
		}
		return w.someone(c, d), true
	case "the":
		if again && !w.calledSo(c, c.speaker) {
			return p.speaker, true
		}
		if id := w.otherTitled(c); id != "" {
			return id, true
		}
		if p != nil && w.spokenOf(c, p) {
			return p.speaker, true
		}
		if p == nil || p.speaker == c.speaker || w.generic[p.speaker] || c.tree.index-p.tree.index > chainSentences(c) || w.calledSo(c, c.speaker) || !w.calledSo(c, p.speaker) && !w.soleSpeaker(c, p.speaker, before) || w.namedSince(c, p.at, before) {
			return "", false
		}
		return p.speaker, true
	}
	return "", false
}

// otherTitled returns the only person with the title that a source is, where the actor
// stage took another one whom the text does not call so: "King Ali met Prince Omar. The
// king said".
func (w *whoIndex) otherTitled(c *candidate) string {
	if w.calledSo(c, c.speaker) {
		return ""
	}
	id := w.titled(c)
	if id == c.speaker || w.generic[id] {
		return ""
	}
	return id
}

// spokenOf reports whether a title means who spoke last, not another one of that title whom
// he named only in what he said: "“I wrote to President Lee,” President Lund said. The
// president added".
func (w *whoIndex) spokenOf(c, p *candidate) bool {
	return p.speaker != c.speaker && !w.generic[p.speaker] && c.tree.index-p.tree.index <= chainSentences(c)+1 && w.calledSo(c, p.speaker) && w.onlySaid(c, p)
}

// saidOf reports whether another one is called by the noun of a source since a statement.
func (w *whoIndex) saidOf(c, since *candidate) bool {
	return slices.ContainsFunc(w.mentions, func(m schema.Mention) bool {
		t := w.trees[m.Sentence]
		return m.Sentence > since.tree.index && m.Start < c.tree.Tokens[c.source.first].Start && t.lemma(m.Head) == c.tree.lemma(c.sourceHead) && !slices.Contains(m.Actors, since.speaker)
	})
}

// someone returns for whom a new person speaks, else himself, "" if that is nobody.
func (w *whoIndex) someone(c *candidate, det int) string {
	if id := w.principal(c.tree, c.sourceHead); id != "" {
		return id
	}
	other := *c
	other.source.first = det + 1
	return w.introduce(&other)
}

// nominalAt reports whether the mention at the head of a source means an actor by a
// description.
func (w *whoIndex) nominalAt(sentence, h int, id string) bool {
	return slices.ContainsFunc(w.bySentence[sentence], func(m *schema.Mention) bool {
		return m.Head == h && m.Form == schema.FormNominal && len(m.Actors) > 0 && m.Actors[0] == id
	})
}

// endsAt reports whether a name of an actor ends at a token.
func (w *whoIndex) endsAt(sentence, i int, id string) bool {
	return slices.ContainsFunc(w.bySentence[sentence], func(m *schema.Mention) bool {
		return m.Last == i && m.Form == schema.FormName && slices.Contains(m.Actors, id)
	})
}

// namedSince reports whether somebody is named outside of what people say between a byte
// and the source that is said to mean him.
func (w *whoIndex) namedSince(c *candidate, at int, before []*candidate) bool {
	return slices.ContainsFunc(w.mentions, func(m schema.Mention) bool {
		return m.Start > at && m.Start < c.tree.Tokens[c.source.first].Start && m.Form == schema.FormName && slices.Contains(m.Actors, c.speaker) && w.outside(c, m.Start, before)
	})
}

// titleWords is how far before a name its title may begin, glossWords how far behind
// the comma after it the noun of an apposition may stand.
const titleWords, glossWords = 4, 14

// calledSo reports whether the text calls somebody by the noun at the head of a source:
// in his role, his title, or an apposition to his name.
func (w *whoIndex) calledSo(c *candidate, id string) bool {
	word := c.tree.lemma(c.sourceHead)
	if a := w.actors[id]; a == nil || strings.Contains(strings.ReplaceAll(strings.ToLower(a.Role), "-", " "), strings.ReplaceAll(word, "-", " ")) {
		return true
	}
	if w.lex.is("anonymous", word) {
		return false // "… for Lund, a source said"
	}
	return w.besideName(id, func(t *tree, i int) bool { return t.lemma(i) == word || t.lower(i) == word })
}

// besideName reports whether a token with some trait stands in the title before a name
// of somebody, in the name, or in what stands behind its comma.
func (w *whoIndex) besideName(id string, is func(t *tree, i int) bool) bool {
	for k := range w.mentions {
		m := &w.mentions[k]
		if m.Form != schema.FormName || !slices.Contains(m.Actors, id) {
			continue
		}
		t, end := w.trees[m.Sentence], m.Last
		if end < len(t.Tokens) && t.Tokens[end].Form == "," {
			end = min(len(t.Tokens), end+glossWords)
		}
		for i := max(0, m.First-titleWords); i < end; i++ {
			if is(t, i) {
				return true
			}
		}
	}
	return false
}
