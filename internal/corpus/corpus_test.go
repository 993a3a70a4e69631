package corpus

import (
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
