package conllu

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"dyad/extract/nlp"
)

// named are the entity types that the contract promises in MISC.
var named = []string{"PER", "ORG", "LOC"}

// Write writes a document as CoNLL-U. Sentences that came without comments
// get "# sent_id" and "# text". Entities stand in MISC as NER=B-PER|….
func Write(out io.Writer, doc *nlp.Doc) error {
	w := bufio.NewWriterSize(out, 1<<16)
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		if s.Comments == nil {
			fmt.Fprintf(w, "# sent_id = %d\n# text = %s\n", i+1, oneLine(doc.Text[s.Start:s.End]))
		}
		for _, c := range s.Comments {
			w.WriteString(c)
			w.WriteByte('\n')
		}
		next := -1
		if i+1 < len(doc.Sentences) {
			next = doc.Sentences[i+1].Start
		}
		writeWords(w, s, next)
		w.WriteByte('\n')
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("write CoNLL-U: %w", err)
	}
	return nil
}

// writeWords writes the lines of a sentence; next is where the next sentence
// begins in the text.
func writeWords(w *bufio.Writer, s *nlp.Sentence, next int) {
	tags := Tags(s)
	multi := s.Multiwords
	for i := range s.Tokens {
		if len(multi) > 0 && multi[0].First == i {
			m := multi[0]
			misc := "_"
			if glued(s, m.Last-1, next) {
				misc = "SpaceAfter=No"
			}
			fmt.Fprintf(w, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t%s\n", i+1, m.Last, field(m.Form), misc)
		}
		t := &s.Tokens[i]
		inMulti := len(multi) > 0 && multi[0].First <= i
		if inMulti && multi[0].Last == i+1 {
			multi = multi[1:]
		}
		for _, col := range []string{strconv.Itoa(i + 1), t.Form, t.Lemma, t.UPOS, t.XPOS, t.Feats, strconv.Itoa(t.Head + 1), t.DepRel, ""} {
			w.WriteString(field(col))
			w.WriteByte('\t')
		}
		w.WriteString(misc(t, tags[i], !inMulti && glued(s, i, next)))
		w.WriteByte('\n')
	}
}

// glued reports whether no blank follows token i.
func glued(s *nlp.Sentence, i, next int) bool {
	if i+1 < len(s.Tokens) {
		next = s.Tokens[i+1].Start
	}
	return next == s.Tokens[i].End
}

// misc is the MISC column of a token.
func misc(t *nlp.Token, tag string, glued bool) string {
	var parts []string
	if t.Misc != "" {
		parts = append(parts, t.Misc)
	}
	for _, typ := range named {
		if strings.HasSuffix(tag, "-"+typ) {
			parts = append(parts, "NER="+tag)
		}
	}
	if glued {
		parts = append(parts, "SpaceAfter=No")
	}
	if parts == nil {
		return "_"
	}
	return strings.Join(parts, "|")
}

// field is a column that neither blanks nor broken UTF-8 can break, "_" if it
// is empty.
func field(s string) string {
	if s == "" {
		return "_"
	}
	return oneLine(s)
}

// oneLine turns white space and control characters into blanks and broken
// UTF-8 into U+FFFD.
func oneLine(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == unicode.ReplacementChar || r != ' ' && unicode.IsSpace(r) }) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r != 0 && r < ' ' || unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, s)
}
