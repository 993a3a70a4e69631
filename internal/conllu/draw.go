package conllu

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"dyad/extract/nlp"
)

// Draw draws the trees of a document for people: a sentence, then its words
// under their heads, with relation, tag and entity type.
func Draw(out io.Writer, doc *nlp.Doc) error {
	w := bufio.NewWriter(out)
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		if i > 0 {
			w.WriteByte('\n')
		}
		fmt.Fprintf(w, "%s\n", strings.TrimSpace(oneLine(doc.Text[s.Start:s.End])))
		d := drawer{w, s, Tags(s), make([][]int, len(s.Tokens))}
		for k := range s.Tokens {
			if h := s.Tokens[k].Head; h >= 0 && h < len(s.Tokens) {
				d.children[h] = append(d.children[h], k)
			}
		}
		if root := s.Root(); root >= 0 {
			d.node(root, "", "", 0)
		}
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("draw trees: %w", err)
	}
	return nil
}

// drawer draws one tree.
type drawer struct {
	w        *bufio.Writer
	sent     *nlp.Sentence
	tags     []string
	children [][]int
}

// node draws token i behind the lines of its branch, then its dependents.
// depth stops it in a tree with a cycle, which only input can have.
func (d *drawer) node(i int, branch, below string, depth int) {
	t := &d.sent.Tokens[i]
	entity := ""
	if _, typ, ok := strings.Cut(d.tags[i], "-"); ok {
		entity = " [" + typ + "]"
	}
	fmt.Fprintf(d.w, "%s%s %s %s%s\n", branch, oneLine(t.Form), t.UPOS, t.DepRel, entity)
	if depth > len(d.sent.Tokens) {
		return
	}
	for k, c := range d.children[i] {
		if k == len(d.children[i])-1 {
			d.node(c, below+"└─ ", below+"   ", depth+1)
		} else {
			d.node(c, below+"├─ ", below+"│  ", depth+1)
		}
	}
}
