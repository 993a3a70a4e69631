package attribution

import "dyad/schema"

// pronoun returns whom a pronoun means of which the actor stage knows nothing:
// a relative the one named right before it, "he" and "she" a person and "they" a
// group that spoke or acted last. "It" is too often a thing to guess.
func (w *whoIndex) pronoun(c *candidate, last chain) string {
	if id := w.goesOnWith(c, last); id != "" {
		return id
	}
	switch {
	case c.isPronoun("who", "which", "that"):
		return w.relative(c)
	case c.isPronoun("he", "she"):
		return w.nearestPerson(c)
	case c.isPronoun("they"):
		return w.nearestMany(c)
	case c.isPronoun("it") && c.kind == schema.KindSpeech:
		return w.actedBefore(c)
	}
	return ""
}

// relative returns the actor named right before a relative pronoun, a person for
// "who", no person for "which", a group for either; behind a comma "who" may also
// mean the last person of the sentence: "met the writer Ann Lee in May, who said".
func (w *whoIndex) relative(c *candidate) string {
	t, who := c.tree, c.isPronoun("who")
	if a := t.antecedent(c.sourceHead); a >= 0 && t.kid(a, "cop") >= 0 && t.kid(a, "nsubj") >= 0 && w.isPerson(t.lemma(a)) && t.isWord(max(0, c.sourceHead-1)) {
		if id := w.at(t.index, t.kid(a, "nsubj")); id != "" {
			return id // "Lund is the only mayor who has agreed"
		}
	}
	end := c.sourceHead
	for end > 0 && !t.isWord(end-1) {
		end--
	}
	id, at, apart := "", -1, end < c.sourceHead
	for _, m := range w.bySentence[t.index] {
		if m.Modifier || m.Form == schema.FormPronoun || len(m.Actors) == 0 || m.Last > end {
			continue
		}
		kind, generic := w.kinds[m.Actors[0]], w.generic[m.Actors[0]]
		if person := kind == schema.KindPerson; who != person && kind != schema.KindGroup {
			continue
		}
		if m.Last == end && !(apart && who && generic) {
			return m.Actors[0]
		}
		if apart && who && m.First > at && (kind == schema.KindPerson && !generic || id == "" && kind == schema.KindPerson || w.generic[id]) {
			id, at = m.Actors[0], m.First
		}
	}
	return id
}

// actedBefore returns the body that is the subject of the sentence before a statement:
// "The council sent a letter. “We will wait,” it said".
func (w *whoIndex) actedBefore(c *candidate) string {
	s := w.begins(c) - 1
	if s < 0 {
		return ""
	}
	for _, m := range w.bySentence[s] {
		if !m.Modifier && len(m.Actors) == 1 && w.kinds[m.Actors[0]] == schema.KindOrganization && w.mainSubject(w.trees[s], m.Head) && quoteAt(w.quotes, m.Start) < 0 {
			return m.Actors[0]
		}
	}
	return ""
}

// manySentences is how far back those may act whom "they" means.
const manySentences = 2

// nearestMany returns the group that was the subject of a sentence last.
func (w *whoIndex) nearestMany(c *candidate) string {
	for s := c.tree.index; s >= max(0, c.tree.index-manySentences); s-- {
		id := ""
		for _, m := range w.bySentence[s] {
			if m.Start >= c.begin() || m.Modifier || m.Form == schema.FormPronoun || len(m.Actors) != 1 || quoteAt(w.quotes, m.Start) >= 0 {
				continue
			}
			if w.kinds[m.Actors[0]] == schema.KindGroup && w.trees[s].rel(m.Head, "nsubj") {
				id = m.Actors[0]
			}
		}
		if id != "" {
			return id
		}
	}
	return ""
}
