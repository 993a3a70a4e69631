package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"dyad/internal/corpus"
	"dyad/schema"
)

// levelled makes gold and output comparable, where the gold is not consistent:
// old codes of states, all bodies of states and non-governmental ones as IGO,
// and sectors under the names they have now.
func levelled(code, sector string) coded {
	code, sector = corpus.SlotOf(strings.ToUpper(code)), strings.ToUpper(sector[:min(3, len(sector))])
	switch code {
	case "KOS":
		code = "XKX"
	case "UNO", "EUR", "NGO", "NGM", "INT", "UN", "EU":
		code = "IGO"
	}
	switch sector {
	case "CIV":
		sector = "CVL"
	case "INS", "SEP":
		sector = "REB"
	case "IGO", "NGO", "NGM", "INT", "***":
		sector = ""
	}
	return coded{code, sector}
}

// readRecords reads a file of gold records: the actors of each sentence by its
// id, and the sentences as lines of input.
func readRecords(name string) (gold map[string][]coded, input []byte, err error) {
	records, err := corpus.ReadFile(name, corpus.ReadRecords)
	if err != nil {
		return nil, nil, err
	}
	gold = map[string][]coded{}
	for i := range records {
		r := &records[i]
		gold[r.ID()] = append(gold[r.ID()], append(sideOf(r.Source), sideOf(r.Target)...)...)
	}
	input, err = corpus.RecordLines(records)
	return gold, input, err
}

// sideOf returns the actors of one side.
func sideOf(raw json.RawMessage) []coded {
	var out []coded
	for _, a := range corpus.Side(raw) {
		if a.Code != "" {
			out = append(out, levelled(a.Code, a.Sector))
		}
	}
	return out
}

// goldActor is an actor of annotated news.
type goldActor struct {
	coded
	names map[string]bool
}

// called reports whether an actor has one of the names.
func (g goldActor) called(a schema.Actor) bool {
	if g.names[plainName(a.Name)] {
		return true
	}
	for _, n := range a.Aliases {
		if g.names[plainName(n)] {
			return true
		}
	}
	return false
}

// plainName is a name in small letters without article, accents and marks.
func plainName(name string) string {
	return strings.TrimPrefix(schema.Slug(strings.TrimSuffix(strings.TrimSuffix(name, "'s"), "’s")), "the-")
}

// readNews reads a folder of annotated articles: their actors by id.
func readNews(folder string) (map[string][]goldActor, error) {
	list, err := corpus.ReadAnnotations(folder)
	if err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("read %s: no annotated articles", folder)
	}
	out := map[string][]goldActor{}
	for _, art := range list {
		for _, a := range art.Actors {
			g := goldActor{levelled(a.Code, a.Sector), map[string]bool{plainName(a.Name): true}}
			for _, n := range a.Aliases {
				g.names[plainName(n)] = true
			}
			out[art.ID] = append(out[art.ID], g)
		}
	}
	return out, nil
}
