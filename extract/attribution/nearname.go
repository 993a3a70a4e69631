package attribution

// closerName makes the name between a conjunction and the cue the source, where the
// model has taken the subject of the clause before it: "Bergen saw nine cases but |
// Ann Lee, a cook from the harbour, | said".
func (r *reader) closerName(c *candidate, names []stretch) {
	t, cue := c.tree, c.cue[0].first
	if c.source.last >= cue-2 || c.rule == "phrase" || c.passive {
		return
	}
	for _, n := range names {
		if n.first <= c.source.last || n.last > cue || t.typeAt(n.last-1) != "PER" {
			continue
		}
		k := n.first - 1
		for k > c.source.last && nominal(t, k) {
			k--
		}
		if t.Tokens[k].UPOS != "CCONJ" || !t.finiteIn(c.source.last, k) {
			continue
		}
		apposed := n.last+2 < cue && t.Tokens[n.last].Form == "," && t.Tokens[cue-1].Form == "," && !t.finiteIn(n.last, cue)
		if n.last != cue && !apposed {
			continue
		}
		c.sourceHead, c.source = n.last-1, t.trimSource(stretch{k + 1, cue}, n.last-1)
		c.content = r.withoutActs(c)
		return
	}
}

// closerPhrase makes the noun phrase between a conjunction and the cue the source, where
// the model has taken the subject of the clause before it: "Ann Lee went home and | the
// harbour union (HU) | announced".
func (r *reader) closerPhrase(c *candidate) {
	t, cue := c.tree, c.cue[0].first
	if c.source.last >= cue-2 || c.rule == "phrase" || c.passive || !t.isFinite(c.head) {
		return
	}
	k := cue - 1
	for k > c.source.last && (nominal(t, k) && !t.isRelative(k) || t.lower(k) == "of" || t.Tokens[k].XPOS == "POS" || t.Tokens[k].Form == "(" || t.Tokens[k].Form == ")") {
		k--
	}
	head := cue - 1
	for head > k && t.Tokens[head].Form == ")" {
		for head--; head > k && t.Tokens[head+1].Form != "("; head-- {
		}
	}
	if k <= c.source.last || head <= k || t.Tokens[k].UPOS != "CCONJ" || t.Tokens[k+1].UPOS != "DET" || t.Tokens[head].UPOS != "NOUN" && t.Tokens[head].UPOS != "PROPN" || r.lex.is("time", t.lemma(head)) || !t.finiteIn(c.source.last, k) {
		return
	}
	c.sourceHead, c.source = head, stretch{k + 1, cue}
	c.content = r.withoutActs(c)
}

// wholeObject makes a source that is no more than the object of a preposition the whole
// phrase that this belongs to: "a film shown on | two websites | claimed".
func (r *reader) wholeObject(c *candidate) {
	t, s := c.tree, c.source
	if s.first > 2 && t.Tokens[s.first-1].XPOS == "POS" && nominal(t, s.first-2) {
		s.first -= 2 // "farmers in the county's | Lund Township"
	}
	if s.first > 2 && t.Tokens[s.first-1].UPOS == "DET" {
		s.first--
	}
	if s.first < 2 || s.last > c.cue[0].first || c.passive || c.rule == "phrase" || t.Tokens[s.first-1].UPOS != "ADP" || r.lex.is("conjunctive", t.lower(s.first-1)) {
		return
	}
	first, head := s.first-1, -1
	for first > 0 && (t.isWord(first-1) || t.Tokens[first-1].Form == "-") && !t.isFinite(first-1) && !t.rel(first-1, "mark") && quoteAt(r.quotes, t.Tokens[first-1].Start) < 0 {
		first--
	}
	for i := first; i < s.first && head < 0; i++ {
		switch {
		case t.Tokens[i].UPOS == "ADP" || t.Tokens[i].UPOS == "SCONJ" || t.Tokens[i].UPOS == "VERB" || t.Tokens[i].UPOS == "AUX":
			return
		case (t.Tokens[i].UPOS == "NOUN" || t.Tokens[i].UPOS == "PROPN") && !(i+1 < s.first && (t.Tokens[i+1].UPOS == "NOUN" || t.Tokens[i+1].UPOS == "PROPN" || t.Tokens[i+1].UPOS == "PART")):
			head = i
		}
	}
	if head < 0 || r.lex.is("time", t.lemma(head)) || covers(c.content, t.Tokens[first].Start) {
		return
	}
	c.sourceHead, c.source = head, t.trimSource(stretch{first, s.last}, head)
}

// beforeWho makes the people at the beginning of a sentence the source where a relative
// clause about them ends with a noun that was taken for it: "An expert who did not want to
// be named for fear of | the council | said".
func (r *reader) beforeWho(c *candidate) {
	t, s := c.tree, c.source
	if s.first < 4 || s.last != c.cue[0].first || c.passive || c.rule == "phrase" || !t.isFinite(c.head) || t.Tokens[s.first-1].UPOS != "ADP" && t.Tokens[s.first-1].UPOS != "DET" || quoteAt(r.quotes, t.Start) >= 0 {
		return
	}
	who := 0
	for who < s.first && (nominal(t, who) && !t.isRelative(who) || t.lower(who) == "of") {
		who++
	}
	if who == 0 || who >= s.first || t.lower(who) != "who" || t.Tokens[who-1].UPOS != "NOUN" && t.Tokens[who-1].UPOS != "PROPN" {
		return
	}
	verbs := 0
	for i := who + 1; i < s.first; i++ {
		if t.Tokens[i].Form == "," || t.Tokens[i].UPOS == "CCONJ" {
			return
		}
		if t.isFinite(i) {
			verbs++
		}
	}
	if verbs != 1 {
		return
	}
	c.sourceHead, c.source = who-1, stretch{0, c.cue[0].first}
	c.content = r.withoutActs(c)
}
