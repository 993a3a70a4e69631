package main

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"dyad/extract"
	"dyad/extract/attribution"
	"dyad/extract/event"
	"dyad/extract/nlp"
	"dyad/extract/stance"
	"dyad/graph"
	"dyad/internal/conllu"
	"dyad/schema"
)

// explainer prints explanations.
type explainer struct {
	w        io.Writer
	x        *extract.Extractor
	ontology *schema.Ontology
	trees    bool
}

// explainedEvent is an event with the lexicon entries of its rule.
type explainedEvent struct {
	schema.Event
	Entries []event.Entry `json:"entries"`
}

// explainedText is what --text --format json prints. Offsets under "why" count
// bytes.
type explainedText struct {
	*schema.Document
	Events    []explainedEvent `json:"events"`
	Sentences []schema.Span    `json:"sentences"`
	Why       reasons          `json:"why"`
}

// reasons are the decisions behind a document and what was seen but not coded.
type reasons struct {
	Events       []event.Explanation       `json:"events"`
	Misses       []event.Miss              `json:"misses"`
	Attributions []attribution.Explanation `json:"attributions"`
	Stances      [][]stance.Explanation    `json:"stances"`
}

// textJSON prints an analysed text as JSON.
func (p *explainer) textJSON(a *extract.Analysis) error {
	out := explainedText{Document: a.Doc, Events: []explainedEvent{}, Why: reasons{Events: a.Events, Misses: a.Misses, Attributions: a.Attributions}}
	for i := range a.Doc.Stances {
		out.Why.Stances = append(out.Why.Stances, a.Stance(&a.Doc.Stances[i]))
	}
	for _, ev := range a.Doc.Events {
		out.Events = append(out.Events, explainedEvent{ev, p.x.EventEntries(ev.Rule)})
	}
	for i := range a.Ling.Sentences {
		out.Sentences = append(out.Sentences, a.Sentence(i))
	}
	return p.json(out)
}

// json prints a value as indented JSON.
func (p *explainer) json(v any) error {
	enc := json.NewEncoder(p.w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// text prints an analysed text sentence by sentence.
func (p *explainer) text(a *extract.Analysis) error {
	var b strings.Builder
	names := map[string]string{}
	for _, act := range a.Doc.Actors {
		names[act.ID] = act.Name
	}
	for i := range a.Ling.Sentences {
		if i > 0 {
			b.WriteString("\n")
		}
		p.sentence(&b, a, i, names)
	}
	_, err := io.WriteString(p.w, b.String())
	return err
}

// sentence prints what a sentence gave.
func (p *explainer) sentence(b *strings.Builder, a *extract.Analysis, i int, names map[string]string) {
	s, span := &a.Ling.Sentences[i], a.Sentence(i)
	fmt.Fprintf(b, "%s\n", strings.Join(strings.Fields(a.Ling.Text[s.Start:s.End]), " "))
	for _, m := range a.Doc.Mentions {
		if m.Sentence != i {
			continue
		}
		role := ""
		switch {
		case m.Locative:
			role = ", only a place here"
		case m.Modifier:
			role = ", modifies another word"
		}
		fmt.Fprintf(b, "  actor      %-28q %s (%s, rule %s, confidence %s%s)\n", a.Ling.Text[m.Start:m.End], strings.Join(m.Actors, " + "), m.Form, m.Rule, cell(m.Confidence), role)
	}
	found := false
	for k := range a.Doc.Events {
		if ev := &a.Doc.Events[k]; ev.Sentence == span {
			p.event(b, ev, names)
			p.decision(b, a, i, ev, names)
			found = true
		}
	}
	for _, at := range a.Doc.Attributions {
		if at.Sentence == span {
			p.attribution(b, &at, names)
			p.cue(b, a, &at)
			found = true
		}
	}
	for _, st := range a.Doc.Stances {
		if st.Sentence == span {
			fmt.Fprintf(b, "  stance     %s %s towards %s (confidence %s)\n             evidence %q, rule %s\n", named(names, st.Holder), st.Polarity, named(names, st.Target), cell(st.Confidence), st.Evidence.Text, st.Rule)
			p.attitude(b, a.Stance(&st), st.Polarity)
			found = true
		}
	}
	if !found {
		b.WriteString("  nothing coded\n")
	}
	p.seen(b, a, i)
	if p.trees {
		p.tree(b, &nlp.Doc{Text: a.Ling.Text, Sentences: a.Ling.Sentences[i : i+1]})
	}
}

// event prints an event with its rule, entries and scales.
func (p *explainer) event(b *strings.Builder, ev *schema.Event, names map[string]string) {
	qualities := strings.Join(append([]string{cell(ev.Confidence)}, ev.Flags()...), ", ")
	fmt.Fprintf(b, "  event      %s  %s → %s (confidence %s)\n", ev.Type, list(names, ev.Sources), list(names, ev.Targets), qualities)
	fmt.Fprintf(b, "             trigger %q at %d–%d, rule %s\n", ev.Trigger.Text, ev.Trigger.Start, ev.Trigger.End, ev.Rule)
	p.rule(b, ev.Rule)
	date := ev.DateGranularity
	if ev.Date != "" {
		date = ev.Date + " (" + ev.DateGranularity + ")"
	}
	fmt.Fprintf(b, "             date %s: %s\n", date, ev.DateRule)
	p.scales(b, ev.Type, ev.Mode, ev.CAMEO, ev.Quad, ev.Goldstein, ev.Intensity)
}

// rule prints the lexicon entries that a rule names.
func (p *explainer) rule(b *strings.Builder, rule string) {
	for _, en := range p.x.EventEntries(rule) {
		fmt.Fprintf(b, "             entry %s (%s.tsv, line %d): %s", en.Name, tableFile(en.Table), en.Line, strings.Join(en.Lemmas, "|"))
		if len(en.Needs) > 0 {
			fmt.Fprintf(b, "; %s", strings.Join(en.Needs, "; "))
		}
		if en.Code != "" {
			fmt.Fprintf(b, " → %s", en.Code)
		}
		fmt.Fprintf(b, "\n               example: %s\n", en.Example)
	}
}

// tableFile is the file of a lexicon by the name that rules give it.
func tableFile(table string) string {
	return map[string]string{"verb": "verbs", "noun": "nouns", "op": "operators", "light": "light"}[table]
}

// scales prints type, code and scores with their meaning.
func (p *explainer) scales(b *strings.Builder, typ, mode, cameo string, quad int, goldstein, intensity float64) {
	t, _ := p.ontology.Type(typ)
	fmt.Fprintf(b, "             %s %s: %s; quad class %d; intensity %s (PLOVER)", typ, mode, t.Name, quad, cell(intensity))
	if c, ok := p.ontology.CAMEO(cameo); ok {
		fmt.Fprintf(b, "; CAMEO %s %s, Goldstein %s", cameo, c.Name, cell(goldstein))
	}
	b.WriteString("\n")
}

// attribution prints who said what by which cue.
func (p *explainer) attribution(b *strings.Builder, at *schema.Attribution, names map[string]string) {
	who := "nobody named"
	if at.Actor != nil {
		who = named(names, *at.Actor)
	}
	fmt.Fprintf(b, "  %-10s %s by %s (confidence %s)\n             source %q, cue %q, rule %s\n", at.Kind, texts(at.Content), who, cell(at.Confidence), texts(at.Source), texts(at.Cue), at.Rule)
	if about := append(slices.Clone(at.About), at.Issues...); len(about) > 0 {
		fmt.Fprintf(b, "             about %s\n", list(names, about))
	}
	for _, to := range at.Addressee {
		fmt.Fprintf(b, "             to %q: %s\n", to.Text, list(names, to.Actors))
	}
	switch {
	case at.IsCredit():
		b.WriteString("             a credit: the medium passes it on and is no speaker\n")
	case at.Carrier != "":
		fmt.Fprintf(b, "             through %s\n", named(names, at.Carrier))
	}
}

// tree draws the trees of sentences.
func (p *explainer) tree(b *strings.Builder, doc *nlp.Doc) {
	var t strings.Builder
	if conllu.Draw(&t, doc) != nil {
		return
	}
	_, drawn, _ := strings.Cut(t.String(), "\n")
	for line := range strings.Lines(drawn) {
		b.WriteString("  " + line)
	}
}

// found prints what the graph knows of an id.
func (p *explainer) found(x *graph.Explanation) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s\n", x.Kind, x.ID)
	for _, k := range slices.Sorted(maps.Keys(x.Properties)) {
		if v := x.Properties[k]; !strings.HasSuffix(k, "Id") {
			fmt.Fprintf(&b, "  %-16s %s\n", k, cell(v))
		}
	}
	if x.Kind == "event" {
		typ, _ := x.Properties["type"].(string)
		if t, ok := p.ontology.Type(typ); ok {
			fmt.Fprintf(&b, "  %-16s %s\n", "meaning", t.Name)
		}
	}
	for _, part := range []struct {
		name string
		rows []map[string]any
	}{{"source", x.Sources}, {"target", x.Targets}, {"issue", x.Issues}, {"addressee", x.Addressees}, {"credited to", x.Carriers}} {
		for _, r := range part.rows {
			fmt.Fprintf(&b, "  %-16s %s (%s)\n", part.name, cell(r["name"]), cell(r["id"]))
		}
	}
	for _, r := range x.Roles {
		fmt.Fprintf(&b, "  %-16s %s of %s, %s – %s (%s)\n", "role", cell(r["office"]), cell(r["of"]), cell(r["from"]), cell(r["to"]), cell(r["source"]))
	}
	for _, r := range x.Same {
		fmt.Fprintf(&b, "  %-16s %s (%s): %s\n", "possibly same as", cell(r["name"]), cell(r["id"]), cell(r["why"]))
	}
	for _, r := range x.Articles {
		fmt.Fprintf(&b, "  %-16s %s %s, %s times as %s\n", "article", cell(r["published"]), cell(r["title"]), cell(r["count"]), cell(r["forms"]))
	}
	for i := range x.Evidence {
		p.report(&b, &x.Evidence[i])
	}
	_, err := io.WriteString(p.w, b.String())
	return err
}

// report prints one report of a fact with its rule and tree.
func (p *explainer) report(b *strings.Builder, r *graph.Report) {
	fmt.Fprintf(b, "\n%s\n", marked(r))
	fmt.Fprintf(b, "  %s %s, %s (%s)\n", r.Published, r.Outlet, r.Title, r.Article)
	rule, _ := r.How["rule"].(string)
	fmt.Fprintf(b, "  trigger %q, rule %s, confidence %s\n", cell(r.How["trigger"]), rule, cell(r.How["confidence"]))
	if why := cell(r.How["dateRule"]); why != "" {
		fmt.Fprintf(b, "  date: %s\n", why)
	}
	p.rule(b, rule)
	if p.trees {
		p.tree(b, p.x.Parse(r.Sentence))
	}
}

// marked returns the sentence of a report with its evidence in brackets, where
// that lies inside the sentence.
func marked(r *graph.Report) string {
	text := []rune(r.Sentence)
	start, _ := r.How["start"].(int64)
	end, _ := r.How["end"].(int64)
	from, to := int(start-r.SentenceStart), int(end-r.SentenceStart)
	if from < 0 || to > len(text) || from >= to {
		return strings.Join(strings.Fields(r.Sentence), " ")
	}
	return strings.Join(strings.Fields(string(text[:from])+"["+string(text[from:to])+"]"+string(text[to:])), " ")
}

// named returns the name of an actor, its id where it has none.
func named(names map[string]string, id string) string {
	if n := names[id]; n != "" {
		return n
	}
	return id
}

// list joins the names of actors; a dash stands for nobody.
func list(names map[string]string, ids []string) string {
	if len(ids) == 0 {
		return "–"
	}
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = named(names, id)
	}
	return strings.Join(out, " + ")
}

// texts joins spans of the text.
func texts(spans []schema.TextSpan) string {
	out := make([]string, len(spans))
	for i, s := range spans {
		out[i] = s.Text
	}
	return strings.Join(out, " … ")
}
