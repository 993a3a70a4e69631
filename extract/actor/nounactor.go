package actor

import (
	"strings"

	"dyad/internal/loglinear"
)

// leastNoun is the least chance of an agent noun to be an actor that is one: what
// a text tells on in few words is often left out by annotators, so it is low.
const leastNoun = .25

// leastFirm is the same of one company or news medium of a state that does something or has
// it done to it: "an Indian company" would be India else.
const leastFirm = .1

// sureNoun is the least chance of one that stands alone though it seldom is an
// actor ("people", "the team"): such a noun has to look like one.
const sureNoun = .6

// nounQuestion asks whether an agent noun in a sentence is an actor.
type nounQuestion struct {
	rd          *reading
	s           *sentence
	first, last int // the noun
	noun        *agentNoun
	by          *mention // what it belongs to, nil if nothing
}

// actorNoun reports whether an agent noun that belongs to what another mention
// names, or to nothing, is an actor where it stands. A noun for one person that
// seldom is an actor has to belong to somebody or act. Groups a log-linear model
// judges, more strictly where nothing else speaks for them: by the noun, by what
// it is to its verb, and by the words around it. What stands before a name says
// who somebody is, and is always read.
func (rd *reading) actorNoun(s *sentence, first, last int, a *agentNoun, by *mention) bool {
	tied := by != nil && (a.sector != "CVL" || a.plural)
	may := !a.weak || tied || rd.takesUp(s, first, last, a) || a.plural && rd.measured(s, first)
	o := s.takenAt(last)
	if !a.plural && !a.group && !a.collective || o != nil && o.first == last && (o.kind == mOrg || o.kind == mPerson) {
		return may
	}
	sure := !a.weak && (by != nil || rd.whose(s, first))
	q := &nounQuestion{rd: rd, s: s, first: first, last: last, noun: a, by: by}
	if rd.askedNoun != nil {
		rd.askedNoun(q)
	}
	least := leastNoun
	if tied && rd.firmOf(s, first, last, a, by) {
		least = leastFirm
	}
	if !may {
		least = sureNoun
	}
	return may && sure || rd.victims(s, first, last, a) || q.chance() >= least
}

// firmOf reports whether a noun for one company or medium behind a demonym is the subject
// or object of a verb.
func (rd *reading) firmOf(s *sentence, first, last int, a *agentNoun, by *mention) bool {
	if !a.collective || a.plural || a.sector != "BUS" && a.sector != "JRN" || by.kind != mCountry || by.e.kind != kindDemonym || by.last > first {
		return false
	}
	switch rel := s.Rel(s.firstConjunct(s.headOf(first, last))); rel {
	case "nsubj", "obj", "obl":
		return true
	}
	return false
}

// whose reports whether a pronoun says whose the noun at token first is: "their
// soldiers".
func (rd *reading) whose(s *sentence, first int) bool {
	for i := first - 1; i >= 0 && i >= first-3; i-- {
		switch s.word(i) {
		case "his", "her", "its", "their", "our", "my":
			return true
		}
		if !s.isAny(i, "ADJ", "NUM", "NOUN") {
			return false
		}
	}
	return false
}

// chance is the probability that the noun is an actor.
func (q *nounQuestion) chance() float64 {
	b := loglinear.NewBag(featureForm, false)
	q.describe(b)
	return loglinear.Sigmoid(q.rd.r.nouns.score(b))
}

// describe puts the features of the noun into a bag.
func (q *nounQuestion) describe(b *loglinear.Bag) {
	s, a := q.s, q.noun
	h := s.headOf(q.first, q.last)
	top := s.firstConjunct(h) // what a list is, its members are
	number := "one"
	if a.plural {
		number = "many"
	} else if a.group || a.collective {
		number = "group"
	}
	rel := s.Tokens[top].DepRel
	b.Add("any")
	b.Add("number", number)
	b.Add("noun", a.noun)
	b.Add("noun", a.noun, number)
	b.Add("noun", a.noun, s.Rel(top))
	b.Add("sector", a.sector)
	b.Add("is", rel)
	b.Add("is", rel, a.sector)
	if top != h {
		b.Add("in list")
	}
	if g := s.Tokens[top].Head; g >= 0 {
		lemma := strings.ToLower(s.Tokens[g].Lemma)
		if s.isAny(g, "PROPN") {
			lemma = "name"
		}
		b.Add("of", lemma)
		b.Add("is of", s.Rel(top), lemma)
		b.Add("is of", s.Rel(top), s.Tokens[g].UPOS)
		if q.rd.r.Speaks(lemma) {
			b.Add("speaks", s.Rel(top))
		}
	}
	if c := s.Child(top, "case"); c >= 0 {
		b.Add("after", s.Rel(top), s.word(c))
	}
	if q.by != nil {
		b.Add("tied", nameKinds[q.by.kind])
		b.Add("tied", a.sector)
	}
	if q.rd.measured(s, q.first) {
		b.Add("measured")
	}
	b.Add("before", s.common(q.last))
	b.Add("behind", s.common(q.first-1))
	if s.Headline {
		b.Add("headline")
	}
	if o := s.takenAt(q.first - 1); o != nil {
		b.Add("behind name", nameKinds[o.kind])
	}
	q.describeParts(b, h, number)
}

// nameKinds names the kinds of mentions that stand beside a noun.
var nameKinds = map[mentionKind]string{mCountry: "state", mOrg: "organization", mPerson: "person", mInstitution: "body", mRegion: "region", mPlace: "place"}

// describeParts puts the words that depend on the noun into a bag.
func (q *nounQuestion) describeParts(b *loglinear.Bag, h int, number string) {
	s, det, words := q.s, "none", 0
	for i := range s.Tokens {
		if s.Tokens[i].Head != h {
			continue
		}
		switch s.Rel(i) {
		case "det":
			det = s.word(i)
		case "amod", "compound":
			words++
			b.Add("word", s.common(i))
		case "nummod":
			b.Add("counted")
		case "acl":
			b.Add("clause", s.Tokens[i].DepRel)
		case "conj":
			b.Add("list")
		case "nmod":
			c := s.Child(i, "case")
			switch {
			case s.Tokens[i].DepRel == "nmod:poss":
				det = "whose"
			case c >= 0:
				b.Add("with", s.word(c))
			}
			if o := s.taken[i]; o != nil && i >= q.last {
				b.Add("with name", nameKinds[o.kind])
			}
		}
	}
	b.Add("article", det)
	b.Add("article", det, number)
	b.Add("words", count(words))
}

// common returns the lower-case form of token i, "name" of a name.
func (s *sentence) common(i int) string {
	if s.isAny(i, "PROPN") {
		return "name"
	}
	return s.word(i)
}

// forms returns the words of the noun phrase in the forms that an annotation
// may have: from its beginning, and with the phrases that follow.
func (q *nounQuestion) forms() []string {
	m := &mention{first: q.first, last: q.last, head: q.s.headOf(q.first, q.last)}
	m.first = q.rd.modifiers(q.s, q.first, &tie{}, &mention{kind: mNominal})
	text := q.rd.text
	return []string{text(q.s, q.first, q.last), text(q.s, m.first, q.last), text(q.s, m.first, q.rd.extent(q.s, m))}
}
