package event

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dyad/extract/nlp"
	"dyad/schema"
)

// update analyses sentences that are new in the tests with the current model
// and rewrites testdata; the diff is read like code. To analyse all sentences
// anew, remove testdata/trees.txt first.
var update = flag.Bool("update", false, "rewrite testdata")

const treeFile = "testdata/trees.txt"

// rig is what the tests of the package code sentences with. Trees come from
// testdata/trees.txt, so that a new model does not change what the rules are
// tested on.
type rig struct {
	t     testing.TB
	coder *Coder
	trees map[string]string
	pipe  *nlp.Pipeline
}

func newRig(t testing.TB) *rig {
	t.Helper()
	ont, err := schema.LoadOntology()
	if err != nil {
		t.Fatal(err)
	}
	coder, err := NewRules(ont)
	if err != nil {
		t.Fatal(err)
	}
	r := &rig{t: t, coder: coder, trees: map[string]string{}}
	data, err := os.ReadFile(treeFile)
	if err != nil && !*update {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if text, tree, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t"); ok {
			r.trees[text] = tree
		}
	}
	if *update {
		if r.pipe, err = nlp.New(); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

// save writes the trees back when testdata is updated.
func (r *rig) save() {
	if !*update {
		return
	}
	var lines []string
	for text, tree := range r.trees {
		lines = append(lines, text+"\t"+tree+"\n")
	}
	slices.Sort(lines)
	if err := os.WriteFile(treeFile, []byte(strings.Join(lines, "")), 0o644); err != nil {
		r.t.Fatal(err)
	}
}

// parse returns the analysis of a text of one or more sentences.
func (r *rig) parse(text string) *nlp.Doc {
	r.t.Helper()
	if _, ok := r.trees[text]; *update && !ok {
		r.trees[text] = writeTrees(r.pipe.Analyze(text, []nlp.Region{{Start: 0, End: len(text)}}))
	}
	tree, ok := r.trees[text]
	if !ok {
		r.t.Fatalf("no tree of %q in %s: go test ./extract/event -update", text, treeFile)
	}
	doc, err := readTrees(text, tree)
	if err != nil {
		r.t.Fatalf("%s: %q: %v", treeFile, text, err)
	}
	return doc
}

// writeTrees writes the tokens as start-end/lemma/UPOS/XPOS/head/relation,
// sentences apart by " ## ".
func writeTrees(doc *nlp.Doc) string {
	var sents []string
	for _, s := range doc.Sentences {
		var toks []string
		for _, k := range s.Tokens {
			toks = append(toks, fmt.Sprintf("%d-%d/%s/%s/%s/%d/%s", k.Start, k.End, strings.ReplaceAll(k.Lemma, "/", "_"), k.UPOS, k.XPOS, k.Head, k.DepRel))
		}
		sents = append(sents, strings.Join(toks, " "))
	}
	return strings.Join(sents, " ## ")
}

func readTrees(text, trees string) (*nlp.Doc, error) {
	doc := &nlp.Doc{Text: text}
	for tree := range strings.SplitSeq(trees, " ## ") {
		var s nlp.Sentence
		for f := range strings.FieldsSeq(tree) {
			p := strings.Split(f, "/")
			if len(p) != 6 {
				return nil, fmt.Errorf("token %q: want 6 parts", f)
			}
			from, to, _ := strings.Cut(p[0], "-")
			start, err1 := strconv.Atoi(from)
			end, err2 := strconv.Atoi(to)
			head, err3 := strconv.Atoi(p[4])
			if err := cmp.Or(err1, err2, err3); err != nil {
				return nil, fmt.Errorf("token %q: %w", f, err)
			}
			s.Tokens = append(s.Tokens, nlp.Token{Start: start, End: end, Form: text[start:end], Lemma: p[1], UPOS: p[2], XPOS: p[3], Head: head, DepRel: p[5]})
		}
		s.Start, s.End = s.Tokens[0].Start, s.Tokens[len(s.Tokens)-1].End
		doc.Sentences = append(doc.Sentences, s)
	}
	return doc, nil
}

// mark is a mention marked in the text of a test.
type mark struct {
	start, end    int
	id, country   string
	sector        string
	place, person bool
	only          bool // a place and no actor
}

// unmark reads the notation of the tests: brackets mark the mention of an
// actor, whose words are its id. "[it=Iran]" is a mention of Iran, "[Kabul@]"
// also a place, "[the king^]" a person, "[police%NOR]" an actor of the state NOR,
// "[the envoy!GOV]" one of a sector, "[Oslo#NOR]" a place in Norway that is no actor.
func unmark(marked string) (string, []mark) {
	var text strings.Builder
	var marks []mark
	for rest := marked; rest != ""; {
		before, after, ok := strings.Cut(rest, "[")
		text.WriteString(before)
		if !ok {
			break
		}
		inner, tail, _ := strings.Cut(after, "]")
		m := mark{start: text.Len()}
		inner, m.place = strings.CutSuffix(inner, "@")
		inner, m.person = strings.CutSuffix(inner, "^")
		inner, m.sector, _ = strings.Cut(inner, "!")
		inner, m.country, _ = strings.Cut(inner, "%")
		if name, code, ok := strings.Cut(inner, "#"); ok {
			inner, m.country, m.only, m.place = name, code, true, true
		}
		words, id, given := strings.Cut(inner, "=")
		if m.id = id; !given {
			m.id = words
		}
		text.WriteString(words)
		m.end = text.Len()
		marks, rest = append(marks, m), tail
	}
	return text.String(), marks
}

// document makes the document and analysis of a marked text.
func (r *rig) document(marked string) (*schema.Document, *nlp.Doc) {
	r.t.Helper()
	text, marks := unmark(marked)
	doc := &schema.Document{Article: schema.Article{ID: "test", Text: text, Published: "2011-10-25"}}
	ling := r.parse(text)
	for _, m := range marks {
		kind := schema.KindGroup
		if m.person {
			kind = schema.KindPerson
		}
		if !m.only {
			doc.Actors = append(doc.Actors, schema.Actor{ID: m.id, Name: m.id, Kind: kind, Code: m.country, Country: m.country, Sector: m.sector})
		}
		if m.country != "" {
			doc.Actors = append(doc.Actors, schema.Actor{ID: m.country, Name: m.country, Kind: schema.KindCountry, Code: m.country, Country: m.country})
		}
		for n := range ling.Sentences {
			addMention(doc, &ling.Sentences[n], n, m)
		}
	}
	return doc, ling
}

// addMention adds the mention of a mark if it lies in the sentence.
func addMention(doc *schema.Document, s *nlp.Sentence, n int, m mark) {
	first, last := -1, -1
	for i, tok := range s.Tokens {
		if tok.Start >= m.start && tok.End <= m.end {
			if first < 0 {
				first = i
			}
			last = i + 1
		}
	}
	if first < 0 {
		return
	}
	head := last - 1
	for i := first; i < last; i++ {
		if h := s.Tokens[i].Head; h < first || h >= last {
			head = i
		}
	}
	rel := s.Tokens[head].DepRel
	span := schema.Span{Start: m.start, End: m.end}
	if !m.only {
		doc.Mentions = append(doc.Mentions, schema.Mention{Span: span, Sentence: n, First: first, Last: last, Head: head,
			Actors: []string{m.id}, Form: schema.FormName, Modifier: rel == "nmod:poss" || rel == "amod" || rel == "compound", Confidence: 1})
	}
	if m.place {
		doc.Places = append(doc.Places, schema.PlaceMention{Span: span, Sentence: n, First: first, Last: last, Head: head, Name: m.id, Country: cmp.Or(m.country, "XXX")})
	}
}

// short writes an event in the notation of the lexicons: parties after the
// type, "+" between those of one side, ">" before the targets.
func short(e *schema.Event) string {
	s := e.Type + " " + strings.Join(e.Sources, "+")
	if len(e.Targets) > 0 {
		s += " > " + strings.Join(e.Targets, "+")
	}
	return s
}
