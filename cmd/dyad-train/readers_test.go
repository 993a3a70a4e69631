package main

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

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
		cut := func(s schema.Span) string { return got.text[s.Start:s.End] }
		if got.text != tt.text || cut(got.spans[0]) != tt.p || cut(got.spans[1]) != tt.q || got.label != 3 {
			t.Errorf("parsePair(%q) = %q, %q, %q, %d", tt.sentence, got.text, cut(got.spans[0]), cut(got.spans[1]), got.label)
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
	got, err := readDSE("d.txt", strings.NewReader(line+line+"[Oman] met [Qatar].\tOman\tQatar\t0\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0].label != 1 || got[1].text != "Oman met Qatar." {
		t.Errorf("readDSE = %v, want two pairs without the repeat", got)
	}
	if _, err := readDSE("d.txt", strings.NewReader(line+"too\tfew\n")); err == nil || err.Error() != "read d.txt:2: 2 fields, want 4" {
		t.Errorf("a short line gives %v", err)
	}
}

func TestScanPolnear(t *testing.T) {
	in := `{"id":"a","text":"Zoë said “yes”.","attributions":[{"source":[[0,3]],"cue":[[4,8]],"content":[[9,14]]}],"discard":[[14,15]]}`
	got, err := scanPolnear("p.jsonl", strings.NewReader(in+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	cut := func(s []schema.Span) string { return got[0].text[s[0].Start:s[0].End] }
	g := got[0].gold[0]
	want := []string{"Zoë", "said", "“yes”", "."}
	if diff := cmp.Diff(want, []string{cut(g.Source), cut(g.Cue), cut(g.Content), cut(got[0].discard)}); diff != "" {
		t.Errorf("spans (-want +got):\n%s", diff)
	}
	for _, bad := range []string{`{"text":"ab","discard":[[1,9]]}`, `{"text":"ab","discard":[[1,0]]}`, `{"text":"ab","discard":[[-1,1]]}`, `{"text":`} {
		if _, err := scanPolnear("p.jsonl", strings.NewReader(bad)); err == nil || !strings.HasPrefix(err.Error(), "read p.jsonl:1: ") {
			t.Errorf("%s gives %v, want an error that names line 1", bad, err)
		}
	}
}

func TestTasks(t *testing.T) {
	for _, args := range [][]string{nil, {"nothing"}} {
		if err := run(args, &strings.Builder{}); err == nil || err.Error() != "name what to train: language, attribution or stance" {
			t.Errorf("run(%v) = %v", args, err)
		}
	}
	if err := run([]string{"attribution", "--polnear", "missing.jsonl"}, &strings.Builder{}); err == nil || !strings.Contains(err.Error(), "missing.jsonl") {
		t.Errorf("a missing file gives %v", err)
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
		for _, s := range p.spans {
			if s.Start < 0 || s.End < s.Start || s.End > len(p.text) {
				t.Fatalf("span %v of %q", s, p.text)
			}
		}
	})
}

func FuzzParsePolnear(f *testing.F) {
	f.Add([]byte(`{"text":"é a","attributions":[{"source":[[0,1]],"cue":[],"content":[]}]}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		a, err := parsePolnear(line)
		if err != nil {
			return
		}
		for _, g := range a.gold {
			for _, s := range g.Source {
				if !utf8.ValidString(a.text[s.Start:s.End]) {
					t.Fatalf("span %v cuts a character of %q", s, a.text)
				}
			}
		}
	})
}
