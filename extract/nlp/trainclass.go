package nlp

import (
	"encoding/binary"
	"fmt"
	"math"
	"sort"
	"strings"
)

// Word classes are made for lower-cased words seen classWordCount times, by
// so many passes of the exchange algorithm.
const (
	classWordCount = 4
	classPasses    = 12
	coarseClasses  = 64
	fineClasses    = 512
)

// trainClasses writes a coarse and a fine distributional class for every
// frequent word.
func (t *trainer) trainClasses() error {
	b := t.bigrams()
	coarse, fine := b.exchange(coarseClasses), b.exchange(fineClasses)
	entries := make([]tableEntry, 0, len(b.words))
	for i, w := range b.words {
		p := binary.LittleEndian.AppendUint16(nil, uint16(coarse[i])+1)
		p = binary.LittleEndian.AppendUint16(p, uint16(fine[i])+1)
		entries = append(entries, tableEntry{hashString(w), p})
	}
	fmt.Fprintf(t.log, "  %d words in %d and %d classes\n", len(b.words), coarseClasses, fineClasses)
	t.file[sectionClasses] = packTable(classWidth, entries)
	return nil
}

// bigrams are the frequent words with their neighbours.
type bigrams struct {
	words      []string // by falling frequency
	count      []int32
	next, prev [][]neighbour
	self       []int32
}

type neighbour struct{ word, n int32 }

// numberWord stands for all words with digits in the counts.
const numberWord = "<number>"

// classForm is a form as the classes count it.
func classForm(form string) string {
	if strings.ContainsAny(form, "0123456789") {
		return numberWord
	}
	var buf [64]byte
	return string(lowerInto(buf[:0], form))
}

// bigrams counts words and pairs of neighbours in all texts.
func (t *trainer) bigrams() *bigrams {
	var sentences [][]string
	counts := map[string]int{}
	for _, docs := range [][]*Doc{t.Trees, t.Text} {
		for _, d := range docs {
			for i := range d.Sentences {
				var forms []string
				for _, tok := range d.Sentences[i].Tokens {
					f := classForm(tok.Form)
					forms = append(forms, f)
					counts[f]++
				}
				sentences = append(sentences, forms)
			}
		}
	}
	b := &bigrams{}
	for w, n := range counts {
		if n >= classWordCount {
			b.words = append(b.words, w)
		}
	}
	sort.Slice(b.words, func(i, j int) bool {
		x, y := b.words[i], b.words[j]
		return counts[x] > counts[y] || counts[x] == counts[y] && x < y
	})
	ids := map[string]int32{}
	for i, w := range b.words {
		ids[w] = int32(i)
	}
	b.pairs(sentences, ids)
	return b
}

// pairs fills the neighbour lists. Edges of sentences and rare words break
// the chain.
func (b *bigrams) pairs(sentences [][]string, ids map[string]int32) {
	n := len(b.words)
	b.count, b.self = make([]int32, n), make([]int32, n)
	b.next, b.prev = make([][]neighbour, n), make([][]neighbour, n)
	seen := map[[2]int32]int32{}
	for _, s := range sentences {
		last := int32(-1)
		for _, f := range s {
			id, ok := ids[f]
			if !ok {
				id = -1
			}
			if last >= 0 && id >= 0 {
				seen[[2]int32{last, id}]++
			}
			last = id
		}
	}
	keys := make([][2]int32, 0, len(seen))
	for k := range seen {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		return keys[i][0] < keys[j][0] || keys[i][0] == keys[j][0] && keys[i][1] < keys[j][1]
	})
	for _, k := range keys {
		c := seen[k]
		b.count[k[0]] += c
		b.count[k[1]] += c
		if k[0] == k[1] {
			b.self[k[0]] += c
			continue
		}
		b.next[k[0]] = append(b.next[k[0]], neighbour{k[1], c})
		b.prev[k[1]] = append(b.prev[k[1]], neighbour{k[0], c})
	}
}

// exchange puts the words in k classes so that the likelihood of a class
// bigram model is high: words move one by one to the class that gains most
// (Kneser and Ney 1993).
func (b *bigrams) exchange(k int) []int {
	x := newExchange(b, k)
	for range classPasses {
		moved := 0
		for w := range b.words {
			if x.move(int32(w)) {
				moved++
			}
		}
		if moved*200 < len(b.words) {
			break
		}
	}
	return x.class
}

// exchange is the state of the exchange algorithm.
type exchange struct {
	*bigrams
	k     int
	class []int
	pair  []int32 // counts of class pairs, k by k
	total []int32
	after []int32 // counts of the classes behind and in front of a word
	front []int32
	xlogx []float64
}

func newExchange(b *bigrams, k int) *exchange {
	x := &exchange{bigrams: b, k: k, class: make([]int, len(b.words)), pair: make([]int32, k*k),
		total: make([]int32, k), after: make([]int32, k), front: make([]int32, k), xlogx: make([]float64, 1<<17)}
	for i := range x.xlogx {
		x.xlogx[i] = float64(i) * math.Log(float64(max(i, 1)))
	}
	for w := range x.class {
		x.class[w] = w % k
		x.total[w%k] += b.count[w]
	}
	for w := range b.words {
		x.pair[x.class[w]*k+x.class[w]] += b.self[w]
		for _, n := range b.next[w] {
			x.pair[x.class[w]*k+x.class[n.word]] += n.n
		}
	}
	return x
}

func (x *exchange) f(n int32) float64 {
	if int(n) < len(x.xlogx) {
		return x.xlogx[n]
	}
	return float64(n) * math.Log(float64(n))
}

// move puts word w where it gains most and reports whether that is elsewhere.
func (x *exchange) move(w int32) bool {
	clear(x.after)
	clear(x.front)
	for _, n := range x.next[w] {
		x.after[x.class[n.word]] += n.n
	}
	for _, n := range x.prev[w] {
		x.front[x.class[n.word]] += n.n
	}
	var after, front []int
	for c := range x.k {
		if x.after[c] > 0 {
			after = append(after, c)
		}
		if x.front[c] > 0 {
			front = append(front, c)
		}
	}
	old := x.class[w]
	x.put(w, old, after, front, -1)
	best, top := old, math.Inf(-1)
	for c := range x.k {
		if g := x.gain(w, c, after, front); g > top {
			best, top = c, g
		}
	}
	x.put(w, best, after, front, 1)
	x.class[w] = best
	return best != old
}

// put adds a word to the counts of a class, or takes it out.
func (x *exchange) put(w int32, c int, after, front []int, sign int32) {
	for _, d := range after {
		x.pair[c*x.k+d] += sign * x.after[d]
	}
	for _, d := range front {
		x.pair[d*x.k+c] += sign * x.front[d]
	}
	x.pair[c*x.k+c] += sign * x.self[w]
	x.total[c] += sign * x.count[w]
}

// gain is what the likelihood gains when w, now outside, joins class c.
func (x *exchange) gain(w int32, c int, after, front []int) float64 {
	g := -(x.f(x.total[c]+x.count[w]) - x.f(x.total[c]))
	row := x.pair[c*x.k : (c+1)*x.k]
	for _, d := range after {
		if d != c {
			g += x.f(row[d]+x.after[d]) - x.f(row[d])
		}
	}
	for _, d := range front {
		if d != c {
			n := x.pair[d*x.k+c]
			g += x.f(n+x.front[d]) - x.f(n)
		}
	}
	return g + x.f(row[c]+x.after[c]+x.front[c]+x.self[w]) - x.f(row[c])
}
