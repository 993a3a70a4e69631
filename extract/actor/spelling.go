package actor

import (
	"io/fs"
	"strings"
	"sync"

	"dyad/internal/lexicon"
)

// spellings knows the people of the tables by their names however these are
// brought into Latin letters: "Fayez Sarraj" is "Fayez al-Sarraj", "Muhammad
// Bazum" is "Mohamed Bazoum".
type spellings struct {
	given  map[string]string // a given name as letters leaves it -> the same for all its spellings
	people map[string]*entry // name as plain leaves it -> whose it is, nil if of several
	once   sync.Once         // fills people
}

// letters lower-cases a name and levels the ways to spell its sounds: "ou"
// and "oo" for "u", "ee" and "y" for "i", "ks" for "x", "q" for "k", doubled
// letters; marks and blanks go.
func letters(name string) string {
	s := fold(name)
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		c, next := lower(s[i]), byte(0)
		if i+1 < len(s) {
			next = lower(s[i+1])
		}
		switch {
		case c == 'o' && (next == 'u' || next == 'o'):
			c, i = 'u', i+1
		case c == 'e' && next == 'e':
			c, i = 'i', i+1
		case c == 'k' && next == 's':
			c, i = 'x', i+1
		case c == 'y':
			c = 'i'
		case c == 'q':
			c = 'k'
		case c == '\'' || c == '-' || c == '.' || c == ' ':
			continue
		}
		if len(out) == 0 || out[len(out)-1] != c {
			out = append(out, c)
		}
	}
	return string(out)
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// readSpellings reads the given names that are spelled in several ways.
func readSpellings(table *lexicon.Table) map[string]string {
	given := map[string]string{}
	for _, row := range table.Rows {
		one := letters(row.Get("name"))
		for _, s := range append(row.List("spellings"), row.Get("name")) {
			given[letters(s)] = one
		}
	}
	return given
}

// plain is the form under which the names of people are compared: given names
// in one spelling, the rest in plain letters. The Arabic article is gone.
func (sp *spellings) plain(words []string) string {
	var b strings.Builder
	for i := 0; i < len(words); i++ {
		if i+1 < len(words) { // "Abdul Aziz" before "Abdul"
			if one := sp.given[letters(words[i]+words[i+1])]; one != "" {
				b.WriteString(one)
				i++
				continue
			}
		}
		w := letters(words[i])
		if one := sp.given[w]; one != "" {
			w = one
		}
		b.WriteString(w)
	}
	return b.String()
}

// withoutArticle cuts a name at its hyphens and takes the Arabic article out,
// whether it is a word of its own or not.
func (r *Resolver) withoutArticle(words []string) []string {
	out := make([]string, 0, len(words))
	for _, w := range words {
		for part := range strings.SplitSeq(w, "-") {
			if part != "" && r.words[strings.ToLower(part)] != "nameprefix" {
				out = append(out, part)
			}
		}
	}
	return out
}

// indexSpellings reads the given names.
func (r *Resolver) indexSpellings(fsys fs.FS) error {
	table, err := openTable(fsys, "spellings.tsv")
	if err != nil {
		return err
	}
	r.spelled = &spellings{given: readSpellings(table)}
	return nil
}

// fillSpellings lists the people of the tables by the plain form of their
// names of two words and more, when the first name asks for them.
func (r *Resolver) fillSpellings() {
	r.spelled.people = make(map[string]*entry, len(r.tables.tenures))
	for _, e := range r.tables.entries {
		if e.kind != kindPerson {
			continue
		}
		for _, a := range e.aliases {
			words := r.withoutArticle(strings.Fields(fold(a)))
			if len(words) < 2 {
				continue
			}
			k := r.spelled.plain(words)
			if old, ok := r.spelled.people[k]; ok && old != e {
				r.spelled.people[k] = nil
			} else {
				r.spelled.people[k] = e
			}
		}
	}
}

// spelledLike finds the person of the tables whom the words of a name mean in
// another spelling, nil if none or several.
func (r *Resolver) spelledLike(words []string) *entry {
	if words = r.withoutArticle(words); len(words) < 2 {
		return nil
	}
	return r.plainlyNamed(words)
}

// plainlyNamed returns the person of the tables with the plain form of a name.
func (r *Resolver) plainlyNamed(words []string) *entry {
	r.spelled.once.Do(r.fillSpellings)
	return r.spelled.people[r.spelled.plain(words)]
}

// middleNames finds the person of a state whom a longer name means: "Hussein
// Ali Mwinyi" is "Hussein Mwinyi" if that is somebody of the state the text
// ties the name to. Where the family name comes first, there are no middle
// names.
func (r *Resolver) middleNames(words []string, code string) *entry {
	if len(words) < 3 || code == "" || r.classes[code+"/surname-first"] != "" {
		return nil
	}
	words = r.withoutArticle(words)
	e := r.plainlyNamed([]string{words[0], words[len(words)-1]})
	if e == nil || e.code != code {
		return nil
	}
	return e
}
