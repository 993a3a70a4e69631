package actor

import (
	"sort"

	"dyad/schema"
)

// write puts what was resolved into the document.
func (rd *reading) write() {
	rd.writeMentions()
	rd.writeActors()
	sort.SliceStable(rd.places, func(i, j int) bool { return rd.places[i].Start < rd.places[j].Start })
	rd.doc.Places = rd.places
}

func (rd *reading) writeMentions() {
	rd.doc.Mentions = nil
	for _, m := range rd.allMentions() {
		if len(m.ids) == 0 || m.hidden {
			continue
		}
		s := rd.sents[m.sent]
		out := schema.Mention{
			Span:     schema.Span{Start: s.Tokens[m.first].Start, End: s.Tokens[m.last-1].End},
			Sentence: m.sent, First: m.first, Last: m.last, Head: m.head, Actors: m.ids,
			Form: schema.FormName, Modifier: m.modifier, Locative: m.locative, Rule: m.rule, Confidence: m.confidence,
		}
		if m.kind == mGiven {
			out.Span = m.span
		}
		switch m.kind {
		case mInstitution, mNominal, mTakeUp:
			out.Form = schema.FormNominal
		case mPronoun:
			out.Form = schema.FormPronoun
		case mGiven:
			out.Form = schema.FormGiven
		}
		rd.doc.Mentions = append(rd.doc.Mentions, out)
	}
}

// writeActors lists the actors of the mentions in the order of their first
// one, with their surface forms, then the states of places and actors, which
// [Prune] takes out where no event refers to them.
func (rd *reading) writeActors() {
	var order []string
	seen := map[string]bool{}
	aliases := map[string]map[string]bool{}
	for _, m := range rd.doc.Mentions {
		for _, id := range m.Actors {
			a := rd.actors[id]
			if a == nil {
				continue
			}
			if !seen[id] {
				seen[id] = true
				order = append(order, id)
				aliases[id] = map[string]bool{}
			}
			text := rd.doc.Article.Text[m.Start:m.End]
			if len(m.Actors) == 1 || m.Rule == jointRule {
				a.Mentions = append(a.Mentions, schema.TextSpan{Span: m.Span, Text: text})
			}
			if m.Form != schema.FormPronoun && (len(m.Actors) == 1 || m.Rule == jointRule) && !aliases[id][text] {
				aliases[id][text] = true
				a.Aliases = append(a.Aliases, text)
			}
		}
	}
	rd.doc.Actors = nil
	var states []string
	for _, p := range rd.places { // a place may stand for its state: "shelled Gaza"
		states = append(states, p.Country)
	}
	for _, id := range order { // and a state for the other side of a domestic act
		states = append(states, rd.actors[id].Country)
		seen[rd.actors[id].ResolvesTo] = true
	}
	for _, code := range states {
		if a := rd.countryActor(code); a != nil && !seen[a.ID] {
			seen[a.ID] = true
			order = append(order, a.ID)
		}
	}
	for _, id := range order {
		rd.doc.Actors = append(rd.doc.Actors, *rd.actors[id])
	}
}
