package actor

import (
	"strings"
	"testing"
)

// TestSpelledLike has names that differ from the tables in spelling alone,
// and names of others that look like them.
func TestSpelledLike(t *testing.T) {
	r := mustResolver(t)
	for name, want := range map[string]string{
		"Fayez Sarraj":            "Fayez al-Sarraj",
		"Fayez Al Sarraj":         "Fayez al-Sarraj",
		"Faiez el-Farraj":         "",
		"Muhammad Bazum":          "Mohamed Bazoum",
		"Abdulaziz Bouteflika":    "Abdelaziz Bouteflika",
		"Abdul Aziz Bouteflika":   "Abdelaziz Bouteflika",
		"Adil Karim":              "",
		"Adel Abdel-Mahdi":        "Adel Abdul Mahdi",
		"Mohammad Shtayeh":        "Mohammad Shtayyeh",
		"Sergey Kislyak Lavrov":   "",
		"Sergey Shoygu":           "Sergei Shoigu",
		"Hasan Ruhani":            "Hassan Rouhani",
		"Hosein Amirabdolahian":   "Hossein Amir-Abdollahian",
		"Ahmad al Sharaa":         "Ahmed al-Sharaa",
		"Saddam Husein":           "Saddam Hussein",
		"Saddam Hussain":          "Saddam Hussein",
		"Uday Hussein":            "",
		"Sarraj":                  "",
		"Yusuf bin Alawi":         "Yusuf bin Alawi",
		"Mohamed Bazoum Karamoko": "",
	} {
		got := ""
		if e := r.spelledLike(strings.Fields(name)); e != nil {
			got = e.name
		}
		if got != want {
			t.Errorf("%s: found %q, want %q", name, got, want)
		}
	}
}

// TestMiddleNames has longer names of people of the tables, and of others.
func TestMiddleNames(t *testing.T) {
	r := mustResolver(t)
	for _, c := range []struct{ name, code, want string }{
		{"Fayez Mustafa al-Serraj", "LBY", "Fayez al-Sarraj"},
		{"Mohamed Salem Bazoum", "NER", "Mohamed Bazoum"},
		{"Mohamed Salem Bazoum", "MLI", ""}, // another state
		{"Mohamed Salem Bazoum", "", ""},
		{"Mohamed Bazoum", "NER", ""}, // no middle name
		{"Salem Bazoum", "NER", ""},
		{"Lee Dae Jae-myung", "KOR", ""}, // family name first
	} {
		got := ""
		if e := r.middleNames(strings.Fields(c.name), c.code); e != nil {
			got = e.name
		}
		if got != c.want {
			t.Errorf("%s of %s: found %q, want %q", c.name, c.code, got, c.want)
		}
	}
}

// TestSpellingsStandOnce checks that no given name belongs to two lines.
func TestSpellingsStandOnce(t *testing.T) {
	seen := map[string]string{}
	for _, row := range mustTable(t, "spellings.tsv").Rows {
		name := row.Get("name")
		for _, s := range append(row.List("spellings"), name) {
			k := letters(s)
			if old := seen[k]; old != "" && old != name {
				t.Errorf("spellings.tsv:%d: %q belongs to %s already", row.Line, s, old)
			}
			seen[k] = name
		}
	}
}
