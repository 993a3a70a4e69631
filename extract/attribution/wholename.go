package attribution

import "dyad/schema"

// What parsers take apart, names and titles hold together: "the Ministry of Ports,
// Roads and Bridges" is one source, and so is "harbour police chief Ann Lee".

// entityEnd is where the name that holds a token ends, 0 if none does.
func (t *tree) entityEnd(i int) int {
	for _, e := range t.Entities {
		if e.First <= i && i < e.Last {
			return e.Last
		}
	}
	return 0
}

// namesOf lists the names of a document by sentence: those of its actors and the
// organisations that the language model finds.
func (r *reader) namesOf(doc *schema.Document) [][]stretch {
	out := make([][]stretch, len(r.trees))
	for k := range doc.Mentions {
		if m := &doc.Mentions[k]; m.Form == schema.FormName && m.Sentence >= 0 && m.Sentence < len(out) {
			out[m.Sentence] = append(out[m.Sentence], stretch{m.First, m.Last})
		}
	}
	for i, t := range r.trees {
		for _, e := range t.Entities {
			if e.Type == "ORG" {
				out[i] = append(out[i], stretch{e.First, e.Last})
			}
		}
	}
	return out
}

// wholeName makes a source take in all of a name that it cuts, with the article
// before it, and the titles that stand between a comma and a name before the cue:
// "…, | harbour police chief | Ann Lee said". They are no part of the content; if
// nothing is left of it, it is what stands before the comma.
func (r *reader) wholeName(c *candidate, names []stretch) {
	if c.source.empty() {
		return
	}
	t := c.tree
	r.closerName(c, names)
	r.closerPhrase(c)
	r.beforeWho(c)
	r.withoutPlaceBefore(c)
	r.wholeObject(c)
	r.withoutTime(c)
	r.wholeApposition(c)
	r.wholeConjunct(c)
	s := c.source
	if t.Tokens[s.last-1].Form == "," {
		s.last-- // "the mayor of Bergen, Ann Lee|,"
	}
	for _, n := range names {
		grown := stretch{min(s.first, n.first), max(s.last, n.last)}
		if n.touches(s) && grown != s && !c.cueIn(grown) && t.isWord(grown.first) && t.isWord(grown.last-1) {
			s = grown
		}
	}
	if s.first < c.source.first && s.first > 0 && t.Tokens[s.first-1].UPOS == "DET" {
		s.first--
	}
	if first := r.titleBefore(c, s); first < s.first {
		s.first = first
	}
	if first := r.titleBehindQuote(c, s); first < s.first {
		s.first = first
	}
	if s == c.source {
		r.withoutPlaces(c, names)
		return
	}
	c.source = s
	c.content = r.withoutComma(r.withoutActs(c))
	if len(c.content) == 0 && s.first > 4 && t.Tokens[s.first-1].Form == "," && t.finiteIn(0, s.first) {
		r.setContent(c, stretch{0, s.first})
	}
	c.direct = r.isDirect(c)
}

// cueIn reports whether a part of the cue lies in a stretch.
func (c *candidate) cueIn(s stretch) bool {
	for _, p := range c.cue {
		if p.touches(s) {
			return true
		}
	}
	return false
}

// titleBefore returns where the titles begin that stand right before a source of
// names, behind the comma that ends a content: where the source does if there are
// none.
func (r *reader) titleBefore(c *candidate, s stretch) int {
	t, i := c.tree, s.first
	if s.last != c.cue[0].first || !capital(t.Tokens[i].Form) || len(c.content) != 1 || c.content[0].End > t.Tokens[i].Start {
		return s.first
	}
	for i > 0 && (nominal(t, i-1) && t.Tokens[i-1].UPOS != "PRON" || r.insideName(t, i-1)) {
		i--
	}
	if i == s.first || i < 3 || t.Tokens[i-1].Form != "," || t.Tokens[i].UPOS == "NUM" || t.rel(i, "appos", "conj") && !t.inOwnTree(i, s) {
		return s.first
	}
	return i
}

// maxTitle bounds the words of a title between a quotation and a name.
const maxTitle = 14

// titleBehindQuote returns where the title begins that stands between a quotation
// and the comma before a name: "…," | the deputy mayor of Bergen, | Ann Lee, said.
// It is where the source begins if there is none.
func (r *reader) titleBehindQuote(c *candidate, s stretch) int {
	t, i := c.tree, s.first-1
	if i < 3 || t.Tokens[i].Form != "," || s.first > c.cue[0].first || !capital(t.Tokens[s.first].Form) {
		return s.first
	}
	for i > 0 && s.first-i <= maxTitle && !r.endsQuote(t, i-1) {
		i--
		if t.Tokens[i].UPOS == "VERB" || t.isFinite(i) || t.Tokens[i].UPOS == "PRON" {
			return s.first
		}
	}
	if i == 0 || i >= s.first-1 || !r.endsQuote(t, i-1) || !nominal(t, i) || quoteAt(r.quotes, t.Tokens[i].Start) >= 0 {
		return s.first
	}
	return i
}

// withoutPlaces gives the places that the parser took for a part of a source back to
// the content before it: "…, including Norway, Spain and Japan, | Harbour Watch said".
func (r *reader) withoutPlaces(c *candidate, names []stretch) {
	t, s := c.tree, c.source
	if s.last != c.cue[0].first || len(c.content) == 0 || c.content[len(c.content)-1].End > t.Tokens[s.first].Start {
		return
	}
	comma, closed := -1, false
	for i := s.first + 1; i < s.last; i++ {
		switch {
		case t.Tokens[i].Form == ",":
			comma = i
		case comma < 0 || t.Tokens[i].UPOS == "CCONJ":
			closed = closed || t.Tokens[i].UPOS == "CCONJ"
		}
	}
	if comma < 0 || t.typeAt(comma-1) != "LOC" || c.sourceHead > comma {
		return
	}
	first := comma + 1
	if closed && t.Tokens[first].UPOS == "DET" && t.typeAt(c.sourceHead) == "LOC" {
		first++ // "Spain and Japan, | the Harbour Watch"
	}
	if closed && t.nameUntil(first, s.last) {
		names = append(names, stretch{first, s.last}) // behind "and Japan," no place follows
	}
	for _, n := range names {
		if n.first != first || n.last != s.last || t.typeAt(n.last-1) == "LOC" && !closed {
			continue
		}
		c.source, c.sourceHead = stretch{comma + 1, s.last}, s.last-1
		content := append([]schema.Span(nil), c.content...)
		content[len(content)-1].End = t.Tokens[comma-1].End
		c.content = content
		return
	}
}

// insideName reports whether a token that is no noun lies inside a name or a word
// with a hyphen: "Council | of | Ports", "sub | - | inspector".
func (r *reader) insideName(t *tree, i int) bool {
	for _, e := range t.Entities {
		if e.First < i && i < e.Last-1 {
			return true
		}
	}
	return t.Tokens[i].Form == "-" && i > 0 && t.Tokens[i-1].End == t.Tokens[i].Start
}

// inOwnTree reports whether a token hangs on a stretch.
func (t *tree) inOwnTree(i int, s stretch) bool {
	h := t.Tokens[i].Head
	return h >= 0 && s.has(h)
}

// withoutComma drops the comma that a content is left with before its source.
func (r *reader) withoutComma(spans []schema.Span) []schema.Span {
	out := append([]schema.Span(nil), spans...)
	for n := range out {
		for e := out[n].End; e > out[n].Start && (r.ling.Text[e-1] == ',' || r.ling.Text[e-1] == ' ') && quoteAt(r.quotes, e-1) < 0; e-- {
			out[n].End = e - 1
		}
	}
	return out
}
