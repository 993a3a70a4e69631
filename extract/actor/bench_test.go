package actor

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dyad/extract/nlp"
	"dyad/internal/cputime"
	"dyad/schema"
)

// BenchmarkNew measures loading all tables; 50 ms is the most that a command
// may spend on it.
func BenchmarkNew(b *testing.B) {
	start := cputime.Used()
	for b.Loop() {
		if _, err := New(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64((cputime.Used()-start).Milliseconds())/float64(b.N), "cpu-ms/op")
}

// caseTexts are the sentences of each file in testdata, as one article each.
func caseTexts(b *testing.B) []string {
	b.Helper()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		b.Fatal(err)
	}
	var out []string
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		var text strings.Builder
		for line := range strings.Lines(string(data)) {
			if _, sentence, ok := strings.Cut(strings.TrimPrefix(line, "> "), " | "); ok && strings.HasPrefix(line, "> ") {
				text.WriteString(sentence)
			}
		}
		out = append(out, text.String())
	}
	return out
}

// BenchmarkResolve measures the stage over articles made of the cases in
// testdata, which are full of names; 200,000 tokens a second is the least.
func BenchmarkResolve(b *testing.B) {
	r, p := mustResolver(b), mustPipeline(b)
	texts := append(caseTexts(b), strings.Repeat(story+" ", 20))
	var lings []*nlp.Doc
	tokens := 0
	for _, text := range texts {
		ling := p.Analyze(text, []nlp.Region{{Start: 0, End: len(text)}})
		for i := range ling.Sentences {
			tokens += len(ling.Sentences[i].Tokens)
		}
		lings = append(lings, ling)
	}
	start := cputime.Used()
	for b.Loop() {
		for i, text := range texts {
			r.Resolve(&schema.Document{Article: schema.Article{ID: "bench", Text: text, Published: "2015-05-05"}}, lings[i])
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/(cputime.Used()-start).Seconds(), "tokens/cpu-s")
}

// BenchmarkLookup measures looking a name up, as dyad actors find does.
func BenchmarkLookup(b *testing.B) {
	r := mustResolver(b)
	for b.Loop() {
		r.Lookup("Medvedev")
	}
}
