package nlp

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tree makes a sentence of heads and relations.
func tree(heads []int, rels []string) *Sentence {
	s := &Sentence{}
	for i, h := range heads {
		s.Tokens = append(s.Tokens, Token{Form: string(rune('a' + i)), Head: h, DepRel: rels[i]})
	}
	return s
}

func TestTree(t *testing.T) {
	s := tree([]int{1, 3, 1, -1, 3, 4}, []string{"det", "nsubj:pass", "nmod", "root", "obl", "case"})
	if got := s.Root(); got != 3 {
		t.Errorf("Root: got %d", got)
	}
	for _, c := range []struct {
		name      string
		got, want any
	}{
		{"children", s.Children(3), []int{1, 4}},
		{"children of a main relation", s.Children(3, "nsubj"), []int{1}},
		{"children of another subtype", s.Children(3, "nsubj:outer"), []int(nil)},
		{"child", s.Child(4, "case"), 5},
		{"no child", s.Child(0), -1},
		{"subtree", s.Subtree(1), []int{0, 1, 2}},
		{"subtree of the root", s.Subtree(3), []int{0, 1, 2, 3, 4, 5}},
		{"subtree of a leaf", s.Subtree(5), []int{5}},
		{"subtree of nothing", s.Subtree(-1), []int(nil)},
		{"dominates", []bool{s.Dominates(3, 0), s.Dominates(0, 3), s.Dominates(2, 2)}, []bool{true, false, true}},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

// TestTreeWithCycle walks a tree that only broken input can have.
func TestTreeWithCycle(t *testing.T) {
	s := tree([]int{1, 0, -1}, []string{"dep", "dep", "root"})
	if diff := cmp.Diff([]int{2}, s.Subtree(2)); diff != "" {
		t.Error(diff)
	}
	if s.Dominates(2, 0) {
		t.Error("token 0 hangs on the root")
	}
}
