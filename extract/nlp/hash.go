package nlp

// Odd constants for multiplicative hashing; any would do.
const (
	mulA  = 0x9e3779b97f4a7c15
	mulB  = 0xc2b2ae3d27d4eb4f
	mulC  = 0x165667b19e3779f9
	mulD  = 0xd6e8feb86659fd93
	mulID = 0xff51afd7ed558ccd
)

// rows collects the feature rows of one decision. Every template has its own
// number, so that equal values of different templates fall on other rows.
type rows struct {
	list  []uint32
	shift uint
}

// reset empties the list for a table of 2^bits rows.
func (r *rows) reset(bits int) {
	r.list = r.list[:0]
	r.shift = uint(64 - bits)
}

// row maps a mixed hash to a row.
func (r *rows) row(h uint64) {
	h ^= h >> 32
	h *= mulD
	r.list = append(r.list, uint32(h>>r.shift))
}

func (r *rows) add(id uint64, a uint32)     { r.row(id*mulID + uint64(a)*mulA) }
func (r *rows) add2(id uint64, a, b uint32) { r.row(id*mulID + uint64(a)*mulA + uint64(b)*mulB) }
func (r *rows) add3(id uint64, a, b, c uint32) {
	r.row(id*mulID + uint64(a)*mulA + uint64(b)*mulB + uint64(c)*mulC)
}
func (r *rows) add4(id uint64, a, b, c, d uint32) {
	r.row(id*mulID + uint64(a)*mulA + uint64(b)*mulB + uint64(c)*mulC + (uint64(d)+1)*(mulA^mulC))
}

// FNV-1a, 32 bits.
const (
	fnvStart = 2166136261
	fnvPrime = 16777619
)

// hashString hashes the bytes of s.
func hashString(s string) uint32 {
	h := uint32(fnvStart)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * fnvPrime
	}
	return h
}
