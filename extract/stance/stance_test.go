package stance

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"dyad/extract/nlp"
	"dyad/schema"
)

// parse builds an analysed document from lines "form lemma upos head deprel",
// where a sixth field names the actor (@id) or issue (#id) that the token is
// the head of. What follows "said" is an attribution of the first actor.
func parse(t testing.TB, tree string) (*schema.Document, *nlp.Doc) {
	t.Helper()
	ling, doc := &nlp.Doc{}, &schema.Document{Article: schema.Article{ID: "a1"}}
	s := nlp.Sentence{}
	for i, line := range strings.Split(strings.TrimSpace(tree), "\n") {
		f := strings.Fields(line)
		tok := nlp.Token{Form: f[0], Lemma: f[1], UPOS: f[2], DepRel: f[4]}
		if _, err := fmt.Sscan(f[3], &tok.Head); err != nil {
			t.Fatalf("bad line %q: %v", line, err)
		}
		tok.Head--
		if tok.Form == "which" {
			tok.XPOS = "WDT"
		}
		if tok.UPOS == "VERB" && strings.HasSuffix(tok.Form, "ing") {
			tok.XPOS = "VBG"
		}
		if tok.UPOS == "VERB" && strings.HasSuffix(tok.Form, "ed") && slices.Contains([]string{"acl", "xcomp"}, tok.DepRel) {
			tok.XPOS = "VBN"
		}
		if i > 0 && f[0] != "." && f[0] != "," && f[0] != "'s" {
			ling.Text += " "
		}
		tok.Start = len(ling.Text)
		ling.Text += f[0]
		tok.End = len(ling.Text)
		s.Tokens = append(s.Tokens, tok)
		span := schema.Span{Start: tok.Start, End: tok.End}
		if len(f) > 5 && f[5][0] == '@' {
			doc.Mentions = append(doc.Mentions, schema.Mention{Span: span, First: i, Last: i + 1, Head: i, Actors: []string{f[5][1:]}})
		} else if len(f) > 5 {
			doc.IssueMentions = append(doc.IssueMentions, schema.IssueMention{Span: span, First: i, Last: i + 1, Head: i, Issue: f[5][1:]})
		}
	}
	s.End = len(ling.Text)
	ling.Sentences = []nlp.Sentence{s}
	if i := strings.Index(ling.Text, " said ") + 1; i > 0 && len(doc.Mentions) > 0 {
		span := func(from, to int) []schema.TextSpan {
			return []schema.TextSpan{{Span: schema.Span{Start: from, End: to}, Text: ling.Text[from:to]}}
		}
		doc.Attributions = []schema.Attribution{{Kind: schema.KindSpeech, Actor: &doc.Mentions[0].Actors[0], Confidence: 1,
			Source: span(0, i-1), Cue: span(i, i+4), Content: span(i+5, len(ling.Text))}}
	}
	return doc, ling
}

func describe(list []schema.Stance) string {
	var out []string
	for _, s := range list {
		out = append(out, fmt.Sprintf("%s %s %s %s %q", s.Holder, s.Polarity, s.Target, s.Rule, s.Evidence.Text))
	}
	return strings.Join(out, "\n")
}

// TestRules reads testdata/RULE.txtar: a tree in which the rule finds a
// stance and one in which there is none. The model is left out.
func TestRules(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	c.models = models{}
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no test files: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			part := map[string]string{}
			for _, f := range ar.Files {
				part[f.Name] = strings.TrimSpace(string(f.Data))
			}
			for _, side := range []string{"match", "miss"} {
				doc, ling := parse(t, part[side+".tree"])
				c.Classify(doc, ling)
				if diff := cmp.Diff(part[side+".want"], describe(doc.Stances)); diff != "" {
					t.Errorf("%s (-want +got):\n%s", side, diff)
				}
			}
		})
	}
}

// TestEvents checks the stances that coded events carry.
func TestEvents(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	event := func(kind string, change func(*schema.Event)) schema.Event {
		e := schema.Event{Type: kind, Sources: []string{"rus"}, Targets: []string{"usa"}, Confidence: .9,
			Trigger: schema.TextSpan{Span: schema.Span{Start: 0, End: 7}}}
		change(&e)
		return e
	}
	tests := []struct {
		name  string
		event schema.Event
		want  string
	}{
		{"accusation", event("ACCUSE", func(*schema.Event) {}), "rus negative issue:told|rus negative usa"},
		{"support", event("SUPPORT", func(*schema.Event) {}), "rus positive issue:told|rus positive usa"},
		{"a visit is none", event("CONSULT", func(*schema.Event) {}), ""},
		{"a target from another sentence", event("ACCUSE", func(e *schema.Event) { e.Targets = []string{"chn"} }), "rus negative issue:told"},
		{"negated", event("ACCUSE", func(e *schema.Event) { e.Negated = true }), ""},
		{"rejected issue", event("REJECT", func(e *schema.Event) { e.Targets, e.Issues = nil, []string{"issue:told", "issue:far"} }), "rus negative issue:told"},
		{"support of two", event("SUPPORT", func(e *schema.Event) { e.Sources, e.Targets = []string{"rus", "usa"}, nil }), "rus positive issue:told|rus positive usa|usa positive issue:told|usa positive rus"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ling := &nlp.Doc{Text: "Rejects plan.", Sentences: []nlp.Sentence{{End: 13, Tokens: []nlp.Token{
				{End: 7, Form: "Rejects", Lemma: "reject", UPOS: "VERB", Head: -1, DepRel: "root"},
				{Start: 8, End: 12, Form: "plan", Lemma: "plan", UPOS: "NOUN", Head: 0, DepRel: "obj"},
			}}}}
			c.models = models{}
			doc := &schema.Document{Events: []schema.Event{tt.event},
				Mentions:      []schema.Mention{{Actors: []string{"rus"}, Span: schema.Span{End: 7}}, {Actors: []string{"usa"}, Span: schema.Span{End: 7}}},
				IssueMentions: []schema.IssueMention{{Span: schema.Span{Start: 8, End: 12}, First: 1, Last: 2, Head: 1, Issue: "issue:told"}}}
			c.Classify(doc, ling)
			var got []string
			for _, s := range doc.Stances {
				got = append(got, s.Holder+" "+s.Polarity+" "+s.Target)
			}
			if diff := cmp.Diff(tt.want, strings.Join(got, "|")); diff != "" {
				t.Errorf("stances (-want +got):\n%s", diff)
			}
		})
	}
}

// TestEventCharges: what somebody is accused of is a charge, no issue that the
// accuser takes a side on; what somebody insists on is one.
func TestEventCharges(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for typ, want := range map[string]bool{"ACCUSE": false, "SUPPORT": true} {
		ling := &nlp.Doc{Text: "Charged with graft.", Sentences: []nlp.Sentence{{End: 19, Tokens: []nlp.Token{
			{End: 7, Form: "Charged", Lemma: "charge", UPOS: "VERB", Head: -1, DepRel: "root"},
			{Start: 8, End: 12, Form: "with", Lemma: "with", UPOS: "ADP", Head: 2, DepRel: "case"},
			{Start: 13, End: 18, Form: "graft", Lemma: "graft", UPOS: "NOUN", Head: 0, DepRel: "obl"},
		}}}}
		c.models = models{}
		doc := &schema.Document{
			Events:        []schema.Event{{Type: typ, Sources: []string{"rus"}, Confidence: .9, Trigger: schema.TextSpan{Span: schema.Span{End: 7}}}},
			Mentions:      []schema.Mention{{Actors: []string{"rus"}, Span: schema.Span{End: 7}}},
			IssueMentions: []schema.IssueMention{{Span: schema.Span{Start: 13, End: 18}, First: 2, Last: 3, Head: 2, Issue: "issue:graft"}},
		}
		c.Classify(doc, ling)
		if got := len(doc.Stances) == 1; got != want {
			t.Errorf("%s: stances %v, want one: %t", typ, doc.Stances, want)
		}
	}
}

// TestTables checks what the rules take for granted of the tables.
func TestTables(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	n := len(c.lex.phrases) + len(c.lex.negators)
	for _, class := range []*words{&c.lex.verbs, &c.lex.nouns, &c.lex.adjs} {
		n += class.entries.Len()
	}
	if n < 1000 {
		t.Errorf("%d entries, want at least 1000", n)
	}
	for _, class := range []string{"owner", "doer", "lends", "agent", "condition", "duty", "light", "thing", "speech-event"} {
		if !slices.Contains(c.lex.named, class) {
			t.Errorf("words.tsv has no class %q", class)
		}
	}
	if other, err := New(); err != nil || other.DataDigest() != c.DataDigest() {
		t.Errorf("second digest %v (%v), want %v", other.DataDigest(), err, c.DataDigest())
	}
	if _, err := sign("good"); err == nil {
		t.Error(`sign("good") gives no error`)
	}
}

// TestLeast: a stance that only the sound of a sentence speaks for needs more
// than others.
func TestLeast(t *testing.T) {
	text := "Malta met Cyprus."
	r := &reader{doc: &schema.Document{}, ling: &nlp.Doc{Text: text, Sentences: []nlp.Sentence{{Start: 0, End: len(text)}}}, given: map[string]bool{}}
	find := func(target, rule string, confidence float64) finding {
		return finding{holder: "country:MLT", target: target, sign: 1, rule: rule, confidence: confidence, weight: confidence}
	}
	r.found = []finding{
		find("country:CYP", "talks:subj", .4), find("country:NOR", "act:praise", .4),
		find("country:ISL", "talks:subj", .6), find("country:PER", "act:praise", .3),
	}
	var got []string
	for _, s := range r.records() {
		got = append(got, s.Target)
	}
	if want := []string{"country:ISL", "country:NOR"}; !slices.Equal(got, want) {
		t.Errorf("stances towards %q, want %q", got, want)
	}
}
