package event

import "sync"

// CodeUnseen fills the events of every example as [Coder.Code] does, but by
// models that were learned without it, in folds. What is learned from events
// later needs them as uncertain as they are in new text. The operating points
// are those of the model that the coder has.
func (c *Coder) CodeUnseen(examples []Example) {
	list := make([]*prepared, len(examples))
	for i := range examples {
		list[i] = c.prepare(&examples[i])
	}
	part := split(list)
	models := make([]*model, folds)
	work := make(chan int, folds)
	for f := range folds {
		work <- f
	}
	close(work)
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for f := range work {
				var train []*prepared
				for i, p := range list {
					if part[i] != f {
						train = append(train, p)
					}
				}
				models[f] = c.learn(train)
				models[f].set = c.model.set
			}
		})
	}
	wg.Wait()
	for i := range examples {
		other := *c
		other.model = models[part[i]]
		other.Code(examples[i].Doc, examples[i].Ling)
	}
}
