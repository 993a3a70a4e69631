package loglinear

import "sync"

// workers is how many examples, or trainings, are worked on at once.
const workers = 2

// Each calls f for 0 to n-1 on two workers, each of them in order.
func Each(n int, f func(int)) {
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w; i < n; i += workers {
				f(i)
			}
		})
	}
	wg.Wait()
}
