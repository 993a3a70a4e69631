package graph

import (
	"context"
	"fmt"
	"testing"

	"dyad/schema"
)

// synthetic makes documents that share actors as news does: a few are in
// every article, most are rare.
func synthetic(n int) []*schema.Document {
	docs := make([]*schema.Document, n)
	types := []string{"CONSULT", "THREATEN", "ACCUSE"}
	quads := []int{1, 3, 3}
	for i := range docs {
		m := newDoc(fmt.Sprintf("s%06d", i), fmt.Sprintf("2011-%02d-%02d", i%12+1, i%28+1), fmt.Sprintf("Outlet %d", i%17))
		var ids []string
		for j := range 6 {
			k := (i*7 + j*j*13) % (3 << (2 * j))
			name := fmt.Sprintf("Actor %d of group %d", k, j)
			s := m.say(name + " threatened the others on Monday and spoke of " + fmt.Sprint(i) + " plans.")
			id := fmt.Sprintf("org:%d-%d", j, k)
			m.actor(id, name, schema.KindOrganization, "IGO", m.span(s, name))
			if ids = append(ids, id); j == 0 {
				continue
			}
			e := m.event(s, types[j%3], "threatened", m.doc.Article.Published, ids[j-1], id)
			e.Quad, e.CAMEO = quads[j%3], "130"
			speaker := id
			m.doc.Attributions = append(m.doc.Attributions, schema.Attribution{ID: fmt.Sprintf("attribution:%d-%d", i, j), Kind: schema.KindSpeech,
				Cue: []schema.TextSpan{m.span(s, "spoke")}, Content: []schema.TextSpan{m.span(s, "plans")}, Actor: &speaker,
				About: ids[:1], Sentence: s, Rule: "cue:speak", Confidence: 0.5})
			m.doc.Stances = append(m.doc.Stances, schema.Stance{ID: fmt.Sprintf("stance:%d-%d", i, j), Holder: id, Target: ids[0], Polarity: schema.Negative,
				Evidence: m.span(s, "threatened"), Sentence: s, Rule: "event:threaten", Confidence: 0.5})
		}
		docs[i] = m.done()
	}
	return docs
}

// BenchmarkLoad measures loading into an empty graph, loading again, and
// taking out.
func BenchmarkLoad(b *testing.B) {
	db := open(b)
	ctx := context.Background()
	docs := synthetic(1000)
	load(b, db, LoadOptions{}, docs[:50]...)
	for b.Loop() {
		b.StopTimer()
		wipe(b, db)
		b.StartTimer()
		first := load(b, db, LoadOptions{}, docs...)
		again := load(b, db, LoadOptions{}, docs...)
		b.ReportMetric(first.Rate, "new/s")
		b.ReportMetric(again.Rate, "again/s")
	}
	if number(b, db, "MATCH (a:Article) RETURN count(a)") != int64(len(docs)) {
		b.Error("articles are missing")
	}
	start := db.conf.Clock()
	for _, d := range docs[:20] {
		if _, err := db.Retract(ctx, d.Article.ID); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(db.conf.Clock().Sub(start).Seconds()/20*1000, "ms/retract")
}

// BenchmarkPrepare measures what the client does for an article.
func BenchmarkPrepare(b *testing.B) {
	docs := synthetic(100)
	db := &DB{}
	for b.Loop() {
		for _, d := range docs {
			_ = schema.Validate(d)
			db.prepare(d, false)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(docs)), "ns/article")
}

// BenchmarkDigest measures the digest of a graph of 1000 articles.
func BenchmarkDigest(b *testing.B) {
	db := open(b)
	load(b, db, LoadOptions{}, synthetic(1000)...)
	for b.Loop() {
		digest(b, db)
	}
}
