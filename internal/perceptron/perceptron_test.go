package perceptron

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// toy is a problem of three classes: row 1 means class 1, row 2 class 2,
// neither class 0; the other rows are noise.
func toy(rng *rand.Rand) (rows []uint32, class int) {
	class = rng.IntN(3)
	rows = []uint32{0, uint32(8 + rng.IntN(50))}
	if class > 0 {
		rows = append(rows, uint32(class))
	}
	return rows, class
}

func train(steps int) *Trainer {
	t := NewTrainer(6, 3)
	rng := rand.New(rand.NewPCG(1, 2))
	scores := make([]float32, 3)
	for range steps {
		rows, class := toy(rng)
		t.Score(rows, scores)
		if best := argmax(scores); best != class {
			t.Update(rows, class, 1)
			t.Update(rows, best, -1)
		}
		t.Step()
	}
	return t
}

func argmax[T int32 | float32](scores []T) int {
	best := 0
	for c, s := range scores {
		if s > scores[best] {
			best = c
		}
	}
	return best
}

func TestPackedModelsDecideAsTrained(t *testing.T) {
	w := train(3000).Average()
	dense, err := OpenDense(PackDense(w))
	if err != nil {
		t.Fatal(err)
	}
	sparse, err := OpenSparse(PackSparse(w, 0))
	if err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(3, 4))
	var scores [256]int32
	for range 500 {
		rows, class := toy(rng)
		d := dense.Score(rows)
		if got := argmax(d[:]); got != class {
			t.Errorf("dense: rows %v: got class %d, want %d", rows, got, class)
		}
		sparse.Score(rows, &scores)
		for c := range 3 {
			if scores[c] != d[c] {
				t.Errorf("rows %v class %d: sparse %d, dense %d", rows, c, scores[c], d[c])
			}
		}
	}
}

// TestScoresAreSums checks rows with few weights, with many and with all, more of
// them than are looked up at once, against plain sums.
func TestScoresAreSums(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for _, classes := range []int{3, 11, 108, 256} {
		w := &Weights{Bits: 8, Classes: classes, Values: make([]float32, classes<<8)}
		for i := range w.Values {
			if rng.IntN(256) < i/classes { // later rows are fuller
				w.Values[i] = float32(rng.IntN(255) - 127)
			}
		}
		w.Values[0] = 127
		rows, want := make([]uint32, 700), make([]int32, classes)
		for i := range rows {
			rows[i] = uint32(rng.IntN(256))
			for c := range want {
				want[c] += int32(w.Values[int(rows[i])*classes+c])
			}
		}
		s, err := OpenSparse(PackSparse(w, 0))
		if err != nil {
			t.Fatal(err)
		}
		var scores [256]int32
		for range 2 { // what was there before does not count
			s.Score(rows, &scores)
		}
		if got := scores[:classes]; !slices.Equal(got, want) {
			t.Errorf("sparse, %d classes: got %v, want %v", classes, got, want)
		}
		if classes != 3 {
			continue
		}
		d, err := OpenDense(PackDense(w))
		if err != nil {
			t.Fatal(err)
		}
		if got := d.Score(rows); !slices.Equal(got[:], want) {
			t.Errorf("dense: got %v, want %v", got, want)
		}
	}
}

func TestAverageIsTheMeanOverSteps(t *testing.T) {
	p := NewTrainer(6, 2)
	p.Step()
	p.Update([]uint32{5}, 1, 4) // two of four steps pass without it
	p.Step()
	p.Step()
	if got := p.Average().Values[5*2+1]; math.Abs(float64(got)-2) > 1e-6 {
		t.Errorf("average: got %v, want 2", got)
	}
}

func TestQuantisingKeepsTheLargestWeight(t *testing.T) {
	w := &Weights{Bits: 6, Classes: 3, Values: make([]float32, 3<<6)}
	w.Values[3], w.Values[4], w.Values[5] = 1000, -500, 3
	d, err := OpenDense(PackDense(w))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := d.Score([]uint32{1, 1}), [3]int32{254, -128, 0}; got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	s, err := OpenSparse(PackSparse(w, 100))
	if err != nil {
		t.Fatal(err)
	}
	var scores [256]int32
	s.Score([]uint32{1}, &scores)
	if scores[0] != 127 || scores[1] != 0 {
		t.Errorf("floor 100: got %v, want 127 and 0", scores[:2])
	}
}

func TestOpenRefusesBrokenData(t *testing.T) {
	good := PackSparse(train(100).Average(), 0)
	many := &Weights{Bits: 6, Classes: 9, Values: make([]float32, 9<<6)}
	for i := range many.Values {
		many.Values[i] = 1
	}
	wrong := PackSparse(many, 0)
	wrong[len(wrong)-2] = 16
	for name, data := range map[string][]byte{"no class": wrong, "empty": nil, "header only": good[:8], "cut off": good[:len(good)-1], "zero": make([]byte, 64)} {
		if _, err := OpenSparse(data); err == nil {
			t.Errorf("sparse, %s: no error", name)
		}
	}
	if _, err := OpenDense(differing(1 << 16)); err != nil {
		t.Error(err)
	}
	if _, err := OpenDense(differing(1<<16 + 1)); err == nil {
		t.Error("more rows of different weights than there are numbers: no error")
	}
	if _, err := OpenDense(make([]byte, 100)); err == nil {
		t.Error("dense of 100 bytes: no error")
	}
}

// differing returns the data of a dense classifier in which so many rows differ.
func differing(n int) []byte {
	data := make([]byte, lanes<<17+1)
	for r := range n {
		data[r*lanes], data[r*lanes+1], data[r*lanes+2] = byte(r), byte(r>>8), byte(r>>16)
	}
	return data
}

func BenchmarkSparseScore(b *testing.B) {
	s, err := OpenSparse(PackSparse(train(3000).Average(), 0))
	if err != nil {
		b.Fatal(err)
	}
	var scores [256]int32
	rows := []uint32{0, 1, 9, 17, 33}
	for b.Loop() {
		s.Score(rows, &scores)
	}
}
