package lexicon

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRead(t *testing.T) {
	table, err := Read("t.tsv", strings.NewReader("# words\n\nword\ttype\talso\r\nmeet\tCONSULT\tmet | meeting |\n# end\nban\tCOERCE\n"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"word", "type", "also"}, table.Columns); diff != "" {
		t.Errorf("columns (-want +got):\n%s", diff)
	}
	if len(table.Rows) != 2 {
		t.Fatalf("%d rows, want 2", len(table.Rows))
	}
	meet, ban := table.Rows[0], table.Rows[1]
	if got := meet.Get("type"); got != "CONSULT" {
		t.Errorf("type = %q, want CONSULT", got)
	}
	if diff := cmp.Diff([]string{"met", "meeting"}, meet.List("also")); diff != "" {
		t.Errorf("list (-want +got):\n%s", diff)
	}
	if got := ban.Get("also"); got != "" || ban.List("also") != nil {
		t.Errorf("a missing field is %q, %v, want nothing", got, ban.List("also"))
	}
	if ban.Line != 6 {
		t.Errorf("line %d, want 6", ban.Line)
	}
}

func TestReadErrors(t *testing.T) {
	for in, want := range map[string]string{
		"":                 "read t.tsv: no line of column names",
		"# only\n":         "read t.tsv: no line of column names",
		"a\tb\n1\t2\t3\n":  "read t.tsv:2: 3 fields, but only 2 columns",
		"a\n\n# x\n1\t2\n": "read t.tsv:4: 2 fields, but only 1 columns",
		"a\n" + strings.Repeat("x", maxLine) + "\n": "read t.tsv:2: line of 1048577 bytes, at most 1048576",
	} {
		if _, err := Read("t.tsv", strings.NewReader(in)); err == nil || err.Error() != want {
			t.Errorf("Read(%.40q) = %v, want %s", in, err, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("a\tb\n1\t2\n")
	f.Add("#\n\n\tx\r\n")
	f.Fuzz(func(t *testing.T, in string) {
		table, err := Read("t.tsv", strings.NewReader(in))
		if err != nil {
			return
		}
		for _, r := range table.Rows {
			if len(r.Fields) > len(table.Columns) || r.Line < 1 {
				t.Fatalf("line %d has %d fields of %d columns", r.Line, len(r.Fields), len(table.Columns))
			}
			for _, c := range table.Columns {
				r.List(c)
			}
		}
	})
}

func TestOptional(t *testing.T) {
	table, err := Read("t.tsv", strings.NewReader("a\tb\nx\ty|z\n"))
	if err != nil {
		t.Fatal(err)
	}
	row := table.Rows[0]
	if row.Optional("a") != "x" || row.Optional("c") != "" || row.Table() != "t.tsv" {
		t.Errorf("a is %q, c is %q, the table %q", row.Optional("a"), row.Optional("c"), row.Table())
	}
	if got := row.OptionalList("b"); len(got) != 2 || row.OptionalList("c") != nil {
		t.Errorf("b is %q, c is %q", got, row.OptionalList("c"))
	}
}
