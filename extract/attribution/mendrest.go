package attribution

import (
	"strings"

	"dyad/schema"
)

// beforeDay gives a statement whose content is no more than its day what stands
// before its source: "The pier is open, the council said | on Friday".
func (r *reader) beforeDay(c *candidate) {
	t, first := c.tree, c.first()
	i := r.beginsBehindTime(c)
	if i < 0 || len(c.content) != 1 || first < 5 || t.Tokens[first-1].Form != "," {
		return
	}
	told := r.lex.is("addressed", t.lemma(c.head))
	end := t.tokenAt(c.content[0].End-1) + 1
	if t.Tokens[i].UPOS == "ADP" && r.lex.is("occasion", t.lower(i)) && !c.entry.takes(frameObject) && !c.isPronoun("who", "which", "that") && !t.finiteIn(i, end) && t.finiteIn(0, first) && quoteAt(r.quotes, t.Tokens[i].Start) < 0 {
		c.content = nil
		r.setContent(c, stretch{0, first}) // "…, the mayor said | at a meeting on the fares"
		return
	}
	for ; i < len(t.Tokens) && t.Tokens[i].Start < c.content[0].End; i++ {
		if told && (t.Tokens[i].UPOS == "PROPN" || t.Tokens[i].UPOS == "NOUN" && r.lex.is("audience", t.lemma(i))) {
			continue // "…, the mayor informed | the council on Monday"
		}
		if t.isWord(i) && t.Tokens[i].UPOS != "ADP" && t.Tokens[i].UPOS != "NUM" && t.Tokens[i].UPOS != "DET" && !r.lex.is("time", t.lemma(i)) && !r.lex.is("day", t.lower(i)) {
			return
		}
	}
	if t.finiteIn(0, first) {
		c.content = nil
		r.setContent(c, stretch{0, first})
	}
}

// beginsBehindTime returns where a content begins right behind the cue, or behind the day
// of the statement: "said | on Monday, | at a meeting".
func (r *reader) beginsBehindTime(c *candidate) int {
	if i := r.beginsAt(c); i >= 0 {
		return i
	}
	t := c.tree
	i, from := t.tokenAt(c.content[0].Start), max(c.cue[0].last, c.sourceEnd())
	if i <= from || from <= c.head || c.content[0].Start > t.End {
		return -1
	}
	for k := from; k < i; k++ {
		if t.isWord(k) && t.lower(k) != "on" && t.Tokens[k].UPOS != "NUM" && !r.lex.is("day", t.lower(k)) && !r.lex.is("time", t.lemma(k)) {
			return -1
		}
	}
	return i
}

// withFact begins a content with "the fact" that its "that" hangs on: "denied | the
// fact that the pier is old".
func (r *reader) withFact(c *candidate) {
	t := c.tree
	i := t.tokenAt(c.content[0].Start)
	if i < 2 || t.lower(i) != "that" || t.Tokens[i].Start != c.content[0].Start || !r.lex.is("fact", t.lower(i-1)) || t.lower(i-2) != "the" || i-2 < max(c.cue[0].last, c.sourceEnd()) {
		return
	}
	c.content = append([]schema.Span{{Start: t.Tokens[i-2].Start, End: c.content[0].End}}, c.content[1:]...)
}

// maxManner bounds the words that tell how something was said.
const maxManner = 4

// withoutManner cuts how it was said between a quotation and its source: "We won"
// | with wet eyes | she said.
func (r *reader) withoutManner(c *candidate) {
	t := c.tree
	for n, s := range c.content {
		q := quoteAt(r.quotes, s.Start)
		if q < 0 || r.quotes[q].Start != s.Start || r.quotes[q].End >= s.End || s.End > t.Tokens[c.first()].Start || t.tokenAt(s.End) != c.first() {
			continue
		}
		first := t.tokenAt(r.quotes[q].End)
		if wordsIn(r.ling.Text[r.quotes[q].End:s.End]) > maxManner || first < 0 || t.Tokens[first].UPOS != "ADP" || t.finiteIn(first, c.first()) {
			continue
		}
		content := append([]schema.Span(nil), c.content...)
		content[n].End = r.quotes[q].End
		c.content = content
	}
}

// withoutDayBehind cuts the day of the statement behind the quotation that a content
// ends with: called on them “to wait” | on Friday.
func (r *reader) withoutDayBehind(c *candidate) {
	t, n := c.tree, len(c.content)-1
	end := t.tokenAt(c.content[n].End-1) + 1
	if c.content[n].End > t.End || end < 4 {
		return
	}
	i := end
	for i > 0 && (r.lex.is("day", t.lower(i-1)) || t.Tokens[i-1].UPOS == "NUM" || r.lex.is("time", t.lemma(i-1))) {
		i--
	}
	if i == end || i < 3 || t.lower(i-1) != "on" || !r.atMark(t, i-2) || t.Tokens[i-2].End <= c.content[n].Start+1 {
		return
	}
	content := append([]schema.Span(nil), c.content...)
	content[n].End = t.Tokens[i-2].End
	c.content = content
}

// betweenDashes ends a statement that begins behind a dash at the next one: "The
// pier is old — the mayor said it would last — but it broke".
func (r *reader) betweenDashes(c *candidate) {
	t, first := c.tree, c.first()
	i := r.beginsAt(c)
	if i < 0 || first == 0 || !r.isDash(t, first-1) {
		return
	}
	for i++; i < len(t.Tokens) && t.Tokens[i].Start < c.content[0].End; i++ {
		if r.isDash(t, i) && quoteAt(r.quotes, t.Tokens[i].Start) < 0 {
			c.content = []schema.Span{{Start: c.content[0].Start, End: t.Tokens[i-1].End}}
			return
		}
	}
}

// withoutCredit cuts the document that a content ends with: "The king noted the
// need for talks |, according to a statement of the court".
func (r *reader) withoutCredit(c *candidate, weighed []*candidate) {
	t, last := c.tree, len(c.content)-1
	for _, o := range weighed {
		if o == c || o.tree != t || o.rule != "phrase" || o.head <= c.head || t.Tokens[o.head-1].Form != "," || !covers(c.content[last:], o.at) {
			continue
		}
		if strings.Trim(r.ling.Text[t.Tokens[o.source.last-1].End:max(c.content[last].End, t.Tokens[o.source.last-1].End)], " .") != "" {
			continue
		}
		content := append([]schema.Span(nil), c.content...)
		if content[last].End = t.Tokens[o.head-2].End; content[last].Start < content[last].End {
			c.content = content
		}
		return
	}
}

// withoutHearer cuts who is spoken to before a clause: "told | the council | the ferry
// had been sold", "told | investors in a call | that sales were good".
func (r *reader) withoutHearer(c *candidate) {
	t, i := c.tree, r.beginsAt(c)
	if i < 0 || i != c.cue[0].last || !r.lex.is("addressed", t.lemma(c.head)) {
		return
	}
	if form := t.Tokens[i].Form; t.lemma(c.head) == "tell" && t.Tokens[i].UPOS == "PROPN" && len(form) > 1 && strings.ToUpper(form) == form && i+2 < len(t.Tokens) && (nominal(t, i+1) || t.Tokens[i+1].UPOS == "ADJ") && t.Tokens[i+1].UPOS != "PROPN" && t.tellsPlainly(i, t.tokenAt(c.content[0].End-1)+1) {
		c.beginAt(i + 1) // "told | AFP | ferries were late"
		return
	}
	if c.rule == "infinitive" {
		return
	}
	k := i + 1
	for k < len(t.Tokens) && (t.Tokens[k].UPOS == "NOUN" || t.Tokens[k].UPOS == "PROPN" || t.Tokens[k].UPOS == "ADJ") {
		k++
	}
	if k+1 >= len(t.Tokens) || !r.lex.is("audience", t.lemma(k-1)) && t.Tokens[k-1].UPOS != "PROPN" {
		return
	}
	at := k
	if t.Tokens[k].UPOS != "DET" && t.Tokens[k].XPOS != "PRP" {
		for at < len(t.Tokens) && at < k+maxSkipped && !(t.lower(at) == "that" && t.opensClause(at)) {
			if t.Tokens[at].UPOS == "PART" {
				return
			}
			at++
		}
		if at >= len(t.Tokens) || at == k+maxSkipped || t.finiteIn(i, at) {
			return
		}
	}
	if t.Tokens[at].Start < c.content[0].End && t.finiteIn(at, t.tokenAt(c.content[0].End-1)+1) {
		c.beginAt(at)
	}
}

// tellsPlainly reports whether the first verb of a stretch is no infinitive: "AFP old
// ferries run late", not "AFP editors to wait".
func (t *tree) tellsPlainly(first, end int) bool {
	for i := first; i < end; i++ {
		switch {
		case t.isFinite(i):
			return true
		case t.Tokens[i].XPOS == "TO":
			return false
		case t.Tokens[i].UPOS == "VERB" && t.Tokens[i].XPOS == "VB":
			return true
		}
	}
	return false
}

// withoutMain ends what was said when something happened before what happened:
// "When the mayor said that the pier was closed |, there was applause".
func (r *reader) withoutMain(c *candidate) {
	t, i := c.tree, r.beginsAt(c)
	if i < 0 || len(c.content) != 1 || !r.lex.is("when", t.lower(0)) || c.source.empty() || c.first() > 12 || t.finiteIn(0, c.first()) {
		return
	}
	for k := i + 2; k+2 < len(t.Tokens) && t.Tokens[k].Start < c.content[0].End; k++ {
		if t.Tokens[k].Form != "," && !r.isDash(t, k) || !t.finiteIn(i, k) || !t.opensMain(k+1) || quoteAt(r.quotes, t.Tokens[k].Start) >= 0 {
			continue
		}
		c.content = []schema.Span{{Start: c.content[0].Start, End: t.Tokens[k-1].End}}
		return
	}
}

// opensMain reports whether a clause begins at a token: a subject, and a finite verb
// before the next comma.
func (t *tree) opensMain(i int) bool {
	if !nominal(t, i) || t.isRelative(i) {
		return t.lower(i) == "there"
	}
	for k := i + 1; k < len(t.Tokens) && k < i+8; k++ {
		switch {
		case t.isFinite(k):
			return true
		case !t.isWord(k) && t.Tokens[k].Form != "-" || t.Tokens[k].UPOS == "CCONJ" || t.Tokens[k].UPOS == "SCONJ":
			return false
		}
	}
	return false
}

// withoutVenue cuts where it was said behind a content without a verb: "announced a
// new law | in his speech at the fair on Saturday".
func (r *reader) withoutVenue(c *candidate) {
	t, i := c.tree, r.beginsAt(c)
	if i < 0 || len(c.content) != 1 || c.rule != "object" || c.content[0].End > t.End {
		return
	}
	end := t.tokenAt(c.content[0].End-1) + 1
	if t.finiteIn(i, end) {
		return
	}
	for k := i + 1; k+1 < end; k++ {
		if t.Tokens[k].UPOS != "ADP" || t.lower(k) != "in" && t.lower(k) != "during" && t.lower(k) != "at" {
			continue
		}
		n := k + 1
		for n < end && (t.Tokens[n].UPOS == "DET" || t.Tokens[n].UPOS == "ADJ" || t.Tokens[n].UPOS == "PRON" || t.Tokens[n].UPOS == "NUM") {
			n++
		}
		if n < end && n > k+1 && t.Tokens[n].UPOS == "NOUN" && r.lex.is("venue", t.lemma(n)) && t.lower(n+1) != "of" {
			c.content = []schema.Span{{Start: c.content[0].Start, End: t.Tokens[k-1].End}}
			return
		}
	}
}

// withoutGloss cuts whom the reporter says that a speaker meant: "the rule is over |,
// apparently referring to two families".
func (r *reader) withoutGloss(c *candidate) {
	t, i := c.tree, r.beginsAt(c)
	if i < 0 || len(c.content) != 1 {
		return
	}
	for k := i + 2; k+2 < len(t.Tokens) && t.Tokens[k].Start < c.content[0].End; k++ {
		if t.Tokens[k].XPOS != "VBG" || !r.lex.is("gloss", t.lemma(k)) || t.lower(k+1) != "to" || quoteAt(r.quotes, t.Tokens[k].Start) >= 0 {
			continue
		}
		e := k
		for e > i && (t.Tokens[e-1].UPOS == "ADV" || !t.isWord(e-1) && !r.atMark(t, e-1)) {
			e--
		}
		if (e < k || t.rel(k, "advcl")) && t.finiteIn(i, e) {
			c.content = []schema.Span{{Start: c.content[0].Start, End: t.Tokens[e-1].End}}
		}
		return
	}
}

// withoutAudience cuts to whom something without a verb was told: "told this | to
// reporters on Monday", "complained about him | to the elders".
func (r *reader) withoutAudience(c *candidate) {
	t, i := c.tree, r.beginsAt(c)
	if i < 0 {
		i = t.tokenAt(c.content[0].Start)
	}
	if i <= c.head || len(c.content) != 1 || c.rule != "object" && c.rule != "preposition" && c.rule != "rest" || c.content[0].End > t.End {
		return
	}
	end := t.tokenAt(c.content[0].End-1) + 1
	if c.rule != "preposition" && t.lower(i) == "this" && i+1 < end && t.Tokens[i+1].UPOS == "ADP" {
		c.content = []schema.Span{{Start: c.content[0].Start, End: t.Tokens[i].End}}
		return
	}
	if !r.lex.is("tells-to", t.lemma(c.head)) {
		return
	}
	for k := i + 1; k+1 < end; k++ {
		if t.isFinite(k) || r.atMark(t, k) {
			return
		}
		if t.lower(k) != "to" || t.Tokens[k].UPOS != "ADP" {
			continue
		}
		n := k + 1
		for n+1 < end && nominal(t, n) && nominal(t, n+1) {
			n++
		}
		if r.lex.is("audience", t.lemma(n)) || r.lex.is("human", t.lemma(n)) || t.typeAt(n) == "PER" {
			c.content = []schema.Span{{Start: c.content[0].Start, End: t.Tokens[k-1].End}}
		}
		return
	}
}

// withoutMeanwhile drops what the speaker did meanwhile behind a clause and its act:
// "The pier is safe, Lee said |, while denying other charges".
func (r *reader) withoutMeanwhile(c *candidate) {
	t, n := c.tree, len(c.content)-1
	r.beforeMeanwhile(c)
	if n < 1 || c.content[n].Start >= t.End || c.content[n].Start < t.Start {
		return
	}
	i := t.tokenAt(c.content[n].Start)
	if i < max(c.cue[0].last, c.sourceEnd()) || i+1 >= len(t.Tokens) || !r.lex.is("meanwhile", t.lower(i)) || t.Tokens[i+1].XPOS != "VBG" {
		return
	}
	c.content = append([]schema.Span(nil), c.content[:n]...)
}

// beforeMeanwhile cuts what else the speaker said meanwhile behind a quotation: said “the
// pier is safe,” | while calling the ferry “a wreck”.
func (r *reader) beforeMeanwhile(c *candidate) {
	t, n := c.tree, len(c.content)-1
	first, end := t.tokenAt(c.content[n].Start), t.tokenAt(c.content[n].End-1)+1
	if first < 0 || c.content[n].End > t.End {
		return
	}
	for i := first + 3; i+2 < end; i++ {
		if t.lower(i) != "while" || t.Tokens[i+1].XPOS != "VBG" || !r.atMark(t, i-1) || !t.finiteIn(first, i) {
			continue
		}
		c.content = append(append([]schema.Span(nil), c.content[:n]...), schema.Span{Start: c.content[n].Start, End: t.Tokens[i-1].End})
		return
	}
}

// behindSaying begins a content with what was said, not with how: "responded | by saying
// that | it rained".
func (r *reader) behindSaying(c *candidate) {
	t, i := c.tree, r.beginsAt(c)
	if i < 0 || i+3 >= len(t.Tokens) || t.lower(i) != "by" || t.Tokens[i+1].XPOS != "VBG" {
		return
	}
	if entry := r.lex.verbs[t.lemma(i+1)]; entry == nil || entry.kind != schema.KindSpeech || !entry.takes(frameClause) {
		return
	}
	c.beginAt(i + 2)
}
