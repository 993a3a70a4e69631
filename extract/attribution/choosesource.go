package attribution

import "dyad/internal/loglinear"

// sourceOption is a noun phrase that may be the source of a cue; its head is
// -1 where the option is that nobody is named.
type sourceOption struct {
	head int
	span stretch
	// rule says that the subject rules name it.
	rule bool
	// form says how the span differs from what the head dominates: "" not,
	// "left" and "right" cut there, "wide" all that stands before the cue.
	form string
	// path leads from the cue to the head, see [tree.path], once it is asked.
	path loglinear.Part
}

// maxSources bounds the noun phrases that are weighed for a cue.
const maxSources = 24

// sourceOptions lists what may be the source of a candidate: what the subject
// rules found, nobody, and the other noun phrases of the sentence, each whole
// and cut where parsers take too much into it. It appends them to an empty list.
func (r *reader) sourceOptions(out []sourceOption, c *candidate) []sourceOption {
	t := c.tree
	out = append(out, sourceOption{head: c.sourceHead, span: c.source, rule: true})
	if c.sourceHead >= 0 {
		out = append(out, sourceOption{head: -1})
		out = r.cutOptions(out, c, out[0])
	}
	for _, o := range [2]sourceOption{r.wideOption(c), r.runOption(c)} {
		if o.head >= 0 && !c.inFronted(o.head) {
			out = addSource(out, o)
		}
	}
	for d := 1; d < len(t.Tokens) && len(out) < maxSources; d++ {
		for _, i := range [2]int{c.head - d, c.head + d} {
			if i < 0 || i >= len(t.Tokens) || i == c.sourceHead || !r.heads(t, i) || c.inFronted(i) {
				continue
			}
			s := r.sourceSpan(t, i, c.head)
			if s.empty() || s.has(c.head) || i >= s.last || i < s.first {
				continue
			}
			o := sourceOption{head: i, span: s}
			out = r.cutOptions(addSource(out, o), c, o)
		}
	}
	return out
}

// addSource adds an option whose span is not listed yet.
func addSource(list []sourceOption, o sourceOption) []sourceOption {
	for _, x := range list {
		if x.span == o.span && x.head >= 0 {
			return list
		}
	}
	return append(list, o)
}

// cutOptions adds an option without what stands before the last comma on its
// left, without the first clause, conjunct or adjunct on its right, and
// without both.
func (r *reader) cutOptions(out []sourceOption, c *candidate, o sourceOption) []sourceOption {
	t, left, right := c.tree, o.span.first, o.span.last
	for i := o.head - 1; i > o.span.first; i-- {
		if t.Tokens[i].Form == "," || t.Tokens[i].UPOS == "VERB" || t.rel(i, "cc") || r.isDash(t, i) {
			left = i + 1
			break
		}
	}
	for i := o.head + 1; i < o.span.last; i++ {
		if x := t.phraseAt(i); x >= 0 && t.rel(x, "acl", "conj", "parataxis", "advcl", "obl", "nmod:tmod", "ccomp", "nmod:unmarked", "dep", "advmod") {
			right = i
			break
		}
	}
	for right > o.head+1 && (!t.isWord(right-1) && t.Tokens[right-1].Form != ")" || t.rel(right-1, "cc")) {
		right--
	}
	for _, x := range [3]sourceOption{
		{head: o.head, span: stretch{left, o.span.last}, form: "left"},
		{head: o.head, span: stretch{o.span.first, right}, form: "right"},
		{head: o.head, span: stretch{left, right}, form: "both"},
	} {
		if x.span.has(o.head) {
			out = addSource(out, x)
		}
	}
	return out
}

// wideOption is all that stands between the start of the sentence, or the
// quotation before, and the cue: a name with long appositions, brackets and
// clauses, whose tree is broken. Its head is that of the first noun phrase.
func (r *reader) wideOption(c *candidate) sourceOption {
	t, end := c.tree, c.cue[0].first
	none := sourceOption{head: -1}
	from := 0
	for i := end - 1; i > 0; i-- {
		if r.endsQuote(t, i) {
			from = i + 1
			break
		}
	}
	for from < end && !nominal(t, from) {
		from++
	}
	for end > from && !t.isWord(end-1) && t.Tokens[end-1].Form != ")" {
		end--
	}
	last := r.nominalUntil(t, from, end)
	if last <= from || end <= last || end-from < 3 || c.head < last || t.Tokens[last-1].UPOS == "DET" {
		return none
	}
	return sourceOption{head: last - 1, span: stretch{from, end}, form: "wide"}
}

// runOption is all nouns and names right behind the cue of a quotation, where
// the tree breaks them up: "…," said | court clerk Ann Lee.
func (r *reader) runOption(c *candidate) sourceOption {
	t, first := c.tree, c.cue[0].last
	if t.Tokens[c.head].UPOS != "VERB" || r.quoteBefore(t.Tokens[c.first()].Start) < 0 {
		return sourceOption{head: -1}
	}
	last := first
	for last < len(t.Tokens) && (nominal(t, last) && t.Tokens[last].UPOS != "PRON" || last > first && t.Tokens[last-1].UPOS != "PROPN" && t.Tokens[last].UPOS == "VERB") {
		last++
	}
	if last < first+2 || t.Tokens[last-1].UPOS != "PROPN" && t.Tokens[last-1].UPOS != "NOUN" {
		return sourceOption{head: -1}
	}
	return sourceOption{head: last - 1, span: stretch{first, last}, form: "run"}
}

// inFronted reports whether a token stands in the clause before a cue that the tree makes
// its content, where a subject or object stands behind the cue: "The crews will sail,
// claimed the harbour authority".
func (c *candidate) inFronted(i int) bool {
	t := c.tree
	if c.sourceHead < 0 && t.kid(c.head, "obj") < c.head || c.sourceHead >= 0 && c.sourceHead < c.head {
		return false
	}
	for n := 0; i >= 0 && i < c.head && n < len(t.Tokens); n++ {
		h := t.Tokens[i].Head
		if h == c.head {
			return t.rel(i, "ccomp")
		}
		i = h
	}
	return false
}

// heads reports whether a token is the head of a noun phrase that can speak.
func (r *reader) heads(t *tree, i int) bool {
	switch t.Tokens[i].UPOS {
	case "NOUN", "PROPN", "PRON":
	case "DET", "ADJ", "NUM":
		if !t.rel(i, "nsubj", "obl", "nmod:poss") {
			return false
		}
	default:
		return false
	}
	return !t.rel(i, "compound", "flat", "fixed", "expl", "obl:tmod", "nmod:tmod") && !r.lex.is("time", t.lemma(i))
}
