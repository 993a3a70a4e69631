// Package conllu reads and writes trees in CoNLL-U (Universal Dependencies)
// and entity columns in IOB2.
//
// Reads: CoNLL-U or IOB2 text. Writes: an [nlp.Doc], and CoNLL-U text.
package conllu

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"dyad/extract/nlp"
)

// maxLine bounds a line of input.
const maxLine = 1 << 26

// Read reads CoNLL-U. The text of the document is made from the forms and
// SpaceAfter=No, one line a sentence, so that token spans are bytes of it.
// Empty nodes ("1.1") are left out. Errors name the file and the line.
func Read(name string, in io.Reader) (*nlp.Doc, error) {
	r := &reader{doc: &nlp.Doc{}}
	sc := bufio.NewScanner(in)
	sc.Buffer(nil, maxLine)
	n := 0
	for sc.Scan() {
		n++
		if err := r.line(strings.TrimSuffix(sc.Text(), "\r")); err != nil {
			return nil, fmt.Errorf("read %s:%d: %w", name, n, err)
		}
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("read %s:%d: %w", name, n+1, err)
	}
	if err := r.close(); err != nil {
		return nil, fmt.Errorf("read %s:%d: %w", name, n, err)
	}
	r.doc.Text = r.text.String()
	return r.doc, nil
}

// reader collects the sentence that is being read.
type reader struct {
	doc  *nlp.Doc
	text strings.Builder
	sent nlp.Sentence
	tags []string
	// glued says that no blank follows the last token.
	glued bool
	// multiEnd is the index behind the last word of the open multiword token,
	// multiGlued whether that token has SpaceAfter=No.
	multiEnd   int
	multiGlued bool
}

func (r *reader) line(line string) error {
	switch {
	case line == "":
		return r.close()
	case line[0] == '#':
		if len(r.sent.Tokens) > 0 {
			return fmt.Errorf("a comment inside a sentence")
		}
		r.sent.Comments = append(r.sent.Comments, line)
		return nil
	}
	f := strings.Split(line, "\t")
	if len(f) != 10 {
		return fmt.Errorf("%d columns, want 10", len(f))
	}
	switch {
	case strings.Contains(f[0], "."):
		return nil
	case strings.Contains(f[0], "-"):
		return r.multiword(f)
	}
	return r.word(f)
}

// multiword opens a multiword token ("3-4").
func (r *reader) multiword(f []string) error {
	a, b, _ := strings.Cut(f[0], "-")
	first, err1 := strconv.Atoi(a)
	last, err2 := strconv.Atoi(b)
	if err1 != nil || err2 != nil || first != len(r.sent.Tokens)+1 || last <= first || first <= r.multiEnd {
		return fmt.Errorf("bad range %q", f[0])
	}
	r.sent.Multiwords = append(r.sent.Multiwords, nlp.Multiword{First: first - 1, Last: last, Form: f[1]})
	r.multiEnd = last
	r.multiGlued = hasMisc(f[9], "SpaceAfter=No")
	return nil
}

// word adds one word.
func (r *reader) word(f []string) error {
	i := len(r.sent.Tokens)
	if f[0] != strconv.Itoa(i+1) {
		return fmt.Errorf("word %q, want %d", f[0], i+1)
	}
	tok := nlp.Token{Form: f[1], Lemma: blank(f[2]), UPOS: blank(f[3]), XPOS: blank(f[4]), Feats: blank(f[5]), Head: -1, DepRel: blank(f[7])}
	if f[1] == "_" && f[2] == "_" {
		tok.Lemma = "_"
	}
	if f[6] != "_" {
		h, err := strconv.Atoi(f[6])
		if err != nil || h < 0 {
			return fmt.Errorf("bad head %q", f[6])
		}
		tok.Head = h - 1
	}
	tag := "O"
	var misc []string
	for m := range strings.SplitSeq(f[9], "|") {
		switch {
		case m == "_" || m == "SpaceAfter=No":
		case strings.HasPrefix(m, "NER="):
			tag = m[len("NER="):]
		default:
			misc = append(misc, m)
		}
	}
	tok.Misc = strings.Join(misc, "|")
	r.tags = append(r.tags, tag)
	r.place(&tok, i, hasMisc(f[9], "SpaceAfter=No"))
	r.sent.Tokens = append(r.sent.Tokens, tok)
	return nil
}

// place writes the form of a word to the text and sets its span.
func (r *reader) place(tok *nlp.Token, i int, glued bool) {
	if i >= r.multiEnd {
		r.put(tok.Form, tok)
		r.glued = glued
		return
	}
	m := r.sent.Multiwords[len(r.sent.Multiwords)-1]
	if i == m.First {
		r.put(m.Form, tok)
		r.glued = r.multiGlued
		tok.End = tok.Start + min(len(tok.Form), len(m.Form))
		return
	}
	end := r.text.Len()
	start := r.sent.Tokens[i-1].End
	tok.Start, tok.End = start, min(start+len(tok.Form), end)
	if i == m.Last-1 {
		tok.End = end
	}
}

// put appends a surface form to the text.
func (r *reader) put(form string, tok *nlp.Token) {
	switch {
	case r.text.Len() == 0:
	case len(r.sent.Tokens) == 0:
		r.text.WriteByte('\n')
	case !r.glued:
		r.text.WriteByte(' ')
	}
	tok.Start = r.text.Len()
	r.text.WriteString(form)
	tok.End = r.text.Len()
}

// close ends the sentence. Comments without words go to the next sentence.
func (r *reader) close() error {
	s := &r.sent
	n := len(s.Tokens)
	if n == 0 {
		return nil
	}
	if r.multiEnd > n {
		return fmt.Errorf("a multiword token up to word %d in a sentence of %d", r.multiEnd, n)
	}
	for i, t := range s.Tokens {
		if t.Head >= n {
			return fmt.Errorf("word %d: head %d in a sentence of %d words", i+1, t.Head+1, n)
		}
	}
	s.Start, s.End = s.Tokens[0].Start, r.text.Len()
	s.Entities = Entities(r.tags)
	r.doc.Sentences = append(r.doc.Sentences, *s)
	r.sent, r.tags, r.glued, r.multiEnd = nlp.Sentence{}, nil, false, 0
	return nil
}

// blank returns "" for the empty column "_".
func blank(s string) string {
	if s == "_" {
		return ""
	}
	return s
}

// hasMisc reports whether the MISC column has the entry.
func hasMisc(column, entry string) bool {
	for m := range strings.SplitSeq(column, "|") {
		if m == entry {
			return true
		}
	}
	return false
}
