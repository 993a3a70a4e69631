package conllu

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dyad/extract/nlp"
)

// sample has comments, a multiword token, entities, features and glued words.
const sample = `# sent_id = a1
# text = Don't arm Sudan, he said.
1-2	Don't	_	_	_	_	_	_	_	_
1	Do	do	AUX	VB	Mood=Imp	3	aux	_	_
2	n't	not	PART	RB	_	3	advmod	_	_
3	arm	arm	VERB	VB	_	7	ccomp	_	_
4	Sudan	Sudan	PROPN	NNP	Number=Sing	3	obj	_	Gloss=x|NER=B-LOC|SpaceAfter=No
5	,	,	PUNCT	,	_	3	punct	_	_
6	he	he	PRON	PRP	_	7	nsubj	_	_
7	said	say	VERB	VBD	_	0	root	_	SpaceAfter=No
8	.	.	PUNCT	.	_	7	punct	_	_

`

func TestRoundTrip(t *testing.T) {
	doc, err := Read("sample", strings.NewReader(sample))
	if err != nil {
		t.Fatal(err)
	}
	if want := "Don't arm Sudan, he said."; doc.Text != want {
		t.Errorf("text: got %q, want %q", doc.Text, want)
	}
	for _, tok := range doc.Sentences[0].Tokens {
		if got := doc.Text[tok.Start:tok.End]; got != tok.Form {
			t.Errorf("span of %q is %q", tok.Form, got)
		}
	}
	if diff := cmp.Diff([]nlp.Entity{{First: 3, Last: 4, Type: "LOC"}}, doc.Sentences[0].Entities); diff != "" {
		t.Error(diff)
	}
	var out bytes.Buffer
	if err := Write(&out, doc); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(sample, out.String()); diff != "" {
		t.Error(diff)
	}
}

func TestReadErrors(t *testing.T) {
	row := "\t_\t_\t_\t_\t_\t_\t_\t_\n"
	for _, c := range []struct{ name, in, want string }{
		{"columns", "1\tHe\n", "read x:1: 2 columns, want 10"},
		{"order", "2\tHe" + row, "read x:1: word \"2\", want 1"},
		{"head", "1\tHe\t_\t_\t_\t_\tx\t_\t_\t_\n", "read x:1: bad head \"x\""},
		{"far head", "1\tHe\t_\t_\t_\t_\t7\t_\t_\t_\n", "read x:1: word 1: head 7 in a sentence of 1 words"},
		{"range", "1-9\tdon't" + row + "1\tdo" + row, "read x:2: a multiword token up to word 9 in a sentence of 1"},
		{"backwards", "2-1\tdon't" + row, "read x:1: bad range \"2-1\""},
		{"comment", "1\tHe" + row + "# text\n", "read x:2: a comment inside a sentence"},
	} {
		_, err := Read("x", strings.NewReader(c.in))
		if err == nil || err.Error() != c.want {
			t.Errorf("%s: got %v, want %s", c.name, err, c.want)
		}
	}
}

func TestReadIOB(t *testing.T) {
	doc, err := ReadIOB("x", strings.NewReader("# newdoc id = 1\nMeridian\tB-ORG\nNews\tI-ORG\nReporters\tB-ORG\n\nin\tO\nOslo\tI-LOC\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got [][]string
	for i := range doc.Sentences {
		got = append(got, Tags(&doc.Sentences[i]))
	}
	if diff := cmp.Diff([][]string{{"B-ORG", "I-ORG", "B-ORG"}, {"O", "B-LOC"}}, got); diff != "" {
		t.Error(diff)
	}
	if _, err := ReadIOB("x", strings.NewReader("word\n")); err == nil {
		t.Error("one column: no error")
	}
}

// TestPrinted compares the tree for people and the JSON with the golden file.
func TestPrinted(t *testing.T) {
	doc, err := Read("sample", strings.NewReader(sample))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := Draw(&out, doc); err != nil {
		t.Fatal(err)
	}
	if err := WriteJSON(&out, "sample", doc); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/printed.golden")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), out.String()); diff != "" {
		t.Error(diff)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(sample)
	f.Add("1-2\tx\t_\t_\t_\t_\t_\t_\t_\t_\n1\tab\t_\t_\t_\t_\t2\t_\t_\t_\n2\tc\t_\t_\t_\t_\t1\t_\t_\t_\n")
	f.Add("1\t\xff\t_\t_\t_\t_\t_\t_\t_\t_\n")
	f.Fuzz(func(t *testing.T, in string) {
		doc, err := Read("fuzz", strings.NewReader(in))
		if err != nil {
			return
		}
		for i := range doc.Sentences {
			s := &doc.Sentences[i]
			for k, tok := range s.Tokens {
				if tok.Start < 0 || tok.End < tok.Start || tok.End > len(doc.Text) {
					t.Fatalf("sentence %d word %d: span %d–%d in a text of %d bytes", i, k, tok.Start, tok.End, len(doc.Text))
				}
			}
		}
		var out bytes.Buffer
		if err := Write(&out, doc); err != nil {
			t.Fatal(err)
		}
		if err := Draw(&out, doc); err != nil {
			t.Fatal(err)
		}
	})
}
