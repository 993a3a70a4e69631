package attribution

// subject returns the token that is the subject of a verb and whether it is
// its own: a verb without one borrows that of the verb it is coordinated with
// or complements ("came and said", "was quoted as saying").
func (r *reader) subject(t *tree, v int) (int, bool) {
	own := true
	for n := 0; v >= 0 && n < 6; n++ {
		if k := r.nearestSubject(t, v); k >= 0 {
			return k, own
		}
		if own {
			if k := t.kid(v, "nsubj:pass"); k >= 0 {
				return -1, true
			}
		} else if k := t.kid(v, "nsubj:pass"); k >= 0 {
			return k, false
		}
		own = false
		switch {
		case t.rel(v, "acl") && !t.rel(v, "acl:relcl"):
			return t.Tokens[v].Head, false
		case t.rel(v, "conj", "xcomp", "advcl", "ccomp", "parataxis") && !(t.rel(v, "ccomp", "parataxis") && n > 0):
			v = t.Tokens[v].Head
		default:
			return -1, false
		}
		if v >= 0 && t.Tokens[v].UPOS != "VERB" && t.Tokens[v].UPOS != "AUX" && t.kid(v, "nsubj", "cop") < 0 {
			return -1, false
		}
	}
	return -1, false
}

// nearestSubject returns the active subject of a verb, -1 without one. Where
// a parser finds two, the one next to the verb is meant: the other one stands
// in a fronted quotation.
func (r *reader) nearestSubject(t *tree, v int) int {
	best := -1
	for _, k := range t.kids[v] {
		if t.rel(k, "nsubj") && !t.rel(k, "nsubj:pass") && !r.lex.is("time", t.lemma(k)) && (best < 0 || abs(k-v) < abs(best-v)) {
			best = k
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// sourceSpan returns the whole noun phrase of a source, cut where it would
// swallow the cue.
func (r *reader) sourceSpan(t *tree, head, cueHead int) stretch {
	s := t.sub(head)
	if s.has(cueHead) {
		if cueHead > head {
			s.last = max(head+1, min(s.last, t.lo[cueHead]))
			s.last = min(s.last, cueHead)
		} else {
			s.first = min(head, max(s.first, cueHead+1))
		}
	}
	return r.mendSource(t, s, head, cueHead)
}

// trimSource drops what introduces a noun phrase and punctuation behind it.
func (t *tree) trimSource(s stretch, head int) stretch {
	for s.first < head && (!t.isWord(s.first) || t.rel(s.first, "cc", "mark") || t.rel(s.first, "case") && t.Tokens[s.first].Head == head) {
		s.first++
	}
	for s.last > head+1 && !t.isWord(s.last-1) && t.Tokens[s.last-1].Form != ")" {
		s.last--
	}
	return s
}

// mendSource mends what parsers get wrong about sources right before a cue:
// the end of a quotation or a dateline taken in, the second half of a name or
// title left out ("police chief | Ann Lee said").
func (r *reader) mendSource(t *tree, s stretch, head, cueHead int) stretch {
	if head < cueHead {
		for i := s.first; i < cueHead; i++ {
			if i >= s.last && t.isWord(i) && !nominal(t, i) {
				break
			}
			if (r.isDash(t, i) || r.endsQuote(t, i)) && i+1 < cueHead && t.Tokens[i+1].Head >= 0 && r.nominalUntil(t, i+1, cueHead) > i+1 {
				s = stretch{i + 1, max(s.last, r.nominalUntil(t, i+1, cueHead))}
				head = s.last - 1
			}
		}
		for at := s.first; at > 0 && nominal(t, at-1) || at > 0 && at < s.first && r.endsQuote(t, at-1); at-- {
			if r.endsQuote(t, at-1) {
				s.first = at // a title between the quotation and the name
				break
			}
		}
		if end := r.nominalUntil(t, s.last, cueHead); end > s.last && end == r.cueStart(t, cueHead) {
			s.last = end
		}
	}
	return t.trimSource(s, max(s.first, min(head, s.last-1)))
}

// isDash reports whether token i is a dash between blanks, no hyphen.
func (r *reader) isDash(t *tree, i int) bool {
	return i > 0 && t.words[i].dash && t.Tokens[i].Start > t.Tokens[i-1].End && i+1 < len(t.Tokens) && t.Tokens[i+1].Start > t.Tokens[i].End
}

// endsQuote reports whether token i closes a quotation of a few words.
func (r *reader) endsQuote(t *tree, i int) bool {
	if !r.atMark(t, i) {
		return false
	}
	q := quoteAt(r.quotes, t.Tokens[i].Start)
	return q >= 0 && r.quotes[q].End == t.Tokens[i].End && wordsIn(r.ling.Text[r.quotes[q].Start:r.quotes[q].End]) > 2
}

// nominal reports whether a token can stand in a bare noun phrase.
func nominal(t *tree, i int) bool {
	switch t.Tokens[i].UPOS {
	case "NOUN", "PROPN", "NUM", "ADJ", "DET", "PRON":
		return true
	}
	return false
}

// nominalUntil returns the end of the run of nominal tokens that begins at a
// token, before a limit.
func (r *reader) nominalUntil(t *tree, from, limit int) int {
	for from < limit && nominal(t, from) && t.Tokens[from].UPOS != "PRON" {
		from++
	}
	return from
}

// cueStart returns the first token of a verb cue.
func (r *reader) cueStart(t *tree, v int) int {
	for v > 0 && t.Tokens[v-1].UPOS == "AUX" {
		v--
	}
	return v
}

// agent returns the "by" phrase of a passive verb, or -1.
func (t *tree) agent(v int) int {
	for _, k := range t.kids[v] {
		if t.rel(k, "obl") && t.caseOf(k) == "by" {
			return k
		}
	}
	return -1
}

// besideCue returns the head and the stretch of the noun phrase that fills the
// space between a quotation and a verb without a subject, or follows such a
// verb: the parser has taken it for something else. The head is -1 if there
// is none.
func (r *reader) besideCue(t *tree, v int) (int, stretch) {
	end := r.cueStart(t, v)
	at := end
	for at > 0 && end-at < 25 && !r.endsQuote(t, at-1) && t.Tokens[at-1].UPOS != "VERB" && t.Tokens[at-1].UPOS != "AUX" {
		at--
	}
	none := stretch{}
	if at == end && at > 0 { // "…," said Ann Lee
		if last := r.nominalUntil(t, v+1, len(t.Tokens)); last > v+1 && t.Tokens[last-1].UPOS != "DET" {
			return last - 1, stretch{v + 1, last}
		}
		return -1, none
	}
	if at == end || at > 0 && !r.endsQuote(t, at-1) || !nominal(t, at) {
		return -1, none
	}
	last := r.nominalUntil(t, at, end)
	if last == at || t.Tokens[last-1].UPOS == "DET" || t.Tokens[last-1].UPOS == "ADJ" || last < end && t.isWord(last) {
		return -1, none
	}
	return last - 1, t.trimSource(stretch{at, end}, last-1)
}
