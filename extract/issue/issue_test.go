package issue

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dyad/extract/nlp"
	"dyad/schema"
)

// analysed makes a document of one sentence a line: words apart by blanks, as
// form or form/lemma. A word "{Iran}" is a place and country of that name.
func analysed(lines ...string) (*schema.Document, *nlp.Doc) {
	doc, ling := &schema.Document{}, &nlp.Doc{}
	for n, line := range lines {
		sent := nlp.Sentence{Start: len(ling.Text)}
		for i, f := range strings.Fields(line) {
			form, lemma, ok := strings.Cut(f, "/")
			if !ok {
				lemma = strings.ToLower(form)
			}
			if name, ok := strings.CutPrefix(form, "{"); ok {
				form = strings.TrimSuffix(name, "}")
				lemma = form
				doc.Actors = append(doc.Actors, schema.Actor{ID: "country:" + form, Name: form, Kind: schema.KindCountry, Code: form})
				doc.Places = append(doc.Places, schema.PlaceMention{Sentence: n, First: i, Last: i + 1, Head: i, Country: form})
			}
			start := len(ling.Text)
			ling.Text += form
			sent.Tokens = append(sent.Tokens, nlp.Token{Start: start, End: len(ling.Text), Form: form, Lemma: lemma, Head: i - 1, DepRel: "dep"})
			ling.Text += " "
		}
		sent.End = len(ling.Text)
		ling.Sentences = append(ling.Sentences, sent)
	}
	return doc, ling
}

func TestFind(t *testing.T) {
	f, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name  string
		lines []string
		want  []string // issue: text of the mention
	}{
		{"American spelling with a hyphen", []string{"They oppose missile-defense plans/plan ."}, []string{"missile defence: missile-defense plans"}},
		{"longest match wins", []string{"The nuclear weapons/weapon programme"}, []string{"nuclear weapons: nuclear weapons"}},
		{"short name after the full one", []string{"The missile shield is planned .", "He fears the shield ."},
			[]string{"missile defence: missile shield", "missile defence: the shield"}},
		{"short name alone does not count", []string{"The knight raised the shield ."}, nil},
		{"possessive and an optional word", []string{"at NATO 's expansion eastward ."}, []string{"NATO enlargement: NATO 's expansion eastward"}},
		{"composed with a country", []string{"sanctions/sanction on {Iran} hurt ."}, []string{"sanctions on Iran: sanctions on Iran"}},
		{"composed, country first", []string{"{Iran} 's nuclear program grows ."}, []string{"nuclear programme of Iran: Iran 's nuclear program"}},
		{"a pattern with a country needs one", []string{"sanctions/sanction on bread hurt ."}, nil},
		{"nothing", []string{"The weather is fine ."}, nil},
	} {
		doc, ling := analysed(test.lines...)
		f.Find(doc, ling)
		var got []string
		for _, i := range doc.Issues {
			for _, m := range i.Mentions {
				got = append(got, i.Name+": "+m.Text)
				if ling.Text[m.Start:m.End] != m.Text {
					t.Errorf("%s: span %d-%d is %q, not %q", test.name, m.Start, m.End, ling.Text[m.Start:m.End], m.Text)
				}
			}
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
		if len(doc.IssueMentions) != len(got) {
			t.Errorf("%s: got %d issue mentions, want %d", test.name, len(doc.IssueMentions), len(got))
		}
	}
}

func TestLookup(t *testing.T) {
	f, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ name, id string }{
		{"missile defence", "issue:missile-defence"},
		{"Missile Defense", "issue:missile-defence"},
		{"missile shield plan", "issue:missile-defence"},
		{"issue:missile-defence", "issue:missile-defence"},
		{"NATO expansion", "issue:nato-enlargement"},
		{"sanctions on Iran", "issue:sanctions-on-iran"},
		{"gardening", ""},
		{"", ""},
	} {
		id, _, ok := f.Lookup(test.name)
		if id != test.id || ok != (test.id != "") {
			t.Errorf("Lookup(%q) = %q, %v, want %q", test.name, id, ok, test.id)
		}
	}
}

func TestNear(t *testing.T) {
	f, err := New()
	if err != nil {
		t.Fatal(err)
	}
	if got := f.Near("missile defences"); len(got) == 0 || got[0] != "missile defence" {
		t.Errorf("Near(missile defences) = %q, want missile defence first", got)
	}
	if got := f.Near("xyzzy"); len(got) != 0 {
		t.Errorf("Near(xyzzy) = %q, want nothing", got)
	}
}

// TestTable checks what the table promises: many issues, every id once, every
// pattern found when it is read as it stands.
func TestTable(t *testing.T) {
	tab, err := loadTable()
	if err != nil {
		t.Fatal(err)
	}
	if len(tab.issues) < 80 {
		t.Errorf("%d issues, want 80 at least", len(tab.issues))
	}
	seen := map[string]bool{}
	for _, row := range tab.issues {
		if id := ID(row.name); seen[id] {
			t.Errorf("id %s twice", id)
		} else {
			seen[id] = true
		}
		if len(row.patterns) == 0 {
			t.Errorf("%s: no patterns", row.name)
		}
	}
}

func TestParsePatternErrors(t *testing.T) {
	tab := &table{index: map[string][]*pattern{}, spelling: map[string]string{}}
	for _, text := range []string{"", "(only) optional", "open (bracket"} {
		if _, err := tab.parse(text); err == nil {
			t.Errorf("parse(%q): got no error, want one", text)
		}
	}
}

// FuzzParsePattern: any text either fails or gives a pattern that can be
// matched without a panic.
func FuzzParsePattern(f *testing.F) {
	f.Add("missile defence (plan/system)")
	f.Add("{place} 's nuclear programme")
	f.Fuzz(func(t *testing.T, text string) {
		tab := &table{index: map[string][]*pattern{}, spelling: map[string]string{}}
		p, err := tab.parse(text)
		if err != nil {
			return
		}
		units := []unit{{[]string{"missile"}, 0}, {[]string{"defence"}, 1}}
		if end, _ := p.match(units, 0, 0, nil); end < 0 || end > len(units) {
			t.Errorf("match of %q ends at %d of %d words", text, end, len(units))
		}
	})
}
