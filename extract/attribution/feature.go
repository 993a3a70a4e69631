package attribution

import (
	"strings"

	"dyad/extract/nlp"
)

// cueFeatures describes a candidate to the cue model: words one or two at a
// time and relations, nothing longer, so that weights spell out no text.
func (r *reader) cueFeatures(b *bag, c *candidate) {
	t, h := c.tree, c.head
	tok := &t.Tokens[h]
	lemma, upos, xpos, rel := t.lemma(h), tok.UPOS, tok.XPOS, tok.DepRel
	lex, src := lexType(c), sourceType(c)
	b.add("bias")
	b.add("rule=", c.rule)
	b.add("lex=", lex)
	b.add("lex+rule=", lex, c.rule)
	b.add("lemma=", lemma, upos)
	b.add("lemma+rule=", lemma, c.rule)
	b.add("lemma+src=", lemma, src)
	b.add("src=", src)
	b.add("src+rule=", src, c.rule)
	b.add("xpos=", xpos)
	b.add("rel=", rel)
	b.add("xpos+rule=", xpos, c.rule)
	b.add("rel+rule=", rel, c.rule)
	b.add("lemma+rel=", lemma, rel)
	b.add("lemma+xpos=", lemma, xpos)
	b.add("lex+xpos=", lex, xpos)
	b.add("lex+rel=", lex, rel)
	b.add("lex+src=", lex, src)
	b.add("suffix=", suffix(lemma, 3), upos)
	b.add("prev=", t.lower(h-1))
	b.add("next=", t.lower(h+1))
	b.add("nextpos=", t.upos(h+1), upos)
	b.add("next2=", t.lower(h+2))
	b.add("prev2=", t.lower(h-2))
	b.add("lemma+next=", lemma, t.lower(h+1))
	b.add("lemma+prev=", lemma, t.lower(h-1))
	b.add("depth=", bucket(t.depth[h]))
	b.add("size=", bucket(c.size()/12))
	b.add("size+rule=", bucket(c.size()/12), c.rule)
	b.add("where=", bucket(h))
	if c.prep != "" {
		b.add("prep=", c.prep)
		b.add("lemma+prep=", lemma, c.prep)
	}
	if c.direct {
		b.add("direct")
		b.add("direct+lex=", lex)
	}
	if c.quoted {
		b.add("quoted")
		b.add("quoted+rule=", c.rule)
		b.add("quoted+lex=", lex)
	}
	if c.passive {
		b.add("passive")
		b.add("passive+lemma=", lemma)
	}
	if t.Headline {
		b.add("headline+rule=", c.rule)
		b.add("headline+lex=", lex)
	}
	r.sourceWords(b, c)
	r.kidWords(b, c, lex)
	r.outerWords(b, c, lemma, lex)
	r.quoteWords(b, c)
}

// lexType sums up what the lexicon knows of a cue word.
func lexType(c *candidate) string {
	lex := "unknown"
	if c.entry != nil {
		lex = c.entry.pos + "-" + c.entry.kind
	}
	if c.loose {
		lex += "-loose"
	}
	return lex
}

// sourceWords describes the source. Names are left out: they would tie the
// model to its year.
func (r *reader) sourceWords(b *bag, c *candidate) {
	t, h := c.tree, c.sourceHead
	if h < 0 {
		return
	}
	if t.Tokens[h].UPOS != "PROPN" {
		b.add("srchead=", t.lemma(h))
		b.add("srchead+rule=", t.lemma(h), c.rule)
	}
	b.add("srcpos=", t.Tokens[h].UPOS)
	if t.Tokens[h].Head == c.head {
		b.add("srcrel=", t.Tokens[h].DepRel)
	} else {
		b.add("srcfar=", t.Tokens[h].DepRel, t.Tokens[c.head].DepRel)
	}
	if h < c.head {
		b.add("srcside=", "<", c.rule)
	} else {
		b.add("srcside=", ">", c.rule)
	}
}

// kidWords describes what hangs on the cue word.
func (r *reader) kidWords(b *bag, c *candidate, lex string) {
	t, h := c.tree, c.head
	lemma := t.lemma(h)
	for _, k := range t.kids[h] {
		rel, side := t.Tokens[k].DepRel, "<"
		if k > h {
			side = ">"
		}
		switch {
		case t.rel(k, "punct"):
			continue
		case t.rel(k, "aux", "cop", "mark", "advmod", "compound:prt", "expl", "cc"):
			b.add("kid=", rel, side, t.lemma(k))
			if t.rel(k, "compound:prt", "aux") {
				b.add("lemma+prt=", lemma, t.lemma(k))
			}
		case t.rel(k, "obj", "iobj"):
			b.add("kid=", rel, side)
			b.add("obj=", t.lemma(k))
			b.add("objpos=", t.Tokens[k].UPOS, lex)
			b.add("lemma+obj=", lemma, t.lemma(k))
			b.add("objtype=", t.nounType(k), lex)
			if r.lex.nouns[t.lemma(k)] != nil {
				b.add("objcue")
				b.add("objcue+lemma=", lemma)
			}
		case t.rel(k, "obl", "nmod"):
			b.add("kid=", rel, side, t.caseOf(k))
			b.add("lemma+case=", lemma, t.caseOf(k))
			b.add("lex+case=", lex, t.caseOf(k))
		case t.rel(k, "ccomp", "xcomp", "advcl", "acl"):
			b.add("kid=", rel, side)
			b.add("clause=", rel, t.lower(t.lo[k]))
			b.add("clausepos=", rel, t.Tokens[k].XPOS)
			b.add("lemma+kid=", lemma, rel+side)
			b.add("lex+kid=", lex, rel+side)
		default:
			b.add("kid=", rel, side)
			b.add("lemma+kid=", lemma, rel+side)
		}
	}
}

// outerWords describes what the cue word hangs on: a word that is a cue
// itself has most likely the whole clause as its content.
func (r *reader) outerWords(b *bag, c *candidate, lemma, lex string) {
	t, h := c.tree, c.head
	g := t.Tokens[h].Head
	if g < 0 {
		return
	}
	b.add("head=", t.lemma(g))
	b.add("headpos=", t.Tokens[g].UPOS, t.Tokens[h].DepRel)
	b.add("lemma+head=", lemma, t.lemma(g))
	b.add("lex+headpos=", lex, t.Tokens[g].UPOS, t.Tokens[h].DepRel)
	for n := 0; g >= 0 && n < 8; g, n = t.Tokens[g].Head, n+1 {
		e := r.lex.verbs[t.lemma(g)]
		if t.Tokens[g].UPOS != "VERB" || e == nil {
			continue
		}
		side := "<"
		if g > h {
			side = ">"
		}
		b.add("under=", e.kind, side, bucket(n))
		b.add("under+lex=", e.kind, side, lex)
		b.add("underlemma=", t.lemma(g), side)
		break
	}
}

// quoteWords describes where the quotation marks of the sentence stand.
func (r *reader) quoteWords(b *bag, c *candidate) {
	t := c.tree
	if c.cue == nil {
		return
	}
	last := c.cue[0].last - 1
	if q := r.quoteBehind(t.Tokens[last].End); q >= 0 {
		b.add("quote-behind")
		b.add("quote-behind+rule=", c.rule)
	}
	if q := r.quoteBefore(t.Tokens[c.first()].Start); q >= 0 {
		b.add("quote-before")
		b.add("quote-before+rule=", c.rule)
	}
}

// nounType sorts nominals: person, organisation, place, other name, pronoun,
// noun.
func (t *tree) nounType(i int) string {
	for _, e := range t.Entities {
		if e.First <= i && i < e.Last {
			return e.Type
		}
	}
	tok := &t.Tokens[i]
	if tok.UPOS == "PRON" {
		return "pron-" + strings.ToLower(tok.Form)
	}
	return strings.ToLower(tok.UPOS)
}

// sourceType sorts sources: none, pronoun, relative, person, organisation,
// place, other name, noun.
func sourceType(c *candidate) string {
	if c.sourceHead < 0 {
		return "none"
	}
	t, tok := c.tree, &c.tree.Tokens[c.sourceHead]
	if e := t.entityAt(c.sourceHead, c.source); e != nil {
		return strings.Replace(e.Type, "LOC", "ORG", 1) // a country that speaks is a body
	}
	switch {
	case tok.UPOS == "PRON" && strings.HasPrefix(tok.XPOS, "W"):
		return "relative"
	case tok.UPOS == "PRON":
		return "pron-" + strings.ToLower(tok.Form)
	case tok.UPOS == "PROPN":
		return "name"
	}
	return strings.ToLower(tok.UPOS)
}

// entityAt returns the named entity that covers token i inside a stretch.
func (t *tree) entityAt(i int, s stretch) *nlp.Entity {
	for k := range t.Entities {
		if e := &t.Entities[k]; e.First < s.last && s.first < e.Last && e.First <= i && i < e.Last {
			return e
		}
	}
	return nil
}

// upos is the part of speech of a token, "" outside the sentence.
func (t *tree) upos(i int) string {
	if i < 0 || i >= len(t.Tokens) {
		return ""
	}
	return t.Tokens[i].UPOS
}

// suffix returns the last n bytes of a word.
func suffix(s string, n int) string { return s[max(0, len(s)-n):] }

// bucket coarsens a count.
func bucket(n int) string {
	for i, edge := range []int{0, 1, 2, 3, 5, 8, 12, 20} {
		if n <= edge {
			return bucketNames[i : i+1]
		}
	}
	return "z"
}

const bucketNames = "abcdefghijklmnopqrstuvwxyz"
