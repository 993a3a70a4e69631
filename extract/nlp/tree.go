package nlp

import "strings"

// Rel returns the relation of token i without its subtype: "nsubj" of
// "nsubj:pass".
func (s *Sentence) Rel(i int) string {
	if s.outline != nil {
		return s.outline.Main[i]
	}
	rel, _, _ := strings.Cut(s.Tokens[i].DepRel, ":")
	return rel
}

// Children returns the dependents of token i in text order, of the given
// relations (subtypes included when only the main relation is given), or all
// if none is given.
func (s *Sentence) Children(i int, rels ...string) []int {
	var out []int
	for j := range s.Tokens {
		if s.Tokens[j].Head == i && (len(rels) == 0 || s.is(j, rels)) {
			out = append(out, j)
		}
	}
	return out
}

// Child returns the first dependent of token i with one of the relations, or
// -1.
func (s *Sentence) Child(i int, rels ...string) int {
	for j := range s.Tokens {
		if s.Tokens[j].Head == i && s.is(j, rels) {
			return j
		}
	}
	return -1
}

func (s *Sentence) is(j int, rels []string) bool {
	full := s.Tokens[j].DepRel
	main := s.Rel(j)
	for _, r := range rels {
		if r == full || r == main {
			return true
		}
	}
	return false
}

// Root returns the index of the root, -1 in a sentence without tokens.
func (s *Sentence) Root() int {
	for i := range s.Tokens {
		if s.Tokens[i].Head < 0 {
			return i
		}
	}
	return -1
}

// Dominates reports whether token a is an ancestor of token b or b itself.
func (s *Sentence) Dominates(a, b int) bool {
	for n := 0; b >= 0 && n <= len(s.Tokens); n++ {
		if a == b {
			return true
		}
		b = s.Tokens[b].Head
	}
	return false
}

// Subtree returns the tokens that token i dominates, in text order, itself
// included.
func (s *Sentence) Subtree(i int) []int {
	if i < 0 || i >= len(s.Tokens) {
		return nil
	}
	const unknown, inside, outside = 0, 1, 2
	var buf [128]uint8
	state := buf[:]
	if len(s.Tokens) > len(buf) {
		state = make([]uint8, len(s.Tokens))
	}
	state[i] = inside
	var out []int
	for j := range s.Tokens {
		top, n := j, 0
		for top >= 0 && state[top] == unknown && n <= len(s.Tokens) {
			top = s.Tokens[top].Head
			n++
		}
		found := uint8(outside)
		if top >= 0 && state[top] == inside {
			found = inside
		}
		for k := j; k != top && k >= 0 && state[k] == unknown; k = s.Tokens[k].Head {
			state[k] = found
		}
		if state[j] == inside {
			out = append(out, j)
		}
	}
	return out
}

// TokenText returns the text of the tokens first to last (exclusive).
func (d *Doc) TokenText(sent *Sentence, first, last int) string {
	if first >= last {
		return ""
	}
	return d.Text[sent.Tokens[first].Start:sent.Tokens[last-1].End]
}
