package schema

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"

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

// Slug turns a name into the readable part of an id: lower case ASCII letters
// and digits of the name without accents, joined by hyphens. Letters outside
// Latin are kept.
func Slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(strings.ToLower(name)) {
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

// TextDigest returns the hex SHA-256 of a text, the sha256 of an [Article].
func TextDigest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}
