package graph

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"dyad/schema"
)

// LoadOptions say how to load.
type LoadOptions struct {
	// Batch is the number of articles in a transaction, 100 if zero: the
	// fastest on a small machine, and small enough to be repeated.
	Batch int
	// DryRun counts what would be new and writes nothing.
	DryRun bool
	// TrustIDs makes the ids that the input gave to actors their keys.
	TrustIDs bool
	// Replace takes an article out that the graph has with another text under
	// the same id; without it the new one is skipped.
	Replace bool
	// Progress is called after every batch with the number of articles read
	// so far; nil for no calls.
	Progress func(articles int)
}

// loading is the state of one load.
type loading struct {
	db      *DB
	opts    LoadOptions
	sum     Summary
	tally   tally
	pending []article
	// kept are the articles of this load by id.
	kept map[string]kept
	// fates says what happened to the articles, repeats how many came again.
	fates   map[string]fate
	repeats int
	// seen are the keys that a dry run has counted.
	seen map[[16]byte]bool
}

// kept is what is remembered of an article that a load has taken.
type kept struct {
	hash, sha256, input string
	weight              int
}

// Load writes documents to the graph and returns what changed. Documents that
// are faulty, and inputs that come as an error, are skipped and listed with
// the reason. Loading what is there already changes nothing.
//
// An article that the graph has with the same text is replaced if its
// extraction or metadata changed. With another text under the same id it is
// skipped, unless opts.Replace is set. Where one load brings several articles
// with one id, the one with most metadata is kept, whatever their order.
//
// A batch is one transaction: an article is in the graph with all that was
// found in it, or not at all. If the server goes away the batch is repeated
// for Config.RetryFor; then Load gives up with an error that wraps
// [ErrUnavailable], and the summary says what is committed.
func (db *DB) Load(ctx context.Context, docs iter.Seq2[*schema.Document, error], opts LoadOptions) (Summary, error) {
	if opts.Batch <= 0 {
		opts.Batch = 100
	}
	l := &loading{db: db, opts: opts, tally: tally{}, kept: map[string]kept{}, fates: map[string]fate{}, seen: map[[16]byte]bool{}}
	l.sum.DryRun = opts.DryRun
	start := db.conf.Clock()
	err := l.run(ctx, docs)
	l.count()
	l.sum.Nodes, l.sum.Edges = l.tally.counts(db.schema)
	l.sum.Duration = db.conf.Clock().Sub(start)
	if s := l.sum.Duration.Seconds(); s > 0 {
		l.sum.Rate = float64(l.sum.New+l.sum.Replaced+l.sum.Unchanged) / s
	}
	return l.sum, err
}

// count adds up what happened to the articles.
func (l *loading) count() {
	l.sum.Unchanged = l.repeats
	for _, f := range l.fates {
		switch f {
		case isNew:
			l.sum.New++
		case isReplaced:
			l.sum.Replaced++
		case isUnchanged:
			l.sum.Unchanged++
		}
	}
}

// run prepares the database and loads everything.
func (l *loading) run(ctx context.Context, docs iter.Seq2[*schema.Document, error]) error {
	if l.opts.DryRun {
		if err := l.db.checkForeign(ctx); err != nil {
			return err
		}
	} else if err := l.db.ApplySchema(ctx); err != nil {
		return err
	}
	for doc, err := range docs {
		if ctx.Err() != nil {
			return l.failed(ctx.Err())
		}
		l.take(doc, err)
		if len(l.pending) >= l.opts.Batch {
			if err := l.flush(ctx); err != nil {
				return l.failed(err)
			}
		}
	}
	if err := l.flush(ctx); err != nil {
		return l.failed(err)
	}
	return nil
}

// failed says how far the load came.
func (l *loading) failed(err error) error {
	if l.sum.Last == "" {
		return fmt.Errorf("load into %s: nothing was written: %w", l.db.where(), err)
	}
	return fmt.Errorf("load into %s: stopped behind article %s, %d committed: %w", l.db.where(), l.sum.Last, len(l.fates), err)
}

// take checks a document and puts it in the batch, or skips it.
func (l *loading) take(doc *schema.Document, err error) {
	l.sum.Articles++
	if err != nil || doc == nil {
		l.skipInput(doc, err)
		return
	}
	id, input := doc.Article.ID, doc.Article.Input
	problems := append(schema.Validate(doc), l.db.ontology.Validate(doc)...)
	if len(problems) > 0 {
		l.skip(id, input, firstOf(problems))
		return
	}
	a := l.db.prepare(doc, l.opts.TrustIDs)
	old, again := l.kept[id]
	if again && old.hash == a.hash {
		l.repeats++
		return
	}
	if again && !better(a, old) {
		l.skip(id, input, clash(old, a))
		return
	}
	l.kept[id] = kept{a.hash, a.sha256, input, a.weight}
	if !again {
		l.pending = append(l.pending, a)
		return
	}
	l.skip(id, old.input, clash(kept{a.hash, a.sha256, input, a.weight}, article{sha256: old.sha256}))
	if i := slices.IndexFunc(l.pending, func(p article) bool { return p.id == id }); i >= 0 {
		l.pending[i] = a
		return
	}
	// The lighter one is committed already.
	a.force = true
	l.pending = append(l.pending, a)
}

// better reports whether a is kept rather than the article taken before. The
// rule does not ask which came first.
func better(a article, old kept) bool {
	if a.weight != old.weight {
		return a.weight > old.weight
	}
	return a.hash < old.hash
}

// clash is the reason for skipping an article whose id is taken.
func clash(by kept, loser article) string {
	what := "other metadata for the same text"
	if by.sha256 != loser.sha256 {
		what = "another text"
	}
	input := by.input
	if input == "" {
		input = "an article before"
	}
	return fmt.Sprintf("the id is taken by %s with %s: give one of them another id", input, what)
}

// firstOf sums up the problems of a document.
func firstOf(problems []string) string {
	const most = 3
	if n := len(problems) - most; n > 0 {
		problems = append(problems[:most:most], fmt.Sprintf("and %d more", n))
	}
	return strings.Join(problems, "; ")
}

func (l *loading) skipInput(doc *schema.Document, err error) {
	if err == nil {
		err = errors.New("there is no document")
	}
	if doc == nil {
		doc = new(schema.Document)
	}
	l.skip(doc.Article.ID, doc.Article.Input, err.Error())
}

func (l *loading) skip(id, input, reason string) {
	l.sum.Skipped = append(l.sum.Skipped, Skip{id, input, reason})
}

// flush writes the batch.
func (l *loading) flush(ctx context.Context) error {
	if len(l.pending) == 0 {
		return nil
	}
	var out written
	var err error
	if l.opts.DryRun {
		out, err = l.preview(ctx, l.pending)
	} else {
		out, err = l.db.writeBatch(ctx, l.pending, l.opts.Replace)
	}
	if err != nil {
		return err
	}
	for id, f := range out.fates {
		if l.fates[id] == 0 {
			l.fates[id] = f
		}
	}
	l.sum.Removed.Nodes += out.removed.Nodes
	l.sum.Removed.Edges += out.removed.Edges
	l.sum.Skipped = append(l.sum.Skipped, out.skipped...)
	l.sum.Last = l.pending[len(l.pending)-1].id
	l.tally.addAll(out.tally)
	l.pending = l.pending[:0]
	if l.opts.Progress != nil {
		l.opts.Progress(l.sum.Articles)
	}
	return nil
}

// retryPause returns the pause before attempt n of a transaction.
func retryPause(n int) time.Duration {
	return min(250*time.Millisecond<<min(n, 10), 5*time.Second)
}
