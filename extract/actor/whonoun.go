package actor

import (
	"slices"
	"strconv"
	"strings"

	"dyad/internal/loglinear"
)

// How many people a definite noun may take up, and within how many sentences.
const (
	nounPeople = 12
	nounReach  = 40
)

// personQuestion asks which of the people of an article a definite noun takes up
// ("the minister", "the former guerrilla"), or none of them.
type personQuestion struct {
	rd     *reading
	m      *mention
	people []*person  // the last named first, then those named only later
	at     []*mention // by person: the nearest mention
	often  []int      // by person: mentions before
	later  int        // how many people are named only later
	sure   *person    // whom the rule for titles takes
	alone  bool       // nobody else is named in the sentence and the two before
	again  bool       // the noun stood for somebody without a name before
}

// personTakenUp returns the person that a definite noun takes up by a log-linear
// model, and its chance; nil for none. The model knows what the rules for titles
// say, what is known of everybody, and who was named where. Mentions are ranked
// as in Denis and Baldridge 2008.
func (rd *reading) personTakenUp(m *mention, before []*mention) (*person, float64) {
	q := rd.personQuestion(m, before)
	if rd.askedPerson != nil {
		return rd.askedPerson(q), 1
	}
	return q.choose()
}

// choose returns the most likely person and its chance, nil for none.
func (q *personQuestion) choose() (*person, float64) {
	if len(q.people) == 0 {
		return nil, 0
	}
	chances := loglinear.Softmax(q.rd.r.persons.scores(len(q.people)+1, q.describe))
	best := 0
	for k := range chances {
		if chances[k] > chances[best] {
			best = k
		}
	}
	if best == len(q.people) {
		return nil, 0
	}
	return q.people[best], chances[best]
}

func (rd *reading) personQuestion(m *mention, before []*mention) *personQuestion {
	q := &personQuestion{rd: rd, m: m, sure: rd.namedBefore(m, before)}
	near, s := map[*person]bool{}, rd.sents[m.sent]
	for _, o := range slices.Backward(before) {
		if m.sent-o.sent > nounReach {
			break
		}
		if o.kind == mNominal && o.person == nil && o.noun != nil && len(o.ids) == 1 && rd.sameNoun(o.noun, m.noun) {
			if a := rd.actors[o.ids[0]]; a != nil && a.Generic {
				q.again = true
			}
		}
		p := o.person
		if p == nil || o.hidden || o.sent == m.sent && o.last > m.first || !rd.mayBe(p, m) {
			continue
		}
		k := slices.Index(q.people, p)
		if k < 0 && o.sent == m.sent && o == firstNamed(p) && p != q.sure && s.onlyOf(o) {
			continue
		}
		if m.sent-o.sent <= 2 {
			near[p] = true
		}
		if k < 0 && len(q.people) < nounPeople {
			k = len(q.people)
			q.people, q.at, q.often = append(q.people, p), append(q.at, o), append(q.often, 0)
		}
		if k >= 0 {
			q.often[k]++
		}
	}
	q.alone = len(near) == 1
	for _, p := range rd.people {
		if o := firstNamed(p); q.later < 3 && o != nil && !slices.Contains(q.people, p) && rd.mayBe(p, m) && rd.fits(p, m) {
			if o.sent > m.sent || o.sent == m.sent && o.first > m.first {
				q.people, q.at, q.often, q.later = append(q.people, p), append(q.at, o), append(q.often, 0), q.later+1
			}
		}
	}
	return q
}

// firstNamed returns the first mention of a person, nil if there is none.
func firstNamed(p *person) *mention {
	if len(p.mentions) == 0 {
		return nil
	}
	return p.mentions[0]
}

// onlyOf reports whether a name only says whose or for whom somebody else is: nobody whom
// "the judge" takes up in the sentence of "a lawyer for Ana Paz".
func (s *sentence) onlyOf(o *mention) bool {
	h := s.firstConjunct(o.head)
	return s.Rel(h) == "nmod"
}

// mayBe reports whether a noun may mean a person by sex and state.
func (rd *reading) mayBe(p *person, m *mention) bool {
	return !(m.noun.female && p.tie.male || m.noun.male && p.tie.female) && alike(rd.personActor(p).Code, m.tie.code) != "unlike"
}

// describe puts the features of person k into a bag; the last is nobody named.
func (q *personQuestion) describe(b *loglinear.Bag, k int) {
	det, by := q.determiner(), "none"
	if q.m.tie.by != nil {
		by = nameKinds[q.m.tie.by.kind]
	}
	if k == len(q.people) {
		q.describeNobody(b, det, by)
		return
	}
	rd, m := q.rd, q.m
	p, o := q.people[k], q.at[k]
	a, s, t := rd.personActor(p), rd.sents[m.sent], rd.sents[o.sent]
	away, rank := count(m.sent-o.sent), count(k)
	if k >= len(q.people)-q.later {
		away = "later"
	}
	office, fits := strconv.FormatBool(m.noun.office), strconv.FormatBool(rd.fits(p, m))
	sector := alike(a.Sector, m.noun.sector)
	b.Add("person")
	b.Add("fits", fits, office)
	b.Add("fits", fits, rank)
	b.Add("sector", sector, office)
	b.Add("sector", sector, rank)
	b.Add("sectors", m.noun.sector+"-"+a.Sector)
	b.Add("state", alike(a.Code, m.tie.code), by)
	b.Add("away", away, det)
	b.Add("away", away, office)
	b.Add("rank", rank, det)
	b.Add("rank", rank, away)
	b.Add("often", count(q.often[k]), office)
	b.Add("is", s.Rel(m.head), t.Rel(t.firstConjunct(o.head)))
	b.Add("last", strconv.FormatBool(q.alone), rank)
	b.Add("sex", strconv.FormatBool(m.noun.female), strconv.FormatBool(p.tie.female))
	if p == q.sure {
		b.Add("sure", office)
		b.Add("sure", rank)
		b.Add("sure", det)
		b.Add("sure", by)
	}
	switch role := " " + strings.ToLower(a.Role) + " "; {
	case a.Role == "":
		b.Add("role none", office)
	case strings.Contains(role, " "+m.noun.noun+" "):
		b.Add("role has", det)
	default:
		b.Add("role lacks", office)
	}
	if m.tie.former {
		b.Add("former", strconv.FormatBool(p.tie.former || a.Sector == "ELI"))
	}
	if m.tie.by != nil && p.tie.by != nil && m.tie.by.org != nil {
		b.Add("employer", strconv.FormatBool(m.tie.by.org == p.tie.by.org))
	}
	if o.sent == m.sent && t.Tokens[o.head].Head == s.Tokens[m.head].Head {
		b.Add("same verb", t.Rel(o.head))
	}
	if o.modifier {
		b.Add("modifier")
	}
	if rd.speaks(t, o.head) && rd.speaks(s, m.head) {
		b.Add("both speak", away)
	}
	if p.e != nil {
		b.Add("known", fits)
	}
}

// describeNobody puts the features of the noun that speak for or against
// somebody new into a bag.
func (q *personQuestion) describeNobody(b *loglinear.Bag, det, by string) {
	m, s := q.m, q.rd.sents[q.m.sent]
	b.Add("new")
	b.Add("new", det)
	b.Add("new noun", m.noun.noun)
	b.Add("new office", strconv.FormatBool(m.noun.office), det)
	b.Add("new sector", m.noun.sector+".")
	b.Add("new by", by)
	b.Add("new of", count(len(q.people)))
	b.Add("new again", strconv.FormatBool(q.again))
	b.Add("new is", s.Rel(m.head))
	b.Add("new words", count(len(q.rd.groupWordsBefore(m))))
	b.Add("new behind", s.common(m.last))
	b.Add("new former", strconv.FormatBool(m.tie.former))
	if q.sure != nil {
		b.Add("new though")
	}
	if q.rd.speaks(s, m.head) {
		b.Add("new speaks")
	}
}

// determiner is the word that makes the noun definite, "whose" for an owner.
func (q *personQuestion) determiner() string {
	det := q.rd.sents[q.m.sent].word(q.m.first)
	switch {
	case q.rd.r.words[det] == "article" || det == "this" || det == "that":
		return det
	case q.m.tie.by != nil:
		return "whose"
	}
	return "none"
}

// alike compares what is known of two.
func alike(a, b string) string {
	switch {
	case a == "" || b == "":
		return "unknown"
	case a == b:
		return "like"
	}
	return "unlike"
}
