package actor

import (
	"slices"
	"strings"
	"testing"

	"dyad/extract/nlp"
	"dyad/internal/loglinear"
	"dyad/schema"
)

// TestGroupNames: the name of a group holds what the noun is of, not when it acts.
func TestGroupNames(t *testing.T) {
	for text, want := range map[string]string{
		"Peru listened. Victims of the floods sued the mayor of Lima.": "victims of the floods",
		"Peru listened. Protesters after the vote burned tyres.":       "Peruvian protesters",
		"Peru listened. Soldiers in 2019 burned tyres.":                "Peruvian soldiers",
		"Peru expelled two Chilean military attaches on Wednesday.":    "Chilean military attaches",
		"Peru listened. Farmers in the march burned tyres.":            "farmers in the march",
		"Peru listened. At least 40 farmers burned tyres.":             "Peruvian farmers",
		"Peru listened. More than 40 farmers burned tyres.":            "Peruvian farmers",
	} {
		doc, _ := read(t, mustResolver(t), "2020-05-05", text)
		if !slices.ContainsFunc(doc.Actors, func(a schema.Actor) bool { return a.Generic && a.Name == want }) {
			t.Errorf("%s: no group %q", text, want)
		}
	}
}

// TestPruneOffices: a state that only an office is of is no actor; one whose name
// stands there is.
func TestPruneOffices(t *testing.T) {
	for text, want := range map[string]bool{
		"General Ruiz resigned.":          false,
		"Peruvian General Ruiz resigned.": true,
	} {
		r := mustResolver(t)
		doc, ling := read(t, r, "2020-05-05", text+" He went. He wept.")
		for i := range doc.Actors {
			if doc.Actors[i].ID == "country:PER" {
				continue
			}
			doc.Events = append(doc.Events, schema.Event{Sources: []string{doc.Actors[i].ID}})
			doc.Actors[i].Roles = []schema.Role{{Office: "general", Of: "country:PER", Source: "text"}}
		}
		doc.Actors = append(doc.Actors, schema.Actor{ID: "country:PER", Name: "Peru", Kind: schema.KindCountry, Code: "PER"})
		r.Prune(doc, ling)
		if got := actorByID(doc, "country:PER") != nil; got != want {
			t.Errorf("%s: Peru is an actor: %t, want %t", text, got, want)
		}
	}
}

// TestNounModel: the weights tell nouns that act from those that are only told of.
func TestNounModel(t *testing.T) {
	r, p := mustResolver(t), mustPipeline(t)
	for text, want := range map[string]bool{
		"Protesters burned tyres.":                  true,
		"Experts said so.":                          true,
		"It sells shoes for athletes and tourists.": false,
	} {
		rd := newReading(r, &schema.Document{Article: schema.Article{Text: text}}, p.Analyze(text, []nlp.Region{{End: len(text)}}))
		asked := 0
		rd.askedNoun = func(q *nounQuestion) {
			asked++
			if got := q.chance() > .5; got != want {
				t.Errorf("%s: chance of %q is %.2f", text, q.noun.noun, q.chance())
			}
		}
		if rd.read(); asked == 0 {
			t.Errorf("%s: no noun was judged", text)
		}
	}
}

// TestActorNoun: a noun is an actor only if its chance is not small.
func TestActorNoun(t *testing.T) {
	r := mustResolver(t)
	r.nouns = map[uint64]float32{loglinear.Hash(loglinear.HashStart, "noun protester"): -9}
	doc, _ := read(t, r, "2020-05-05", "Peru listened. Protesters burned tyres. Soldiers burned flags.")
	var names []string
	for _, a := range doc.Actors {
		if a.Generic {
			names = append(names, a.Name)
		}
	}
	if !slices.Equal(names, []string{"Peruvian soldiers"}) {
		t.Errorf("groups %q, want the soldiers alone", names)
	}
}

// TestTrainNouns: a noun that is always an actor and one that never is get
// weights of their own, and the weights decide.
func TestTrainNouns(t *testing.T) {
	r, p := mustResolver(t), mustPipeline(t)
	var examples []NounExample
	for range 8 {
		text := "Protesters burned tyres. Soldiers burned flags."
		examples = append(examples, NounExample{
			Article: schema.Article{Text: text}, Ling: p.Analyze(text, []nlp.Region{{End: len(text)}}),
			IsActor: func(words string) bool { return words == "Soldiers" },
		})
	}
	var out strings.Builder
	if err := r.TrainNouns(examples, &out); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "\nnoun protester\t-") || !strings.Contains(out.String(), "\nnoun soldier\t") {
		t.Errorf("weights:\n%s", out.String())
	}
	if _, others := r.ScoreNouns(examples); others.Annotated != 8 || others.Right != 8 || others.Taken < 8 {
		t.Errorf("score %+v, want 8 annotated and right", others)
	}
}

// TestNamesakeThing: what bears the name of a person makes him no actor.
func TestNamesakeThing(t *testing.T) {
	for text, want := range map[string]bool{
		"Chile closed the Otto Lind Bridge on Monday.": false,
		"Chile arrested Otto Lind on Monday.":          true,
	} {
		doc, _ := read(t, mustResolver(t), "2020-05-05", text)
		if got := slices.ContainsFunc(doc.Actors, func(a schema.Actor) bool { return a.Name == "Otto Lind" }); got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}
