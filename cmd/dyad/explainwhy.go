package main

import (
	"fmt"
	"slices"
	"strings"

	"dyad/extract"
	"dyad/extract/event"
	"dyad/extract/stance"
	"dyad/internal/loglinear"
	"dyad/schema"
)

// decision prints why the learned coder chose type and sides of an event.
func (p *explainer) decision(b *strings.Builder, a *extract.Analysis, i int, ev *schema.Event, names map[string]string) {
	for _, e := range a.Events {
		at := a.Runes(e.Trigger.Span)
		if e.Sentence != i || e.Type != ev.Type || !e.Coded || at.Start < ev.Trigger.Start || at.Start >= ev.Trigger.End {
			continue
		}
		fmt.Fprintf(b, "             type: probability %s, needs %s; %s\n", cell(e.P), cell(e.Needed), contributions(e.Words))
		for _, side := range []struct {
			name string
			side event.Side
		}{{"source", e.Source}, {"target", e.Target}} {
			fmt.Fprintf(b, "             %s: %s (%s), probability %s; %s\n", side.name, list(names, side.side.Actors), found[side.side.How], cell(side.side.P), contributions(side.side.Words))
		}
		return
	}
}

// found says in words where a side of an event was found.
var found = map[string]string{
	"mention": "in the sentence", "group": "in the sentence, with those joined to it", "speaker": "the speaker", "before": "named in the sentence before",
	"lastsrc": "source of the act before", "lasttgt": "target of the act before", "homestate": "the state the article is about",
	"homerule": "the authorities of that state", "homepeople": "the people of that state", "none": "nobody",
}

// contributions lists features with their weights; what the prefixes mean
// stands in docs/event-model.md.
func contributions(list []loglinear.Contribution) string {
	parts := make([]string, len(list))
	for i, c := range list {
		parts[i] = fmt.Sprintf("%s %+.2f", c.Feature, c.Weight)
	}
	return strings.Join(parts, ", ")
}

// cue prints why a word was taken for the cue of an attribution.
func (p *explainer) cue(b *strings.Builder, a *extract.Analysis, at *schema.Attribution) {
	for _, e := range a.Attributions {
		if !e.Kept || !slices.ContainsFunc(at.Cue, func(s schema.TextSpan) bool {
			x := a.Runes(e.At)
			return s.Start <= x.Start && x.Start < s.End
		}) {
			continue
		}
		parts := make([]string, 0, len(e.Features))
		for _, f := range e.Features {
			parts = append(parts, fmt.Sprintf("%s %+.2f", f.Feature, f.Weight))
		}
		fmt.Fprintf(b, "             sure by %s, needs %s; %s\n", cell(e.Confidence), cell(e.Limit), strings.Join(parts, ", "))
		if e.Entry != nil {
			fmt.Fprintf(b, "             entry %s (%s, line %d), example: %s\n", e.Entry.Lemma, e.Entry.Table, e.Entry.Line, e.Entry.Example)
		}
		return
	}
}

// attitude prints the evidence for a stance with the words of attitude.
func (p *explainer) attitude(b *strings.Builder, list []stance.Explanation, polarity string) {
	for _, x := range list {
		if x.Polarity != polarity {
			continue
		}
		for _, e := range x.Evidence {
			fmt.Fprintf(b, "             by %s (%s)", e.Rule, cell(e.Confidence))
			for _, w := range e.Words {
				fmt.Fprintf(b, "; %q %+.1f", w.Text, w.Tone)
				if w.Negated {
					b.WriteString(" negated")
				}
			}
			b.WriteString("\n")
		}
		return
	}
}

// seen prints the words of a sentence that an entry of the lexicons has, or
// that came near to an event, and what they lacked.
func (p *explainer) seen(b *strings.Builder, a *extract.Analysis, i int) {
	coded := map[int]bool{}
	for _, e := range a.Events {
		if e.Sentence == i && e.Coded {
			coded[e.Trigger.Start] = true
		}
	}
	for _, e := range a.Events {
		if e.Sentence == i && !coded[e.Trigger.Start] {
			fmt.Fprintf(b, "  not coded  %q as %s: probability %s, needs %s, part of another event or less sure than it\n", e.Trigger.Text, e.Type, cell(e.P), cell(e.Needed))
		}
	}
	last := ""
	for _, m := range a.Misses {
		if line := fmt.Sprintf("  not coded  %q by %s: %s\n", m.Word.Text, m.Entry, m.Why); m.Sentence == i && !coded[m.Word.Start] && line != last {
			b.WriteString(line)
			last = line
		}
	}
}
