package corpus

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dyad/schema"
)

func TestParsePair(t *testing.T) {
	tests := []struct{ sentence, text, p, q string }{
		{"[Finland] thanked [Norway] twice.", "Finland thanked Norway twice.", "Finland", "Norway"},
		{"Mayors of [Los Angele]s met [Zoë’s] aides.", "Mayors of Los Angeles met Zoë’s aides.", "Los Angeles", "Zoë’s"},
		{"The [ U.S.] warned [“Iran”].", "The  U.S. warned “Iran”.", "U.S.", "Iran"},
	}
	for _, tt := range tests {
		got, err := parsePair(tt.sentence, "3")
		if err != nil {
			t.Errorf("parsePair(%q): %v", tt.sentence, err)
			continue
		}
		cut := func(s schema.Span) string { return got.Text[s.Start:s.End] }
		if got.Text != tt.text || cut(got.Spans[0]) != tt.p || cut(got.Spans[1]) != tt.q || got.Label != 3 {
			t.Errorf("parsePair(%q) = %q, %q, %q, %d", tt.sentence, got.Text, cut(got.Spans[0]), cut(got.Spans[1]), got.Label)
		}
	}
	for _, bad := range [][2]string{{"[a] and b", "0"}, {"]a[ [b]", "0"}, {"[a] [b]", "5"}, {"[a] [b]", ""}} {
		if got, err := parsePair(bad[0], bad[1]); err == nil {
			t.Errorf("parsePair(%q, %q) = %v, want an error", bad[0], bad[1], got)
		}
	}
}

func TestReadDSE(t *testing.T) {
	const line = "[Chad] praised [Mali].\tChad\tMali\t1\n"
	got, err := ReadDSE("d.txt", strings.NewReader(line+line+"[Oman] met [Qatar].\tOman\tQatar\t0\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0].Label != 1 || got[1].Text != "Oman met Qatar." {
		t.Errorf("ReadDSE = %v, want two pairs without the repeat", got)
	}
	if _, err := ReadDSE("d.txt", strings.NewReader(line+"too\tfew\n")); err == nil || err.Error() != "read d.txt:2: 2 fields, want 4" {
		t.Errorf("a short line gives %v", err)
	}
}

func FuzzParsePair(f *testing.F) {
	f.Add("[a] met [b]", "1")
	f.Add("]é[[x]", "0")
	f.Fuzz(func(t *testing.T, sentence, label string) {
		p, err := parsePair(sentence, label)
		if err != nil {
			return
		}
		for _, s := range p.Spans {
			if s.Start < 0 || s.End < s.Start || s.End > len(p.Text) {
				t.Fatalf("span %v of %q", s, p.Text)
			}
		}
	})
}

func TestReadNewsMTSC(t *testing.T) {
	const line = `{"sentence_normalized":"Zoë thanked Ann.","targets":[{"from":0,"to":3,"polarity":4},{"from":12,"to":15,"polarity":6}]}`
	got, err := ReadNewsMTSC("n.jsonl", strings.NewReader(line+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	a, b := got[0].Targets[0], got[0].Targets[1]
	if got[0].Text[a.Start:a.End] != "Zoë" || got[0].Text[b.Start:b.End] != "Ann" || a.Sign != 0 || b.Sign != 1 {
		t.Errorf("ReadNewsMTSC = %v", got)
	}
	for _, bad := range []string{`{"targets":[{"from":0,"to":9,"polarity":4}]}`, `{"sentence_normalized":"abc","targets":[{"from":0,"to":1,"polarity":9}]}`, "{"} {
		if _, err := ReadNewsMTSC("n.jsonl", strings.NewReader(bad)); err == nil || !strings.HasPrefix(err.Error(), "read n.jsonl:1: ") {
			t.Errorf("%s gives %v, want an error that names line 1", bad, err)
		}
	}
}

func TestReadRecords(t *testing.T) {
	list, err := ReadRecords("r.json", strings.NewReader(`[{"text": "{Chad  praised \\$5 of `+"``aid''"+`.}", "event": "SUPPORT", "source": [{"code": "TCDGOV", "actorText": "Chad", "sector": "GOV"}], "target": "aid"},
		{"text": "{Chad praised \\$5 of `+"``aid''"+`.}"}, {"text": "{"}]`))
	if err != nil {
		t.Fatal(err)
	}
	lines, err := RecordLines(list)
	if err != nil {
		t.Fatal(err)
	}
	var art struct{ ID, Text, Language string }
	first, rest, _ := strings.Cut(string(lines), "\n")
	if err := json.Unmarshal([]byte(first), &art); err != nil || art.Text != `Chad praised $5 of "aid".` || art.ID != list[1].ID() {
		t.Errorf("first line %s (%v), want the sentence without LaTeX under the id of both records", first, err)
	}
	if strings.Count(rest, "\n") != 1 {
		t.Errorf("lines %q, want each sentence once", lines)
	}
	side := Side(list[0].Source)
	if len(side) != 1 || SlotOf(side[0].Code) != "TCD" || Side(list[0].Target) != nil || SlotOf("JAP") != "JPN" || SlotOf("") != "" {
		t.Errorf("sides %v and %v", side, Side(list[0].Target))
	}
	if _, err := ReadRecords("r.json", strings.NewReader("[] x")); err == nil || !strings.HasPrefix(err.Error(), "read r.json: ") {
		t.Errorf("text behind the records gives %v", err)
	}
}

func FuzzReadRecords(f *testing.F) {
	f.Add(`[{"text":"{a}","source":[{"code":"x"}]}]`)
	f.Add(`[{"text":"{"},{"text":"é}"}]`)
	f.Fuzz(func(t *testing.T, in string) {
		list, err := ReadRecords("r.json", strings.NewReader(in))
		if err != nil {
			return
		}
		lines, err := RecordLines(list)
		if err != nil || strings.Count(string(lines), "\n") > len(list) {
			t.Fatalf("%d records give %q, %v", len(list), lines, err)
		}
		for _, r := range list {
			for _, a := range Side(r.Source) {
				if len(SlotOf(a.Code)) > 3 {
					t.Fatalf("slot %q", SlotOf(a.Code))
				}
			}
		}
	})
}

func TestAnnotations(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	write("a.json", `{"id":"a","actors":[{"key":"x","name":"Chad","code":"TCD","sector":"GOV"}],"events":[{"sentence":1,"type":"AID","sources":["x"]}],
		"stances":[{"holder":"x","target":{"issue":"salt toll"},"polarity":"negative","sure":1},{"holder":"x","target":{"issue":"salt toll"},"polarity":"negative","sure":2},{"holder":"y","target":"x","polarity":"positive"}]}`)
	list, err := ReadAnnotations(dir)
	if err != nil || len(list) != 1 || list[0].Actors[0].Sector != "GOV" || list[0].Events[0].Sentence != 1 {
		t.Fatalf("ReadAnnotations = %+v, %v", list, err)
	}
	news, err := list[0].News()
	if err != nil || len(news.Stances) != 1 || news.Stances[0].Sure != 2 || !news.Stances[0].Target.Issue {
		t.Errorf("News = %+v, %v, want one stance on an issue, the surer of two", news, err)
	}
	bent := Annotation{ID: "b", Stances: []AnnotatedStance{{Holder: "x", Target: []byte("7")}}}
	if _, err := bent.News(); err == nil || !strings.HasPrefix(err.Error(), "read stances of b: ") {
		t.Errorf("a target that is a number gives %v", err)
	}
	bad := write("b.json", `{`)
	if _, err := ReadAnnotations(dir); err == nil || !strings.HasPrefix(err.Error(), "read "+bad) {
		t.Errorf("a broken file gives %v, want its name", err)
	}
}

// TestSigns checks what an annotation tells of a sentence: the stance in its own,
// nothing certain in another, none where it has none or only by code.
func TestSigns(t *testing.T) {
	a := Annotation{Actors: []AnnotatedActor{{Key: "x", Name: "Chad", Code: "TCD"}, {Key: "y", Name: "Norway", Code: "NOR"}},
		Stances: []AnnotatedStance{{Holder: "x", Target: []byte(`"y"`), Polarity: "negative", Sentence: 1}}}
	n, err := a.News()
	if err != nil {
		t.Fatal(err)
	}
	doc := &schema.Document{Actors: []schema.Actor{{ID: "chad", Name: "Chad", Code: "TCD"}, {ID: "nor", Name: "Norway", Code: "NOR"}, {ID: "army", Name: "Rangers", Code: "NOR"}}}
	sign := n.Article(doc, nil, []int{0, 10, 20}).Sign
	for _, x := range []struct {
		at             schema.Span
		holder, target string
		sign           int
		known          bool
	}{
		{schema.Span{Start: 10, End: 19}, "chad", "nor", -1, true},
		{schema.Span{Start: 12, End: 15}, "chad", "nor", -1, true},
		{schema.Span{Start: 0, End: 9}, "chad", "nor", 0, false},
		{schema.Span{Start: 20, End: 30}, "chad", "nor", 0, false},
		{schema.Span{Start: 10, End: 19}, "nor", "chad", 0, true},
		{schema.Span{Start: 10, End: 19}, "chad", "army", 0, true},
	} {
		if s, ok := sign(x.at, x.holder, x.target); s != x.sign || ok != x.known {
			t.Errorf("%v %s %s: %d, %v, want %d, %v", x.at, x.holder, x.target, s, ok, x.sign, x.known)
		}
	}
}

func TestReadIDs(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ids")
	if err := os.WriteFile(path, []byte("a b\n\tc\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if got, err := ReadIDs(path); err != nil || len(got) != 3 || !got["a"] || !got["b"] || !got["c"] {
		t.Errorf("ReadIDs = %v, %v, want a, b and c", got, err)
	}
	if got, err := ReadIDs(""); got != nil || err != nil {
		t.Errorf("ReadIDs of no file = %v, %v", got, err)
	}
	if _, err := ReadIDs(path + "x"); err == nil {
		t.Error("a missing file gives no error")
	}
}
