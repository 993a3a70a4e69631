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
	t, s := c.tree, c.source
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
	if s == c.source {
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
