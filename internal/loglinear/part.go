package loglinear

// Part is a part of the names of several features with its hash: to go on with
// another hash takes one step, however long the part is.
type Part struct {
	text        string
	hash, power uint64
}

// PartOf returns a part with a text.
func PartOf(text string) Part {
	p := Part{text: text, hash: Hash(0, text)}
	if len(text) < len(powers) {
		p.power = powers[len(text)]
	} else {
		p.power = power(len(text))
	}
	return p
}

// Text is what the part says.
func (p *Part) Text() string { return p.text }

// Joined is the hash of the name that these parts make.
func Joined(parts ...*Part) uint64 {
	h := HashStart
	for _, p := range parts {
		h = h*p.power + p.hash
	}
	return h
}

// powers are the first powers of the base of the hash.
var powers = func() (list [64]uint64) {
	for n := range list {
		list[n] = power(n)
	}
	return list
}()

// power returns a power of the base of the hash.
func power(n int) uint64 {
	x := uint64(1)
	for range n {
		x *= base1
	}
	return x
}
