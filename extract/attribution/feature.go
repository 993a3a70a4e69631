package attribution

import (
	"strings"

	"dyad/extract/nlp"
	"dyad/internal/loglinear"
)

// cueFeatures describes a candidate to the cue model: words one or two at a
// time and relations, nothing longer, so that weights spell out no text.
func (r *reader) cueFeatures(b *loglinear.Bag, c *candidate) {
	p := r.parts(c)
	r.firstFeatures(b, c, p)
	r.furtherFeatures(b, c, p)
}

// cueParts are parts of the names of many features of a candidate.
type cueParts struct{ lemma, xpos, rel, lex, src, rule loglinear.Part }

// parts returns them, in room that is used again for the next candidate.
func (r *reader) parts(c *candidate) *cueParts {
	tok := &c.tree.Tokens[c.head]
	r.cueParts = cueParts{
		lemma: loglinear.PartOf(c.tree.lemma(c.head)), xpos: loglinear.PartOf(tok.XPOS), rel: loglinear.PartOf(tok.DepRel),
		lex: loglinear.PartOf(lexType(c)), src: loglinear.PartOf(sourceType(c)), rule: loglinear.PartOf(c.rule),
	}
	return &r.cueParts
}

// firstFeatures are those that tell most: by them most words are no cue.
func (r *reader) firstFeatures(b *loglinear.Bag, c *candidate, p *cueParts) {
	t, h := c.tree, c.head
	upos := t.Tokens[h].UPOS
	b.Join("lex=", &p.lex)
	b.Add("lemma=", p.lemma.Text(), upos)
	b.Join("lemma+rule=", &p.lemma, &p.rule)
	b.Join("lemma+src=", &p.lemma, &p.src)
	b.Join("rel+rule=", &p.rel, &p.rule)
	b.Join("lemma+rel=", &p.lemma, &p.rel)
	b.Join("lemma+xpos=", &p.lemma, &p.xpos)
	b.Join("lex+xpos=", &p.lex, &p.xpos)
	b.Join("lex+rel=", &p.lex, &p.rel)
	b.Join("lex+src=", &p.lex, &p.src)
	b.Add("suffix=", suffix(p.lemma.Text(), 3), upos)
	b.Add("depth=", bucket(t.depth[h]))
	if c.direct {
		b.Add("direct")
	}
	if c.quoted {
		b.Add("quoted")
		b.Join("quoted+rule=", &p.rule)
	}
}

// furtherFeatures are the others.
func (r *reader) furtherFeatures(b *loglinear.Bag, c *candidate, p *cueParts) {
	t, h := c.tree, c.head
	prev, next, size := loglinear.PartOf(t.lower(h-1)), loglinear.PartOf(t.lower(h+1)), loglinear.PartOf(bucket(c.size()/12))
	b.Join("rule=", &p.rule)
	b.Join("lex+rule=", &p.lex, &p.rule)
	b.Join("src=", &p.src)
	b.Join("src+rule=", &p.src, &p.rule)
	b.Join("xpos=", &p.xpos)
	b.Join("rel=", &p.rel)
	b.Join("xpos+rule=", &p.xpos, &p.rule)
	b.Join("prev=", &prev)
	b.Join("next=", &next)
	b.Add("nextpos=", t.upos(h+1), t.Tokens[h].UPOS)
	b.Add("next2=", t.lower(h+2))
	b.Add("prev2=", t.lower(h-2))
	b.Join("lemma+next=", &p.lemma, &next)
	b.Join("lemma+prev=", &p.lemma, &prev)
	b.Join("size=", &size)
	b.Join("size+rule=", &size, &p.rule)
	b.Add("where=", bucket(h))
	if c.prep != "" {
		b.Add("prep=", c.prep)
		b.Add("lemma+prep=", p.lemma.Text(), c.prep)
	}
	if c.direct {
		b.Join("direct+lex=", &p.lex)
	}
	if c.quoted {
		b.Join("quoted+lex=", &p.lex)
	}
	if c.passive {
		b.Join("passive+lemma=", &p.lemma)
	}
	if t.Headline {
		b.Join("headline+rule=", &p.rule)
		b.Join("headline+lex=", &p.lex)
	}
	r.sourceWords(b, c)
	r.kidWords(b, c, p.lex.Text())
	r.outerWords(b, c, p.lemma.Text(), p.lex.Text())
	r.quoteWords(b, c)
}

// lexType sums up what the lexicon knows of a cue word.
func lexType(c *candidate) string {
	switch {
	case c.entry != nil && c.loose:
		return c.entry.loose
	case c.entry != nil:
		return c.entry.lex
	case c.loose:
		return "unknown-loose"
	}
	return "unknown"
}

// sourceWords describes the source. Names are left out: they would tie the
// model to its year.
func (r *reader) sourceWords(b *loglinear.Bag, c *candidate) {
	t, h := c.tree, c.sourceHead
	if h < 0 {
		return
	}
	if t.Tokens[h].UPOS != "PROPN" {
		b.Add("srchead=", t.lemma(h))
		b.Add("srchead+rule=", t.lemma(h), c.rule)
	}
	if t.Tokens[h].Head == c.head {
		b.Add("srcrel=", t.Tokens[h].DepRel)
	} else {
		b.Add("srcfar=", t.Tokens[h].DepRel, t.Tokens[c.head].DepRel)
	}
	if h < c.head {
		b.Add("srcside=", "<", c.rule)
	} else {
		b.Add("srcside=", ">", c.rule)
	}
}

// kidWords describes what hangs on the cue word.
func (r *reader) kidWords(b *loglinear.Bag, c *candidate, lex string) {
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
			b.Add("kid=", rel, side, t.lemma(k))
			if t.rel(k, "compound:prt", "aux") {
				b.Add("lemma+prt=", lemma, t.lemma(k))
			}
		case t.rel(k, "obj", "iobj"):
			b.Add("kid=", rel, side)
			b.Add("obj=", t.lemma(k))
			b.Add("objpos=", t.Tokens[k].UPOS, lex)
			b.Add("lemma+obj=", lemma, t.lemma(k))
			b.Add("objtype=", t.nounType(k), lex)
			if r.lex.nouns[t.lemma(k)] != nil {
				b.Add("objcue")
				b.Add("objcue+lemma=", lemma)
			}
		case t.rel(k, "obl", "nmod"):
			b.Add("kid=", rel, side, t.caseOf(k))
			b.Add("lemma+case=", lemma, t.caseOf(k))
			b.Add("lex+case=", lex, t.caseOf(k))
		case t.rel(k, "ccomp", "xcomp", "advcl", "acl"):
			b.Add("kid=", rel, side)
			b.Add("clause=", rel, t.lower(t.lo[k]))
			b.Add("clausepos=", rel, t.Tokens[k].XPOS)
			b.Add("lemma+kid=", lemma, rel+side)
			b.Add("lex+kid=", lex, rel+side)
		default:
			b.Add("kid=", rel, side)
			b.Add("lemma+kid=", lemma, rel+side)
		}
	}
}

// outerWords describes what the cue word hangs on: a word that is a cue
// itself has most likely the whole clause as its content.
func (r *reader) outerWords(b *loglinear.Bag, c *candidate, lemma, lex string) {
	t, h := c.tree, c.head
	g := t.Tokens[h].Head
	if g < 0 {
		return
	}
	b.Add("head=", t.lemma(g))
	b.Add("headpos=", t.Tokens[g].UPOS, t.Tokens[h].DepRel)
	b.Add("lemma+head=", lemma, t.lemma(g))
	b.Add("lex+headpos=", lex, t.Tokens[g].UPOS, t.Tokens[h].DepRel)
	for n := 0; g >= 0 && n < 8; g, n = t.Tokens[g].Head, n+1 {
		e := r.lex.verbs[t.lemma(g)]
		if t.Tokens[g].UPOS != "VERB" || e == nil {
			continue
		}
		side := "<"
		if g > h {
			side = ">"
		}
		b.Add("under=", e.kind, side, bucket(n))
		b.Add("under+lex=", e.kind, side, lex)
		b.Add("underlemma=", t.lemma(g), side)
		break
	}
}

// quoteWords describes where the quotation marks of the sentence stand.
func (r *reader) quoteWords(b *loglinear.Bag, c *candidate) {
	t := c.tree
	if c.cue == nil {
		return
	}
	last := c.cue[0].last - 1
	if q := r.quoteBehind(t.Tokens[last].End); q >= 0 {
		b.Add("quote-behind")
		b.Add("quote-behind+rule=", c.rule)
	}
	if q := r.quoteBefore(t.Tokens[c.first()].Start); q >= 0 {
		b.Add("quote-before")
		b.Add("quote-before+rule=", c.rule)
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
