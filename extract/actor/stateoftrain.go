package actor

import (
	"io"
	"slices"

	"dyad/extract/nlp"
	"dyad/internal/loglinear"
	"dyad/schema"
)

// StateExample is an analysed text and the codes that its annotation gives.
type StateExample struct {
	Article schema.Article
	Ling    *nlp.Doc
	// Code returns the country slot of the actor that words of the text mean by the
	// annotation; false if they mean none or several.
	Code func(words string) (string, bool)
}

// Settings of the learner of states; see those of pronouns.
const (
	stateRounds  = 200
	statePenalty = 3
	stateWeak    = .03
)

// right returns for every code of a question whether it is the annotated one; nil
// if the annotation does not tell.
func (ex *StateExample) right(q *stateQuestion) []bool {
	for _, m := range q.mentions {
		s := q.rd.sents[m.sent]
		for _, words := range []string{q.rd.text(s, m.nameFirst, m.nameLast), q.rd.text(s, m.first, m.last)} {
			if code, ok := ex.Code(words); ok {
				out := make([]bool, len(q.codes))
				for k, c := range q.codes {
					out[k] = c == code
				}
				return out
			}
		}
	}
	return nil
}

// askStates hands every question of the texts that the annotation answers to a function.
func (r *Resolver) askStates(examples []StateExample, ask func(q *stateQuestion, right []bool)) {
	for i := range examples {
		ex := &examples[i]
		rd := newReading(r, &schema.Document{Article: ex.Article}, ex.Ling)
		rd.askedState = func(q *stateQuestion) string {
			if right := ex.right(q); right != nil {
				ask(q, right)
			}
			return q.codes[0]
		}
		rd.read()
	}
}

// TrainStates learns the states of people of whom only the name is known and writes
// the weights.
func (r *Resolver) TrainStates(examples []StateExample, out io.Writer) error {
	v := loglinear.NewVocabulary()
	var groups []choice
	r.askStates(examples, func(q *stateQuestion, right []bool) {
		if slices.Contains(right, true) {
			groups = append(groups, whichOf(v, right, q.describe))
		}
	})
	w := fitChoices(v, groups, stateRounds, statePenalty)
	r.states = weightsOf(v, w, 0)
	return writeWeights(out, "which state a person is of", v, w, stateWeak)
}

// StateScore counts questions: how often the home state is right, any of the codes
// is, and the answer of the model, and how often that is better and worse than home.
type StateScore struct{ Asked, Home, Any, Right, Better, Worse int }

// ScoreStates answers the questions of texts with the weights in force.
func (r *Resolver) ScoreStates(examples []StateExample) StateScore {
	var out StateScore
	r.askStates(examples, func(q *stateQuestion, right []bool) {
		k := q.choose()
		out.Asked++
		for _, n := range []struct {
			is    bool
			count *int
		}{
			{right[0], &out.Home}, {slices.Contains(right, true), &out.Any}, {right[k], &out.Right},
			{right[k] && !right[0], &out.Better}, {right[0] && !right[k], &out.Worse},
		} {
			if n.is {
				*n.count++
			}
		}
	})
	return out
}
