package graph

import (
	"slices"

	"dyad/schema"
)

// events adds the events, one evidence edge a mention.
func (b *builder) events() {
	for i := range b.doc.Events {
		e := b.doc.Events[i]
		e.Sources, e.Targets = b.keySet(e.Sources), b.keySet(e.Targets)
		id := schema.EventID(&e, b.doc.Article.ID)
		b.rows.node("node-event", id, eventProps(&e))
		for _, a := range e.Sources {
			b.rows.edge("edge-initiated", a, id)
		}
		for _, a := range e.Targets {
			b.rows.edge("edge-directed-at", id, a)
		}
		props := b.evidence(e.Trigger.Span, e.Trigger.Text, e.Rule, e.Confidence)
		props["historical"] = e.Historical
		if e.DateRule != "" {
			props["dateRule"] = e.DateRule
		}
		if len(e.Context) > 0 {
			props["context"] = slices.Compact(slices.Sorted(slices.Values(e.Context)))
		}
		if len(e.Issues) > 0 {
			props["issues"] = slices.Compact(slices.Sorted(slices.Values(e.Issues)))
		}
		for _, s := range e.Issues {
			b.rows.edge("edge-event-about-issue", id, s)
		}
		if e.Place != (schema.Place{}) {
			place := b.place(e.Place)
			props["place"] = place
			b.rows.edge("edge-located-in", id, place)
		}
		b.rows.add("edge-event-evidence", row{from: id, to: b.sentence(e.Sentence, e.Trigger), key: e.MentionID, props: props})
	}
}

// eventProps are the properties that follow from the key of an event.
func eventProps(e *schema.Event) map[string]any {
	props := texts("type", e.Type, "mode", e.Mode, "cameo", e.CAMEO, "dateGranularity", e.DateGranularity)
	props["quad"], props["intensity"] = int64(e.Quad), e.Intensity
	props["negated"], props["future"], props["hypothetical"] = e.Negated, e.Future, e.Hypothetical
	if e.CAMEO != "" {
		props["goldstein"] = e.Goldstein
	}
	if d, ok := date(e.Date); ok {
		props["date"] = d
	}
	return props
}

// place adds a place and returns its key.
func (b *builder) place(p schema.Place) string {
	id := schema.PlaceID(p)
	props := texts("name", p.Name, "country", p.Country)
	if p.Name == "" {
		props["name"] = p.Country
	}
	b.rows.node("node-place", id, props)
	return id
}

// statements adds what somebody known said; belief and intention are none. What
// a news medium only reports is a statement that nobody made.
func (b *builder) statements() {
	for i := range b.doc.Attributions {
		a := &b.doc.Attributions[i]
		if a.Kind != schema.KindSpeech || a.Actor == nil {
			continue
		}
		speaker := b.key(*a.Actor)
		id := schema.StatementID(a, speaker, b.doc.Article.ID)
		b.rows.node("node-statement", id, map[string]any{"content": joined(a.Content), "direct": a.Direct})
		if !a.IsCredit() {
			b.rows.edge("edge-made", speaker, id)
		}
		if a.Carrier != "" {
			b.rows.edge("edge-statement-credited-to", id, b.key(a.Carrier))
		}
		for _, to := range a.Addressee {
			for _, k := range b.keySet(to.Actors) {
				b.rows.edge("edge-statement-addressed-to", id, k)
			}
		}
		for _, k := range b.keySet(a.About) {
			b.rows.edge("edge-statement-about-actor", id, k)
		}
		for _, s := range a.Issues {
			b.rows.edge("edge-statement-about-issue", id, s)
		}
		props := b.evidence(hull(a.Content), joined(a.Cue), a.Rule, a.Confidence)
		all := slices.Concat(a.Source, a.Cue, a.Content)
		b.rows.add("edge-statement-evidence", row{from: id, to: b.sentence(a.Sentence, all...), key: a.ID, props: props})
	}
}

// stances adds the attitudes.
func (b *builder) stances() {
	for _, s := range b.doc.Stances {
		holder, target, edge := b.key(s.Holder), s.Target, "edge-towards-issue"
		if !b.isIssue[s.Target] {
			target, edge = b.key(s.Target), "edge-towards-actor"
		}
		id := schema.StanceID(holder, target, s.Polarity, b.day, b.doc.Article.ID)
		node := map[string]any{"polarity": s.Polarity}
		if d, ok := date(b.day); ok {
			node["date"] = d
		}
		b.rows.node("node-stance", id, node)
		b.rows.edge("edge-holds", holder, id)
		b.rows.edge(edge, id, target)
		props := b.evidence(s.Evidence.Span, s.Evidence.Text, s.Rule, s.Confidence)
		b.rows.add("edge-stance-evidence", row{from: id, to: b.sentence(s.Sentence, s.Evidence), key: s.ID, props: props})
	}
}
