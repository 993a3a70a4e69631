package nlp

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// tokens tokenises a text and joins the forms with blanks, the sentences with
// " / ".
func tokens(t *testing.T, text string) string {
	t.Helper()
	rules, err := loadTokenRules()
	if err != nil {
		t.Fatal(err)
	}
	tz := rules.tokenizer(text)
	for i, r := range Paragraphs(text) {
		tz.region(r, i)
	}
	var out []string
	for _, s := range tz.sentences {
		var forms []string
		for _, tok := range s.Tokens {
			forms = append(forms, tok.Form)
		}
		out = append(out, strings.Join(forms, " "))
	}
	return strings.Join(out, " / ")
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"They don't and can't, but Sudan's won't.", "They do n't and ca n't , but Sudan 's wo n't ."},
		{"They cannot wait; I'm gonna go.", "They can not wait ; I 'm gon na go ."},
		{"U.S.-led troops left the U.S.", "U.S. - led troops left the U.S."},
		{"the non-aligned, anti-war co-chair", "the non-aligned , anti-war co-chair"},
		{"al-Shabaab's 15-year-old fighter", "al - Shabaab 's 15 - year - old fighter"},
		{"the rebels' leader", "the rebels ' leader"},
		{"'Peace now' was the rebels' cry", "' Peace now ' was the rebels ' cry"},
		{"$1,200.50 or 10% at 5:30pm", "$ 1,200.50 or 10 % at 5:30 pm"},
		{"See https://example.org/a?b=1, or write to desk@example.org.", "See https://example.org/a?b=1 , or write to desk@example.org ."},
		{"Call 555-0199 by 2011-10-25, room 3-4", "Call 555-0199 by 2011-10-25 , room 3 - 4"},
		{"O'Brien in Cote d'Ivoire (AT&T)...", "O'Brien in Cote d'Ivoire ( AT&T ) ..."},
		{"“We’re ready,” she said — twice", "“ We ’re ready , ” she said — twice"},
		{"What?! No!!", "What ?! / No !!"},
		{"either/or 9/11", "either / or 9/11"},
		{"a\x00b \xff\xfe c", "a \x00 b \xff \xfe c"},
		{"", ""},
	} {
		if diff := cmp.Diff(c.want, tokens(t, c.in)); diff != "" {
			t.Errorf("%q: %s", c.in, diff)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"He left. She stayed.", "He left . / She stayed ."},
		{"Maj. Gen. John Porter met Mr. Berg. They talked.", "Maj. Gen. John Porter met Mr. Berg . / They talked ."},
		{"J. P. Porter of Meridian Inc. resigned. The firm fell.", "J. P. Porter of Meridian Inc. resigned . / The firm fell ."},
		{"It left the U.S. The rest stayed.", "It left the U.S. / The rest stayed ."},
		{"The U.S. President spoke.", "The U.S. President spoke ."},
		{"Resolution No. 10 passed on Oct. 5. It was late.", "Resolution No. 10 passed on Oct. 5 . / It was late ."},
		{"Is that a no. Yes.", "Is that a no . / Yes ."},
		{"\"We lost. We will go.\" He left.", "\" We lost . / We will go . \" / He left ."},
		{"\"Why?\" Porter asked. \"Because.\"", "\" Why ? \" Porter asked . / \" Because . \""},
		{"\"Stop!\" The crowd fled.", "\" Stop ! \" / The crowd fled ."},
		{"He waited ... and left. Then... Nothing.", "He waited ... and left . / Then ... / Nothing ."},
		{"At 5 p.m. the talks ended.", "At 5 p.m. the talks ended ."},
		{"One\n\nTwo", "One / Two"},
		{"MOSCOW (Meridian) - Russia left.", "MOSCOW ( Meridian ) - Russia left ."},
	} {
		if diff := cmp.Diff(c.want, tokens(t, c.in)); diff != "" {
			t.Errorf("%q: %s", c.in, diff)
		}
	}
}

func TestMultiwords(t *testing.T) {
	rules, err := loadTokenRules()
	if err != nil {
		t.Fatal(err)
	}
	tz := rules.tokenizer("No. We can't. Sudan's cannot.")
	tz.region(Region{End: len(tz.text)}, 0)
	got := map[string][]Multiword{}
	for _, s := range tz.sentences {
		got[s.Tokens[0].Form] = s.Multiwords
	}
	want := map[string][]Multiword{"No": nil, "We": {{1, 3, "can't"}}, "Sudan": {{0, 2, "Sudan's"}, {2, 4, "cannot"}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestParagraphs(t *testing.T) {
	text := "\n one\ntwo \n \t\n\nthree"
	var got []string
	for _, r := range Paragraphs(text) {
		got = append(got, text[r.Start:r.End])
	}
	if diff := cmp.Diff([]string{" one\ntwo ", "three"}, got); diff != "" {
		t.Error(diff)
	}
}

// TestLongLines analyses what no writer of news would write: it must not take
// quadratic time, nor make endless tokens or sentences.
func TestLongLines(t *testing.T) {
	rules, err := loadTokenRules()
	if err != nil {
		t.Fatal(err)
	}
	for _, unit := range []string{"a", "a ", "é", "'s", ".", "-a", "(", "can't ", "\x00"} {
		text := strings.Repeat(unit, 1<<20/len(unit))
		tz := rules.tokenizer(text)
		tz.region(Region{End: len(text)}, 0)
		for _, s := range tz.sentences {
			if len(s.Tokens) > maxSentence+1 {
				t.Fatalf("%q: a sentence of %d tokens", unit, len(s.Tokens))
			}
			for _, tok := range s.Tokens {
				if len(tok.Form) > maxChunk {
					t.Fatalf("%q: a token of %d bytes", unit, len(tok.Form))
				}
			}
		}
	}
}

// checkTokens fails unless every span is its text, the order is strict, no
// character but blanks is lost, and multiwords fit their words.
func checkTokens(t *testing.T, doc *Doc) {
	t.Helper()
	at := 0
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		if len(s.Tokens) == 0 {
			t.Fatalf("sentence %d has no tokens", i)
		}
		for _, tok := range s.Tokens {
			if tok.Start < at || tok.End <= tok.Start || doc.Text[tok.Start:tok.End] != tok.Form {
				t.Fatalf("token %q at %d–%d behind %d", tok.Form, tok.Start, tok.End, at)
			}
			blank(t, doc.Text[at:tok.Start])
			at = tok.End
		}
		for _, m := range s.Multiwords {
			if got := doc.TokenText(s, m.First, m.Last); got != m.Form {
				t.Fatalf("multiword %q is %q", m.Form, got)
			}
		}
	}
	blank(t, doc.Text[at:])
}

func blank(t *testing.T, gap string) {
	t.Helper()
	for _, r := range gap {
		if r == utf8.RuneError || !isBlank(r) {
			t.Fatalf("lost %q", gap)
		}
	}
}

func FuzzAnalyze(f *testing.F) {
	for _, s := range []string{"Don't go. He's \"here\".", "U.S.-led http://x.y/z @a #b '90s 5pm", "\xff\x00 ’s ’ '", "a\u0301 \u200d.\u2028b", "1,000.5-3 e-mail No. 10 p.m."} {
		f.Add(s)
	}
	p, err := New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc := p.Analyze(text, Paragraphs(text))
		checkTokens(t, doc)
		checkTrees(t, doc)
	})
}
