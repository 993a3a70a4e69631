package schema

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Unknown returns what a query names that the schema does not know: labels,
// relationship types, and properties of the variables that the query binds to
// nodes and relationships. It reads the query by its shape and not by the full
// grammar: a variable renamed with AS is not followed.
func (g *Graph) Unknown(query string) []string {
	toks := cypherTokens(query)
	u := &unknowns{g: g, toks: toks, labels: map[string][]string{}, types: map[string][]string{}}
	u.bind()
	u.properties()
	slices.Sort(u.found)
	return slices.Compact(u.found)
}

// unknowns walks the tokens of a query and collects what the schema lacks.
type unknowns struct {
	g    *Graph
	toks []token
	// labels and types map the variables to what they are bound to; an empty
	// list is a node or relationship of any kind.
	labels, types map[string][]string
	found         []string
}

func (u *unknowns) at(i int) token {
	if i < 0 || i >= len(u.toks) {
		return token{}
	}
	return u.toks[i]
}

// bind finds the patterns and label predicates, checks their labels and types
// and notes the variables.
func (u *unknowns) bind() {
	for i, t := range u.toks {
		switch opens := u.at(i + 1).in; {
		case t.text == "(" && opens == inNode:
			u.pattern(i+1, u.labels, u.hasLabel, "label")
		case t.text == "[" && opens == inRel:
			u.pattern(i+1, u.types, u.hasType, "relationship type")
		case t.text == ":" && t.in != inMap && t.in != inPatternMap && u.at(i-1).word && !u.opensPattern(i-1):
			u.names(i+1, func(name string) bool { return u.hasLabel(name) || u.hasType(name) }, "label")
		}
	}
}

// opensPattern reports whether the word at i directly follows the bracket of
// a pattern.
func (u *unknowns) opensPattern(i int) bool {
	in := u.toks[i].in
	b := u.at(i - 1).text
	return b == "(" && in == inNode || b == "[" && in == inRel
}

// pattern reads "var:Name|Name" at i.
func (u *unknowns) pattern(i int, bound map[string][]string, known func(string) bool, what string) {
	name := ""
	if t := u.at(i); t.word {
		name = t.text
		i++
	}
	var names []string
	if u.at(i).text == ":" {
		names = u.names(i+1, known, what)
	}
	if name != "" && (len(names) > 0 || bound[name] == nil) {
		bound[name] = append(bound[name], names...)
		if bound[name] == nil {
			bound[name] = []string{}
		}
	}
}

// names reads labels or types joined by |, & and : from i on and checks them.
func (u *unknowns) names(i int, known func(string) bool, what string) []string {
	var out []string
	for ; i < len(u.toks); i++ {
		t := u.toks[i]
		switch {
		case t.word && !strings.HasPrefix(t.text, "$"):
			out = append(out, t.text)
			if !known(t.text) {
				u.found = append(u.found, fmt.Sprintf("%s %s", what, t.text))
			}
			if sep := u.at(i + 1).text; sep != "|" && sep != "&" && sep != ":" {
				return out
			}
		case t.text == "|", t.text == "&", t.text == ":", t.text == "!":
		default:
			return out
		}
	}
	return out
}

// properties checks "var.name" of bound variables and the keys of pattern maps.
func (u *unknowns) properties() {
	for i, t := range u.toks {
		switch {
		case t.text == "." && u.at(i-1).word && u.at(i+1).word && u.at(i-2).text != ".":
			u.property(u.at(i-1).text, u.at(i+1).text)
		case t.word && t.in == inPatternMap && u.at(i+1).text == ":" && (u.at(i-1).text == "{" || u.at(i-1).text == ","):
			if !u.anyHas(t.text) {
				u.found = append(u.found, "property "+t.text)
			}
		}
	}
}

// property checks one access.
func (u *unknowns) property(variable, name string) {
	labels, isNode := u.labels[variable]
	types, isRel := u.types[variable]
	if !isNode && !isRel || name == "" || unicode.IsDigit(rune(name[0])) {
		return
	}
	if len(labels)+len(types) == 0 {
		if !u.anyHas(name) {
			u.found = append(u.found, fmt.Sprintf("property %s.%s", variable, name))
		}
		return
	}
	for _, l := range labels {
		if n, ok := u.g.Node(l); !ok || hasProperty(u.ownerOf(n).Properties, name) {
			return
		}
	}
	for _, t := range types {
		if r, ok := u.g.Relationship(t); !ok || hasProperty(r.Properties, name) {
			return
		}
	}
	u.found = append(u.found, fmt.Sprintf("property %s of %s", name, strings.Join(append(slices.Clone(labels), types...), "|")))
}

// ownerOf returns the node type whose properties a label has.
func (u *unknowns) ownerOf(n NodeType) NodeType {
	if n.Of != "" {
		n, _ = u.g.Node(n.Of)
	}
	return n
}

func (u *unknowns) hasLabel(name string) bool {
	_, ok := u.g.Node(name)
	return ok
}

func (u *unknowns) hasType(name string) bool {
	_, ok := u.g.Relationship(name)
	return ok
}

// anyHas reports whether any label or type has the property.
func (u *unknowns) anyHas(name string) bool {
	return slices.ContainsFunc(u.g.Nodes, func(n NodeType) bool { return hasProperty(n.Properties, name) }) ||
		slices.ContainsFunc(u.g.Relationships, func(r RelationshipType) bool { return hasProperty(r.Properties, name) })
}

func hasProperty(ps []Property, name string) bool {
	return slices.ContainsFunc(ps, func(p Property) bool { return p.Name == name })
}
