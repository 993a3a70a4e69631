package graph

import (
	"slices"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dyad/schema"
)

// builder turns one document into rows. Everything it writes is a function of
// the document alone.
type builder struct {
	doc    *schema.Document
	text   []rune
	sha256 string
	// day is the day of publication as YYYY-MM-DD, or "".
	day string
	// keys maps the actor ids of the document to those of the graph.
	keys map[string]string
	// isIssue says which ids are issues.
	isIssue map[string]bool
	lookup  func(string) (schema.Actor, bool)
	rows    rowSet
}

func newBuilder(doc *schema.Document, trustIDs bool, lookup func(string) (schema.Actor, bool)) *builder {
	b := &builder{
		doc: doc, text: []rune(doc.Article.Text), sha256: doc.Article.SHA256,
		day:  schema.PublishedDay(doc.Article.Published),
		keys: map[string]string{}, isIssue: map[string]bool{}, lookup: lookup, rows: rowSet{},
	}
	if b.sha256 == "" {
		b.sha256 = schema.TextDigest(doc.Article.Text)
	}
	for _, a := range doc.Actors {
		b.keys[a.ID] = actorKey(a, doc.Article.ID, trustIDs)
	}
	for _, s := range doc.Issues {
		b.isIssue[s.ID] = true
	}
	return b
}

// actorKey returns the key of an actor in the graph. An id that the input gave
// may mean something else in the next input, so the actor it resolves to is
// the key, else article and id together, unless the ids are trusted.
func actorKey(a schema.Actor, articleID string, trustIDs bool) string {
	switch {
	case !a.Given || trustIDs:
		return a.ID
	case a.ResolvesTo != "":
		return a.ResolvesTo
	}
	return schema.ID("actor", articleID, a.ID)
}

// key maps an actor id of the document to the graph; ids of actors that the
// document only refers to stay.
func (b *builder) key(id string) string {
	if k, ok := b.keys[id]; ok {
		return k
	}
	return id
}

// keySet maps actor ids, sorted and without repeats.
func (b *builder) keySet(ids []string) []string {
	out := make([]string, 0, len(ids))
	for _, id := range ids {
		out = append(out, b.key(id))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// article adds the article, its outlets and its run.
func (b *builder) article() {
	a := &b.doc.Article
	props := texts("title", a.Title, "url", a.URL, "language", a.Language, "sha256", b.sha256)
	if t, timed, err := schema.ParsePublished(a.Published); err == nil {
		props["published"] = neo4j.DateOf(t)
		if timed {
			props["publishedAt"] = t.UTC()
		}
	}
	if len(a.Authors) > 0 {
		props["authors"] = a.Authors
	}
	b.rows.node("node-article", a.ID, props)
	if name := spaced(a.Agency); name != "" {
		b.rows.edge("edge-credited-to", a.ID, b.outlet(name))
	}
	switch name := spaced(a.Outlet); {
	case name != "":
		b.rows.edge("edge-published-by", a.ID, b.outlet(name))
	case spaced(a.Agency) != "":
		b.rows.edge("edge-published-by", a.ID, b.outlet(spaced(a.Agency)))
	}
	if r := b.doc.Run; r.ID != "" {
		props := texts("version", r.Version, "data", r.Data)
		if len(r.Settings) > 0 {
			props["settings"] = r.Settings
		}
		b.rows.node("node-run", r.ID, props)
		b.rows.edge("edge-extracted-by", a.ID, r.ID)
	}
}

// outlet adds an outlet and returns its key.
func (b *builder) outlet(name string) string {
	id := schema.OutletID(name)
	b.rows.node("node-outlet", id, map[string]any{"name": name})
	return id
}

// spaced trims a name and its inner white space.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

// sentence adds the sentence that holds the evidence and returns its key. A
// document that does not state the sentence gives the spans themselves.
func (b *builder) sentence(stated schema.Span, spans ...schema.TextSpan) string {
	s := stated
	if s == (schema.Span{}) {
		s = hull(spans)
	}
	text := string(b.text[s.Start:s.End])
	id := schema.SentenceID(b.doc.Article.ID, s, text)
	b.rows.node("node-sentence", id, map[string]any{"text": text, "start": int64(s.Start), "end": int64(s.End)})
	b.rows.edge("edge-part-of", id, b.doc.Article.ID)
	return id
}

// hull is the smallest span around all spans.
func hull(spans []schema.TextSpan) schema.Span {
	h := schema.Span{}
	for _, s := range spans {
		switch {
		case s.End <= s.Start:
		case h == schema.Span{}:
			h = s.Span
		default:
			h = schema.Span{Start: min(h.Start, s.Start), End: max(h.End, s.End)}
		}
	}
	return h
}

// evidence is what every EVIDENCED_BY edge says.
func (b *builder) evidence(at schema.Span, trigger, rule string, confidence float64) map[string]any {
	props := texts("trigger", trigger, "runId", b.doc.Run.ID)
	props["start"], props["end"] = int64(at.Start), int64(at.End)
	props["rule"], props["confidence"] = rule, confidence
	return props
}

// joined is the text of several spans.
func joined(spans []schema.TextSpan) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = s.Text
	}
	return strings.Join(parts, " … ")
}

// day reads a date of the document for the graph; the document was validated.
func date(s string) (neo4j.Date, bool) {
	t, err := time.Parse(time.DateOnly, s)
	return neo4j.DateOf(t), err == nil
}
