package actor

import (
	"io"
	"slices"

	"dyad/extract/nlp"
	"dyad/internal/loglinear"
	"dyad/schema"
)

// PronounExample is an analysed text and who is one with whom in it.
type PronounExample struct {
	Article schema.Article
	Ling    *nlp.Doc
	// Chain names what the mention whose head is a token of a sentence means,
	// "" if nothing that was annotated.
	Chain func(sentence, token int) string
	// Actors, where it is not nil, names what actors mean by their ids. Then
	// only the pronouns that mean one of them are known.
	Actors map[string]string
}

// chainOf names what a mention means, by its head or a word of its name.
func (ex *PronounExample) chainOf(o *mention) string {
	if ex.Actors != nil {
		return ex.Actors[o.ids[0]]
	}
	if c := ex.Chain(o.sent, o.head); c != "" || o.kind != mPerson && o.kind != mOrg {
		return c
	}
	for i := o.nameLast - 1; i >= o.nameFirst; i-- {
		if c := ex.Chain(o.sent, i); c != "" {
			return c
		}
	}
	return ""
}

// right returns for every option of a question whether it means the same;
// the last, nobody, is right where none of the others is.
func (ex *PronounExample) right(q *question) []bool {
	out := make([]bool, len(q.options)+1)
	chain := ex.Chain(q.m.sent, q.m.head)
	none := true
	for k, o := range q.options {
		if chain != "" && ex.chainOf(o) == chain {
			out[k], none = true, false
		}
	}
	out[len(q.options)] = none
	return out
}

// Settings of the learner of pronouns: passes, penalty on the square of a weight,
// and how small a weight may be and still be written.
const (
	pronounRounds  = 60
	pronounPenalty = 1.5
	pronounWeak    = .06
)

// resolveAsking resolves an example and hands every question to the function.
// The right answer, if there is one, is what later questions build on.
func (r *Resolver) resolveAsking(ex *PronounExample, ask func(*question, []bool)) {
	doc := &schema.Document{Article: ex.Article}
	rd := newReading(r, doc, ex.Ling)
	rd.asked = func(q *question) {
		right := ex.right(q)
		k := slices.Index(right, true)
		if ex.Actors == nil || k < len(q.options) {
			ask(q, right)
		}
		if k < len(q.options) {
			q.m.ids = slices.Clone(q.options[k].ids)
		}
	}
	rd.read()
}

// TrainPronouns learns whom pronouns take up and writes the weights.
func (r *Resolver) TrainPronouns(examples []PronounExample, out io.Writer) error {
	v := loglinear.NewVocabulary()
	var groups []choice
	for i := range examples {
		r.resolveAsking(&examples[i], func(q *question, right []bool) {
			groups = append(groups, whichOf(v, right, q.describe))
		})
	}
	w := fitChoices(v, groups, pronounRounds, pronounPenalty)
	if err := writeWeights(out, "what a pronoun may take up", v, w, pronounWeak); err != nil {
		return err
	}
	r.pronouns = weightsOf(v, w, pronounWeak)
	return nil
}

// PronounScore counts questions: those that an actor answers, those that were
// answered, and those that were answered right.
type PronounScore struct{ Asked, Answerable, Answered, Right int }

// ScorePronouns answers the questions of texts with the weights in force.
func (r *Resolver) ScorePronouns(examples []PronounExample) map[string]PronounScore {
	out := map[string]PronounScore{}
	for i := range examples {
		r.resolveAsking(&examples[i], func(q *question, right []bool) {
			s := out[q.m.phrase]
			s.Asked++
			if !right[len(q.options)] {
				s.Answerable++
			}
			if k, _ := q.choose(r.pronouns); k >= 0 {
				s.Answered++
				if right[k] {
					s.Right++
				}
			}
			out[q.m.phrase] = s
		})
	}
	return out
}
