package nlp

// Actions of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta
// 2011). The root is a node at the end of the buffer.
const (
	shift = iota // the next word goes on the stack
	right        // the second word of the stack becomes the head of the first
	left         // the next word becomes the head of the first on the stack
	actions
)

// parser is the state of a parse: token n is the root, n+1 stands for none.
type parser struct {
	n     int
	next  int
	stack []int32
	nodes []node
	words []word // of the tokens, the root and none
	// commas and verbs count the punctuation and verbs before a token.
	commas, verbs []uint16
	// guide is the tree of another parser that this one looks at, nil if
	// there is none.
	guide []guide
}

// guide is what another parser said about a token.
type guide struct {
	head, rel int32
	// leftmost and rightmost are its outermost dependents, or itself.
	leftmost, rightmost int32
}

// node is what the parser knows about a token so far.
type node struct {
	head         int32
	rel          int32
	left, left2  int32 // outermost dependents on the left
	right, righ2 int32 // outermost dependents on the right
	leftSet      uint32
	rightSet     uint32
	leftN        uint8
	rightN       uint8
}

// rootWord and noWord stand for the two nodes that are no tokens.
var (
	rootWord = word{form: 2, lower: 2, tag: 251, upos: 51, coarse: 1 << 18, fine: 1 << 18}
	noWord   = word{form: 3, lower: 3, tag: 252, upos: 52, coarse: 1 << 19, fine: 1 << 19}
)

// start begins a parse of tagged words, with a guide or nil.
func (p *parser) start(ws []word, tags *tagset, g []guide) {
	p.n, p.next = len(ws), 0
	p.guide = g
	p.stack = p.stack[:0]
	p.words = append(append(p.words[:0], ws...), rootWord, noWord)
	none := int32(p.n + 1)
	p.nodes = p.nodes[:0]
	p.commas, p.verbs = p.commas[:0], p.verbs[:0]
	var c, v uint16
	for i := range p.n + 2 {
		p.nodes = append(p.nodes, node{head: -1, rel: -1, left: none, left2: none, right: none, righ2: none})
		p.commas, p.verbs = append(p.commas, c), append(p.verbs, v)
		if i < p.n {
			if tags.comma[ws[i].tag] {
				c++
			}
			if tags.verb[ws[i].tag] {
				v++
			}
		}
	}
}

// done reports whether all words have heads.
func (p *parser) done() bool { return p.next == p.n && len(p.stack) == 0 }

// allowed reports whether an action is possible. Only the last word on the
// stack may hang on the root, so there is one root.
func (p *parser) allowed(action int) bool {
	switch action {
	case shift:
		return p.next < p.n
	case right:
		return len(p.stack) >= 2
	}
	return len(p.stack) == 1 || len(p.stack) > 1 && p.next < p.n
}

// top returns the k-th token of the stack, counted from the top, or none.
func (p *parser) top(k int) int32 {
	if k >= len(p.stack) {
		return int32(p.n + 1)
	}
	return p.stack[len(p.stack)-1-k]
}

// buffer returns the k-th token of the buffer, the root at its end, or none.
func (p *parser) buffer(k int) int32 { return int32(min(p.next+k, p.n+1)) }

// arc returns head and dependent that an action would join.
func (p *parser) arc(action int) (head, dep int32) {
	if action == right {
		return p.top(1), p.top(0)
	}
	return p.buffer(0), p.top(0)
}

// apply performs an action; rel is the relation of the new arc.
func (p *parser) apply(action int, rel int32) {
	if action == shift {
		p.stack = append(p.stack, int32(p.next))
		p.next++
		return
	}
	h, d := p.arc(action)
	p.stack = p.stack[:len(p.stack)-1]
	p.nodes[d].head, p.nodes[d].rel = h, rel
	mark := (uint32(rel) + 1) * 0x9e3779b1
	n := &p.nodes[h]
	if action == left {
		n.left2, n.left = n.left, d
		n.leftSet += mark
		n.leftN++
		return
	}
	n.righ2, n.right = n.right, d
	n.rightSet += mark
	n.rightN++
}

// foresee parses the tagged words from their end and adds what that parser
// made of them to the guides.
func (a *analyzer) foresee() {
	a.mirror = mirrored(a.mirror[:0], a.words)
	a.parser.start(a.mirror, &a.m.tags, nil)
	a.run(a.m.first)
	a.guides = guidesOf(a.guides, a.parser.nodes, len(a.words))
}

// parse parses the tagged words from their start and leaves heads and relations
// in a.parser.nodes. It sees what the first parser made of the words that are
// still to come (Nivre and McDonald 2008).
func (a *analyzer) parse(g []guide) {
	a.parser.start(a.words, &a.m.tags, g)
	a.run(a.m.second)
	a.pairMarks()
}

// mirrored appends the words in reverse order.
func mirrored(dst, ws []word) []word {
	for i := len(ws) - 1; i >= 0; i-- {
		dst = append(dst, ws[i])
	}
	return dst
}

// guidesOf adds the nodes of a parse of the mirrored sentence to the guides,
// with two more for the root and for none.
func guidesOf(all []guide, nodes []node, n int) []guide {
	dst := all[len(all):]
	for i := range n {
		nd := &nodes[n-1-i]
		h := nd.head
		if int(h) < n {
			h = int32(n-1) - h
		}
		dst = append(dst, guide{h, nd.rel, int32(i), int32(i)})
	}
	dst = append(dst, guide{-9, -1, -9, -9}, guide{-9, -1, -9, -9})
	for i := range n {
		if h := dst[i].head; int(h) < n {
			dst[h].leftmost, dst[h].rightmost = min(dst[h].leftmost, int32(i)), max(dst[h].rightmost, int32(i))
		}
	}
	return append(all, dst...)
}

// run takes the best action of a model until all words have heads.
func (a *analyzer) run(m *arcModel) {
	p := &a.parser
	for !p.done() {
		act := a.bestAction(m)
		rel := int32(0)
		if act != shift {
			rel = int32(a.bestLabel(m, act))
		}
		p.apply(act, rel)
	}
}

// bestAction is the possible action with the highest score.
func (a *analyzer) bestAction(m *arcModel) int {
	p := &a.parser
	only, n := 0, 0
	for act := range actions {
		if p.allowed(act) {
			only = act
			n++
		}
	}
	if n == 1 {
		return only
	}
	a.rows.reset(m.action.Bits())
	actionRows(&a.rows, p)
	scores := m.action.Score(a.rows.list)
	best := -1
	for act := range actions {
		if p.allowed(act) && (best < 0 || scores[act] > scores[best]) {
			best = act
		}
	}
	return best
}

// bestLabel is the relation with the highest score for the arc of an action.
func (a *analyzer) bestLabel(m *arcModel, action int) int {
	h, d := a.parser.arc(action)
	if int(h) == a.parser.n {
		return a.m.rootRel
	}
	if a.m.tags.punct[a.parser.words[d].tag] {
		return a.m.punctRel
	}
	a.rows.reset(m.label.Bits())
	labelRows(&a.rows, &a.parser, h, d)
	m.label.Score(a.rows.list, &a.scores)
	best := -1
	for c := range a.m.rels {
		if c != a.m.rootRel && (best < 0 || a.scores[c] > a.scores[best]) {
			best = c
		}
	}
	return best
}
