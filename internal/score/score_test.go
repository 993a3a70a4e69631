package score

import "testing"

func TestPRF(t *testing.T) {
	for _, c := range []struct {
		in      PRF
		p, r, f float64
	}{
		{PRF{}, 0, 0, 0},
		{PRF{TP: 3, FP: 1, FN: 3}, 0.75, 0.5, 0.6},
		{PRF{FP: 2}, 0, 0, 0},
		{PRF{TP: 5}, 1, 1, 1},
	} {
		if p, r, f := c.in.Precision(), c.in.Recall(), c.in.F1(); p != c.p || r != c.r || f != c.f {
			t.Errorf("%+v: got %v %v %v, want %v %v %v", c.in, p, r, f, c.p, c.r, c.f)
		}
	}
	sum := PRF{1, 2, 3}
	sum.Add(PRF{10, 20, 30})
	if want := (PRF{11, 22, 33}); sum != want {
		t.Errorf("Add: got %+v, want %+v", sum, want)
	}
	if got, want := (PRF{TP: 3, FP: 1, FN: 3}).String(), "P 75.00 R 50.00 F1 60.00"; got != want {
		t.Errorf("String: got %q, want %q", got, want)
	}
}
