package nlp

import (
	"math/rand/v2"
	"testing"
)

// randomTree makes a projective tree by taking random actions.
func randomTree(rng *rand.Rand, n int) []int32 {
	var p parser
	p.start(make([]word, n), &tagset{comma: []bool{false}, verb: []bool{false}}, nil)
	for !p.done() {
		act := rng.IntN(actions)
		if p.allowed(act) {
			p.apply(act, 0)
		}
	}
	heads := make([]int32, n)
	for i := range heads {
		heads[i] = p.nodes[i].head
	}
	return heads
}

// TestOracleReachesTheTree follows actions without cost from the start: they
// must lead to the gold tree, whatever the choice between them.
func TestOracleReachesTheTree(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		n := 1 + rng.IntN(12)
		heads := randomTree(rng, n)
		var p parser
		p.start(make([]word, n), &tagset{comma: []bool{false}, verb: []bool{false}}, nil)
		for !p.done() {
			var free []int
			for act := range actions {
				if p.allowed(act) && p.cost(act, heads) == 0 {
					free = append(free, act)
				}
			}
			if len(free) == 0 {
				t.Fatalf("no action without cost for %v at %d", heads, p.next)
			}
			p.apply(free[rng.IntN(len(free))], 0)
		}
		for i, h := range heads {
			if p.nodes[i].head != h {
				t.Fatalf("tree %v: got head %d of token %d", heads, p.nodes[i].head, i)
			}
		}
	}
}

// TestCostIsWhatIsLost compares the cost of every action in random states
// with the arcs that the best continuation misses.
func TestCostIsWhatIsLost(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for range 200 {
		n := 2 + rng.IntN(4)
		heads := randomTree(rng, n)
		var p parser
		p.start(make([]word, n), &tagset{comma: []bool{false}, verb: []bool{false}}, nil)
		for !p.done() {
			best := fewestMissed(&p, heads)
			act := rng.IntN(actions)
			if !p.allowed(act) {
				continue
			}
			cost := p.cost(act, heads)
			next := clone(&p)
			next.apply(act, 0)
			if lost := fewestMissed(next, heads) - best; cost != lost {
				t.Fatalf("tree %v, action %d at %d with stack %v: cost %d, lost %d", heads, act, p.next, p.stack, cost, lost)
			}
			p = *next
		}
	}
}

func clone(p *parser) *parser {
	c := *p
	c.stack = append([]int32(nil), p.stack...)
	c.nodes = append([]node(nil), p.nodes...)
	return &c
}

// fewestMissed tries all continuations.
func fewestMissed(p *parser, heads []int32) int {
	if p.done() {
		missed := 0
		for i, h := range heads {
			if p.nodes[i].head != h {
				missed++
			}
		}
		return missed
	}
	best := len(heads)
	for act := range actions {
		if p.allowed(act) {
			next := clone(p)
			next.apply(act, 0)
			best = min(best, fewestMissed(next, heads))
		}
	}
	return best
}
