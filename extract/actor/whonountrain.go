package actor

import (
	"io"
	"slices"

	"dyad/extract/nlp"
	"dyad/internal/loglinear"
	"dyad/schema"
)

// PersonExample is an analysed text and whom its annotation means by what words.
type PersonExample struct {
	Article schema.Article
	Ling    *nlp.Doc
	// Means names the actor of the annotation that words of the text are said of,
	// "" if none or several; Actors those that actors mean by their ids.
	Means  func(words string) string
	Actors map[string]string
}

// Settings of the learner of what nouns take up; see those of pronouns.
const (
	personRounds  = 150
	personPenalty = 3
	personWeak    = .04
)

// right returns for every option of a question whether the noun means it; nil if
// the annotation does not tell.
func (ex *PersonExample) right(q *personQuestion) []bool {
	means := ""
	for _, words := range q.forms() {
		if means = ex.Means(words); means != "" {
			break
		}
	}
	if means == "" {
		return nil
	}
	out := make([]bool, len(q.people)+1)
	none := true
	for k, p := range q.people {
		if ex.Actors[q.rd.personActor(p).ID] == means {
			out[k], none = true, false
		}
	}
	out[len(q.people)] = none
	return out
}

// forms returns the words of the noun phrase that an annotation may have.
func (q *personQuestion) forms() []string {
	n := nounQuestion{rd: q.rd, s: q.rd.sents[q.m.sent], first: q.m.nameFirst, last: q.m.nameLast}
	return append(n.forms(), q.rd.text(n.s, q.m.first, q.m.last))
}

// askPersons hands every question of the texts to a function. The right answer,
// if there is one, is what later ones build on.
func (r *Resolver) askPersons(examples []PersonExample, ask func(q *personQuestion, right []bool)) {
	for i := range examples {
		ex := &examples[i]
		rd := newReading(r, &schema.Document{Article: ex.Article}, ex.Ling)
		rd.askedPerson = func(q *personQuestion) *person {
			right := ex.right(q)
			if right == nil {
				return nil
			}
			if len(q.people) > 0 {
				ask(q, right)
			}
			if k := slices.Index(right, true); k < len(q.people) {
				return q.people[k]
			}
			return nil
		}
		rd.read()
	}
}

// TrainPersons learns whom definite nouns take up and writes the weights.
func (r *Resolver) TrainPersons(examples []PersonExample, out io.Writer) error {
	v := loglinear.NewVocabulary()
	var groups []choice
	r.askPersons(examples, func(q *personQuestion, right []bool) { groups = append(groups, whichOf(v, right, q.describe)) })
	w := fitChoices(v, groups, personRounds, personPenalty)
	r.persons = weightsOf(v, w, 0)
	return writeWeights(out, "which person a definite noun takes up", v, w, personWeak)
}

// ScorePersons answers the questions of texts with the weights in force.
func (r *Resolver) ScorePersons(examples []PersonExample) PronounScore {
	var out PronounScore
	r.askPersons(examples, func(q *personQuestion, right []bool) {
		out.Asked++
		if !right[len(q.people)] {
			out.Answerable++
		}
		if p, _ := q.choose(); p != nil {
			out.Answered++
			if right[slices.Index(q.people, p)] {
				out.Right++
			}
		}
	})
	return out
}
