package extract

import "dyad/schema"

// fillEmpty turns nil lists into empty ones, so that JSON has [] and never
// null where the contract has a list.
func fillEmpty(doc *schema.Document) {
	list(&doc.Article.Authors)
	list(&doc.Article.Dropped)
	list(&doc.Actors)
	list(&doc.Events)
	list(&doc.Attributions)
	list(&doc.Stances)
	list(&doc.Issues)
	for i := range doc.Actors {
		a := &doc.Actors[i]
		list(&a.Aliases)
		list(&a.Roles)
		list(&a.PossiblySameAs)
		list(&a.Mentions)
	}
	for i := range doc.Events {
		e := &doc.Events[i]
		list(&e.Context)
		list(&e.Sources)
		list(&e.Targets)
		list(&e.Issues)
	}
	for i := range doc.Attributions {
		a := &doc.Attributions[i]
		list(&a.Source)
		list(&a.Cue)
		list(&a.Content)
		list(&a.Addressee)
		for k := range a.Addressee {
			list(&a.Addressee[k].Actors)
		}
		list(&a.About)
		list(&a.Issues)
	}
	for i := range doc.Issues {
		list(&doc.Issues[i].Mentions)
	}
}

// list makes a nil slice an empty one.
func list[T any](s *[]T) {
	if *s == nil {
		*s = []T{}
	}
}
