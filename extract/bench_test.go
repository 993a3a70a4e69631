package extract

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"dyad/extract/nlp"
	"dyad/internal/cputime"
	"dyad/schema"
)

// BenchmarkExtract extracts the articles of the JSON lines file in
// DYAD_ARTICLES one after the other, or a short text of ours, and gives the
// words and sentences that are read in a second of the processor.
func BenchmarkExtract(b *testing.B) {
	x, err := New("bench")
	if err != nil {
		b.Fatal(err)
	}
	texts := []string{"Chad's president accused Mali of shelling a village on Monday, the foreign ministry said. Mali denied the charge and urged the African Union to send observers."}
	if name := os.Getenv("DYAD_ARTICLES"); name != "" {
		texts = readTexts(b, name)
	}
	words, sentences := 0, 0
	start := cputime.Used()
	for b.Loop() {
		for i, text := range texts {
			art := schema.Article{ID: string(rune('a' + i%26)), Text: text, Blocks: []schema.Block{{Span: schema.Span{End: len(text)}}}}
			doc, ling := x.analyze(art, nil)
			toCodePoints(doc)
			words += len(strings.Fields(text))
			sentences += len(ling.Sentences)
		}
	}
	spent := (cputime.Used() - start).Seconds()
	b.ReportMetric(float64(words)/spent, "words/cpu-s")
	b.ReportMetric(float64(sentences)/spent, "sentences/cpu-s")
}

// readTexts reads the texts of a file of JSON lines, 150 at most.
func readTexts(b *testing.B, name string) []string {
	f, err := os.Open(name)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	var out []string
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() && len(out) < 150 {
		var line struct{ Text string }
		if err := json.Unmarshal(sc.Bytes(), &line); err != nil {
			b.Fatal(err)
		}
		out = append(out, line.Text)
	}
	return out
}

// BenchmarkStatements runs the stages of attributions and stances over the same
// texts, all stages before them done, and gives the words that each of them and
// both read in a second of the processor.
func BenchmarkStatements(b *testing.B) {
	x, err := New("bench")
	if err != nil {
		b.Fatal(err)
	}
	name := os.Getenv("DYAD_ARTICLES")
	if name == "" {
		b.Skip("DYAD_ARTICLES names no file of articles")
	}
	words, spent := 0, [2]time.Duration{}
	texts := readTexts(b, name)
	for b.Loop() {
		for _, text := range texts {
			doc := &schema.Document{Article: schema.Article{ID: "a", Text: text, Blocks: []schema.Block{{Span: schema.Span{End: len(text)}}}}}
			ling := x.pipeline.Analyze(text, []nlp.Region{{End: len(text)}})
			x.actors.Resolve(doc, ling)
			x.issues.Find(doc, ling)
			start := cputime.Used()
			x.attribution.Attribute(doc, ling)
			spent[0] += cputime.Used() - start
			x.events.Code(doc, ling)
			start = cputime.Used()
			x.stances.Classify(doc, ling)
			spent[1] += cputime.Used() - start
			words += len(strings.Fields(text))
		}
	}
	for i, unit := range []string{"attribution-words/s", "stance-words/s"} {
		b.ReportMetric(float64(words)/spent[i].Seconds(), unit)
	}
	b.ReportMetric(float64(words)/(spent[0]+spent[1]).Seconds(), "words/s")
}
