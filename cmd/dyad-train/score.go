package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"dyad/extract/nlp"
	"dyad/internal/score"
)

// scoreAll analyses the files of a list on gold tokens and prints how well.
func scoreAll(p *nlp.Pipeline, names string, log io.Writer) error {
	for name := range strings.SplitSeq(names, ",") {
		if name == "" {
			continue
		}
		gold, err := readFile(name)
		if err != nil {
			return err
		}
		got := plainCopy(gold)
		p.Annotate(got)
		base := filepath.Base(name)
		if strings.Contains(base, ".iob2") {
			fmt.Fprintf(log, "%s entities %v\n", base, entityScore(gold, got))
			continue
		}
		fmt.Fprintf(log, "%s %s\n", base, treeScore(gold, got))
	}
	return nil
}

// plainCopy copies the tokens without what the gold says about them.
func plainCopy(doc *nlp.Doc) *nlp.Doc {
	out := &nlp.Doc{Text: doc.Text}
	for i := range doc.Sentences {
		s := doc.Sentences[i]
		s.Entities = nil
		s.Tokens = append([]nlp.Token(nil), s.Tokens...)
		for k := range s.Tokens {
			t := &s.Tokens[k]
			*t = nlp.Token{Start: t.Start, End: t.End, Form: t.Form, Head: -1}
		}
		out.Sentences = append(out.Sentences, s)
	}
	return out
}

// treeScore prints the shares of right tags, lemmas, heads and labelled heads
// in per cent.
func treeScore(gold, got *nlp.Doc) string {
	var n, upos, xpos, lemma, uas, las int
	for i := range gold.Sentences {
		g, p := &gold.Sentences[i], &got.Sentences[i]
		for k := range g.Tokens {
			a, b := &g.Tokens[k], &p.Tokens[k]
			n++
			count(&upos, a.UPOS == b.UPOS)
			count(&xpos, a.XPOS == b.XPOS)
			count(&lemma, a.Lemma == b.Lemma)
			count(&uas, a.Head == b.Head)
			count(&las, a.Head == b.Head && g.Rel(k) == p.Rel(k))
		}
	}
	pc := func(k int) float64 { return 100 * float64(k) / float64(max(n, 1)) }
	return fmt.Sprintf("UPOS %.2f XPOS %.2f lemma %.2f UAS %.2f LAS %.2f", pc(upos), pc(xpos), pc(lemma), pc(uas), pc(las))
}

func count(n *int, ok bool) {
	if ok {
		*n++
	}
}

// entityScore counts exact spans of PER, ORG and LOC.
func entityScore(gold, got *nlp.Doc) score.PRF {
	var prf score.PRF
	for i := range gold.Sentences {
		want := map[nlp.Entity]bool{}
		for _, e := range gold.Sentences[i].Entities {
			if counted(e) {
				want[e] = true
			}
		}
		for _, e := range got.Sentences[i].Entities {
			switch {
			case !counted(e):
			case want[e]:
				prf.TP++
				delete(want, e)
			default:
				prf.FP++
			}
		}
		prf.FN += len(want)
	}
	return prf
}

// counted reports whether an entity has one of the types that every corpus
// has.
func counted(e nlp.Entity) bool { return e.Type == "PER" || e.Type == "ORG" || e.Type == "LOC" }
