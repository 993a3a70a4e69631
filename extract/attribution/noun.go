package attribution

import (
	"slices"
	"strings"

	"dyad/schema"
)

// noun reads a noun as a cue: "the claim that …", "his warning of a war",
// "made a promise to pay".
func (r *reader) noun(t *tree, n int) *candidate {
	entry := r.lex.nouns[t.lemma(n)]
	if entry == nil {
		return nil
	}
	c := newCandidate(t, n, entry, "noun")
	content, verb := r.nounContent(c), t.Tokens[n].Head
	if content.empty() {
		return nil
	}
	first := n
	for first > 0 && t.Tokens[first-1].Head == n && t.rel(first-1, "amod", "compound", "det") {
		first--
	}
	c.cue = append([]stretch{{first, n + 1}}, c.cue...)
	switch poss := t.kid(n, "nmod:poss"); {
	case poss >= 0:
		c.sourceHead = poss
		c.source = t.trim(stretch{t.lo[poss], poss + 1}, func(int) bool { return false })
		c.rule = "noun-of"
	case verb >= 0 && t.rel(n, "obj") && r.lex.is("light", t.lemma(verb)):
		if subj, _ := r.subject(t, verb); subj >= 0 && t.kid(verb, "aux:pass") < 0 {
			c.sourceHead, c.source, c.rule = subj, r.sourceSpan(t, subj, verb), "noun-light"
			if r.lex.is("voice", t.lemma(verb)) {
				c.kind = schema.KindSpeech
			}
			vc := r.verbCue(t, verb)
			c.cue[0].first = min(first, vc.first)
		}
	default:
		for _, k := range t.kids[n] {
			if k > n && t.rel(k, "nmod") && (t.caseOf(k) == "by" || t.caseOf(k) == "from") {
				c.sourceHead, c.source, c.rule = k, r.sourceSpan(t, k, n), "noun-by"
			}
		}
	}
	if c.source.touches(content) {
		content.last = min(content.last, c.source.first)
	}
	r.setContent(c, content)
	return c
}

// nounContent finds the clause or the phrase that says what a noun cue is
// about; the preposition joins the cue.
func (r *reader) nounContent(c *candidate) stretch {
	t, n := c.tree, c.head
	for _, k := range t.kids[n] {
		if k < n {
			continue
		}
		switch {
		case t.rel(k, "acl:relcl"):
		case t.rel(k, "ccomp", "acl") && t.lower(t.lo[k]) == "to" && c.entry.takes(frameInf),
			t.rel(k, "ccomp", "acl") && t.lower(t.lo[k]) == "that" && c.entry.takes(frameClause):
			return stretch{max(n+1, t.lo[k]), t.hi[k] + 1}
		case t.rel(k, "nmod", "acl", "obl"):
			p := t.kid(k, "case", "mark")
			if p > n && c.entry.takesPrep(t.lower(p)) {
				c.prep = t.lower(p)
				c.cue = append(c.cue, stretch{p, p + 1})
				return stretch{p + 1, t.hi[k] + 1}
			}
		}
	}
	// "the minister's claim" as the object of a verb keeps its clause there.
	if v := t.Tokens[n].Head; v >= 0 && v < n && t.rel(n, "obj") && r.lex.is("light", t.lemma(v)) {
		if k := slices.IndexFunc(t.kids[v], func(k int) bool { return k > n && t.rel(k, "ccomp", "xcomp", "acl") }); k >= 0 {
			k = t.kids[v][k]
			return stretch{t.lo[k], t.hi[k] + 1}
		}
	}
	return stretch{}
}

// adjective: "is confident that …", "wary of the pact".
func (r *reader) adjective(t *tree, a int) *candidate {
	entry := r.lex.adjs[t.lemma(a)]
	if entry == nil {
		return nil
	}
	c := newCandidate(t, a, entry, "adjective")
	subj, _ := r.subject(t, a)
	if subj < 0 && t.rel(a, "xcomp") && t.Tokens[a].Head >= 0 {
		subj, _ = r.subject(t, t.Tokens[a].Head)
	}
	if subj >= 0 && t.Tokens[subj].UPOS == "PRON" && t.lower(subj) == "it" && t.kid(a, "ccomp") >= 0 {
		subj = -1
	}
	if subj >= 0 {
		c.sourceHead, c.source = subj, r.sourceSpan(t, subj, a)
	}
	s := r.verbCue(t, a)
	c.cue = []stretch{s}
	content := stretch{}
	for _, k := range t.kids[a] {
		if k < a {
			continue
		}
		p := t.kid(k, "case", "mark")
		switch {
		case p > a && t.rel(k, "obl", "advcl", "nmod", "ccomp") && entry.takesPrep(t.lower(p)):
			c.prep = t.lower(p)
			c.cue = append(c.cue, stretch{p, p + 1})
			content = stretch{p + 1, t.hi[k] + 1}
		case t.rel(k, "ccomp", "advcl", "xcomp") && (entry.takes(frameClause) && t.lower(t.lo[k]) != "to" || entry.takes(frameInf) && t.lower(t.lo[k]) == "to"):
			content = t.sub(k)
		default:
			continue
		}
		break
	}
	if content.empty() {
		return nil
	}
	r.setContent(c, content)
	return c
}

// phrase: a cue of several words before its source, "according to the mayor".
// The content is the rest of the sentence.
func (r *reader) phrase(t *tree, i int) *candidate {
	for _, p := range r.lex.phrases[t.lower(i)] {
		if !t.wordsAt(i, p.words) {
			continue
		}
		last := i + len(p.words)
		head := t.nominalAfter(last)
		if head < 0 {
			return nil
		}
		c := newCandidate(t, i, p.cue, "phrase")
		first := 0
		c.cue = []stretch{{i, last}}
		c.sourceHead, c.source = head, stretch{last, t.hi[head] + 1}
		if i == 0 || i == 1 && t.Tokens[0].UPOS == "CCONJ" {
			c.source.last = r.firstComma(t, c.source, head)
			first = i
		} else {
			c.source.last = t.phraseEnd(c.source)
			if e := c.source.last; e+1 < len(t.Tokens) && t.Tokens[e].Form == "," && t.lower(e+1) == "who" {
				c.source.last = t.clauseUntil(e + 2) // "…, according to Ann Lee, who led the work"
			}
		}
		c.source = t.trim(c.source, func(k int) bool { return t.Tokens[k].Form == ")" })
		end := len(t.Tokens)
		if q := quoteAt(r.quotes, t.Tokens[i].Start); q >= 0 && r.quotes[q].Start > t.Start {
			return nil // inside what somebody else says
		}
		r.setContent(c, stretch{first, i}, stretch{c.source.last, end})
		return c
	}
	return nil
}

// clauseUntil returns where a relative clause ends: at the comma before a clause of its
// own, else with the sentence.
func (t *tree) clauseUntil(i int) int {
	for ; i+2 < len(t.Tokens); i++ {
		if t.Tokens[i].Form == "," && t.opensMain(i+1) {
			return i
		}
	}
	return len(t.Tokens)
}

// phraseEnd returns where a source behind a phrase inside a sentence ends: at
// a comma that an adjunct of the sentence follows, else where the sentence
// does if nothing but nouns is left of it.
func (t *tree) phraseEnd(s stretch) int {
	for i := s.first + 1; i+1 < s.last; i++ {
		if t.Tokens[i].Form == "," && (t.Tokens[i+1].UPOS == "ADP" || t.Tokens[i+1].UPOS == "SCONJ") {
			return i
		}
	}
	for i := s.last; i < len(t.Tokens); i++ {
		switch {
		case t.Tokens[i].Form == ".":
			return i
		case !nominal(t, i) && t.Tokens[i].UPOS != "ADP" && t.Tokens[i].UPOS != "PART" && t.Tokens[i].UPOS != "CCONJ":
			return s.last
		}
	}
	return len(t.Tokens)
}

// wordsAt reports whether the tokens from i on are these words.
func (t *tree) wordsAt(i int, words []string) bool {
	if i+len(words) >= len(t.Tokens) {
		return false
	}
	for k, w := range words {
		if t.lower(i+k) != w {
			return false
		}
	}
	return true
}

// nominalAfter returns the head of the noun phrase that begins at token at,
// right behind a phrase cue, or -1.
func (t *tree) nominalAfter(at int) int {
	head := at
	for n := 0; n < len(t.Tokens); n++ {
		h := t.Tokens[head].Head
		if h < at || !nominal(t, h) || t.rel(head, "root", "conj", "ccomp", "parataxis", "advcl", "nsubj", "obj", "obl", "appos", "acl") {
			break
		}
		head = h
	}
	if !nominal(t, head) && !t.isWord(at) {
		return -1
	}
	return head
}

// firstComma returns where a source behind an opening phrase ends: at its
// first comma or colon, wherever the tree ends it, unless a relative clause or an
// apposition follows ("According to the manager, Ann Lee, it").
func (r *reader) firstComma(t *tree, s stretch, head int) int {
	end := t.commaBeforeVerb(max(head+1, s.first+1, t.entityEnd(head)))
	if end < 0 || t.isRelative(end+1) {
		return r.commaIn(t, s, head)
	}
	next := t.commaBeforeVerb(end + 1)
	if more := t.commaBeforeVerb(next + 1); next > 0 && more > next+1 && more+1 < len(t.Tokens) && t.isFinite(more+1) && t.Tokens[next+1].UPOS == "DET" {
		return end // "According to reports, the Harbour Forum, a group of traders, is"
	}
	if next > end+1 && t.Tokens[end].Form == "," && t.Tokens[head].UPOS != "PRON" && r.isApposed(t, end+1, next) {
		return next
	}
	return end
}

// isRelative reports whether a token is a relative pronoun or the like.
func (t *tree) isRelative(i int) bool {
	return i < len(t.Tokens) && strings.HasPrefix(t.Tokens[i].XPOS, "W")
}

// commaIn is the first comma in a source that does not go on with a relative
// clause.
func (r *reader) commaIn(t *tree, s stretch, head int) int {
	for i := head + 1; i+1 < s.last; i++ {
		if t.Tokens[i].Form == "," && !t.isRelative(i+1) {
			return i
		}
	}
	return s.last
}

// isApposed reports whether the words between two commas say who somebody is: a
// name, or a noun phrase with an article, and no adjunct or list.
func (r *reader) isApposed(t *tree, first, end int) bool {
	if t.isRelative(end+1) || end+1 < len(t.Tokens) && t.isFinite(end+1) {
		return false // "the law, which is new," is what somebody speaks of
	}
	if t.Tokens[first].XPOS == "VBN" {
		return true // "the latest figures, shown at a fair, "
	}
	if t.typeAt(first) == "PER" && t.typeAt(end-1) == "PER" || t.lower(first) == "of" && capital(t.Tokens[end-1].Form) {
		return t.typeAt(first) != t.typeAt(first-2)
	}
	if t.Tokens[end-1].XPOS == "NNS" && t.Tokens[first-2].XPOS == "NNP" {
		return false // "the Herald, the nuns, of many lands, left" tells of other people
	}
	switch t.lower(first) {
	case "the", "a", "an":
		return !r.lex.is("time", t.lemma(end-1))
	}
	return false
}

// commaBeforeVerb returns the first comma or colon at or behind a token, if no
// finite verb stands before it, else -1.
func (t *tree) commaBeforeVerb(i int) int {
	for ; i < len(t.Tokens); i++ {
		switch {
		case t.Tokens[i].Form == "," || t.Tokens[i].Form == ":":
			return i
		case t.isFinite(i) && (t.Tokens[i].XPOS != "VBZ" || t.markAt(i+1) != ",") || t.words[i].mark: // "FAO estimates," has no verb
			return -1
		}
	}
	return -1
}

// colon: a name before a colon and what it says behind, in headlines and
// transcripts ("Poll: race tightens").
func (r *reader) colon(t *tree, i int) *candidate {
	if t.Tokens[i].Form != ":" || i == 0 || i > 12 || i+2 >= len(t.Tokens) {
		return nil
	}
	head := -1
	for k := range i {
		if t.Tokens[k].UPOS == "VERB" || t.Tokens[k].UPOS == "AUX" || t.Tokens[k].UPOS == "NUM" && k == 0 {
			return nil
		}
		if h := t.Tokens[k].Head; t.isWord(k) && (h < 0 || h >= i) {
			head = k
		}
	}
	first, q := 0, quoteAt(r.quotes, t.Tokens[i].Start)
	if q >= 0 && r.isTurn(t, r.quotes[q], i) {
		first = 1
	}
	if head < first || q >= 0 && first == 0 {
		return nil
	}
	c := newCandidate(t, i, nil, "colon")
	c.kind = schema.KindSpeech
	c.sourceHead, c.source = head, stretch{first, i}
	c.cue = []stretch{{i, i + 1}}
	r.setContent(c, stretch{i + 1, len(t.Tokens)})
	if first > 0 {
		c.rule = ruleTurn
		c.content, c.direct = r.tidy([]schema.Span{{Start: t.Tokens[i+1].Start, End: max(t.End, r.quotes[q].End)}}), true
	}
	return c
}

// isTurn reports whether a quotation begins with a name in capitals and a colon, as a
// turn of a quoted transcript does: "BORG: Yes."
func (r *reader) isTurn(t *tree, q quotation, colon int) bool {
	if q.Start != t.Tokens[0].Start || !r.atMark(t, 0) {
		return false
	}
	for k := 1; k < colon; k++ {
		if form := t.Tokens[k].Form; strings.ToUpper(form) != form {
			return false
		}
	}
	return colon > 1
}

// dash: a name behind a quotation and a dash, as under a motto; the name may
// have a paragraph of its own.
func (r *reader) dash(t *tree, i int) *candidate {
	if !t.words[i].dash || i+1 >= len(t.Tokens) || t.Tokens[i+1].UPOS != "PROPN" {
		return nil
	}
	q := r.quoteBefore(t.Tokens[i].Start)
	if q < 0 && i == 0 {
		q = r.quoteAbove(t)
	}
	if q < 0 {
		return nil
	}
	last := i + 1
	for last < len(t.Tokens) && t.Tokens[last].UPOS == "PROPN" {
		last++
	}
	c := newCandidate(t, i, nil, ruleDash)
	c.kind = schema.KindSpeech
	c.sourceHead, c.source = last-1, stretch{i + 1, last}
	c.cue = []stretch{{i, i + 1}}
	c.content, c.direct = r.tidy([]schema.Span{r.quotes[q].Span}), true
	return c
}

// quoteAbove returns the quotation that fills the paragraph above a short one,
// or -1.
func (r *reader) quoteAbove(t *tree) int {
	if t.index == 0 || len(t.Tokens) > 12 || r.ling.Sentences[t.index-1].Region == t.Region {
		return -1
	}
	above := strings.TrimSpace(r.ling.Text[:t.Start])
	q := quoteAt(r.quotes, len(above)-1)
	if q < 0 || r.quotes[q].region != r.ling.Sentences[t.index-1].Region {
		return -1
	}
	line := above[strings.LastIndexByte(above, '\n')+1:]
	if q := r.quotes[q]; q.Start > len(above)-len(line)+1 || q.End < len(above) {
		return -1
	}
	return q
}
