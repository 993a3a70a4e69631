package stance

import "dyad/internal/loglinear"

// How a sentence speaks of somebody, whoever holds the view: a model over what
// stands around the mention, learned from NewsMTSC.

// treats describes how a sentence speaks of the mention with head h: the words
// above and below it in the tree, those around it and how good or bad they are.
func (v *view) treats(h int) *loglinear.Bag { return v.bag(v.near(h, nil), h) }

// near is treats without the words of the sentence by their side. Where there is a
// sum, single words are not put into the bag but added to it.
func (v *view) near(h int, sum *total) *loglinear.Bag {
	f := v.r.newBag()
	a := v.anchor(h)
	f.Add("bias").Add("slot=", v.slot(a))
	f = v.aboveOf(f, a)
	f = v.belowOf(f, h)
	f = v.besides(f, h, sum)
	f = v.clause(f, h, sum)
	return v.toneSums(f, h)
}

// aboveOf adds the ancestors of a token with the slots that lead up to them.
func (v *view) aboveOf(f *loglinear.Bag, a int) *loglinear.Bag {
	way := v.slot(a)
	for n, h := 1, v.Tokens[a].Head; h >= 0 && n <= 4; n, h = n+1, v.Tokens[h].Head {
		name, neg := v.name(h), ""
		if v.negated(h) {
			neg = "!"
		}
		if n <= 3 {
			f.Add("up", digit(n), "=", way, ">", neg, name)
		}
		f.Add("over=", neg, name)
		if x := v.tone(h); x != 0 {
			f.Add("up-tone=", way, ">", neg, grade(x))
		}
		if w := v.word(h); w != nil {
			f.Add("up-word=", way, ">", neg, mark(w.to), mark(w.val))
		}
		if n == 1 {
			f = v.siblings(f, a, h, way, neg)
		}
		if v.rel(h, "ccomp", "parataxis") || n == 4 {
			break
		}
		way = v.slot(h) + "/" + way
	}
	return f
}

// siblings adds what else hangs on the head of a token.
func (v *view) siblings(f *loglinear.Bag, a, h int, way, neg string) *loglinear.Bag {
	for _, k := range v.kids[h] {
		if k == a || v.rel(k, "punct", "det", "case", "aux", "mark", "cc") {
			continue
		}
		f.Add("sib=", way, "|", v.slot(k), "=", v.name(k))
		if x := v.tone(k); x != 0 {
			f.Add("sib-tone=", way, "|", v.Tokens[k].DepRel, neg, grade(x))
		}
		if w := v.word(k); w != nil {
			f.Add("sib-word=", way, "|", v.Tokens[k].DepRel, neg, mark(w.to), mark(w.val))
		}
		for _, g := range v.kids[k] {
			if x := v.tone(g); x != 0 {
				f.Add("kin-tone=", way, "|", v.Tokens[k].DepRel, neg, grade(x))
			}
		}
	}
	return f
}

// belowOf adds what describes a token: adjectives, appositions, clauses.
func (v *view) belowOf(f *loglinear.Bag, h int) *loglinear.Bag {
	for _, k := range v.kids[h] {
		if v.rel(k, "punct", "det", "case", "flat", "cc", "conj", "compound") && v.Tokens[k].UPOS != "NOUN" {
			continue
		}
		rel := v.Tokens[k].DepRel
		f.Add("kid=", rel, ">", v.name(k))
		if x := v.tone(k); x != 0 {
			f.Add("kid-tone=", rel, grade(x))
		}
		if w := v.word(k); w != nil {
			f.Add("kid-word=", rel, mark(w.to), mark(w.val))
		}
		for _, g := range v.kids[k] {
			if x := v.tone(g); x != 0 {
				f.Add("grandkid-tone=", rel, grade(x))
			}
		}
	}
	return f
}

// besides adds the words next to a token.
func (v *view) besides(f *loglinear.Bag, h int, sum *total) *loglinear.Bag {
	for d := 1; d <= 4; d++ {
		if h-d >= 0 && v.Tokens[h-d].UPOS != "PROPN" {
			f.Add("form-l", digit(d), "=", v.lower(h-d))
		}
		if h+d < len(v.Tokens) && v.Tokens[h+d].UPOS != "PROPN" {
			f.Add("form-r", digit(d), "=", v.lower(h+d))
		}
	}
	for d := range nearestWords {
		if h > d {
			v.put(f, sum, beforeBy1+place(d), h-d-1)
		}
		if h+d+1 < len(v.Tokens) {
			v.put(f, sum, behindBy1+place(d), h+d+1)
		}
	}
	return f
}

// nearestWords are how many words on each side have features by their distance.
const nearestWords = 3

// clause adds the words of the clause that a token stands in, with its side,
// and their tone.
func (v *view) clause(f *loglinear.Bag, h int, sum *total) *loglinear.Bag {
	var tone float32
	for _, i := range v.clauseOf(h) {
		if i == h {
			continue
		}
		side := inClauseLeft
		if i > h {
			side = inClauseRight
		}
		v.put(f, sum, inClause, i)
		v.put(f, sum, side, i)
		tone += v.tone(i)
	}
	return f.Add("clause-tone=", grade(tone)).Add("clause-tone=", grade(tone), "|", v.slot(v.anchor(h)))
}

// clauseOf lists the words of the clause that a token stands in, clauses below
// left out.
func (v *view) clauseOf(h int) []int {
	top := h
	for n := 0; n < maxDepth && v.Tokens[top].Head >= 0 && !v.opensClause(top); n++ {
		top = v.Tokens[top].Head
	}
	f := &v.facts[top]
	if f.clause == nil {
		f.clause = v.clauseBelow(v.r.rooms.tokens.Take(len(v.Tokens))[:0], top, 0)
	}
	return f.clause
}

// clauseBelow adds a token of a clause and those below it.
func (v *view) clauseBelow(out []int, i, depth int) []int {
	out = append(out, i)
	for _, k := range v.kids[i] {
		if depth < maxDepth && !v.opensClause(k) && v.Tokens[k].UPOS != "PUNCT" {
			out = v.clauseBelow(out, k, depth+1)
		}
	}
	return out
}

// opensClause reports whether a token is the head of a clause of its own.
func (v *view) opensClause(i int) bool {
	return v.rel(i, "ccomp", "advcl", "parataxis", "acl") || v.rel(i, "conj") && v.Tokens[i].UPOS == "VERB"
}

// toneSums adds the sums of valences near, before and behind a token.
func (v *view) toneSums(f *loglinear.Bag, h int) *loglinear.Bag {
	var near, left, right, bad, good float32
	for i := range v.Tokens {
		x := v.tone(i)
		if x == 0 {
			continue
		}
		if abs(i-h) <= 5 {
			near += x
		}
		if i < h {
			left += x
		} else {
			right += x
		}
		if x < 0 {
			bad += x
		} else {
			good += x
		}
	}
	return f.Add("near-tone=", grade(near)).Add("left-tone=", grade(left)).Add("right-tone=", grade(right)).
		Add("all-tone=", grade(left+right)).Add("bad=", grade(bad)).Add("good=", grade(good)).Add("mixed=", grade(bad), grade(good))
}

// digit is a number below ten.
func digit(n int) string { return "0123456789"[n : n+1] }

// treatment returns the probabilities that the sentence speaks well and badly
// of the mention with head h.
func (v *view) treatment(h int) (good, bad float64) {
	if !v.facts[h].treated {
		v.treat(h, v.bagTotal(h), v.meaningScores(h))
	}
	x := v.facts[h].treatment
	return x[rowFor], x[rowAgainst]
}

// treat works out the treatment of a mention, from what its sentence shares too:
// the words on both sides and what words mean.
func (v *view) treat(h int, words total, meant [2]float64) {
	m, f := &v.r.models.treatment, v.near(h, &words)
	scores := m.scores(words.plus(m.total(f)))
	v.r.done(f)
	v.facts[h].treated, v.facts[h].treatment = true, m.chances([2]float64{scores[rowFor] + meant[rowFor], scores[rowAgainst] + meant[rowAgainst]})
}

// talk returns the treatment of a mention if a speaker can talk so well or badly of
// it as minTalk: where all words and what they mean say little, it is not asked what
// stands near.
func (v *view) talk(h int) (good, bad float64) {
	if !v.facts[h].treated {
		words, meant := v.bagTotal(h), v.meaningScores(h)
		scores := v.r.models.treatment.scores(words)
		if max(scores[rowFor]+meant[rowFor], scores[rowAgainst]+meant[rowAgainst]) < littleTalk {
			return 0, 0
		}
		v.treat(h, words, meant)
	}
	return v.treatment(h)
}

// littleTalk is a score below which hardly any mention turns out to be treated as
// minTalk asks: one in three is, one in a hundred of them would.
const littleTalk = .2
