package actor

import (
	"cmp"
	"encoding/binary"
	"maps"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"dyad/schema"
)

// gazetteer finds the names of the tables in token sequences. Names are
// compared without blanks and accents, so that a name matches however the
// tokeniser cut it.
type gazetteer struct {
	names map[string][]*entry
	keys  []string // sorted, to know which beginnings can still become a name
	room  []*entry // of the lists of one, which most are
}

// fold takes accents off and makes apostrophes straight.
func fold(s string) string {
	ascii := true
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return s
	}
	var b strings.Builder
	for _, r := range schema.Decompose(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == '’' || r == '‘' || r == 'ʼ':
			b.WriteByte('\'')
		case r == 'ı':
			b.WriteByte('i')
		case r == 'đ':
			b.WriteByte('d')
		case r == 'ł':
			b.WriteByte('l')
		case r == 'ø':
			b.WriteByte('o')
		case r == 'ß':
			b.WriteString("ss")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// key is the form under which names are compared: folded, without blanks.
func key(s string) string { return strings.ReplaceAll(fold(s), " ", "") }

// foldedKey is the key of a name whatever its case.
func foldedKey(s string) string { return strings.ToLower(key(s)) }

func newGazetteer(t *tables) *gazetteer {
	size := 0
	for _, e := range t.entries {
		size += len(e.aliases)
	}
	g := &gazetteer{names: make(map[string][]*entry, size), room: make([]*entry, 0, size)}
	for _, e := range t.entries {
		for _, a := range e.aliases {
			if !bareName(e, a) {
				g.put(key(a), e)
			}
		}
	}
	maps.Copy(g.names, t.own)
	g.keys = sortedKeys(g.names)
	return g
}

// sortedKeys returns the keys in order. It compares the first eight bytes as
// one number, which nearly always decides and is faster than comparing
// strings.
func sortedKeys(names map[string][]*entry) []string {
	type headed struct {
		head uint64
		key  string
	}
	list := make([]headed, 0, len(names))
	for k := range names {
		var head [8]byte
		copy(head[:], k)
		list = append(list, headed{binary.BigEndian.Uint64(head[:]), k})
	}
	slices.SortFunc(list, func(a, b headed) int {
		if a.head != b.head {
			return cmp.Compare(a.head, b.head)
		}
		return strings.Compare(a.key, b.key)
	})
	keys := make([]string, len(list))
	for i := range list {
		keys[i] = list[i].key
	}
	return keys
}

// bareName reports whether an alias is the given name of a monarch or pope,
// which means somebody only with the title: "Hussein" of "King Hussein".
func bareName(e *entry, alias string) bool {
	return e.kind == kindPerson && alias == e.name && !strings.Contains(alias, " ") &&
		slices.ContainsFunc(e.aliases, func(a string) bool { return strings.HasSuffix(a, " "+alias) })
}

func (g *gazetteer) put(k string, e *entry) {
	list, ok := g.names[k]
	if !ok {
		g.room = append(g.room, e)
		g.names[k] = g.room[len(g.room)-1 : len(g.room) : len(g.room)]
	} else if !slices.Contains(list, e) {
		g.names[k] = append(list, e)
	}
}

// begins reports whether some name begins with the key.
func (g *gazetteer) begins(prefix []byte) bool {
	i := sort.Search(len(g.keys), func(i int) bool { return g.keys[i] >= string(prefix) })
	return i < len(g.keys) && strings.HasPrefix(g.keys[i], string(prefix))
}

// longest returns the longest name that starts at token i: the token after it
// and what it means, or i and nil. A name with an article gives way to one behind
// the article that goes further: "the West Bank" is not in "the West".
func (g *gazetteer) longest(folded []string, i int) (int, []*entry) {
	last, found := g.longestAt(folded, i)
	if found != nil && folded[i] == "the" {
		if further, _ := g.longestAt(folded, i+1); further > last {
			return i, nil
		}
	}
	return last, found
}

// longestAt is longest without a look behind the article.
func (g *gazetteer) longestAt(folded []string, i int) (int, []*entry) {
	last, found := i, []*entry(nil)
	var room [64]byte
	key := room[:0]
	for j := i; j < len(folded) && j < i+12; j++ {
		key = append(key, folded[j]...)
		if es := g.names[string(key)]; es != nil {
			last, found = j+1, es
		}
		if !g.begins(key) {
			break
		}
	}
	return last, found
}
