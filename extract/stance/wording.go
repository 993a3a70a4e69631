package stance

import "dyad/internal/loglinear"

// wording adds the words between the two and behind both, and the pairs of words
// that follow each other from one to the other: what the tree gets wrong still
// shows in them.
func (v *view) wording(f *loglinear.Bag, a, b int, order string) *loglinear.Bag {
	from, to, way := min(a, b), max(a, b), loglinear.PartOf("|"+order)
	for i := from + 1; i < len(v.Tokens); i++ {
		if i == to || !v.worded(i) {
			continue
		}
		if i < to {
			f.Join("mid=", v.plainPart(i), &way)
		} else {
			f.Join("behind=", v.plainPart(i), &way)
		}
	}
	plain := func(i int) *loglinear.Part {
		switch i {
		case a:
			return &holderPart
		case b:
			return &targetPart
		}
		return v.plainPart(i)
	}
	last := plain(from)
	for i := from; i < to; i++ {
		next := plain(i + 1)
		f.Join("mids=", last, &linkPart, next, &way)
		last = next
	}
	return f
}

// worded reports whether a token is of a class whose words count one by one.
func (v *view) worded(i int) bool {
	switch v.Tokens[i].UPOS {
	case "NOUN", "VERB", "ADJ", "ADV", "ADP", "PART", "SCONJ":
		return true
	}
	return false
}

// plain is a token beside another one: its lemma if it is an ordinary word, else
// its class.
func (v *view) plain(i int) string {
	if u := v.Tokens[i].UPOS; u == "AUX" || u == "PRON" || v.worded(i) {
		return v.lemma(i)
	}
	return v.Tokens[i].UPOS
}
