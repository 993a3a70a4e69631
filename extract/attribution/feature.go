package attribution

import (
	"strings"
)

// features describes a candidate to the cue model: words one or two at a
// time and relations, nothing longer, so that weights spell out no text.
func features(c *candidate) []string {
	t, h := c.tree, c.head
	lemma, upos := t.lemma(h), t.Tokens[h].UPOS
	lex := "unknown"
	if c.entry != nil {
		lex = c.entry.pos + "-" + c.entry.kind
	}
	if c.loose {
		lex += "-loose"
	}
	src := sourceType(c)
	f := []string{
		"bias", "rule=" + c.rule, "lex=" + lex, "lex+rule=" + lex + "|" + c.rule,
		"lemma=" + lemma + "|" + upos, "lemma+rule=" + lemma + "|" + c.rule, "lemma+src=" + lemma + "|" + src,
		"src=" + src, "src+rule=" + src + "|" + c.rule, "xpos=" + t.Tokens[h].XPOS, "rel=" + t.Tokens[h].DepRel, "xpos+rule=" + t.Tokens[h].XPOS + "|" + c.rule,
		"rel+rule=" + t.Tokens[h].DepRel + "|" + c.rule, "lemma+rel=" + lemma + "|" + t.Tokens[h].DepRel,
		"prev=" + t.lower(h-1), "next=" + t.lower(h+1), "lemma+next=" + lemma + "|" + t.lower(h+1),
		"depth=" + bucket(t.depth[h]), "size=" + bucket(c.size()/12), "where=" + bucket(h),
	}
	if c.prep != "" {
		f = append(f, "prep="+c.prep, "lemma+prep="+lemma+"|"+c.prep)
	}
	if c.direct {
		f = append(f, "direct", "direct+lex="+lex)
	}
	if c.quoted {
		f = append(f, "quoted", "quoted+rule="+c.rule)
	}
	if c.passive {
		f = append(f, "passive", "passive+lemma="+lemma)
	}
	if t.Headline {
		f = append(f, "headline+rule="+c.rule)
	}
	if c.sourceHead >= 0 {
		if t.Tokens[c.sourceHead].UPOS != "PROPN" { // names would tie the model to its year
			f = append(f, "srchead="+t.lemma(c.sourceHead))
		}
		f = append(f, "srcpos="+t.Tokens[c.sourceHead].UPOS)
		if c.tree.Tokens[c.sourceHead].Head == h {
			f = append(f, "srcrel="+t.Tokens[c.sourceHead].DepRel)
		}
	}
	return append(f, childFeatures(c)...)
}

// childFeatures describes what hangs on the cue word.
func childFeatures(c *candidate) []string {
	t, h := c.tree, c.head
	var f []string
	for _, k := range t.kids[h] {
		rel := t.Tokens[k].DepRel
		side := "<"
		if k > h {
			side = ">"
		}
		switch {
		case t.rel(k, "punct"):
			continue
		case t.rel(k, "aux", "cop", "mark", "advmod", "compound:prt", "expl", "cc"):
			f = append(f, "kid="+rel+side+t.lemma(k))
		case t.rel(k, "obj", "iobj"):
			f = append(f, "kid="+rel+side, "obj="+t.lemma(k), "objpos="+t.Tokens[k].UPOS)
		case t.rel(k, "obl", "nmod"):
			f = append(f, "kid="+rel+side+t.caseOf(k))
		case t.rel(k, "ccomp", "xcomp", "advcl", "acl"):
			f = append(f, "kid="+rel+side, "clause="+rel+"|"+t.lower(t.lo[k]), "clausepos="+rel+"|"+t.Tokens[k].XPOS)
		default:
			f = append(f, "kid="+rel+side)
		}
	}
	if g := t.Tokens[h].Head; g >= 0 {
		f = append(f, "head="+t.lemma(g), "headpos="+t.Tokens[g].UPOS+"|"+t.Tokens[h].DepRel)
	}
	return f
}

// sourceType sorts sources: none, pronoun, relative, person, organisation,
// place, other name, noun.
func sourceType(c *candidate) string {
	if c.sourceHead < 0 {
		return "none"
	}
	t, tok := c.tree, c.tree.Tokens[c.sourceHead]
	for _, e := range t.Entities {
		if e.First < c.source.last && c.source.first < e.Last && e.First <= c.sourceHead && c.sourceHead < e.Last {
			return strings.Replace(e.Type, "LOC", "ORG", 1) // a country that speaks is a body
		}
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

// bucket coarsens a count.
func bucket(n int) string {
	for i, edge := range []int{0, 1, 2, 3, 5, 8, 12, 20} {
		if n <= edge {
			return string(rune('a' + i))
		}
	}
	return "z"
}
