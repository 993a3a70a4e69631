package attribution

import (
	"cmp"
	"slices"
	"strings"

	"dyad/schema"
)

// resolve sets kind, speaker, addressees and carrier of every attribution. Who
// "he" is, the actor stage says; but in a chain of statements "he said" goes
// on with the speaker before. Who is no mention of the actor stage is somebody
// that his words take up, or somebody new.
func (w *whoIndex) resolve(found, weighed []*candidate) {
	near := make([][]*candidate, len(w.trees))
	for _, c := range weighed {
		near[c.tree.index] = append(near[c.tree.index], c)
	}
	var last chain
	for i, c := range found {
		c.kind = w.kindOf(c)
		if c.sourceHead >= 0 && !w.isTold(c) {
			c.speaker = w.speaker(c)
			if c.speaker == "" {
				c.speaker = cmp.Or(w.unseen(c, last), w.statedIn(c, found[:i]), w.latter(c))
			}
			if id := cmp.Or(w.bodyOf(c, last), w.bodyNamed(c), w.sameWord(c, last), w.titleShort(c)); id != "" {
				c.speaker = id
			}
			if id, other := w.mediumOf(c, last); other {
				c.speaker = id
			}
			if w.isNorm(c) {
				c.speaker = ""
			}
			if id, other := w.redescribed(c, last, found[:i]); other {
				c.speaker = id
			}
			if c.isPronoun("it") && c.kind == schema.KindSpeech && (w.kinds[c.speaker] == schema.KindCountry || w.generic[c.speaker]) && last.paperBefore(c) {
				c.speaker = "" // "the statement said. It said"
				w.credit(c, near[c.tree.index])
				last.paper = c
				continue
			}
			w.wholePhrase(c)
			w.wholeDescription(c)
			w.wholeGroup(c)
			if id := w.goesOnWith(c, last); id != "" {
				c.speaker = id
			} else if id := w.salient(c, last, found[:i]); id != "" {
				c.speaker = id
			} else if c.isPronoun("he", "she") && w.onlyQuoted(c) {
				c.speaker = w.nearestPerson(c)
			} else if id := w.namedBefore(c, last, found[:i]); id != "" {
				c.speaker = id
				w.described(c, id)
			} else if id := w.portrayed(c, found[:i]); id != "" {
				c.speaker = id
				w.described(c, id)
			}
		}
		w.address(c)
		w.credit(c, near[c.tree.index])
		last.note(w, c)
	}
	w.foretell(found, near)
	w.correct(found)
	w.listFresh(found)
}

// correct gives the pronouns that speak to whom the statements say: "he" of
// "he said", "they" and "it" are the speaker for the events and stances of the
// sentence too. Who is meant by nothing else keeps his pronoun.
func (w *whoIndex) correct(found []*candidate) {
	for _, c := range found {
		to := w.actors[c.speaker]
		if to == nil || !c.isPronoun("he", "she", "they", "it") || slices.Contains(w.fresh, to) {
			continue
		}
		for _, m := range w.bySentence[c.tree.index] {
			if m.Head != c.sourceHead || m.Form != schema.FormPronoun || len(m.Actors) != 1 || m.Actors[0] == to.ID {
				continue
			}
			if from := w.actors[m.Actors[0]]; from != nil {
				if len(from.Mentions) == 1 {
					continue
				}
				from.Mentions = slices.DeleteFunc(from.Mentions, func(o schema.TextSpan) bool { return o.Span == m.Span })
			}
			listMention(to, schema.TextSpan{Span: m.Span, Text: w.doc.Article.Text[m.Start:m.End]})
			m.Actors = []string{to.ID}
		}
	}
}

// unseen returns the actor of a source that is no mention of any: somebody whom
// it takes up in other words, else somebody new.
func (w *whoIndex) unseen(c *candidate, last chain) string {
	if c.tree.Tokens[c.sourceHead].UPOS == "PRON" && !w.lex.is("those", c.tree.lower(c.sourceHead)) {
		return w.pronoun(c, last)
	}
	if id := w.leading(c); id != "" {
		return id
	}
	if id := cmp.Or(w.takenUp(c, last), w.titled(c), w.shortened(c)); id != "" {
		w.described(c, id)
		return id
	}
	if id := w.share(c, last); id != "" {
		return id
	}
	return w.introduce(c)
}

// isTold reports whether the source is the subject of a passive, "the council was
// told that", "pupils are admitted", or what a participle describes: "the mayor
// accused of theft". Nobody says who told it.
func (w *whoIndex) isTold(c *candidate) bool {
	t, h := c.tree, c.head
	if w.lex.is("accused", t.lemma(h)) && t.Tokens[h].XPOS == "VBN" && t.rel(h, "acl") && t.Tokens[h].Head == c.sourceHead && t.kid(h, "obj", "ccomp", "nsubj") < 0 {
		return true
	}
	if w.lex.is("with-object", t.lemma(h)) && c.source.last <= c.cue[0].first && t.lower(h+1) == "of" && t.Tokens[h].XPOS != "VBG" && !t.isRelative(max(0, c.source.first-1)) {
		return true // "Lee, who may run, has been accused of theft"
	}
	return (c.passive && t.rel(c.sourceHead, "nsubj:pass") || w.passiveConj(c)) && !w.lex.is("cites", t.lemma(h))
}

// passiveConj reports whether a participle shares the auxiliary of a passive before it:
// "teachers are being mocked and | condemned".
func (w *whoIndex) passiveConj(c *candidate) bool {
	t, v := c.tree, c.tree.Tokens[c.head].Head
	return v >= 0 && v < c.head && t.rel(c.head, "conj") && t.Tokens[c.head].XPOS == "VBN" && t.Tokens[v].XPOS == "VBN" && t.kid(v, "aux:pass") >= 0 && t.kid(c.head, "aux") < 0 && c.source.last <= c.cue[0].first && t.agent(c.head) < 0
}

// chain holds the last statement of a person and of a body, the last that a news
// medium passes on, and the last of a document that nobody is known to have made.
// Writing is the last that a document of somebody said.
type chain struct{ person, body, medium, paper, writing *candidate }

// note takes notice of a statement.
func (l *chain) note(w *whoIndex, c *candidate) {
	if c.kind == schema.KindSpeech && c.speaker != "" && c.speaker == c.carrier {
		l.medium = c
	}
	if c.kind == schema.KindSpeech && c.sourceHead >= 0 && w.isDocument(c.tree, c.sourceHead) {
		if c.speaker == "" {
			l.paper = c
		} else {
			l.writing = c
		}
	}
	if c.kind != schema.KindSpeech || c.speaker == "" || c.speaker == c.carrier || c.isPronoun("who", "which", "that") {
		return // who speaks in a relative clause is not who the text goes on with
	}
	if w.kinds[c.speaker] == schema.KindPerson {
		l.person = c
	} else {
		l.body = c
	}
}

// goesOnWith returns the speaker that a pronoun takes up from the statement
// before: a person for "he" and "she" that means none or only somebody named
// in the quotation itself, a body for "it" and for "they" that means none; "" if
// it takes up none.
func (w *whoIndex) goesOnWith(c *candidate, last chain) string {
	switch {
	case c.isPronoun("he", "she"):
		if last.person == nil || w.sexDiffers(c, last.person.speaker) {
			return ""
		}
		gap := c.tree.index - last.person.tree.index
		unfit := w.kinds[c.speaker] != schema.KindPerson || w.sexDiffers(c, c.speaker) || w.namedIn(c)
		if unfit && gap <= chainSentences(c) || gap <= 2*chainSentences(c) && w.onlyQuoted(c) {
			return last.person.speaker
		}
	case c.isPronoun("they", "it") && c.kind == schema.KindSpeech && last.mediumBefore(c):
		return last.medium.speaker
	case c.isPronoun("they", "it") && w.actingBody(c) != "":
		return w.actingBody(c)
	case c.isPronoun("it") && c.kind == schema.KindSpeech && last.writingBefore(c):
		return last.writing.speaker
	case c.isPronoun("they") && last.body != nil && c.tree.index-last.body.tree.index <= 1 && (last.person == nil || last.person.at < last.body.at) && w.isMany(last.body.speaker) && w.onlySaid(c, last.body):
		return last.body.speaker
	case c.isPronoun("they") && (c.speaker == "" || w.namedIn(c)), c.isPronoun("it") && c.kind == schema.KindSpeech:
		if last.body != nil && (last.person == nil || last.person.at < last.body.at) {
			return last.bodyBefore(c)
		}
	}
	return ""
}

// bodyBefore returns the body that spoke last, if that is near enough before a
// statement, else "".
func (l *chain) bodyBefore(c *candidate) string {
	if l.body == nil || c.tree.index-l.body.tree.index > chainSentences(c) {
		return ""
	}
	return l.body.speaker
}

// sameWord returns the person who spoke last if a source is one whole word of his name
// and only a part of one of the other who is said to speak ("Wen" behind "Wen Bo" is not
// "Lu Wen-tan"), or of one who was called by his whole name longer ago.
func (w *whoIndex) sameWord(c *candidate, last chain) string {
	if last.person == nil || c.source.last-c.source.first != 1 || c.tree.index-last.person.tree.index > 2*chainSentences(c) || last.person.speaker == c.speaker {
		return ""
	}
	name, was, other := c.tree.Tokens[c.sourceHead].Form, w.actors[last.person.speaker], w.actors[c.speaker]
	if was == nil || other == nil || !capital(name) || w.kinds[other.ID] != schema.KindPerson {
		return ""
	}
	if !slices.Contains(strings.Fields(was.Name), name) {
		return ""
	}
	if !slices.Contains(strings.Fields(other.Name), name) && strings.Contains(other.Name, name+"-") || w.fullNamed(other.ID, c.at) < w.fullNamed(was.ID, c.at) {
		return was.ID
	}
	return ""
}

// fullNamed is where somebody is named by more than one word last before a byte, -1 if
// nowhere.
func (w *whoIndex) fullNamed(id string, before int) int {
	at := -1
	for k := range w.mentions {
		if m := &w.mentions[k]; m.Start < before && m.Form == schema.FormName && m.Last-m.First > 1 && len(m.Actors) == 1 && m.Actors[0] == id {
			at = max(at, m.Start)
		}
	}
	return at
}

// mediumBefore reports whether a news medium spoke last, right before a statement:
// "local media said. They added".
func (l *chain) mediumBefore(c *candidate) bool {
	m := l.medium
	if m == nil || c.tree.index-m.tree.index > 2 || m.isPronoun("he", "she") {
		return false
	}
	return (l.person == nil || l.person.at < m.at) && (l.body == nil || l.body.at < m.at)
}

// paperBefore reports whether a document without a maker spoke last, right before a
// statement.
func (l *chain) paperBefore(c *candidate) bool {
	p := l.paper
	if p == nil || c.tree.index-p.tree.index > 2 {
		return false
	}
	return (l.person == nil || l.person.at < p.at) && (l.body == nil || l.body.at < p.at) && (l.medium == nil || l.medium.at < p.at)
}

// chainSentences is how many sentences may lie between a statement and the
// pronoun that means its speaker: those that the new statement fills, and one
// more.
func chainSentences(c *candidate) int {
	n := 2
	if c.direct {
		n += 3
	}
	return n
}

// isPronoun reports whether the source is one of some pronouns, as subject or object.
func (c *candidate) isPronoun(forms ...string) bool {
	if c.source.last-c.source.first != 1 {
		return false
	}
	form := c.tree.lower(c.sourceHead)
	switch form { // "according to him"
	case "him":
		form = "he"
	case "her":
		form = "she"
	case "them":
		form = "they"
	}
	return slices.Contains(forms, form)
}

// onlyQuoted reports whether the one whom a pronoun is said to mean is named
// near it only in quotations: nobody speaks of himself by name.
func (w *whoIndex) onlyQuoted(c *candidate) bool {
	inside := false
	for s := max(0, c.tree.index-2*chainSentences(c)); s <= c.tree.index; s++ {
		for _, m := range w.bySentence[s] {
			if !slices.Contains(m.Actors, c.speaker) || s == c.tree.index && m.Head == c.sourceHead || m.Start > c.at {
				continue
			}
			if !covers(c.content, m.Start) && quoteAt(w.quotes, m.Start) < 0 {
				return false
			}
			inside = true
		}
	}
	return inside
}

// namedIn reports whether the one whom a pronoun is said to mean is named in
// its indirect speech right before: "Lee had won, he said" means another one.
func (w *whoIndex) namedIn(c *candidate) bool {
	return !c.direct && slices.ContainsFunc(w.bySentence[c.tree.index], func(m *schema.Mention) bool {
		return (m.Form == schema.FormName || m.Form == schema.FormNominal && c.isPronoun("they")) && !m.Modifier && m.Start < c.at && covers(c.content, m.Start) && slices.Contains(m.Actors, c.speaker)
	})
}

// nearestSentences is how far back a person whom a pronoun means may be named.
const nearestSentences = 6

// nearestPerson returns the last person named outside quotations before a
// candidate, the subject of the sentence first, "" if there is none.
func (w *whoIndex) nearestPerson(c *candidate) string {
	for s := c.tree.index; s >= max(0, c.tree.index-nearestSentences); s-- {
		best := ""
		for _, m := range w.bySentence[s] {
			if m.Modifier || m.Form == schema.FormPronoun || len(m.Actors) != 1 || m.Start >= c.at || quoteAt(w.quotes, m.Start) >= 0 || covers(c.content, m.Start) {
				continue
			}
			id := m.Actors[0]
			if w.kinds[id] != schema.KindPerson || w.generic[id] || w.sexDiffers(c, id) {
				continue
			}
			if best = id; w.trees[s].rel(m.Head, "nsubj") {
				return id
			}
		}
		if best != "" {
			return best
		}
	}
	return ""
}

// sexDiffers reports whether a pronoun and the other pronouns of a person are
// of different sex. Only those count that stand near his name and no other's: a
// pronoun far from it may have been taken for his by mistake.
func (w *whoIndex) sexDiffers(c *candidate, person string) bool {
	he, she := 0, 0
	for k := range w.doc.Mentions {
		m := &w.doc.Mentions[k]
		if m.Form != schema.FormPronoun || !slices.Contains(m.Actors, person) || !w.nearName(m, person) {
			continue
		}
		switch w.trees[m.Sentence].lower(m.Head) {
		case "he", "him", "his", "himself":
			he++
		case "she", "her", "hers", "herself":
			she++
		}
	}
	if c.isPronoun("she") {
		return he > she
	}
	return she > he
}

// nearName reports whether a person is the only one named in the sentence of a
// pronoun, up to it, and in the one before.
func (w *whoIndex) nearName(pronoun *schema.Mention, person string) bool {
	named := false
	for s := max(0, pronoun.Sentence-1); s <= pronoun.Sentence; s++ {
		for _, m := range w.bySentence[s] {
			if m.Start >= pronoun.Start || !w.namesPerson(m) {
				continue
			}
			if m.Actors[0] != person {
				return false
			}
			named = true
		}
	}
	return named
}
