package stance

import "dyad/internal/loglinear"

// wording adds the words between the two and behind both, and the pairs of words
// that follow each other from one to the other: what the tree gets wrong still
// shows in them.
func (v *view) wording(f *loglinear.Bag, a, b int, order string) *loglinear.Bag {
	from, to := min(a, b), max(a, b)
	for i := from + 1; i < len(v.Tokens); i++ {
		if i == to || !v.worded(i) {
			continue
		}
		if i < to {
			f.Add("mid=", v.lemma(i), "|", order)
		} else {
			f.Add("behind=", v.lemma(i), "|", order)
		}
	}
	last := v.plain(from, a, b)
	for i := from; i < to; i++ {
		next := v.plain(i+1, a, b)
		f.Add("mids=", last, "_", next, "|", order)
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
// its class; the two themselves are A and B.
func (v *view) plain(i, a, b int) string {
	switch i {
	case a:
		return "A"
	case b:
		return "B"
	}
	if u := v.Tokens[i].UPOS; u == "AUX" || u == "PRON" || v.worded(i) {
		return v.lemma(i)
	}
	return v.Tokens[i].UPOS
}
