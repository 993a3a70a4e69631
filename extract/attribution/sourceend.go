package attribution

// withoutTime cuts the time behind a source: "the high court | this month", "Ann Lee |
// on Monday". It tells when somebody spoke; but "the union founded in 1990" tells
// who did.
func (r *reader) withoutTime(c *candidate) {
	t, s := c.tree, c.source
	if c.rule == "phrase" || s.last > c.cue[0].first {
		return
	}
	cut, timed := s.last, false
	for cut-1 > max(s.first, c.sourceHead) {
		i := cut - 1
		switch {
		case r.lex.is("time", t.lemma(i)) || r.lex.is("day", t.lower(i)) || t.Tokens[i].UPOS == "NUM" && len(t.Tokens[i].Form) == 4:
			timed = true
		case !timed || t.Tokens[i].UPOS != "NUM" && t.Tokens[i].Form != "," && !r.lex.is("when-word", t.lower(i)):
			i = -1
		}
		if i < 0 {
			break
		}
		cut = i
	}
	if !timed || t.Tokens[cut].UPOS == "NUM" {
		return
	}
	if t.Tokens[cut].Form != "," {
		for i := c.sourceHead + 1; i < cut; i++ {
			if t.Tokens[i].UPOS == "VERB" {
				return
			}
		}
	}
	r.endSource(c, cut)
}

// withoutPlaceBefore begins a source behind the place that the report comes from:
// "BERGEN- | Captains | said".
func (r *reader) withoutPlaceBefore(c *candidate) {
	t, s := c.tree, c.source
	if s.first != 0 || c.rule == "phrase" {
		return
	}
	for k := 1; k < min(s.last-1, maxDateline); k++ {
		if (t.words[k].dash || t.Tokens[k].Form == "-") && (t.Tokens[k].Start > t.Tokens[k-1].End || t.Tokens[k+1].Start > t.Tokens[k].End) && t.Tokens[k-1].UPOS == "PROPN" && capital(t.Tokens[k+1].Form) {
			c.source.first = k + 1
			if c.sourceHead <= k {
				c.sourceHead = s.last - 1
			}
			return
		}
	}
}

// endSource ends a source at a token, without punctuation before it.
func (r *reader) endSource(c *candidate, end int) {
	t := c.tree
	for end > c.source.first+1 && !t.isWord(end-1) && t.Tokens[end-1].Form != ")" {
		end--
	}
	if end > c.sourceHead && end < c.source.last && t.Tokens[end-1].UPOS != "ADP" {
		c.source.last = end
	}
}

// wholeApposition begins a source that is only a name with the description before its
// comma, and one that is only a bracket with the name before it: "Bergen's mayor, | Ann
// Lee, | said", "Carl Lund | (Oslo)".
func (r *reader) wholeApposition(c *candidate) {
	t, s := c.tree, c.source
	if c.rule == "phrase" || s.last > c.cue[0].first || s.first < 2 {
		return
	}
	if t.Tokens[s.first-1].Form == "(" && t.Tokens[s.last-1].Form == ")" {
		first := s.first - 1
		for first > 0 && nominal(t, first-1) && t.Tokens[first-1].UPOS != "PRON" {
			first--
		}
		if first < s.first-1 {
			c.source, c.sourceHead = stretch{first, s.last}, s.first-2
		}
		return
	}
	if t.Tokens[s.first-1].Form == "," && s.last-s.first == 1 && r.lex.is("postnominal", t.lower(s.first)) {
		first := s.first - 1
		for first > 0 && nominal(t, first-1) && t.Tokens[first-1].UPOS != "PRON" {
			first--
		}
		if t.Tokens[s.first-2].UPOS == "PROPN" {
			c.source, c.sourceHead = stretch{first, s.last}, s.first-2 // "Ann Lee, | SC, | said"
		}
		return
	}
	if t.Tokens[s.first-1].Form != "," || t.typeAt(c.sourceHead) != "PER" || !capital(t.Tokens[s.first].Form) {
		return
	}
	k := s.first - 2
	if t.Tokens[k].UPOS != "NOUN" || !r.lex.is("human", t.lemma(k)) && !r.lex.is("proxy", t.lemma(k)) && !r.humanEnding(t.lemma(k)) {
		return
	}
	first := k
	for first > 0 {
		switch i := first - 1; {
		case nominal(t, i) && t.Tokens[i].UPOS != "PRON", t.Tokens[i].UPOS == "PART", t.Tokens[i].Form == "-", t.lower(i) == "of", t.lower(i) == "and", t.Tokens[i].XPOS == "PRP$":
			first = i
			continue
		}
		break
	}
	if first > 0 && (t.isWord(first-1) || t.Tokens[first-1].Form == ",") || t.Tokens[first].UPOS == "PART" || t.lower(first) == "of" || t.lower(first) == "and" {
		return
	}
	c.source = stretch{first, s.last}
	c.content = r.withoutComma(r.withoutActs(c))
}

// wholeConjunct begins a source that is only the second of two at the beginning of a
// sentence with the first: "The union and | its lawyers | said".
func (r *reader) wholeConjunct(c *candidate) {
	t, s := c.tree, c.source
	if c.rule == "phrase" || s.last > c.cue[0].first || s.first < 2 || t.lower(s.first-1) != "and" || !nominal(t, 0) || t.Tokens[s.first-2].UPOS != "NOUN" && t.Tokens[s.first-2].UPOS != "PROPN" || quoteAt(r.quotes, t.Start) >= 0 {
		return
	}
	for i := range s.first - 1 {
		if !nominal(t, i) && t.Tokens[i].UPOS != "PART" && t.lower(i) != "of" && t.Tokens[i].Form != "-" || i > 0 && t.Tokens[i].UPOS == "PRON" {
			return
		}
	}
	c.source, c.sourceHead = stretch{0, s.last}, s.first-2
	c.content = r.withoutComma(r.withoutActs(c))
}

// humanEnding reports whether a noun ends as nouns of people do.
func (r *reader) humanEnding(lemma string) bool {
	for n := 2; n <= 4 && n < len(lemma)-2; n++ {
		if r.lex.is("human-ending", lemma[len(lemma)-n:]) {
			return !r.lex.is("no-human", lemma)
		}
	}
	return false
}
