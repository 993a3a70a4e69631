package nlp

import (
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// article is a text of our own with what news has: a headline, a dateline,
// quotations, ranks and a short form of a name.
const article = `Porter Rejects Talks With Rebels

PORT MERIDIAN (Strait Herald) - Foreign Minister Ruth Porter said on Monday that Meridian's government would not meet the rebels.

"We don't negotiate with those who shell our cities," Porter told reporters. "The U.S.-led mission must stay."

Maj. Gen. John Okoro, the rebels' commander, has accused Ankara of arming the army, Reuters reported on Oct. 5.`

// pipeline is the embedded pipeline.
func pipeline(t testing.TB) *Pipeline {
	t.Helper()
	p, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// checkTrees fails unless every sentence has one root, heads inside of it, no
// cycle, and entities inside of it.
func checkTrees(t *testing.T, doc *Doc) {
	t.Helper()
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		roots := 0
		for k, tok := range s.Tokens {
			if tok.Head < 0 {
				roots++
				if tok.DepRel != "root" {
					t.Fatalf("root %q has relation %q", tok.Form, tok.DepRel)
				}
			} else if !s.Dominates(s.Root(), k) {
				t.Fatalf("sentence %d: %q does not hang on the root", i, tok.Form)
			}
			if tok.UPOS == "" || tok.XPOS == "" || tok.Lemma == "" || tok.DepRel == "" {
				t.Fatalf("sentence %d: %q lacks a column: %+v", i, tok.Form, tok)
			}
		}
		if roots != 1 {
			t.Fatalf("sentence %d has %d roots", i, roots)
		}
		for _, e := range s.Entities {
			if e.First < 0 || e.First >= e.Last || e.Last > len(s.Tokens) || e.Type == "MISC" {
				t.Fatalf("sentence %d: entity %+v", i, e)
			}
		}
	}
}

func TestAnalyze(t *testing.T) {
	doc := pipeline(t).Analyze(article, Paragraphs(article))
	checkTokens(t, doc)
	checkTrees(t, doc)
	types := map[string]string{}
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		for _, e := range s.Entities {
			types[doc.TokenText(s, e.First, e.Last)] = e.Type
		}
	}
	for name, want := range map[string]string{"Ruth Porter": "PER", "Ankara": "LOC", "Reuters": "ORG", "Porter": "PER"} {
		if got := types[name]; got != want {
			t.Errorf("%s: got %q, want %q of %v", name, got, want, types)
		}
	}
	if got := doc.Sentences[0].Region; got != 0 {
		t.Errorf("region of the headline: got %d", got)
	}
	if got := doc.Sentences[len(doc.Sentences)-1].Region; got != 3 {
		t.Errorf("region of the last sentence: got %d, want 3", got)
	}
}

func TestAnalyzeIsTheSameForAllWorkers(t *testing.T) {
	p := pipeline(t)
	want := p.Analyze(article, Paragraphs(article))
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if diff := cmp.Diff(want, p.Analyze(article, Paragraphs(article)), cmpopts.IgnoreUnexported(Vectors{}, Sentence{})); diff != "" {
				t.Error(diff)
			}
		})
	}
	all.Wait()
}

func TestAnalyzeOddRegions(t *testing.T) {
	p := pipeline(t)
	for _, r := range [][]Region{nil, {{Start: -5, End: 900}}, {{Start: 4, End: 4}}, {{Start: 8, End: 2}}} {
		checkTrees(t, p.Analyze("Peace now.", r))
	}
	doc := p.Analyze("Talks Fail\nThey failed.", []Region{{Start: 0, End: 10, Headline: true}, {Start: 11, End: 23}})
	if got := []bool{doc.Sentences[0].Headline, doc.Sentences[1].Headline}; !cmp.Equal(got, []bool{true, false}) {
		t.Errorf("headlines: got %v", got)
	}
}

func TestAnnotateKeepsTokens(t *testing.T) {
	doc := &Doc{Text: "state-run TV", Sentences: []Sentence{{Start: 0, End: 12, Comments: []string{"# newdoc id = 1"},
		Tokens: []Token{{Start: 0, End: 9, Form: "state-run", Head: -1, Feats: "X=y"}, {Start: 10, End: 12, Form: "TV", Head: -1, Misc: "Gloss=z"}}}}}
	pipeline(t).Annotate(doc)
	checkTrees(t, doc)
	s := doc.Sentences[0]
	if s.Tokens[0].Form != "state-run" || s.Tokens[0].Feats != "X=y" || s.Tokens[1].Misc != "Gloss=z" || len(s.Comments) != 1 {
		t.Errorf("got %+v", s)
	}
}

func TestOpenRefusesBrokenModels(t *testing.T) {
	for name, data := range map[string][]byte{"empty": nil, "text": []byte("no model at all"), "cut off": english[:len(english)/2], "head only": english[:40]} {
		if _, err := Open(data); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestDigestNamesTheModel(t *testing.T) {
	p := pipeline(t)
	if got := p.DataDigest(); len(got) != 16 || got != digestOf(english) {
		t.Errorf("digest: got %q", got)
	}
}

func TestLemmas(t *testing.T) {
	l := pipeline(t).m.lemmas
	for _, c := range []struct{ form, upos, xpos, want string }{
		{"met", "VERB", "VBD", "meet"},
		{"accused", "VERB", "VBD", "accuse"},
		{"stopped", "VERB", "VBD", "stop"},
		{"visiting", "VERB", "VBG", "visit"},
		{"denies", "VERB", "VBZ", "deny"},
		{"defused", "VERB", "VBD", "defuse"},
		{"countries", "NOUN", "NNS", "country"},
		{"men", "NOUN", "NNS", "man"},
		{"was", "AUX", "VBD", "be"},
		{"n't", "PART", "RB", "not"},
		{"Russia", "PROPN", "NNP", "Russia"},
		{"Kurds", "PROPN", "NNPS", "Kurd"},
		{"worst", "ADJ", "JJS", "bad"},
		{"heavier", "ADJ", "JJR", "heavy"},
	} {
		if got := l.lemma(c.form, hashString(strings.ToLower(c.form)), c.upos, c.xpos); got != c.want {
			t.Errorf("%s %s: got %q, want %q", c.form, c.xpos, got, c.want)
		}
	}
}

// TestMarksShareTheirHead looks at the marks that the parser tends to hang on
// different words.
func TestMarksShareTheirHead(t *testing.T) {
	p := pipeline(t)
	for _, text := range []string{"The ambassador called the remarks \"very unhelpful\" and left.", "The alliance (led by Ankara since May) left the port."} {
		s := &p.Analyze(text, Paragraphs(text)).Sentences[0]
		heads := map[int]bool{}
		for _, tok := range s.Tokens {
			if strings.ContainsAny(tok.Form, "\"()") {
				heads[tok.Head] = true
			}
		}
		if len(heads) != 1 {
			t.Errorf("%s: marks on the tokens %v, want one", text, heads)
		}
	}
}

func TestPairUp(t *testing.T) {
	for _, c := range []struct {
		name        string
		heads       []int32 // of the marks 0 and 3
		kids        uint8
		first, last int32
	}{
		{"inside wins", []int32{1, 4}, 0, 1, 1},
		{"the other way", []int32{4, 2}, 0, 2, 2},
		{"both inside", []int32{1, 2}, 0, 1, 1},
		{"both outside", []int32{4, 5}, 0, 4, 5},
		{"a mark with dependents stays", []int32{1, 4}, 1, 1, 4},
		{"the root stays", []int32{1, 6}, 0, 1, 6},
	} {
		p := parser{n: 6, nodes: make([]node, 8)}
		p.nodes[0].head, p.nodes[3].head, p.nodes[3].leftN = c.heads[0], c.heads[1], c.kids
		p.pairUp(0, 3)
		if a, b := p.nodes[0].head, p.nodes[3].head; a != c.first || b != c.last {
			t.Errorf("%s: got heads %d and %d, want %d and %d", c.name, a, b, c.first, c.last)
		}
	}
}
