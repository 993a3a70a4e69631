package corpus

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// Annotation is the annotation of an article as its file has it.
type Annotation struct {
	ID     string
	Actors []struct {
		Key, Name, Code, Sector string
		Aliases                 []string
	}
	Events []struct {
		Sentence         int
		Type, Trigger    string
		Sources, Targets []string
		Negated          bool
		Sure             *int // 1 to 3; 3 if missing
	}
	Stances []struct {
		Holder, Polarity string
		Target           json.RawMessage // a key, or an object with an issue
		Sure             *int
	}
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
