package actor

import (
	"slices"

	"dyad/extract/nlp"
	"dyad/schema"
)

// leastPart is the least chance of an actor to take part that nothing coded
// needs. A text of fewer sentences than fewSentences says too little of what it
// is about: there whoever is named stays.
const (
	leastPart    = .27
	fewSentences = 3
)

// Prune takes the actors out of a document that are none: those that no event,
// statement or stance needs and that a log-linear model takes for a place or an
// owner, or for somebody named in passing. It is called after all stages.
func (r *Resolver) Prune(doc *schema.Document, ling *nlp.Doc) {
	p := newParts(r, doc, ling)
	gone := map[string]bool{}
	doc.Actors = slices.DeleteFunc(doc.Actors, func(a schema.Actor) bool {
		gone[a.ID] = !p.kept(&a)
		return gone[a.ID]
	})
	for i := range doc.Attributions {
		a := &doc.Attributions[i]
		a.About = slices.DeleteFunc(a.About, func(id string) bool { return gone[id] })
	}
}

// kept reports whether an actor stays.
func (p *parts) kept(a *schema.Actor) bool {
	if a.Given || p.needed[a.ID] || p.represented[a.ID] && len(p.at[a.ID]) > 0 {
		return true
	}
	if len(p.ling.Sentences) < fewSentences {
		return p.named[a.ID] || p.about[a.ID]
	}
	return p.chance(a) >= leastPart
}

// needed returns the ids of actors that events, statements and stances are
// between.
func needed(doc *schema.Document) map[string]bool {
	used := map[string]bool{}
	for _, e := range doc.Events {
		for _, id := range e.Sources {
			used[id] = true
		}
		for _, id := range e.Targets {
			used[id] = true
		}
	}
	for _, a := range doc.Attributions {
		if a.Actor != nil {
			used[*a.Actor] = true
		}
		for i := range a.Addressee {
			for _, id := range a.Addressee[i].Actors {
				used[id] = true
			}
		}
		used[a.Carrier] = true
	}
	for _, s := range doc.Stances {
		used[s.Holder], used[s.Target] = true, true
	}
	return used
}
