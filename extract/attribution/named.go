package attribution

import (
	"slices"
	"strings"

	"dyad/extract/nlp"
	"dyad/schema"
)

// namedBefore returns the person whom a source without a name means: "the
// minister" is the one named before who holds that office, and a title that
// comes up for the first time with "the" is that of whoever spoke last. It is
// "" where the source may be somebody new.
func (w *whoIndex) namedBefore(c *candidate, last chain, before []*candidate) string {
	t, h := c.tree, c.sourceHead
	if !w.generic[c.speaker] || w.kinds[c.speaker] != schema.KindPerson || t.Tokens[h].UPOS == "PRON" || !t.definite(h) && !t.pointed(h) || t.kid(h, "appos") >= 0 || t.rel(h, "conj") {
		return ""
	}
	if k := t.kid(h, "acl"); k >= 0 && (!t.rel(k, "acl:relcl") || t.lo[k] == 0 || t.Tokens[t.lo[k]-1].Form != ",") {
		return ""
	}
	if k := t.kid(h, "nmod"); k >= 0 {
		if last.person != nil && c.tree.index-last.person.tree.index <= 2*chainSentences(c) && w.heads(c, k, last.person.speaker) {
			return last.person.speaker
		}
		return ""
	}
	if k := t.kid(h, "conj"); k >= 0 && !w.besides(t, h, k) {
		return ""
	}
	if id := w.holderOf(c, t.lemma(h)); id != "" {
		return id
	}
	if !t.pointed(h) && w.lex.is("anonymous", t.lemma(h)) || w.lex.is("any-body", t.lemma(h)) || w.mentionedBefore(c) || t.placed(c.source) {
		return ""
	}
	if last.person == nil || w.generic[last.person.speaker] || c.tree.index-last.person.tree.index > chainSentences(c) && !w.soleSpeaker(c, last.person.speaker, before) {
		return ""
	}
	return last.person.speaker
}

// pointed reports whether "this" says that a noun has just been spoken of.
func (t *tree) pointed(h int) bool {
	k := t.kid(h, "det")
	return k >= 0 && t.lower(k) == "this"
}

// soleSentences is how far back the only speaker of a text may have spoken whom a
// description means.
const soleSentences = 8

// soleSpeaker reports whether nobody else has spoken before a statement, nor been the
// subject of a sentence since he did.
func (w *whoIndex) soleSpeaker(c *candidate, id string, before []*candidate) bool {
	since := 0
	for _, o := range before {
		if o.kind != schema.KindSpeech || w.kinds[o.speaker] != schema.KindPerson {
			continue
		}
		if o.speaker != id {
			return false
		}
		since = o.tree.index
	}
	if c.tree.index-since > soleSentences {
		return false
	}
	return !slices.ContainsFunc(w.mentions, func(m schema.Mention) bool {
		return m.Sentence >= since && m.Start < c.begin() && m.Form == schema.FormName && len(m.Actors) == 1 && m.Actors[0] != id &&
			w.kinds[m.Actors[0]] == schema.KindPerson && w.mainSubject(w.trees[m.Sentence], m.Head)
	})
}

// heads reports whether somebody is known to belong to what a source is the head or a
// member of: its last word stands beside his name ("the director of Harbour Works, Ann
// Lee" is "the head of Harbour Works"), or it is a state and he is of its government.
func (w *whoIndex) heads(c *candidate, of int, id string) bool {
	t, a := c.tree, w.actors[id]
	if a == nil || a.Generic || t.caseOf(of) != "of" || t.kid(of, "conj", "nmod") >= 0 {
		return false
	}
	if t.Tokens[of].UPOS != "PROPN" && !capital(t.Tokens[of].Form) || w.lex.is("state", t.lower(of)) {
		return w.lex.is("state", t.lower(of)) && t.lemma(c.sourceHead) == "head" && a.Sector == "GOV"
	}
	return w.besideName(id, func(o *tree, i int) bool { return o.Tokens[i].Form == t.Tokens[of].Form })
}

// holderOf returns the only person named before a candidate whose role has a
// word, "" if there is none or more than one.
func (w *whoIndex) holderOf(c *candidate, word string) string {
	found := ""
	for _, m := range w.mentions {
		if m.Start >= c.at || len(m.Actors) != 1 || m.Actors[0] == found {
			continue
		}
		a := w.actors[m.Actors[0]]
		if a == nil || a.Generic || a.Kind != schema.KindPerson || !slices.Contains(strings.Fields(strings.ToLower(a.Role)), word) || !sameState(a, w.actors[c.speaker]) {
			continue
		}
		if found != "" {
			return ""
		}
		found = a.ID
	}
	return found
}

// sameState reports whether nothing says that two actors are of two states.
func sameState(a, b *schema.Actor) bool {
	return a.Code == "" || b.Code == "" || a.Code == b.Code
}

// placed reports whether a place stands in a source: "the Oslo lawyer" need
// not be whoever spoke last.
func (t *tree) placed(s stretch) bool {
	return slices.ContainsFunc(t.Entities, func(e nlp.Entity) bool { return e.Type == "LOC" && s.first <= e.First && e.Last <= s.last })
}

// mentionedBefore reports whether the actor without a name that a source means
// stands earlier in the text.
func (w *whoIndex) mentionedBefore(c *candidate) bool {
	start := c.tree.Tokens[c.source.first].Start
	return slices.ContainsFunc(w.mentions, func(m schema.Mention) bool {
		return m.Start < start && slices.Contains(m.Actors, c.speaker)
	})
}

// surnamed returns the only person of the text whose surname a source is that
// the actor stage took for ordinary words: "King said", "BORG: Yes" in a
// transcript, "Lee Wins" in a headline.
// The source becomes a mention of him.
func (w *whoIndex) surnamed(c *candidate) string {
	id := w.surnameAt(c.tree, c.source)
	if id != "" {
		w.mention(c.tree, c.source, c.sourceHead, id, schema.FormName)
	}
	return id
}

// surnameAt is the same for a stretch of words.
func (w *whoIndex) surnameAt(tree *tree, s stretch) string {
	if s.last-s.first < 1 || s.last-s.first > maxNameWords {
		return ""
	}
	for i := s.first; i < s.last; i++ {
		if !capital(tree.Tokens[i].Form) {
			return ""
		}
	}
	name, found := tree.Tokens[s.last-1].Form, ""
	if len(name) < 2 {
		return "" // "I"
	}
	for _, m := range w.mentions {
		if !w.namesPerson(&m) || m.Actors[0] == found {
			continue
		}
		t, end := w.trees[m.Sentence], m.Last-1
		if !strings.EqualFold(t.Tokens[end].Form, name) || t.Tokens[end].UPOS == "NOUN" || m.Last-m.First < 2 && t.Tokens[end].Form != name {
			continue
		}
		if found != "" {
			return ""
		}
		found = m.Actors[0]
	}
	return found
}

// maxNameWords bounds the words of a source that may be a name.
const maxNameWords = 3

// titleShort returns the person whose title the text shortens before his name: "the SP" is
// "superintendent of police (SP) Carl Lund".
func (w *whoIndex) titleShort(c *candidate) string {
	short := c.tree.Tokens[c.source.last-1].Form
	if n := c.source.last - c.source.first; n > 2 || n == 2 && !c.tree.definite(c.source.last-1) || len(short) < 2 || len(short) > 5 || strings.ToUpper(short) != short || strings.ToLower(short) == short {
		return ""
	}
	if id := w.initialsOf(c, short); id != "" {
		return id
	}
	for k := range w.mentions {
		m := &w.mentions[k]
		if !w.namesPerson(m) {
			continue
		}
		t := w.trees[m.Sentence]
		for i := max(1, m.First-titleWords); i+3 < m.Last; i++ {
			if t.Tokens[i].Form == "(" && t.Tokens[i+1].Form == short && t.Tokens[i+2].Form == ")" && t.nameUntil(i+3, m.Last) && w.officeBefore(t, i) {
				return m.Actors[0]
			}
		}
	}
	return ""
}

// officeBefore reports whether a noun of people with a complement ends before a token:
// "superintendent of police |".
func (w *whoIndex) officeBefore(t *tree, end int) bool {
	for i := end - 1; i > 0 && i > end-5; i-- {
		if w.isPerson(t.lower(i)) {
			return true
		}
		if !nominal(t, i) && t.lower(i) != "of" {
			return false
		}
	}
	return false
}

// initialsOf returns the only person before whose name stands a title of which a source
// has the initials: "LG said" behind "Lieutenant Governor Carl Lund". The source is nobody
// whom the text names by more than these letters.
func (w *whoIndex) initialsOf(c *candidate, short string) string {
	if a := w.actors[c.speaker]; a != nil && a.Name != short {
		return ""
	}
	found := ""
	for k := range w.mentions {
		m := &w.mentions[k]
		if m.Start >= c.at || !w.namesPerson(m) || m.Actors[0] == found || !w.hasInitials(m, short) {
			continue
		}
		if found != "" {
			return ""
		}
		found = m.Actors[0]
	}
	return found
}

// hasInitials reports whether the words of a title in front of a name, the last of them a
// noun of people, begin with some letters.
func (w *whoIndex) hasInitials(m *schema.Mention, short string) bool {
	t, n := w.trees[m.Sentence], len(short)
	for i := max(0, m.First-n); i+n < m.Last; i++ {
		var letters strings.Builder
		for k := i; k < i+n; k++ {
			if t.isWord(k) && capital(t.Tokens[k].Form) {
				letters.WriteString(t.Tokens[k].Form[:1])
			}
		}
		if letters.String() == short && w.isPerson(t.lower(i+n-1)) {
			return true
		}
	}
	return false
}
