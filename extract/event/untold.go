package event

import (
	"slices"
	"strings"
)

// untold reports whether what the model takes for an event is none, for reasons
// that the words around the trigger give and that it weighs too little.
func (c *choice) untold() bool {
	r := c.reading
	return c.ordinaryCrime() || r.nameWord(c.tok) || c.onlyToCome() || c.typ == "ASSAULT" && r.accident(c.tok)
}

// nameWord reports whether a token is a word of a name and no headline writes it
// with a capital: "the Desert War museum", "the Commission of Inquiry".
func (r *reading) nameWord(i int) bool {
	return strings.HasPrefix(r.xpos(i), "NNP") && !r.verbal(i) && !r.sent.Headline
}

// onlyToCome reports whether no rule sees the act and its clause says that it is
// still to come, or only if something else happens. What is promised or
// threatened is an agreement or a threat, and the rules know the words for these.
func (c *choice) onlyToCome() bool {
	r := c.reading
	if rule := r.ruled[c.tok]; rule != nil && rule.typ == c.typ {
		return false
	}
	a := &act{tok: c.tok, noun: !r.verbal(c.tok), code: code{typ: c.typ}}
	a.src, a.tgt = c.sides()
	switch r.clauseOperator(a) {
	case "will", "if":
		return true
	case "wont":
		return c.typ != "REJECT"
	case "announce":
		return !slices.Contains([]string{"AGREE", "THREATEN"}, c.typ)
	}
	return false
}
