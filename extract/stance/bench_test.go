package stance

import (
	"os"
	"strings"
	"testing"
)

// BenchmarkClassify measures the stage on the sentence of one test file, the
// model included.
func BenchmarkClassify(b *testing.B) {
	c, err := New()
	if err != nil {
		b.Fatal(err)
	}
	raw, err := os.ReadFile("testdata/act-it.txtar")
	if err != nil {
		b.Fatal(err)
	}
	_, tree, _ := strings.Cut(string(raw), "-- match.tree --\n")
	tree, _, _ = strings.Cut(tree, "-- match.want --")
	doc, ling := parse(b, tree)
	b.ReportAllocs()
	for b.Loop() {
		c.Classify(doc, ling)
	}
	b.ReportMetric(float64(b.N*len(ling.Sentences[0].Tokens))/b.Elapsed().Seconds(), "tokens/s")
}
