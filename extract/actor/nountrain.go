package actor

import (
	"io"
	"slices"

	"dyad/extract/nlp"
	"dyad/internal/loglinear"
	"dyad/schema"
)

// NounExample is an analysed text and what its annotation calls actors.
type NounExample struct {
	Article schema.Article
	Ling    *nlp.Doc
	// IsActor reports whether words of the text are an actor of the annotation.
	IsActor func(words string) bool
	// Sparse says that the annotators listed fewer actors than others.
	Sparse bool
}

// Settings of the learner of nouns; see those of pronouns.
const (
	nounRounds  = 150
	nounPenalty = 5
	nounWeak    = .03
)

// TrainNouns learns which agent nouns are actors where they stand and writes
// the weights.
func (r *Resolver) TrainNouns(examples []NounExample, out io.Writer) error {
	v := loglinear.NewVocabulary()
	var groups []choice
	b := loglinear.NewBag(featureForm, true)
	r.askNouns(examples, func(ex *NounExample, q *nounQuestion) {
		b.Reset()
		q.describe(b)
		if ex.Sparse {
			b.Add("sparse")
		}
		groups = append(groups, isOrNot(v, b, q.annotated(ex)))
	})
	w := fitChoices(v, groups, nounRounds, nounPenalty)
	r.nouns = weightsOf(v, w, 0)
	return writeWeights(out, "whether an agent noun is an actor", v, w, nounWeak)
}

// annotated reports whether the annotation has the noun as an actor.
func (q *nounQuestion) annotated(ex *NounExample) bool {
	return slices.ContainsFunc(q.forms(), ex.IsActor)
}

// askNouns hands every question of the texts to a function.
func (r *Resolver) askNouns(examples []NounExample, ask func(*NounExample, *nounQuestion)) {
	for i := range examples {
		ex := &examples[i]
		rd := newReading(r, &schema.Document{Article: ex.Article}, ex.Ling)
		rd.askedNoun = func(q *nounQuestion) { ask(ex, q) }
		rd.read()
	}
}

// NounScore counts agent nouns: those that the annotation has as actors, those
// that are taken for one, and those of them that it has.
type NounScore struct{ Annotated, Taken, Right int }

// ScoreNouns judges the agent nouns of texts with the weights in force.
func (r *Resolver) ScoreNouns(examples []NounExample) (weak, others NounScore) {
	r.askNouns(examples, func(ex *NounExample, q *nounQuestion) {
		s := &others
		if q.noun.weak {
			s = &weak
		}
		is, taken := q.annotated(ex), q.chance() >= leastNoun
		if is {
			s.Annotated++
		}
		if taken {
			s.Taken++
		}
		if is && taken {
			s.Right++
		}
	})
	return weak, others
}
