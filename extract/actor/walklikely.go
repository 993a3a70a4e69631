package actor

import (
	"strings"

	"dyad/schema"
)

// kin reports whether an actor is only called somebody's family: "his sons".
func (w *walks) kin(a *schema.Actor) bool {
	if noun := w.r.tables.agents[key(a.Role)]; noun != nil {
		return noun.kin
	}
	if !a.Generic {
		return false
	}
	for _, m := range w.at[a.ID] {
		if m.Form == schema.FormNominal {
			noun := w.r.tables.agents[strings.ToLower(w.ling.Sentences[m.Sentence].Tokens[m.Head].Lemma)]
			return noun != nil && noun.kin
		}
	}
	return false
}

// saidOf returns the walk of life of a noun that is said of a person without an office
// by a pronoun: "She is the owner of a gym"; "" if none is.
func (w *walks) saidOf(a *schema.Actor) string {
	for _, m := range w.at[a.ID] {
		s := &w.ling.Sentences[m.Sentence]
		h := s.Tokens[m.Head].Head
		if m.Form != schema.FormPronoun || len(m.Actors) != 1 || h < 0 || s.Rel(m.Head) != "nsubj" || s.Child(h, "cop") < 0 || s.Rel(h) == "advcl" {
			continue
		}
		if n := s.Child(h, "advmod"); n >= 0 && (strings.EqualFold(s.Tokens[n].Form, "not") || strings.EqualFold(s.Tokens[n].Form, "n't")) {
			continue
		}
		noun := w.r.tables.agents[strings.ToLower(s.Tokens[h].Form)]
		if noun != nil && !noun.plural && !noun.group && !noun.collective && !noun.givesWay() && noun.sector != "" {
			return noun.sector
		}
	}
	return ""
}

// leads reports whether the office of an actor is one that somebody holds for a body,
// whatever that is: "chairman", "spokesperson".
func (w *walks) leads(a *schema.Actor) bool {
	noun := w.r.tables.agents[key(a.Role)]
	return noun != nil && noun.title && (noun.weak || noun.inherit)
}

// follow gives a person who is no more than a civilian, but heads or speaks for a body,
// the sector of the body: "the coordinator of Manabi".
func (w *walks) follow(a *schema.Actor) {
	if a.Kind != schema.KindPerson || a.Sector != "CVL" || !w.leads(a) || len(w.ling.Sentences) == 1 {
		return
	}
	for _, r := range a.Roles {
		if o := w.byID[r.Of]; o != nil && o.Kind == schema.KindOrganization && o.Sector != "" {
			a.Sector = o.Sector
			return
		}
	}
}

// likeliest returns the likeliest sector of an actor for which nothing speaks much:
// whoever is of a state and is not the state itself goes by some walk of life. An
// office of the state shows in the name of a body, a criminal in what is told, and
// who speaks for a body is no mere civilian.
func (w *walks) likeliest(a *schema.Actor, chances []float64) string {
	best := -1
	for c, p := range chances {
		switch class := w.model.Classes[c]; {
		case class == noWalk, class == "CRM", class == "CVL" && w.leads(a), public(class) && a.Kind == schema.KindOrganization:
		case best < 0 || p > chances[best]:
			best = c
		}
	}
	if best < 0 {
		return ""
	}
	return w.model.Classes[best]
}
