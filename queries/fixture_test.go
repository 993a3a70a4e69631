package queries_test

import (
	_ "embed"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dyad/schema"
)

//go:embed testdata/dispute.txt
var dispute string

// fixture reads testdata/dispute.txt, whose head describes it.
type fixture struct {
	actors []schema.Actor
	issues []schema.Issue
	docs   []*schema.Document
	text   strings.Builder
	// ontology tells the Goldstein scores.
	ontology *schema.Ontology
	// sentence is the span of the last sentence.
	sentence schema.Span
}

// readFixture returns the documents of the fixture.
func readFixture(t *testing.T, text string) []*schema.Document {
	t.Helper()
	ontology, err := schema.LoadOntology()
	if err != nil {
		t.Fatal(err)
	}
	f := &fixture{ontology: ontology}
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		word, rest, _ := strings.Cut(line, " ")
		fields := strings.Split(rest, "|")
		for j := range fields {
			fields[j] = strings.TrimSpace(fields[j])
		}
		if err := f.line(word, rest, fields); err != nil {
			t.Fatalf("fixture line %d: %v", i+1, err)
		}
	}
	f.close()
	for _, d := range f.docs {
		if problems := schema.Validate(d); len(problems) > 0 {
			t.Fatalf("fixture %s: %v", d.Article.ID, problems)
		}
	}
	return f.docs
}

func (f *fixture) line(word, rest string, fields []string) error {
	switch word {
	case "actor":
		f.actors = append(f.actors, schema.Actor{ID: fields[0], Name: fields[1], Kind: fields[2], Code: fields[3], Sector: fields[4], Aliases: strings.Split(fields[5], ", ")})
	case "role":
		i := slices.IndexFunc(f.actors, func(a schema.Actor) bool { return a.ID == fields[0] })
		f.actors[i].Roles = append(f.actors[i].Roles, schema.Role{Office: fields[1], Of: fields[2], From: fields[3], To: fields[4], Source: "table"})
		f.actors[i].Role = fields[1]
	case "issue":
		f.issues = append(f.issues, schema.Issue{ID: fields[0], Name: fields[1]})
	case "article":
		f.close()
		f.docs = append(f.docs, &schema.Document{Article: schema.Article{ID: fields[0], Outlet: fields[1], Agency: fields[2], Published: fields[3], Title: fields[4]}, Issues: slices.Clone(f.issues)})
	case "-":
		start := len([]rune(f.text.String()))
		f.sentence = schema.Span{Start: start, End: start + len([]rune(rest))}
		f.text.WriteString(rest + "\n")
	case "event":
		return f.event(fields)
	case "said":
		return f.said(fields)
	case "stance":
		f.stance(fields)
	default:
		return fmt.Errorf("unknown word %q", word)
	}
	return nil
}

func (f *fixture) doc() *schema.Document { return f.docs[len(f.docs)-1] }

// span finds words in the last sentence.
func (f *fixture) span(words string) schema.TextSpan {
	sent := []rune(f.text.String())[f.sentence.Start:f.sentence.End]
	at := strings.Index(string(sent), words)
	if at < 0 {
		panic(fmt.Sprintf("no %q in %q", words, string(sent)))
	}
	start := f.sentence.Start + len([]rune(string(sent)[:at]))
	return schema.TextSpan{Span: schema.Span{Start: start, End: start + len([]rune(words))}, Text: words}
}

func (f *fixture) event(fields []string) error {
	doc := f.doc()
	kind := strings.Fields(fields[0])
	quad, err := strconv.Atoi(kind[2])
	if err != nil {
		return err
	}
	intensity, err := strconv.ParseFloat(kind[3], 64)
	if err != nil {
		return err
	}
	sources, targets, _ := strings.Cut(fields[1], ">")
	code, _ := f.ontology.CAMEO(strings.Trim(kind[4], "."))
	e := schema.Event{
		MentionID: fmt.Sprintf("%s-e%d", doc.Article.ID, len(doc.Events)+1),
		Type:      kind[0], Mode: strings.Trim(kind[1], "."), Quad: quad, Intensity: intensity,
		CAMEO: code.Code, Goldstein: code.Goldstein,
		Sources: strings.Fields(sources), Targets: strings.Fields(targets),
		DateGranularity: map[int]string{0: schema.DateUnknown, 4: schema.DateYear, 7: schema.DateMonth, 10: schema.DateDay}[len(fields[2])],
		Date:            fields[2] + map[int]string{4: "-01-01", 7: "-01"}[len(fields[2])],
		Trigger:         f.span(fields[4]), Sentence: f.sentence,
		Rule: "test:" + fields[4], Confidence: 0.8,
	}
	for flag := range strings.FieldsSeq(fields[3]) {
		switch flag {
		case "negated":
			e.Negated = true
		case "future":
			e.Future = true
		case "hypothetical":
			e.Hypothetical = true
		case "historical":
			e.Historical = true
		default:
			e.Issues = append(e.Issues, flag)
		}
	}
	e.ID = schema.EventID(&e, doc.Article.ID)
	doc.Events = append(doc.Events, e)
	return nil
}

func (f *fixture) said(fields []string) error {
	doc := f.doc()
	a := schema.Attribution{
		ID: fmt.Sprintf("%s-a%d", doc.Article.ID, len(doc.Attributions)+1), Kind: schema.KindSpeech,
		Actor: &fields[0], Direct: fields[1] == "quote",
		Cue: []schema.TextSpan{f.span(fields[2])}, Content: []schema.TextSpan{f.span(fields[3])},
		Sentence: f.sentence, Rule: "test:" + fields[2], Confidence: 0.9,
	}
	for id := range strings.FieldsSeq(fields[4]) {
		if strings.HasPrefix(id, "issue:") {
			a.Issues = append(a.Issues, id)
		} else {
			a.About = append(a.About, id)
		}
	}
	for _, to := range fields[5:] {
		id, words, _ := strings.Cut(to, " ")
		a.Addressee = append(a.Addressee, schema.Addressee{TextSpan: f.span(words), Actors: []string{id}})
	}
	doc.Attributions = append(doc.Attributions, a)
	return nil
}

func (f *fixture) stance(fields []string) {
	doc := f.doc()
	whole := string([]rune(f.text.String())[f.sentence.Start:f.sentence.End])
	doc.Stances = append(doc.Stances, schema.Stance{
		ID: fmt.Sprintf("%s-s%d", doc.Article.ID, len(doc.Stances)+1), Holder: fields[0], Target: fields[1], Polarity: fields[2],
		Evidence: schema.TextSpan{Span: f.sentence, Text: whole}, Sentence: f.sentence, Rule: "test:stance", Confidence: 0.7,
	})
}

// close ends an article: its text, and the actors that stand in it by one of
// their aliases or in a record.
func (f *fixture) close() {
	if len(f.docs) == 0 {
		return
	}
	doc := f.doc()
	doc.Article.Text = f.text.String()
	f.text.Reset()
	used := map[string]bool{}
	for _, e := range doc.Events {
		for _, id := range slices.Concat(e.Sources, e.Targets) {
			used[id] = true
		}
	}
	for _, a := range doc.Attributions {
		used[*a.Actor] = true
		for _, id := range a.About {
			used[id] = true
		}
	}
	for _, s := range doc.Stances {
		used[s.Holder], used[s.Target] = true, true
	}
	for _, a := range f.actors {
		for _, form := range a.Aliases {
			a.Mentions = append(a.Mentions, mentionsOf(doc.Article.Text, form)...)
		}
		if used[a.ID] {
			a.Aliases = slices.DeleteFunc(slices.Clone(a.Aliases), func(s string) bool { return !strings.Contains(doc.Article.Text, s) })
			doc.Actors = append(doc.Actors, a)
		}
	}
}

// mentionsOf finds a form in a text.
func mentionsOf(text, form string) []schema.TextSpan {
	var out []schema.TextSpan
	for at := 0; ; {
		i := strings.Index(text[at:], form)
		if i < 0 {
			return out
		}
		start := len([]rune(text[:at+i]))
		out = append(out, schema.TextSpan{Span: schema.Span{Start: start, End: start + len([]rune(form))}, Text: form})
		at += i + len(form)
	}
}

// each yields documents the way that a load reads them.
func each(docs []*schema.Document) iter.Seq2[*schema.Document, error] {
	return func(yield func(*schema.Document, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
}
