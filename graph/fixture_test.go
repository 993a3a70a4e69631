package graph

import (
	"context"
	"iter"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"dyad/internal/neo4jtest"
	"dyad/schema"
)

func TestMain(m *testing.M) { os.Exit(neo4jtest.Run(m)) }

// testConfig is the configuration for the server of the tests.
func testConfig(t testing.TB) Config {
	t.Helper()
	srv := neo4jtest.Server(t)
	return Config{URI: srv.URI, Username: srv.Username, Password: srv.Password, Database: srv.Database,
		UserAgent: "dyad-test", RetryFor: time.Minute, Actors: table}
}

// table stands in for the actor table.
func table(id string) (schema.Actor, bool) {
	names := map[string]string{"country:RUS": "Russia", "country:USA": "United States", "country:GEO": "Georgia"}
	name, ok := names[id]
	return schema.Actor{ID: id, Name: name, Kind: schema.KindCountry, Code: strings.TrimPrefix(id, "country:")}, ok
}

// open returns a connection to an empty database.
func open(t testing.TB) *DB {
	t.Helper()
	db := openAs(t, testConfig(t))
	wipe(t, db)
	return db
}

func openAs(t testing.TB, conf Config) *DB {
	t.Helper()
	db, err := Open(context.Background(), conf)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(context.Background()) })
	return db
}

// wipe empties the database; constraints and indexes of dyad stay.
func wipe(t testing.TB, db *DB) {
	t.Helper()
	must(t, db, "MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 20000 ROWS")
	must(t, db, "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS")
}

// strip takes out all constraints and indexes too.
func strip(t testing.TB, db *DB) {
	t.Helper()
	wipe(t, db)
	have, err := db.present(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range have {
		switch {
		case p.state == "":
			must(t, db, "DROP CONSTRAINT `"+p.Name+"`")
		case !p.owned:
			must(t, db, "DROP INDEX `"+p.Name+"`")
		}
	}
}

// must runs a statement of its own transaction, writing ones too.
func must(t testing.TB, db *DB, query string) {
	t.Helper()
	ctx := context.Background()
	s := db.session(ctx, 0)
	defer s.Close(ctx)
	res, err := s.Run(ctx, query, nil)
	if err == nil {
		_, err = res.Consume(ctx)
	}
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
}

// ask runs a query and returns its rows.
func ask(t testing.TB, db *DB, query string, params map[string]any) [][]any {
	t.Helper()
	table, err := db.Run(context.Background(), query, params)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return table.Rows
}

// number runs a query that returns one number.
func number(t testing.TB, db *DB, query string) int64 {
	t.Helper()
	n, ok := ask(t, db, query, nil)[0][0].(int64)
	if !ok {
		t.Fatalf("%s: no number", query)
	}
	return n
}

// load loads documents and fails the test on any trouble.
func load(t testing.TB, db *DB, opts LoadOptions, docs ...*schema.Document) Summary {
	t.Helper()
	sum, err := db.Load(context.Background(), seq(docs), opts)
	if err != nil {
		t.Fatal(err)
	}
	if len(sum.Skipped) > 0 {
		t.Fatalf("skipped: %v", sum.Skipped)
	}
	return sum
}

// seq gives documents to Load.
func seq(docs []*schema.Document) iter.Seq2[*schema.Document, error] {
	return func(yield func(*schema.Document, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
}

// digest returns the digest of the graph.
func digest(t testing.TB, db *DB) string {
	t.Helper()
	d, err := db.Digest(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// maker builds a document sentence by sentence.
type maker struct{ doc *schema.Document }

// newDoc starts a document; its title makes the id.
func newDoc(id, published, outlet string) *maker {
	return &maker{&schema.Document{
		Article: schema.Article{ID: id, Title: "Title of " + id, Published: published, Outlet: outlet, Language: "en", Authors: []string{"A. Writer"}},
		Run:     schema.Run{ID: "run:1", Version: "v0", Data: "data:1", Settings: []string{"a=1"}},
	}}
}

// say adds a sentence and returns its span.
func (m *maker) say(sentence string) schema.Span {
	a := &m.doc.Article
	if a.Text != "" {
		a.Text += " "
	}
	start := len([]rune(a.Text))
	a.Text += sentence
	return schema.Span{Start: start, End: start + len([]rune(sentence))}
}

// span finds words in a sentence.
func (m *maker) span(in schema.Span, words string) schema.TextSpan {
	text := string([]rune(m.doc.Article.Text)[in.Start:in.End])
	at := strings.Index(text, words)
	if at < 0 {
		panic("no " + words + " in " + text)
	}
	start := in.Start + len([]rune(text[:at]))
	return schema.TextSpan{Span: schema.Span{Start: start, End: start + len([]rune(words))}, Text: words}
}

// actor adds a mention of an actor.
func (m *maker) actor(id, name, kind, code string, mention schema.TextSpan) *schema.Actor {
	for i := range m.doc.Actors {
		if a := &m.doc.Actors[i]; a.ID == id {
			a.Mentions = append(a.Mentions, mention)
			a.Aliases = append(a.Aliases, mention.Text)
			return a
		}
	}
	m.doc.Actors = append(m.doc.Actors, schema.Actor{ID: id, Name: name, Kind: kind, Code: code,
		Aliases: []string{mention.Text}, Mentions: []schema.TextSpan{mention}})
	return &m.doc.Actors[len(m.doc.Actors)-1]
}

// event adds an event of a sentence.
func (m *maker) event(in schema.Span, typ, trigger, date, source, target string) *schema.Event {
	granularity := schema.DateDay
	if date == "" {
		granularity = schema.DateUnknown
	}
	e := schema.Event{Type: typ, CAMEO: "042", Quad: 1, Goldstein: 1.9, Intensity: 2.5, Date: date, DateGranularity: granularity,
		Sources: []string{source}, Trigger: m.span(in, trigger), Sentence: in, Rule: "verb:" + trigger, Confidence: 0.9}
	if target != "" {
		e.Targets = []string{target}
	}
	e.ID = schema.EventID(&e, m.doc.Article.ID)
	e.MentionID = schema.ID("mention", m.doc.Article.ID, strconv.Itoa(e.Trigger.Start), typ)
	m.doc.Events = append(m.doc.Events, e)
	return &m.doc.Events[len(m.doc.Events)-1]
}

// done closes the document.
func (m *maker) done() *schema.Document {
	m.doc.Article.SHA256 = schema.TextDigest(m.doc.Article.Text)
	return m.doc
}

// visit is a small report: NATO's man visits Russia and says so.
func visit(id, published, outlet, russia string) *schema.Document {
	m := newDoc(id, published, outlet)
	s := m.say("NATO officials visited " + russia + " on Tuesday.")
	m.actor("org:nato", "NATO", schema.KindOrganization, "IGO", m.span(s, "NATO"))
	m.actor("country:RUS", "Russia", schema.KindCountry, "RUS", m.span(s, russia))
	e := m.event(s, "CONSULT", "visited", "2011-10-25", "org:nato", "country:RUS")
	e.Mode = "visit"
	e.Place = schema.Place{Name: "Moscow", Country: "RUS"}
	s = m.say("“We oppose the plan,” said Simon Porter of NATO.")
	p := m.actor("person:simon-porter", "Simon Porter", schema.KindPerson, "IGO", m.span(s, "Simon Porter"))
	p.Roles = []schema.Role{{Office: "official", Of: "org:nato", From: "2010", Source: "text"}}
	m.doc.Issues = []schema.Issue{{ID: "issue:plan", Name: "the plan", Mentions: []schema.TextSpan{m.span(s, "plan")}}}
	porter := p.ID
	m.doc.Attributions = []schema.Attribution{{ID: schema.ID("attribution", id), Kind: schema.KindSpeech, Actor: &porter, Direct: true,
		Source: []schema.TextSpan{m.span(s, "Simon Porter")}, Cue: []schema.TextSpan{m.span(s, "said")},
		Content: []schema.TextSpan{m.span(s, "We oppose the plan")}, About: []string{"org:nato"}, Issues: []string{"issue:plan"},
		Sentence: s, Rule: "cue:say", Confidence: 0.8}}
	m.doc.Stances = []schema.Stance{{ID: schema.ID("stance-mention", id), Holder: porter, Target: "issue:plan", Polarity: schema.Negative,
		HolderMention: m.span(s, "Simon Porter"), TargetMention: m.span(s, "the plan"), Evidence: m.span(s, "oppose"), Sentence: s,
		Rule: "word:oppose", Confidence: 0.7}}
	return m.done()
}

// threat is a report of another kind: Russia threatens the United States, and
// the event is about an issue.
func threat(id, published, date string) *schema.Document {
	m := newDoc(id, published, "Daily")
	s := m.say("Russia threatened the U.S. over missile defence.")
	m.actor("country:RUS", "Russia", schema.KindCountry, "RUS", m.span(s, "Russia"))
	m.actor("country:USA", "United States", schema.KindCountry, "USA", m.span(s, "U.S."))
	m.doc.Issues = []schema.Issue{{ID: "issue:missile-defence", Name: "missile defence", Mentions: []schema.TextSpan{m.span(s, "missile defence")}}}
	e := m.event(s, "THREATEN", "threatened", date, "country:RUS", "country:USA")
	e.CAMEO, e.Quad, e.Goldstein, e.Intensity = "130", 3, -4.4, -3.5
	e.Issues = []string{"issue:missile-defence"}
	return m.done()
}

// corpus is a handful of documents that share actors, facts and outlets.
func corpus() []*schema.Document {
	docs := []*schema.Document{
		visit("a1", "2011-10-25", "Daily", "Russia"),
		visit("a2", "2011-10-26T09:00:00+02:00", "Weekly", "Moscow"),
		visit("a3", "", "", "the Kremlin"),
		threat("a4", "2011-10-25", "2011-10-25"),
		threat("a5", "2011-10-27", ""),
		threat("a6", "2011-10-27", ""),
	}
	docs[2].Article.Agency = "AP"
	docs[3].Actors[0].Sector = "GOV"
	docs[4].Actors[0].PossiblySameAs = []schema.SameAs{{ID: "country:GEO", Why: "alias"}}
	docs[5].Actors[0].Name = "Rossiya"
	return docs
}
