package event

import (
	"slices"
	"strings"

	"dyad/schema"
)

// commonCrime reports whether an act belongs to the news of crime: a word of its
// sentence says so ("fraud", "robbery", "girlfriend"), and nobody with a part in
// politics does or suffers it. Annotators code crime only where it aims at the
// state or at political actors. Who arrests, tries and convicts always belongs to
// the state, so that only the other side counts there.
func (v *view) commonCrime(a *act) bool {
	concerned := a.tgt
	switch a.typ {
	case "ASSAULT":
		concerned = slices.Concat(a.src, a.tgt)
	case "COERCE", "SANCTION":
	case "ACCUSE":
		if a.mode == "disapprove" {
			return false // "is a fraud" is an opinion
		}
	default:
		return false
	}
	return v.mentionsAny("crime") && !slices.ContainsFunc(concerned, func(r ref) bool { return !v.private(r) })
}

// private reports whether an actor has no part in politics: neither a state, a body of
// several or an armed force, nor of a sector that has one. An organisation of which
// nothing is known may have.
func (v *view) private(r ref) bool {
	if r.tok >= 0 && r.tok < len(v.lemma) && (v.lex.is("force", v.lemma[r.tok]) || v.lex.is("armed", v.lemma[r.tok])) {
		return false
	}
	if s := v.sector[r.id]; s != "" {
		return v.lex.is("private", s)
	}
	if v.state[r.id] || v.lex.is("supranational", strings.ToLower(v.country[r.id])) {
		return false
	}
	return !slices.ContainsFunc(v.doc.Actors, func(a schema.Actor) bool { return a.ID == r.id && a.Kind == schema.KindOrganization })
}
