package schema

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// ID returns the content-hash id of a record: the prefix, a colon and 16 hex
// digits of the SHA-256 over the parts. Parts are separated unambiguously, so
// ("ab", "c") and ("a", "bc") differ.
func ID(prefix string, parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(strings.ReplaceAll(p, "\x1f", " ")))
		h.Write([]byte{0x1f})
	}
	return prefix + ":" + hex.EncodeToString(h.Sum(nil)[:8])
}

// PersonID returns the id of a person that no table has: of the name, the
// country slot, and the walk of life where it is not politics. Two people of
// one name in different places or walks of life get two ids, in whatever
// article they stand; schema and graph join them by POSSIBLY_SAME_AS only.
func PersonID(name, code, life string) string {
	return namedID("person", name, strings.ToLower(code), life)
}

// OrgID returns the id of an organisation that no table has: of the name and
// the country slot, as for people.
func OrgID(name, code string) string {
	return namedID("org", name, strings.ToLower(code))
}

// namedID joins a name and what tells its namesakes apart.
func namedID(prefix, name string, marks ...string) string {
	id, sep := prefix+":"+Slug(name), "~"
	for _, m := range marks {
		if m != "" {
			id, sep = id+sep+m, "-"
		}
	}
	return id
}

// Slug turns a name into the readable part of an id: lower case ASCII letters
// and digits of the name without accents, joined by hyphens. Letters outside
// Latin are kept.
func Slug(name string) string {
	if slug, ok := asciiSlug(name); ok {
		return slug
	}
	var b strings.Builder
	b.Grow(len(name))
	gap := false
	for _, r := range Decompose(strings.ToLower(name)) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’' || r == '.':
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		default:
			gap = true
		}
	}
	return b.String()
}

// asciiSlug is [Slug] for names in ASCII, as most are; false for others.
func asciiSlug(name string) (string, bool) {
	out := make([]byte, 0, 64)
	gap := false
	for i := range len(name) {
		c := name[i]
		switch {
		case c >= utf8.RuneSelf:
			return "", false
		case c == '\'' || c == '.':
			continue
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
		default:
			gap = true
			continue
		}
		if gap && len(out) > 0 {
			out = append(out, '-')
		}
		gap = false
		out = append(out, c)
	}
	return string(out), true
}

// latin are the compatibility decompositions of the letters below it, which
// hold nearly all accents that names in Latin letters have.
var latin = sync.OnceValue(func() (table [0x250]string) {
	for r := range table {
		table[r] = norm.NFKD.String(string(rune(r)))
	}
	return table
})

// Decompose returns a text in the compatibility decomposition of Unicode
// (NFKD): accents are marks of their own. It is fast where there are none but
// those of Latin letters.
func Decompose(s string) string {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf {
		i++
	}
	if i == len(s) {
		return s
	}
	table := latin()
	var b strings.Builder
	b.Grow(len(s) + 8)
	b.WriteString(s[:i])
	for _, r := range s[i:] {
		if int(r) >= len(table) {
			return norm.NFKD.String(s)
		}
		b.WriteString(table[r])
	}
	return b.String()
}

// TextDigest returns the hex SHA-256 of a text, the sha256 of an [Article].
func TextDigest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}
