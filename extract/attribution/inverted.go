package attribution

// sourceBehind makes who stands right behind a cue its source, where the model has taken
// a noun of the clause before it: "The girl was the daughter of a cook, said | harbour
// officer Carl Lund". Nothing follows that could be said.
func (r *reader) sourceBehind(c *candidate) {
	t, cue := c.tree, c.cue[len(c.cue)-1]
	if c.source.empty() || c.source.last > c.cue[0].first || c.passive || c.settled() || c.quoted || len(c.cue) != 1 || cue.first < 4 || cue.last+1 >= len(t.Tokens) ||
		!t.isFinite(c.head) || !c.entry.takes(frameQuote) || r.lex.is("addressed", t.lemma(c.head)) {
		return
	}
	before := cue.first - 1
	if t.Tokens[before].Form != "," && !r.atMark(t, before) || !t.finiteIn(0, cue.first) && quoteAt(r.quotes, t.Tokens[c.source.first].Start) < 0 {
		return
	}
	i := cue.last
	if t.Tokens[i].UPOS != "DET" && !capital(t.Tokens[i].Form) || t.Tokens[i].UPOS == "PRON" {
		return
	}
	end := i
	for end < len(t.Tokens) && (nominal(t, end) || t.Tokens[end].UPOS == "PART") {
		end++
	}
	head := end - 1
	if end == i || t.Tokens[head].UPOS != "NOUN" && t.Tokens[head].UPOS != "PROPN" || r.lex.is("time", t.lemma(head)) || t.finiteOutside(end, len(t.Tokens)) {
		return
	}
	for end < len(t.Tokens) && t.Tokens[end].Form != "," && !t.isRelative(end) && (t.isWord(end) || t.Tokens[end].Form == "(" || t.Tokens[end].Form == ")") && !r.lex.is("occasion", t.lower(end)) {
		end++
	}
	if c.entry.takes(frameObject) && !r.closesWith(c, stretch{i, end}, head) {
		return
	}
	c.sourceHead, c.source, c.rule = head, t.trimSource(stretch{i, end}, head), "fronted"
	c.content = nil
	r.setContent(c, stretch{0, cue.first})
}

// closesWith reports whether a sentence ends with people or a body behind a verb that may
// have an object, and a whole clause without a relative one stands before it: "The port
// will save money, claimed | the port authority".
func (r *reader) closesWith(c *candidate, s stretch, head int) bool {
	t := c.tree
	for i := s.last; i < len(t.Tokens); i++ {
		if t.isWord(i) {
			return false
		}
	}
	for i := range c.cue[0].first {
		if t.isRelative(i) && t.Tokens[i].UPOS == "PRON" {
			return false
		}
	}
	lemma := t.lemma(head)
	return t.finiteIn(c.source.last, c.cue[0].first) && (t.typeAt(head) == "PER" || r.lex.is("body", lemma) || r.lex.is("human", lemma) || r.lex.is("proxy", lemma) || r.humanEnding(lemma))
}
