package actor

import (
	"math"
	"slices"
	"strings"
)

// The parts of names are counted by number: any three letters in a row, and whole
// words by their hash.
const (
	nameLetters = 28 // a boundary, a to z, an apostrophe
	triples     = nameLetters * nameLetters * nameLetters
	wordSlots   = 1 << 14
	nameParts   = triples + wordSlots
)

// originPrior is how many unseen people of all states every state is thought to have.
const originPrior = 10

// origins knows how the people of every state are called, by the office-holders of
// the tables: how often every three letters and every word come in their names. Who
// is called "Gulbahar Niyazova" is hardly from Peru, even where no table knows
// anybody of the name. It is naive Bayes over letter n-grams, as in Cavnar and
// Trenkle 1994 for languages; states that share their names it cannot tell apart.
type origins struct {
	states map[string]int // code -> number
	people []float64      // by state
	all    float64
	counts []uint8 // by state and part: the people of a state stand together in the tables
	totals []int32 // by part
}

// newOrigins counts the names of the people of the tables.
func newOrigins(t *tables) *origins {
	o := &origins{states: make(map[string]int, len(t.countries)), totals: make([]int32, nameParts)}
	for _, e := range t.entries {
		if _, ok := o.states[e.code]; !ok && e.kind == kindPerson && t.countries[e.code] != nil {
			o.states[e.code] = len(o.states)
		}
	}
	n := len(o.states)
	o.people, o.counts = make([]float64, n), make([]uint8, n*nameParts)
	var parts []int
	for _, e := range t.entries {
		state, ok := o.states[e.code]
		if !ok || e.kind != kindPerson {
			continue
		}
		parts = parts[:0]
		for w := range strings.FieldsSeq(fold(e.name)) {
			parts = appendParts(parts, w)
		}
		o.people[state]++
		o.all++
		for _, p := range parts {
			o.totals[p]++
			if c := &o.counts[state*nameParts+p]; *c < math.MaxUint8 {
				*c++
			}
		}
	}
	return o
}

// appendParts appends the parts of the words of a name, each once.
func appendParts(parts []int, word string) []int {
	a, b, hash, length := 0, 0, uint32(2166136261), 0
	put := func(p int) {
		if slices.Contains(parts, p) {
			return
		}
		parts = append(parts, p)
	}
	end := func() {
		if length > 0 {
			put((a*nameLetters + b) * nameLetters)
			put(triples + int(hash%wordSlots))
		}
		a, b, hash, length = 0, 0, 2166136261, 0
	}
	for i := range len(word) {
		c := letterOf(word[i])
		if c == 0 {
			end()
			continue
		}
		if length > 0 {
			put((a*nameLetters+b)*nameLetters + c)
		}
		a, b, length = b, c, length+1
		hash = (hash ^ uint32(c)) * 16777619
	}
	end()
	return parts
}

// letterOf numbers a letter, 0 for what is none.
func letterOf(c byte) int {
	switch {
	case c >= 'a' && c <= 'z':
		return int(c-'a') + 1
	case c >= 'A' && c <= 'Z':
		return int(c-'A') + 1
	case c == '\'':
		return nameLetters - 1
	}
	return 0
}

// like says how much likelier the folded words of a name are in a state than
// anywhere: the mean logarithm over the parts of the name, 0 for a state of which
// nobody is known.
func (o *origins) like(words []string, code string) float64 {
	state, ok := o.states[code]
	if !ok {
		return 0
	}
	var parts []int
	for _, w := range words {
		parts = appendParts(parts, w)
	}
	sum := 0.0
	for _, p := range parts {
		if o.totals[p] == 0 {
			continue
		}
		all := float64(o.totals[p]) / o.all
		sum += math.Log((float64(o.counts[state*nameParts+p]) + originPrior*all) / (o.people[state] + originPrior) / all)
	}
	return sum / float64(max(len(parts), 1))
}
