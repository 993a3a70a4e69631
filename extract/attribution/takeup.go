package attribution

import (
	"slices"
	"strings"

	"dyad/extract/nlp"
	"dyad/schema"
)

// takeUpSentences is how far back somebody may be named whom a noun with an
// article takes up.
const takeUpSentences = 40

// takenUp returns whom a source without a mention takes up: "the council" is
// the last body whose name has that word, "the agency" or "the group" whoever of
// no other kind spoke or was named last; "the driver" is the driver of before.
func (w *whoIndex) takenUp(c *candidate, last chain) string {
	t, h := c.tree, c.sourceHead
	if id := w.describedBody(c, last); id != "" {
		return id
	}
	if !t.definite(h) || t.kid(h, "nmod", "acl", "appos", "conj", "amod", "compound", "nummod") >= 0 || t.Tokens[h].UPOS != "NOUN" && t.Tokens[h].UPOS != "PROPN" || w.plural(t, h) {
		return ""
	}
	word := t.lower(h)
	if !w.lex.is("body", word) && !w.isPerson(word) {
		return ""
	}
	if id := w.calledBefore(c, word); id != "" {
		return id
	}
	if !w.lex.is("any-body", word) {
		return ""
	}
	if id := last.bodyBefore(c); w.fits(id, word) {
		return id
	}
	return w.nearestBody(c, word)
}

// describedBody returns the body that spoke or was named right before, in the same or the
// last sentence, which "the anti-graft body" describes: no place or name tells it apart.
func (w *whoIndex) describedBody(c *candidate, last chain) string {
	t, h := c.tree, c.sourceHead
	if !t.definite(h) || !w.lex.is("any-body", t.lower(h)) || t.kid(h, "nmod", "acl", "appos", "conj", "nummod", "nmod:poss") >= 0 || t.kid(h, "amod", "compound") < 0 {
		return ""
	}
	for _, k := range t.kids[h] {
		if t.rel(k, "amod", "compound") && capital(t.Tokens[k].Form) {
			return ""
		}
	}
	if b := last.body; b != nil && t.index-b.tree.index <= 1 && w.fits(b.speaker, t.lower(h)) {
		return b.speaker
	}
	if s := t.index - 1; s >= 0 {
		for _, m := range w.bySentence[s] {
			if !m.Modifier && m.Form == schema.FormName && len(m.Actors) == 1 && w.fits(m.Actors[0], t.lower(h)) && w.mainSubject(w.trees[s], m.Head) {
				return m.Actors[0]
			}
		}
	}
	return ""
}

// definite reports whether an article says that a noun is known.
func (t *tree) definite(h int) bool {
	k := t.kid(h, "det")
	return k >= 0 && t.lower(k) == "the"
}

// calledBefore returns the last actor before a candidate one of whose mentions
// has a word: as its head where it has no name, anywhere in its name.
func (w *whoIndex) calledBefore(c *candidate, word string) string {
	found, at := "", -1
	for k := range w.mentions { // those of new speakers stand behind all others
		m := &w.mentions[k]
		if m.Start <= at || m.Start >= c.tree.Tokens[c.source.first].Start || c.tree.index-m.Sentence > takeUpSentences || len(m.Actors) != 1 || m.Form == schema.FormPronoun {
			continue
		}
		a := w.actors[m.Actors[0]]
		if a == nil || a.Kind == schema.KindCountry {
			continue
		}
		person := a.Kind == schema.KindPerson
		if person != w.isPerson(word) || a.Kind == schema.KindGroup {
			continue
		}
		t := w.trees[m.Sentence]
		if t.lower(m.Head) == word || !person && slices.ContainsFunc(t.Tokens[m.First:m.Last], func(tok nlp.Token) bool { return strings.EqualFold(tok.Form, word) }) {
			found, at = a.ID, m.Start
		}
	}
	return found
}

// fits reports whether an actor can be called by a word for bodies of many
// kinds: no state, and no medium but by the words for it.
func (w *whoIndex) fits(id, word string) bool {
	a := w.actors[id]
	if a == nil || a.Kind != schema.KindOrganization {
		return false
	}
	if a.Sector == "JRN" {
		return w.lex.is("medium", word)
	}
	return !w.lex.is("press", word)
}

// bodySentences is how far back a body may be named that "the agency" means.
const bodySentences = 4

// bodyOf returns the body that a word for bodies behind the name of its parent
// means: "the UN agency" is the one of the United Nations that spoke or was named
// last.
func (w *whoIndex) bodyOf(c *candidate, last chain) string {
	t, h := c.tree, c.sourceHead
	parent := w.actors[c.speaker]
	if parent == nil || parent.Kind != schema.KindOrganization || parent.Generic || !w.lex.is("league", strings.ToLower(parent.Code)) || !t.definite(h) || !w.lex.is("any-body", t.lower(h)) || h == 0 || t.Tokens[h-1].UPOS != "PROPN" {
		return ""
	}
	for _, id := range []string{last.bodyBefore(c), w.nearestBody(c, t.lower(h))} {
		if a := w.actors[id]; a != nil && id != parent.ID && a.Kind == schema.KindOrganization && a.Code == parent.Code {
			return id
		}
	}
	return ""
}

// nearestBody returns the body named last before a candidate, the subject of
// its sentence first.
func (w *whoIndex) nearestBody(c *candidate, word string) string {
	for s := c.tree.index; s >= max(0, c.tree.index-bodySentences); s-- {
		best := ""
		for _, m := range w.bySentence[s] {
			if m.Modifier || m.Locative || m.Form != schema.FormName || len(m.Actors) != 1 || m.Start >= c.at || !w.fits(m.Actors[0], word) {
				continue
			}
			if best = m.Actors[0]; w.trees[s].rel(m.Head, "nsubj") {
				return best
			}
		}
		if best != "" {
			return best
		}
	}
	return ""
}

// shareSentences is how far back a group may have spoken that a bare share is
// one of: "eight of ten drivers agreed … twelve percent said".
const shareSentences = 3

// share returns the group that spoke before a source that is a part of it and
// says no more: "another 19 percent".
func (w *whoIndex) share(c *candidate, last chain) string {
	t, h := c.tree, c.sourceHead
	if !w.bareShare(c) {
		return ""
	}
	id := w.asked(t.index)
	if id == "" && last.body != nil && t.index-last.body.tree.index <= shareSentences && w.isMany(last.body.speaker) && !w.bareShare(last.body) {
		id = last.body.speaker
	}
	switch {
	case id != "":
		w.mention(t, c.source, h, id, schema.FormNominal)
	case w.polled(t.index):
		id = w.enter(c, h, introduced{kind: schema.KindGroup, name: c.source})
	}
	return id
}

// polled reports whether the last sentences tell of people who were asked.
func (w *whoIndex) polled(sentence int) bool {
	for s := sentence; s >= max(0, sentence-shareSentences); s-- {
		for i := range w.trees[s].Tokens {
			if w.lex.is("poll", w.trees[s].lemma(i)) {
				return true
			}
		}
	}
	return false
}

// isMany reports whether an actor is a group without a name.
func (w *whoIndex) isMany(id string) bool { return w.kinds[id] == schema.KindGroup && w.generic[id] }

// asked returns the group of which the last sentences tell another share: "four
// percent of drivers".
func (w *whoIndex) asked(sentence int) string {
	for s := sentence; s >= max(0, sentence-shareSentences); s-- {
		t := w.trees[s]
		for _, m := range w.bySentence[s] {
			if len(m.Actors) != 1 || !w.isMany(m.Actors[0]) || m.Form != schema.FormNominal {
				continue
			}
			for i := m.First - 1; i > 0 && i >= m.First-2; i-- {
				if w.isShare(t, i-1) && (t.Tokens[i].Form == "of" || t.Tokens[i].Form == "in") {
					return m.Actors[0]
				}
			}
		}
	}
	return ""
}

// bareShare reports whether a source tells how many, and no more.
func (w *whoIndex) bareShare(c *candidate) bool {
	core, h := w.core(c.tree, c.source)
	return h >= 0 && core.last == c.source.last && w.isShare(c.tree, h)
}

// isShare reports whether a token tells how many of all.
func (w *whoIndex) isShare(t *tree, h int) bool {
	return w.lex.is("share", t.lemma(h)) || t.Tokens[h].UPOS == "NUM"
}

// wholePhrase makes a source that tells how many of a group speak a mention of
// the group: "nearly eight of ten drivers".
func (w *whoIndex) wholePhrase(c *candidate) {
	t := c.tree
	if w.kinds[c.speaker] != schema.KindGroup || !w.generic[c.speaker] {
		return
	}
	for i := c.source.first; i < c.source.last && i < c.source.first+4; i++ {
		if t.Tokens[i].Form != "of" && t.Tokens[i].Form != "in" || i == c.source.first {
			continue
		}
		if w.isShare(t, i-1) || w.lex.is("part", t.lemma(i-1)) || w.lex.is("those", t.lower(i-1)) {
			s := w.phrase(t, c.source, i+1)
			w.mention(t, stretch{c.source.first, s.last}, i-1, c.speaker, schema.FormNominal)
		}
		return
	}
}

// maxGroup bounds the words of a phrase that is a mention of a group.
const maxGroup = 12

// wholeGroup makes a source that says more of a group than the actor stage has read a
// mention of it: "many sailors, including Ann Lee", "friends and advisers of the
// council". What a clause tells of it stays out.
func (w *whoIndex) wholeGroup(c *candidate) {
	t, s := c.tree, c.source
	if w.kinds[c.speaker] != schema.KindGroup || !w.generic[c.speaker] || s.last-s.first > maxGroup {
		return
	}
	for s.first < c.sourceHead && (t.Tokens[s.first].UPOS == "ADP" || t.Tokens[s.first].UPOS == "SCONJ") {
		s.first++
	}
	for i := s.first; i < s.last; i++ {
		if t.isFinite(i) || t.isRelative(i) || t.Tokens[i].UPOS == "VERB" && !w.lex.is("member-of", t.lower(i)) || t.Tokens[i].UPOS == "PRON" && t.Tokens[i].XPOS == "PRP" {
			return
		}
	}
	for _, m := range w.bySentence[t.index] {
		if m.First <= s.first && m.Last >= s.last {
			return
		}
	}
	w.mention(t, s, c.sourceHead, c.speaker, schema.FormNominal)
}

// wholeDescription makes a source that gives somebody named two descriptions a
// mention of him, where the actor stage has only the first: "the former minister
// and present mayor".
func (w *whoIndex) wholeDescription(c *candidate) {
	t, h := c.tree, c.sourceHead
	if w.kinds[c.speaker] != schema.KindPerson || w.generic[c.speaker] || t.Tokens[h].UPOS != "NOUN" {
		return
	}
	k := t.kid(h, "conj")
	if k < 0 || !w.besides(t, h, k) {
		return
	}
	if id := w.at(t.index, k); id == "" || w.generic[id] {
		w.described(c, c.speaker)
	}
}

// besides reports whether the second of two coordinated nouns is another
// description of whom the first means: it has no article or number of its own.
func (w *whoIndex) besides(t *tree, h, k int) bool {
	return !w.plural(t, h) && !w.plural(t, k) && t.Tokens[k].UPOS == "NOUN" && w.isPerson(t.lemma(k)) && t.kid(k, "det", "nummod", "nmod:poss") < 0
}

// described makes a source without a name a mention of the actor whom it means:
// "the former minister and present mayor", up to a comma.
func (w *whoIndex) described(c *candidate, id string) {
	t, s := c.tree, c.source
	for i := s.first + 1; i < s.last; i++ {
		if !t.isWord(i) && !w.insideWord(t, i) {
			s.last = i
			break
		}
	}
	w.mention(t, s, c.sourceHead, id, schema.FormNominal)
}

// titled returns the person whose title a source is: all its words stand in
// front of his name elsewhere ("Crown prince" of "Crown Prince Ali Sabri").
func (w *whoIndex) titled(c *candidate) string {
	t, s := c.tree, c.source
	for s.first < s.last && t.rel(s.first, "det") {
		s.first++
	}
	n := s.last - s.first
	if n < 1 || n > maxNameWords || !w.isPerson(t.lower(s.last-1)) && t.Tokens[s.last-1].UPOS != "PROPN" || w.plural(t, s.last-1) {
		return ""
	}
	found := ""
	for k := range w.mentions {
		m := &w.mentions[k]
		if !w.namesPerson(m) || m.Actors[0] == found {
			continue
		}
		if !w.stands(w.trees[m.Sentence], max(0, m.First-n), m.Last-1, t, s) {
			continue
		}
		if found != "" {
			return ""
		}
		found = m.Actors[0]
	}
	return found
}

// stands reports whether the words of a stretch stand between two tokens of
// another tree, in their order.
func (w *whoIndex) stands(o *tree, first, last int, t *tree, s stretch) bool {
	n := s.last - s.first
	for i := first; i+n <= last; i++ {
		j := 0
		for j < n && o.lower(i+j) == t.lower(s.first+j) {
			j++
		}
		if j == n {
			return true
		}
	}
	return false
}

// shortened returns the body named before whose name begins with the only word
// of a source and goes on with a word for bodies: "Finance" is the Finance
// Department.
func (w *whoIndex) shortened(c *candidate) string {
	t, h := c.tree, c.sourceHead
	if c.source.last-c.source.first != 1 || t.Tokens[h].UPOS != "PROPN" && t.Tokens[h].UPOS != "NOUN" || !capital(t.Tokens[h].Form) || t.placed(c.source) {
		return ""
	}
	found := ""
	for k := range w.mentions {
		m := &w.mentions[k]
		if m.Start >= c.at || m.Form != schema.FormName || len(m.Actors) != 1 || m.Actors[0] == found || w.kinds[m.Actors[0]] != schema.KindOrganization {
			continue
		}
		o, first := w.trees[m.Sentence], m.First
		for first < m.Last && o.rel(first, "det") {
			first++
		}
		if m.Last-first != 2 || o.Tokens[first].Form != t.Tokens[h].Form || !w.lex.is("body", o.lower(m.Last-1)) {
			continue
		}
		if found != "" {
			return ""
		}
		found = m.Actors[0]
	}
	return found
}

// leading returns the actor whose mention begins a source that has a broken
// tree: "The council in its third report said".
func (w *whoIndex) leading(c *candidate) string {
	t, first := c.tree, c.source.first
	for first < c.source.last && t.rel(first, "det") {
		first++
	}
	for _, m := range w.bySentence[t.index] {
		if len(m.Actors) == 0 || m.Modifier || m.First != first && m.First != c.source.first || m.Last > c.source.last || m.Form == schema.FormPronoun {
			continue
		}
		if m.Last == c.source.last || !t.rel(m.Head, "nmod:poss", "compound") && (t.Tokens[m.Last].UPOS == "ADP" || !t.isWord(m.Last) && !w.insideWord(t, m.Last) || t.Tokens[c.sourceHead].UPOS == "ADJ" || t.Tokens[c.sourceHead].UPOS == "VERB") {
			return m.Actors[0]
		}
	}
	return ""
}
