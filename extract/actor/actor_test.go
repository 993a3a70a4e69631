package actor

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"dyad/extract/nlp"
	"dyad/internal/loglinear"
	"dyad/schema"

	"github.com/google/go-cmp/cmp"
)

var loadPipeline = sync.OnceValues(nlp.New)

func mustPipeline(t testing.TB) *nlp.Pipeline {
	t.Helper()
	p, err := loadPipeline()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func mustResolver(t testing.TB) *Resolver {
	t.Helper()
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// read resolves the actors of one paragraph.
func read(t testing.TB, r *Resolver, date, text string) (*schema.Document, *nlp.Doc) {
	t.Helper()
	doc := &schema.Document{Article: schema.Article{ID: "test", Text: text, Published: date}}
	ling := mustPipeline(t).Analyze(text, []nlp.Region{{Start: 0, End: len(text)}})
	r.Resolve(doc, ling)
	return doc, ling
}

// readCase is one case of a file in testdata.
type readCase struct {
	file       string
	line       int
	date, text string
	want       []string
}

func readCases(t *testing.T) []readCase {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases in testdata: %v", err)
	}
	var out []readCase
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		sc := bufio.NewScanner(f)
		for n := 1; sc.Scan(); n++ {
			line := strings.TrimSpace(sc.Text())
			if date, text, ok := strings.Cut(strings.TrimPrefix(line, "> "), " | "); ok && strings.HasPrefix(line, "> ") {
				out = append(out, readCase{file: filepath.Base(name), line: n, date: date, text: text})
			} else if line != "" && !strings.HasPrefix(line, "#") {
				out[len(out)-1].want = append(out[len(out)-1].want, line)
			}
		}
		f.Close()
	}
	return out
}

func TestCases(t *testing.T) {
	r := mustResolver(t)
	cases := readCases(t)
	if len(cases) < 60 {
		t.Errorf("%d cases, want at least 60", len(cases))
	}
	for _, c := range cases {
		doc, _ := read(t, r, c.date, c.text)
		for _, want := range c.want {
			if got, ok := check(doc, want); !ok {
				t.Errorf("%s:%d: %s\n want %s\n got  %s", c.file, c.line, c.text, want, got)
			}
		}
	}
}

// check compares one line of a case with a document.
func check(doc *schema.Document, want string) (string, bool) {
	switch {
	case strings.HasPrefix(want, "actor "):
		return checkActor(doc, strings.TrimPrefix(want, "actor "))
	case strings.HasPrefix(want, "same "), strings.HasPrefix(want, "two "):
		kind, names, _ := strings.Cut(want, " ")
		a, b, _ := strings.Cut(names, " | ")
		x, y := meant(doc, a), meant(doc, b)
		return x + ", " + y, x != "" && y != "" && (x == y) == (kind == "same")
	case strings.HasPrefix(want, "! "):
		text, id, _ := strings.Cut(strings.TrimPrefix(want, "! "), " = ")
		got := describe(doc, func(m schema.Mention) bool {
			return doc.Article.Text[m.Start:m.End] == text && !m.Locative && (id == "" || m.Actors[0] == id)
		})
		return got, got == ""
	}
	text, rest, ok := strings.Cut(want, " = ")
	within := !ok
	if within {
		text, rest, ok = strings.Cut(want, " ? ")
	}
	if !ok {
		return "a line that is no expectation", false
	}
	got := describe(doc, func(m schema.Mention) bool {
		have := doc.Article.Text[m.Start:m.End]
		return have == text || within && (strings.Contains(have, text) || strings.Contains(text, have))
	})
	return got, slices.Contains(strings.Split(got, "; "), rest)
}

// meant returns the ids of the first mention with a text, "" if there is none.
func meant(doc *schema.Document, text string) string {
	for _, m := range doc.Mentions {
		if doc.Article.Text[m.Start:m.End] == text {
			return strings.Join(m.Actors, ",")
		}
	}
	return ""
}

// describe writes what the mentions that pass mean, as cases do.
func describe(doc *schema.Document, pass func(schema.Mention) bool) string {
	var out []string
	for _, m := range doc.Mentions {
		if !pass(m) {
			continue
		}
		who := slices.Clone(m.Actors)
		for i, id := range who {
			if a := actorByID(doc, id); a != nil && a.Generic {
				who[i] = "~" + a.Code + "/" + a.Sector
			}
		}
		s := strings.Join(who, ",")
		if m.Locative {
			s += " loc"
		} else if m.Modifier {
			s += " mod"
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func actorByID(doc *schema.Document, id string) *schema.Actor {
	for i := range doc.Actors {
		if doc.Actors[i].ID == id {
			return &doc.Actors[i]
		}
	}
	return nil
}

func checkActor(doc *schema.Document, want string) (string, bool) {
	id, rest, _ := strings.Cut(want, " ")
	a := actorByID(doc, id)
	if a == nil {
		var ids []string
		for _, a := range doc.Actors {
			ids = append(ids, a.ID)
		}
		return "only " + strings.Join(ids, ", "), false
	}
	have := map[string]string{"name": a.Name, "kind": a.Kind, "code": a.Code, "sector": a.Sector, "role": a.Role, "country": a.Country}
	if a.Undated {
		have["undated"] = "true"
	}
	for rest != "" {
		k, v, _ := strings.Cut(rest, "=")
		if after, quoted := strings.CutPrefix(v, `"`); quoted {
			v, rest, _ = strings.Cut(after, `"`)
			rest = strings.TrimSpace(rest)
		} else {
			v, rest, _ = strings.Cut(v, " ")
		}
		if have[k] != v {
			return fmt.Sprintf("%s %s=%q", id, k, have[k]), false
		}
	}
	return "", true
}

const story = `Ministers of Norland met in Oslo. Russia's President Dmitry Medvedev praised NATO, and the alliance thanked Moscow. "We are ready," he said. Protesters in Kyiv threw stones at the police. Ukraine's government said its officers were calm.`

func TestResolveIsDeterministic(t *testing.T) {
	r := mustResolver(t)
	first, _ := read(t, r, "2011-10-25", story)
	for range 5 {
		again, _ := read(t, mustResolver(t), "2011-10-25", story)
		if diff := cmp.Diff(first, again); diff != "" {
			t.Fatalf("a second run differs:\n%s", diff)
		}
	}
}

func TestMentionsFitTheText(t *testing.T) {
	doc, ling := read(t, mustResolver(t), "2011-10-25", story)
	if len(doc.Mentions) < 8 {
		t.Fatalf("%d mentions, want at least 8", len(doc.Mentions))
	}
	for i, m := range doc.Mentions {
		s := ling.Sentences[m.Sentence]
		if m.Start != s.Tokens[m.First].Start || m.End != s.Tokens[m.Last-1].End {
			t.Errorf("mention %d: span %v does not fit its tokens", i, m.Span)
		}
		if m.Head < m.First || m.Head >= m.Last {
			t.Errorf("mention %q: head %d lies outside", doc.Article.Text[m.Start:m.End], m.Head)
		}
		if m.Rule == "" || m.Confidence <= 0 || m.Confidence > 1 {
			t.Errorf("mention %q: rule %q, confidence %v", doc.Article.Text[m.Start:m.End], m.Rule, m.Confidence)
		}
		for _, id := range m.Actors {
			if actorByID(doc, id) == nil {
				t.Errorf("mention %q: actor %s is not listed", doc.Article.Text[m.Start:m.End], id)
			}
		}
		for _, o := range doc.Mentions[:i] {
			if o.Start < m.Start && m.Start < o.End && o.End < m.End {
				t.Errorf("mentions %q and %q cross", doc.Article.Text[o.Start:o.End], doc.Article.Text[m.Start:m.End])
			}
		}
	}
	for _, a := range doc.Actors {
		for _, m := range a.Mentions {
			if got := doc.Article.Text[m.Start:m.End]; got != m.Text {
				t.Errorf("actor %s: mention %q at a span that holds %q", a.ID, m.Text, got)
			}
		}
	}
}

func TestGivenMentionsWin(t *testing.T) {
	text := "Moscow urged the rebels to stop. It said it was angry."
	doc := &schema.Document{Article: schema.Article{ID: "test", Text: text, Published: "2020-05-05", Given: []schema.GivenMention{
		{Span: schema.Span{Start: 0, End: 6}, ID: "mine:1"},
		{Span: schema.Span{Start: 24, End: 31}, ID: "mine:2"},
		{Span: schema.Span{Start: 900, End: 910}, ID: "mine:3"},
	}}}
	ling := mustPipeline(t).Analyze(text, []nlp.Region{{Start: 0, End: len(text)}})
	mustResolver(t).Resolve(doc, ling)
	a := actorByID(doc, "mine:1")
	if a == nil || !a.Given || a.ResolvesTo != "country:RUS" || a.Code != "RUS" || a.Kind != schema.KindCountry {
		t.Errorf("given Moscow: got %+v, want an actor that resolves to country:RUS", a)
	}
	if actorByID(doc, "mine:2") == nil {
		t.Error("a given span that is no name is no actor")
	}
	if actorByID(doc, "country:RUS") != nil {
		t.Error("country:RUS is listed beside the given actor")
	}
	if m := doc.Mentions[0]; m.Form != schema.FormGiven || m.Actors[0] != "mine:1" || m.Start != 0 || m.End != 6 {
		t.Errorf("first mention: got %+v, want the given one", m)
	}
	if got, ok := check(doc, "It = mine:1"); !ok {
		t.Errorf("the pronoun after a given mention: got %q, want mine:1", got)
	}
}

// TestPruneWeights: an actor that nothing coded needs stays by its chance, but in
// a text of a few sentences.
func TestPruneWeights(t *testing.T) {
	r := mustResolver(t)
	for text, want := range map[string]bool{
		"Chile expelled the envoy. Google sent a note. He left. He wept.":      true,
		"Chile expelled the envoy. He posted a note on Google. He left today.": false,
		"Chile expelled the envoy. He left the offices of Google.":             true,
	} {
		r.parts = map[uint64]float32{loglinear.Hash(loglinear.HashStart, "after on organization"): -9}
		doc, ling := read(t, r, "2020-05-05", text)
		doc.Attributions = []schema.Attribution{{About: []string{"org:google"}}}
		r.Prune(doc, ling)
		if got := actorByID(doc, "org:google") != nil; got != want {
			t.Errorf("%s: the company is an actor: %t, want %t", text, got, want)
		}
		if got := len(doc.Attributions[0].About) == 1; got != want {
			t.Errorf("%s: a statement is about the company: %t, want %t", text, got, want)
		}
	}
}

// TestPruneLearned: the weights keep who acts without being coded, and leave out
// where something is and whose goods are told of.
func TestPruneLearned(t *testing.T) {
	r := mustResolver(t)
	doc, ling := read(t, r, "2020-05-05", "The president of Chile urged the senate to act. Chilean lawmakers answered him at length. "+
		"He had flown in from Lima, where he bought Swedish furniture. The lawmakers left for a hotel. Nobody knows why.")
	doc.Events = []schema.Event{{Sources: []string{doc.Actors[0].ID}, Targets: []string{"org:chl-parliament"}}}
	r.Prune(doc, ling)
	if actorByID(doc, "country:SWE") != nil || actorByID(doc, "country:PER") != nil {
		t.Error("a place or a maker of furniture is an actor")
	}
	if !slices.ContainsFunc(doc.Actors, func(a schema.Actor) bool { return a.Generic && a.Sector == "LEG" }) {
		t.Error("the lawmakers are no actors")
	}
}

func TestPrune(t *testing.T) {
	r := mustResolver(t)
	doc, ling := read(t, r, "2020-05-05", "The ministers of Norway met in Vienna. Austria was not invited to Geneva, said Sweden.")
	doc.Mentions = append(doc.Mentions, schema.Mention{Actors: []string{"country:ISL"}, Locative: true, Confidence: 1},
		schema.Mention{Actors: []string{"country:FIN"}, Locative: true, Confidence: 1})
	doc.Actors = append(doc.Actors, schema.Actor{ID: "country:ISL"}, schema.Actor{ID: "country:FIN"})
	doc.Events = []schema.Event{{Targets: []string{"country:FIN"}}}
	r.Prune(doc, ling)
	if actorByID(doc, "country:CHE") != nil {
		t.Error("Geneva makes Switzerland an actor")
	}
	if actorByID(doc, "country:ISL") != nil {
		t.Error("a place that only locates is still listed")
	}
	if actorByID(doc, "country:FIN") == nil || actorByID(doc, "country:SWE") == nil {
		t.Error("an actor of an event or of a name is gone")
	}
}

// TestPruneDeeds: a demonym names an actor where it modifies a deed, not a thing.
func TestPruneDeeds(t *testing.T) {
	for text, want := range map[string]bool{
		"Norway rejected the proposed Chilean changes.": true,
		"Norway rejected the imported Chilean wine.":    false,
	} {
		r := mustResolver(t)
		doc, ling := read(t, r, "2020-05-05", text)
		r.Prune(doc, ling)
		if got := actorByID(doc, "country:CHL") != nil; got != want {
			t.Errorf("%s: Chile is an actor: %t, want %t", text, got, want)
		}
	}
}

func TestEmptyDocument(t *testing.T) {
	doc := &schema.Document{}
	mustResolver(t).Resolve(doc, &nlp.Doc{})
	if len(doc.Actors)+len(doc.Mentions)+len(doc.Places) != 0 {
		t.Errorf("an empty document has %d actors, %d mentions, %d places", len(doc.Actors), len(doc.Mentions), len(doc.Places))
	}
}

// TestPruneAddressee keeps whom a statement is told, and the medium that it is
// known through.
func TestPruneAddressee(t *testing.T) {
	doc := &schema.Document{
		Actors:       []schema.Actor{{ID: "a", Kind: schema.KindGroup, Generic: true}, {ID: "b", Kind: schema.KindGroup, Generic: true}, {ID: "c", Kind: schema.KindGroup, Generic: true}},
		Attributions: []schema.Attribution{{Addressee: []schema.Addressee{{Actors: []string{"a"}}}, Carrier: "b"}},
	}
	mustResolver(t).Prune(doc, &nlp.Doc{})
	if len(doc.Actors) != 2 || doc.Actors[0].ID != "a" || doc.Actors[1].ID != "b" {
		t.Errorf("kept %v, want a and b", doc.Actors)
	}
}
