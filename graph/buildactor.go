package graph

import (
	"cmp"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dyad/schema"
)

// sighting is what one article says of one actor of the graph. Two actors of
// a document can be one there: a given id that resolves to a listed actor.
type sighting struct {
	values       map[string]any // name, kind, code, sector, country, wikidata
	role, given  string
	undated      bool
	count        int
	forms, roles []string
	same         []schema.SameAs
}

// actors adds the actors with their roles and what the article says of them.
func (b *builder) actors() {
	var order []string
	seen := map[string]*sighting{}
	for _, a := range b.doc.Actors {
		k := b.key(a.ID)
		s := seen[k]
		if s == nil {
			s = &sighting{values: map[string]any{}}
			seen[k] = s
			order = append(order, k)
		}
		b.sight(s, k, a)
	}
	for _, k := range order {
		s := seen[k]
		b.rows.node("node-actor", k, s.values)
		b.rows.add("edge-mentions-actor", row{from: b.doc.Article.ID, to: k, props: s.props()})
	}
}

// sight adds what the document says of one actor.
func (b *builder) sight(s *sighting, key string, a schema.Actor) {
	s.values = firstValues(s.values, texts("name", a.Name, "kind", a.Kind, "code", a.Code, "sector", a.Sector, "country", a.Country, "wikidata", a.Wikidata))
	s.undated = s.undated || a.Undated
	s.count += len(a.Mentions)
	s.forms = append(s.forms, a.Aliases...)
	if len(a.Aliases) == 0 {
		for _, m := range a.Mentions {
			s.forms = append(s.forms, m.Text)
		}
	}
	if a.Role != "" && (s.role == "" || a.Role < s.role) {
		s.role = a.Role
	}
	if a.Given && a.ID != key && (s.given == "" || a.ID < s.given) {
		s.given = a.ID
	}
	for _, r := range a.Roles {
		s.roles = append(s.roles, b.role(key, r))
	}
	for _, other := range a.PossiblySameAs {
		k := b.key(other.ID)
		if k == key {
			continue
		}
		s.same = append(s.same, schema.SameAs{ID: k, Why: other.Why})
		b.refer(k)
		b.rows.add("edge-possibly-same-as", row{from: key, to: k, key: other.Why})
	}
}

// role adds a role of an actor and returns its key.
func (b *builder) role(holder string, r schema.Role) string {
	of := ""
	if r.Of != "" {
		of = b.key(r.Of)
	}
	id := schema.RoleID(holder, r, of)
	props := texts("office", r.Office, "source", r.Source)
	if first, _, err := schema.ParsePeriod(r.From); err == nil {
		props["from"] = neo4j.DateOf(first)
	}
	if _, last, err := schema.ParsePeriod(r.To); err == nil {
		props["to"] = neo4j.DateOf(last)
	}
	b.rows.node("node-role", id, props)
	b.rows.edge("edge-held", holder, id)
	if of != "" {
		b.refer(of)
		b.rows.edge("edge-of", id, of)
	}
	return id
}

// refer makes sure that an actor exists which the article may not mention.
func (b *builder) refer(id string) {
	b.rows.node("node-actor", id, tableValues(b.lookup, id))
}

// tableValues are the properties that the actor table has for an id.
func tableValues(lookup func(string) (schema.Actor, bool), id string) map[string]any {
	if lookup == nil {
		return map[string]any{}
	}
	a, ok := lookup(id)
	if !ok {
		return map[string]any{}
	}
	return texts("name", a.Name, "kind", a.Kind, "code", a.Code, "sector", a.Sector, "country", a.Country, "wikidata", a.Wikidata)
}

// props are the properties of the MENTIONS edge.
func (s *sighting) props() map[string]any {
	slices.Sort(s.forms)
	props := texts("role", s.role, "givenId", s.given)
	for _, k := range []string{"name", "kind", "code", "sector", "country", "wikidata"} {
		if v, ok := s.values[k]; ok {
			props[k] = v
		}
	}
	props["count"], props["forms"] = int64(s.count), slices.Compact(s.forms)
	if s.undated {
		props["undated"] = true
	}
	if len(s.roles) > 0 {
		slices.Sort(s.roles)
		props["roles"] = slices.Compact(s.roles)
	}
	if len(s.same) > 0 {
		slices.SortFunc(s.same, func(a, b schema.SameAs) int { return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Why, b.Why)) })
		var ids, why []string
		for _, o := range slices.Compact(s.same) {
			ids, why = append(ids, o.ID), append(why, o.Why)
		}
		props["sameAs"], props["sameAsWhy"] = ids, why
	}
	return props
}

// issues adds the issues and how often the article mentions them.
func (b *builder) issues() {
	for _, s := range b.doc.Issues {
		b.rows.node("node-issue", s.ID, texts("name", s.Name))
		forms := make([]string, 0, len(s.Mentions))
		for _, m := range s.Mentions {
			forms = append(forms, m.Text)
		}
		slices.Sort(forms)
		props := texts("name", s.Name)
		props["count"], props["forms"] = int64(len(s.Mentions)), slices.Compact(forms)
		b.rows.add("edge-mentions-issue", row{from: b.doc.Article.ID, to: s.ID, props: props})
	}
}
