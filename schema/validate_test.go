package schema

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sound is a document without faults; its text has letters of several bytes.
func sound() *Document {
	text := "“Naïve,” Šefčovič told Russia. NATO visited Moscow."
	speaker := "person:maros-sefcovic"
	e := Event{MentionID: "mention:1", Type: "CONSULT", Mode: "visit", Context: []string{"diplomatic"}, CAMEO: "042", Quad: 1, Sources: []string{"org:nato"},
		Targets: []string{"country:RUS"}, Date: "2011-10-25", DateGranularity: DateDay, Trigger: TextSpan{Span{36, 43}, "visited"},
		Sentence: Span{31, 51}, Issues: []string{"issue:talks"}, Rule: "verb:visit", Confidence: 0.9}
	e.ID = EventID(&e, "a1")
	return &Document{
		Article: Article{ID: "a1", Text: text, SHA256: TextDigest(text), Published: "2011-10-25T10:00:00+02:00",
			Dropped: []Dropped{{Span{0, 3}, DropCredit}}},
		Actors: []Actor{
			{ID: "person:maros-sefcovic", Name: "Maroš Šefčovič", Kind: KindPerson, Code: "EUR", Sector: "GOV", Country: "SVK",
				Mentions: []TextSpan{{Span{9, 17}, "Šefčovič"}}, Roles: []Role{{Office: "commissioner", From: "2009", To: "2014-11"}}},
			{ID: "country:RUS", Name: "Russia", Kind: KindCountry, Code: "RUS", Mentions: []TextSpan{{Span{23, 29}, "Russia"}}},
			{ID: "org:nato", Name: "NATO", Kind: KindOrganization, Code: "IGO", Mentions: []TextSpan{{Span{31, 35}, "NATO"}},
				PossiblySameAs: []SameAs{{ID: "org:nato-bank", Why: "alias"}}},
		},
		Issues:       []Issue{{ID: "issue:talks", Name: "talks"}},
		Events:       []Event{e},
		Attributions: []Attribution{{ID: "attribution:1", Kind: KindSpeech, Cue: []TextSpan{{Span{18, 22}, "told"}}, Content: []TextSpan{{Span{1, 6}, "Naïve"}}, Actor: &speaker, About: []string{"country:RUS"}, Confidence: 1}},
		Stances:      []Stance{{ID: "stance:1", Holder: "org:nato", Target: "issue:talks", Polarity: Positive, Evidence: TextSpan{Span{36, 43}, "visited"}, Confidence: 0.5}},
	}
}

// TestValidate breaks a sound document in one place at a time.
func TestValidate(t *testing.T) {
	if got := Validate(sound()); got != nil {
		t.Fatalf("the sound document has problems: %v", got)
	}
	tests := []struct {
		name   string
		damage func(*Document)
		want   string
	}{
		{"no id", func(d *Document) { d.Article.ID = "" }, "article.id: is empty"},
		{"long id", func(d *Document) { d.Article.ID = strings.Repeat("x", 4001) }, "article.id: has 4001 bytes, more than 4000"},
		{"no text", func(d *Document) {
			*d = Document{Article: Article{ID: "a1"}}
		}, "article.text: is empty"},
		{"bad digest", func(d *Document) { d.Article.SHA256 = "x" }, "article.sha256: is not the digest of article.text"},
		{"bad date", func(d *Document) { d.Article.Published = "32 May" }, `article.published: bad date "32 May": want YYYY-MM-DD or RFC 3339`},
		{"dropped outside", func(d *Document) { d.Article.Dropped[0].End = 52 }, "article.dropped[0]: span 0 to 52 does not lie in the text of 51 characters"},
		{"actor twice", func(d *Document) { d.Actors[2].ID = "country:RUS"; d.Events = nil; d.Stances = nil }, `actors[2].id: "country:RUS" is used twice`},
		{"no name", func(d *Document) { d.Actors[0].Name = "" }, "actors[0].name: is empty"},
		{"kind", func(d *Document) { d.Actors[0].Kind = "ship" }, `actors[0].kind: unknown value "ship", want one of ["country" "organization" "person" "group"]`},
		{"offsets in bytes", func(d *Document) { d.Actors[1].Mentions[0].Span = Span{31, 37} }, `actors[1].mentions[0]: text at 31 to 37 is "NATO v", not "Russia"`},
		{"role date", func(d *Document) { d.Actors[0].Roles[0].To = "May 2014" }, `actors[0].roles[0].to: bad date "May 2014": want YYYY, YYYY-MM or YYYY-MM-DD`},
		{"same as nothing", func(d *Document) { d.Actors[2].PossiblySameAs[0].ID = "" }, "actors[2].possibly_same_as[0].id: is empty"},
		{"unknown source", func(d *Document) { d.Events[0].Sources[0] = "org:x" }, `events[0].sources[0]: refers to "org:x", which the document does not list`},
		{"no rule", func(d *Document) { d.Events[0].Rule = "" }, "events[0].rule: is empty"},
		{"quad", func(d *Document) { d.Events[0].Quad = 5 }, "events[0].quad: 5 is not between 1 and 4"},
		{"granularity", func(d *Document) { d.Events[0].DateGranularity = DateUnknown }, `events[0].date: "2011-10-25" does not go with granularity "unknown"`},
		{"month", func(d *Document) { d.Events[0].DateGranularity = DateMonth }, "events[0].date: 2011-10-25 is not the first day of the month"},
		{"event date", func(d *Document) { d.Events[0].Date = "2011-02-30" }, `events[0].date: bad date "2011-02-30": want YYYY-MM-DD`},
		{"trigger", func(d *Document) { d.Events[0].Trigger.Text = "visits" }, `events[0].trigger: text at 36 to 43 is "visited", not "visits"`},
		{"issue", func(d *Document) { d.Events[0].Issues[0] = "issue:x" }, `events[0].issues[0]: refers to "issue:x", which the document does not list`},
		{"confidence", func(d *Document) { d.Events[0].Confidence = 1.1 }, "events[0].confidence: confidence 1.1 is not between 0 and 1"},
		{"mention twice", func(d *Document) { d.Stances[0].ID = "mention:1" }, `stances[0].id: "mention:1" is used twice`},
		{"speaker", func(d *Document) { x := "y"; d.Attributions[0].Actor = &x }, `attributions[0].actor[0]: refers to "y", which the document does not list`},
		{"no content", func(d *Document) { d.Attributions[0].Content = nil }, "attributions[0].content: is empty"},
		{"about an issue", func(d *Document) { d.Attributions[0].About[0] = "issue:talks" }, `attributions[0].about[0]: refers to "issue:talks", which the document does not list`},
		{"polarity", func(d *Document) { d.Stances[0].Polarity = "" }, `stances[0].polarity: unknown value "", want one of ["positive" "negative" "neutral"]`},
		{"evidence", func(d *Document) { d.Stances[0].Evidence.Span = Span{} }, "stances[0].evidence: span 0 to 0 does not lie in the text of 51 characters"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := sound()
			tt.damage(d)
			if diff := cmp.Diff([]string{tt.want}, Validate(d)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestValidateCodes(t *testing.T) {
	o := loadOntology(t)
	if got := o.Validate(sound()); got != nil {
		t.Fatalf("the sound document has problems: %v", got)
	}
	d := sound()
	d.Actors[0].Sector, d.Actors[1].Code, d.Actors[2].Country = "IGO", "Rus", "B"
	d.Events[0].Mode, d.Events[0].CAMEO, d.Events[0].Context[0], d.Events[0].Quad = "demo", "42", "nonsense", 2
	d.Events = append(d.Events, Event{Type: "FIGHT"})
	want := []string{
		`actors[0].sector: unknown sector "IGO"`,
		`actors[1].code: "Rus" is no code of three capital letters`,
		`actors[2].country: "B" is no code of three capital letters`,
		`events[0].quad: CONSULT is of quad class 1, not 2`,
		`events[0].mode: CONSULT has no mode "demo"`,
		`events[0].cameo: unknown code "42"`,
		`events[0].context[0]: unknown context "nonsense"`,
		`events[1].type: unknown type "FIGHT"`,
	}
	if diff := cmp.Diff(want, o.Validate(d)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// FuzzValidate feeds whatever decodes as a document: no panic, and the same
// problems every time.
func FuzzValidate(f *testing.F) {
	line, err := json.Marshal(sound())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(line)
	f.Add([]byte(`{"article":{"id":"x","text":"a"},"events":[{"trigger":{"start":-1,"end":9}}],"stances":[{}]}`))
	o, err := LoadOntology()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		var d Document
		if json.Unmarshal(line, &d) != nil {
			return
		}
		got := append(Validate(&d), o.Validate(&d)...)
		again := append(Validate(&d), o.Validate(&d)...)
		if strings.Join(got, "\n") != strings.Join(again, "\n") {
			t.Errorf("%q, then %q", got, again)
		}
	})
}
