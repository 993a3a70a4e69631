package conllu

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"dyad/extract/nlp"
)

// ReadIOB reads words with entity tags: FORM and TAG (IOB2) in the first and
// the last column, a blank line between sentences, "# …" lines as comments.
func ReadIOB(name string, in io.Reader) (*nlp.Doc, error) {
	r := &reader{doc: &nlp.Doc{}}
	sc := bufio.NewScanner(in)
	sc.Buffer(nil, maxLine)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSuffix(sc.Text(), "\r")
		var err error
		switch form, _, ok := strings.Cut(line, "\t"); {
		case line == "":
			err = r.close()
		case ok:
			tok := nlp.Token{Form: form, Head: -1}
			r.tags = append(r.tags, line[strings.LastIndexByte(line, '\t')+1:])
			r.place(&tok, len(r.sent.Tokens), false)
			r.sent.Tokens = append(r.sent.Tokens, tok)
		case strings.HasPrefix(line, "# "):
			r.sent.Comments = append(r.sent.Comments, line)
		default:
			err = fmt.Errorf("one column, want two")
		}
		if err != nil {
			return nil, fmt.Errorf("read %s:%d: %w", name, n, err)
		}
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if err := r.close(); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	r.doc.Text = r.text.String()
	return r.doc, nil
}

// Entities turns IOB tags into spans. A span also begins where a type changes
// without a B tag.
func Entities(tags []string) []nlp.Entity {
	var out []nlp.Entity
	open := -1
	for i, tag := range tags {
		prefix, typ, _ := strings.Cut(tag, "-")
		if prefix == "O" || typ == "" {
			open = -1
			continue
		}
		if open < 0 || prefix == "B" || out[open].Type != typ {
			open = len(out)
			out = append(out, nlp.Entity{First: i, Type: typ})
		}
		out[open].Last = i + 1
	}
	return out
}

// Tags are the IOB2 tags of the entities of a sentence, "O" outside.
func Tags(s *nlp.Sentence) []string {
	tags := make([]string, len(s.Tokens))
	for i := range tags {
		tags[i] = "O"
	}
	for _, e := range s.Entities {
		for i := e.First; i < e.Last; i++ {
			tags[i] = "I-" + e.Type
		}
		tags[e.First] = "B-" + e.Type
	}
	return tags
}
