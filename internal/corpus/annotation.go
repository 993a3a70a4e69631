package corpus

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// Annotation is the annotation of an article as its file has it.
type Annotation struct {
	ID         string               `json:"id"`
	Actors     []AnnotatedActor     `json:"actors"`
	Events     []AnnotatedEvent     `json:"events"`
	Stances    []AnnotatedStance    `json:"stances"`
	Statements []AnnotatedStatement `json:"statements,omitempty"`
}

// AnnotatedActor is an actor with the words that the text has for it.
type AnnotatedActor struct {
	Key     string   `json:"key"`
	Name    string   `json:"name"`
	Kind    string   `json:"kind"`
	Code    string   `json:"code"`
	Sector  string   `json:"sector"`
	Aliases []string `json:"aliases"`
}

// AnnotatedEvent is an event in a numbered sentence; sources and targets are
// keys of actors.
type AnnotatedEvent struct {
	Sentence int      `json:"sentence"`
	Type     string   `json:"type"`
	Trigger  string   `json:"trigger"`
	Sources  []string `json:"sources"`
	Targets  []string `json:"targets"`
	Negated  bool     `json:"negated"`
	Sure     *int     `json:"sure"` // 1 to 3; 3 if missing
}

// AnnotatedStatement is an act of speech of an actor, by key.
type AnnotatedStatement struct {
	Sentence int    `json:"sentence"`
	Speaker  string `json:"speaker"`
}

// AnnotatedStance is a stance of an actor, by key.
type AnnotatedStance struct {
	Holder   string          `json:"holder"`
	Target   json.RawMessage `json:"target"` // a key, or an object with an issue
	Polarity string          `json:"polarity"`
	Sentence int             `json:"sentence"`
	Sure     *int            `json:"sure"`
}

// ReadAnnotations reads a folder of annotated news, one JSON file an article,
// in the order of the names of the files.
func ReadAnnotations(dir string) ([]Annotation, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		return nil, err
	}
	out := make([]Annotation, len(names))
	for i, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(raw, &out[i]); err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
	}
	return out, nil
}
