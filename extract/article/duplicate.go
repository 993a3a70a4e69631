package article

import (
	"hash/fnv"
	"strings"

	"dyad/schema"
)

// Parameters of near-copy detection: a signature of 128 minimal hashes over
// shingles of three words; texts are copies when 35% of the hashes agree,
// which keeps unrelated news apart and finds copies that lost their first or
// second half. Only articles that agree in one of 32 pairs of hashes are
// compared, which misses a copy at the threshold once in 65 times and one of
// half the words practically never.
const (
	signatureSize  = 128
	bandCount      = 32
	copyAgreement  = 45 // of 128, .35
	fewestShingles = 12
)

type signature [signatureSize]uint32

// Duplicates marks articles that nearly copy an earlier one of the run. It
// takes the articles one after the other, so the result does not depend on how
// many workers analyse them.
type Duplicates struct {
	ids        []string
	signatures []signature
	bands      map[uint64][]int32
	// equal holds the first article of a text too short for a signature.
	equal map[string]string
}

// NewDuplicates returns an empty set of articles.
func NewDuplicates() *Duplicates {
	return &Duplicates{bands: map[uint64][]int32{}, equal: map[string]string{}}
}

// Mark returns the id of the earliest article that this one nearly copies, ""
// if there is none or it has the same id, and remembers the article. What
// counts is the text that is analysed, headlines apart.
func (d *Duplicates) Mark(art *schema.Article) string {
	words := bodyWords(art)
	var first string
	if len(words) < fewestShingles+2 {
		first = d.markShort(art.ID, strings.Join(words, " "))
	} else {
		first = d.markLong(art.ID, sign(words))
	}
	if first == art.ID {
		return ""
	}
	return first
}

// markShort knows only equal texts: in a few words, shingles say nothing.
func (d *Duplicates) markShort(id, text string) string {
	key := schema.TextDigest(text)
	if first, known := d.equal[key]; known {
		return first
	}
	d.equal[key] = id
	return ""
}

func (d *Duplicates) markLong(id string, sig signature) string {
	self := int32(len(d.ids))
	best := self
	for b := range bandCount {
		key := uint64(sig[2*b])<<32 | uint64(sig[2*b+1])
		key = mix(key + uint64(b))
		for _, other := range d.bands[key] {
			if other < best && agreement(&sig, &d.signatures[other]) >= copyAgreement {
				best = other
			}
		}
		d.bands[key] = append(d.bands[key], self)
	}
	d.ids = append(d.ids, id)
	d.signatures = append(d.signatures, sig)
	if best == self {
		return ""
	}
	return d.ids[best]
}

// bodyWords returns the analysed words of an article without its headline,
// all analysed words if there are no others.
func bodyWords(art *schema.Article) []string {
	var body, all []string
	for _, b := range art.Blocks {
		words := plainWords(art.Text[b.Start:b.End])
		all = append(all, words...)
		if !b.Headline {
			body = append(body, words...)
		}
	}
	if len(body) == 0 {
		return all
	}
	return body
}

// sign returns the minimal hashes of all shingles. The 128 hash functions are
// one FNV hash, mixed with 128 constants.
func sign(words []string) signature {
	var sig signature
	for i := range sig {
		sig[i] = ^uint32(0)
	}
	for i := range len(words) - 2 {
		h := fnv.New64a()
		for _, w := range words[i : i+3] {
			h.Write([]byte(w))
			h.Write([]byte{0})
		}
		sum := h.Sum64()
		for j := range sig {
			if v := uint32(mix(sum+uint64(j)*0x9e3779b97f4a7c15) >> 32); v < sig[j] {
				sig[j] = v
			}
		}
	}
	return sig
}

// mix spreads the bits of a number (the finisher of SplitMix64).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// agreement counts the hashes that two signatures share.
func agreement(a, b *signature) int {
	n := 0
	for i := range a {
		if a[i] == b[i] {
			n++
		}
	}
	return n
}
