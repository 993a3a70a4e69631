package event

import (
	"slices"

	"dyad/schema"
)

// domestic completes an act that lacks a side. The codebook counts acts within
// a state, and news seldom name the other side of these: who is arrested is
// arrested by the authorities, who imposes a curfew imposes it on his country,
// a critic at home criticises those who govern. The table roles.tsv says which
// side of a type may be left unsaid.
func (v *view) domestic(a *act) {
	known, implied := a.src, "tgt"
	if len(a.src) == 0 {
		known, implied = a.tgt, "src"
	}
	if len(known) == 0 || len(a.src) > 0 && len(a.tgt) > 0 || len(a.src) > 1 && a.joint() || !v.unsaid(a.typ, implied, known) {
		return
	}
	var other []ref
	if a.typ == "COERCE" && !a.noun && implied == "src" { // who is arrested abroad is arrested there
		other = without(v.stateOf(a.tok), known)
	}
	if other == nil {
		other = v.home(known)
	}
	if other == nil {
		return
	}
	if implied == "tgt" {
		a.tgt = other
	} else {
		a.src = other
	}
	a.steps = append(a.steps, "domestic")
}

// unsaid reports whether the table lets a side of a type be implied. "tgt:gov"
// means a target that can only be the government: whoever asks is none.
func (v *view) unsaid(typ, side string, known []ref) bool {
	implied := v.lex.roles[typ].implied
	if slices.Contains(implied, side) {
		return true
	}
	return slices.Contains(implied, side+":gov") && !slices.ContainsFunc(known, func(r ref) bool { return v.sector[r.id] == "gov" || v.sector[r.id] == "" })
}

// home returns the state that all parties belong to, none if they differ, one
// of them is a state itself, or the article is about other states.
func (v *view) home(parties []ref) []ref {
	code := v.country[parties[0].id]
	for _, r := range parties {
		if v.country[r.id] != code || v.state[r.id] {
			return nil
		}
	}
	if code == "" || !v.atHome(code) {
		return nil
	}
	for _, a := range v.doc.Actors {
		if a.Kind == schema.KindCountry && a.Code == code {
			return []ref{{a.ID, parties[0].tok, "domestic", .4}}
		}
	}
	return nil
}

// atHome reports whether the article mentions actors of a state at least half
// as often as those of any other.
func (v *view) atHome(code string) bool {
	count, most := map[string]int{}, 0
	for _, m := range v.doc.Mentions {
		for _, id := range m.Actors {
			if c := v.country[id]; c != "" {
				count[c]++
				most = max(most, count[c])
			}
		}
	}
	return 2*count[code] >= most
}
