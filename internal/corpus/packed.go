package corpus

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Packed is the annotation of an article by offsets: who has the text can read
// it, and it holds nothing of the text. Offsets are bytes, [start, end).
type Packed struct {
	ID        string         `json:"id"`
	Sentences [][2]int       `json:"sentences"`
	Actors    []PackedActor  `json:"actors"`
	Events    []PackedEvent  `json:"events"`
	Stances   []PackedStance `json:"stances"`
}

// PackedActor is an actor; its names stand at the offsets.
type PackedActor struct {
	Key    string   `json:"key"`
	Kind   string   `json:"kind"`
	Code   string   `json:"code"`
	Sector string   `json:"sector"`
	Names  [][2]int `json:"names"`
}

// PackedEvent is an event; its trigger stands at the offsets.
type PackedEvent struct {
	Sentence int      `json:"sentence"`
	Trigger  [2]int   `json:"trigger"`
	Type     string   `json:"type"`
	Sources  []string `json:"sources"`
	Targets  []string `json:"targets"`
	Negated  bool     `json:"negated,omitempty"`
	Sure     int      `json:"sure"`
}

// PackedStance is a stance towards an actor or, by offsets, an issue.
type PackedStance struct {
	Holder   string  `json:"holder"`
	Target   string  `json:"target,omitempty"`
	Issue    *[2]int `json:"issue,omitempty"`
	Polarity string  `json:"polarity"`
	Sentence int     `json:"sentence"`
	Sure     int     `json:"sure"`
}

// Align finds sentences in a text, one after the other: the bytes where each
// begins and ends.
func Align(text string, sentences []string) ([][2]int, error) {
	var out [][2]int
	at := 0
	for i, s := range sentences {
		k := strings.Index(text[at:], s)
		if k < 0 {
			return nil, fmt.Errorf("sentence %d is not in the text", i)
		}
		out = append(out, [2]int{at + k, at + k + len(s)})
		at += k + len(s)
	}
	return out, nil
}

// Pack turns an annotation into one by offsets. Names and issues that the text
// does not have are left out, as are stances towards these.
func Pack(a *Annotation, text string, sentences []string) (*Packed, error) {
	p := &Packed{ID: a.ID, Sentences: [][2]int{}, Actors: []PackedActor{}, Events: []PackedEvent{}, Stances: []PackedStance{}}
	spans, err := Align(text, sentences)
	if err != nil {
		return nil, err
	}
	p.Sentences = append(p.Sentences, spans...)
	find := func(words string, from, to int) ([2]int, bool) {
		k := strings.Index(text[from:to], words)
		return [2]int{from + k, from + k + len(words)}, k >= 0 && words != ""
	}
	sure := func(n *int) int {
		if n == nil {
			return 3
		}
		return *n
	}
	for _, x := range a.Actors {
		y := PackedActor{Key: x.Key, Kind: x.Kind, Code: x.Code, Sector: x.Sector, Names: [][2]int{}}
		for _, n := range append([]string{x.Name}, x.Aliases...) {
			if span, ok := find(n, 0, len(text)); ok && !slices.Contains(y.Names, span) {
				y.Names = append(y.Names, span)
			}
		}
		p.Actors = append(p.Actors, y)
	}
	for _, x := range a.Events {
		if x.Sentence < 0 || x.Sentence >= len(p.Sentences) {
			return nil, fmt.Errorf("event %q in sentence %d of %d", x.Trigger, x.Sentence, len(p.Sentences))
		}
		s := p.Sentences[x.Sentence]
		span, ok := find(x.Trigger, s[0], s[1])
		if !ok {
			return nil, fmt.Errorf("trigger %q is not in sentence %d", x.Trigger, x.Sentence)
		}
		p.Events = append(p.Events, PackedEvent{Sentence: x.Sentence, Trigger: span, Type: x.Type,
			Sources: append([]string{}, x.Sources...), Targets: append([]string{}, x.Targets...), Negated: x.Negated, Sure: sure(x.Sure)})
	}
	for _, x := range a.Stances {
		y := PackedStance{Holder: x.Holder, Polarity: x.Polarity, Sentence: x.Sentence, Sure: sure(x.Sure)}
		var issue struct{ Issue string }
		if json.Unmarshal(x.Target, &y.Target) != nil {
			if err := json.Unmarshal(x.Target, &issue); err != nil {
				return nil, fmt.Errorf("stance of %s: target: %w", x.Holder, err)
			}
			span, ok := find(issue.Issue, 0, len(text))
			if !ok {
				continue
			}
			y.Issue = &span
		}
		p.Stances = append(p.Stances, y)
	}
	return p, nil
}

// Unpack turns an annotation by offsets into one by words, with the sentences
// that it numbers. It fails where the offsets do not fit the text.
func (p *Packed) Unpack(text string) (*Annotation, []string, error) {
	if text == "" {
		return nil, nil, fmt.Errorf("its text is missing")
	}
	var bad error
	cut := func(s [2]int) string {
		if s[0] < 0 || s[1] > len(text) || s[0] >= s[1] {
			bad = fmt.Errorf("offsets %d to %d in a text of %d bytes", s[0], s[1], len(text))
			return ""
		}
		return text[s[0]:s[1]]
	}
	var sentences []string
	for _, s := range p.Sentences {
		sentences = append(sentences, cut(s))
	}
	a := &Annotation{ID: p.ID}
	for _, x := range p.Actors {
		y := AnnotatedActor{Key: x.Key, Kind: x.Kind, Code: x.Code, Sector: x.Sector, Aliases: []string{}}
		for i, n := range x.Names {
			if i == 0 {
				y.Name = cut(n)
			}
			y.Aliases = append(y.Aliases, cut(n))
		}
		a.Actors = append(a.Actors, y)
	}
	for _, x := range p.Events {
		a.Events = append(a.Events, AnnotatedEvent{Sentence: x.Sentence, Type: x.Type, Trigger: cut(x.Trigger),
			Sources: x.Sources, Targets: x.Targets, Negated: x.Negated, Sure: &x.Sure})
	}
	for _, x := range p.Stances {
		var target any = x.Target
		if x.Issue != nil {
			target = map[string]string{"issue": cut(*x.Issue)}
		}
		raw, err := json.Marshal(target)
		if err != nil {
			return nil, nil, err
		}
		a.Stances = append(a.Stances, AnnotatedStance{Holder: x.Holder, Target: raw, Polarity: x.Polarity, Sentence: x.Sentence, Sure: &x.Sure})
	}
	return a, sentences, bad
}
