package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dyad/internal/conllu"
)

const treeText = "Rain fell.\n\nChad’s army didn't deny the\nattack. Rain fell."

const treeRows = `# sent_id = a1@12
# text = Chad’s army didn't deny the attack.
1	Chad	Chad	PROPN	NNP	_	3	nmod:poss	_	SpaceAfter=No
2	’s	's	PART	POS	_	1	case	_	_
3	army	army	NOUN	NN	_	6	nsubj	_	_
4	did	do	AUX	VBD	_	6	aux	_	SpaceAfter=No
5	n't	not	PART	RB	_	6	advmod	_	_
6	deny	deny	VERB	VB	_	0	root	_	_
7	the	the	DET	DT	_	8	det	_	_
8	attack	attack	NOUN	NN	_	6	obj	_	SpaceAfter=No
9	.	.	PUNCT	.	_	6	punct	_	_

`

// TestTreesRoundTrip packs trees by offsets and unpacks them again, without lemmas.
func TestTreesRoundTrip(t *testing.T) {
	texts := map[string]string{"a1": treeText}
	doc, err := conllu.Read("rows", strings.NewReader(treeRows))
	if err != nil {
		t.Fatal(err)
	}
	var packed, out bytes.Buffer
	if err := writePacked(&packed, doc, texts); err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"Chad", "army", "deny", "attack"} {
		if strings.Contains(packed.String(), word) {
			t.Errorf("the packed tree holds %q of the text: %s", word, &packed)
		}
	}
	got, err := readPacked("packed", &packed, texts)
	if err != nil {
		t.Fatal(err)
	}
	if err := conllu.Write(&out, got); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(treeRows, "\n")
	lines[0] = "# newdoc id = a1"
	for i, l := range lines {
		if f := strings.Split(l, "\t"); len(f) == 10 {
			f[2] = "_"
			lines[i] = strings.Join(f, "\t")
		}
	}
	if diff := cmp.Diff(strings.Join(lines, "\n"), out.String()); diff != "" {
		t.Errorf("unpacked tree differs (-want +got):\n%s", diff)
	}
}

func TestTreesErrors(t *testing.T) {
	texts := map[string]string{"a1": treeText}
	rain := `{"id":"a1","words":[[0,4],[1,4]],"heads":[2,0],"relations":"nsubj root","upos":"NOUN VERB","xpos":"NN VBD"}`
	if _, err := readPacked("x", strings.NewReader(rain), texts); err != nil {
		t.Errorf("a good tree: %v", err)
	}
	for _, c := range []struct{ name, old, new, want string }{
		{"no text", "a1", "a2", "read x:1: a2: word 1: 4 bytes, 0 behind byte 0, in a text of 0"},
		{"lists", `"NN VBD"`, `"NN"`, "read x:1: a1: 2 words, 2 heads, 2 relations, 2 and 1 tags"},
		{"order", "[1,4]", "[-1,4]", "read x:1: a1: word 2: 4 bytes, -1 behind byte 4, in a text of 60"},
		{"far", "[1,4]", "[1,99]", "read x:1: a1: word 2: 99 bytes, 1 behind byte 4, in a text of 60"},
		{"huge", "[1,4]", "[9223372036854775807,4]", "read x:1: a1: word 2: 4 bytes, 9223372036854775807 behind byte 4, in a text of 60"},
		{"cycle", "[2,0]", "[2,1]", "read x:1: a1: word 1: the heads above it do not end at the root"},
		{"far head", "[2,0]", "[7,0]", "read x:1: a1: word 1: the heads above it do not end at the root"},
		{"negative", "[2,0]", "[-2,0]", "read x:1: a1: word 1: the heads above it do not end at the root"},
	} {
		_, err := readPacked("x", strings.NewReader(strings.Replace(rain, c.old, c.new, 1)), texts)
		if err == nil || err.Error() != c.want {
			t.Errorf("%s: got %v, want %s", c.name, err, c.want)
		}
	}
}

func FuzzReadPacked(f *testing.F) {
	f.Add(`{"id":"a1","words":[[0,4],[1,4]],"heads":[2,0],"relations":"nsubj root","upos":"NOUN VERB","xpos":"NN VBD"}`)
	f.Add(`{"id":"a1","words":[[0,2],[1,9]],"heads":[0,0],"relations":"root root","upos":"X X","xpos":"X X"}`)
	f.Fuzz(func(t *testing.T, line string) {
		doc, err := readPacked("x", strings.NewReader(line), map[string]string{"a1": treeText})
		if err != nil {
			return
		}
		for i := range doc.Sentences {
			for k, w := range doc.Sentences[i].Tokens {
				if treeText[w.Start:w.End] != w.Form || w.Head >= len(doc.Sentences[i].Tokens) {
					t.Fatalf("sentence %d word %d: %+v", i, k, w)
				}
			}
		}
	})
}
