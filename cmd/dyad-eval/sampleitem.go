package main

import (
	"cmp"
	"fmt"
	"strings"

	"dyad/schema"
)

func mentionItems(doc *schema.Document, _ splitter) []item {
	var out []item
	for _, a := range doc.Actors {
		for _, m := range a.Mentions {
			out = append(out, item{doc, []schema.Span{m.Span}, []string{fmt.Sprintf("%q = %s", m.Text, actorLine(a))}})
		}
	}
	return out
}

func eventItems(doc *schema.Document, _ splitter) []item {
	var out []item
	for _, e := range doc.Events {
		lines := []string{
			strings.Join(append([]string{strings.TrimSpace(e.Type + " " + e.Mode), cmp.Or(e.Date, "no date")}, e.Flags()...), ", "),
			"sources: " + sideLine(doc, e.Sources),
			"targets: " + sideLine(doc, e.Targets),
			ruleLine(e.Rule, e.Confidence),
		}
		out = append(out, item{doc, []schema.Span{e.Trigger.Span}, lines})
	}
	return out
}

// statementItems are those with a known speaker, which become statements that
// somebody made in the graph.
func statementItems(doc *schema.Document, _ splitter) []item {
	var out []item
	for _, a := range doc.Attributions {
		if a.Kind != schema.KindSpeech || a.Actor == nil || a.IsCredit() {
			continue
		}
		it := item{doc: doc, lines: []string{"speaker: " + sideLine(doc, []string{*a.Actor})}}
		for _, c := range a.Content {
			it.marks = append(it.marks, c.Span)
			it.lines = append(it.lines, fmt.Sprintf("content: %q", c.Text))
		}
		if len(it.marks) == 0 {
			it.marks = []schema.Span{a.Sentence}
		}
		for _, to := range a.Addressee {
			it.lines = append(it.lines, fmt.Sprintf("to: %q = %s", to.Text, sideLine(doc, to.Actors)))
		}
		it.lines = append(it.lines, fmt.Sprintf("direct: %t", a.Direct), ruleLine(a.Rule, a.Confidence))
		out = append(out, it)
	}
	return out
}

func stanceItems(doc *schema.Document, _ splitter) []item {
	var out []item
	for _, s := range doc.Stances {
		out = append(out, item{doc, []schema.Span{s.Evidence.Span}, []string{
			fmt.Sprintf("%s: %s -> %s", s.Polarity, sideLine(doc, []string{s.Holder}), sideLine(doc, []string{s.Target})),
			fmt.Sprintf("evidence: %q", s.Evidence.Text),
			ruleLine(s.Rule, s.Confidence),
		}})
	}
	return out
}

// silentItems are the analysed sentences in which no event was found.
func silentItems(doc *schema.Document, split splitter) []item {
	var out []item
	for _, s := range split(doc.Article.Text) {
		if !silent(doc, s) {
			continue
		}
		out = append(out, item{doc, []schema.Span{s}, []string{"no event"}})
	}
	return out
}

func silent(doc *schema.Document, s schema.Span) bool {
	for _, e := range doc.Events {
		if meet(e.Sentence, s) {
			return false
		}
	}
	for _, d := range doc.Article.Dropped {
		if meet(d.Span, s) {
			return false
		}
	}
	return true
}

func meet(a, b schema.Span) bool { return a.Start < b.End && b.Start < a.End }

// actorLine shows an actor with all that is judged of it.
func actorLine(a schema.Actor) string {
	return fmt.Sprintf("%s %q, %s, code %s, country %s, sector %s, role %s",
		a.ID, a.Name, a.Kind, orNone(a.Code), orNone(a.Country), orNone(a.Sector), orNone(a.Role))
}

// sideLine shows actors, or an issue, with their codes.
func sideLine(doc *schema.Document, ids []string) string {
	var out []string
	for _, id := range ids {
		out = append(out, partyLine(doc, id))
	}
	return orNone(strings.Join(out, "; "))
}

func partyLine(doc *schema.Document, id string) string {
	for _, a := range doc.Actors {
		if a.ID == id {
			return fmt.Sprintf("%s (%s %s)", a.Name, orNone(a.Code), orNone(a.Sector))
		}
	}
	for _, i := range doc.Issues {
		if i.ID == id {
			return fmt.Sprintf("issue %q", i.Name)
		}
	}
	return id
}

func ruleLine(rule string, confidence float64) string {
	return fmt.Sprintf("rule %s, confidence %.2f", rule, confidence)
}

func orNone(s string) string { return cmp.Or(s, "-") }
