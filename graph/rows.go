package graph

import (
	"cmp"
	"maps"
	"slices"

	"dyad/schema"
)

// row is one node (id) or edge (from, to, and key where a pair can have
// several) to write.
type row struct {
	id, from, to, key string
	props             map[string]any
}

// params is the row as a statement reads it.
func (r row) params() map[string]any {
	if r.id != "" {
		return map[string]any{"id": r.id, "props": r.props}
	}
	return map[string]any{"from": r.from, "to": r.to, "key": r.key, "props": r.props}
}

// compare orders rows by their keys.
func (r row) compare(o row) int {
	return cmp.Or(cmp.Compare(r.id, o.id), cmp.Compare(r.from, o.from), cmp.Compare(r.to, o.to), cmp.Compare(r.key, o.key))
}

// rowSet holds rows by the file of the statement that writes them.
type rowSet map[string][]row

func (s rowSet) add(file string, r row) { s[file] = append(s[file], r) }

// node adds a node.
func (s rowSet) node(file, id string, props map[string]any) {
	s.add(file, row{id: id, props: props})
}

// edge adds an edge without properties.
func (s rowSet) edge(file, from, to string) { s.add(file, row{from: from, to: to}) }

// tidy sorts the rows of every statement by key and joins those of one key:
// shared nodes take the first value in the alphabet, all others are equal but
// for the work of different versions, of which one is taken by a fixed rule.
func (s rowSet) tidy() {
	for _, file := range slices.Sorted(maps.Keys(s)) {
		rows := s[file]
		slices.SortStableFunc(rows, row.compare)
		out := rows[:0]
		for _, r := range rows {
			if len(out) == 0 || out[len(out)-1].compare(r) != 0 {
				out = append(out, r)
				continue
			}
			last := &out[len(out)-1]
			switch {
			case file == "node-actor" || file == "node-issue":
				last.props = firstValues(last.props, r.props)
			case canonical(r.props) < canonical(last.props):
				last.props = r.props
			}
		}
		s[file] = out
	}
}

// firstValues joins the properties of two sightings of a shared node: of two
// values the first in the alphabet. It is the rule of node-actor.cypher.
func firstValues(a, b map[string]any) map[string]any {
	out := maps.Clone(a)
	for k, v := range b {
		have, ok := out[k].(string)
		if s, isText := v.(string); isText && (!ok || s < have) {
			out[k] = s
		}
	}
	return out
}

// texts makes properties of the values that are not empty.
func texts(pairs ...string) map[string]any {
	props := map[string]any{}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			props[pairs[i]] = pairs[i+1]
		}
	}
	return props
}

// article is a document made ready for the graph.
type article struct {
	id, input, sha256 string
	// hash is over all rows; equal documents have equal hashes.
	hash string
	// weight says how much is known of the article: of several inputs with
	// one id in a load the heaviest is kept.
	weight int
	// force replaces whatever the graph has under the id.
	force bool
	rows  rowSet
}

// prepare makes the rows of a document.
func (db *DB) prepare(doc *schema.Document, trustIDs bool) article {
	b := newBuilder(doc, trustIDs, db.conf.Actors)
	b.article()
	b.actors()
	b.issues()
	b.events()
	b.statements()
	b.stances()
	b.rows.tidy()
	a := article{id: doc.Article.ID, input: doc.Article.Input, sha256: b.sha256, rows: b.rows}
	a.hash = b.rows.hash()
	a.weight = weight(&doc.Article)
	node := &a.rows["node-article"][0]
	node.props["documentHash"] = a.hash
	return a
}

// weight counts the metadata of an article.
func weight(a *schema.Article) int {
	n := 0
	for _, s := range []string{a.Title, a.URL, a.Published, a.Outlet, a.Agency} {
		if s != "" {
			n++
		}
	}
	return n
}

// hash returns a hash of all rows.
func (s rowSet) hash() string {
	var parts []string
	for _, file := range slices.Sorted(maps.Keys(s)) {
		for _, r := range s[file] {
			parts = append(parts, file, r.id, r.from, r.to, r.key, canonical(r.props))
		}
	}
	return schema.ID("document", parts...)
}

// merged joins the rows of several articles.
func merged(arts []article) rowSet {
	all := rowSet{}
	for _, a := range arts {
		for _, file := range slices.Sorted(maps.Keys(a.rows)) {
			all[file] = append(all[file], a.rows[file]...)
		}
	}
	all.tidy()
	return all
}
