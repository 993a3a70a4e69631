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

// crimeNews reports whether an article is news of crime: words of crime stand in
// one of fourteen of its sentences or more, and the rules see at most five acts in
// ten of the others. News of politics with crime in it tells of more.
func (r *reading) crimeNews() bool {
	return !r.alone && crimeShare*r.scene.crimes >= len(r.ling.Sentences) && 10*r.elsewhere("acts") <= crimeActs*max(r.scene.sentences, 1)
}

const crimeShare, crimeActs = 14, 5

// ordinaryCrime reports whether an event of an article that is news of crime is
// part of that: it is hostile, and nobody with a part in politics suffers it, nor
// attacks. In cross-validation one of seven of them is an event by annotation.
func (c *choice) ordinaryCrime() bool {
	src, concerned := c.sides()
	switch c.typ {
	case "ASSAULT":
		concerned = slices.Concat(src, concerned)
	case "COERCE", "SANCTION", "ACCUSE":
	default:
		return false
	}
	r := c.reading
	return r.crimeNews() && !slices.ContainsFunc(concerned, func(x ref) bool { return !r.private(x) })
}
