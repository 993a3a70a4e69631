package attribution

import (
	"slices"
	"strings"

	"dyad/extract/nlp"
	"dyad/schema"
)

// candidate is one possible attribution. Source and cue are tokens of one
// sentence; the content is a list of byte spans, since quotations run over
// the edges of sentences.
type candidate struct {
	tree   *tree
	head   int // the cue word
	at     int // its first byte
	entry  *cue
	kind   string
	rule   string // clause, fronted, quote, object …
	prep   string
	source stretch
	// sourceHead is the head of the source, -1 without one.
	sourceHead int
	// sourceBy says whether the subject rules named the source, or the model.
	sourceBy string
	cue      []stretch
	content  []schema.Span
	direct   bool
	// document says that the object, which is the content, is one: "issued a letter".
	document bool
	passive  bool
	// loose says that the lexicon does not list the cue in this frame.
	loose bool
	// speaker is the id of the actor that the source means, "" if unknown.
	speaker string
	// carrier is the id of the news medium that carries the statement, the
	// speaker itself where it cites nobody.
	carrier    string
	addressees []addressee
	// second is what a second act of the speaker fills that the content held, from its verb
	// to its end.
	second stretch
	// next is a statement that the content held.
	next *candidate
	// quoted says that the cue stands inside a quotation.
	quoted bool
	// end says how the end of the content differs from that of its rule.
	end        string
	confidence float64
	// fit is the score of a reading, in hundredths.
	fit int
	// seen, sourceLead and contentLead are what the cue model thinks of the
	// candidate, and by how much the chosen source and content were better
	// than the next.
	seen, sourceLead, contentLead float64
}

// size is the length of the content in bytes.
func (c *candidate) size() int {
	n := 0
	for _, s := range c.content {
		n += s.End - s.Start
	}
	return n
}

// clashes reports whether one of two attributions has its cue inside the
// content of the other, or both share a cue.
func (c *candidate) clashes(o *candidate) bool {
	return c.at == o.at || covers(c.content, o.at) || covers(o.content, c.at) || c.shares(o)
}

// shares reports whether two contents are the same but for a few words.
func (c *candidate) shares(o *candidate) bool {
	n := 0
	for _, a := range c.content {
		for _, b := range o.content {
			n += max(0, min(a.End, b.End)-max(a.Start, b.Start))
		}
	}
	return 10*n > 9*max(c.size(), o.size())
}

func covers(spans []schema.Span, b int) bool {
	for _, s := range spans {
		if s.Start <= b && b < s.End {
			return true
		}
	}
	return false
}

// reader finds the candidates of one text.
type reader struct {
	rooms  *rooms
	lex    *lexicon
	ling   *nlp.Doc
	trees  []*tree
	quotes []quotation
	// lent are the readings of the cue that is looked at, spare those of others
	// that were not chosen.
	lent, spare []*candidate
	options     []sourceOption
	cueParts    cueParts
}

func newReader(lex *lexicon, ling *nlp.Doc) *reader { return newReaderIn(&rooms{}, lex, ling) }

// newReaderIn returns a reader that takes its memory from rooms.
func newReaderIn(in *rooms, lex *lexicon, ling *nlp.Doc) *reader {
	r := &reader{rooms: in, lex: lex, ling: ling, quotes: lex.findQuotes(ling), trees: make([]*tree, len(ling.Sentences))}
	for i := range ling.Sentences {
		r.trees[i] = newTree(in, lex, &ling.Sentences[i], i)
	}
	return r
}

// candidates returns every possible attribution in text order.
func (r *reader) candidates() []*candidate {
	var out []*candidate
	add := func(c *candidate) {
		if c != nil && len(c.content) > 0 {
			c.quoted = quoteAt(r.quotes, c.at) >= 0
			out = append(out, c)
		}
	}
	for _, t := range r.trees {
		for i := range t.Tokens {
			if c := r.phrase(t, i); c != nil {
				add(c)
				continue
			}
			switch t.Tokens[i].UPOS {
			case "VERB":
				add(r.verb(t, i))
			case "NOUN", "PROPN":
				if r.likeVerb(t, i) {
					add(r.verb(t, i))
				} else {
					add(r.noun(t, i))
				}
			case "ADJ":
				add(r.adjective(t, i))
			}
			add(r.colon(t, i))
			add(r.dash(t, i))
		}
	}
	return out
}

// newCandidate starts a candidate at a cue word.
func newCandidate(t *tree, head int, entry *cue, rule string) *candidate {
	c := t.rooms.candidate()
	*c = candidate{tree: t, head: head, at: t.Tokens[head].Start, entry: entry, rule: rule, sourceHead: -1, kind: schema.KindOther}
	if entry != nil {
		c.kind = entry.kind
	}
	return c
}

// setContent turns stretches of tokens into the spans of the content, whole
// quotations included.
func (r *reader) setContent(c *candidate, parts ...stretch) {
	for _, p := range parts {
		open := p.first
		p = c.tree.trim(p, func(i int) bool { return r.atMark(c.tree, i) || c.tree.closesBracket(open, i) })
		if p.empty() {
			continue
		}
		s := r.widen(c.tree, p)
		if quoteAt(r.quotes, c.at) < 0 {
			s = r.whole(c, spread(r.quotes, s))
		}
		c.content = append(c.content, s)
	}
	c.content = r.withoutActs(c)
	c.direct = r.isDirect(c)
}

// whole makes a part of quoted speech the whole quotation: a cue outside of it
// reports all of it.
func (r *reader) whole(c *candidate, s schema.Span) schema.Span {
	q := quoteAt(r.quotes, s.Start)
	if q < 0 || s.End > r.quotes[q].End || s == r.quotes[q].Span || r.quotes[q].open {
		return s
	}
	return r.quotes[q].Span
}

// widen takes the quotation mark before or after a stretch into its span, if
// the quotation lies in it.
func (r *reader) widen(t *tree, p stretch) schema.Span {
	s := schema.Span{Start: t.Tokens[p.first].Start, End: t.Tokens[p.last-1].End}
	if q := quoteAt(r.quotes, s.Start); q >= 0 && strings.TrimLeft(r.ling.Text[r.quotes[q].Start:s.Start], "\"'`“„« ") == "" {
		s.Start = r.quotes[q].Start
	}
	if q := quoteAt(r.quotes, s.End-1); q >= 0 && r.quotes[q].End > s.End && strings.TrimRight(r.ling.Text[s.End:r.quotes[q].End], "\"'”» ,.!?;—-…") == "" {
		s.End = r.quotes[q].End
	}
	return s
}

// withoutActs cuts the source and the cue out of a content that a spreading
// quotation has drawn over them.
func (r *reader) withoutActs(c *candidate) []schema.Span {
	out := c.content
	for i := -1; i < len(c.cue); i++ {
		a := c.source
		if i >= 0 {
			a = c.cue[i]
		}
		if a.empty() || !c.meetsContent(a, out) {
			continue
		}
		s, e := c.tree.Tokens[a.first].Start, c.tree.Tokens[a.last-1].End
		var next []schema.Span
		for _, p := range out {
			if e <= p.Start || p.End <= s {
				next = append(next, p)
				continue
			}
			next = append(next, schema.Span{Start: p.Start, End: s}, schema.Span{Start: e, End: p.End})
		}
		out = next
	}
	return r.tidy(out)
}

// meetsContent reports whether a stretch lies in one of some spans.
func (c *candidate) meetsContent(a stretch, spans []schema.Span) bool {
	s, e := c.tree.Tokens[a.first].Start, c.tree.Tokens[a.last-1].End
	return slices.ContainsFunc(spans, func(p schema.Span) bool { return e > p.Start && p.End > s })
}

// tidy trims blanks and commas, drops empty spans and joins what overlaps. It
// returns the same list if that is tidy already, as most are.
func (r *reader) tidy(spans []schema.Span) []schema.Span {
	var room [4]schema.Span
	out := room[:0]
	for _, s := range spans {
		if s.Start >= s.End {
			continue
		}
		piece := r.ling.Text[s.Start:s.End]
		if !startsWord(piece) { // most do, and need no trimming there
			left := strings.TrimLeft(piece, " \t\r\n,;:—–")
			s.Start += len(piece) - len(left)
			if !strings.ContainsFunc(left, isLetterOrDigit) {
				continue
			}
			piece = left
		}
		if !startsWord(piece[len(piece)-1:]) {
			s.End = s.Start + len(strings.TrimRight(piece, " \t\r\n;:—–"))
		}
		if n := len(out); n > 0 && s.Start <= out[n-1].End && s.End >= out[n-1].Start {
			out[n-1] = schema.Span{Start: min(s.Start, out[n-1].Start), End: max(s.End, out[n-1].End)}
			continue
		}
		out = append(out, s)
	}
	if slices.Equal(out, spans) {
		return spans
	}
	return append([]schema.Span(nil), out...)
}

// isDirect reports whether the content is quotation from edge to edge.
func (r *reader) isDirect(c *candidate) bool {
	for _, s := range c.content {
		if quoteAt(r.quotes, s.Start) < 0 || quoteAt(r.quotes, s.End-1) < 0 {
			return false
		}
	}
	return len(c.content) > 0
}

// atMark reports whether token i is a quotation mark.
func (r *reader) atMark(t *tree, i int) bool { return t.words[i].mark }
