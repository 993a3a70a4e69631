package article

import (
	"embed"
	"slices"
	"strings"

	"dyad/schema"
)

//go:embed data
var data embed.FS

// tables are the word lists of package article.
type tables struct {
	functionWords map[string]bool
	// agencies maps the written forms of a news agency, in lower case, to its name.
	agencies map[string]string
	// teaserHeadings are whole headings; a final "*" stands for up to five words.
	teaserHeadings []string
	// teaserLines and boilerplate are beginnings of lines; a final "$" means
	// the whole line.
	teaserLines, boilerplate []string
	creditOpeners            []string
	// bylines are the credit openers that name authors.
	bylines map[string]bool
	// nameJoiners are small words between names, offices words for jobs.
	nameJoiners, offices map[string]bool
	notPlaces            map[string]bool
	outletWords          map[string]bool
	months               map[string]int
}

// loadTables reads the embedded lists. They are part of the program, so a
// list that is missing is a mistake of the program.
func loadTables() *tables {
	t := &tables{
		functionWords:  set(list("function-words.txt")),
		agencies:       map[string]string{},
		teaserHeadings: list("teaser-headings.txt"),
		teaserLines:    list("teaser-lines.txt"),
		boilerplate:    list("boilerplate.txt"),
		bylines:        map[string]bool{},
		nameJoiners:    set(list("name-joiners.txt")),
		offices:        set(list("offices.txt")),
		notPlaces:      set(list("not-places.txt")),
		outletWords:    set(list("outlet-words.txt")),
		months:         map[string]int{},
	}
	for _, line := range list("agencies.tsv") {
		name, forms, _ := strings.Cut(line, "\t")
		t.agencies[strings.ToLower(name)] = name
		for form := range strings.SplitSeq(forms, "|") {
			if form != "" {
				t.agencies[strings.ToLower(form)] = name
			}
		}
	}
	for _, line := range list("credit-openers.txt") {
		opener, authors := strings.CutPrefix(line, "=")
		t.creditOpeners = append(t.creditOpeners, opener)
		t.bylines[opener] = authors
	}
	for i, line := range list("months.txt") {
		for form := range strings.SplitSeq(line, "|") {
			t.months[form] = i + 1
		}
	}
	return t
}

// list returns the lines of a data file without comments and empty lines.
func list(name string) []string {
	raw, err := data.ReadFile("data/" + name)
	if err != nil {
		panic("article: " + err.Error())
	}
	var out []string
	for line := range strings.Lines(string(raw)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}

func set(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// DataDigest is the hash of all word lists, for the run of a document.
func (r *Reader) DataDigest() string {
	entries, err := data.ReadDir("data")
	if err != nil {
		panic("article: " + err.Error())
	}
	var parts []string
	for _, e := range entries {
		raw, err := data.ReadFile("data/" + e.Name())
		if err != nil {
			panic("article: " + err.Error())
		}
		parts = append(parts, e.Name(), string(raw))
	}
	return schema.ID("article-data", slices.Clip(parts)...)
}
