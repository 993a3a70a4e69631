package attribution

import "dyad/internal/loglinear"

// actFeatures describes how source and cue are set off from a reading.
func (r *reader) actFeatures(b *loglinear.Bag, o *candidate) {
	t := o.tree
	first, last := o.first(), o.cue[0].last
	if !o.source.empty() {
		last = max(last, o.source.last)
	}
	before, after := t.markAt(first-1), t.markAt(last)
	b.Add("act=", before, after, o.rule)
	b.Add("act+parts=", before, after, bucket(len(o.content)))
	if x := t.phraseAt(o.cue[0].last); x >= 0 && o.content[0].Start > t.Tokens[x].Start && t.Tokens[x].Head == o.head {
		b.Add("skip=", t.Tokens[x].DepRel, o.rule)
		b.Add("skip+lemma=", t.Tokens[x].DepRel, t.lemma(o.head))
	}
}

// markAt returns the punctuation mark at a token, "w" for a word, "" outside
// the sentence.
func (t *tree) markAt(i int) string {
	switch {
	case i < 0 || i >= len(t.Tokens):
		return ""
	case t.isWord(i):
		return "w"
	}
	return t.Tokens[i].Form
}

// finiteness says whether a content has a finite verb: in a main clause, in a
// subordinate clause only, or none.
func (o *candidate) finiteness() string {
	t, out := o.tree, "none"
	for i := range t.Tokens {
		if !t.isFinite(i) || !covers(o.content, t.Tokens[i].Start) {
			continue
		}
		h := i
		if t.rel(i, "aux", "cop") && t.Tokens[i].Head >= 0 {
			h = t.Tokens[i].Head
		}
		if m := t.kid(h, "mark"); !t.rel(h, "advcl", "acl") && (m < 0 || t.lower(m) == "that") {
			return "main"
		}
		out = "sub"
	}
	return out
}

// coordination describes what a conjunction joins: the tags of both sides and
// whether the second has a subject of its own.
func (t *tree) coordination(b *loglinear.Bag, name string, cc int, where, comma string) {
	x := t.Tokens[cc].Head
	if x < 0 || t.Tokens[x].Head < 0 {
		return
	}
	own := "bare"
	if k := t.kid(x, "nsubj"); k >= 0 && k < x {
		own = t.Tokens[k].UPOS
	}
	b.Add(name+"=", t.Tokens[t.Tokens[x].Head].XPOS, t.Tokens[x].XPOS, where)
	if where != "" {
		b.Add(name+"+own=", own, where, comma)
	}
	b.Add(name+"+word=", t.lower(cc), own, where)
}

// subjectPlace says where the subject of a finite verb behind a content is:
// in the content, in the source, elsewhere or nowhere.
func (t *tree) subjectPlace(v, first int, o *candidate) string {
	if t.rel(v, "aux", "cop") && t.Tokens[v].Head >= 0 {
		v = t.Tokens[v].Head
	}
	switch k := t.kid(v, "nsubj"); {
	case k < 0:
		return "none"
	case o.source.has(k):
		return "source"
	case k >= first && k < v:
		return "in"
	}
	return "else"
}

// edges are where a content begins and ends in the sentence of its cue: its first
// word and its last token. It may begin or end beyond that.
type edges struct {
	first, last int
	inside      bool
	side        string // of the cue on which it begins
}

// edges finds the edges of a content.
func (o *candidate) edges() edges {
	if len(o.content) == 0 {
		return edges{}
	}
	t, end := o.tree, o.content[len(o.content)-1].End
	e := edges{first: t.tokenAt(o.content[0].Start), last: -1, side: "<"}
	for i := range t.Tokens {
		if t.Tokens[i].Start < end {
			e.last = i
		}
	}
	e.inside = e.first >= 0 && e.last >= 0 && o.content[0].Start >= t.Start
	if e.first > o.head {
		e.side = ">"
	}
	for e.inside && e.first < e.last && !t.isWord(e.first) {
		e.first++
	}
	return e
}

// startFeatures describes the first word of a content and what stands before it.
func (r *reader) startFeatures(b *loglinear.Bag, o *candidate, e edges) {
	t, first, side := o.tree, e.first, e.side
	if !e.inside {
		b.Add("beyond=", o.rule)
		return
	}
	b.Add("start=", t.lower(first), side)
	b.Add("startpos=", t.upos(first), side, o.rule)
	b.Add("before=", t.lower(first-1), side)
	b.Add("start+lemma=", t.upos(first), side, t.lemma(o.head))
	b.Add("gap=", bucket(first-o.head), side)
}

// endFeatures describes the last word of a content and what stands behind it.
func (r *reader) endFeatures(b *loglinear.Bag, o *candidate, at edges) {
	if !at.inside {
		return
	}
	t, first, last, side, end := o.tree, at.first, at.last, at.side, o.content[len(o.content)-1].End
	b.Add("endword=", t.upos(last), o.end)
	for last > 0 && !t.isWord(last) {
		last--
	}
	e := last + 1
	comma := "tight"
	for e < len(t.Tokens) && !t.isWord(e) {
		comma = t.Tokens[e].Form
		e++
	}
	if e >= len(t.Tokens) {
		b.Add("end=", "sentence", o.rule)
		b.Add("end+end=", "sentence", o.end)
		r.keptFeatures(b, o, first, last)
		return
	}
	x, where := t.phraseAt(e), "up"
	rel, mark := "none", ""
	if x >= 0 {
		rel = t.Tokens[x].DepRel
		mark = t.lower(e)
		switch g := t.Tokens[x].Head; {
		case g >= first && g <= last:
			where = "in"
		case g == o.head:
			where = "cue"
		}
	}
	if t.rel(e, "cc") {
		mark = "cc"
		if x = t.Tokens[e].Head; x >= 0 {
			rel = "cc-" + t.Tokens[x].UPOS + "-" + t.Tokens[x].XPOS
			where = "up"
			if g := t.Tokens[x].Head; g >= first && g <= last {
				where = "in"
			} else if g == o.head {
				where = "cue"
			}
		}
	}
	beside, rule := loglinear.PartOf(side), loglinear.PartOf(o.rule)
	cut, place, way, set := loglinear.PartOf(rel), loglinear.PartOf(where), loglinear.PartOf(mark), loglinear.PartOf(comma)
	b.Join("cut=", &cut, &place, &set)
	b.Join("cut+side=", &cut, &place, &beside)
	b.Join("cut+mark=", &cut, &way, &set)
	b.Join("cut+where=", &place, &way, &set)
	b.Join("cut+rule=", &cut, &place, &rule)
	b.Join("cutword=", &way, &set)
	b.Add("cutpos=", t.upos(e), where, comma)
	b.Add("left=", bucket(len(t.Tokens)-1-last), o.end)
	if t.rel(e, "cc") {
		t.coordination(b, "cc", e, where, comma)
	}
	if t.isFinite(e) && comma != "tight" {
		b.Add("cutverb=", t.Tokens[e].XPOS, t.subjectPlace(e, first, o))
	}
	if q := quoteAt(r.quotes, t.Tokens[e].Start); q >= 0 && r.quotes[q].Start < end && !o.quoted {
		b.Add("cuts-quote")
	}
	r.keptFeatures(b, o, first, last)
}

// keptFeatures describes the phrases behind a comma or below the cue that a
// content keeps.
func (r *reader) keptFeatures(b *loglinear.Bag, o *candidate, first, last int) {
	t := o.tree
	for e := first + 1; e <= last; e++ {
		if !t.isWord(e) {
			continue
		}
		if t.rel(e, "cc") {
			t.coordination(b, "keepcc", e, "", "")
		}
		x := t.phraseAt(e)
		if x < 0 {
			continue
		}
		g := t.Tokens[x].Head
		comma := "tight"
		if !t.isWord(e - 1) {
			comma = t.Tokens[e-1].Form
		}
		switch {
		case g == o.head && x != first:
			b.Add("keep=", t.Tokens[x].DepRel, comma)
			b.Add("keepmark=", t.Tokens[x].DepRel, t.lower(e))
		case g < first:
			b.Add("keepup=", t.Tokens[x].DepRel, comma)
		case comma != "tight" && t.rel(x, "advcl", "parataxis", "conj", "acl"):
			b.Add("keepin=", t.Tokens[x].DepRel, comma)
			b.Add("keepword=", t.lower(e), comma)
		}
	}
}
