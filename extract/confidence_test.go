package extract

import (
	"strings"
	"testing"

	"dyad/schema"
)

func TestMinConfidence(t *testing.T) {
	x, err := New("test")
	if err != nil {
		t.Fatal(err)
	}
	text := "Chad threatened to shell Mali on Monday. Peru may visit Chad, officials said. The strikers met the mayor. Peru is ready for talks with Chad."
	art := schema.Article{ID: "a", Text: text, Blocks: []schema.Block{{Span: schema.Span{Start: 0, End: len(text)}}}}
	all := x.Extract(art)
	y, err := x.WithMinConfidence(.5)
	if err != nil {
		t.Fatal(err)
	}
	some := y.Extract(art)
	want := 0
	for _, e := range all.Events {
		if e.Confidence >= .5 {
			want++
		}
	}
	if len(some.Events) != want || want == len(all.Events) {
		t.Errorf("got %d events, want %d of %d: those of confidence .5 and more, but not all", len(some.Events), want, len(all.Events))
	}
	for _, s := range some.Stances {
		if s.Confidence < .5 {
			t.Errorf("a stance of confidence %v is left", s.Confidence)
		}
	}
	if some.Run.ID == all.Run.ID || strings.Join(some.Run.Settings, " ") != "min-confidence=0.5" {
		t.Errorf("run %v: want another id and the setting", some.Run)
	}
	for _, bad := range []float64{-.1, 1.1} {
		if _, err := x.WithMinConfidence(bad); err == nil {
			t.Errorf("a least confidence of %v is taken", bad)
		}
	}
}
