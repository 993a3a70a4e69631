package stance

import "dyad/internal/loglinear"

// bag adds the words of the sentence, one and two at a time, with the side of a
// token on which they stand.
func (v *view) bag(f *loglinear.Bag, h int) *loglinear.Bag {
	for i := range v.Tokens {
		switch {
		case i < h:
			f = v.side(v.side(f, "L=", i, i-1), "has=", i, i-1)
		case i > h:
			f = v.side(v.side(f, "R=", i, i+1), "has=", i, i+1)
		}
	}
	return f
}

// side adds a word that stands on a side of a mention, or anywhere, and with it
// the word beside it on the far side.
func (v *view) side(f *loglinear.Bag, side string, i, beside int) *loglinear.Bag {
	f.Join(side, v.namePart(i))
	if beside >= 0 && beside < len(v.Tokens) {
		f.Join(side, v.namePart(min(i, beside)), &spacePart, v.namePart(max(i, beside)))
	}
	return f
}

// bagTotal is what the features of bag add to the scores of the treatment model,
// by sums that the mentions of a sentence share.
func (v *view) bagTotal(h int) total {
	if v.left == nil {
		v.left, v.right = v.sides()
	}
	return v.left[h].plus(v.right[h+1])
}

// sides adds up what the words before every token add where they stand on the
// left, and what it and those behind it add where they stand on the right.
func (v *view) sides() (left, right []total) {
	n := len(v.Tokens)
	both := v.r.rooms.totals.Take(2 * (n + 1))
	left, right = both[:n+1], both[n+1:]
	pairs := v.pairKeys()
	for i := range n {
		w := v.wordRow(i)
		left[i+1].add(w[anywhere])
		left[i+1].add(w[onLeft])
		right[i].add(w[anywhere])
		right[i].add(w[onRight])
		if i+1 < n {
			w, _ := v.r.models.treatment.words.pairs.At(pairs[i])
			left[i+2].add(w[anywhere])
			left[i+2].add(w[onLeft])
			right[i].add(w[anywhere])
			right[i].add(w[onRight])
		}
	}
	for i := range n {
		left[i+1] = left[i+1].plus(left[i])
	}
	for i := n - 1; i >= 0; i-- {
		right[i] = right[i].plus(right[i+1])
	}
	return left, right
}
