package extract

import (
	"context"
	"fmt"
	"iter"
	"runtime/debug"

	"dyad/schema"
)

// Failure is an article that a stage of extraction broke on. The run goes on.
type Failure struct {
	Item  string // path, URL or file:line
	Cause any
	Stack []byte
}

func (f *Failure) Error() string { return fmt.Sprintf("extract %s: %v", f.Item, f.Cause) }

// result is one element of the ordered stream.
type result struct {
	doc *schema.Document
	err error
}

// Stream extracts articles with several workers and yields the documents in
// the order of the articles, whatever the number of workers. Errors of the
// input are passed on in their place. At most four articles a worker are
// under way at once.
func (x *Extractor) Stream(ctx context.Context, arts iter.Seq2[schema.Article, error], workers int) iter.Seq2[*schema.Document, error] {
	workers = max(1, workers)
	return func(yield func(*schema.Document, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		queue := make(chan chan result, 4*workers)
		limit := make(chan struct{}, workers)
		go func() {
			defer close(queue)
			for art, err := range arts {
				slot := make(chan result, 1)
				select {
				case queue <- slot:
				case <-ctx.Done():
					return
				}
				if err != nil {
					slot <- result{err: err}
					continue
				}
				limit <- struct{}{}
				go func() {
					defer func() { <-limit }()
					slot <- x.guarded(art)
				}()
			}
		}()
		for slot := range queue {
			r := <-slot
			if ctx.Err() != nil {
				break
			}
			if !yield(r.doc, r.err) {
				return
			}
		}
		if err := ctx.Err(); err != nil {
			yield(nil, err)
		}
	}
}

// guarded extracts one article and turns a panic into an error that names it,
// so that one article never ends a run of thousands.
func (x *Extractor) guarded(art schema.Article) (r result) {
	defer func() {
		if cause := recover(); cause != nil {
			r = result{err: &Failure{art.Input, cause, debug.Stack()}}
		}
	}()
	return result{doc: x.Extract(art)}
}
