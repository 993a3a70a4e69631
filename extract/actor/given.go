package actor

import "dyad/schema"

// applyGiven puts the actor spans that the input names in place: they win over
// whatever was found there, and keep their ids.
func (rd *reading) applyGiven() {
	for _, g := range rd.doc.Article.Given {
		si, first, last := rd.tokensOf(g.Span)
		if si < 0 {
			continue
		}
		s := rd.sents[si]
		m := &mention{kind: mGiven, sent: si, first: first, last: last, nameFirst: first, nameLast: last, head: s.headOf(first, last), rule: "given", confidence: 1, ids: []string{g.ID}}
		m.span = g.Span
		found := rd.overlapping(s, first, last)
		a := &schema.Actor{ID: g.ID, Name: rd.doc.Article.Text[g.Start:g.End], Kind: schema.KindOrganization, Given: true}
		if o := covering(found, first, last); o != nil {
			m.locative, m.modifier = o.locative, o.modifier
			if b := rd.actors[o.ids[0]]; b != nil {
				rd.likeResolved(a, b)
			}
		}
		for _, o := range found {
			o.hidden = true
			rd.renameAll(o, a, m)
		}
		rd.put(a)
		s.mentions = append(s.mentions, m)
	}
}

// likeResolved copies what is known of the actor that the span resolves to.
func (rd *reading) likeResolved(a, b *schema.Actor) {
	if b.Given {
		b2 := *b
		b2.Mentions, b2.Aliases = nil, nil
		b = &b2
		a.ResolvesTo = b.ResolvesTo
	} else if !b.Generic {
		a.ResolvesTo = b.ID
	}
	a.Name, a.Kind, a.Code, a.Sector, a.Country, a.Role, a.Roles = b.Name, b.Kind, b.Code, b.Sector, b.Country, b.Role, b.Roles
	a.Undated, a.Wikidata, a.PossiblySameAs = b.Undated, b.Wikidata, b.PossiblySameAs
}

// renameAll lets pronouns and take-ups of the covered actor follow the given
// id, where the given span covers the same head.
func (rd *reading) renameAll(o *mention, a *schema.Actor, m *mention) {
	if o.head != m.head || len(o.ids) != 1 {
		return
	}
	old := o.ids[0]
	for _, x := range rd.allMentions() {
		if x != o && x.kind == mPronoun && len(x.ids) == 1 && x.ids[0] == old && x.after(m) && x.sent-m.sent <= 2 {
			x.ids = []string{a.ID}
		}
	}
}

// tokensOf returns sentence and tokens that a span of the text touches, -1 if
// it lies outside what was analysed.
func (rd *reading) tokensOf(span schema.Span) (si, first, last int) {
	for i, s := range rd.sents {
		if span.Start >= s.End || span.End <= s.Start {
			continue
		}
		first, last = -1, -1
		for j := range s.Tokens {
			if s.Tokens[j].End > span.Start && s.Tokens[j].Start < span.End {
				if first < 0 {
					first = j
				}
				last = j + 1
			}
		}
		if first >= 0 {
			return i, first, last
		}
	}
	return -1, 0, 0
}

// overlapping returns the resolved mentions that touch the tokens, in order.
func (rd *reading) overlapping(s *sentence, first, last int) []*mention {
	var out []*mention
	for _, o := range s.mentions {
		if o.first < last && o.last > first && !o.hidden && len(o.ids) > 0 && o.kind != mGiven {
			out = append(out, o)
		}
	}
	return out
}

// covering returns the mention that fits the tokens best: the same name, else
// one with the same words, else the longest.
func covering(list []*mention, first, last int) *mention {
	var best *mention
	for _, o := range list {
		if o.first == first && o.last == last || o.nameFirst == first && o.nameLast == last {
			return o
		}
		if best == nil || o.last-o.first > best.last-best.first {
			best = o
		}
	}
	return best
}
