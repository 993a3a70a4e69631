package nlp

// cost counts the gold arcs that can no longer be made after an action: the
// dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013). Only the
// word at the bottom of the stack can still hang on the root.
func (p *parser) cost(action int, heads []int32) int {
	if action == shift {
		return p.shiftCost(heads)
	}
	n := 0
	root, s := int32(p.n), p.top(0)
	switch h := heads[s]; {
	case h == root:
		if len(p.stack) == 1 && p.next < p.n {
			n++
		}
	case action == right:
		if h >= int32(p.next) {
			n++
		}
	case len(p.stack) > 1 && h == p.top(1) || h > int32(p.next):
		n++
	}
	for b := p.next; b < p.n; b++ {
		if heads[b] == s {
			n++
		}
	}
	return n
}

// shiftCost is the cost of putting the next word on the stack: it loses its
// dependents there, and its head unless that is the word below.
func (p *parser) shiftCost(heads []int32) int {
	n := 0
	b := int32(p.next)
	if heads[b] == int32(p.n) && len(p.stack) > 0 {
		n++
	}
	for i, s := range p.stack {
		if heads[s] == b || heads[b] == s && i < len(p.stack)-1 {
			n++
		}
	}
	return n
}
