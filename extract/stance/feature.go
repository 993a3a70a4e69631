package stance

import (
	"strconv"
	"strings"

	"dyad/schema"
)

// pair is a holder and a target in one sentence, as the model sees them.
type pair struct {
	holder, target schema.Mention
}

// features describes a pair: where the two meet in the tree, the words of
// attitude around, what the rules found. Words come one or two at a time and
// names not at all, so that the weights spell out no text.
func (v *view) features(p pair, ruled map[[2]string]int) []string {
	a, b := p.holder.Head, p.target.Head
	order := "ab"
	if b < a {
		order = "ba"
	}
	f := []string{"bias", "order=" + order, "far=" + bucket(abs(a-b)), "roles=" + v.Tokens[a].DepRel + "|" + v.Tokens[b].DepRel + "|" + order,
		"case=" + v.caseOf(a) + "|" + v.caseOf(b) + "|" + order, "case-b=" + v.caseOf(b), "case-a=" + v.caseOf(a)}
	key := [2]string{p.holder.Actors[0], p.target.Actors[0]}
	if s := ruled[key]; s != 0 {
		f = append(f, "rule="+mark(s))
	}
	if s := ruled[[2]string{key[1], key[0]}]; s != 0 {
		f = append(f, "rule-back="+mark(s))
	}
	f = append(f, v.meeting(a, b, order)...)
	f = append(f, v.around("a", a, order)...)
	f = append(f, v.around("b", b, order)...)
	f = append(f, v.between(min(a, b), max(a, b), order)...)
	return append(f, v.saidOf(key[0], b)...)
}

// meeting describes the lowest token above both and the ways to it.
func (v *view) meeting(a, b int, order string) []string {
	top := v.above(a, b)
	if top < 0 {
		return []string{"apart"}
	}
	lemma := v.topLemma(top, a, b)
	relA, relB := v.lastRel(a, top), v.lastRel(b, top)
	slots := relA + "|" + relB
	f := []string{"top=" + lemma, "slots=" + slots, "top+slots=" + lemma + "|" + slots, "steps=" + bucket(v.steps(a, top)) + bucket(v.steps(b, top)),
		"path=" + v.path(a, top) + ">" + v.path(b, top), "top+order=" + lemma + "|" + order}
	neg := v.negated(top)
	if v.hypothetical(top) {
		f = append(f, "hypothetical", "hypothetical+top="+lemma)
	}
	if neg {
		f = append(f, "negated", "negated+top="+lemma)
	}
	to, val := v.attitude(top)
	f = append(f, "to="+mark(to)+"|"+slots, "val="+mark(val)+"|"+slots, "to="+mark(to)+"|"+order+"|"+strconv.FormatBool(neg))
	for _, k := range v.kids[top] {
		if k == a || k == b || v.rel(k, "punct", "det", "case", "aux") {
			continue
		}
		t, w := v.attitude(k)
		if s := t + w; s != 0 {
			f = append(f, "side="+mark(s)+"|"+slots)
		}
		if v.rel(k, "obj", "xcomp", "compound:prt", "advmod") {
			f = append(f, "kid="+lemma+"|"+strings.ToLower(v.Tokens[k].Lemma))
		}
	}
	return append(f, v.onPath(a, b, top)...)
}

// above returns the lowest token that dominates both tokens, or -1.
func (v *view) above(a, b int) int {
	for h, n := b, 0; h >= 0 && n < maxDepth; h, n = v.Tokens[h].Head, n+1 {
		for k, m := a, 0; k >= 0 && m < maxDepth; k, m = v.Tokens[k].Head, m+1 {
			if k == h {
				return h
			}
		}
	}
	return -1
}

// maxDepth bounds every walk up a tree.
const maxDepth = 30

// steps counts the arcs from a token up to another.
func (v *view) steps(i, top int) int {
	n := 0
	for ; i >= 0 && i != top && n < maxDepth; n++ {
		i = v.Tokens[i].Head
	}
	return n
}

// topLemma is the lemma where two ways meet; a name stays unnamed.
func (v *view) topLemma(top, a, b int) string {
	if top == a || top == b || v.Tokens[top].UPOS == "PROPN" {
		return v.Tokens[top].UPOS
	}
	return strings.ToLower(v.Tokens[top].Lemma)
}

// onPath adds the words of the ways up and their attitudes.
func (v *view) onPath(a, b, top int) []string {
	var f []string
	for i, from := range []int{a, b} {
		side := string(rune('a' + i))
		if from == top {
			continue
		}
		for h, n := v.Tokens[from].Head, 0; h >= 0 && h != top && n < 8; h, n = v.Tokens[h].Head, n+1 {
			if v.Tokens[h].UPOS != "PROPN" {
				f = append(f, "way-"+side+"="+strings.ToLower(v.Tokens[h].Lemma))
			}
			if t, w := v.attitude(h); t+w != 0 {
				f = append(f, "way-"+side+"-"+mark(t+w))
			}
		}
	}
	return f
}

// around describes the words next to a token.
func (v *view) around(name string, i int, order string) []string {
	var f []string
	for d := -2; d <= 2; d++ {
		k := i + d
		if d == 0 || k < 0 || k >= len(v.Tokens) || v.Tokens[k].UPOS == "PROPN" || v.Tokens[k].UPOS == "NUM" {
			continue
		}
		f = append(f, "near-"+name+strconv.Itoa(d)+"="+strings.ToLower(v.Tokens[k].Lemma)+"|"+order)
	}
	for _, k := range v.kids[i] {
		if v.rel(k, "amod", "appos", "nmod", "acl", "compound") {
			if t, w := v.attitude(k); t+w != 0 {
				f = append(f, "kid-"+name+mark(t+w))
			}
		}
	}
	return f
}

// between sums the attitudes of the words between, before and behind.
func (v *view) between(from, to int, order string) []string {
	var sums [3][2]int
	var f []string
	for i, tok := range v.Tokens {
		part := 1
		switch {
		case i < from:
			part = 0
		case i > to:
			part = 2
		}
		t, w := v.attitude(i)
		if s := t + w; s > 0 {
			sums[part][0]++
		} else if s < 0 {
			sums[part][1]++
		}
		if part == 1 && i != from && i != to && (tok.UPOS == "VERB" || tok.UPOS == "ADJ") && to-from < 12 {
			f = append(f, "mid="+strings.ToLower(tok.Lemma)+"|"+order)
		}
	}
	for part, name := range []string{"before", "mid", "behind"} {
		f = append(f, name+"+"+bucket(sums[part][0])+"|"+order, name+"-"+bucket(sums[part][1])+"|"+order)
	}
	return f
}

// saidOf describes the target inside what the holder says.
func (v *view) saidOf(holder string, b int) []string {
	var f []string
	for i := range v.r.doc.Attributions {
		x := &v.r.doc.Attributions[i]
		if x.Actor == nil || !within(x.Content, v.Tokens[b].Start) {
			continue
		}
		_, cue, _ := strings.Cut(x.Rule, ":")
		if *x.Actor != holder {
			f = append(f, "said-by-other")
			continue
		}
		s, _, _ := v.evaluate(b)
		f = append(f, "said="+cue, "said-of="+mark(s), "said-role="+v.Tokens[b].DepRel)
		pos, neg := 0, 0
		for k, tok := range v.Tokens {
			if within(x.Content, tok.Start) {
				if t, w := v.attitude(k); t+w > 0 {
					pos++
				} else if t+w < 0 {
					neg++
				}
			}
		}
		f = append(f, "said+"+bucket(pos), "said-"+bucket(neg), "said-sum="+mark(pos-neg)+"|"+v.Tokens[b].DepRel)
	}
	return f
}

func within(spans []schema.TextSpan, b int) bool {
	for _, s := range spans {
		if s.Start <= b && b < s.End {
			return true
		}
	}
	return false
}

// attitude returns what the lexicon says of a token: towards its target and
// about its subject.
func (v *view) attitude(i int) (to, val int) {
	if w := v.word(i); w != nil {
		return w.to, w.val
	}
	return 0, 0
}

// lastRel is the relation by which the way from a token enters the top.
func (v *view) lastRel(i, top int) string {
	for n := 0; i >= 0 && i != top && n < maxDepth; n++ {
		if v.Tokens[i].Head == top {
			return v.Tokens[i].DepRel
		}
		i = v.Tokens[i].Head
	}
	return "self"
}

// path joins the relations from a token up to the top.
func (v *view) path(i, top int) string {
	var rels []string
	for n := 0; i >= 0 && i != top && n < 5; n++ {
		rels = append(rels, v.Tokens[i].DepRel)
		i = v.Tokens[i].Head
	}
	return strings.Join(rels, ",")
}

func mark(s int) string {
	switch {
	case s > 0:
		return "+"
	case s < 0:
		return "-"
	}
	return "0"
}

func abs(n int) int { return max(n, -n) }

// bucket coarsens a count.
func bucket(n int) string {
	for i, edge := range []int{0, 1, 2, 4, 8, 16} {
		if n <= edge {
			return string(rune('a' + i))
		}
	}
	return "z"
}
