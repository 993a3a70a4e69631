package actor

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"dyad/internal/loglinear"
	"dyad/schema"
)

// How far back a pronoun is looked up, in sentences, and among how many mentions.
const (
	pronounReach = 3
	pronounMost  = 24
)

// pronounNews is taken off the score of nobody: news speaks of actors more than
// the texts that the weights are learned on.
const pronounNews = 1

// resolvePronoun finds what a pronoun takes up: of the mentions before it that
// agree in number and gender, or nobody, what the log-linear model finds most
// likely. The chances of mentions of one actor add up. The features follow
// those of mention rankers (Denis and Baldridge 2008); "nobody" as one more
// option is what keeps "it" from a state wherever it means a thing.
func (rd *reading) resolvePronoun(m *mention, before []*mention) {
	list := rd.antecedents(m, before)
	if rd.asked == nil {
		if m.ids = rd.pairBefore(m, list); m.ids != nil {
			return
		}
	}
	if len(list) == 0 {
		return
	}
	q := rd.question(m, list, before)
	if rd.asked != nil {
		rd.asked(q)
		return
	}
	if o := q.certain(); o != nil {
		m.ids = slices.Clone(o.ids)
		return
	}
	if best, chance := q.choose(rd.r.pronouns); best >= 0 {
		m.ids = slices.Clone(list[best].ids)
		m.confidence = min(0.9, 0.4+chance/2)
		if chance >= sureTake {
			rd.noteSex(m)
		}
	}
}

// choose returns the most likely option and its chance, -1 for nobody.
func (q *question) choose(w weights) (best int, chance float64) {
	scores := w.scores(len(q.options)+1, q.describe)
	if scores[len(q.options)] -= pronounNews; q.owns() || q.only() {
		scores[len(q.options)] = math.Inf(-1)
	}
	for k, o := range q.options {
		scores[k] += q.lean(o)
	}
	chances := loglinear.Softmax(scores)
	best, chance = -1, chances[len(q.options)]
	for k, o := range q.options {
		sum := 0.0
		for j, x := range q.options {
			if slices.Equal(x.ids, o.ids) {
				sum += chances[j]
			}
		}
		if sum > chance {
			best, chance = k, sum
		}
	}
	return best, chance
}

// only reports whether a pronoun for a person has one person alone to mean, who is named
// in its sentence or the one before.
func (q *question) only() bool {
	return q.class == "person" && q.m.sent-q.options[0].sent <= 1 && !slices.ContainsFunc(q.options, func(o *mention) bool {
		return !slices.Equal(o.ids, q.options[0].ids)
	})
}

// owns reports whether the pronoun is part of a noun phrase for an actor: whose
// minister or army "its" is, is an actor for sure.
func (q *question) owns() bool {
	o := q.rd.sents[q.m.sent].taken[q.m.first]
	return o != nil && (o.kind == mNominal || o.kind == mInstitution)
}

// certain returns who a pronoun means where the syntax decides: the subject for
// "himself" and "its own"; for a possessive the subject of what is said where it says
// whose the speaker is ("Russia threatened to bomb Chad, its president said"), what
// stands before "and" ("Chad and its president"), and whom "which" takes up as subject
// of its clause ("angered Chad, which recalled its ambassador"). The texts that the
// weights are learned on have few such. Nil elsewhere.
func (q *question) certain() *mention {
	s := q.rd.sents[q.m.sent]
	if o := q.bound(); o != nil {
		return o
	}
	noun := s.Tokens[q.m.head].Head
	if noun < 0 || s.Tokens[q.m.head].DepRel != "nmod:poss" {
		return nil
	}
	speaker := q.owns() && q.rd.speaks(s, noun)
	before := q.m.first // the end of the name that "and its president" follows
	if w := s.word(before - 1); w == "and" || w == "or" {
		before--
	}
	for _, o := range slices.Backward(q.options) {
		if o.sent == q.m.sent && (speaker && s.Rel(o.head) == "nsubj" || before < q.m.first && o.last == before) {
			return o
		}
	}
	return nil
}

// antecedents lists the mentions that a pronoun may take up, the nearest first.
func (rd *reading) antecedents(m *mention, before []*mention) []*mention {
	var out []*mention
	for i := len(before) - 1; i >= 0 && len(out) < pronounMost; i-- {
		o := before[i]
		if m.sent-o.sent > pronounReach {
			break
		}
		if o.hidden || len(o.ids) == 0 || o.sent == m.sent && o.last > m.first || !rd.agrees(o, m) || rd.barred(o, m) {
			continue
		}
		out = append(out, o)
	}
	return rd.statesOnly(m, out)
}

// question is a pronoun with what it may take up.
type question struct {
	rd      *reading
	m       *mention
	options []*mention
	class   string // person, it or they
	often   []int  // by option: mentions of the same actor before
	took    [][2]int
	ranks   []int // by option: how many other actors stand nearer
	quoted  bool
	// speaks says that the pronoun is the subject of a verb of saying, speaker is
	// the nearest option that is, -1 if none.
	speaks  bool
	speaker int
}

// question prepares what the features of all options need.
func (rd *reading) question(m *mention, list, before []*mention) *question {
	q := &question{rd: rd, m: m, options: list, class: m.phrase, quoted: rd.quoted(m.sent, m.first), speaker: -1}
	q.speaks = rd.speaks(rd.sents[m.sent], m.head)
	if m.phrase == "he" || m.phrase == "she" {
		q.class = "person"
	}
	var seen []string
	for k, o := range list {
		if q.speaker < 0 && rd.speaks(rd.sents[o.sent], o.head) {
			q.speaker = k
		}
		id := o.ids[0]
		rank := slices.Index(seen, id)
		if rank < 0 {
			rank = len(seen)
			seen = append(seen, id)
		}
		q.ranks = append(q.ranks, rank)
		often, took := 0, [2]int{}
		for _, x := range before {
			if len(x.ids) != len(o.ids) || x.ids[0] != id {
				continue
			}
			often++
			if x.kind == mPronoun && x.same == nil && x.phrase == m.phrase {
				took[0]++
			} else if x.kind == mPronoun && x.same == nil {
				took[1]++
			}
		}
		q.often, q.took = append(q.often, often), append(q.took, took)
	}
	return q
}

// describe puts the features of option k into a bag; the last option is nobody.
func (q *question) describe(b *loglinear.Bag, k int) {
	rd, m := q.rd, q.m
	s := rd.sents[m.sent]
	c := q.class
	rel := s.Tokens[m.head].DepRel
	gov, govClass, govPOS := governor(s, m.head)
	if k == len(q.options) {
		b.Add(c, "no")
		b.Add(c, "no", s.word(m.first))
		b.Add(c, "no", rel)
		b.Add(c, "no under", rel, gov)
		b.Add(c, "no class", rel, govClass)
		b.Add(c, "no", rel, govPOS)
		b.Add(c, "no next", s.word(m.last))
		b.Add(c, "no options", count(len(q.options)))
		b.Add(c, "no speaks", strconv.FormatBool(q.speaks))
		b.Add(c, "no quoted", strconv.FormatBool(q.quoted))
		b.Add(c, "no near", strconv.Itoa(m.sent-q.options[0].sent))
		if s.Child(s.Tokens[m.head].Head, "cop") >= 0 {
			b.Add(c, "no cop", govPOS)
		}
		return
	}
	o := q.options[k]
	t := rd.sents[o.sent]
	away := strconv.Itoa(m.sent - o.sent)
	orel := t.Rel(t.firstConjunct(o.head))
	kind := rd.kindOf(o)
	form := formOf(o)
	rank := count(q.ranks[k])
	b.Add(c, "away", away, form)
	b.Add(c, "rank", rank)
	b.Add(c, "rank", rank, away, orel)
	b.Add(c, "rel", orel, rel)
	b.Add(c, "rel", orel, away)
	b.Add(c, "kind", kind, form)
	b.Add(c, "kind", kind, rel, gov)
	b.Add(c, "kind class", kind, rel, govClass)
	b.Add(c, "often", count(q.often[k]))
	b.Add(c, "took", count(q.took[k][0]))
	b.Add(c, "took other", count(q.took[k][1]))
	if o.modifier {
		b.Add(c, "modifier", form)
	}
	if o.locative {
		b.Add(c, "locative", kind)
	}
	if orel == "nsubj" {
		h := t.Tokens[t.firstConjunct(o.head)].Head
		if h >= 0 && t.Rel(h) == "root" {
			b.Add(c, "main subject", away)
		}
	}
	if rd.speaks(t, o.head) {
		b.Add(c, "speaker", away, strconv.FormatBool(q.quoted))
		b.Add(c, "speakers", away, strconv.FormatBool(q.speaks))
	}
	if k == q.speaker || q.speaker >= 0 && slices.Equal(o.ids, q.options[q.speaker].ids) {
		b.Add(c, "last speaker", strconv.FormatBool(q.speaks), strconv.FormatBool(q.quoted))
	}
	b.Add(c, "speaks", strconv.FormatBool(q.speaks), kind, form)
	oq := rd.quoted(o.sent, o.first)
	b.Add(c, "quoted", strconv.FormatBool(q.quoted), strconv.FormatBool(oq), away)
	if o.sent == m.sent {
		switch {
		case t.Tokens[o.head].Head == s.Tokens[m.head].Head:
			b.Add(c, "same verb", orel, rel)
		case s.Tokens[m.head].Head == o.head:
			b.Add(c, "of it", rel)
		case s.Dominates(t.Tokens[o.head].Head, m.head) && t.Tokens[o.head].Head >= 0:
			b.Add(c, "above", orel)
		default:
			b.Add(c, "aside", orel)
		}
	}
	if len(o.ids) > 1 {
		b.Add(c, "many")
	}
	if c == "person" {
		b.Add(m.phrase, "gender", strconv.FormatBool(rd.female(o)), strconv.FormatBool(rd.male(o)))
	}
}

// speaks reports whether a token is the subject of a verb of saying.
func (rd *reading) speaks(s *sentence, i int) bool {
	i = s.firstConjunct(i)
	h := s.Tokens[i].Head
	return s.Tokens[i].DepRel == "nsubj" && h >= 0 && rd.r.Speaks(s.Tokens[h].Lemma)
}

// Speaks reports whether a lemma is a verb of saying.
func (r *Resolver) Speaks(lemma string) bool {
	return r.classes[strings.ToLower(lemma)+"/speech"] != ""
}

// governor returns lemma, class and part of speech of the head of a token; a
// possessive's is the noun it belongs to.
func governor(s *sentence, i int) (lemma, class, upos string) {
	h := s.Tokens[i].Head
	if h < 0 {
		return "", "", ""
	}
	t := &s.Tokens[h]
	return strings.ToLower(t.Lemma), strconv.Itoa(int(t.Class)), t.UPOS
}

// kindOf names the kind of actor that a mention means.
func (rd *reading) kindOf(o *mention) string {
	a := rd.actors[o.ids[0]]
	switch {
	case a == nil:
		return "none"
	case len(o.ids) > 1:
		return "several"
	case a.Generic:
		return "some " + a.Kind
	}
	return a.Kind
}

// formOf names how a mention names its actor.
func formOf(o *mention) string {
	switch o.kind {
	case mPronoun:
		if o.same != nil {
			return "relative"
		}
		return o.phrase
	case mNominal, mInstitution:
		return "noun"
	case mTakeUp:
		return "take-up"
	}
	return "name"
}

// quoted reports whether a token stands inside quotation marks that were
// opened in its paragraph.
func (rd *reading) quoted(si, i int) bool {
	if rd.inQuote == nil {
		rd.inQuote = make([][]bool, len(rd.sents))
		open, region := false, -1
		for k, s := range rd.sents {
			if s.Region != region {
				open, region = false, s.Region
			}
			marks := make([]bool, len(s.Tokens))
			for j := range s.Tokens {
				switch s.Tokens[j].Form {
				case "“", "``":
					open = true
				case "”", "''":
					open = false
				case `"`:
					open = !open
				}
				marks[j] = open
			}
			rd.inQuote[k] = marks
		}
	}
	return rd.inQuote[si][i]
}

// agrees reports whether number and gender allow that pronoun m takes up o.
func (rd *reading) agrees(o, m *mention) bool {
	a := rd.actors[o.ids[0]]
	if a == nil {
		return false
	}
	many := len(o.ids) > 1 || a.Kind == schema.KindGroup
	person := a.Kind == schema.KindPerson && !many
	switch m.phrase {
	case "he":
		return person && !rd.female(o) && !rd.always(a.ID, "she")
	case "she":
		return person && rd.maybeFemale(o) && !rd.always(a.ID, "he")
	case "it":
		return !many && !person
	case "they":
		return many || a.Kind == schema.KindOrganization
	}
	return false
}

// sureSex is how many pronouns of one sex and none of the other make it sure, where
// they take somebody up with a chance of sureTake.
const (
	sureSex  = 2
	sureTake = .8
)

// noteSex counts by which pronouns a person is taken up.
func (rd *reading) noteSex(m *mention) {
	if m.phrase != "he" && m.phrase != "she" {
		return
	}
	if rd.sexes == nil {
		rd.sexes = map[string]map[string]int{}
	}
	if rd.sexes[m.ids[0]] == nil {
		rd.sexes[m.ids[0]] = map[string]int{}
	}
	rd.sexes[m.ids[0]][m.phrase]++
}

// always reports whether an actor was taken up by one pronoun for people several
// times and never by the other.
func (rd *reading) always(id, phrase string) bool {
	n := rd.sexes[id]
	return n[phrase] >= sureSex && n["he"]+n["she"] == n[phrase]
}

// female reports whether a mention means a woman, by its noun, its title, the
// tables, or the given name of its person.
func (rd *reading) female(o *mention) bool {
	if o.noun != nil && o.noun.female {
		return true
	}
	p := o.person
	return p != nil && (p.tie.female || p.e != nil && p.e.female || p.e == nil && !p.tie.male && rd.given(p, "woman"))
}

// male reports the same of a man.
func (rd *reading) male(o *mention) bool {
	if o.noun != nil && o.noun.male {
		return true
	}
	p := o.person
	return p != nil && !rd.female(o) && (p.tie.male || rd.given(p, "man"))
}

// given reports whether the given name of a person is one of a sex.
func (rd *reading) given(p *person, sex string) bool {
	return len(p.tokens) > 1 && rd.r.classes[strings.ToLower(p.tokens[0])+"/"+sex] != ""
}

// maybeFemale also lets people pass of whom nothing is known.
func (rd *reading) maybeFemale(o *mention) bool {
	p := o.person
	if p == nil {
		return o.noun == nil || !o.noun.male
	}
	return rd.female(o) || p.e == nil && !rd.male(o)
}
