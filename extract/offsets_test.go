package extract

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestOffsets(t *testing.T) {
	for _, text := range []string{
		"",
		"plain ASCII",
		"“NATO’s plan” — Erdoğan said",
		strings.Repeat("naïve Москва 東京 ", 40),
		"bad \xff\xfe bytes é",
		strings.Repeat("x", 63) + "é" + strings.Repeat("y", 64),
	} {
		o := newOffsets(text)
		n := 0
		for b := range text {
			if got := o.rune(b); got != n {
				t.Fatalf("rune(%d) of %q = %d, want %d", b, text, got, n)
			}
			if got := o.byte(n); got != b {
				t.Fatalf("byte(%d) of %q = %d, want %d", n, text, got, b)
			}
			n++
		}
		if got := o.rune(len(text)); got != n || n != utf8.RuneCountInString(text) {
			t.Errorf("rune(len) of %q = %d, want %d", text, got, n)
		}
		if got := o.byte(n + 5); got != len(text) {
			t.Errorf("byte beyond the end of %q = %d, want %d", text, got, len(text))
		}
	}
}

func FuzzOffsets(f *testing.F) {
	f.Add("Erdoğan “met” Putin", 3)
	f.Add("\xff\x80", 1)
	f.Fuzz(func(t *testing.T, text string, b int) {
		o := newOffsets(text)
		r := o.rune(b)
		if r < 0 || r > utf8.RuneCountInString(text) {
			t.Fatalf("rune(%d) of %q = %d", b, text, r)
		}
		if back := o.byte(r); back < 0 || back > len(text) {
			t.Fatalf("byte(%d) of %q = %d", r, text, back)
		}
	})
}
