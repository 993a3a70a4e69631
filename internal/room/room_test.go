package room

import "testing"

// TestTake fills lists beyond the first memory, and again after they were taken
// back: no list touches another one, and all begin with zeros.
func TestTake(t *testing.T) {
	var r Of[int]
	for round := range 3 {
		var lists [][]int
		for n := range 100 {
			list := r.Take(n)
			for i, x := range list {
				if x != 0 {
					t.Fatalf("round %d: value %d of list %d is %d at first", round, i, n, x)
				}
				list[i] = n
			}
			lists = append(lists, append(list, -1)) // beyond its end, which moves it
		}
		for n, list := range lists {
			for i, x := range list[:n] {
				if x != n {
					t.Fatalf("round %d: value %d of list %d is %d", round, i, n, x)
				}
			}
		}
		r.Reset()
	}
}
