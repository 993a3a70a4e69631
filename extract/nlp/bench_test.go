package nlp

import (
	"strings"
	"testing"
)

// benchText is our article ten times over.
var benchText = strings.Repeat(article+"\n\n", 10)

// perToken reports speed and allocations a token.
func perToken(b *testing.B, tokens int) {
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkOpen(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTokenize(b *testing.B) {
	p := pipeline(b)
	regions := Paragraphs(benchText)
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		t := p.m.tokens.tokenizer(benchText)
		for i, r := range regions {
			t.region(r, i)
		}
		n = count(t.sentences)
	}
	perToken(b, n)
}

// BenchmarkStages times every stage behind the tokeniser by itself.
func BenchmarkStages(b *testing.B) {
	p := pipeline(b)
	doc := p.Analyze(benchText, Paragraphs(benchText))
	a := &analyzer{m: p.m}
	for _, stage := range []struct {
		name string
		run  func()
	}{
		{"tag", a.tagAll}, {"parse", func() { a.guides = a.guides[:0]; a.foresee(); a.parse(a.guides) }}, {"entities", a.recognize},
	} {
		b.Run(stage.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for i := range doc.Sentences {
					b.StopTimer()
					a.all = a.all[:0]
					a.load(&doc.Sentences[i])
					if stage.name != "tag" {
						a.tagAll()
					}
					b.StartTimer()
					stage.run()
				}
			}
			perToken(b, count(doc.Sentences))
		})
	}
}

func BenchmarkAnalyze(b *testing.B) {
	p := pipeline(b)
	regions := Paragraphs(benchText)
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		n = count(p.Analyze(benchText, regions).Sentences)
	}
	perToken(b, n)
}

func count(sentences []Sentence) int {
	n := 0
	for i := range sentences {
		n += len(sentences[i].Tokens)
	}
	return n
}
