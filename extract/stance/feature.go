package stance

import (
	"slices"
	"strconv"
	"strings"

	"dyad/internal/loglinear"
	"dyad/schema"
)

// pair is a holder and a target in one sentence, as the model sees them.
type pair struct {
	holder, target *schema.Mention
}

// features describes a pair: where the two meet in the tree, the words of
// attitude around, what the rules found, how the sentence treats both. Words
// come one or two at a time and names not at all, so that the weights spell out
// no text.
func (v *view) features(p pair, ruled map[[2]string]int) *loglinear.Bag {
	a, b := v.anchor(p.holder.Head), v.anchor(p.target.Head)
	order := "ab"
	if b < a || a == b && p.target.Head < p.holder.Head {
		order = "ba"
	}
	f := v.r.newBag()
	f.Add("bias").Add("order=", order).Add("far=", bucket(abs(a-b))).Add("roles=", v.slot(a), "|", v.slot(b), "|", order).
		Add("kinds=", v.kindOf(p.holder), "|", v.kindOf(p.target)).Add("case-b=", v.caseOf(b)).Add("case-a=", v.caseOf(a))
	key := [2]string{p.holder.Actors[0], p.target.Actors[0]}
	if s := ruled[key]; s != 0 {
		f.Add("rule=", mark(s))
	}
	if s := ruled[[2]string{key[1], key[0]}]; s != 0 {
		f.Add("rule-back=", mark(s))
	}
	f = v.eventsOf(f, key)
	if a == b {
		f.Add("joined")
	} else {
		f = v.meeting(f, a, b, order)
	}
	f = v.around(f, "a", p.holder.Head, order)
	f = v.around(f, "b", p.target.Head, order)
	f = v.governors(f, a, b)
	f = v.treated(f, "a", p.holder.Head, order)
	f = v.treated(f, "b", p.target.Head, order)
	f = v.between(f, p.holder.Head, p.target.Head, order)
	f = v.wording(f, p.holder.Head, p.target.Head, order)
	return v.saidOf(f, key[0], p.target.Head)
}

// kindOf is the type of named entity that a mention is, with its word class.
func (v *view) kindOf(m *schema.Mention) string {
	for _, e := range v.Entities {
		if e.First <= m.Head && m.Head < e.Last {
			return e.Type
		}
	}
	return v.Tokens[m.Head].UPOS
}

// meeting describes the lowest token above both and the ways to it.
func (v *view) meeting(f *loglinear.Bag, a, b int, order string) *loglinear.Bag {
	top := v.above(a, b)
	if top < 0 {
		return f.Add("apart")
	}
	lemma := v.topLemma(top, a, b)
	inA, inB := v.entry(a, top), v.entry(b, top)
	slots := inA + "|" + inB
	neg := ""
	if v.negated(top) {
		neg = "!"
		f.Add("negated").Add("negated+slots=", slots)
	}
	f.Add("top=", lemma).Add("slots=", slots).Add("top+slots=", neg, lemma, "|", slots).
		Add("steps=", bucket(v.steps(a, top)), bucket(v.steps(b, top)), order).Add("path=", v.path(a, top), ">", v.path(b, top)).
		Add("top+order=", neg, lemma, "|", order).Add("top+a=", neg, lemma, "|", inA).Add("top+b=", neg, lemma, "|", inB)
	if v.hypothetical(top) {
		f.Add("hypothetical").Add("hypothetical+top=", lemma)
	}
	to, val := v.attitude(top)
	f.Add("to=", neg, mark(to), "|", slots).Add("val=", neg, mark(val), "|", slots).Add("to=", neg, mark(to), "|", order)
	if x := v.tone(top); x != 0 {
		f.Add("top-tone=", neg, grade(x), "|", slots).Add("top-tone=", neg, grade(x), "|", order)
	}
	for _, k := range v.kids[top] {
		if k == a || k == b || v.rel(k, "punct", "det", "case", "aux") {
			continue
		}
		if s := v.signOf(k); s != 0 {
			f.Add("side=", mark(s), "|", slots).Add("side=", mark(s), "|", v.Tokens[k].DepRel, "|", slots)
		}
		if v.rel(k, "obj", "xcomp", "compound:prt", "advmod", "ccomp", "obl", "advcl") {
			f.Add("kid=", neg, lemma, "|", v.name(k)).Add("kid+b=", v.name(k), "|", inB).Add("kid+a=", v.name(k), "|", inA)
		}
	}
	return v.onPath(f, a, b, top)
}

// signOf is the attitude of a word, whatever its role.
func (v *view) signOf(i int) int {
	if t, w := v.attitude(i); t+w != 0 {
		return t + w
	}
	switch x := v.tone(i); {
	case x >= 1:
		return 1
	case x <= -1:
		return -1
	}
	return 0
}

// eventsOf adds the events of the sentence between the two.
func (v *view) eventsOf(f *loglinear.Bag, key [2]string) *loglinear.Bag {
	for i := range v.r.doc.Events {
		e := &v.r.doc.Events[i]
		if e.Trigger.Start < v.Start || e.Trigger.Start >= v.End {
			continue
		}
		name, not := e.Type, ""
		if e.Negated || e.Hypothetical {
			not = "!"
		}
		from, to := slices.Contains(e.Sources, key[0]), slices.Contains(e.Targets, key[1])
		back := slices.Contains(e.Sources, key[1]) && slices.Contains(e.Targets, key[0])
		switch {
		case from && to:
			f.Add("event=", not, name)
		case from && slices.Contains(e.Sources, key[1]):
			f.Add("event-with=", not, name)
		case back:
			f.Add("event-back=", not, name)
		}
	}
	return f
}

// treated adds how the sentence treats one of the two, by the other model.
func (v *view) treated(f *loglinear.Bag, side string, h int, order string) *loglinear.Bag {
	good, bad := v.treatment(h)
	g, b := share(good), share(bad)
	f.Add("treat-", side, "=", g, b).Add("treat-", side, "=", g, b, "|", order).Add("good-", side, "=", g).Add("bad-", side, "=", b)
	switch none := 1 - good - bad; {
	case good > bad && good > none:
		f.Add("treat-", side, "=for|", v.slot(h))
	case bad > good && bad > none:
		f.Add("treat-", side, "=against|", v.slot(h))
	}
	return f
}

// share coarsens a probability.
func share(x float64) string { return digit(min(int(x*6), 5)) }

// governors describes what each of the two hangs on by itself.
func (v *view) governors(f *loglinear.Bag, a, b int) *loglinear.Bag {
	for i, x := range []int{a, b} {
		side := string(rune('a' + i))
		h := v.Tokens[x].Head
		if h < 0 || h == a || h == b {
			continue
		}
		slot, neg := v.slot(x), ""
		if v.negated(h) {
			neg = "!"
		}
		f.Add("gov-", side, "=", neg, v.name(h), "|", slot)
		if s := v.signOf(h); s != 0 {
			f.Add("gov-", side, neg, mark(s), "|", slot).Add("gov-", side, neg, mark(s), "|", v.Tokens[h].DepRel)
		}
		if up := v.Tokens[h].Head; up >= 0 {
			f.Add("gov2-", side, "=", v.name(up), "|", v.slot(h), "/", slot)
		}
	}
	return f
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
	return v.lemma(top)
}

// onPath adds the words of the ways up and their attitudes.
func (v *view) onPath(f *loglinear.Bag, a, b, top int) *loglinear.Bag {
	for i, from := range []int{a, b} {
		side := string(rune('a' + i))
		if from == top {
			continue
		}
		for h, n := v.Tokens[from].Head, 0; h >= 0 && h != top && n < 8; h, n = v.Tokens[h].Head, n+1 {
			neg := ""
			if v.negated(h) {
				neg = "!"
			}
			if v.Tokens[h].UPOS != "PROPN" {
				f.Add("way-", side, "=", neg, v.lemma(h))
			}
			if s := v.signOf(h); s != 0 {
				f.Add("way-", side, "-", neg, mark(s))
			}
			for _, k := range v.kids[h] {
				if s := v.signOf(k); s != 0 && k != a && k != b && v.rel(k, "amod", "obj", "advmod", "xcomp", "compound") {
					f.Add("way-kid-", side, "-", neg, mark(s))
				}
			}
		}
	}
	return f
}

// around describes the words next to a token.
func (v *view) around(f *loglinear.Bag, name string, i int, order string) *loglinear.Bag {
	for d := -2; d <= 2; d++ {
		k := i + d
		if d == 0 || k < 0 || k >= len(v.Tokens) || v.Tokens[k].UPOS == "PROPN" || v.Tokens[k].UPOS == "NUM" {
			continue
		}
		f.Add("near-", name, strconv.Itoa(d), "=", v.lemma(k), "|", order)
	}
	for _, k := range v.kids[i] {
		if v.rel(k, "amod", "appos", "nmod", "acl", "compound") {
			if s := v.signOf(k); s != 0 {
				f.Add("kid-", name, mark(s))
			}
		}
	}
	return f
}

// between sums the attitudes of the words between, before and behind.
func (v *view) between(f *loglinear.Bag, a, b int, order string) *loglinear.Bag {
	from, to := min(a, b), max(a, b)
	var sums [3]float32
	var counts [3][2]int
	for i := range v.Tokens {
		part := 1
		switch {
		case i < from:
			part = 0
		case i > to:
			part = 2
		}
		sums[part] += v.tone(i)
		if s := v.signOf(i); s > 0 {
			counts[part][0]++
		} else if s < 0 {
			counts[part][1]++
		}
	}
	for part, name := range []string{"before", "mid", "behind"} {
		f.Add(name, "+", bucket(counts[part][0]), "|", order).Add(name, "-", bucket(counts[part][1]), "|", order).
			Add(name, "-tone=", grade(sums[part]), "|", order)
	}
	return f.Add("all-tone=", grade(sums[0]+sums[1]+sums[2]), "|", order)
}

// saidOf describes the target inside what the holder says.
func (v *view) saidOf(f *loglinear.Bag, holder string, b int) *loglinear.Bag {
	for i := range v.r.doc.Attributions {
		x := &v.r.doc.Attributions[i]
		if x.Actor == nil || !within(x.Content, v.Tokens[b].Start) {
			continue
		}
		_, cue, _ := strings.Cut(x.Rule, ":")
		if *x.Actor != holder {
			f.Add("said-by-other")
			continue
		}
		s, _, _ := v.evaluate(b)
		f.Add("said=", cue).Add("said-of=", mark(s)).Add("said-role=", v.slot(b))
		var sum float32
		for k := range v.Tokens {
			if within(x.Content, v.Tokens[k].Start) {
				sum += v.tone(k)
			}
		}
		f.Add("said-tone=", grade(sum)).Add("said-tone=", grade(sum), "|", v.slot(b))
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

// entry is the slot by which the way from a token enters the top.
func (v *view) entry(i, top int) string {
	for n := 0; i >= 0 && i != top && n < maxDepth; n++ {
		if v.Tokens[i].Head == top {
			return v.slot(i)
		}
		i = v.Tokens[i].Head
	}
	return "self"
}

// path joins the relations from a token up to the top.
func (v *view) path(i, top int) string {
	var rels []string
	for n := 0; i >= 0 && i != top && n < 5; n++ {
		rels = append(rels, v.slot(i))
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
			return "abcdef"[i : i+1]
		}
	}
	return "z"
}
