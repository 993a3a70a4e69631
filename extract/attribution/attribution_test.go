package attribution

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

// tight are the tokens that stand close to their left or right neighbour.
func tight(form string) (left, right bool) {
	switch form {
	case ".", ",", ":", "'s", "”":
		return true, false
	case "“":
		return false, true
	}
	return false, false
}

// parse builds the analysis of a text from lines "form lemma upos head
// deprel", one sentence a paragraph. A straight mark opens, the next closes.
func parse(t *testing.T, trees string) *nlp.Doc {
	t.Helper()
	doc := &nlp.Doc{}
	for block := range strings.SplitSeq(strings.TrimSpace(trees), "\n\n") {
		s := nlp.Sentence{Start: len(doc.Text)}
		glue, open := true, false
		for line := range strings.SplitSeq(block, "\n") {
			var tok nlp.Token
			if n, err := fmt.Sscanf(line, "%s %s %s %d %s", &tok.Form, &tok.Lemma, &tok.UPOS, &tok.Head, &tok.DepRel); n != 5 {
				t.Fatalf("bad line %q: %v", line, err)
			}
			tok.Head--
			left, right := tight(tok.Form)
			if tok.Form == `"` {
				left, right, open = open, !open, !open
			}
			if !glue && !left {
				doc.Text += " "
			}
			if len(s.Tokens) == 0 {
				s.Start = len(doc.Text)
			}
			tok.Start = len(doc.Text)
			doc.Text += tok.Form
			tok.End = len(doc.Text)
			glue = right
			s.Tokens = append(s.Tokens, tok)
		}
		s.End = len(doc.Text)
		doc.Sentences = append(doc.Sentences, s)
		doc.Text += " "
	}
	return doc
}

// describe prints a candidate as the test files do.
func describe(doc *nlp.Doc, c *candidate) string {
	var cue, content []string
	for _, s := range joined(c.cue) {
		cue = append(cue, doc.TokenText(c.tree.Sentence, s.first, s.last))
	}
	for _, s := range c.content {
		content = append(content, doc.Text[s.Start:s.End])
	}
	source := "-"
	if !c.source.empty() {
		source = doc.TokenText(c.tree.Sentence, c.source.first, c.source.last)
	}
	return fmt.Sprintf("%s %s | %s | %s | %s", c.ruleName(), c.kind, source, strings.Join(cue, " … "), strings.Join(content, " … "))
}

// TestRules reads testdata/RULE.txtar or RULE.CASE.txtar: a tree that the rule must match, with
// what it finds, and one that it must leave alone.
func TestRules(t *testing.T) {
	a, err := New()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no test files: %v", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		rule, _, _ := strings.Cut(name, ".")
		t.Run(name, func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			part := map[string]string{}
			for _, f := range ar.Files {
				part[f.Name] = strings.TrimSpace(string(f.Data))
			}
			for _, side := range []string{"match", "miss"} {
				doc := parse(t, part[side+".tree"])
				var got []string
				for _, c := range newReader(a.lex, doc).candidates() {
					if c.rule == rule {
						got = append(got, describe(doc, c))
					}
				}
				if diff := cmp.Diff(part[side+".want"], strings.Join(got, "\n")); diff != "" {
					t.Errorf("%s (-want +got):\n%s", side, diff)
				}
			}
		})
	}
}

// TestAttribute runs the whole stage with its model: the speaker is found by
// the mention at the head of the source, "he" means the last speaker, and a
// quotation of two sentences is one statement.
func TestAttribute(t *testing.T) {
	a, err := New()
	if err != nil {
		t.Fatal(err)
	}
	ling := parse(t, strings.Join([]string{
		"\" \" PUNCT 4 punct\nWe we PRON 4 nsubj\nwill will AUX 4 aux\nstay stay VERB 8 ccomp\n, , PUNCT 8 punct\n\" \" PUNCT 8 punct\nPorter Porter PROPN 8 nsubj\nsaid say VERB 0 root\n. . PUNCT 8 punct",
		"\" \" PUNCT 3 punct\nNATO NATO PROPN 3 nsubj\nstays stay VERB 0 root\n. . PUNCT 3 punct\n\" \" PUNCT 3 punct",
		"He he PRON 2 nsubj\nsaid say VERB 0 root\nthat that SCONJ 5 mark\nroads road NOUN 5 nsubj\nclosed close VERB 2 ccomp\n. . PUNCT 2 punct",
	}, "\n\n"))
	at := func(word string, sentence, head int, id string) schema.Mention {
		i := strings.Index(ling.Text, word)
		return schema.Mention{Span: schema.Span{Start: i, End: i + len(word)}, Sentence: sentence, First: head, Last: head + 1, Head: head, Actors: []string{id}}
	}
	doc := &schema.Document{Article: schema.Article{ID: "a1", Text: ling.Text},
		Actors:   []schema.Actor{{ID: "person:porter", Kind: schema.KindPerson}, {ID: "org:nato", Kind: schema.KindOrganization}},
		Mentions: []schema.Mention{at("Porter", 0, 6, "person:porter"), at("NATO", 1, 1, "org:nato")}}
	a.Attribute(doc, ling)
	var got []string
	for _, x := range doc.Attributions {
		var content []string
		for _, s := range x.Content {
			content = append(content, s.Text)
		}
		got = append(got, fmt.Sprintf("%s %v %v about %v: %s", *x.Actor, x.Kind, x.Direct, x.About, strings.Join(content, " … ")))
	}
	want := []string{
		`person:porter speech true about [org:nato]: "We will stay," … "NATO stays."`,
		`person:porter speech false about []: that roads closed`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("attributions (-want +got):\n%s", diff)
	}
}

// TestTables checks what the rules take for granted of the tables.
func TestTables(t *testing.T) {
	a, err := New()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(a.lex.verbs) + len(a.lex.nouns) + len(a.lex.adjs) + len(a.lex.phrases); n < 400 {
		t.Errorf("%d cues, want at least 400", n)
	}
	for _, class := range []string{"light", "voice", "venue", "time", "adjunct", "late-adjunct", "content-mark", "dash", "reason", "clause-open", "cue-object", "mark-open", "mark-close", "mark-both", "proxy", "proxy-of", "part", "document", "mark-twice",
		"addressed", "speaks-to", "speaks-with", "speaks-before", "speaks-on", "speaks-upon", "message", "hearer", "speaking", "addressing", "audience", "carries", "cites", "medium", "opinion", "negation", "anonymous", "deed",
		"human", "human-ending", "no-human", "body", "any-body", "press", "crowd", "folk", "nobody", "data", "writing", "called", "spoken-to", "before-main", "day", "naming", "said-to", "league", "occasion", "share", "poll", "those"} {
		if !slices.Contains(a.lex.named, class) {
			t.Errorf("words.tsv has no class %q", class)
		}
	}
	if a.model.threshold <= 0 || a.model.weights.Len() < 1000 {
		t.Errorf("threshold %v and %d weights: not a trained model", a.model.threshold, a.model.weights.Len())
	}
	if other, err := New(); err != nil || other.DataDigest() != a.DataDigest() {
		t.Errorf("second digest %v (%v), want %v", other.DataDigest(), err, a.DataDigest())
	}
}
