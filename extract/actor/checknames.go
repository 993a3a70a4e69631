package actor

import (
	"slices"
	"sort"
	"strings"

	"dyad/internal/lexicon"
)

// readShared reads shared.tsv: the names that mean two things on purpose.
func (c *checker) readShared(table *lexicon.Table) error {
	for _, row := range table.Rows {
		c.filled(row, "name", "why")
		c.shared[foldedKey(row.Get("name"))] = true
	}
	return nil
}

// names reports names that mean two actors of one kind: the reading then has
// nothing to choose by. A name that means a place and a person is no problem,
// nor are people whom a mark and organisations that their states tell apart.
func (c *checker) names() {
	c.adjectives()
	byName := map[string][]*entry{}
	for _, e := range c.t.entries {
		for _, a := range e.aliases {
			k := key(a)
			if k == "" {
				c.addf(e.at, "take it out", "a name of %s is empty", e.name)
			} else if !slices.Contains(byName[k], e) {
				byName[k] = append(byName[k], e)
			}
		}
	}
	keys := make([]string, 0, len(byName))
	for k := range byName {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		es := byName[k]
		for i := range es {
			for _, old := range es[:i] {
				if es[i].kind == old.kind && !c.shared[foldedKey(k)] && !apart(es[i], old) {
					c.addf(es[i].at, "take it from one of them, or say in shared.tsv why both have it",
						"%q is %s and, at %s:%d, %s", k, es[i].label(), old.at.table, old.at.line, old.label())
				}
			}
		}
	}
}

// adjectives reports names of organisations that read like an article and the
// adjective of a state or place: a newspaper "The Namibian".
func (c *checker) adjectives() {
	adjective := map[string]bool{}
	for _, e := range c.t.entries {
		if e.kind == kindDemonym || e.kind == kindPlaceDemonym {
			for _, a := range e.aliases {
				adjective[a] = true
			}
		}
	}
	for _, e := range c.t.entries {
		for _, a := range e.aliases {
			if rest, ok := strings.CutPrefix(a, "The "); ok && e.kind == kindOrg && adjective[rest] {
				c.addf(e.at, "take the name out, or add a word", "%q is an article and an adjective", a)
			}
		}
	}
}

// apart reports whether the reading can tell two actors of one name apart:
// people by a mark, organisations by the states of the article.
func apart(a, b *entry) bool {
	return a.marked || b.marked || a.kind == kindOrg && a.code != b.code
}

// label names an entry in a message.
func (e *entry) label() string {
	switch {
	case e.id != "":
		return e.id
	case e.name != "":
		return e.name + " (" + e.code + ")"
	}
	return e.code
}
