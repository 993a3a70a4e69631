package extract

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"testing"
	"unicode/utf8"

	"dyad/extract/article"
	"dyad/schema"
)

// newExtractor loads the models once for a test.
func newExtractor(t testing.TB) *Extractor {
	t.Helper()
	x, err := New("test")
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// articles yields n short articles and an error in the middle.
func articles(n int) iter.Seq2[schema.Article, error] {
	texts := []string{
		"Russia accused NATO on Monday of breaking a promise. “We were told nothing,” Sergei Lavrov said.",
		"Erdoğan’s government offered to host talks between Russia and NATO.",
		"The United States imposed sanctions on Iran, and Germany praised the decision.",
		"Thousands of protesters marched in Athens against the government.",
	}
	return func(yield func(schema.Article, error) bool) {
		for i := range n {
			if i == n/2 && !yield(schema.Article{}, &article.InputError{Item: "bad", Reason: "broken"}) {
				return
			}
			text := texts[i%len(texts)]
			art := schema.Article{ID: fmt.Sprint("a", i), Text: text, Published: "2011-11-07", SHA256: schema.TextDigest(text),
				Blocks: []schema.Block{{Span: schema.Span{Start: 0, End: len(text)}}}}
			if !yield(art, nil) {
				return
			}
		}
	}
}

// TestStreamOrder checks that any number of workers gives the same bytes, in
// the order of the input, with errors in their place.
func TestStreamOrder(t *testing.T) {
	x := newExtractor(t)
	var want []byte
	for _, workers := range []int{1, 2, 8} {
		var got bytes.Buffer
		bad := 0
		for doc, err := range x.Stream(context.Background(), articles(40), workers) {
			var in *article.InputError
			if errors.As(err, &in) {
				bad++
				fmt.Fprintln(&got, err)
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			if err := json.NewEncoder(&got).Encode(doc); err != nil {
				t.Fatal(err)
			}
		}
		if bad != 1 {
			t.Errorf("%d workers: %d errors passed on, want 1", workers, bad)
		}
		if want == nil {
			want = got.Bytes()
		}
		if !bytes.Equal(want, got.Bytes()) {
			t.Errorf("%d workers give another output than one", workers)
		}
	}
}

// TestStreamStops checks that a consumer may stop early and that a cancelled
// run ends with the reason.
func TestStreamStops(t *testing.T) {
	x := newExtractor(t)
	n := 0
	for range x.Stream(context.Background(), articles(40), 4) {
		if n++; n == 3 {
			break
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var last error
	for _, err := range x.Stream(ctx, articles(40), 4) {
		last = err
	}
	if !errors.Is(last, context.Canceled) {
		t.Errorf("a cancelled run ends with %v, want %v", last, context.Canceled)
	}
}

// TestSpansAreText checks the promise of the contract: every span lies in the
// text, counts code points, and covers the text that stands beside it.
func TestSpansAreText(t *testing.T) {
	x := newExtractor(t)
	for doc, err := range x.Stream(context.Background(), articles(4), 1) {
		if err != nil {
			continue
		}
		if problems := schema.Validate(doc); len(problems) > 0 {
			t.Errorf("%s: %v", doc.Article.ID, problems)
		}
		if len(doc.Actors) == 0 {
			t.Errorf("%s: no actor in %q", doc.Article.ID, doc.Article.Text)
		}
	}
}

// FuzzExtract checks that no text breaks a stage and that what comes out is
// valid.
func FuzzExtract(f *testing.F) {
	x, err := New("test")
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{
		"NATO", "“Russia’s president, Medvedev, met …", "a\x00b\xff", "Moscow said: \"We\nwill\" not.",
		"The United States, Russia, and China held talks in Geneva on Oct. 25 on sanctions.",
		"Immediately after the November vote, Lund called Sen.",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if text == "" || len(text) > 4000 || !utf8.ValidString(text) {
			t.Skip("the article reader hands out valid text")
		}
		doc := x.Extract(schema.Article{ID: "f", Text: text, Published: "2011-11-07", SHA256: schema.TextDigest(text),
			Blocks: []schema.Block{{Span: schema.Span{Start: 0, End: len(text)}}}})
		if problems := schema.Validate(doc); len(problems) > 0 {
			t.Errorf("%q: %v", text, problems)
		}
	})
}
