package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"dyad/extract/event"
	"dyad/schema"
)

// coded is a text with its annotated events, offsets in bytes.
type coded struct {
	art     schema.Article
	starts  []int // of the numbered sentences
	events  []event.GoldEvent
	fold    string
	partial bool
}

// annotation is the annotation of an article.
type annotation struct {
	Actors []struct {
		Key, Name, Code string
		Aliases         []string
	}
	Events []struct {
		Sentence         int
		Type, Trigger    string
		Sources, Targets []string
		Negated          bool
		Sure             *int
	}
}

var numbered = regexp.MustCompile(`(?m)^\[\d+\] (.*)$`)

// newCoded lines an annotation up with the text of its article. Trigger words
// that a sentence does not have stand at its beginning and are no evidence.
func newCoded(art schema.Article, raw []byte, sentences string) (coded, error) {
	c := coded{art: art, fold: sameStory(art.ID)}
	var a annotation
	if err := json.Unmarshal(raw, &a); err != nil {
		return c, err
	}
	var texts []string
	at := 0
	for _, m := range numbered.FindAllStringSubmatch(sentences, -1) {
		k := strings.Index(art.Text[at:], m[1])
		if k < 0 {
			return c, fmt.Errorf("sentence %d is not in the text", len(texts))
		}
		c.starts, texts = append(c.starts, at+k), append(texts, m[1])
		at += k + len(m[1])
	}
	parties := map[string]event.GoldParty{}
	for _, x := range a.Actors {
		parties[x.Key] = event.GoldParty{Code: x.Code, Names: append([]string{x.Name}, x.Aliases...)}
	}
	side := func(keys []string) []event.GoldParty {
		var out []event.GoldParty
		for _, k := range keys {
			out = append(out, parties[k])
		}
		return out
	}
	used := map[int]bool{}
	for _, e := range a.Events {
		if e.Sentence < 0 || e.Sentence >= len(texts) {
			return c, fmt.Errorf("event %q in sentence %d of %d", e.Trigger, e.Sentence, len(texts))
		}
		g := event.GoldEvent{Sentence: e.Sentence, Type: e.Type, Sources: side(e.Sources), Targets: side(e.Targets), Negated: e.Negated, Sure: 3}
		if e.Sure != nil {
			g.Sure = *e.Sure
		}
		g.Trigger = findWords(texts[e.Sentence], e.Trigger, c.starts[e.Sentence], used)
		c.events = append(c.events, g)
	}
	return c, nil
}

// sameStory names the fold of an article. Two articles tell one story.
func sameStory(id string) string {
	if id == "cn_article_scmp_58" {
		return "cn_article_scmp_41"
	}
	return id
}

// findWords returns where words stand in a sentence that begins at start: the
// first place that no event before has taken.
func findWords(sentence, words string, start int, used map[int]bool) schema.Span {
	for from := 0; words != ""; {
		k := strings.Index(sentence[from:], words)
		if k < 0 {
			break
		}
		at := start + from + k
		if !used[at] {
			used[at] = true
			return schema.Span{Start: at, End: at + len(words)}
		}
		from += k + len(words)
	}
	return schema.Span{Start: start, End: start}
}

// record is a PLOVER gold record.
type record struct {
	Text, Event, EventText string
	Source, Target         json.RawMessage
	TextInfo               json.RawMessage
}

// parseRecords reads gold records and makes lines of JSON of their sentences.
func parseRecords(raw []byte) ([]record, []byte, error) {
	var list []record
	if err := json.Unmarshal(raw, &list); err != nil {
		return nil, nil, err
	}
	var lines bytes.Buffer
	seen := map[string]bool{}
	for _, r := range list {
		if seen[r.id()] {
			continue
		}
		seen[r.id()] = true
		line, err := json.Marshal(map[string]string{"id": r.id(), "text": r.plain(), "language": "en"})
		if err != nil {
			return nil, nil, err
		}
		lines.Write(append(line, '\n'))
	}
	return list, lines.Bytes(), nil
}

func (r *record) id() string { return schema.ID("record", strings.Join(strings.Fields(r.Text), " ")) }

// plain is the sentence without what the source has of LaTeX.
func (r *record) plain() string {
	s := strings.Join(strings.Fields(r.Text), " ")
	if strings.HasPrefix(s, "{") && strings.HasSuffix(s, "}") {
		s = s[1 : len(s)-1]
	}
	return strings.TrimSpace(strings.NewReplacer("``", `"`, "''", `"`, `\$`, "$").Replace(s))
}

// folded are the types of 2016 that are others now.
var folded = map[string]string{"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}

var marked = regexp.MustCompile(`\(EVT: ([^)]*)\)`)

// event returns the event of a record; its trigger is the first stretch marked
// as event that the text has.
func (r *record) event(text string) event.GoldEvent {
	g := event.GoldEvent{Type: r.Event, Sources: recordSide(r.Source), Targets: recordSide(r.Target), Sure: 3}
	if t := folded[g.Type]; t != "" {
		g.Type = t
	}
	tries := []string{r.EventText}
	for _, m := range marked.FindAllStringSubmatch(string(r.TextInfo), -1) {
		tries = append(tries, m[1])
	}
	for _, words := range tries {
		if k := strings.Index(text, words); k >= 0 && words != "" {
			g.Trigger = schema.Span{Start: k, End: k + len(words)}
			break
		}
	}
	return g
}

// recordSide reads the actors of a side; some records have words instead.
func recordSide(raw json.RawMessage) []event.GoldParty {
	var list []struct{ ActorText, Code string }
	if json.Unmarshal(raw, &list) != nil {
		return nil
	}
	var out []event.GoldParty
	for _, a := range list {
		code := a.Code
		if len(code) > 3 {
			code = code[:3]
		}
		if right := slips[code]; right != "" {
			code = right
		}
		out = append(out, event.GoldParty{Code: code, Names: []string{a.ActorText}})
	}
	return out
}

// slips are codes that the records have wrong.
var slips = map[string]string{"JAP": "JPN", "ITL": "ITA", "VTN": "VNM"}
