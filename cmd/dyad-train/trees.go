package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"dyad/extract/nlp"
	"dyad/internal/conllu"
	"dyad/internal/corpus"
)

// trainTrees turns trees by offsets, which hold no text, into CoNLL-U that
// language is trained on, or with --pack the other way round: there every
// sentence names its article in "# sent_id = ID@…" or "# newdoc id = ID".
func trainTrees(args []string, log io.Writer) error {
	c, err := readConversion("trees", "trees-train.jsonl", "trees", "CoNLL-U `file` of the trees", args, log)
	if err != nil {
		return err
	}
	if c.pack {
		doc, err := readFile(c.words)
		if err != nil {
			return err
		}
		return writeTrained(c.file, func(w io.Writer) error { return writePacked(w, doc, c.texts) })
	}
	in, err := os.Open(c.file)
	if err != nil {
		return err
	}
	defer in.Close()
	doc, err := readPacked(c.file, in, c.texts)
	if err != nil {
		return err
	}
	fmt.Fprintf(log, "%d trees\n", len(doc.Sentences))
	return writeTrained(c.words, func(w io.Writer) error { return conllu.Write(w, doc) })
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
	_, err := readLines(name, r, func(p *corpus.PackedTree) error {
		s, err := p.Unpack(texts[p.ID])
		if err != nil {
			return fmt.Errorf("%s: %w", p.ID, err)
		}
		doc.Sentences = append(doc.Sentences, *s)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return doc, nil
}
