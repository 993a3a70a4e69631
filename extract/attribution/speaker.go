package attribution

import (
	"slices"
	"strings"

	"dyad/extract/nlp"
	"dyad/schema"
)

// whoIndex finds the mentions of a document by sentence.
type whoIndex struct {
	doc        *schema.Document
	bySentence [][]*schema.Mention
	actors     map[string]*schema.Actor
	kinds      map[string]string
	// generic are the actors without a name: "a spokeswoman".
	generic map[string]bool
	trees   []*tree
	quotes  []quotation
	lex     *lexicon
	// mentions are those of the document and, behind them, those of fresh:
	// the speakers that sources introduce.
	mentions []schema.Mention
	fresh    []*schema.Actor
}

func newWhoIndex(r *reader, doc *schema.Document) *whoIndex {
	w := &whoIndex{
		doc: doc, bySentence: make([][]*schema.Mention, len(r.trees)), actors: map[string]*schema.Actor{}, kinds: map[string]string{}, generic: map[string]bool{},
		trees: r.trees, quotes: r.quotes, lex: r.lex, mentions: slices.Clip(doc.Mentions),
	}
	for i := range doc.Actors {
		a := &doc.Actors[i]
		w.actors[a.ID], w.kinds[a.ID], w.generic[a.ID] = a, a.Kind, a.Generic
	}
	for i := range doc.Mentions {
		if m := &doc.Mentions[i]; m.Sentence >= 0 && m.Sentence < len(w.bySentence) {
			w.bySentence[m.Sentence] = append(w.bySentence[m.Sentence], m)
		}
	}
	return w
}

// speaker returns the actor that a source means: somebody named at its head
// or in apposition, else for whom it speaks, else somebody without a name.
func (w *whoIndex) speaker(c *candidate) string {
	if of := c.beforeRelative(); of != c {
		return w.speaker(of)
	}
	t, h := c.tree, w.partOf(c.tree, c.sourceHead)
	id := w.at(t.index, h)
	if id == "" {
		id = w.around(t, h, c.source)
	}
	if id == "" && c.rule == "noun-of" {
		id = w.possessor(t, h)
	}
	if name := w.nameBehindTitle(c, id); name != "" {
		return name
	}
	if w.kinds[id] == schema.KindOrganization && c.source.last-c.source.first == 1 && t.Tokens[h].UPOS == "PROPN" {
		if person := w.surnameAt(t, c.source); person != "" && w.fullNamed(person, c.at) >= 0 {
			return person // "Ford" behind "Ann Ford"
		}
	}
	if w.kinds[id] == schema.KindOrganization {
		if name := w.opensWithName(c); name != "" {
			return name
		}
	}
	if w.kinds[id] == schema.KindPerson && strings.HasPrefix(id, "group:") { // somebody without a name
		if name := w.closesWithName(c); name != "" {
			return name
		}
	}
	if name := w.nameOfNoun(t, h); name != "" {
		return name
	}
	if id != "" && !w.generic[id] {
		return id
	}
	if name := w.apposition(c, h); name != "" {
		return name
	}
	if name := w.principal(t, h); name != "" {
		return name
	}
	if id != "" {
		return id
	}
	if id = w.issuer(t, h); id != "" {
		return id
	}
	if t.Tokens[h].UPOS == "PRON" {
		if a := t.antecedent(h); a >= 0 {
			if id = w.at(t.index, a); id != "" {
				return id
			}
		}
	}
	if id = w.inside(t, c.source, c.sourceHead); id != "" {
		return id
	}
	if id = w.nameIn(c); id != "" {
		return id
	}
	return w.surnamed(c)
}

// beforeRelative returns a candidate whose source ends before the comma of a relative
// clause that the head of the source was looked for in: "the council, | which runs the
// yard of Lund Ltd".
func (c *candidate) beforeRelative() *candidate {
	t, s := c.tree, c.source
	for i := s.first + 2; i < s.last && i < c.sourceHead; i++ {
		if t.Tokens[i].UPOS == "PRON" && t.isRelative(i) && t.Tokens[i-1].Form == "," && nominal(t, i-2) {
			of := *c
			of.source.last, of.sourceHead = i-1, i-2
			return &of
		}
	}
	return c
}

// namesPerson reports whether a mention is the name of one person.
func (w *whoIndex) namesPerson(m *schema.Mention) bool {
	return m.Form == schema.FormName && len(m.Actors) == 1 && w.kinds[m.Actors[0]] == schema.KindPerson
}

// opensWithName returns the person whose name and a comma a source begins with: "Ann Lee,
// director of the Harbour Institute".
func (w *whoIndex) opensWithName(c *candidate) string {
	for _, m := range w.bySentence[c.tree.index] {
		if m.First == c.source.first && m.Last+1 < c.source.last && c.tree.Tokens[m.Last].Form == "," && w.namesPerson(m) {
			return m.Actors[0]
		}
	}
	return ""
}

// closesWithName returns the person whose name stands behind the comma or the noun that a
// source ends with: "a lawyer for the port, Ann Lee", "the then bishop of Lund diocese Ann
// Lee", "an envoy from East Lund Ann Lee", whatever the tree says whose apposition she is.
func (w *whoIndex) closesWithName(c *candidate) string {
	for _, m := range w.bySentence[c.tree.index] {
		if m.Last == c.source.last && m.First > c.source.first+1 && (c.tree.Tokens[m.First-1].Form == "," || c.tree.Tokens[m.First-1].UPOS == "NOUN" && m.Last > m.First+1 || c.tree.holdsNoun(m.First, m.Last-2) || m.Last > m.First+1 && c.tree.behindPlace(m.First)) && w.namesPerson(m) {
			return m.Actors[0]
		}
	}
	return ""
}

// behindPlace reports whether the name of a place in a phrase ends where a token begins,
// or begins there, taken for a part of the name that follows.
func (t *tree) behindPlace(i int) bool {
	return slices.ContainsFunc(t.Entities, func(e nlp.Entity) bool {
		return e.Type == "LOC" && (e.Last == i || e.First == i) && e.First > 0 && t.Tokens[e.First-1].UPOS == "ADP"
	})
}

// holdsNoun reports whether a common noun stands in a stretch of names.
func (t *tree) holdsNoun(first, end int) bool {
	for i := first; i < end; i++ {
		if t.Tokens[i].UPOS == "NOUN" && !capital(t.Tokens[i].Form) {
			return true
		}
	}
	return false
}

// nameBehindTitle returns the person whom a source ends with behind a title that the
// parser took apart: "Ports and Fishery Minister Ann Lee" is no word of the ports.
func (w *whoIndex) nameBehindTitle(c *candidate, id string) string {
	t, s := c.tree, c.source
	if w.kinds[id] == schema.KindPerson || t.Tokens[s.first].UPOS == "DET" {
		return ""
	}
	for i := s.first + 2; i < s.last; i++ {
		if t.Tokens[i].Form == "," {
			s.last = i // ", an engineer"
		}
	}
	if t.closesBracket(s.first, s.last-1) {
		for s.last--; s.last > s.first+1 && t.Tokens[s.last].Form != "("; s.last-- {
		}
	}
	for _, m := range w.bySentence[t.index] {
		if m.Last != s.last || m.First <= s.first || !w.namesPerson(m) {
			continue
		}
		titled := false
		for i := s.first; i < s.last; i++ {
			if f := t.Tokens[i].Form; i < m.First && !nominal(t, i) && t.Tokens[i].UPOS != "CCONJ" && f != "(" && f != ")" {
				return ""
			}
			titled = titled || i >= m.First-1 && i < s.last-1 && capital(t.Tokens[i].Form) && w.isPerson(t.lower(i))
		}
		if titled {
			return m.Actors[0]
		}
	}
	return ""
}

// nameIn returns the person named in a source whose tree is broken: no
// complement of another noun, nor somebody in a relative clause of it.
func (w *whoIndex) nameIn(c *candidate) string {
	s := c.source
	for i := s.first + 1; i < s.last; i++ {
		if tok := &c.tree.Tokens[i]; tok.UPOS == "PRON" && strings.HasPrefix(tok.XPOS, "W") {
			s.last = i
		}
	}
	for _, m := range w.bySentence[c.tree.index] {
		if s.first <= m.First && m.Last <= s.last && !m.Modifier && w.namesPerson(m) && !c.tree.rel(m.Head, "nmod", "obl", "conj") {
			return m.Actors[0]
		}
	}
	return ""
}

// issuerSentences is how far back a document may have been introduced.
const issuerSentences = 12

// issuer returns whose "the statement" is: it was a statement of somebody when
// it was mentioned before, or somebody issued one.
func (w *whoIndex) issuer(t *tree, h int) string {
	lemma := t.lemma(h)
	if !w.lex.is("document", lemma) || t.kid(h, "det") < 0 || t.lower(t.kid(h, "det")) == "a" || t.lower(t.kid(h, "det")) == "an" {
		return ""
	}
	for s := t.index; s >= max(0, t.index-issuerSentences); s-- {
		o := w.trees[s]
		for i := range o.Tokens {
			if o == t && i >= h || o.lemma(i) != lemma {
				continue
			}
			if id := w.principal(o, i); id != "" {
				return id
			}
			if v := o.Tokens[i].Head; v >= 0 && o.rel(i, "obj") && w.lex.is("light", o.lemma(v)) {
				if k := o.kid(v, "nsubj"); k >= 0 {
					if id := w.at(s, k); id != "" {
						return id
					}
				}
			}
		}
	}
	return ""
}

// partOf returns the noun that a word of number stands for: "advisers" in
// "one of his advisers".
func (w *whoIndex) partOf(t *tree, h int) int {
	if !w.lex.is("part", t.lemma(h)) {
		return h
	}
	for _, k := range t.kids[h] {
		if k > h && t.rel(k, "nmod", "obl") && t.caseOf(k) == "of" {
			return k
		}
	}
	return h
}

// at returns the first actor of the mention whose head is token i, the widest
// if there are several.
func (w *whoIndex) at(sentence, i int) string {
	best, size := "", -1
	for _, m := range w.bySentence[sentence] {
		if m.Head == i && !m.Modifier && len(m.Actors) > 0 && m.End-m.Start > size {
			best, size = m.Actors[0], m.End-m.Start
		}
	}
	return best
}

// possessor returns the actor whose name before a noun cue is no more than a modifier to
// the actor stage: "Oslo's decision to stay".
func (w *whoIndex) possessor(t *tree, i int) string {
	for _, m := range w.bySentence[t.index] {
		if m.Head == i && m.Modifier && len(m.Actors) > 0 && t.rel(i, "nmod:poss") {
			return m.Actors[0]
		}
	}
	return ""
}

// around returns the actor of the mention that holds token i, the head of a
// source, as a part of its name, or ends with the source.
func (w *whoIndex) around(t *tree, i int, s stretch) string {
	for _, m := range w.bySentence[t.index] {
		if m.First <= i && i < m.Last && !m.Modifier && len(m.Actors) > 0 && (t.nameUntil(i, m.Last) || m.Last == s.last && !t.rel(m.Head, "nmod:poss")) {
			return m.Actors[0]
		}
	}
	return ""
}

// nameUntil reports whether all tokens of a stretch are of a name.
func (t *tree) nameUntil(first, last int) bool {
	for i := first; i < last; i++ {
		if t.Tokens[i].UPOS != "PROPN" && t.isWord(i) {
			return false
		}
	}
	return true
}

// nameOfNoun returns who is named right behind a noun that tells what he is, whomever the
// noun alone would mean: "the organiser | Friends of the Harbour".
func (w *whoIndex) nameOfNoun(t *tree, h int) string {
	k := h + 1
	if t.Tokens[h].UPOS != "NOUN" || k >= len(t.Tokens) || t.Tokens[k].UPOS != "PROPN" || t.Tokens[k].Head != h || !t.rel(k, "appos", "flat") {
		return ""
	}
	if id := w.at(t.index, k); id != "" && !w.generic[id] {
		return id
	}
	return ""
}

// apposition returns somebody named who stands in apposition to a head: by the
// tree, or between commas right in the source ("the minister, Ann Lee,").
func (w *whoIndex) apposition(c *candidate, h int) string {
	t := c.tree
	for k, n := t.kid(h, "appos", "flat"), 0; k >= 0 && n < 3; k, n = t.kid(k, "appos", "flat"), n+1 {
		if id := w.at(t.index, k); id != "" && !w.generic[id] && !covers(c.content, t.Tokens[k].Start) {
			return id
		}
	}
	for _, m := range w.bySentence[t.index] {
		if m.First <= h+1 || m.Last > c.source.last || m.Modifier || len(m.Actors) == 0 || w.kinds[m.Actors[0]] != schema.KindPerson || w.generic[m.Actors[0]] {
			continue
		}
		if t.Tokens[m.First-1].Form == "," && (m.Last == c.source.last || t.Tokens[m.Last].Form == ",") && !t.rel(m.Head, "conj") {
			return m.Actors[0]
		}
	}
	return ""
}

// principal returns for whom a source speaks that has no name itself: "the
// Trump campaign", "a spokesman for the ministry", "a poll by Reuters".
func (w *whoIndex) principal(t *tree, h int) string {
	if !w.speaksFor(t.lemma(h)) {
		return ""
	}
	for _, m := range w.bySentence[t.index] {
		if len(m.Actors) > 0 && !w.generic[m.Actors[0]] && w.backs(t, m, h) {
			return m.Actors[0]
		}
	}
	return ""
}

// speaksFor reports whether a noun means somebody or something that speaks for another, who
// is named beside it; lawyers and advisers speak for themselves.
func (w *whoIndex) speaksFor(lemma string) bool {
	return w.lex.is("proxy", lemma) && !w.lex.is("own-voice", lemma)
}

// backs reports whether a mention names whose proxy h is: it stands before it
// in its noun phrase, or behind it with a preposition, or has made it
// ("research done by the centre").
func (w *whoIndex) backs(t *tree, m *schema.Mention, h int) bool {
	if m.Last <= h {
		for k, n := m.Head, 0; k >= 0 && n < 4; k, n = t.Tokens[k].Head, n+1 {
			if k == h {
				return true
			}
			if !t.rel(k, "nmod:poss", "compound", "amod", "flat", "nmod", "conj", "appos") {
				return false
			}
		}
		return false
	}
	g := t.Tokens[m.Head].Head
	switch {
	case g == h:
		if w.kinds[m.Actors[0]] == schema.KindCountry && t.caseOf(m.Head) != "of" && t.caseOf(m.Head) != "by" && w.isDocument(t, h) {
			return false // "reports from Oslo"
		}
		if t.caseOf(m.Head) == "to" && w.lex.is("message", t.lemma(h)) {
			return false // "a letter to the minister"
		}
		return t.rel(m.Head, "nmod", "obl") && w.lex.is("proxy-of", t.caseOf(m.Head))
	case g > h:
		return t.Tokens[g].Head == h && t.rel(g, "acl") && t.caseOf(m.Head) == "by"
	}
	return false
}

// inside returns the actor of the mention that covers the head of the source,
// else of the first one in the source before its first comma.
func (w *whoIndex) inside(t *tree, s stretch, head int) string {
	end := s.first
	for end < s.last && (t.Tokens[end].Form != "," || end < head) {
		end++
	}
	first := ""
	for _, m := range w.bySentence[t.index] {
		if m.First < s.first || m.Last > end || m.Modifier || m.Locative || len(m.Actors) == 0 || m.Form == schema.FormPronoun && m.First > s.first {
			continue
		}
		if m.First <= head && head < m.Last {
			return m.Actors[0]
		}
		if m.First > head && t.isRelativeOf(m.Head, head) {
			continue // "a friend who works for the council"
		}
		if m.First > s.first && m.Head != head && w.isDocument(t, head) && !w.lex.is("proxy-of", t.caseOf(m.Head)) && t.caseOf(m.Head) != "" {
			continue // "a film shown on two websites"
		}
		if m.First > head && w.isDocument(t, head) && t.Tokens[m.Head].Head != head && t.caseOf(m.Head) != "by" && t.caseOf(m.Head) != "from" && t.caseOf(m.Head) != "in" && !t.rel(m.Head, "flat", "appos", "conj", "compound") {
			continue // "the report in front of the council"
		}
		if behind := m.First > head && t.caseOf(m.Head) != ""; behind && (t.caseOf(m.Head) == "to" || w.isPerson(t.lemma(head)) && !w.speaksFor(t.lemma(head)) && w.kinds[m.Actors[0]] == schema.KindPerson) {
			continue // "a report to the council", "the nephew of Ann Lee"
		}
		if w.generic[m.Actors[0]] && t.rel(m.Head, "nmod") && t.Tokens[m.Head].Head == head && w.lex.is("body", t.lemma(head)) {
			continue // "a city of a million people"
		}
		if first == "" && (m.Head == m.Last-1 && m.Last == end || t.Tokens[m.Head].Head == head && t.rel(m.Head, "flat", "appos", "compound") && m.Last == end) {
			first = m.Actors[0]
		}
	}
	return first
}

// isRelativeOf reports whether a token stands in a relative clause of a noun.
func (t *tree) isRelativeOf(i, noun int) bool {
	for n := 0; i > noun && n < 8; i, n = t.Tokens[i].Head, n+1 {
		if t.rel(i, "acl:relcl") && t.Tokens[i].Head == noun {
			return true
		}
	}
	return false
}

// antecedent returns the noun that a relative pronoun stands for, or -1.
func (t *tree) antecedent(i int) int {
	for h, n := t.Tokens[i].Head, 0; h >= 0 && n < 4; h, n = t.Tokens[h].Head, n+1 {
		if t.rel(h, "acl:relcl") {
			return t.Tokens[h].Head
		}
	}
	return -1
}

// about lists the actors that a content speaks of, in text order.
func (w *whoIndex) about(content []schema.Span, speaker string) []string {
	var out []string
	for _, m := range w.doc.Mentions {
		if m.Locative || m.Modifier || !covers(content, m.Start) {
			continue
		}
		for _, id := range m.Actors {
			if id != speaker && !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}

// issues lists the issues that a content mentions, in text order.
func (w *whoIndex) issues(content []schema.Span) []string {
	var out []string
	for _, m := range w.doc.IssueMentions {
		if covers(content, m.Start) && !slices.Contains(out, m.Issue) {
			out = append(out, m.Issue)
		}
	}
	return out
}
