package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"dyad/extract/nlp"
	"dyad/internal/conllu"
	"dyad/internal/corpus"
)

// packTrees turns trees by offsets, which hold no text, into CoNLL-U that
// language is trained on, or with --pack the other way round: there every
// sentence names its article in "# sent_id = ID@…" or "# newdoc id = ID".
func packTrees(args []string, log io.Writer) error {
	fs := flag.NewFlagSet("dyad-train trees", flag.ContinueOnError)
	fs.SetOutput(log)
	file := fs.String("file", "cmd/dyad-train/annotation/trees-train.jsonl", "`file` of trees by offsets")
	articles := fs.String("articles", "", "JSON lines `file` with the articles")
	trees := fs.String("trees", "", "CoNLL-U `file` of the trees")
	pack := fs.Bool("pack", false, "write the file from the trees, not the trees from the file")
	if err := fs.Parse(args); err != nil {
		return err
	}
	texts, err := readTexts(*articles)
	if err != nil {
		return err
	}
	if *pack {
		doc, err := readFile(*trees)
		if err != nil {
			return err
		}
		return writeTrained(*file, func(w io.Writer) error { return writePacked(w, doc, texts) })
	}
	in, err := os.Open(*file)
	if err != nil {
		return err
	}
	defer in.Close()
	doc, err := readPacked(*file, in, texts)
	if err != nil {
		return err
	}
	fmt.Fprintf(log, "%d trees\n", len(doc.Sentences))
	return writeTrained(*trees, func(w io.Writer) error { return conllu.Write(w, doc) })
}

// writePacked writes the trees of a document by offsets, one a line.
func writePacked(w io.Writer, doc *nlp.Doc, texts map[string]string) error {
	e := json.NewEncoder(w)
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		id := articleOf(s)
		p, err := corpus.PackTree(id, texts[id], s)
		if err != nil {
			return fmt.Errorf("pack sentence %d, article %q: %w", i+1, id, err)
		}
		if err := e.Encode(p); err != nil {
			return err
		}
	}
	return nil
}

// articleOf returns the id of the article that the comments of a sentence name.
func articleOf(s *nlp.Sentence) string {
	for _, c := range s.Comments {
		if _, id, ok := strings.Cut(c, "# sent_id = "); ok {
			id, _, _ = strings.Cut(id, "@")
			return id
		}
		if _, id, ok := strings.Cut(c, "# newdoc id = "); ok {
			return id
		}
	}
	return ""
}

// readPacked reads trees by offsets; name is that of the input, for errors.
func readPacked(name string, r io.Reader, texts map[string]string) (*nlp.Doc, error) {
	doc := &nlp.Doc{}
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<20)
	for n := 1; in.Scan(); n++ {
		var p corpus.PackedTree
		if err := json.Unmarshal(in.Bytes(), &p); err != nil {
			return nil, fmt.Errorf("read %s:%d: %w", name, n, err)
		}
		s, err := p.Unpack(texts[p.ID])
		if err != nil {
			return nil, fmt.Errorf("read %s:%d: %s: %w", name, n, p.ID, err)
		}
		doc.Sentences = append(doc.Sentences, *s)
	}
	return doc, in.Err()
}
