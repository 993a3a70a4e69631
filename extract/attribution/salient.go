package attribution

import "dyad/schema"

// salientSentences is how far back of what he says somebody may act whom "he
// said" means.
const salientSentences = 2

// salient returns the person whom "he" or "she" means because he spoke or acted
// last: the speaker before, or the subject of a sentence since then. The one whom
// the actor stage found was last named, outside of what people say, before that.
// What people say is full of other people; who says it goes on.
func (w *whoIndex) salient(c *candidate, last chain, before []*candidate) string {
	if !c.isPronoun("he", "she") || c.speaker == "" {
		return ""
	}
	id, at := "", -1
	if last.person != nil && w.begins(c)-last.person.tree.index <= chainSentences(c)+w.goneOn(c, last.person.tree.index) {
		id, at = last.person.speaker, last.person.at
	}
	if actor, i := w.lastSubject(c, before); i > at {
		id, at = actor, i
	}
	if id == "" || id == c.speaker || w.sexDiffers(c, id) || w.lastNamed(c, c.speaker, before, at) >= at {
		return ""
	}
	return id
}

// maxSalient is how far back of what he says somebody may act of whom all sentences since
// then tell.
const maxSalient = 6

// goneOn counts the sentences between two statements that tell of the same pronoun.
func (w *whoIndex) goneOn(c *candidate, from int) int {
	n := 0
	for s := max(from, w.begins(c)-maxSalient) + 1; s < w.begins(c); s++ {
		if w.goesOnIn(c, s) {
			n++
		}
	}
	return n
}

// goesOnIn reports whether the subject of a sentence is the pronoun of a statement.
func (w *whoIndex) goesOnIn(c *candidate, sentence int) bool {
	t := w.trees[sentence]
	for i := range t.Tokens {
		if t.Tokens[i].UPOS == "PRON" && t.lower(i) == c.tree.lower(c.sourceHead) && w.mainSubject(t, i) && quoteAt(w.quotes, t.Tokens[i].Start) < 0 {
			return true
		}
	}
	return false
}

// begin is the first byte of a statement.
func (c *candidate) begin() int {
	at := c.at
	for _, s := range c.content {
		at = min(at, s.Start)
	}
	return at
}

// begins is the number of the sentence where a statement begins.
func (w *whoIndex) begins(c *candidate) int {
	s := c.tree.index
	for s > 0 && w.trees[s].Start > c.begin() {
		s--
	}
	return s
}

// lastSubject returns the person who is the subject of one of the last
// sentences before a statement, and where he is named, -1 if there is none.
func (w *whoIndex) lastSubject(c *candidate, before []*candidate) (string, int) {
	from := w.begins(c)
	for s, far := from, from-salientSentences; s >= max(0, far); s-- {
		if from-s < maxSalient && s < from && w.goesOnIn(c, s) {
			far-- // "Lund owns a boat. He sails. He has a crew. He said"
		}
		id, at := "", -1
		for _, m := range w.bySentence[s] {
			if m.Start <= at || m.Start >= c.at || m.Form == schema.FormPronoun || len(m.Actors) != 1 || w.kinds[m.Actors[0]] != schema.KindPerson {
				continue
			}
			if w.generic[m.Actors[0]] && (s != c.tree.index || m.Last > c.head) {
				continue // but "the director came, and there he said"
			}
			if (!m.Modifier && w.mainSubject(w.trees[s], m.Head) || w.owns(c, s, m) || w.frontedFor(s, m)) && w.outside(c, m.Start, before) {
				id, at = m.Actors[0], m.Start
			}
		}
		if id != "" {
			return id, at
		}
	}
	return "", -1
}

// frontedFor reports whether a sentence begins with for whom it holds: "For Lee, | Lund's
// songs were a home. She said".
func (w *whoIndex) frontedFor(sentence int, m *schema.Mention) bool {
	t := w.trees[sentence]
	return m.Form == schema.FormName && t.lower(0) == "for" && m.Last < len(t.Tokens) && t.Tokens[m.Last].Form == "," && t.rel(m.Head, "obl", "nmod", "conj") && t.caseOf(m.Head) == "for" && m.Last < 12
}

// owns reports whether a mention is the possessor of what a relative clause with
// the statement is about: "Lee's speech dwelt on fares, which he said were high".
func (w *whoIndex) owns(c *candidate, sentence int, m *schema.Mention) bool {
	t := c.tree
	if sentence != t.index || !t.rel(m.Head, "nmod:poss") || t.kid(c.head, "mark") >= 0 {
		return false
	}
	noun := t.Tokens[m.Head].Head
	if noun < 0 || !w.lex.is("message", t.lemma(noun)) {
		return false
	}
	for n := 0; noun >= 0 && n < 3; n++ {
		if w.mainSubject(t, noun) {
			return true
		}
		if !t.rel(noun, "nmod") {
			return false
		}
		noun = t.Tokens[noun].Head
	}
	return false
}

// mainSubject reports whether a token is the subject of the main verb, or in
// apposition to it.
func (w *whoIndex) mainSubject(t *tree, i int) bool {
	if t.rel(i, "appos") {
		i = t.Tokens[i].Head
	}
	if !t.rel(i, "nsubj") {
		return false
	}
	v := t.Tokens[i].Head
	return t.Tokens[v].Head < 0 || t.rel(v, "conj", "parataxis") && t.Tokens[t.Tokens[v].Head].Head < 0
}

// lastNamed returns where an actor is named last before a statement outside of
// what people say, -1 if nowhere. What belongs to him in a sentence whose subject, at a
// byte, is another does not count: "Lund owns a copy of Lee's song. He said".
func (w *whoIndex) lastNamed(c *candidate, id string, before []*candidate, subject int) int {
	at := -1
	for k := range w.mentions {
		m := &w.mentions[k]
		if t := w.trees[m.Sentence]; m.Start > subject && subject >= t.Start && t.rel(m.Head, "nmod:poss") {
			continue
		}
		if m.Start < c.at && m.Start > at && !m.Modifier && m.Form != schema.FormPronoun && len(m.Actors) == 1 && m.Actors[0] == id && w.outside(c, m.Start, before) {
			at = m.Start
		}
	}
	return at
}

// outside reports whether a byte is in nobody's speech.
func (w *whoIndex) outside(c *candidate, b int, before []*candidate) bool {
	if quoteAt(w.quotes, b) >= 0 || covers(c.content, b) {
		return false
	}
	for k := len(before) - 1; k >= 0 && c.tree.index-before[k].tree.index <= 4*salientSentences; k-- {
		if covers(before[k].content, b) {
			return false
		}
	}
	return true
}
