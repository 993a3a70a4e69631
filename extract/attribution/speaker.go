package attribution

import (
	"slices"

	"dyad/schema"
)

// whoIndex finds the mentions of a document by sentence.
type whoIndex struct {
	doc        *schema.Document
	bySentence map[int][]schema.Mention
	kinds      map[string]string
	lex        *lexicon
}

func newWhoIndex(lex *lexicon, doc *schema.Document) *whoIndex {
	w := &whoIndex{doc, map[int][]schema.Mention{}, map[string]string{}, lex}
	for _, a := range doc.Actors {
		w.kinds[a.ID] = a.Kind
	}
	for _, m := range doc.Mentions {
		w.bySentence[m.Sentence] = append(w.bySentence[m.Sentence], m)
	}
	return w
}

// resolve sets the speaker of every attribution. Who "he" is, the actor stage
// says; but right after a statement "he said" means its speaker, if he is a
// person.
func (w *whoIndex) resolve(found []*candidate) {
	var last *candidate
	for _, c := range found {
		if c.sourceHead < 0 {
			continue
		}
		c.speaker = w.speaker(c)
		if last != nil && c.personal() && w.kinds[c.speaker] != schema.KindPerson && c.tree.index-last.tree.index <= chainSentences(c) {
			c.speaker = last.speaker
		}
		if c.kind == schema.KindSpeech && w.kinds[c.speaker] == schema.KindPerson {
			last = c
		}
	}
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

// personal reports whether the source is "he" or "she".
func (c *candidate) personal() bool {
	form := c.tree.lower(c.sourceHead)
	return c.source.last-c.source.first == 1 && (form == "he" || form == "she")
}

// speaker returns the actor that a source means: the mention at the head of
// the source, else at an apposition of it or, for "who", at its antecedent.
func (w *whoIndex) speaker(c *candidate) string {
	t := c.tree
	for h, n := c.sourceHead, 0; h >= 0 && n < 4; n++ {
		if id := w.at(t.index, h); id != "" {
			return id
		}
		if id := w.principal(c, h); id != "" {
			return id
		}
		next := t.kid(h, "appos", "flat")
		if t.Tokens[h].UPOS == "PRON" && n == 0 {
			next = t.antecedent(h)
		}
		h = next
	}
	return w.inside(t, c.source, c.sourceHead)
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

// principal returns for whom a source speaks that is no actor itself: "the
// Trump campaign", "a spokesman for the ministry".
func (w *whoIndex) principal(c *candidate, h int) string {
	t := c.tree
	if !w.lex.is("proxy", t.lemma(h)) {
		return ""
	}
	for _, k := range t.kids[h] {
		if !t.rel(k, "nmod", "compound", "amod", "flat") || t.rel(k, "nmod") && !t.rel(k, "nmod:poss") && !w.lex.is("proxy-of", t.caseOf(k)) {
			continue
		}
		for _, m := range w.bySentence[t.index] {
			if m.Head == k && len(m.Actors) > 0 {
				return m.Actors[0]
			}
		}
	}
	return ""
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
		if m.First < s.first || m.Last > end || m.Modifier || m.Locative || len(m.Actors) == 0 {
			continue
		}
		if m.First <= head && head < m.Last {
			return m.Actors[0]
		}
		if first == "" && (m.Head == m.Last-1 && m.Last == end || t.Tokens[m.Head].Head == head && t.rel(m.Head, "flat", "appos", "compound") && m.Last == end) {
			first = m.Actors[0]
		}
	}
	return first
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
