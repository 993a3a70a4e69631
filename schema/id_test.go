package schema

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

// TestDecompose compares the fast way with the library's for every letter
// alone and between others.
func TestDecompose(t *testing.T) {
	for r := rune(1); r < 0x300; r++ {
		for _, s := range []string{string(r), "a" + string(r) + "é", string(r) + "Ж"} {
			if got, want := Decompose(s), norm.NFKD.String(s); got != want {
				t.Fatalf("Decompose(%q) = %q, want %q", s, got, want)
			}
		}
	}
}

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"José María O'Neill, Jr.": "jose-maria-oneill-jr", "Đặng Văn Á": "đang-van-a", "  — ": "", "Жан Примеров": "жан-примеров", "A.B. Example": "ab-example",
		"-Anna  van_der O'Test (2)": "anna-van-der-otest-2", "": "", "#": "",
	} {
		if got := Slug(name); got != want {
			t.Errorf("Slug(%q) = %q, want %q", name, got, want)
		}
	}
}

// TestNamedIDs: namesakes of two states or walks of life are two.
func TestNamedIDs(t *testing.T) {
	for _, tt := range []struct{ got, want string }{
		{PersonID("Ann Example", "GBR", ""), "person:ann-example~gbr"},
		{PersonID("Ann Example", "FRA", "society"), "person:ann-example~fra-society"},
		{PersonID("Ann Example", "", "armed"), "person:ann-example~armed"},
		{PersonID("Ann Example", "", ""), "person:ann-example"},
		{OrgID("Elm Fund", "PER"), "org:elm-fund~per"},
		{OrgID("Elm Fund", ""), "org:elm-fund"},
	} {
		if tt.got != tt.want {
			t.Errorf("id %q, want %q", tt.got, tt.want)
		}
	}
}
