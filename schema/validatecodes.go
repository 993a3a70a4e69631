package schema

import (
	"fmt"
	"regexp"
)

// alpha3 is the shape of a country code.
var alpha3 = regexp.MustCompile(`^[A-Z]{3}$`)

// Validate returns the codes of a document that the ontology does not know, as
// [Validate] returns other problems.
func (o *Ontology) Validate(doc *Document) []string {
	v := &validator{doc: doc}
	for i, a := range doc.Actors {
		path := fmt.Sprintf("actors[%d]", i)
		if _, ok := lookup(o.sectors, a.Sector); a.Sector != "" && !ok {
			v.addf(path+".sector", "unknown sector %q", a.Sector)
		}
		if a.Code != "" && !alpha3.MatchString(a.Code) {
			v.addf(path+".code", "%q is no code of three capital letters", a.Code)
		}
		if a.Country != "" && !alpha3.MatchString(a.Country) {
			v.addf(path+".country", "%q is no code of three capital letters", a.Country)
		}
	}
	for i := range doc.Events {
		o.event(v, fmt.Sprintf("events[%d]", i), &doc.Events[i])
	}
	return v.problems
}

// event checks the codes of an event.
func (o *Ontology) event(v *validator, path string, e *Event) {
	typ, ok := o.Type(e.Type)
	switch {
	case !ok:
		v.addf(path+".type", "unknown type %q", e.Type)
	case typ.Quad != e.Quad:
		v.addf(path+".quad", "%s is of quad class %d, not %d", e.Type, typ.Quad, e.Quad)
	}
	if _, known := o.Mode(e.Type, e.Mode); ok && e.Mode != "" && !known {
		v.addf(path+".mode", "%s has no mode %q", e.Type, e.Mode)
	}
	if _, ok := o.CAMEO(e.CAMEO); e.CAMEO != "" && !ok {
		v.addf(path+".cameo", "unknown code %q", e.CAMEO)
	}
	for j, c := range e.Context {
		if _, ok := o.Context(c); !ok {
			v.addf(fmt.Sprintf("%s.context[%d]", path, j), "unknown context %q", c)
		}
	}
}
