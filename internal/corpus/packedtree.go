package corpus

import (
	"fmt"
	"strings"

	"dyad/extract/nlp"
)

// PackedTree is the dependency tree of a sentence of an article by offsets: who
// has the text can read it, and it holds nothing of the text. Every list has an
// entry a word.
type PackedTree struct {
	// ID is the id of the article.
	ID string `json:"id"`
	// Words are, for each word, the bytes between the end of the one before it, or the
	// beginning of the article, and its own, and its length in bytes.
	Words [][2]int `json:"words"`
	// Heads count the words from 1; 0 is the root.
	Heads []int `json:"heads"`
	// Relations, UPOS and XPOS have blanks between the words.
	Relations string `json:"relations"`
	UPOS      string `json:"upos"`
	XPOS      string `json:"xpos"`
}

// PackTree turns a tree into one by offsets; text is that of its article. Lemmas
// and multiword tokens are left out.
func PackTree(id, text string, s *nlp.Sentence) (*PackedTree, error) {
	p := &PackedTree{ID: id}
	var forms []string
	for i := range s.Tokens {
		forms = append(forms, s.Tokens[i].Form)
	}
	spans := firstOf(text, forms)
	if spans == nil {
		return nil, fmt.Errorf("the words %q do not stand in its text", strings.Join(forms, " "))
	}
	var relations, upos, xpos []string
	end := 0
	for i, t := range s.Tokens {
		p.Words = append(p.Words, [2]int{spans[i][0] - end, spans[i][1] - spans[i][0]})
		end = spans[i][1]
		p.Heads = append(p.Heads, t.Head+1)
		relations, upos, xpos = append(relations, t.DepRel), append(upos, t.UPOS), append(xpos, t.XPOS)
	}
	p.Relations, p.UPOS, p.XPOS = strings.Join(relations, " "), strings.Join(upos, " "), strings.Join(xpos, " ")
	return p, nil
}

// firstOf returns where words first stand in a text with nothing but blanks
// between them, as bytes [start, end) of each, nil if they nowhere do.
func firstOf(text string, words []string) [][2]int {
	for from := 0; len(words) > 0; {
		k := strings.Index(text[from:], words[0])
		if k < 0 {
			return nil
		}
		if spans := follow(text, from+k, words); spans != nil {
			return spans
		}
		from += k + 1
	}
	return nil
}

// follow returns where words stand that a text has from a byte on with blanks
// between them, nil if it has others there.
func follow(text string, at int, words []string) [][2]int {
	var out [][2]int
	for _, w := range words {
		at = len(text) - len(strings.TrimLeft(text[at:], " \t\r\n\u00a0"))
		if !strings.HasPrefix(text[at:], w) {
			return nil
		}
		out = append(out, [2]int{at, at + len(w)})
		at += len(w)
	}
	return out
}

// Unpack turns a tree by offsets into one with words and without lemmas. It fails
// where the offsets do not fit the text, the lists each other, or the heads make no
// tree.
func (p *PackedTree) Unpack(text string) (*nlp.Sentence, error) {
	n := len(p.Words)
	relations, upos, xpos := strings.Fields(p.Relations), strings.Fields(p.UPOS), strings.Fields(p.XPOS)
	if n == 0 || len(p.Heads) != n || len(relations) != n || len(upos) != n || len(xpos) != n {
		return nil, fmt.Errorf("%d words, %d heads, %d relations, %d and %d tags", n, len(p.Heads), len(relations), len(upos), len(xpos))
	}
	s := &nlp.Sentence{}
	at := 0
	for i, w := range p.Words {
		if w[0] < 0 || w[0] > len(text)-at || w[1] <= 0 || w[1] > len(text)-at-w[0] {
			return nil, fmt.Errorf("word %d: %d bytes, %d behind byte %d, in a text of %d", i+1, w[1], w[0], at, len(text))
		}
		start := at + w[0]
		at = start + w[1]
		s.Tokens = append(s.Tokens, nlp.Token{Start: start, End: at, Form: text[start:at], Head: p.Heads[i] - 1, DepRel: relations[i], UPOS: upos[i], XPOS: xpos[i]})
	}
	s.Start, s.End = s.Tokens[0].Start, at
	for i := range p.Heads {
		steps := 0
		for k := i + 1; k != 0; k = p.Heads[k-1] {
			if steps++; k < 0 || k > n || steps > n {
				return nil, fmt.Errorf("word %d: the heads above it do not end at the root", i+1)
			}
		}
	}
	s.Comments = []string{"# newdoc id = " + p.ID, "# text = " + strings.Join(strings.Fields(text[s.Start:s.End]), " ")}
	return s, nil
}
