package event

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseSpecs(t *testing.T) {
	for _, test := range []struct {
		in   string
		want spec
	}{
		{"subj", spec{base: "subj"}},
		{"in.src", spec{base: "in.src"}},
		{"obj.own", spec{base: "obj", inner: "own"}},
		{"obj.p:from,of", spec{base: "obj", inner: "p", inP: []string{"from", "of"}}},
		{"p:with,against", spec{base: "p", preps: []string{"with", "against"}}},
		{"p:on.in", spec{base: "p", preps: []string{"on"}, inner: "in"}},
		{"p:for.p:of", spec{base: "p", preps: []string{"for"}, inner: "p", inP: []string{"of"}}},
	} {
		got, err := parseSpecs([]string{test.in})
		if err != nil {
			t.Errorf("parseSpecs(%q): %v", test.in, err)
			continue
		}
		if diff := cmp.Diff([]spec{test.want}, got, cmp.AllowUnexported(spec{})); diff != "" {
			t.Errorf("parseSpecs(%q) (-want +got):\n%s", test.in, diff)
		}
	}
	for _, bad := range []string{"subject", "obj.its", "x:with", ""} {
		if got, err := parseSpecs([]string{bad}); err == nil {
			t.Errorf("parseSpecs(%q) = %+v, want an error", bad, got)
		}
	}
}

// FuzzParseSpecs: any text is refused or read, never a panic.
func FuzzParseSpecs(f *testing.F) {
	f.Add("obj.p:from,of")
	f.Add("p:with.own")
	f.Fuzz(func(t *testing.T, text string) {
		specs, err := parseSpecs([]string{text})
		if err == nil && !specBases[specs[0].base] {
			t.Errorf("parseSpecs(%q) = %+v: unknown base accepted", text, specs)
		}
	})
}
