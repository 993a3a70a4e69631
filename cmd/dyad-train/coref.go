package main

import (
	"strconv"
	"strings"

	"dyad/extract/actor"
	"dyad/extract/nlp"
	"dyad/schema"
)

// pronounExamples splits a treebank that annotates coreference (GUM) into its
// documents and analyses them on the treebank's tokens.
func pronounExamples(p *nlp.Pipeline, gold *nlp.Doc) []actor.PronounExample {
	got := plainCopy(gold)
	p.Annotate(got)
	var out []actor.PronounExample
	for first := 0; first < len(gold.Sentences); {
		last := first + 1
		for last < len(gold.Sentences) && !gold.Sentences[last].BeginsText() {
			last++
		}
		chains := chainsOf(gold.Sentences[first:last])
		out = append(out, actor.PronounExample{
			Article: schema.Article{Text: got.Text},
			Ling:    &nlp.Doc{Text: got.Text, Sentences: got.Sentences[first:last]},
			Chain:   func(s, t int) string { return chains[[2]int{s, t}] },
		})
		first = last
	}
	return out
}

// openMention is a mention whose end has not been read yet.
type openMention struct {
	chain      string
	sent, from int
	heads      []int // tokens that make up its head, from 1
}

// chainsOf reads the Entity entries of MISC: by sentence and token, the number
// of what the mention with this head means. Where two mentions share a head,
// the shorter one counts.
func chainsOf(sents []nlp.Sentence) map[[2]int]string {
	out, length := map[[2]int]string{}, map[[2]int]int{}
	var open []openMention
	for si := range sents {
		for ti := range sents[si].Tokens {
			for _, part := range entityParts(sents[si].Tokens[ti].Misc) {
				if part[0] == '(' {
					open = append(open, newMention(part[1:], si, ti))
					continue
				}
				k := len(open) - 1
				for k > 0 && open[k].chain != part {
					k--
				}
				if k < 0 || open[k].chain != part {
					continue
				}
				m := open[k]
				open = append(open[:k], open[k+1:]...)
				if m.sent != si {
					continue
				}
				for _, h := range m.heads {
					at, n := [2]int{si, m.from + h - 1}, ti-m.from
					if old, ok := length[at]; !ok || n < old {
						out[at], length[at] = m.chain, n
					}
				}
			}
		}
	}
	return out
}

// newMention reads the fields of an opening entry: number, type, status,
// salience, centering, head tokens and what follows.
func newMention(entry string, sent, token int) openMention {
	f := strings.Split(entry, "-")
	m := openMention{chain: f[0], sent: sent, from: token}
	for i := 1; i < len(f) && i < 6; i++ {
		if f[i] == "" || strings.Trim(f[i], "0123456789,") != "" {
			continue
		}
		for h := range strings.SplitSeq(f[i], ",") {
			if n, err := strconv.Atoi(h); err == nil {
				m.heads = append(m.heads, n)
			}
		}
	}
	if len(m.heads) == 0 {
		m.heads = []int{1}
	}
	return m
}

// entityParts cuts the Entity entry of a MISC column into what it opens, with
// its bracket, and the numbers that it closes.
func entityParts(misc string) []string {
	var text string
	for entry := range strings.SplitSeq(misc, "|") {
		if rest, ok := strings.CutPrefix(entry, "Entity="); ok {
			text = rest
		}
	}
	var out []string
	for text != "" {
		end := strings.IndexAny(text[1:], "()")
		if text[0] == '(' {
			if end < 0 {
				return append(out, text)
			}
			out = append(out, text[:end+1])
			if text[end+1] == ')' {
				number, _, _ := strings.Cut(text[1:end+1], "-")
				out = append(out, number)
				end++
			}
			text = text[end+1:]
			continue
		}
		number, rest, _ := strings.Cut(text, ")")
		out, text = append(out, number), rest
	}
	return out
}
