package event

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
	c.withoutFolds(list, part, func(f int, m *model) {
		m.set = c.model.set
		models[f] = m
	})
	for i := range examples {
		other := *c
		other.model = models[part[i]]
		other.Code(examples[i].Doc, examples[i].Ling)
	}
}
