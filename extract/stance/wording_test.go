package stance

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestWording checks the words between two mentions and behind them: names stay
// unnamed.
func TestWording(t *testing.T) {
	doc, ling := parse(t, "Ann Ann PROPN 2 nsubj @ann\nbacks back VERB 0 root\nKim Kim PROPN 5 nmod:poss\n's 's PART 3 case\nBob Bob PROPN 2 obj @bob\nthere there ADV 2 advmod")
	r := newReader(&lexicon{}, models{}, doc, ling)
	r.named = true
	v := r.view(0)
	for _, tt := range []struct {
		a, b int
		want []string
	}{
		{0, 4, []string{"behind=there|ab", "mid='s|ab", "mid=back|ab", "mids='s_B|ab", "mids=A_back|ab", "mids=PROPN_'s|ab", "mids=back_PROPN|ab"}},
		{4, 0, []string{"behind=there|ab", "mid='s|ab", "mid=back|ab", "mids='s_A|ab", "mids=B_back|ab", "mids=PROPN_'s|ab", "mids=back_PROPN|ab"}},
	} {
		got := v.wording(v.r.newBag(), tt.a, tt.b, "ab").Names
		slices.Sort(got)
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("words from %d to %d (-want +got):\n%s", tt.a, tt.b, diff)
		}
	}
}

// TestJudgeApart checks that an example without two mentions in one sentence
// shows no stance at any operating point.
func TestJudgeApart(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	list := []Example{example(t, "zing", -1), example(t, "zap", 1)}
	list[1].Doc.Mentions = list[1].Doc.Mentions[:1]
	got := c.Judge(list, []int{0, 0}, 1, PairSettings())
	if s := got[0].Signs(9); s == [2]int{} {
		t.Error("no stance between two mentions, want one at so low a threshold")
	}
	if s := got[1].Signs(9); s != [2]int{} {
		t.Errorf("stances %v of one mention, want none", s)
	}
}
