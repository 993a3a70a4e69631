package attribution

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dyad/extract/nlp"
	"dyad/schema"
)

// paragraphs makes a document of one sentence a paragraph.
func paragraphs(text string) *nlp.Doc {
	doc := &nlp.Doc{Text: text}
	at := 0
	for i, p := range strings.Split(text, "\n") {
		if p != "" {
			doc.Sentences = append(doc.Sentences, nlp.Sentence{Start: at, End: at + len(p), Region: i})
		}
		at += len(p) + 1
	}
	return doc
}

func TestFindQuotes(t *testing.T) {
	a, err := New()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ name, text, want string }{
		{"straight", `He said "yes" and "no, never".`, `"yes"|"no, never"`},
		{"curly", `“Yes,” he said.`, `“Yes,”`},
		{"nested stays one", `“He told me ‘go’ and “leave” then,” she said.`, `“He told me ‘go’ and “leave” then,”`},
		{"two paragraphs", "“We stay.\n“We win,” he said.", `“We stay.|“We win,”`},
		{"inches are no quotation", `A 5" gun fired.`, ``},
		{"doubled single marks", `''We stay,'' he said.`, `''We stay,''`},
		{"guillemets", `«We stay,» he said.`, `«We stay,»`},
		{"doubled curly single marks", `‘‘We stay,’’ he said of Ann’s plan.`, `‘‘We stay,’’`},
		{"a closing mark at the start of a line opens", `”We stay,” he said.`, `”We stay,”`},
		{"none", `It's late.`, ``},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, q := range a.lex.findQuotes(paragraphs(tt.text)) {
				got = append(got, tt.text[q.Start:q.End])
			}
			if diff := cmp.Diff(tt.want, strings.Join(got, "|")); diff != "" {
				t.Errorf("quotations (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSpread(t *testing.T) {
	quotes := []quotation{{Span: schema.Span{Start: 10, End: 20}}}
	tests := []struct {
		name string
		in   schema.Span
		want schema.Span
	}{
		{"cut on the right", schema.Span{Start: 5, End: 15}, schema.Span{Start: 5, End: 20}},
		{"cut on the left", schema.Span{Start: 15, End: 25}, schema.Span{Start: 10, End: 25}},
		{"whole", schema.Span{Start: 5, End: 25}, schema.Span{Start: 5, End: 25}},
		{"inside", schema.Span{Start: 12, End: 15}, schema.Span{Start: 12, End: 15}},
		{"apart", schema.Span{Start: 0, End: 5}, schema.Span{Start: 0, End: 5}},
	}
	for _, tt := range tests {
		if got := spread(quotes, tt.in); got != tt.want {
			t.Errorf("%s: spread(%v) = %v, want %v", tt.name, tt.in, got, tt.want)
		}
	}
}

// FuzzAttribute checks what must hold for any text and tree: spans lie inside
// the text and carry it, sources and cues have words, nothing panics.
func FuzzAttribute(f *testing.F) {
	a, err := New()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(`"We stay," he said. "We win." The mayor called for calm.`, uint16(7))
	f.Add("“It’s late,” said Ann Lee, the envoy.\nAccording to the mayor, it rained.", uint16(3))
	f.Add("Lavrov: talks failed — “Never!” — Ann Lee", uint16(11))
	rels := []string{"nsubj", "ccomp", "obj", "obl", "parataxis", "punct", "xcomp", "case", "nmod:poss", "nsubj:pass", "aux:pass", "acl", "advcl", "mark", "conj", "appos"}
	tags := []string{"NOUN", "VERB", "PROPN", "ADP", "PRON", "ADJ", "ADV", "AUX"}
	f.Fuzz(func(t *testing.T, text string, seed uint16) {
		ling := paragraphs(text)
		n := int(seed)
		for i := range ling.Sentences {
			s := &ling.Sentences[i]
			at := s.Start
			for w := range strings.FieldsSeq(text[s.Start:s.End]) {
				k := at + strings.Index(text[at:s.End], w)
				n = n*31 + len(w) + 7
				tok := nlp.Token{Start: k, End: k + len(w), Form: w, Lemma: strings.Trim(w, `.,"“”`), UPOS: tags[n&7], DepRel: rels[n>>3&15], Head: len(s.Tokens) - 1 - n>>7&3}
				tok.Head = max(tok.Head, -1)
				s.Tokens = append(s.Tokens, tok)
				at = k + len(w)
			}
		}
		doc := &schema.Document{Article: schema.Article{ID: "x", Text: text}}
		a.Attribute(doc, ling)
		for _, x := range doc.Attributions {
			if len(x.Cue) == 0 || len(x.Content) == 0 || x.ID == "" {
				t.Fatalf("incomplete: %+v", x)
			}
			for _, list := range [][]schema.TextSpan{x.Source, x.Cue, x.Content} {
				for _, s := range list {
					if s.Start < 0 || s.End > len(text) || s.Start >= s.End || text[s.Start:s.End] != s.Text {
						t.Fatalf("bad span %+v in %q", s, text)
					}
				}
			}
		}
	})
}
